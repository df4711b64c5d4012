"""Loads ontology files into an `Ontology`: classes, properties, and indexes from words to what they express.

The packaged files come first, then a user's own, which say more of the same things: new classes and properties, further words for
known ones, further words of a word class. Nothing is taken back.
"""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

from kg.errors import OntologyError
from kg.model import Frame
from kg.ontology.pattern import parse, parse_role
from kg.ontology.schema import EVENT, Ontology, Pattern, Property, RoleRule, WordClass
from kg.ontology.sources import Statements, Value, packaged, read
from kg.terms import PREFIXES

CLASS_TYPES = ("owl:Class", "rdfs:Class")
PROPERTY_TYPES = ("owl:ObjectProperty", "owl:DatatypeProperty", "rdf:Property")
FILES = ("newskg.ttl", "lexicon-relations.ttl", "lexicon-events.ttl")
SHAPES = "shapes.ttl"
# The annotation properties that hold patterns, and whether what they say is past.
SAYINGS = (("kg:saidAs", False), ("kg:saidOfThePast", True))
EVENT_WORDS = (("kg:eventVerb", Frame.VERB), ("kg:eventNoun", Frame.HAPPENING))

PatternIndex = dict[tuple[Frame, str], list[tuple[str, Pattern]]]


def ontology_files(extra: Sequence[Path] = ()) -> tuple[Path, ...]:
    """The packaged ontology files, then a user's own."""
    return (*map(packaged, FILES), *extra)


def shapes_file() -> Path:
    """The packaged SHACL shapes that a graph in the vocabulary meets."""
    return packaged(SHAPES)


def load(extra: Sequence[Path] = ()) -> Ontology:
    """The packaged ontology together with a user's files.

    Raises `OntologyError` that lists every fault of every file: what is not Turtle (with the line), patterns of no known form,
    terms that no file declares, classes that are their own superclass.
    """
    statements = read(ontology_files(extra))
    word_classes = _word_classes(statements)
    ontology = Ontology(
        ancestors=MappingProxyType(_ancestors(statements)),
        properties=MappingProxyType(_properties(statements)),
        labels=MappingProxyType({s: statements.first(s, "rdfs:label") for s in sorted(statements.values)}),
        prefixes=MappingProxyType(_prefixes(statements)),
        state_verbs=frozenset(v.text.lower() for s in statements.values for v in statements.entries(s, "kg:stateVerb")),
        version=hashlib.sha256("".join(sorted(statements.digests)).encode()).hexdigest()[:16],
        word_classes=MappingProxyType(word_classes),
        pattern_index=MappingProxyType(_pattern_index(statements, word_classes)),
        event_index=MappingProxyType(_event_index(statements)),
        role_rules=MappingProxyType(_role_rules(statements)),
    )
    _check_terms(statements, ontology)
    statements.complain()
    return ontology


def _prefixes(statements: Statements) -> dict[str, str]:
    """The prefixes of the vocabulary, then those that files bind to other namespaces under a name that is still free."""
    prefixes = dict(PREFIXES)
    for bound in statements.namespaces.values():
        for prefix, namespace in bound.items():
            if prefix and namespace not in prefixes.values():
                prefixes.setdefault(prefix, namespace)
    return prefixes


def _ancestors(statements: Statements) -> dict[str, tuple[str, ...]]:
    """Each class with its superclasses, breadth first, so that the nearest come first."""
    ancestors = {}
    for cls in statements.subjects(*CLASS_TYPES):
        chain = [cls]
        for known in chain:
            parents = statements.texts(known, "rdfs:subClassOf")
            if cls in parents:
                statements.fault(
                    _file_of(statements, known), f"{cls} is its own superclass through {known}: drop one rdfs:subClassOf"
                )
            chain.extend(parent for parent in parents if parent not in chain)
        ancestors[cls] = tuple(chain)
    return ancestors


def _properties(statements: Statements) -> dict[str, Property]:
    inverses = _inverses(statements)
    return {curie: _property(statements, curie, inverses) for curie in statements.subjects(*PROPERTY_TYPES)}


