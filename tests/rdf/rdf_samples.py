"""Two invented articles and a graph of them by hand, with one of everything that a graph can hold."""

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path

from pyoxigraph import Quad, Store, Triple

from kg.model import (
    Article,
    Entity,
    Event,
    Fact,
    Factuality,
    Gender,
    Graph,
    Kind,
    Link,
    Literal,
    Mention,
    Passage,
    Quantity,
    Quotation,
    Refusal,
    TimeValue,
)
from kg.rdf import mention_triples, refusal_triples, triples, with_inferred, write
from kg.vocabulary.prefixes import BASE_IRI, PREFIXES

KINDS = (
    "document",
    "event",
    "group",
    "organization",
    "person",
    "place",
    "quantity",
    "quotation",
    "refusal",
    "statement",
)


@dataclass(frozen=True)
class SampleProperty:
    inverse: str = ""
    symmetric: bool = False
    parents: tuple[str, ...] = ()


@dataclass(frozen=True)
class SampleVocabulary:
    properties: dict[str, SampleProperty] = field(default_factory=dict)
    prefixes: dict[str, str] = field(default_factory=dict)

    def superclasses(self, curie: str) -> tuple[str, ...]:
        return ("kg:Crossing", "kg:Movement", "sem:Event") if curie == "kg:Crossing" else (curie,)


VOCABULARY = SampleVocabulary(
    {
        "kg:leads": SampleProperty(inverse="kg:ledBy", parents=("schema:worksFor",)),
        "kg:ledBy": SampleProperty(inverse="kg:leads"),
        "schema:worksFor": SampleProperty(inverse="schema:employee"),
        "schema:employee": SampleProperty(inverse="schema:worksFor"),
        "schema:spouse": SampleProperty(symmetric=True, parents=("schema:relatedTo",)),
        "schema:relatedTo": SampleProperty(symmetric=True),
        "kg:agent": SampleProperty(parents=("sem:hasActor",)),
        "kg:via": SampleProperty(parents=("sem:hasPlace",)),
    }
)

TEXT = 'Ada Quist, 44, leads Brightwater.\r\n\r\n"We crossed the Lune," she said. “Ça va” 😀, wrote her husband.\n'
OTHER = "The chief of Brightwater did not resign."


def article(identifier: str, text: str, **values: object) -> Article:
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Article(identifier, text, f"news/{identifier}.txt", digest, **values)  # type: ignore[arg-type]


def passage(words: str, identifier: str = "quist-1a2b", text: str = TEXT) -> Passage:
    start = text.index(words)
    return Passage(identifier, start, start + len(words))


def mention(
    words: str, kind: Kind = Kind.NAME, identifier: str = "quist-1a2b", text: str = TEXT
) -> Mention:
    found = passage(words, identifier, text)
    return Mention(found, words, kind, found.start)


ARTICLES = (
    article(
        "quist-1a2b",
        TEXT,
        headline='Quist "crosses"',
        published="2024-05-03",
        publisher="The Harbour Post",
        authors=("Ann Lee", "Ada Quist"),
        language="en",
        url="https://post.example/quist?a=1&b=2",
    ),
    article("resign-3c4d", OTHER, published="2024-05"),
)

ADA = Entity(
    "person/ada-quist",
    "Ada Quist",
    ("schema:Person",),
    aliases=("Quist", "Ada Quist"),
    mentions=(
        mention("Ada Quist"),
        mention("she", Kind.PRONOUN),
        mention("The chief", Kind.NOMINAL, "resign-3c4d", OTHER),
    ),
    gender=Gender.FEMALE,
    reasons=("same name",),
)
BRIGHTWATER = Entity(
    "organization/brightwater",
    "Brightwater",
    ("schema:Corporation", "schema:Organization"),
    mentions=(mention("Brightwater"),),
)
POST = Entity(
    "organization/harbour-post",
    "Harbour Post",
    ("schema:NewsMediaOrganization", "schema:Organization"),
)
LUNE = Entity(
    "place/lune",
    "Lune",
    ("schema:RiverBodyOfWater", "schema:Place"),
    mentions=(mention("Lune"),),
    links=(
        Link("owl:sameAs", "https://sws.geonames.org/1/", "geonames"),
        Link("skos:closeMatch", "https://x.example/2", "x"),
    ),
    latitude="54",
    longitude="-2.75",
    country="GB",
    source="geonames",
)
LAND = Entity("place/land", "Land", ("schema:Country", "schema:Place"), country="LD")
HUSBAND = Entity(
    "person/husband-1",
    "her husband",
    ("schema:Person",),
    described=True,
    mentions=(mention("her husband", Kind.NOMINAL),),
)
CROWD = Entity(
    "group/two-walkers",
    "two walkers",
    ("kg:Group",),
    described=True,
    size=2,
    member_type="walker",
    members=("person/ada-quist",),
)
UNUSED = Entity(
    "person/someone",
    "someone",
    ("schema:Person",),
    described=True,
    mentions=(mention("We", Kind.PRONOUN),),
)

