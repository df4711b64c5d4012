"""Report of an ontology: how each property is read, and a template for those that cannot be.

The template is Turtle: with its five lines a property filled in, it is a file for `--ontology`,
beside the one that it is about.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict

from kg.graph.ontology import Ontology, Property, Readable, template_for
from kg.vocabulary import PREFIXES, expand

TEXTS = "xsd:string"
INDENT = " " * 4
KG = PREFIXES["kg"]

Lines = Iterator[str]


def ontology_report(ontology: Ontology) -> str:
    """Return which properties of a user's files can be read, by which patterns, and which cannot.

    What the files say that is of no use here is named first.
    """
    return "\n".join(_lines(ontology)) + "\n"


def ontology_document(ontology: Ontology) -> dict[str, object]:
    """Return the same as a document for scripts."""
    properties = [_as_document(readable) for readable in ontology.readables.values()]
    return {"properties": properties, "notes": list(ontology.notes)}


def _as_document(readable: Readable) -> dict[str, object]:
    found = asdict(readable)
    found["values"] = readable.values.name.lower()
    return found


def _lines(ontology: Ontology) -> Lines:
    readables = list(ontology.readables.values())
    read = [readable for readable in readables if not readable.why]
    unread = [readable for readable in readables if readable.why]
    for note in ontology.notes:
        yield f"note: {note}"
    yield f"{len(readables):,} properties: {len(read):,} can be read, {len(unread):,} cannot"
    for readable in read:
        yield ""
        yield from _read(readable, ontology)
    if unread:
        yield ""
        yield "These cannot be read:"
        for readable in unread:
            yield f"{INDENT}{_short(readable.curie, ontology)}: {readable.why}"
    if unread:
        yield ""
        yield from _template(unread)


def _read(readable: Readable, ontology: Ontology) -> Lines:
    """Yield how one property is read."""
    property_ = ontology.properties[readable.curie]
    ends = f"{_choice(property_.domain)} → {_values(property_, ontology)}"
    yield f"{_short(readable.curie, ontology)} ({ends})"
    for known, is_swapped in readable.likes:
        how = "as the other way round" if is_swapped else "as"
        yield f"{INDENT}{how} {known}, with all its patterns"
    for pattern in (*readable.given, *readable.patterns):
        yield INDENT + pattern


def _values(property_: Property, ontology: Ontology) -> str:
    """Return what the values of a property are."""
    if not property_.thing:
        return _choice(property_.range)
    thing = "words" if property_.thing == TEXTS else _short(property_.thing, ontology)
    return f"{thing}, with a name or without"


def _choice(classes: Sequence[str]) -> str:
    plain = dict.fromkeys(cls for cls in classes if not cls.endswith("!"))
    return " or ".join(plain) or "anything"


def _short(curie: str, ontology: Ontology) -> str:
    """Return a term with a prefix of its file, if it has one."""
    for prefix, namespace in ontology.prefixes.items():
        if curie.startswith(namespace):
            return f"{prefix}:{curie.removeprefix(namespace)}"
    return curie


def _template(unread: Iterable[Readable]) -> Lines:
    """Yield a file to fill in."""
    yield "# Fill in how these are said, leave out lines that do not fit, and give this file with"
    yield "# --ontology, too. S is the subject, O the object; verbs and nouns as in a dictionary."
    yield f"@prefix kg: <{KG}> ."
    for readable in unread:
        yield ""
        yield f'<{expand(readable.curie)}> kg:saidAs """'
        for line in template_for(readable.values):
            yield INDENT + line
        yield f'{INDENT}""" .'