def _inverses(statements: Statements) -> dict[str, str]:
    """Both directions of every `owl:inverseOf`."""
    inverses = {}
    for subject in sorted(statements.values):
        for other in statements.texts(subject, "owl:inverseOf"):
            inverses[subject] = other
            inverses.setdefault(other, subject)
    return inverses


def _property(statements: Statements, curie: str, inverses: Mapping[str, str]) -> Property:
    types = statements.texts(curie, "rdf:type")
    domain, allowed = _ends(statements, curie, "domain"), _ends(statements, curie, "range")
    inverse = inverses.get(curie, "")
    return Property(
        curie=curie,
        label=statements.first(curie, "rdfs:label"),
        comment=statements.first(curie, "rdfs:comment"),
        domain=domain or _ends(statements, inverse, "range"),
        range=allowed or _ends(statements, inverse, "domain"),
        inverse=inverse,
        symmetric="owl:SymmetricProperty" in types,
        parents=statements.texts(curie, "rdfs:subPropertyOf"),
        literal="owl:DatatypeProperty" in types,
        functional="owl:FunctionalProperty" in types,
    )


def _ends(statements: Statements, curie: str, end: str) -> tuple[str, ...]:
    """The classes at one end of a property: `rdfs:domain` for a single one, `schema:domainIncludes` for a choice."""
    return statements.texts(curie, f"schema:{end}Includes") or statements.texts(curie, f"rdfs:{end}")


def _word_classes(statements: Statements) -> dict[str, WordClass]:
    classes = {}
    for subject in statements.subjects("kg:WordClass"):
        name = statements.first(subject, "rdfs:label")
        words, barring = (frozenset(v.text.lower() for v in statements.entries(subject, p)) for p in ("kg:words", "kg:notAfter"))
        classes[name] = WordClass(name, words, barring)
    return classes


def _pattern_index(
    statements: Statements, word_classes: Mapping[str, WordClass]
) -> dict[tuple[Frame, str], tuple[tuple[str, Pattern], ...]]:
    """Patterns by frame and predicate, with every word of a class in the place of its name."""
    words_of = {name: word_class.words for name, word_class in word_classes.items()}
    index: PatternIndex = defaultdict(list)
    for curie in sorted(statements.values):
        for saying, past in SAYINGS:
            for value in statements.entries(curie, saying):
                try:
                    pattern = _with_classes(parse(value.text, words_of=words_of, past=past), value, statements)
                    for variant in (pattern, *_loosened(pattern)):
                        for predicate in _predicates(variant, words_of):
                            index[variant.frame, predicate].append((curie, variant))
                except OntologyError as error:
                    statements.fault(value.file, f"{curie}: {error}")
    return {key: tuple(dict.fromkeys(found)) for key, found in index.items()}


def _with_classes(pattern: Pattern, value: Value, statements: Statements) -> Pattern:
    """The pattern with all subclasses of the classes that it asks for, as mentions have a type but not its superclasses."""
    conditions = (
        replace(c, classes=frozenset(kind for name in c.classes for kind in _kinds(name, value, statements)))
        for c in pattern.conditions
    )
    return replace(pattern, conditions=tuple(conditions))


def _kinds(name: str, value: Value, statements: Statements) -> tuple[str, ...]:
    """The class that a pattern names and its subclasses; the class alone where its name ends in an exclamation mark."""
    cls = statements.resolve(name.removesuffix("!"), value.file)
    if not statements.values.get(cls):
        raise OntologyError(f"pattern {value.text!r} names the class {cls}, which no file declares")
    return (cls,) if name.endswith("!") else (cls, *statements.subclasses(cls))


def _loosened(pattern: Pattern) -> tuple[Pattern, ...]:
    """For a verb with a particle, the same with a preposition ("over O", "out of O"): parsers often take one for the other."""
    verb, _, particle = pattern.predicate.partition(" ")
    if pattern.frame is not Frame.VERB or not particle:
        return ()
    prepositions = {"object": particle, "of": f"{particle} of"}
    subject, object_ = (prepositions.get(role, role) for role in (pattern.subject, pattern.object))
    if (subject, object_) == (pattern.subject, pattern.object):
        return ()
    return (replace(pattern, predicate=verb, subject=subject, object=object_),)


