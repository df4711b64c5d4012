"""The speed of writing, opening and querying a big graph, beside rdflib on the same file.

python benchmarks/query.py FOLDER [--triples N] [--write]

FOLDER is one of `kg build`; its graph is enlarged to N triples (`enlarged.py`). Times are processor
time of one process, so that other work on the machine counts little; those of a whole command are
by the clock too, the best of some. `--write` also writes docs/PERFORMANCE-query.md; the exit code
is 1 where a bar is missed.
"""

import argparse
import gc
import os
import platform
import resource
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import rdflib
from enlarged import enlarged
from pyoxigraph import Literal, NamedNode, Store, Triple

from kg.query import ask
from kg.rdf import make_index, open_graph, read_triples, turtle
from kg.vocabulary.prefixes import PREFIXES, expand

ROOT = Path(__file__).parent.parent
REPORT = ROOT / "docs" / "PERFORMANCE-query.md"
MILLION = 1_000_000
QUERY_BAR, TURTLE_BAR, COMMAND_BAR = 10.0, 5.0, 0.5  # times as fast, times as fast, seconds
TRIES = 7  # of a whole command; the best counts
TENTH = 0.1  # a word that stands in about so many passages of a hundred is looked for
QUESTIONS: Mapping[str, str] = {
    "look-up by name": "SELECT ?thing ?kind { ?thing rdfs:label $name ; a ?kind }",
    "two hops": """SELECT ?other (COUNT(DISTINCT ?event) AS ?events) {
        ?thing rdfs:label $name . ?event sem:hasActor ?thing, ?companion .
        ?companion rdfs:label ?other
        FILTER(?companion != ?thing) } GROUP BY ?other""",
    "aggregation": """SELECT ?says ?how
        (COUNT(?statement) AS ?statements) (COUNT(DISTINCT ?subject) AS ?subjects) {
        ?statement rdf:subject ?subject ; rdf:predicate ?says ; kg:factuality ?how
        } GROUP BY ?says ?how""",
    "property path": """SELECT DISTINCT ?place ?headline {
        ?place schema:containedInPlace+/rdfs:label $place .
        ?event sem:hasPlace ?place ;
            prov:wasDerivedFrom/nif:referenceContext/schema:headline ?headline }""",
    "text filter": "SELECT ?passage ?words { ?passage nif:anchorOf ?words "
    "FILTER(CONTAINS(LCASE(?words), $word)) }",
}


@dataclass(frozen=True, slots=True)
class Row:
    """One thing measured: the project's seconds and rdflib's, and the least ratio of the two."""

    what: str
    ours: float
    rdflib: float
    bar: float = 0.0

    @property
    def times(self) -> float:
        """Return how many times as fast as rdflib."""
        return self.rdflib / self.ours

    @property
    def is_kept(self) -> bool:
        """Return whether the bar is reached, or there is none."""
        return self.times >= self.bar


