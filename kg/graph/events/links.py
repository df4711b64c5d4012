"""Tellings in the articles of one story that are one event, by weighed signs of each pair.

What "the quake" is in one article is "an earthquake" in the next, often without anybody who takes
part in both. No single sign decides that. So the signs vote, as in `kg.graph.events.sameness`: how
alike the words, kinds and participants are, what the sentences have in common, and how rare that
is. The weights of `data/links.tsv` are learnt from news on the same happenings by
`training/event_links.py`; without a learned reader, `data/links_by_rules.tsv` has them.

Each telling meets others under its kinds, the stem of its word, and who takes part. The likeliest
are put together first, as long as all of both are one event with the probability that is asked, on
average. What is told of two days, as denied here and true there, or as the first and the second is
never put together. Where other people take part, or one article tells in two ways, one of the two
may be misread: that speaks against a pair, and the others of both events decide.

Source: the mention-pair model over documents (Bejan and Harabagiu 2010; Cybulska and Vossen 2015)
with average linkage, as in Barhom et al. 2019, "Revisiting joint modeling of cross-document entity
and event coreference resolution".
"""

from collections import defaultdict
from collections.abc import (
    Iterator,
    Mapping,
    Sequence,
)
from dataclasses import (
    dataclass,
    field,
)

from kg.graph.events.compatibility import NEVER_MERGED
from kg.graph.events.distinct import are_distinct
from kg.graph.events.event_mention import EventMention
from kg.graph.events.journeys import (
    journeys_of,
    tell_one,
)
from kg.graph.events.likeness import (
    Entities,
    circumstances_fit,
    participants_agree,
    undisputed,
)
from kg.graph.events.link_signs import (
    KnownThings,
    signs_of_link,
)
from kg.graph.events.pair_signs import (
    STEM,
    entities_of,
    kinds,
    word_of,
)
from kg.graph.events.sameness import is_same_deed
from kg.graph.linkage import (
    NEVER,
    Linkage,
)
from kg.graph.vote import (
    Vote,
    Votes,
)
from kg.model import (
    Frame,
    Passage,
)

VOTES = Votes(Vote("kg.graph.events", "links.tsv"), Vote("kg.graph.events", "links_by_rules.tsv"))
NEAREST = 60  # tellings after one with which it is compared under a key
LEAST_INSIDE = 0.4  # probability of two tellings of one article; each errs less often than a vote
# What a pair counts whose participants differ, or that is too unlikely inside an article: less than
# nothing, but others outweigh one misread name. In cross-validation over the topics of ECB+ train,
# CoNLL .77 at the same precision, .74 if such a pair kept two events apart for ever.
UNLIKELY = -0.3
UNASKED = 0.2  # what a pair counts that does not meet: it may be one by those beside it
NEARLY = 0.1  # how far below the floor those are that were almost put together
MOST_NEARLY = 5  # tellings that are named for one

DESTINATION = "kg:destination"
TRAVELLERS = frozenset({"kg:agent", "kg:patient"})

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Ties:
    """The reasons why tellings are one event, and which almost were, by their words."""

    reasons: dict[Passage, str] = field(default_factory=dict)
    near: dict[Passage, set[Passage]] = field(default_factory=lambda: defaultdict(set))


def joined(
    tellings: Sequence[EventMention],
    known: KnownThings,
    ties: Ties,
) -> list[list[EventMention]]:
    """Return the tellings of one story, those together that are of one event."""
    chances: dict[Pair, float] = {}
    floors: list[float] = []
    journeys = journeys_of(tellings, known.entities)
    for first, second in sorted(_meeting(tellings)):
        both = tellings[first], tellings[second]
        is_sure = tell_one(*both, journeys) and is_possible(*both, known.entities)
        chances[first, second] = 1.0 if is_sure else _chance(*both, known)
        floors.append(VOTES.on(tellings[first].signs).floor)
    floor = max(floors, default=1.0)
    whole: list[list[EventMention]] = []
    home: dict[int, int] = {}
    beyond = {pair: chance - UNASKED for pair, chance in chances.items()}
    for members in Linkage(len(tellings), beyond, floor - UNASKED).clusters():
        home.update(dict.fromkeys(members, len(whole)))
        group = [tellings[number] for number in members]
        whole.append(undisputed(group, known.entities))
    _note(tellings, chances, home, ties, floor - NEARLY)
    return whole


def _note(
    tellings: Sequence[EventMention],
    chances: Mapping[Pair, float],
    home: Mapping[int, int],
    ties: Ties,
    least: float,
) -> None:
    """Note why tellings are one event, and which were almost put together."""
    for (first, second), chance in chances.items():
        one, other = tellings[first].trigger, tellings[second].trigger
        if home[first] == home[second]:
            if chance > 0:
                reason = f"one-story:{chance:.2f}"
                ties.reasons[one] = max(reason, ties.reasons.get(one, ""))
        elif chance >= least and len(ties.near[one]) < MOST_NEARLY:
            ties.near[one].add(other)


def _chance(
    first: EventMention,
    second: EventMention,
    known: KnownThings,
) -> float:
    """Return the probability that two tellings are one event."""
    if are_two(first, second):
        return NEVER
    if not participants_agree(first, second, known.entities):
        return UNLIKELY
    is_inside = first.article == second.article
    is_same = is_same_deed if is_inside else _is_same_way
    if is_same(first, second):
        return 1.0
    signs = signs_of_link(first, second, known)
    chance = VOTES.on(signs).chance(signs)
    return UNLIKELY if is_inside and chance < LEAST_INSIDE else chance


def _is_same_way(
    first: EventMention,
    second: EventMention,
) -> bool:
    """Return whether both tell by a verb of one kind who went to one place: "taken", "flown"."""
    if Frame.VERB is not first.frame or first.frame is not second.frame:
        return False
    if kinds(first).isdisjoint(kinds(second)):
        return False
    shared = {curie for curie, _ in set(first.roles) & set(second.roles)}
    return DESTINATION in shared and not TRAVELLERS.isdisjoint(shared)


def is_possible(
    first: EventMention,
    second: EventMention,
    entities: Entities,
) -> bool:
    """Return whether nothing contradicts that two tellings of one story are one event."""
    return not are_two(first, second) and participants_agree(first, second, entities)


def are_two(
    first: EventMention,
    second: EventMention,
) -> bool:
    """Return whether two tellings are of two events, whatever the others of the story say."""
    return not circumstances_fit(first, second) or are_distinct(first, second)


def _meeting(tellings: Sequence[EventMention]) -> set[Pair]:
    """Return the pairs of tellings that meet under a key."""
    under: dict[str, list[int]] = defaultdict(list)
    for number, mention in enumerate(tellings):
        for key in set(_keys(mention)):
            under[key].append(number)
    pairs: set[Pair] = set()
    for numbers in under.values():
        for at, number in enumerate(numbers, start=1):
            near = numbers[at : at + NEAREST]
            pairs.update((number, other) for other in near)
    return pairs


def _keys(mention: EventMention) -> Iterator[str]:
    """Yield what finds a telling: its classes, the stem of its word, who takes part."""
    if NEVER_MERGED.isdisjoint(mention.classes):
        yield from kinds(mention)
        yield word_of(mention)[:STEM]
        yield from entities_of(mention)


def are_compared(
    first: EventMention,
    second: EventMention,
) -> bool:
    """Return whether two tellings have a key in common, so that they are compared."""
    return not set(_keys(first)).isdisjoint(_keys(second))
