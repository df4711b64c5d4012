"""The time for which statements hold, from all that the articles tell.

A statement begins or ends at the date of an event: a post with an appointment or a resignation, in
the same sentence or in another article; a property with its sale. What has no date of an end was
true at the latest on the day of the last article that tells it as true.
"""

from collections.abc import (
    Iterable,
    Iterator,
    Mapping,
    Sequence,
)
from dataclasses import replace

from kg.graph.disagreements.collected import Tellings
from kg.graph.disagreements.days import are_apart, days_apart
from kg.graph.disagreements.single import posts
from kg.graph.disagreements.telling import FactTelling, triple_of
from kg.graph.disagreements.turns import (
    OWNS,
    Bound,
    Turn,
    bounded_properties,
    by_thing,
)
from kg.model import Fact

SPELL = 30  # days by which an article may speak of a post too early or too late
ACQUIRED = "inferred:acquisition"

Facts = tuple[Fact, ...]
TurnsOf = Mapping[tuple[str, str], Sequence[Turn]]


def with_validity(facts: Iterable[Fact], tellings: Tellings) -> Facts:
    """Return the facts, each with the time for which it holds as far as it is known."""
    facts = tuple(facts)
    turns = sorted(set(tellings.turns), key=_order)
    turns_of = by_thing(turns)
    bounded: list[Fact] = []
    for fact in facts:
        if fact.predicate in bounded_properties() and fact.factuality.stands:
            told = tellings.facts.get(triple_of(fact), [])
            fitting = [turn for turn in _turns(fact, turns_of) if _fits(turn, fact, facts)]
            fact = _bounded(fact, told, fitting)
        bounded.append(fact)
    return (*bounded, *_owners(bounded, turns))


def _order(turn: Turn) -> tuple[str, ...]:
    passage = turn.evidence
    place = f"{passage.start:09} {passage.end:09}"
    return turn.thing, turn.property, turn.bound, turn.date, passage.article, place


def _bounded(fact: Fact, told: Sequence[FactTelling], turns: Sequence[Turn]) -> Fact:
    """Return a statement with its bounds, or the last day on which it was told as true."""
    ending: set[str] = set()
    for turn in turns:
        if turn.bound is Bound.END:
            ending.add(turn.evidence.article)
    days: list[str] = []
    later: list[str] = []
    for telling in told:
        source = telling.source
        if source.day and not telling.is_past:
            days.append(source.day)
        if source.article not in ending:
            later.append(source.day)
    start = _date(fact.start, turns, Bound.START)
    end = _date(fact.end, turns, Bound.END)
    if _is_long_before(days, start):
        start = fact.start
    if _is_long_after(later, end):
        end = fact.end
    is_over = any(turn.bound is Bound.END and not turn.date for turn in turns)
    past = fact.past or end != fact.end or is_over
    as_of = "" if past else max(days, default="")
    return replace(fact, start=start, end=end, past=past, as_of=as_of)


def _turns(fact: Fact, turns_of: TurnsOf) -> Iterator[Turn]:
    """Yield the turns of a statement about either of its ends."""
    yield from turns_of.get((fact.subject, fact.predicate), ())
    if isinstance(fact.object, str):
        yield from turns_of.get((fact.object, fact.predicate), ())


def _fits(
    turn: Turn,
    fact: Fact,
    facts: Facts,
) -> bool:
    """Return whether a turn is one of a statement, and not of another about the same thing."""
    other = str(fact.object) if turn.thing == fact.subject else fact.subject
    if turn.patients - {turn.thing, other} or not _is_of_post(turn, fact):
        return False
    if other in turn.others:
        return True
    kind = _kind(other)
    kinds = set(map(_kind, turn.others))
    if kind in kinds:
        return False
    if turn.evidence in fact.evidence:
        return True
    return _is_only_one(turn, fact, facts)


def _kind(name: str) -> str:
    """Return the kind of thing that an id is of."""
    kind, _, _ = name.partition("/")
    return kind


def _is_of_post(turn: Turn, fact: Fact) -> bool:
    """Return whether a turn can be of the post of a statement."""
    title = fact.role if isinstance(fact.object, str) else fact.object.text
    role = title.lower()
    if not turn.posts or not role:
        return True
    return posts().get(role, role) in turn.posts


def _is_only_one(
    turn: Turn,
    fact: Fact,
    facts: Facts,
) -> bool:
    """Return whether the article of a turn tells of one such statement about the thing.

    If it tells of none, there must be only one in all articles.
    """
    alike = [each for each in facts if _is_alike(each, fact)]
    told = [each for each in alike if _is_told_in(each, turn.evidence.article)]
    return (told or alike) == [fact]


def _is_alike(first: Fact, second: Fact) -> bool:
    """Return whether two facts that stand say the same kind of thing of the same."""
    if first.subject != second.subject or first.predicate != second.predicate:
        return False
    return first.factuality.stands


def _is_told_in(fact: Fact, article: str) -> bool:
    articles = {passage.article for passage in fact.evidence}
    return article in articles


def _date(known: str, turns: Iterable[Turn], bound: Bound) -> str:
    """Return the most precise date of a bound, of several the first; that of the text wins."""
    fitting: list[str] = []
    for turn in turns:
        date = turn.date
        if turn.bound is not bound or not date:
            continue
        if not known or not are_apart(known, date):
            fitting.append(date)
    fitting.sort()
    return max([known, *fitting], key=len)


def _is_long_before(days: Iterable[str], start: str) -> bool:
    """Return whether an article told it long before it began."""
    for day in days:
        gap = days_apart(day, start)
        if gap is not None and gap > SPELL:
            return True
    return False


def _is_long_after(days: Iterable[str], end: str) -> bool:
    """Return whether an article still tells it long after its end."""
    for day in days:
        gap = days_apart(end, day)
        if gap is not None and gap > SPELL:
            return True
    return False


def _owners(facts: Sequence[Fact], turns: Iterable[Turn]) -> Iterator[Fact]:
    """Yield who bought something of which the articles tell another owner."""
    owning = [fact for fact in facts if fact.predicate == OWNS and fact.factuality.stands]
    owned = {str(fact.object) for fact in owning}
    known = {(fact.subject, fact.object) for fact in owning}
    for turn in turns:
        if turn.property != OWNS:
            continue
        for thing in sorted(turn.patients & owned - {turn.thing}):
            if (turn.thing, thing) not in known:
                known.add((turn.thing, thing))
                yield Fact(
                    turn.thing,
                    OWNS,
                    thing,
                    (ACQUIRED,),
                    (turn.evidence,),
                    turn.factuality,
                    start=turn.date,
                )