def _predicates(pattern: Pattern, words_of: Mapping[str, frozenset[str]]) -> Iterable[str]:
    if not pattern.word_class:
        return (pattern.predicate.lower(),)
    if pattern.word_class not in words_of:
        raise OntologyError(f"pattern {pattern.text!r} names a word class that no file gives: add a kg:WordClass with that label")
    return sorted(words_of[pattern.word_class])


def _event_index(statements: Statements) -> dict[tuple[Frame, str], tuple[str, ...]]:
    """Verbs and nouns by the kinds of event that they name; a kind goes before plain `sem:Event`."""
    index: dict[tuple[Frame, str], list[str]] = defaultdict(list)
    for cls in sorted(statements.values):
        for annotation, frame in EVENT_WORDS:
            for value in statements.entries(cls, annotation):
                index[frame, value.text.lower()].append(cls)
    return {key: tuple(sorted(set(classes) - {EVENT})) or (EVENT,) for key, classes in index.items()}


def _role_rules(statements: Statements) -> dict[str, tuple[RoleRule, ...]]:
    return {
        cls: tuple(rule for value in statements.lines(cls, "kg:roleOf") for rule in _roles(statements, cls, value))
        for cls in sorted(statements.values)
        if statements.of(cls, "kg:roleOf")
    }


def _roles(statements: Statements, cls: str, value: Value) -> tuple[RoleRule, ...]:
    try:
        rules = parse_role(value.text)
    except OntologyError as error:
        statements.fault(value.file, f"{cls}: {error}")
        return ()
    return tuple(
        replace(rule, property=statements.resolve(rule.property, value.file), filler=statements.resolve(rule.filler, value.file))
        for rule in rules
    )


def _check_terms(statements: Statements, ontology: Ontology) -> None:
    """Note every term that is used but declared in no file."""
    properties, classes = ontology.properties.keys(), ontology.ancestors.keys()
    for subject, by_predicate in statements.values.items():
        said = [v for saying, _ in SAYINGS for v in by_predicate.get(saying, ())]
        worded = [v for annotation in ("kg:eventVerb", "kg:eventNoun", "kg:roleOf") for v in by_predicate.get(annotation, ())]
        if said and subject not in properties:
            statements.fault(said[0].file, f"{subject} has patterns but is no property: declare it an owl:ObjectProperty")
        if worded and not ontology.is_a(subject, EVENT):
            statements.fault(worded[0].file, f"{subject} has event words but is no event: declare it a subclass of {EVENT}")
        for predicate, known in (("owl:inverseOf", properties), ("rdfs:subPropertyOf", properties), ("rdfs:subClassOf", classes)):
            for value in by_predicate.get(predicate, ()):
                if value.text not in known:
                    statements.fault(value.file, f"{subject} {predicate} {value.text}, which no file declares")
    _check_ends(statements, ontology)
    _check_roles(statements, ontology)


def _check_ends(statements: Statements, ontology: Ontology) -> None:
    for curie, property_ in ontology.properties.items():
        for end in ("domain", "range"):
            if len(statements.texts(curie, f"rdfs:{end}")) > 1:
                message = f"{curie} has several rdfs:{end}, which would all hold at once: write schema:{end}Includes for a choice"
                statements.fault(_file_of(statements, curie), message)
        unknown = [] if property_.literal else [c for c in (*property_.domain, *property_.range) if c not in ontology.ancestors]
        for cls in unknown:
            statements.fault(_file_of(statements, curie), f"{curie} has {cls} for an end, which no file declares a class")


def _check_roles(statements: Statements, ontology: Ontology) -> None:
    for cls, rules in ontology.role_rules.items():
        for rule in rules:
            if rule.property not in ontology.properties:
                statements.fault(
                    _file_of(statements, cls), f"{cls} gives the role {rule.role} to {rule.property}, which is no property"
                )
            if rule.filler and rule.filler not in ontology.ancestors:
                statements.fault(
                    _file_of(statements, cls), f"{cls} asks of the role {rule.role} for {rule.filler}, which is no class"
                )


def _file_of(statements: Statements, subject: str) -> str:
    """The last file that says something of a subject: a fault that several files make together is reported there."""
    return [value.file for values in statements.values[subject].values() for value in values][-1]
