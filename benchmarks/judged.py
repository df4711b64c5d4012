"""Facts of the learned reader on news, judged by hand.

The commands draw a sample to read, and print how many of the judged facts were right.

python benchmarks/judged.py draw BUILD [BUILD …] [--number 200] [--seed 0]    # facts to be judged
python benchmarks/judged.py score                                             # the judged list

BUILD is a folder of `kg build`. The list, `judged.tsv`, has the document, the characters of the
passage, the fact, its confidence when it was drawn, whether a rule found it, too, and the verdict:
right, wrong, or arguable (which counts as wrong). It holds no text of the articles.
"""

import argparse
import random
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from calibration import Judged, bins, calibration_error

import kg

LIST = Path(__file__).parent / "judged.tsv"
COLUMNS = (
    "document",
    "start",
    "end",
    "subject",
    "property",
    "object",
    "confidence",
    "found",
    "verdict",
)
ASKED = (
    "document",
    "start",
    "end",
    "subject",
    "property",
    "object",
    "confidence",
    "found",
    "words",
)
READ = """SELECT DISTINCT
  ?document ?start ?end ?subject ?property ?object ?confidence ?found ?words WHERE {
  { SELECT DISTINCT ?x WHERE {
      ?x a rdf:Statement ; kg:rule ?rule FILTER(STRSTARTS(?rule, "reader:")) } }
  ?x rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o ;
     kg:confidence ?confidence ; kg:factuality ?how ; prov:wasDerivedFrom ?passage .
  FILTER(?how IN (kg:Asserted, kg:Reported))
  BIND(EXISTS { ?x kg:rule ?other FILTER(!STRSTARTS(?other, "reader:")) } AS ?by_a_rule)
  BIND(IF(?by_a_rule, "both", "reader") AS ?found)
  ?s rdfs:label ?subject .
  OPTIONAL { ?o rdfs:label ?name }
  BIND(COALESCE(?name, STR(?o)) AS ?object) BIND(STR(?p) AS ?property)
  ?passage nif:beginIndex ?start ; nif:endIndex ?end ; nif:anchorOf ?words ;
     nif:referenceContext/dcterms:source ?source .
  BIND(REPLACE(?source, "^.*/", "") AS ?document)
} ORDER BY ?document ?start ?subject ?property ?object"""


def drawn(builds: Iterable[Path], number: int, seed: int) -> list[Sequence[str]]:
    """Return facts that the learned reader found, each in one of its passages, drawn at random.

    All are returned if there are not so many.
    """
    every: dict[tuple[str, ...], Sequence[str]] = {}
    for build in builds:
        for row in kg.load(build).rows(READ):
            cells = [str(row[name] or "") for name in ASKED]
            every.setdefault(tuple(cells[3:6]), cells)
    found = [every[key] for key in sorted(every)]
    chosen = random.Random(seed).sample(found, min(number, len(found)))
    return sorted(chosen, key=lambda row: (row[0], int(row[1]), row[3:6]))


def listed() -> list[Judged]:
    """Return the judged facts."""
    rows = [
        dict(zip(COLUMNS, line.split("\t"), strict=True))
        for line in LIST.read_text("utf-8").splitlines()[1:]
    ]
    return [
        Judged(
            row["document"],
            row["property"],
            (row["found"],),
            1,
            float(row["confidence"]),
            row["verdict"] == "right",
        )
        for row in rows
    ]


def told(facts: Sequence[Judged]) -> None:
    """Print the share of right ones: in all, by property, and by confidence."""
    right = sum(fact.right for fact in facts)
    print(
        f"{right} of {len(facts)} right: {right / len(facts):.3f}; expected calibration error "
        f"{calibration_error(facts):.3f}"
    )
    every, good = (
        Counter(f.predicate for f in facts),
        Counter(f.predicate for f in facts if f.right),
    )
    for name, count in every.most_common():
        print(f"{name:<28}{good[name]:>5} of {count}")
    for found in ("reader", "both"):
        some = [fact.right for fact in facts if fact.rules == (found,)]
        print(f"found by {found:<19}{sum(some):>5} of {len(some)}")
    for group in bins(facts):
        print(
            f"confidence {group.low:.1f} and above{group.facts:>6} facts, right {group.right:.2f}"
        )


def main() -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("action", choices=["draw", "score"])
    parser.add_argument("builds", type=Path, nargs="*")
    parser.add_argument("--number", type=int, default=200)
    parser.add_argument("--seed", type=int, default=0)
    args = parser.parse_args()
    if args.action == "score":
        told(listed())
        return
    for row in drawn(args.builds, args.number, args.seed):
        print("\t".join(" ".join(cell.split()) for cell in row), file=sys.stdout)


if __name__ == "__main__":
    main()
