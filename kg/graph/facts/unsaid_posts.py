"""Facts of posts whose body an article names elsewhere, and of places in the names of bodies.

A minister leads the ministry of the field that the article speaks of (`inferred:home`); whose
country a minister serves of whom nobody says it is not concluded: too often a visitor was taken for
one of the home of the article, or one of a province for one of the country. A judge sits in the
only court that it names (`inferred:court`). "Durban High Court" and "the University of Exeter" are
where they are called after (`place-in-name`). Of two people with one title nobody knows who is
whose, and of many ministers some have just come or gone.
"""

from collections import defaultdict
from collections.abc import (
    Iterable,
    Iterator,
    Mapping,
    Sequence,
)
from dataclasses import dataclass

from kg.graph.ontology import ORGANIZATION, LinkedMentions
from kg.lang.en import word_set
from kg.model import (
    Entity,
    Fact,
    Kind,
    Literal,
    Mention,
    Passage,
    Reading,
)

BY_COURT, BY_HOME, BY_NAME = "inferred:court", "inferred:home", "place-in-name"
COUNTRY, JOB_TITLE = "schema:Country", "schema:jobTitle"
LEADS, WORKS_FOR = "kg:leads", "schema:worksFor"
CITY, LOCATION = "schema:City", "schema:location"
MINISTERS = word_set("nouns", "minister")
MINISTRIES = word_set("nouns", "ministry")
OF_A_PART = word_set("nouns", "minister-of-a-part")
JUDGES = word_set("nouns", "judge-of-a-court")
COURTS = word_set("nouns", "court")
OTHER_RANK = word_set("nouns", "other-rank")
SEATED = word_set("nouns", "body-called-after-its-place")
MANY = 3  # ministers

Place = tuple[Entity, Passage]  # with where it is named
Places = Mapping[str, Place]  # by the ids of the entities


@dataclass(frozen=True, slots=True)
class _Post:
    """A title that somebody has now, with the words of it and where it is said."""

    holder: str
    words: tuple[str, ...]
    evidence: tuple[Passage, ...]

    @property
    def noun(self) -> str:
        """The last word, which says what kind of post it is."""
        return self.words[-1]

    def fact(self, predicate: str, body: Place, rule: str) -> Fact:
        """Return that its holder has it in a body."""
        entity, named = body
        title = " ".join(self.words)
        return Fact(self.holder, predicate, entity.id, (rule,), (*self.evidence, named), role=title)


def facts_of_posts(
    reading: Reading, linked: LinkedMentions, stated: Iterable[Fact]
) -> Iterator[Fact]:
    """Yield which body the posts of an article are in; `stated` are the facts that it tells."""
    things = _things(reading, linked)
    yield from _called_after(things, reading, linked)
    people = {name for name, (entity, _) in things.items() if not entity.described}
    posts = [post for post in _posts(list(stated)) if post.holder in people]
    ministers = [post for post in posts if post.noun in MINISTERS]
    if len(ministers) <= MANY:
        yield from _of_ministers(ministers, reading, linked)
    court = _only(things, COURTS)
    if court is not None:
        for post in posts:
            if post.noun in JUDGES:
                yield post.fact(WORKS_FOR, court, BY_COURT)


def _things(reading: Reading, linked: LinkedMentions) -> Places:
    """Return the things of an article, each with its first mention that is no pronoun."""
    found: dict[str, Place] = {}
    for chain in reading.chains:
        for mention in chain.mentions:
            entity = linked.of(mention)
            if entity is not None and mention.kind is not Kind.PRONOUN:
                found.setdefault(entity.id, (entity, mention.passage))
    return found


def _posts(stated: Sequence[Fact]) -> Iterator[_Post]:
    """Yield the posts of people of whom nothing says whose they are, and who alone have them."""
    bearers: dict[tuple[str, ...], set[str]] = defaultdict(set)
    placed: set[str] = set()
    for fact in stated:
        if fact.predicate in (LEADS, WORKS_FOR):
            placed.add(fact.subject)
        bearers[_words(fact)].add(fact.subject)
    for fact in stated:
        words = _words(fact)
        if not words or fact.past or not fact.factuality.stands or fact.subject in placed:
            continue
        if len(bearers[words]) == 1:
            yield _Post(fact.subject, words, fact.evidence)


