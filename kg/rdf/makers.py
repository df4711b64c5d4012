"""Authors and publishers of articles as things of the graph, whether a text mentions them or not.

One that is mentioned is the thing of that name. Any other is a thing of its own that has a name and
nothing more: an article names it, and no sentence says anything of it.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from kg.graph.entities import slug
from kg.model import Article, Entity
from kg.rdf.iris import digest

ORGANIZATION, PERSON = "schema:Organization", "schema:Person"
MEDIA = "schema:NewsMediaOrganization"

Entities = Iterable[Entity]
IdOfName = Mapping[str, str]  # by names in small letters


@dataclass(frozen=True, slots=True)
class Makers:
    """The things that made articles, by their names: publishers, authors, and those of either that
    no text mentions.
    """

    publishers: IdOfName
    authors: IdOfName
    unmentioned: tuple[Entity, ...]

    def publisher(self, name: str) -> str:
        """Return the id of a publisher."""
        return self.publishers[folded(name)]

    def author(self, name: str) -> str:
        """Return the id of an author, who may be an organization."""
        return self.authors[folded(name)]


def makers_of(articles: Iterable[Article], entities: Sequence[Entity]) -> Makers:
    """Return who made some articles, among the entities of their graph and beside these."""
    organizations = _ids_of_names(entities, ORGANIZATION)
    people = _ids_of_names(entities, PERSON)
    taken = {entity.id for entity in entities}
    made: dict[str, Entity] = {}
    publishers: dict[str, str] = {}
    authors: dict[str, str] = {}
    all_articles = list(articles)
    outlets = {each.publisher for each in all_articles}
    for name in sorted(filter(None, outlets)):
        key = folded(name)
        known = organizations.get(key)
        publishers[key] = known or _new(name, (MEDIA, ORGANIZATION), taken, made)
    houses = {**organizations, **publishers}
    writers = chain.from_iterable(each.authors for each in all_articles)
    for name in sorted(set(writers)):
        key = folded(name)
        known = people.get(key) or houses.get(key)
        authors[key] = known or _new(name, (PERSON,), taken, made)
    return Makers(publishers, authors, tuple(made.values()))


def folded(name: str) -> str:
    """Return a name by which others are found: in small letters, without a leading "The".

    >>> folded("The Harbour Post")
    'harbour post'
    """
    return name.casefold().removeprefix("the ")


def _new(name: str, types: tuple[str, ...], taken: set[str], made: dict[str, Entity]) -> str:
    """Return the id of a new thing, or of one that was made of the same name before."""
    kind = "person" if PERSON in types else "organization"
    key = f"{kind} {folded(name)}"
    known = made.get(key)
    if known is not None:
        return known.id
    identifier = f"{kind}/{slug(name)}"
    if identifier in taken:
        content = digest([kind, name])
        identifier = f"{identifier}-{content[:8]}"
    taken.add(identifier)
    made[key] = Entity(identifier, name, types)
    return identifier


def _ids_of_names(entities: Entities, kind: str) -> IdOfName:
    """Map each name of the entities of a type to its entity.

    A name that several entities share is left out.
    """
    ids_of: dict[str, set[str]] = defaultdict(set)
    for entity in entities:
        if entity.described or kind not in entity.types:
            continue
        for name in _names(entity):
            ids_of[name].add(entity.id)
    id_of = {}
    for name, ids in ids_of.items():
        if len(ids) == 1:
            id_of[name] = ids.pop()
    return id_of


def _names(entity: Entity) -> Iterator[str]:
    """Yield the names of an entity, by which others are found."""
    yield folded(entity.name)
    yield from map(folded, entity.aliases)
