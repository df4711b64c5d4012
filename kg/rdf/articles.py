"""Articles and their passages as nodes.

An article has its source, its headline, its authors, and the entities that it mentions. A passage
is a string of an article with its offsets and its words, in NIF.
Source: NLP Interchange Format 2.0 (nif:RFC5147String); RFC 5147 (offsets of characters in
text/plain).
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from pyoxigraph import Literal, NamedNode

from kg.errors import GraphError
from kg.model import Article, Entity, Passage
from kg.rdf.descriptions import Description, about, pairs_of
from kg.rdf.iris import Iris, term
from kg.rdf.literals import dated, given, text, typed

ORGANIZATION, PERSON, PLACE = "schema:Organization", "schema:Person", "schema:Place"


@dataclass(frozen=True, slots=True)
class KnownByName:
    """The entities that articles can point at.

    `publishers` and `authors` map a name in small letters to an entity's id, `mentioned` maps an
    article's id to the ids of its entities, `places` the place where a name starts to its entity's.
    """

    publishers: Mapping[str, str]
    authors: Mapping[str, str]
    mentioned: Mapping[str, set[str]]
    places: Mapping[tuple[str, int], str]


def known_by_name(entities: Sequence[Entity]) -> KnownByName:
    """Return the entities that articles can point at, among some in any order."""
    return KnownByName(
        ids_of_name(entities, ORGANIZATION),
        ids_of_name(entities, PERSON),
        _mentioned(entities),
        _starts_of_places(entities),
    )


def article_descriptions(
    articles: Iterable[Article], known: KnownByName, iris: Iris
) -> Iterator[Description]:
    """Yield a description of each article."""
    author = partial(named, ids=known.authors, iris=iris)
    for article in articles:
        publisher = named(article.publisher, known.publishers, iris) if article.publisher else None
        mentioned = known.mentioned.get(article.id, ())
        yield about(
            iris.document(article.id),
            ("rdf:type", term("schema:NewsArticle")),
            ("rdf:type", term("nif:Context")),
            ("schema:headline", given(article.headline)),
            ("schema:datePublished", dated(article.published)),
            ("schema:publisher", publisher),
            *pairs_of("schema:locationCreated", _written_in(article, known, iris)),
            *pairs_of("schema:author", map(author, article.authors)),
            ("schema:url", typed(article.url, "xsd:anyURI") if article.url else None),
            ("schema:inLanguage", given(article.language)),
            ("dcterms:source", text(article.source)),
            ("kg:sha256", text(article.sha256)),
            *pairs_of("schema:mentions", map(iris.node, mentioned)),
        )


def ids_of_name(entities: Iterable[Entity], kind: str) -> Mapping[str, str]:
    """Map each name of the entities of a type to its entity.

    A name that several entities share is left out.
    """
    ids_of: dict[str, set[str]] = {}
    for entity in entities:
        if entity.described or kind not in entity.types:
            continue
        for name in (entity.name, *entity.aliases):
            ids_of.setdefault(name.casefold(), set()).add(entity.id)
    return {name: min(ids) for name, ids in ids_of.items() if len(ids) == 1}


def named(name: str, ids: Mapping[str, str], iris: Iris) -> NamedNode | Literal:
    """Return the entity of that name, a leading "The" aside; if there is none, or more than one,
    the name as text.
    """
    folded = name.casefold()
    identifier = ids.get(folded) or ids.get(folded.removeprefix("the "))
    return iris.node(identifier) if identifier else text(name)


def _written_in(article: Article, known: KnownByName, iris: Iris) -> Iterator[NamedNode]:
    """Yield the places that the dateline of an article names."""
    for passage in article.written_in:
        identifier = known.places.get((article.id, passage.start))
        if identifier is not None:
            yield iris.node(identifier)


def _starts_of_places(entities: Iterable[Entity]) -> Mapping[tuple[str, int], str]:
    """Map the article and offset at which each mention of a place starts to its entity."""
    starts: dict[tuple[str, int], str] = {}
    for entity in entities:
        if PLACE not in entity.types:
            continue
        for mention in entity.mentions:
            starts[mention.passage.article, mention.passage.start] = entity.id
    return starts


def _mentioned(entities: Iterable[Entity]) -> Mapping[str, set[str]]:
    ids_of_article: dict[str, set[str]] = {}
    for entity in entities:
        for mention in entity.mentions:
            article = mention.passage.article
            ids_of_article.setdefault(article, set()).add(entity.id)
    return ids_of_article


def passage_descriptions(
    passages: Iterable[Passage], text_of_article: Mapping[str, str], iris: Iris
) -> Iterator[Description]:
    """Yield a description of each passage: its document, its offsets, its words.

    Raises `GraphError` for a passage of an article that is not there, or one that is not a stretch
    of its article's text.
    """
    for passage in dict.fromkeys(passages):
        yield about(
            iris.passage(passage),
            ("rdf:type", term("nif:RFC5147String")),
            ("nif:referenceContext", iris.document(passage.article)),
            ("nif:beginIndex", typed(str(passage.start), "xsd:nonNegativeInteger")),
            ("nif:endIndex", typed(str(passage.end), "xsd:nonNegativeInteger")),
            ("nif:anchorOf", text(_words(passage, text_of_article))),
        )


def order_of_passage(passage: Passage, iris: Iris) -> tuple[str, int, int]:
    """Return the sorting key of a passage in a Turtle document: its document, then its place in the
    text.
    """
    return iris.document(passage.article).value, passage.start, passage.end


def _words(passage: Passage, text_of_article: Mapping[str, str]) -> str:
    article = passage.article
    if article not in text_of_article:
        raise GraphError(
            f"evidence lies in the article {article!r}, which is not in the graph: build it again"
        )
    whole = text_of_article[article]
    if not 0 <= passage.start < passage.end <= len(whole):
        place = f"characters {passage.start} to {passage.end} of {article!r}"
        raise GraphError(
            f"evidence at {place} is not in its text, which has {len(whole)}: build the graph again"
        )
    return passage.of(whole)
