"""Under which keys the mentions of one event are looked for, so that no event is compared with all others of its kind.

Mentions in one article meet under their kind and the article. Mentions in two articles are one
event only if they share two participants or places and tell of one spell of news
(`kg.graph.events.compatibility`); so they meet under their kind, two entities and a month, or under
no month where one of them has no date to the month. The number that meet does not grow with the
archive, but with the news of a few months about the same two things.
"""

import re
from collections.abc import Iterator
from itertools import combinations

from kg.graph.events.compatibility import day_of, kinds_of
from kg.graph.events.mentions import EventMention

Key = tuple[str, ...]

TO_THE_MONTH = re.compile(r"(\d{4})-(\d\d)")
SPELL = 2  # months that a spell of news of 45 days may reach across
ANY, ROUGH = "any", "rough"  # instead of a month: all mentions; those without one


def entered(each: EventMention) -> Iterator[Key]:
    """The keys under which a mention is found by later ones."""
    month = _month(each)
    when = ROUGH if month is None else str(month)
    pairs = _pairs(each)
    for kind in kinds_of(each):
        yield kind, each.article
        for pair in pairs:
            yield kind, *pair, ANY
            yield kind, *pair, when


def searched(each: EventMention) -> Iterator[Key]:
    """The keys under which stand all earlier mentions that may be the same event."""
    month = _month(each)
    spell = [ANY] if month is None else [ROUGH, *(str(month + step) for step in range(-SPELL, SPELL + 1))]
    pairs = _pairs(each)
    for kind in kinds_of(each):
        yield kind, each.article
        yield from ((kind, *pair, when) for pair in pairs for when in spell)


def _pairs(each: EventMention) -> list[tuple[str, str]]:
    return [*combinations(sorted({entity for _, entity in each.roles}), 2)]


def _month(each: EventMention) -> int | None:
    """The number of the month, counted from the year 0, in which an event is dated or its article came out."""
    found = TO_THE_MONTH.match(day_of(each))
    return int(found[1]) * 12 + int(found[2]) if found else None
