"""Descriptions of graphs in the graphs themselves: what made one, how much is in it, and whose
data beside the articles'.

They know no clock: the same articles, read by the same programs, give the same description. An
IRI is made of these.
Source: DCAT 3 (dcat:Dataset), VoID (partitions by class), PROV-O (activity and software).
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from pyoxigraph import NamedNode

from kg.errors import KgError
from kg.model import Entity, Graph, digest
from kg.rdf.content import written_entities
from kg.rdf.descriptions import Description, Descriptions, about, each, given
from kg.rdf.iris import ADDRESS, Iris, segment, term
from kg.rdf.literals import integer, text
from kg.rdf.makers import makers_of

ONTOLOGY = "https://w3id.org/newskg/ontology"
RIGHTS = (
    "The words of the articles are their publishers'. What is said here is what the articles say, "
    "and only as sure as they are."
)
ARTICLE, STATEMENT, EVENT = "schema:NewsArticle", "rdf:Statement", "sem:Event"
QUOTATION, STORY = "schema:Quotation", "kg:Story"
ENTITY = "prov:Entity"  # what is no thing of the news, but of the graph
# The classes of entities that are counted; each has its subclasses in it.
COUNTED = "schema:Person", "schema:Organization", "schema:Place", "kg:Group"

Counts = Mapping[str, int]  # nodes by class


@dataclass(frozen=True, slots=True)
class Software:
    """A program or model that made a graph; the version is empty if it is not known."""

    name: str
    version: str = ""

    @property
    def id(self) -> str:
        """The id among nodes, which another version does not share."""
        return f"software/{self.name}-{self.version}".rstrip("-").replace("_", "-")


@dataclass(frozen=True, slots=True)
class Making:
    """The making of a graph: the software, and what its makers say of the graph. That is its title,
    and the address of the licence under which they give it to others; either may be empty.
    """

    software: tuple[Software, ...]
    title: str = ""
    licence: str = ""


def checked_licence(iri: str) -> str:
    """Return the address of a licence. Raises `KgError` for words that are none.

    >>> checked_licence("https://creativecommons.org/licenses/by/4.0/")
    'https://creativecommons.org/licenses/by/4.0/'
    """
    if iri and ADDRESS.fullmatch(iri) is None:
        example = "https://creativecommons.org/licenses/by/4.0/"
        raise KgError(f"{iri!r} is no address of a licence: give one such as {example}")
    return iri


def dataset_descriptions(
    graph: Graph, making: Making, iris: Iris, *, rdf12: bool = False
) -> Descriptions:
    """Yield the description of a graph, of its making, of the software, and of how many nodes each
    class has.
    """
    software = sorted(set(making.software), key=lambda each: each.id)
    entities = [*written_entities(graph), *makers_of(graph.articles, graph.entities).unmentioned]
    counts = _counts(graph, entities, rdf12=rdf12)
    id_ = _id(graph, software, counts)
    partitions = {class_: iris.node(f"{id_}-{_local(class_)}") for class_ in counts}
    usual_title = f"Knowledge graph of {_counted(counts.get(ARTICLE, 0), 'news article')}"
    made = iris.node(f"{id_}-making")
    yield about(
        iris.node(id_),
        *each(term, "rdf:type", ("dcat:Dataset", "void:Dataset", ENTITY)),
        ("dcterms:title", text(making.title or usual_title)),
        *given(NamedNode, {"dcterms:license": checked_licence(making.licence)}),
        ("dcterms:rights", text(RIGHTS)),
        ("dcterms:conformsTo", NamedNode(ONTOLOGY)),
        ("prov:wasGeneratedBy", made),
        *each(iris.source, "prov:wasDerivedFrom", _sources(graph, entities)),
        *each(partitions.__getitem__, "void:classPartition", counts),
    )
    yield about(
        made,
        ("rdf:type", term("prov:Activity")),
        *each(iris.node, "prov:wasAssociatedWith", (each.id for each in software)),
    )
    yield from map(partial(_software_description, iris), software)
    for class_, node in partitions.items():
        yield about(
            node,
            *each(term, "rdf:type", ("void:Dataset", ENTITY)),
            ("void:class", term(class_)),
            ("void:entities", integer(counts[class_])),
        )


def _software_description(iris: Iris, software: Software) -> Description:
    """Return the description of a program or model."""
    return about(
        iris.node(software.id),
        *each(term, "rdf:type", ("prov:SoftwareAgent", ENTITY)),
        ("schema:name", text(software.name)),
        *given(text, {"schema:softwareVersion": software.version}),
    )


def _counted(count: int, what: str) -> str:
    return f"1 {what}" if count == 1 else f"{count:,} {what}s"


def _counts(graph: Graph, entities: Iterable[Entity], *, rdf12: bool) -> Counts:
    """Return how many nodes each class has, of those that have any."""
    counts = dict.fromkeys(COUNTED, 0)
    for entity in entities:
        for class_ in COUNTED:
            counts[class_] += class_ in entity.types
    counts |= {
        ARTICLE: len(graph.articles),
        EVENT: len(graph.events),
        QUOTATION: len(graph.quotations),
        STORY: len(graph.stories),
    }
    if not rdf12:  # where statements are reifiers, which have no class
        counts[STATEMENT] = len(graph.facts)
    return {class_: count for class_, count in sorted(counts.items()) if count}


def _sources(graph: Graph, entities: Iterable[Entity]) -> list[str]:
    """Return the gazetteers that a graph has data of, each once."""
    sources = {fact.gazetteer for fact in graph.facts}
    for entity in entities:
        sources.add(entity.source)
        sources.update(link.source for link in entity.links)
    return sorted(sources - {""})


def _id(graph: Graph, software: Iterable[Software], counts: Counts) -> str:
    """Return the id of a graph, made of all that it is made of."""
    return f"dataset/{digest(_parts(graph, software, counts))}"


def _parts(graph: Graph, software: Iterable[Software], counts: Counts) -> Iterator[str]:
    yield from sorted(article.id for article in graph.articles)
    yield from sorted(decision.id for decision in graph.decisions)
    yield from (each.id for each in software)
    yield from (f"{class_} {count}" for class_, count in counts.items())


def _local(curie: str) -> str:
    """Return the name of a class as the end of an id."""
    return segment(curie.partition(":")[2].lower())