LEADS = Fact(
    "person/ada-quist",
    "kg:leads",
    "organization/brightwater",
    ("title", "apposition"),
    (passage("Ada Quist, 44, leads Brightwater."),),
    confidence=0.9,
    articles=2,
    role="chief",
    start="2019",
    as_of="2024-05-03",
)
DENIED = Fact(
    "person/ada-quist",
    "schema:jobTitle",
    Literal("clerk"),
    ("title",),
    (Passage("resign-3c4d", 0, len(OTHER)),),
    factuality=Factuality.DENIED,
    speakers=("organization/brightwater",),
    articles=1,
)
PAST = Fact(
    "person/ada-quist",
    "schema:worksFor",
    "organization/harbour-post",
    ("ex",),
    (passage("Ada Quist"),),
    past=True,
    end="2020-01",
)
AGE = Fact(
    "person/ada-quist",
    "kg:age",
    Literal("44", "xsd:integer"),
    ("age",),
    (passage("44"),),
    articles=1,
)
LIES = Fact(
    "place/lune",
    "schema:containedInPlace",
    "place/land",
    ("gazetteer:geonames",),
    gazetteer="geonames",
)
MARRIED = Fact(
    "person/ada-quist",
    "schema:spouse",
    "person/husband-1",
    ("kin",),
    (passage("her husband"),),
    articles=1,
)

CROSSING = Event(
    "event/0011223344556677",
    "Ada Quist crosses the Lune",
    ("kg:Crossing",),
    (("kg:agent", "group/two-walkers"), ("kg:via", "place/lune")),
    (passage('"We crossed the Lune," she said.'),),
    ("verb",),
    time=TimeValue(start="2024-05-02"),
    time_expressions=("Thursday",),
    duration="PT2H",
    quantities=(
        Quantity(minimum="1", unit="kilometre"),
        Quantity(value="2.5", currency="EUR", approximate=True),
    ),
    confidence=0.875,
    speakers=("person/ada-quist",),
    part_of=("event/8899aabbccddeeff",),
)
JOURNEY = Event(
    "event/8899aabbccddeeff",
    "a journey",
    (),
    (),
    (passage("crossed"),),
    ("verb",),
    time=TimeValue(start="2024-05-01", end="2024-05-02"),
)
QUOTATION = Quotation(
    "quotation/aa",
    "We crossed the Lune",
    passage('"We crossed the Lune," she said.'),
    "person/ada-quist",
    "person/husband-1",
    "2024-05-02",
)
REFUSED = Refusal(
    passage("wrote her husband"), "her husband writes Ça va", "verb", "range: not a work"
)

GRAPH = Graph(
    ARTICLES,
    (ADA, BRIGHTWATER, POST, LUNE, LAND, HUSBAND, CROWD, UNUSED),
    (LEADS, DENIED, PAST, AGE, LIES, MARRIED),
    (CROSSING, JOURNEY),
    (QUOTATION,),
    (REFUSED,),
)
GRAPH_WITH_IMPLIED = replace(GRAPH, facts=with_inferred(GRAPH.facts, VOCABULARY))


def asker(found: Iterable[Triple]) -> Callable[[str], bool]:
    """A function that is true where some triples have a SPARQL pattern."""
    store = Store()
    store.extend(Quad(*triple) for triple in found)
    prefixes = {**PREFIXES, **{kind: f"{BASE_IRI}{kind}/" for kind in KINDS}}
    return lambda pattern: bool(store.query(f"ASK {{ {pattern} }}", prefixes=prefixes))


def written(folder: Path, graph: Graph = GRAPH) -> Path:
    """The folder with all files of the graph in it."""
    write(graph, folder, VOCABULARY, mentions=True)
    return folder


TRIPLES = frozenset(triples(GRAPH, VOCABULARY))
says = asker(TRIPLES)
refuses = asker(refusal_triples(GRAPH))
mentions = asker(mention_triples(GRAPH))
