"""Articles and their passages as nodes.

An article has its source, its headline, its authors, and the entities that it mentions. A passage
is a string of an article with its offsets and its words, in NIF.
Source: NLP Interchange Format 2.0 (nif:RFC5147String); RFC 5147 (offsets of characters in
text/plain).
"""

from collections import defaultdict
from collections.abc import (
    Iterable,
    Iterator,
    Mapping,
    Sequence,
)
from dataclasses import dataclass
from functools import partial

from pyoxigraph import Literal

from kg.errors import GraphError
from kg.model import (
    Article,
    Entity,
    Origin,
    Passage,
)
from kg.rdf.descriptions import (
    Descriptions,
    Pairs,
    about,
    each,
    given,
)
from kg.rdf.iris import (
    Iris,
    term,
)
from kg.rdf.literals import (
    date,
    moment,
    text,
    typed,
)
from kg.rdf.makers import (
    IdOf,
    Makers,
)

PLACE = "schema:Place"

Entities = Iterable[Entity]
IdOfStart = Mapping[tuple[str, int], str]  # article and offset
IdsOfArticle = Mapping[str, set[str]]
TextOfArticle = Mapping[str, str]
OriginOf = Mapping[str, Origin]  # by article


@dataclass(frozen=True, slots=True)
class KnownEntities:
    """The entities that articles can point at, by their ids.

    Publishers and authors are found by name, places by where a name of theirs starts.
    """

    makers: Makers
    mentioned: IdsOfArticle
    places: IdOfStart


def known_entities(entities: Sequence[Entity], makers: Makers) -> KnownEntities:
    """Return the entities that articles can point at, among some in any order."""
    return KnownEntities(
        makers=makers,
        mentioned=_mentioned(entities),
        places=_starts_of_places(entities),
    )


def _made(id_of: IdOf, article: Article, names: Iterable[str]) -> Iterator[str]:
    """Yield the ids of those who made an article, by their names."""
    for name in names:
        yield id_of[article.id, name]


def article_descriptions(
    articles: Iterable[Article], known: KnownEntities, origins: OriginOf, iris: Iris
) -> Descriptions:
    """Yield a description of each article, with its origin if it has one."""
    as_address = partial(typed, datatype="xsd:anyURI")
    as_moment = partial(typed, datatype="xsd:dateTime")
    for article in articles:
        texts = {
            "schema:headline": article.headline,
            "schema:inLanguage": article.language,
            "schema:articleSection": article.section,
            "dcterms:identifier": article.identifier,
        }
        publishers = filter(None, (article.publisher,))
        places = _written_in(article, known.places)
        mentioned = known.mentioned.get(article.id, ())
        yield about(
            iris.document(article.id),
            ("rdf:type", term("schema:NewsArticle")),
            ("rdf:type", term("nif:Context")),
            ("dcterms:source", text(article.source)),
            ("kg:sha256", text(article.sha256)),
            *given(text, texts),
            *given(date, {"schema:datePublished": article.published}),
            *given(as_address, {"schema:url": article.url}),
            *given(as_moment, {"kg:publishedAt": article.published_at}),
            *given(moment, {"schema:dateModified": article.modified}),
            *each(
                iris.node, "schema:publisher", _made(known.makers.publishers, article, publishers)
            ),
            *each(
                iris.node, "schema:author", _made(known.makers.authors, article, article.authors)
            ),
            *each(text, "kg:metadataFrom", article.metadata_from),
            *each(iris.node, "schema:locationCreated", places),
            *each(iris.node, "schema:mentions", mentioned),
            *_origin(article, origins, iris),
        )


def _origin(article: Article, origins: OriginOf, iris: Iris) -> Pairs:
    """Yield where an article has its news from, if not from its own publisher."""
    origin = origins.get(article.id)
    if origin is None:
        return
    if origin.source != article.publisher:
        yield from given(text, {"kg:originalSource": origin.source})
    yield from given(iris.document, {"schema:isBasedOn": origin.first})


def _written_in(article: Article, places: IdOfStart) -> Iterator[str]:
    """Yield the places that the dateline of an article names."""
    for passage in article.written_in:
        start = (article.id, passage.start)
        if start in places:
            yield places[start]


def _starts_of_places(entities: Entities) -> IdOfStart:
    """Map the article and offset at which each mention of a place starts to its entity."""
    starts = {}
    for entity in entities:
        if PLACE not in entity.types:
            continue
        for mention in entity.mentions:
            passage = mention.passage
            starts[passage.article, passage.start] = entity.id
    return starts


def _mentioned(entities: Entities) -> IdsOfArticle:
    """Map each article to the entities that it mentions."""
    ids_of_article: dict[str, set[str]] = defaultdict(set)
    for entity in entities:
        for mention in entity.mentions:
            article = mention.passage.article
            ids_of_article[article].add(entity.id)
    return ids_of_article


def passage_descriptions(
    passages: Iterable[Passage], texts: TextOfArticle, iris: Iris
) -> Descriptions:
    """Yield a description of each passage: its document, its offsets, its words.

    Raises `GraphError` for a passage of an article that is not there, or one that is not a stretch
    of its article's text.
    """
    for passage in dict.fromkeys(passages):
        words = _words(passage, texts)
        yield about(
            iris.passage(passage),
            ("rdf:type", term("nif:RFC5147String")),
            ("nif:referenceContext", iris.document(passage.article)),
            ("nif:beginIndex", _offset(passage.start)),
            ("nif:endIndex", _offset(passage.end)),
            ("nif:anchorOf", text(words)),
        )


def _offset(characters: int) -> Literal:
    return typed(str(characters), "xsd:nonNegativeInteger")


def _words(passage: Passage, texts: TextOfArticle) -> str:
    """Return the words of a passage. Raises `GraphError` if it is not in its article's text."""
    article = passage.article
    if article not in texts:
        raise GraphError(
            f"evidence lies in the article {article!r}, which is not in the graph: build it again"
        )
    whole = texts[article]
    length = len(whole)
    if not 0 <= passage.start < passage.end <= length:
        place = f"characters {passage.start} to {passage.end} of {article!r}"
        raise GraphError(
            f"evidence at {place} is not in its text, which has {length}: build the graph again"
        )
    return passage.of(whole)
