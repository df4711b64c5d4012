"""An `Ontology` out of ontology files: classes, properties, and the words that express them.

The packaged files come first, then a user's own, which add to them: new classes and properties,
further words for known ones, further words of a word class. Nothing is taken back, and what the
packaged files say of the ends of a property stands. Properties without patterns get theirs from
their own words.
"""

import hashlib
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator
from dataclasses import replace
from functools import cache
from itertools import product
from pathlib import Path
from types import MappingProxyType

from kg.graph.ontology.foreign.classes import is_anything
from kg.graph.ontology.foreign.constructs import ENDS, settle, some_of
from kg.graph.ontology.foreign.ends import is_datatype
from kg.graph.ontology.foreign.properties import properties
from kg.graph.ontology.foreign.reading import with_readable
from kg.graph.ontology.kinds import event_index, kind_rules, role_rules, state_verbs
from kg.graph.ontology.lexicon import SAYINGS, pattern_index, word_classes
from kg.graph.ontology.schema import EVENT, Curies, Ontology, Outlets, RoleRule
from kg.graph.ontology.sources import BLANK, Statements, packaged, read
from kg.paths import AnyPaths, listed_paths
from kg.vocabulary import PREFIXES

FILES = (
    "newskg.ttl",
    "newskg-profile.ttl",
    "lexicon-relations.ttl",
    "lexicon-events.ttl",
    "publishers.ttl",
)
SHAPES = "shapes.ttl"
CLASS_TYPES = ("owl:Class", "rdfs:Class")
AGENCY = "http://www.wikidata.org/entity/Q192283"  # news agency
MEDIA = "schema:NewsMediaOrganization"
HOUSE = "schema:parentOrganization"
EVENT_ANNOTATIONS = ("kg:eventVerb", "kg:eventNoun", "kg:eventWith", "kg:roleOf")


Texts = dict[str, str]


def ontology_files(extra: AnyPaths = ()) -> tuple[Path, ...]:
    """Return the packaged ontology files, then a user's own: one path, or several."""
    own = map(Path, listed_paths(extra))
    return (*map(packaged, FILES), *own)


def shapes_file() -> Path:
    """Return the path of the packaged SHACL shapes that a graph in the vocabulary meets."""
    return packaged(SHAPES)


def load(extra: AnyPaths = ()) -> Ontology:
    """Load the packaged ontology together with a user's files: one path, or several.

    Raises `OntologyError` that lists every fault of every file: what is no RDF (with the line),
    patterns of no known form. Terms that no file declares and constructs of OWL that are of no use
    here are `notes` of the ontology. The packaged files alone are read once in a process: nobody
    can change an ontology.
    """
    files = ontology_files(extra)
    known = _packaged()
    return known if files == ontology_files() else _checked(files, known)


@cache
def _packaged() -> Ontology:
    return _checked(ontology_files(), None)


def _checked(files: Iterable[Path], known: Ontology | None) -> Ontology:
    """Return the ontology of some files, without a fault; `known` is that of the packaged ones."""
    statements = read(files)
    settle(statements)
    ontology = _ontology(statements, known)
    _check_subjects(statements, ontology)
    _check_ends(statements, ontology)
    _check_roles(statements, ontology)
    statements.complain()
    return replace(ontology, notes=tuple(dict.fromkeys(statements.notes)))


def _ontology(statements: Statements, known: Ontology | None) -> Ontology:
    """Return what statements say as an ontology, unchecked; nobody can change its tables."""
    classes = word_classes(statements)
    words_of = {name: word_class.words for name, word_class in classes.items()}
    ancestors = _ancestors(statements)
    patterns = pattern_index(statements, words_of, ancestors)
    ontology = Ontology(
        ancestors=MappingProxyType(ancestors),
        properties=MappingProxyType(properties(statements)),
        labels=MappingProxyType(_labels(statements)),
        prefixes=MappingProxyType(_prefixes(statements)),
        state_verbs=state_verbs(statements),
        version=_version(statements),
        word_classes=MappingProxyType(classes),
        pattern_index=MappingProxyType(patterns),
        event_index=MappingProxyType(event_index(statements)),
        kind_rules=MappingProxyType(kind_rules(statements, words_of)),
        role_rules=MappingProxyType(role_rules(statements)),
        outlets=_outlets(statements),
    )
    return ontology if known is None else with_readable(ontology, known, statements)


def _outlets(statements: Statements) -> Outlets:
    """Return the outlets of news, each as a part of the house above all others that it is of."""
    origins: Texts = {}
    labels: Texts = {}
    sites: Texts = {}
    agencies: set[str] = set()
    for outlet in statements.subjects(AGENCY, MEDIA):
        house = _house(statements, outlet)
        origin = statements.first(house, "rdfs:label")
        label = statements.first(outlet, "rdfs:label")
        names = statements.texts(outlet, "rdfs:label")
        names += statements.texts(outlet, "skos:altLabel")
        hosts = statements.texts(outlet, "schema:url")
        origins.update(dict.fromkeys(names, origin))
        labels.update(dict.fromkeys(names, label))
        sites.update(dict.fromkeys(hosts, label))
        if AGENCY in statements.texts(outlet, "rdf:type"):
            agencies.update(names)
    return Outlets(
        MappingProxyType(origins),
        MappingProxyType(labels),
        frozenset(agencies),
        MappingProxyType(sites),
    )


