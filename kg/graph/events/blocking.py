"""The keys under which mentions of one event meet, so that not all of a kind are compared.

Mentions in one article meet under their kind and the article. Mentions in two articles are one
event only if they share two participants or places and tell of one spell of news
(`kg.graph.events.compatibility`); so they meet under their kind, two entities and a month, or under
no month if one of them has no date to the month. The number that meet does not grow with the
archive, but with the news of a few months about the same two things.
"""

import re
from collections.abc import Iterator
from itertools import combinations, product

from kg.graph.events.compatibility import day_of, kinds_of
from kg.graph.events.mentions import EventMention

Key = tuple[str, ...]

TO_THE_MONTH = re.compile(r"(\d{4})-(\d\d)")
SPELL = 2  # months that a spell of news of 45 days may reach across
ANY = "any"  # instead of a month: all mentions
ROUGH = "rough"  # instead of a month: the mentions without one


def keys_to_enter(mention: EventMention) -> Iterator[Key]:
    """Yield the keys under which later mentions find a mention."""
    month = _month(mention)
    when = ROUGH if month is None else str(month)
    yield from _keys(mention, [ANY, when])


def keys_to_search(mention: EventMention) -> Iterator[Key]:
    """Yield the keys under which stand all earlier mentions that may be the same event."""
    month = _month(mention)
    if month is None:
        yield from _keys(mention, [ANY])
    else:
        months = [str(month + step) for step in range(-SPELL, SPELL + 1)]
        yield from _keys(mention, [ROUGH, *months])


def _keys(mention: EventMention, months: list[str]) -> Iterator[Key]:
    """Yield a key for each kind and article, and for each kind, two entities and a month."""
    entities = {entity for _, entity in mention.roles}
    pairs = [*combinations(sorted(entities), 2)]
    for kind in kinds_of(mention):
        yield kind, mention.article
        for pair, month in product(pairs, months):
            yield kind, *pair, month


def _month(mention: EventMention) -> int | None:
    """Return the month in which an event is dated or its article came out, from the year 0."""
    date = TO_THE_MONTH.match(day_of(mention))
    if date is None:
        return None
    return int(date[1]) * 12 + int(date[2])
