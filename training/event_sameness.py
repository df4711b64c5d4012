"""Learn which mentions of an article tell of one event: `kg/graph/events/data/sameness.tsv`.

python training/event_sameness.py GOLD          # prints what cross-validation says
python training/event_sameness.py GOLD --write  # and writes the table

GOLD is a folder of annotated news in the form of newsgold: `docs/NAME.txt` and `gold.json`. Every
pair of event mentions that the build would compare, and that do not contradict each other, is a
case; it is right if both triggers overlap triggers of one annotated event.

Takes about a minute of one core.
"""

import argparse
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from event_worth import proposed
from votes import Case, fitted, held_out, report, write

from kg.graph.events import EventMention, are_compatible, candidate_pairs, signs_of_pair

TABLE = Path(__file__).parent.parent / "kg" / "graph" / "events" / "data" / "sameness.tsv"
REGULARISATION = 0.1  # many signs, of which most say the same
WANTED_PRECISION = 0.55  # of the pairs that the floor lets through, in cross-validation
FLOORS = np.arange(0.2, 0.8, 0.01)


def cases(gold: Path) -> Iterator[Case]:
    """Yield a case for each pair of mentions that the build would compare."""
    for name, mentions in proposed(gold):
        told = {mention.trigger: events for mention, events in mentions}
        ordered = sorted((mention for mention, _ in mentions), key=_place)
        for first, second, between in candidate_pairs(ordered):
            if not are_compatible(first, second):
                continue
            is_one = not told[first.trigger].isdisjoint(told[second.trigger])
            yield Case(name, signs_of_pair(first, second, between), is_one)


def _place(mention: EventMention) -> tuple[int, int]:
    return mention.trigger.start, mention.trigger.end


def floor_for(chances: np.ndarray, right: np.ndarray) -> float:
    """Return the lowest floor, two decimals, above which enough of the pairs are right."""
    for floor in FLOORS:
        if right[chances >= floor].mean() >= WANTED_PRECISION:
            return round(float(floor), 2)
    raise ValueError("no floor gives the precision that is wanted")


def main() -> None:
    """Learn, print what cross-validation says, and write the table if that is wanted."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("gold", type=Path, help="a folder of annotated news")
    parser.add_argument("--write", action="store_true", help="write the table of weights")
    args = parser.parse_args()
    found = list(cases(args.gold))
    right = np.array([case.is_right for case in found])
    chances = held_out(found, REGULARISATION)
    report(chances, right)
    floor = floor_for(chances, right)
    print(f"{len(found)} pairs, {right.mean():.3f} of one event; floor {floor:.2f}")
    if args.write:
        write(TABLE, fitted(found, REGULARISATION), floor)


if __name__ == "__main__":
    main()
