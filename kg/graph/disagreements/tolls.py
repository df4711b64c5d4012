"""Tolls: how many one sentence says to have been killed, hurt or arrested, and in what.

Two tolls are of one happening if they are of one event of the graph, or if their articles name the
same calamity ("crash") at the same place, within one spell of news, with no other date.
"""

from collections.abc import (
    Iterable,
    Iterator,
    Sequence,
)
from dataclasses import dataclass, replace
from functools import cache

from kg.graph.disagreements.single import PACKAGE
from kg.graph.disagreements.telling import Source, source_of
from kg.graph.events import EventMention
from kg.graph.ontology import LinkedMentions
from kg.lang.en import word_set, word_values
from kg.model import (
    Claim,
    Factuality,
    Kind,
    Mention,
    Passage,
    Quantity,
    Reading,
)
from kg.tables import table

CAUSES = frozenset({"kg:Attack", "kg:Accident", "kg:Disaster", "kg:Demonstration"})
LIVES = word_values("nouns", "lives")
CASUALTIES = word_values("nouns", "casualties")
TAKING_LIVES = word_set("verbs", "taking-lives")
PUTTING = word_set("verbs", "putting-a-figure")
PLACES = frozenset({"sem:hasPlace", "kg:destination", "kg:origin"})
ALL = "all"  # who are counted
SUM = "sum"  # instead: money
PURCHASE = "kg:Acquisition"


@dataclass(frozen=True, slots=True)
class Toll:
    """A number of people, as one sentence tells it.

    `kind` is what befell them, `counted` who is counted. `triggers` are the words of the event, and
    of its cause; `cause` is that in one word, empty if no word names it. `day` is the date on which
    it happened, `places` where; empty if they are not told.
    """

    kind: str
    counted: str
    quantity: Quantity
    evidence: Passage
    source: Source
    factuality: Factuality
    triggers: tuple[Passage, ...]
    cause: str = ""
    day: str = ""
    places: frozenset[str] = frozenset()


@cache
def _kinds() -> dict[tuple[str, str], str]:
    rows = table(PACKAGE, "data/tolls.tsv")
    kinds: dict[tuple[str, str], str] = {}
    for cls, role, toll in rows:
        kinds[cls, role] = toll
    return kinds


@cache
def _counted() -> dict[str, str]:
    rows = table(PACKAGE, "data/counted.tsv")
    return {row[0]: row[1] for row in rows}


@cache
def _causes() -> dict[str, str]:
    rows = table(PACKAGE, "data/causes.tsv")
    return {row[0]: row[1] for row in rows}


def tolls(
    reading: Reading, mentions: Sequence[EventMention], linked: LinkedMentions
) -> Iterator[Toll]:
    """Yield the tolls of an article that stand, each with its cause as far as it is told."""
    mention_at = {mention.trigger: mention for mention in mentions}
    for claim in reading.claims:
        mention = mention_at.get(claim.trigger)
        told = claim if mention is None else mention
        if not told.factuality.stands:
            continue
        source = source_of(reading.article, _speakers(claim, linked))
        for kind, counted, quantity in _counts(mention, claim, linked):
            toll = Toll(
                kind,
                counted,
                quantity,
                claim.evidence,
                source,
                told.factuality,
                (claim.trigger,),
            )
            if counted == SUM:
                yield toll
            else:
                yield _with_cause(_with_circumstances(toll, mention), mentions)


def _speakers(claim: Claim, linked: LinkedMentions) -> tuple[str, ...]:
    """Return the ids of those who say so, also as "police put the death toll at 15"."""
    speakers = {_id(claim.speaker, linked)}
    if claim.predicate in PUTTING:
        speakers.update(_id(subject, linked) for subject in claim.fillers("subject"))
    return tuple(sorted(speakers - {""}))


def _with_circumstances(toll: Toll, mention: EventMention | None) -> Toll:
    """Return a toll with the day and the places of its event, if that is the calamity itself.

    "The toll rose to 15 on Tuesday" tells no day of it.
    """
    if mention is None or not _is_calamity(mention):
        return toll
    return replace(toll, day=_day(mention), places=_places(mention))


def _is_calamity(mention: EventMention) -> bool:
    classes = {cls for cls, _ in _kinds()}
    return not (CAUSES | classes).isdisjoint(mention.classes)


