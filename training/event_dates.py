"""Learn which dates the words around an event lend it: `dates.tsv` of `kg/graph/events`.

python training/event_dates.py GOLD          # prints what cross-validation says
python training/event_dates.py GOLD --write  # and writes the table

GOLD is a folder of annotated news in the form of newsgold: `docs/NAME.txt` and `gold.json`, with
the dates of the articles beside them (`dates_beside.py`). Every date around the mention of an
annotated event that has none of its own is a case; it is right if it is that of the event. Takes
about three minutes of one core.
"""

import re
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from cases import Case
from event_worth import read_and_proposed
from votes import Lesson, floor_for_precision, learn

from kg.graph.events import candidate_dates

TABLES = Path(__file__).parent.parent / "kg" / "graph" / "events" / "data"
REGULARISATION = 0.02  # very many signs, of which most say the same
# Of all dates that the floor lets through, in cross-validation. Of those that count as wrong, two
# thirds are of events for which the annotation has no date.
WANTED_PRECISION = 0.62
ISO = re.compile(r"\d{4}")


def cases(folders: Sequence[Path], readers: Path | None) -> Iterator[Case]:
    """Yield a case for each date around the mention of an annotated event."""
    for document, reading, proposed in read_and_proposed(folders, readers):
        told = {mention.trigger: events for mention, events in proposed}
        mentions = [mention for mention, _ in proposed]
        for lent in candidate_dates(mentions, reading):
            events = told[lent.mention.trigger]
            time = lent.date.time
            if events and time is not None:
                is_right = any(time.start.startswith(value) for value in _values(document, events))
                yield Case(document["name"], lent.signs, is_right)


def _values(document: dict, events: frozenset[str]) -> Iterator[str]:
    """Yield the days of some annotated events, of a span its first and last one."""
    for name in sorted(events & set(document["events"])):
        value = document["times"].get(document["events"][name].get("time", ""), "")
        if ISO.match(value):
            yield from value.split("/")


if __name__ == "__main__":
    floor = partial(floor_for_precision, precision=WANTED_PRECISION)
    learn(__doc__ or "", Lesson(TABLES / "dates.tsv", cases, REGULARISATION, floor))
