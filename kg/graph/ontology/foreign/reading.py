"""An ontology together with what makes the properties of others readable."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import chain
from types import MappingProxyType

from kg.graph.ontology.foreign.classes import Guards, is_anything
from kg.graph.ontology.foreign.ends import Ends, EndsOfProperties
from kg.graph.ontology.foreign.readable import (
    Readable,
    Readings,
    borrowed,
    entries_by_property,
    equivalents,
    fillers,
)
from kg.graph.ontology.foreign.verbs import Verbs
from kg.graph.ontology.lexicon import SAYINGS, made_entries
from kg.graph.ontology.schema import Entry, Key, Ontology, PatternIndex, Property
from kg.graph.ontology.sources import Statements
from kg.model import Frame

Properties = Mapping[str, Property]
Readables = Mapping[str, Readable]


def with_readable(ontology: Ontology, known: Ontology, statements: Statements) -> Ontology:
    """Return an ontology whose further properties have guards at their ends, and patterns.

    `known` is the ontology of the packaged files, whose properties stay as they are.
    """
    guards = Guards(statements, ontology.ancestors, known.ancestors)
    finder = EndsOfProperties(statements, guards, ontology.ancestors)
    ends: dict[str, Ends] = {}
    properties: dict[str, Property] = {}
    for curie, property_ in ontology.properties.items():
        stated = known.properties.get(curie)
        if stated is not None:
            properties[curie] = replace(stated, parents=property_.parents)
        else:
            ends[curie] = finder.of(curie, property_.domain, property_.range)
            properties[curie] = _guarded(property_, ends[curie], known, statements)
    readables = _readables(replace(ontology, properties=properties), known, ends, statements)
    index = _with_patterns(ontology.pattern_index, known, readables)
    return replace(
        ontology,
        properties=MappingProxyType(properties),
        pattern_index=MappingProxyType(index),
        guards=MappingProxyType({cls: guards.allowed((cls,)) for cls in _at_ends(properties)}),
        likes=MappingProxyType(fillers(readables.values(), known.properties)),
        readables=MappingProxyType(readables),
    )


def _guarded(property_: Property, ends: Ends, known: Ontology, statements: Statements) -> Property:
    """Return a property with the ends that are asked of facts, and all that it implies."""
    same = [each for each in equivalents(statements, property_.curie) if each in known.properties]
    return replace(
        property_,
        label=property_.label or next(iter(ends.names), property_.curie),
        domain=ends.domain,
        range=ends.range,
        literal=ends.is_literal,
        thing=ends.thing,
        stated_domain=_stated(statements, property_.curie, "rdfs:domain", known),
        stated_range=()
        if ends.is_literal
        else _stated(statements, property_.curie, "rdfs:range", known),
        parents=tuple(dict.fromkeys((*property_.parents, *same))),
    )


def _stated(statements: Statements, curie: str, end: str, known: Ontology) -> tuple[str, ...]:
    """Return the classes at an end of which things are thereby, those of others."""
    classes = statements.texts(curie, end)
    return tuple(cls for cls in classes if cls not in known.ancestors and not is_anything(cls))


def _at_ends(properties: Properties) -> list[str]:
    """Return the classes of others that stand at the ends of properties."""
    found: set[str] = set()
    for property_ in properties.values():
        found.update(property_.stated_domain)
        found.update(property_.stated_range)
    return sorted(found)


def _readables(
    ontology: Ontology, known: Ontology, ends: Mapping[str, Ends], statements: Statements
) -> Readables:
    """Return how each further property is read."""
    own = {curie: known.properties[curie] for curie in _said(known)}
    nouns = (word for frame, word in known.pattern_index if frame is not Frame.VERB)
    verbs = Verbs(_verbs_of(known), nouns)
    readings = Readings(statements, ontology.properties, own, ontology.ancestors, verbs)
    found = {}
    for curie, end in ends.items():
        entries = chain.from_iterable(statements.entries(curie, saying) for saying in SAYINGS)
        found[curie] = readings.of(curie, end.values, tuple(entries))
    return found


def _said(known: Ontology) -> list[str]:
    """Return the known properties that have patterns, in order."""
    entries = chain.from_iterable(known.pattern_index.values())
    return sorted({curie for curie, _ in entries})


def _verbs_of(known: Ontology) -> Iterator[str]:
    """Yield the verbs of the packaged ontology."""
    yield from known.state_verbs
    for index in (known.pattern_index, known.event_index):
        for frame, predicate in index:
            if frame is Frame.VERB:
                yield predicate


def _with_patterns(index: PatternIndex, known: Ontology, readables: Readables) -> PatternIndex:
    """Return the index with the patterns that were made or borrowed, behind those that are there.

    What a file gives its property is not touched.
    """
    entries_of = entries_by_property(known.pattern_index)
    added: dict[Key, list[Entry]] = defaultdict(list)
    for readable in readables.values():
        made = [*made_entries(readable.curie, readable.patterns)]
        made += borrowed(entries_of, readable)
        for key, entry in made:
            added[key].append(entry)
    whole = dict(index)
    for key, entries in added.items():
        whole[key] = tuple(dict.fromkeys((*whole.get(key, ()), *entries)))
    return whole