def _counts(
    mention: EventMention | None, claim: Claim, linked: LinkedMentions
) -> Iterator[tuple[str, str, Quantity]]:
    """Yield the numbers of a claim: what befell those who are counted, who they are, how many."""
    if mention is not None:
        yield from _sums(mention)
    for role in claim.roles:
        amount = role.mention.quantity
        if role.mention.kind is Kind.QUANTITY and amount is not None:
            kind = _of_unit(amount.unit, claim)
            if kind:
                yield kind, ALL, replace(amount, unit=kind)
        for (cls, curie), kind in _kinds().items():
            if mention is None or cls not in mention.classes:
                continue
            if _id(role.mention, linked) in mention.fillers(curie):
                yield from _of_group(kind, role.mention)


def _sums(mention: EventMention) -> Iterator[tuple[str, str, Quantity]]:
    """Yield the one sum of money that is paid in an event that happens once."""
    sums = [amount for amount in mention.quantities if amount.currency]
    if len(sums) == 1 and PURCHASE in mention.classes:
        yield sums[0].currency, SUM, sums[0]


def _of_unit(unit: str, claim: Claim) -> str:
    """Return what befell those who are counted, by what they are called: "14 lives", "12 dead"."""
    if unit in LIVES:
        return LIVES[unit] if claim.predicate in TAKING_LIVES else ""
    return CASUALTIES.get(unit, "")


def _of_group(kind: str, group: Mention) -> Iterator[tuple[str, str, Quantity]]:
    """Yield the number of a counted group, unless it counts the rest of another."""
    noun = group.noun.lower()
    counted = _counted().get(noun, noun) if noun else ALL
    if group.size and counted:
        quantity = group.quantity or Quantity(str(group.size))
        yield kind, counted, replace(quantity, unit=kind)


def _id(mention: Mention | None, linked: LinkedMentions) -> str:
    if mention is None:
        return ""
    entity = linked.of(mention)
    return entity.id if entity is not None else ""


def _day(mention: EventMention) -> str:
    time = mention.time
    return time.start if time is not None and time.is_point else ""


def _places(mention: EventMention) -> frozenset[str]:
    found: set[str] = set()
    for curie, filler in (*mention.roles, *mention.around):
        if curie in PLACES:
            found.add(filler)
    return frozenset(found)


# -------------------------------------------------------------------------------------- causes


def _with_cause(toll: Toll, mentions: Sequence[EventMention]) -> Toll:
    """Return a toll with the calamity that its sentence names, or else its article."""
    [trigger] = toll.triggers
    others: list[EventMention] = []
    near: list[EventMention] = []
    beside: list[Passage] = []
    for mention in mentions:
        if _is_beside(mention, toll):
            beside.append(mention.trigger)
        if CAUSES.isdisjoint(mention.classes) or mention.trigger == trigger:
            continue
        others.append(mention)
        if mention.evidence == toll.evidence:
            near.append(mention)
    words = set(map(cause_of, near or others))
    if len(words) != 1:
        return replace(toll, triggers=(trigger, *beside))
    [word] = words
    same = [each for each in others if cause_of(each) == word]
    days = [*filter(None, map(_day, same))]
    return replace(
        toll,
        triggers=(trigger, *beside, *(each.trigger for each in same)),
        cause=word,
        day=max(days, key=len, default=toll.day),
        places=toll.places.union(*map(_places, same)),
    )


def _is_beside(mention: EventMention, toll: Toll) -> bool:
    """Return whether an event of the same sentence is what a toll counts: "the death toll"."""
    if mention.evidence != toll.evidence or mention.trigger in toll.triggers:
        return False
    classes = {cls for (cls, _), kind in _kinds().items() if kind == toll.kind}
    return not classes.isdisjoint(mention.classes)


def cause_of(mention: EventMention) -> str:
    """Return the calamity that an event is in one word, the same for words of one kind."""
    *_, word = mention.predicate.lower().split()
    return _causes().get(word, word)


def in_order(found: Iterable[Toll]) -> list[Toll]:
    """Return tolls by the day of their article, then by their place in it."""
    return sorted(found, key=_order)


def _order(toll: Toll) -> tuple[str, Passage, str, Quantity]:
    day = toll.source.day
    evidence = toll.evidence
    return day, evidence, toll.kind, toll.quantity