def _words(fact: Fact) -> tuple[str, ...]:
    """Return the words of a job title in small letters; none of another fact."""
    if fact.predicate != JOB_TITLE or not isinstance(fact.object, Literal):
        return ()
    return tuple(fact.object.text.lower().split())


def _of_ministers(
    ministers: Sequence[_Post], reading: Reading, linked: LinkedMentions
) -> Iterator[Fact]:
    """Yield the ministry that each minister leads."""
    for post in ministers:
        *field, _ = post.words
        if " ".join(post.words) in OF_A_PART or field[-1:] == ["prime"]:
            continue
        if not OTHER_RANK.isdisjoint(field):
            continue
        ministry = _ministry(" ".join(field), len(ministers) == 1, reading, linked)
        if ministry is not None:
            yield post.fact(LEADS, ministry, BY_HOME)


def _ministry(field: str, alone: bool, reading: Reading, linked: LinkedMentions) -> Place | None:
    """Return the ministry of a field; that of no field, "the ministry", if one minister is told."""
    for chain in reading.chains:
        fields = {_field(mention) for mention in chain.mentions} - {None}
        if field not in fields and (not alone or fields != {""}):
            continue
        first = next(mention for mention in chain.mentions if _field(mention) is not None)
        entity = linked.of(first)
        if entity is None or ORGANIZATION not in entity.types:
            continue
        if field in fields or entity.name.lower() in MINISTRIES:
            return entity, first.passage
    return None


def _field(mention: Mention) -> str | None:
    """Return the field of a ministry, empty if its words do not say it; None of anything else."""
    *before, last = mention.noun.split() or [""]
    if last not in MINISTRIES or not mention.definite or mention.country:
        return None
    return " ".join(before)


def _only(things: Places, nouns: frozenset[str]) -> Place | None:
    """Return the only organisation of a kind that has a name; None of several."""
    named = [place for place in things.values() if not place[0].described]
    of_kind = [place for place in named if _is_of_kind(place[0], nouns)]
    return of_kind[0] if len(of_kind) == 1 else None


def _is_of_kind(entity: Entity, nouns: frozenset[str]) -> bool:
    if ORGANIZATION not in entity.types:
        return False
    return not nouns.isdisjoint(entity.name.lower().split())


# ------------------------------------------------------------------------------------- in names


def _called_after(things: Places, reading: Reading, linked: LinkedMentions) -> Iterator[Fact]:
    """Yield where the bodies are that are called after a town that the article speaks of."""
    spoken = _spoken_of(reading, linked)
    towns = [place for place, _ in things.values() if CITY in place.types and place.id in spoken]
    for body, named in things.values():
        if body.described or ORGANIZATION not in body.types or COUNTRY in body.types:
            continue
        words = body.name.lower().split()
        for town in towns:
            if not town.described and _is_called_after(words, town.name.lower().split()):
                yield Fact(body.id, LOCATION, town.id, (BY_NAME,), (named,))


def _spoken_of(reading: Reading, linked: LinkedMentions) -> set[str]:
    """Return the ids of what is named by itself, not only in the name of something else."""
    names: list[Mention] = []
    for chain in reading.chains:
        names += filter(_is_name, chain.mentions)
    found: set[str] = set()
    for mention in names:
        entity = linked.of(mention)
        within = [other for other in names if _holds(other, mention)]
        if entity is not None and not within:
            found.add(entity.id)
    return found


def _is_name(mention: Mention) -> bool:
    return mention.is_name


def _holds(outer: Mention, inner: Mention) -> bool:
    return outer is not inner and outer.passage.covers(inner.passage)


def _is_called_after(body: Sequence[str], town: Sequence[str]) -> bool:
    """Return whether the name of a body is that of a town and a kind of body, in either order.

    >>> _is_called_after(["durban", "high", "court"], ["durban"])
    True
    >>> _is_called_after(["university", "of", "exeter"], ["exeter"])
    True
    >>> _is_called_after(["durban", "courier"], ["durban"])
    False
    """
    length = len(town)
    if len(body) <= length:
        return False
    if list(body[:length]) == list(town):
        return body[-1] in SEATED
    return body[0] in SEATED and list(body[-length - 1 :]) == ["of", *town]
