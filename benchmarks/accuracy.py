"""Builds the four benchmark sets, scores them, and writes the accuracy card.

python benchmarks/accuracy.py --data BENCHMARKS [--out DIR [--scored]] [--calibrate]

BENCHMARKS is the folder with score.py and the sets. Builds go to DIR, or to a folder that is
removed at the end. All takes about five minutes on one quiet core.
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from calibration import Judged, calibration_error, judged
from card import CALIBRATION_BAR, Results, page
from figures import FIGURES, estimates, missed, sample, sample_estimates, store
from intervals import Estimate
from judged import listed
from readers import reached
from rules import (
    held_out,
    meantime_tally,
    re3d_tally,
    table_rows,
    tally,
    updated,
    with_confidence,
    write_table,
)
from scorers import NEWS, SETS, ScorerError, folder_of, report

from kg.pipeline import build

CARD = Path(__file__).parent.parent / "docs" / "ACCURACY.md"
SAMPLE = "sample"


def main() -> int:
    """Run the command line. Return 0 if all figures reach their bars, 1 if some do not, else 2.

    2 means that nothing could be measured.
    """
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, required=True, help="the benchmark folder")
    parser.add_argument("--out", type=Path, help="keep the builds here")
    parser.add_argument(
        "--scored", action="store_true", help="score the builds that are in --out already"
    )
    parser.add_argument(
        "--calibrate", action="store_true", help="write the table of confidence by rule, too"
    )
    args = parser.parse_args()
    try:
        with TemporaryDirectory() as folder:
            return measure(
                args.data, args.out or Path(folder), built=args.scored, calibrate=args.calibrate
            )
    except (ScorerError, OSError, ValueError) as error:
        print(f"error: {error}", file=sys.stderr)
        return 2


def measure(data: Path, out: Path, *, built: bool, calibrate: bool) -> int:
    """Build, score, write the card and the figures for the test; print those under their bar."""
    if not built:
        build_all(data, out)
    found = {
        name: value for each in SETS for name, value in estimates(data, each, out / each).items()
    }
    results = gathered(data, out, found, calibrate=calibrate)
    store(found, sample_estimates(data, out / SAMPLE))
    CARD.write_text(page(results), encoding="utf-8")
    return told(found, results.judged)


def build_all(data: Path, out: Path) -> None:
    """Build the four sets and the sample, each in a folder of its own."""
    for name in SETS:
        print(f"building {name}", file=sys.stderr)
        build([folder_of(data, name) / "docs"], out / name, mentions=True)
    build(sample(data), out / SAMPLE, mentions=True)


def gathered(data: Path, out: Path, found: dict[str, Estimate], *, calibrate: bool) -> Results:
    """Return everything that the card shows.

    With `calibrate`, it is of the builds as they are with the new table.
    """
    facts = judged(data, out / "knowledgenet")
    re3d, meantime = re3d_tally(data, out / "re3d"), meantime_tally(data, out / "meantime")
    rows = table_rows()
    if calibrate:
        named = dict.fromkeys(
            tally(facts), (0, 0)
        )  # rules that never gave a fact alone stand in the table, too
        rows = updated(rows, [named, tally(facts, alone=True), re3d, meantime])
        write_table(rows)
        facts = with_confidence(facts, rows)
    notes = report(data, NEWS, out / NEWS).notes
    return Results(
        found, reached(data, out), facts, held_out(facts), re3d, meantime, rows, listed(), notes
    )


def told(found: dict[str, Estimate], facts: Sequence[Judged]) -> int:
    """Print the figures; return 1 if one is under its bar."""
    under = [figure.name for figure in missed(found)]
    for figure in FIGURES:
        each = found[figure.name]
        mark = "  under the bar" if figure.name in under else ""
        print(
            f"{figure.name:<42}{each.value:7.3f}  [{each.low:.3f}, {each.high:.3f}]  at least "
            f"{figure.bar:.2f}{mark}"
        )
    error = calibration_error(facts)
    print(
        f"{'KnowledgeNet, expected calibration error':<42}{error:7.3f}  at most "
        f"{CALIBRATION_BAR:.2f}"
    )
    return 1 if under or error > CALIBRATION_BAR else 0


if __name__ == "__main__":
    sys.exit(main())
