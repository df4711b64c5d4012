"""Learn which mentions of an article tell of one event: two tables of `kg/graph/events/data`.

python training/event_sameness.py GOLD --readers READERS          # what cross-validation says
python training/event_sameness.py GOLD --readers READERS --write  # and writes the tables

GOLD is a folder of annotated news in the form of newsgold: `docs/NAME.txt` and `gold.json`. Every
pair of event mentions that the build would compare, and that do not contradict each other, is a
case; it is right if both triggers overlap triggers of one annotated event.

READERS are those of `stacked.py`; without them only the table for rules alone is learnt. It takes
about a minute of one core.
"""

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from cases import Case
from event_worth import proposed
from votes import Lesson, floor_for_precision, learn

from kg.graph.events import EventMention, are_compatible, candidate_pairs, signs_of_pair

TABLES = Path(__file__).parent.parent / "kg" / "graph" / "events" / "data"
REGULARISATION = 0.1  # many signs, of which most say the same
WANTED_PRECISION = 0.55  # of the pairs that the floor lets through, in cross-validation


def cases(folders: Sequence[Path], readers: Path | None) -> Iterator[Case]:
    """Yield a case for each pair of mentions that the build would compare."""
    for name, mentions in proposed(folders, readers):
        told = {mention.trigger: events for mention, events in mentions}
        ordered = sorted((mention for mention, _ in mentions), key=_place)
        for first, second, between in candidate_pairs(ordered):
            if not are_compatible(first, second):
                continue
            is_one = not told[first.trigger].isdisjoint(told[second.trigger])
            yield Case(name, signs_of_pair(first, second, between), is_one)


def _place(mention: EventMention) -> tuple[int, int]:
    return mention.trigger.start, mention.trigger.end


if __name__ == "__main__":
    floor = partial(floor_for_precision, precision=WANTED_PRECISION)
    by_rules = TABLES / "sameness_by_rules.tsv"
    lesson = Lesson(TABLES / "sameness.tsv", cases, REGULARISATION, floor, by_rules)
    learn(__doc__ or "", lesson)
