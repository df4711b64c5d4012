"""What is fuzzed: five functions that take any bytes, and raise only where the package breaks one of its laws.

read          bytes of a file → an article whose passages lie in it, or a refusal that says why
expressions   words → dates and amounts that are dates and amounts
query         the text of a query → an answer or a `QueryError`, and the store unchanged
write         names, texts and passages → a graph, written in every RDF format and read back as the same triples
build         an article → its graph, whose evidence stands in the text, written and read back
"""

import re
from collections.abc import Callable
from datetime import date
from functools import cache
from itertools import islice

import pyoxigraph as ox

from kg.errors import QueryError
from kg.mentions.quantities.amounts import amounts
from kg.mentions.times import resolve
from kg.mentions.times.search import search
from kg.model import Article, Entity, Event, Fact, Graph, Literal, Passage, Quotation, Refusal
from kg.ontology import Ontology
from kg.ontology import load as load_ontology
from kg.pipeline import assemble, read_article
from kg.query import ask
from kg.rdf import refusal_triples, triples, turtle
from kg.read import article
from kg.read.decode import NotTextError, decoded
from kg.terms import BASE_IRI

# Bytes to words: what English, markup and RDF are made of, so that even short inputs have sentences, names and traps in them.
WORDS = (
    "Ada Lund|Jens Berg|Globex|Oslo|Norway|the mayor|the company|a ship|her brother|the ministry|he|she|it|they|who|his|its|"
    "met|said|bought|left|leads|was born in|died in|is married to|works for|denied|may buy|will resign|was arrested by|founded|"
    "in|on|of|for|with|to|by|from|and|or|but|that|not|, the founder of|, who|’s|, aged 44,|Prime Minister|President|Inc.|"
    "Friday|March 3, 2019|last year|since 2011|from 1990 to 1995|two weeks|$5 million|40 tanks|about 3 km|9/11|the 1990s|"
    ".|. |.\n\n|\n|, |; |: |“|”|\"|'|(|)|[|]|—|-|/|\\|<b>|</script>|<script>alert(1)</script>|javascript:alert(1)|&amp;|"
    '@prefix a: <b> .|"""|> . <x> <y> <z> .|^^xsd:date|\\u0022|{?s ?p ?o}|\u202e|\u200d|\u0301|\ufeff|\x00|\x07|\x1b|\t|\r\n|'
    "\u2028|李|Ärø|🇳🇴|By Jane Smith|Read more|© 2021 Fjord News|https://a.example/x|Photo: Jane Smith|OSLO (Nordic Press) -|"
    "A|aa|1|0|%|$|€|1,000|1.5|th|U.S.|Mr|Dr|Sept. 11"
).split("|")
ISO = re.compile(r"\d{4}(?:-\d\d){0,2}")
FORMATS = (ox.RdfFormat.N_TRIPLES, ox.RdfFormat.JSON_LD)
MOST_ROWS = 1_000
STORE_TEXT = (
    b'<urn:a> a <https://schema.org/Person> ; <https://schema.org/name> "Ada Lund", "service" . <urn:b> <urn:knows> <urn:a> .'
)


def text_of(data: bytes) -> str:
    """A text from bytes: their own where the first is even, else a word for each byte."""
    if not data or data[0] % 2 == 0:
        return data[1:].decode("utf-8", "surrogateescape")
    return " ".join(WORDS[byte % len(WORDS)] for byte in data[1:])


def read(data: bytes) -> None:
    """Any file is an article, or is refused in one printable line."""
    try:
        text = decoded(data)
    except NotTextError as error:
        assert str(error).isprintable()
        return
    _check_article(article(text, source="a.txt"), text)
    words = text_of(data)
    _check_article(article(words), words)


