"""Learn how far the reader alone is believed: `reader_alone.tsv` of `kg/graph/facts`.

python training/reader_trust.py GOLD … --scorer FOLDER --readers READERS [--write]

GOLD are folders of annotated news in the form of newsgold, READERS those of `stacked.py`, and
FOLDER has newsgold's scorer. Every fact that no rule gives beside the reader is a case
(`judged.py`). Of each relation the floor is the lowest probability from which enough of its facts
are right (`WANTED`), 1 where none is; where there are too few of them to tell, it has none. Takes
about three minutes of one core.
"""

import argparse
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from unittest.mock import patch

from fact_confidence import triple_of
from judged import judged, scorer_of_command_line

from kg.graph.facts import reader_alone
from kg.graph.ontology import LEARNED

TABLE = Path(__file__).parent.parent / "kg" / "graph" / "facts" / "data" / "reader_alone.tsv"
WANTED = 0.8  # share of right ones above the floor, drawn to `PRIOR`
PRIOR, WORTH = 0.5, 2  # before any case is seen, and how many cases that is worth
FLOORS = [step / 100 for step in range(50, 99, 2)]
NEVER = 1.0
FEW = 10  # cases; fewer do not tell

Cases = dict[str, list[tuple[float, bool]]]  # by rule: probability, and whether it is right


def cases(folders: Sequence[Path], readers: Path | None) -> Cases:
    """Return the facts of the reader alone, all of them, by its rules."""
    found: Cases = defaultdict(list)
    with patch.object(reader_alone, "trust_of_rule", dict):
        for each in judged(folders, readers):
            for fact in each.graph.facts:
                right = each.facts.get(triple_of(fact))
                if right is not None and all(rule.startswith(LEARNED) for rule in fact.rules):
                    for rule in fact.rules:
                        found[rule].append((fact.probability, right))
    return found


def rows(found: Cases) -> Iterator[tuple[str, int, int, float]]:
    """Yield each rule with its right facts, all its facts, and its floor."""
    for rule, told in sorted(found.items(), key=lambda pair: (-len(pair[1]), pair[0])):
        floor = next((step for step in FLOORS if _is_enough(told, step)), NEVER)
        yield rule, sum(right for _, right in told), len(told), floor


def _is_enough(told: Sequence[tuple[float, bool]], floor: float) -> bool:
    above = [right for chance, right in told if chance >= floor]
    return (sum(above) + PRIOR * WORTH) / (len(above) + WORTH) >= WANTED


def main() -> None:
    """Run the command line."""
    scorer_of_command_line()
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("gold", type=Path, nargs="+", help="folders of annotated news")
    parser.add_argument("--readers", type=Path, help="a folder of readers, of `stacked.py`")
    parser.add_argument("--write", action="store_true", help="write the table")
    args = parser.parse_args()
    found = cases(args.gold, args.readers)
    lines = []
    for rule, right, alone, floor in rows(found):
        kept = [is_right for chance, is_right in found[rule] if chance >= floor]
        print(f"{rule:32} {right:4} of {alone:4}; from {floor:.2f} on {sum(kept)} of {len(kept)}")
        if floor > FLOORS[0] and alone >= FEW:
            lines.append(f"{rule}\t{right}\t{alone}\t{floor:g}")
    if args.write:
        head = [line for line in TABLE.read_text("utf-8").splitlines() if line.startswith("#")]
        TABLE.write_text("\n".join(["rule\tright\talone\tfloor", *head, *lines]) + "\n", "utf-8")


if __name__ == "__main__":
    main()
