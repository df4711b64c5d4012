"""Words: dates and amounts that are dates and amounts."""

import re
from datetime import date

from kg.text.quantities.amounts import amounts
from kg.text.timex import resolve
from kg.text.timex.expressions import search
from targets.words import text_of

ISO = re.compile(r"\d{4}(?:-\d\d){0,2}")


def target(data: bytes) -> None:
    """Check that any words mean a date, an amount, or nothing."""
    words = text_of(data)
    for anchor in ("2021-02-26", ""):
        value = resolve(words, anchor)
        for iso in filter(None, (value.start, value.end) if value else ()):
            assert ISO.fullmatch(iso)
            date.fromisoformat((iso + "-01-01")[:10])
    _check_places([*search(words)], words)
    _check_places([(amount.start, amount.end) for amount in amounts(words)], words)


def _check_places(places: list[tuple[int, int]], words: str) -> None:
    assert places == sorted(places)
    assert all(0 <= start < end <= len(words) for start, end in places)
