"""Loads ontology files into an `Ontology`: classes, properties, and the words that express them.

The packaged files come first, then a user's own, which say more of the same things: new classes and properties, further words for
known ones, further words of a word class. Nothing is taken back.
"""

import hashlib
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from kg.graph.ontology.schema import EVENT, Ontology, Property
from kg.graph.ontology.sources import Statements, packaged, read
from kg.graph.ontology.words import (
    SAYINGS,
    event_index,
    pattern_index,
    role_rules,
    state_verbs,
    word_classes,
)
from kg.paths import AnyPaths, listed_paths
from kg.vocabulary import PREFIXES

FILES = ("newskg.ttl", "lexicon-relations.ttl", "lexicon-events.ttl")
SHAPES = "shapes.ttl"
CLASS_TYPES = ("owl:Class", "rdfs:Class")
PROPERTY_TYPES = ("owl:ObjectProperty", "owl:DatatypeProperty", "rdf:Property")
EVENT_ANNOTATIONS = ("kg:eventVerb", "kg:eventNoun", "kg:roleOf")


def ontology_files(extra: AnyPaths = ()) -> tuple[Path, ...]:
    """Return the packaged ontology files, then a user's own: one path, or several."""
    return (*map(packaged, FILES), *map(Path, listed_paths(extra)))


def shapes_file() -> Path:
    """The packaged SHACL shapes that a graph in the vocabulary meets."""
    return packaged(SHAPES)


def load(extra: AnyPaths = ()) -> Ontology:
    """Load the packaged ontology together with a user's files: one path, or several.

    Raises `OntologyError` that lists every fault of every file: what is not Turtle (with the line), patterns of no known form,
    terms that no file declares, classes that are their own superclass.
    """
    statements = read(ontology_files(extra))
    classes = word_classes(statements)
    ancestors = _ancestors(statements)
    ontology = Ontology(
        ancestors=MappingProxyType(ancestors),
        properties=MappingProxyType(_properties(statements)),
        labels=MappingProxyType(
            {s: statements.first(s, "rdfs:label") for s in sorted(statements.values)}
        ),
        prefixes=MappingProxyType(_prefixes(statements)),
        state_verbs=state_verbs(statements),
        version=hashlib.sha256("".join(sorted(statements.digests)).encode()).hexdigest()[:16],
        word_classes=MappingProxyType(classes),
        pattern_index=MappingProxyType(pattern_index(statements, classes, ancestors)),
        event_index=MappingProxyType(event_index(statements)),
        role_rules=MappingProxyType(role_rules(statements)),
    )
    _check_subjects(statements, ontology)
    _check_ends(statements, ontology)
    _check_roles(statements, ontology)
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
                message = f"{cls} is its own superclass through {known}: drop one rdfs:subClassOf"
                statements.fault(statements.file_of(known), message)
            chain.extend(parent for parent in parents if parent not in chain)
        ancestors[cls] = tuple(chain)
    return ancestors


def _properties(statements: Statements) -> dict[str, Property]:
    inverses = _inverses(statements)
    return {
        curie: _property(statements, curie, inverses)
        for curie in statements.subjects(*PROPERTY_TYPES)
    }


def _inverses(statements: Statements) -> dict[str, str]:
    """Both directions of every `owl:inverseOf`."""
    inverses = {}
    for subject in sorted(statements.values):
        for other in statements.texts(subject, "owl:inverseOf"):
            inverses[subject] = other
            inverses.setdefault(other, subject)
    return inverses


def _property(statements: Statements, curie: str, inverses: Mapping[str, str]) -> Property:
    """The property; what it does not say of its ends, its inverse may say."""
    types = statements.texts(curie, "rdf:type")
    inverse = inverses.get(curie, "")
    return Property(
        curie=curie,
        label=statements.first(curie, "rdfs:label"),
        comment=statements.first(curie, "rdfs:comment"),
        domain=_ends(statements, curie, "domain") or _ends(statements, inverse, "range"),
        range=_ends(statements, curie, "range") or _ends(statements, inverse, "domain"),
        inverse=inverse,
        symmetric="owl:SymmetricProperty" in types,
        parents=statements.texts(curie, "rdfs:subPropertyOf"),
        literal="owl:DatatypeProperty" in types,
        functional="owl:FunctionalProperty" in types,
    )


def _ends(statements: Statements, curie: str, end: str) -> tuple[str, ...]:
    """The classes at one end of a property: `rdfs:domain` for a single one, `schema:domainIncludes` for a choice."""
    return statements.texts(curie, f"schema:{end}Includes") or statements.texts(
        curie, f"rdfs:{end}"
    )


def _check_subjects(statements: Statements, ontology: Ontology) -> None:
    """Note what has words but is no property or event, and every term that is used but declared in no file."""
    properties, classes = ontology.properties.keys(), ontology.ancestors.keys()
    for subject, by_predicate in statements.values.items():
        if subject not in properties:
            for value in (v for saying, _ in SAYINGS for v in by_predicate.get(saying, ())):
                statements.fault(
                    value.file,
                    f"{subject} has patterns but is no property: declare it an owl:ObjectProperty",
                )
        if not ontology.is_a(subject, EVENT):
            for value in (
                v for annotation in EVENT_ANNOTATIONS for v in by_predicate.get(annotation, ())
            ):
                statements.fault(
                    value.file,
                    f"{subject} has event words but is no event: declare it a subclass of {EVENT}",
                )
        for predicate, known in (
            ("owl:inverseOf", properties),
            ("rdfs:subPropertyOf", properties),
            ("rdfs:subClassOf", classes),
        ):
            for value in by_predicate.get(predicate, ()):
                if value.text not in known:
                    statements.fault(
                        value.file, f"{subject} {predicate} {value.text}, which no file declares"
                    )


def _check_ends(statements: Statements, ontology: Ontology) -> None:
    """Note ends of properties that are no classes, or several where a choice is meant."""
    for curie, property_ in ontology.properties.items():
        for end in ("domain", "range"):
            if len(statements.texts(curie, f"rdfs:{end}")) > 1:
                message = f"{curie} has several rdfs:{end}, which would all hold at once: write schema:{end}Includes for a choice"
                statements.fault(statements.file_of(curie), message)
        ends = property_.domain if property_.literal else (*property_.domain, *property_.range)
        for cls in ends:
            if cls not in ontology.ancestors:
                statements.fault(
                    statements.file_of(curie),
                    f"{curie} has {cls} at an end, which no file declares a class",
                )


def _check_roles(statements: Statements, ontology: Ontology) -> None:
    """Note roles that lead to no property or ask for no class."""
    for cls, rules in ontology.role_rules.items():
        for rule in rules:
            if rule.property not in ontology.properties:
                message = f"{cls} gives the role {rule.role} to {rule.property}, which no file declares a property"
                statements.fault(statements.file_of(cls), message)
            if rule.filler and rule.filler not in ontology.ancestors:
                message = f"{cls} asks the role {rule.role} for {rule.filler}, which no file declares a class"
                statements.fault(statements.file_of(cls), message)
