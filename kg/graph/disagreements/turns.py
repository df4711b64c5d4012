"""Turns: happenings that begin or end what a statement says, as `data/validity.tsv` lists them."""

from collections.abc import (
    Iterable,
    Iterator,
    Mapping,
)
from dataclasses import dataclass
from enum import StrEnum, auto
from functools import cache

from kg.graph.disagreements.single import PACKAGE, posts
from kg.graph.events import EventMention
from kg.graph.ontology import LinkedMentions
from kg.lang.en import word_set
from kg.model import (
    Claim,
    Factuality,
    Passage,
    Reading,
)
from kg.tables import table

AS = word_set("function_words", "in-the-post-of")
SUCCESSION = word_set("verbs", "succession")
SUBJECT = "subject"
OBJECT = "object"
PATIENT, OWNS = "kg:patient", "schema:owns"

Succession = tuple[str, str]  # who came after whom


class Bound(StrEnum):
    """The ends of the time for which a statement holds."""

    START = auto()
    END = auto()


@dataclass(frozen=True, slots=True)
class Begins:
    """A class of event that bounds statements of a property about the filler of a role."""

    cls: str
    role: str
    property: str
    bound: Bound


@dataclass(frozen=True, slots=True)
class Turn:
    """The turn at which statements of a property about a thing begin or end to hold.

    `date` is empty for an end of which the article does not say when it came. `others` are further
    named things that its clause tells of, `posts` the posts that it names.
    """

    thing: str
    property: str
    bound: Bound
    date: str
    evidence: Passage
    factuality: Factuality
    others: frozenset[str] = frozenset()
    posts: frozenset[str] = frozenset()
    patients: frozenset[str] = frozenset()


@cache
def _beginnings() -> tuple[Begins, ...]:
    rows = table(PACKAGE, "data/validity.tsv")
    found: list[Begins] = []
    for cls, role, curie, bound in rows:
        found.append(Begins(cls, role, curie, Bound(bound)))
    return tuple(found)


@cache
def bounded_properties() -> frozenset[str]:
    """Return the properties whose statements hold for a time that articles may tell."""
    return frozenset(row.property for row in _beginnings())


def turns(
    reading: Reading, mentions: Iterable[EventMention], linked: LinkedMentions
) -> Iterator[Turn]:
    """Yield what the events of an article begin or end, those that stand.

    A beginning must have a single date, an end may have none.
    """
    claim_at = {claim.trigger: claim for claim in reading.claims}
    for mention in mentions:
        claim = claim_at.get(mention.trigger)
        if claim is None or not mention.factuality.stands:
            continue
        time = mention.time
        day = time.start if time is not None and time.is_point else ""
        for row in _beginnings():
            is_known = bool(day) or row.bound is Bound.END
            if row.cls in mention.classes and is_known:
                for thing in sorted(mention.fillers(row.role)):
                    yield _turn(thing, row, day, mention, claim, linked)


def _turn(
    thing: str,
    row: Begins,
    day: str,
    mention: EventMention,
    claim: Claim,
    linked: LinkedMentions,
) -> Turn:
    others = frozenset(_named(claim, linked)) - {thing}
    return Turn(
        thing,
        row.property,
        row.bound,
        day,
        mention.evidence,
        mention.factuality,
        others,
        frozenset(_posts(claim)),
        frozenset(mention.fillers(PATIENT)),
    )


def _named(claim: Claim, linked: LinkedMentions) -> Iterator[str]:
    """Yield the ids of the things with names that a claim tells of."""
    for role in claim.roles:
        entity = linked.of(role.mention)
        if entity is not None and not entity.described:
            yield entity.id


def _posts(claim: Claim) -> Iterator[str]:
    """Yield the posts that somebody has in what a claim tells: "resigned as chairman"."""
    known = posts()
    for role in claim.roles:
        noun = role.mention.noun.lower()
        if role.name in AS and noun:
            yield known.get(noun, noun)


def successions(reading: Reading, linked: LinkedMentions) -> Iterator[Succession]:
    """Yield who came after whom, as verbs of an article say."""
    for claim in reading.claims:
        if claim.predicate not in SUCCESSION or not claim.factuality.stands:
            continue
        for after in claim.fillers(SUBJECT):
            for before in claim.fillers(OBJECT):
                new = linked.of(after)
                old = linked.of(before)
                if new is not None and old is not None:
                    yield new.id, old.id


def by_thing(found: Iterable[Turn]) -> Mapping[tuple[str, str], list[Turn]]:
    """Return turns by the thing and the property that they bound."""
    known: dict[tuple[str, str], list[Turn]] = {}
    for turn in found:
        known.setdefault((turn.thing, turn.property), []).append(turn)
    return known