def _check_article(found: Article, text: str) -> None:
    assert found.text == text
    assert re.fullmatch(r"[a-z0-9-]+", found.id)
    assert not found.published or date.fromisoformat(found.published)
    for passages in (found.furniture, found.front):
        assert all(0 <= each.start < each.end <= len(text) for each in passages)
    assert all(a.end <= b.start for a, b in zip(found.furniture, found.furniture[1:], strict=False))


def expressions(data: bytes) -> None:
    """Any words mean a date, an amount, or nothing."""
    words = text_of(data)
    for anchor in ("2021-02-26", ""):
        value = resolve(words, anchor)
        for iso in filter(None, (value.start, value.end) if value else ()):
            assert ISO.fullmatch(iso)
            date.fromisoformat((iso + "-01-01")[:10])
    _check_places([*search(words)], words)
    _check_places([(amount.start, amount.end) for amount in amounts(words)], words)


def _check_places(places: list[tuple[int, int]], words: str) -> None:
    assert places == sorted(places)
    assert all(0 <= start < end <= len(words) for start, end in places)


def query(data: bytes) -> None:
    """Any text is answered or refused, and changes nothing."""
    store = _store()
    try:
        answer = ask(store, text_of(data))
        if not isinstance(answer, ox.QueryBoolean):
            for _ in islice(answer, MOST_ROWS):
                pass
    except QueryError:
        pass
    assert len(store) == 4


@cache
def _store() -> ox.Store:
    store = ox.Store()
    store.load(STORE_TEXT, format=ox.RdfFormat.TURTLE)
    return store


def write(data: bytes) -> None:
    """Any names and texts are written so that they are read back, and nothing else is."""
    parts = text_of(data).split(" ")
    a, b, c, d = (" ".join(parts[start::4]) for start in range(4))
    text = f"{a} {b}"
    found = Article("x-1", text, c, "0" * 64, headline=d, publisher=b, authors=(a, d), url=c, published=d)
    at = Passage("x-1", 0, len(text))
    one, two = Entity(f"person/{a}", a, ("schema:Person",), aliases=(b, c)), Entity(f"Odd/{b}", d, ("kg:Group",), source=c)
    graph = Graph(
        (found,),
        (one, two) if one.id != two.id else (one,),
        (
            Fact(one.id, "schema:jobTitle", Literal(c), (d,), (at,), role=d, start=a),
            Fact(one.id, "schema:knows", two.id, (c,), (at,)),
        ),
        (Event(f"event/{d}", c, ("kg:Meeting",), (("kg:agent", one.id),), (at,), (a,), time_expressions=(b,), duration=d),),
        (Quotation(f"quotation/{c}", b, at, speaker=one.id, date=a, rule=d),),
        (Refusal(at, a, b, c),),
    )
    _check_written({*triples(graph, _ontology()), *refusal_triples(graph)})


def build(data: bytes) -> None:
    """Any text has a graph, whose evidence stands in the text."""
    text = text_of(data)
    found = article(text.encode("utf-8", "replace").decode(), source="a.txt")
    reading = read_article(found)
    for mention in (mention for chain in reading.chains for mention in chain.mentions):
        assert mention.passage.of(found.text) == mention.text
    said = {*triples(assemble([reading], _ontology()), _ontology())}
    _check_written(said)
    for triple in said:
        if triple.predicate.value.endswith("#anchorOf"):
            start, end = triple.subject.value.rpartition("#char=")[2].split(",")
            assert found.text[int(start) : int(end)] == triple.object.value


def _check_written(said: set[ox.Triple]) -> None:
    document = turtle(said, base=BASE_IRI).encode()
    assert {quad.triple for quad in ox.parse(document, format=ox.RdfFormat.TURTLE)} == said
    for form in FORMATS:
        written = ox.serialize((ox.Quad(*each) for each in said), format=form) or b""
        assert {quad.triple for quad in ox.parse(written, format=form)} == said


@cache
def _ontology() -> Ontology:
    return load_ontology([])


TARGETS: dict[str, Callable[[bytes], None]] = {each.__name__: each for each in (read, expressions, query, write, build)}
