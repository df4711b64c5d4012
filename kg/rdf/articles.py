"""Articles as nodes: where they come from, their headlines and authors, and which entities they
mention.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from pyoxigraph import Literal, NamedNode

from kg.model import Article, Entity
from kg.rdf.descriptions import Description, about, pairs_of
from kg.rdf.iris import Iris, term
from kg.rdf.literals import dated, given, text, typed

ORGANIZATION, PERSON = "schema:Organization", "schema:Person"


@dataclass(frozen=True, slots=True)
class KnownByName:
    """The entities that articles can point at.

    `publishers` and `authors` map a name in small letters to an entity's id, `mentioned` maps an
    article's id to the ids of its entities.
    """

    publishers: Mapping[str, str]
    authors: Mapping[str, str]
    mentioned: Mapping[str, set[str]]


def known_by_name(entities: Sequence[Entity]) -> KnownByName:
    """Return the entities that articles can point at, among some in any order."""
    return KnownByName(
        ids_of_name(entities, ORGANIZATION), ids_of_name(entities, PERSON), _mentioned(entities)
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


def _mentioned(entities: Iterable[Entity]) -> Mapping[str, set[str]]:
    ids_of_article: dict[str, set[str]] = {}
    for entity in entities:
        for mention in entity.mentions:
            article = mention.passage.article
            ids_of_article.setdefault(article, set()).add(entity.id)
    return ids_of_article
