"""The places that a sentence lends to what it tells of, by weighed signs of each event and place.

"They died when a bridge fell into the Lima", "cholera kills 19 in a lake town", "was tried at the
county court": where something happened often stands in another clause, or is a body rather than a
place. No single sign decides that. So the signs vote: each has a weight in `data/places.tsv`, and
the logistic function of their sum is the probability that it happened there. The likeliest place is
lent if it reaches the floor. It is the second choice: it counts if no mention of the event has a
place of its own. The table is learnt from annotated news by `training/event_places.py`.

Nothing is lent without the learned reader, nor from other sentences: no signs of words tell there
which one it is.

Source: implicit arguments (Gerber and Chai 2010, "Beyond NomBank: A Study of Implicit Arguments for
Nominal Predicates") and spatial roles of events (Kolomiyets et al. 2013, "SemEval-2013 Task 3:
Spatial Role Labeling"), as classifiers of pairs.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import (
    Iterable,
    Iterator,
    Mapping,
    Sequence,
)
from dataclasses import dataclass, replace
from functools import cache, cached_property

from kg.graph.events.event_mention import EventMention
from kg.graph.events.places import (
    AT,
    PLACE,
    WHERE,
)
from kg.graph.events.standing import (
    events_between,
    grammar,
    side_of,
    standing,
    word_after,
    word_before,
)
from kg.graph.ontology import ORGANIZATION, LinkedMentions
from kg.graph.vote import Vote
from kg.model import (
    SEEN,
    Article,
    Claim,
    Entity,
    Mention,
    Part,
    Passage,
    Reading,
)

VOTE = Vote("kg.graph.events", "places.tsv")
VEHICLE = "schema:Vehicle"
KINDS = frozenset({PLACE, ORGANIZATION, VEHICLE})  # of what something may happen at
NEAREST_TYPES = 2  # of an entity, the narrowest first
MANY = 3  # nearer places; more make no difference
STEPS = (0.05, 0.15, 0.3, 0.5, 0.7, 0.9)  # probabilities of the reader that are signs
SPOTS = (Part.PLACE, Part.ORIGIN, Part.DESTINATION)

Chances = dict[str, dict[Part, float]]  # of the roles of each entity, by its id


@dataclass(frozen=True)
class LentPlace:
    """A place that may be that of a mention, with the signs by which that is judged."""

    mention: EventMention
    entity: Entity
    signs: tuple[str, ...]

    @cached_property
    def chance(self) -> float:
        """The probability that it is, two decimals."""
        return VOTE.chance(self.signs)


def with_second_places(
    mentions: Sequence[EventMention], reading: Reading, linked: LinkedMentions
) -> list[EventMention]:
    """Return the mentions of events in one article, those without a place with a lent one."""
    best: dict[Passage, LentPlace] = {}
    for lent in candidate_places(mentions, reading, linked):
        known = best.get(lent.mention.trigger)
        if known is None or lent.chance > known.chance:
            best[lent.mention.trigger] = lent
    return [_with_place(mention, best.get(mention.trigger)) for mention in mentions]


def _with_place(mention: EventMention, lent: LentPlace | None) -> EventMention:
    if lent is None or mention is not lent.mention or lent.chance < VOTE.floor:
        return mention
    return replace(mention, lent_place=(AT, lent.entity.id))


def candidate_places(
    mentions: Sequence[EventMention], reading: Reading, linked: LinkedMentions
) -> Iterator[LentPlace]:
    """Yield the places in the sentence of each mention of an event that has none of its own."""
    told = _Told(mentions, reading, linked)
    for mention in mentions:
        if WHERE.isdisjoint(curie for curie, _ in mention.roles):
            yield from told.lent_to(mention)


@dataclass(frozen=True, slots=True)
class _Spot:
    """A mention of what something may happen at, with its entity."""

    mention: Mention
    entity: Entity

    @property
    def passage(self) -> Passage:
        """The words of the mention."""
        return self.mention.passage

    @property
    def sort(self) -> str:
        """The part of a sign that tells a place from a body or vehicle."""
        return "place" if PLACE in self.entity.types else "body"


class _Told:
    """The places that an article tells, and what the reader thinks of them."""

    def __init__(
        self, mentions: Sequence[EventMention], reading: Reading, linked: LinkedMentions
    ) -> None:
        self._article = reading.article
        self._linked = linked
        self._spots = _spots(reading, linked)
        self._starts = [spot.passage.start for spot in self._spots]
        self._triggers = sorted(mention.trigger.start for mention in mentions)
        self._claims = {claim.trigger: claim for claim in reading.claims if SEEN in claim.signs}
        self._takers: dict[tuple[Passage, str], list[EventMention]] = defaultdict(list)
        for mention in mentions:
            for _, entity in (role for role in mention.roles if role[0] in WHERE):
                self._takers[mention.evidence, entity].append(mention)
        self._chances: dict[Passage, Chances] = {}
        self._of_sentence: dict[Passage, list[Passage]] = defaultdict(list)
        for trigger, claim in self._claims.items():
            self._chances[trigger] = _chances(claim, linked)
            self._of_sentence[claim.evidence].append(trigger)

    def lent_to(self, mention: EventMention) -> Iterator[LentPlace]:
        """Yield what the places of its sentence may lend a mention, each thing once."""
        claim = self._claims.get(mention.trigger)
        if claim is None:
            return
        nearest: dict[str, _Spot] = {}
        for spot in self._in_sentence(mention):
            nearest.setdefault(spot.entity.id, spot)
        for order, spot in enumerate(nearest.values()):
            signs = {*self._signs(mention, spot, min(order, MANY))}
            signs.update(self._of_claim(claim, spot.entity.id))
            yield LentPlace(mention, spot.entity, tuple(sorted(signs)))

    def _in_sentence(self, mention: EventMention) -> list[_Spot]:
        """Return the mentions of places in the sentence of an event, the nearest first."""
        first = bisect_left(self._starts, mention.evidence.start)
        last = bisect_left(self._starts, mention.evidence.end)
        own = mention.trigger

        def distance(spot: _Spot) -> int:
            return max(spot.passage.start - own.end, own.start - spot.passage.end)

        return sorted(self._spots[first:last], key=distance)

    def _signs(self, mention: EventMention, spot: _Spot, order: int) -> Iterator[str]:
        """Yield the signs of a mention and of one place."""
        stands = standing(mention.trigger, spot.passage, self._article, is_here=True)
        side = side_of(stands)
        yield f"at:{stands}"
        yield f"{side}, order {order}"
        between = events_between(mention.trigger, spot.passage, self._triggers)
        yield f"events between:{between}, {side}"
        for sign in grammar(mention):
            yield f"{side} {sign}"
        yield from _of_words(spot, self._article, side)
        yield from _of_kinds(mention, spot, side)
        yield from self._of_layers(spot)
        for taker in self._takers.get((mention.evidence, spot.entity.id), ()):
            yield from _of_taker(mention, taker)

    def _of_layers(self, spot: _Spot) -> Iterator[str]:
        """Yield whether a place lies in another, or another in it, by the words between them."""
        at = bisect_left(self._starts, spot.passage.start)
        for other in self._spots[at + 1 : at + 2]:
            if _are_close(spot, other):
                yield f"in a {other.sort}"
        for other in self._spots[max(0, at - 1) : at]:
            if _are_close(other, spot):
                yield f"around a {other.sort}"

    def _of_claim(self, claim: Claim, entity: str) -> Iterator[str]:
        """Yield in which role the words have a place, and what the reader thinks of it."""
        for role in claim.roles:
            filler = self._linked.of(role.mention)
            if filler is not None and filler.id == entity:
                yield f"role {role.name}"
        own = self._chances[claim.trigger]
        mine = own.get(entity, {})
        where = _where(mine)
        for part, chance in mine.items():
            yield from _steps(f"{SEEN} {part}", chance)
        yield from _steps(f"{SEEN} where", where)
        places = [_where(parts) for other, parts in own.items() if other != entity]
        if max(places, default=0.0) > where:
            yield f"{SEEN} rather another place"
        triggers = self._of_sentence[claim.evidence]
        others = [self._chances[trigger] for trigger in triggers if trigger != claim.trigger]
        rival = max((_where(each.get(entity, {})) for each in others), default=0.0)
        yield from _steps(f"{SEEN} of another event", rival)
        if rival > where:
            yield f"{SEEN} rather of another event"


def _of_taker(mention: EventMention, taker: EventMention) -> Iterator[str]:
    """Yield the signs of another event of the sentence that has the place."""
    side = "before" if taker.trigger < mention.trigger else "after"
    yield f"taken {side}"
    if set(mention.roles) & set(taker.roles):
        yield f"taken {side}, shared"
    if set(mention.classes) & set(taker.classes):
        yield f"taken {side}, same class"


def _spots(reading: Reading, linked: LinkedMentions) -> list[_Spot]:
    """Return the mentions of what something may happen at, in text order."""
    found: list[_Spot] = []
    for chain in reading.chains:
        for mention in chain.mentions:
            entity = linked.of(mention)
            if entity is not None and not KINDS.isdisjoint(entity.types):
                found.append(_Spot(mention, entity))
    return sorted(found, key=lambda spot: spot.passage)


def _chances(claim: Claim, linked: LinkedMentions) -> Chances:
    """Return what the reader thinks of the roles of each entity; of its mentions the likeliest."""
    chances: Chances = defaultdict(dict)
    for seen in claim.seen:
        entity = linked.of(seen.mention)
        if entity is not None:
            own = chances[entity.id]
            own[seen.name] = max(own.get(seen.name, 0.0), seen.chance)
    return chances


def _where(parts: Mapping[Part, float]) -> float:
    """Return the probability that something is a place in any role."""
    return sum(parts.get(part, 0.0) for part in SPOTS)


def _steps(mark: str, chance: float) -> Iterable[str]:
    """Return a sign for each step that a probability reaches."""
    return _signs_of_steps(mark)[: bisect_right(STEPS, chance)]


@cache
def _signs_of_steps(mark: str) -> tuple[str, ...]:
    return tuple(f"{mark} {step}" for step in STEPS)


def _are_close(first: _Spot, second: _Spot) -> bool:
    """Return whether at most two words stand between two mentions: "Onne in the delta"."""
    gap = second.passage.start - first.passage.end
    return 0 <= gap <= len(" outside the ")


def _of_words(spot: _Spot, article: Article, side: str) -> Iterator[str]:
    """Yield the words before and after a place."""
    before, after = word_before(spot.passage, article), word_after(spot.passage, article)
    yield f"behind {before}"
    yield f"behind {before}, {side}"
    yield f"behind {before}, {spot.sort}"
    yield f"before {after}"
    yield f"before {after}, {spot.sort}"
    if spot.mention.noun:
        yield f"noun:{spot.mention.noun}"


def _of_kinds(mention: EventMention, spot: _Spot, side: str) -> Iterator[str]:
    """Yield the kind of a place, how it is mentioned, and the kind of the event."""
    entity, form = spot.entity, spot.mention.kind.value
    known = "described" if entity.described else "named"
    yield f"{spot.sort} {known} {form}"
    yield f"{spot.sort} {known} {form}, {side}"
    for kind in entity.types[:NEAREST_TYPES]:
        yield f"type:{kind}"
        yield f"type:{kind}, {side}"
    for cls in mention.classes:
        yield f"{spot.sort} in {cls}"
        yield f"{spot.sort} in {cls}, {side}"
    for curie, filler in mention.roles:
        if filler == entity.id:
            yield f"is {curie}"
            yield f"is {curie}, {spot.sort}"