def _house(statements: Statements, outlet: str) -> str:
    """Return the house above all others that an outlet is of, itself if it is of none."""
    passed = {outlet}
    above = statements.first(outlet, HOUSE)
    while above and above not in passed:
        passed.add(above)
        outlet = above
        above = statements.first(outlet, HOUSE)
    return outlet


def _labels(statements: Statements) -> Texts:
    named = [subject for subject in sorted(statements.values) if not subject.startswith(BLANK)]
    return {subject: statements.first(subject, "rdfs:label") for subject in named}


def _version(statements: Statements) -> str:
    """Return a digest of all files, whatever their order."""
    in_order = sorted(statements.digests)
    digests = "".join(in_order)
    digest = hashlib.sha256(digests.encode())
    return digest.hexdigest()[:16]


def _prefixes(statements: Statements) -> Texts:
    """Return the prefixes of the vocabulary, then those of files for other namespaces.

    A prefix of a file counts if its name is still free.
    """
    prefixes = dict(PREFIXES)
    for bound in statements.namespaces.values():
        for prefix, namespace in bound.items():
            if prefix and namespace not in prefixes.values():
                prefixes.setdefault(prefix, namespace)
    return prefixes


def _ancestors(statements: Statements) -> dict[str, Curies]:
    """Return each class with its superclasses, breadth first, so that the nearest come first."""
    ancestors = {}
    for cls in statements.subjects(*CLASS_TYPES):
        chain = [cls]
        for known in chain:
            parents = statements.texts(known, "rdfs:subClassOf")
            if cls in parents:
                file = statements.file_of(known)
                message = f"{cls} is its own superclass through {known}"
                statements.note(file, message)
            chain.extend(parent for parent in parents if parent not in chain)
        ancestors[cls] = tuple(chain)
    return ancestors


def _check_subjects(statements: Statements, ontology: Ontology) -> None:
    """Note subjects with words that are no property or event, and terms that no file declares."""
    for subject in statements.values:
        if subject not in ontology.properties:
            message = f"{subject} has patterns but is no property: declare it an owl:ObjectProperty"
            _note_all(statements, subject, SAYINGS, message)
        if not ontology.is_a(subject, EVENT):
            message = f"{subject} has event words but is no event: declare it a subclass of {EVENT}"
            _note_all(statements, subject, EVENT_ANNOTATIONS, message)
        _check_named(statements, ontology, subject)


def _note_all(
    statements: Statements, subject: str, predicates: Iterable[str], message: str
) -> None:
    """Note a fault in each file that states one of these predicates of a subject."""
    for predicate in predicates:
        for value in statements.of(subject, predicate):
            statements.fault(value.file, message)


def _check_named(statements: Statements, ontology: Ontology, subject: str) -> None:
    """Note the properties and classes beside a subject that no file declares."""
    declared: dict[str, Container[str]] = {
        "owl:inverseOf": ontology.properties,
        "rdfs:subPropertyOf": ontology.properties,
        "rdfs:subClassOf": ontology.ancestors,
    }
    for predicate, known in declared.items():
        for value in statements.of(subject, predicate):
            if value.text not in known and not is_anything(value.text):
                message = f"{subject} {predicate} {value.text}, which no file declares"
                statements.note(value.file, message)


def _check_ends(statements: Statements, ontology: Ontology) -> None:
    """Note classes at the ends of properties that no file declares, each once."""
    undeclared: dict[tuple[str, str], list[str]] = defaultdict(list)
    for curie, end in product(ontology.properties, sorted(ENDS)):
        for value in statements.of(curie, end):
            cls = value.text
            if cls not in ontology.ancestors and not is_datatype(cls, statements):
                undeclared[value.file, cls].append(curie)
    for (file, cls), properties_ in undeclared.items():
        if not is_anything(cls):
            message = f"{cls}, at an end of {some_of(properties_)}, is declared by no file"
            statements.note(file, message)


def _check_roles(statements: Statements, ontology: Ontology) -> None:
    """Note roles that lead to no property or ask for no class."""
    for cls, rules in ontology.role_rules.items():
        file = statements.file_of(cls)
        for rule in rules:
            for fault in _faults_of(rule, ontology):
                statements.fault(file, f"{cls} {fault}")


def _faults_of(rule: RoleRule, ontology: Ontology) -> Iterator[str]:
    """Yield what is wrong with a rule, in words that follow the name of its class."""
    role = rule.role
    filler = rule.filler
    if rule.property not in ontology.properties:
        yield f"gives the role {role} to {rule.property}, which no file declares a property"
    if filler and filler not in ontology.ancestors:
        yield f"asks the role {role} for {filler}, which no file declares a class"
