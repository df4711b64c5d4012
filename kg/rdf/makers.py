"""Authors and publishers of articles as things of the graph, whether a text mentions them or not.

One that the article itself mentions is the thing of that name. Any other is a thing of its own that
has a name and nothing more: an article names it, and no sentence says anything of it. So it is the
same whichever other articles are beside it.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kg.graph.entities import slug
from kg.model import Article, Entity, digest

ORGANIZATION, PERSON = "schema:Organization", "schema:Person"
MEDIA = "schema:NewsMediaOrganization"
OUTLET, WRITER = (MEDIA, ORGANIZATION), (PERSON,)

Entities = Iterable[Entity]
Named = tuple[str, str]  # the id of an article and a name
IdOf = Mapping[Named, str]


@dataclass(frozen=True, slots=True)
class Makers:
    """The things that made articles, by article and name: publishers, authors, and those of either
    that the article does not mention.
    """

    publishers: IdOf
    authors: IdOf
    unmentioned: tuple[Entity, ...]


def makers_of(articles: Iterable[Article], entities: Sequence[Entity]) -> Makers:
    """Return who made some articles, among the entities that they mention and beside these."""
    organizations = _ids_of_names(entities, ORGANIZATION)
    people = _ids_of_names(entities, PERSON)
    made: dict[str, Entity] = {}
    publishers: dict[Named, str] = {}
    authors: dict[Named, str] = {}
    for article in articles:
        outlet = article.publisher
        if outlet:
            key = (article.id, folded(outlet))
            publishers[article.id, outlet] = organizations.get(key) or _new(outlet, OUTLET, made)
        for name in article.authors:
            key = (article.id, folded(name))
            known = people.get(key) or organizations.get(key)
            if folded(name) == folded(outlet):
                known = publishers[article.id, outlet]
            authors[article.id, name] = known or _new(name, WRITER, made)
    by_id = sorted(made.items())
    return Makers(publishers, authors, tuple(entity for _, entity in by_id))


def folded(name: str) -> str:
    """Return a name by which others are found: in small letters, without a leading "The".

    >>> folded("The Harbour Post")
    'harbour post'
    """
    return name.casefold().removeprefix("the ")


def _new(name: str, types: tuple[str, ...], made: dict[str, Entity]) -> str:
    """Return the id of a thing that has a name only, the same for each name and type."""
    kind = "person" if PERSON in types else "organization"
    content = digest([kind, name])
    identifier = f"{kind}/{slug(name)}-{content[:8]}"
    made[identifier] = Entity(identifier, name, types)
    return identifier


def _ids_of_names(entities: Entities, kind: str) -> IdOf:
    """Map each name of the entities of a type, in each article that mentions them, to its entity.

    A name that several entities of an article share is left out.
    """
    ids_of: dict[Named, set[str]] = defaultdict(set)
    for entity in entities:
        if entity.described or kind not in entity.types:
            continue
        articles = {mention.passage.article for mention in entity.mentions}
        for name in _names(entity):
            for article in articles:
                ids_of[article, name].add(entity.id)
    id_of = {}
    for key, ids in ids_of.items():
        if len(ids) == 1:
            id_of[key] = ids.pop()
    return id_of


def _names(entity: Entity) -> Iterator[str]:
    """Yield the names of an entity, by which others are found."""
    yield folded(entity.name)
    yield from map(folded, entity.aliases)
