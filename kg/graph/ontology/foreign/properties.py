"""Properties as ontology files declare them, before anything is made of their words."""

from dataclasses import replace

from kg.graph.ontology.schema import Curies, Property
from kg.graph.ontology.sources import Statements

PROPERTY_TYPES = (
    "owl:ObjectProperty",
    "owl:DatatypeProperty",
    "rdf:Property",
    "owl:FunctionalProperty",
    "owl:InverseFunctionalProperty",
    "owl:SymmetricProperty",
    "owl:AsymmetricProperty",
    "owl:TransitiveProperty",
    "owl:IrreflexiveProperty",
    "owl:ReflexiveProperty",
    "http://wikiba.se/ontology#Property",
)
ANNOTATION_TYPE = "owl:AnnotationProperty"
DOMAIN = "domain"
RANGE = "range"

Texts = dict[str, str]


def properties(statements: Statements) -> dict[str, Property]:
    """Return all properties by their curies, or IRIs.

    What has a domain or a range is one even if nobody declares it.
    """
    inverses = _inverses(statements)
    declared = set(statements.subjects(*PROPERTY_TYPES))
    declared.update(each for each in statements.values if _has_ends(statements, each))
    found = {}
    for curie in sorted(declared):
        inverse = inverses.get(curie, "")
        found[curie] = _property(statements, curie, inverse if inverse in declared else "")
    for curie, property_ in found.items():
        parents = tuple(parent for parent in property_.parents if parent in found)
        found[curie] = replace(property_, parents=parents)
    return found


def _has_ends(statements: Statements, curie: str) -> bool:
    if ANNOTATION_TYPE in statements.texts(curie, "rdf:type"):
        return False
    return bool(_ends(statements, curie, DOMAIN) or _ends(statements, curie, RANGE))


def _inverses(statements: Statements) -> Texts:
    """Return both directions of every `owl:inverseOf`."""
    inverses = {}
    for subject in sorted(statements.values):
        for other in statements.texts(subject, "owl:inverseOf"):
            inverses[subject] = other
            inverses.setdefault(other, subject)
    return inverses


def _property(statements: Statements, curie: str, inverse: str) -> Property:
    """Return a property; for what it does not say of its ends, its inverse counts."""
    types = statements.texts(curie, "rdf:type")
    domain = _ends(statements, curie, DOMAIN)
    range_ = _ends(statements, curie, RANGE)
    return Property(
        curie=curie,
        label=statements.first(curie, "rdfs:label"),
        comment=statements.first(curie, "rdfs:comment"),
        domain=domain or _ends(statements, inverse, RANGE),
        range=range_ or _ends(statements, inverse, DOMAIN),
        inverse=inverse,
        symmetric="owl:SymmetricProperty" in types,
        parents=statements.texts(curie, "rdfs:subPropertyOf"),
        literal="owl:DatatypeProperty" in types,
        functional="owl:FunctionalProperty" in types,
    )


def _ends(statements: Statements, curie: str, end: str) -> Curies:
    """Return the classes at one end of a property.

    `schema:domainIncludes` gives a choice, `rdfs:domain` a single one.
    """
    choice = statements.texts(curie, f"schema:{end}Includes")
    if choice:
        return choice
    return statements.texts(curie, f"rdfs:{end}")