def main() -> int:
    """Run the command line. Return 0 if every bar is kept, else 1."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path, help="a folder of kg build")
    parser.add_argument(
        "--triples",
        type=int,
        metavar="N",
        default=MILLION,
        help=f"at least so many (default: {MILLION:,})",
    )
    parser.add_argument("--write", action="store_true", help=f"write {REPORT.relative_to(ROOT)}")
    args = parser.parse_args()
    with TemporaryDirectory() as folder:
        told, kept = measured(args.folder, args.triples, Path(folder))
    print(told)
    if args.write:
        REPORT.write_text(told, encoding="utf-8")
    return 0 if kept else 1


def measured(source: Path, size: int, folder: Path) -> tuple[str, bool]:
    """Return the report, and whether every bar is kept."""
    triples = list(enlarged(read_triples(source), size))
    file = folder / "graph.ttl"
    text, writing = timed(turtle, triples)
    file.write_text(text, "utf-8")
    stable = turtle(reversed(triples)) == text
    asked = bound(triples)
    numbers = (
        f"{len(triples):,} triples, {len(text.encode()) / 1e6:.0f} MB of Turtle, from {source.name}"
    )
    del triples, text
    ours = own_seconds(folder, asked)
    theirs = rdflib_seconds(file, asked)
    rows = [Row("write Turtle", writing, theirs.writing, TURTLE_BAR)]
    rows.append(Row("read Turtle", ours.reading, theirs.reading))
    rows += [Row(name, ours.asking[name], theirs.asking[name]) for name in QUESTIONS]
    rows.append(Row("all five", sum(ours.asking.values()), sum(theirs.asking.values())))
    rows.append(
        Row(
            "open the store and answer all",
            ours.opening + sum(ours.asking.values()),
            theirs.whole,
            QUERY_BAR,
        )
    )
    rows.append(
        Row(
            "read Turtle and answer all",
            ours.reading + sum(ours.asking_read.values()),
            theirs.whole,
        )
    )
    same = {
        name: ours.answers[name] == ours.answers_read[name] == theirs.answers[name]
        for name in QUESTIONS
    }
    clock, processor = command_seconds(folder, asked["look-up by name"])
    kept = (
        all(row.is_kept for row in rows) and all(same.values()) and stable and clock <= COMMAND_BAR
    )
    return report(numbers, rows, same, ours, (clock, processor), stable), kept


@dataclass(frozen=True, slots=True)
class Seconds:
    """The seconds and answers of one engine.

    `_read` are those of a graph that was read into memory, not of a store.
    """

    reading: float
    asking: Mapping[str, float]
    answers: Mapping[str, Counter[tuple[str, ...]]]
    writing: float = 0.0
    opening: float = 0.0
    indexing: float = 0.0
    bytes_of_store: int = 0
    asking_read: Mapping[str, float] | None = None
    answers_read: Mapping[str, Counter[tuple[str, ...]]] | None = None

    @property
    def whole(self) -> float:
        """Return the seconds of reading and of all questions."""
        return self.reading + sum(self.asking.values())


def own_seconds(folder: Path, asked: Mapping[str, str]) -> Any:
    """Return the project's times, with the graph in memory and with the persistent store."""
    store, reading = timed(open_graph, folder)
    answers_read, asking_read = asked_all(partial(rows_of, store), asked)
    del store
    place, indexing = timed(make_index, folder)
    stored, opening = timed(open_graph, folder)
    answers, asking = asked_all(partial(rows_of, stored), asked)
    size = sum(path.stat().st_size for path in place.rglob("*") if path.is_file())
    return Seconds(
        reading, asking, answers, 0.0, opening, indexing, size, asking_read, answers_read
    )


def rdflib_seconds(file: Path, asked: Mapping[str, str]) -> Seconds:
    """Return rdflib's times, with its own store and engine."""
    graph, reading = timed(lambda: rdflib.Graph().parse(file, format="turtle"))
    answers, asking = asked_all(
        lambda query: Counter(tuple(map(plain, row)) for row in graph.query(query)), asked
    )
    _, writing = timed(lambda: graph.serialize(format="turtle"))
    return Seconds(reading, asking, answers, writing)


def asked_all(
    answer: Callable[[str], Any], asked: Mapping[str, str]
) -> tuple[dict[str, Any], dict[str, float]]:
    """Return the answer of every question, and how long it takes."""
    given = {name: timed(answer, query) for name, query in asked.items()}
    return {name: rows for name, (rows, _) in given.items()}, {
        name: seconds for name, (_, seconds) in given.items()
    }


def rows_of(store: Store, query: str) -> Counter[tuple[str, ...]]:
    """Return the rows of an answer, in no order."""
    rows = ask(store, query)
    return Counter(tuple(plain(value) for value in row) for row in rows)  # type: ignore[union-attr]


def plain(term: Any) -> str:
    """Return a term as a text that is the same for both libraries."""
    return str(getattr(term, "value", term) if not isinstance(term, rdflib.term.Node) else term)


def bound(triples: Iterable[Triple]) -> dict[str, str]:
    """Return the questions, about nodes of the graph.

    These are its fifth name by frequency, its commonest container, and a rare word.
    """
    label, inside, anchor = (
        NamedNode(expand(curie))
        for curie in ("rdfs:label", "schema:containedInPlace", "nif:anchorOf")
    )
    actor = NamedNode(expand("sem:hasActor"))
    name_of = {t.subject: t.object for t in triples if t.predicate == label}
    acting = Counter(t.object for t in triples if t.predicate == actor and t.object in name_of)
    holding = Counter(t.object for t in triples if t.predicate == inside and t.object in name_of)
    texts = [t.object.value.lower() for t in triples if t.predicate == anchor]
    words = Counter(
        word
        for text in texts[:20_000]
        for word in set(text.split())
        if word.isalpha() and len(word) > 5
    )
    word = min(
        words, key=lambda word: (abs(words[word] / min(20_000, len(texts)) - TENTH / 100), word)
    )
    values = {
        "$name": str(name_of[ranked(acting)[4]]),
        "$place": str(name_of[ranked(holding)[0]]),
        "$word": str(Literal(word)),
    }
    prologue = "".join(
        f"PREFIX {prefix}: <{namespace}>\n" for prefix, namespace in PREFIXES.items()
    )
    return {name: prologue + filled(query, values) for name, query in QUESTIONS.items()}


def ranked(counted: Counter[Any]) -> list[Any]:
    """Return the counted values, the most frequent first."""
    return sorted(counted, key=lambda key: (-counted[key], str(key)))


def filled(query: str, values: Mapping[str, str]) -> str:
    """Return the query with its values filled in."""
    for name, value in values.items():
        query = query.replace(name, value)
    return query


def timed(work: Callable[..., Any], *given: Any) -> tuple[Any, float]:
    """Return the result of some work, and the processor seconds it took."""
    gc.collect()
    started = time.process_time()
    result = work(*given)
    return result, time.process_time() - started


def command_seconds(folder: Path, query: str) -> tuple[float, float]:
    """Run `kg query DIR …` as a process; return seconds by the clock and of processor time.

    They are the best of some.
    """
    command = [sys.executable, "-m", "kg", "query", str(folder), query]
    environment = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join((str(ROOT), os.environ.get("PYTHONPATH", ""))),
    }
    tries = []
    for _ in range(TRIES):
        before, started = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
        subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, check=True)
        clock, after = time.perf_counter() - started, resource.getrusage(resource.RUSAGE_CHILDREN)
        tries.append((clock, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime))
    return min(clock for clock, _ in tries), min(processor for _, processor in tries)


def report(
    numbers: str,
    rows: Iterable[Row],
    same: Mapping[str, bool],
    ours: Seconds,
    command: tuple[float, float],
    stable: bool,
) -> str:
    """Return the page."""
    head = [
        "# Performance of writing and asking",
        "",
        "<!-- Made by benchmarks/query.py --write: run it again to make it anew. -->",
        "",
        f"{numbers}, enlarged by `benchmarks/enlarged.py`; Python {platform.python_version()},",
        f"rdflib {version('rdflib')}, pyoxigraph {version('pyoxigraph')}, {os.cpu_count()} cores.",
        "Processor seconds, all in one run of `python benchmarks/query.py FOLDER --write`.",
        "",
        "| | newskg | rdflib | times as fast | bar | |",
        "|---|---|---|---|---|---|",
    ]
    lines = [line_of(row, same) for row in rows]
    return "\n".join([*head, *lines, *remarks(ours, command, stable)])


def line_of(row: Row, same: Mapping[str, bool]) -> str:
    """Return the line of a row, with whether its answers are the same, or its bar is kept."""
    answers = ""
    if row.what in same:
        answers = "same answers" if same[row.what] else "OTHER ANSWERS"
    verdict = ("kept" if row.is_kept else "MISSED") if row.bar else answers
    bar = f"{row.bar:g}" if row.bar else ""
    return (
        f"| {row.what} | {row.ours:.3f} s | {row.rdflib:.2f} s | {row.times:.1f} | {bar} |"
        f" {verdict} |"
    )


def remarks(ours: Seconds, command: tuple[float, float], stable: bool) -> list[str]:
    """Return the lines below the table."""
    clock, processor = command
    return [
        "",
        "The questions are asked of the persistent store that `kg index` makes; without one,",
        (
            "`kg query` reads the Turtle into memory. "
            "The bar is on opening the store and answering all"
        ),
        "five.",
        "",
        "- `kg query DIR …` with a look-up by name, the whole process:",
        f"  {clock:.2f} s by the clock (best of {TRIES}), {processor:.2f} s of processor time;",
        f"  bar {COMMAND_BAR} s: {'kept' if clock <= COMMAND_BAR else 'MISSED'}.",
        f"  Opening the store alone: {ours.opening:.3f} s.",
        f"- `kg index DIR`: {ours.indexing:.1f} s, {ours.bytes_of_store / 1e6:.0f} MB.",
        "- Turtle of the same triples in another order:",
        f"  {'the same bytes' if stable else 'OTHER BYTES'}.",
        "",
    ]


if __name__ == "__main__":
    sys.exit(main())
