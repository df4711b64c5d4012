"""The cost of an article: time and bytes of its reading, memory, triples and disk of its graph.

The figures are for docs/SCALING.md.

python benchmarks/scaling.py FOLDER

Processor time of one process, with the model loaded and without the page. Memory is what the
process grows by while the graph is put together, beside the readings; it holds more than the graph.
"""

import argparse
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import psutil
import pyoxigraph

from kg import pipeline
from kg.choices import DEFAULT_MODEL, DEFAULT_READER
from kg.graph.ontology import load as load_ontology
from kg.model import Article, Reading
from kg.rdf import write
from kg.reading_articles import read_article
from kg.readings import StoreInFolder, record
from kg.readings.records import key_of

VERSION = "measured"


def main() -> None:
    """Run the command line: print a table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path, help="a folder with articles")
    articles = pipeline.read_inputs(parser.parse_args().folder).articles
    read_article(articles[0])  # loads the model
    words = sum(len(article.text.split()) for article in articles)
    seconds, readings = timed(lambda: [read_article(article) for article in articles])
    rows = {"articles": len(articles), "words": words, "words read per second": words / seconds}
    for name, figure in {**rows, **of_readings(readings), **of_graph(articles, readings)}.items():
        print(f"{name:<40}{figure:14,.1f}")


def of_readings(readings: Sequence[Reading]) -> dict[str, float]:
    """Return the cost of the record of a reading.

    It is made in a worker, kept by the process that gathers them, and read again there.
    """
    number = len(readings)
    keys = [key_of(each.article, VERSION) for each in readings]
    making, records = timed(lambda: [record(each, VERSION) for each in readings])
    with TemporaryDirectory() as folder:
        store = StoreInFolder(DEFAULT_MODEL, DEFAULT_READER, Path(folder))
        keeping, _ = timed(
            lambda: [store.add(key, data) for key, data in zip(keys, records, strict=True)]
        )
        opening, found = timed(lambda: sum(store.open(key) is not None for key in keys))
    if found < number:
        raise SystemExit(f"{number - found} of {number} records were not read again")
    return {
        "bytes of a record": sum(map(len, records)) / number,
        "ms to make a record": 1000 * making / number,
        "ms to keep a record": 1000 * keeping / number,
        "ms to read a record again": 1000 * opening / number,
    }


def of_graph(articles: Sequence[Article], readings: Sequence[Reading]) -> dict[str, float]:
    """Return the cost of the graph half, and the size of its graph, also in Oxigraph's store."""
    ontology, process = load_ontology([]), psutil.Process()
    before = process.memory_info().rss
    assembling, graph = timed(lambda: pipeline.assemble(readings, ontology))
    grown = process.memory_info().rss - before
    with TemporaryDirectory() as folder:
        writing, _ = timed(lambda: write(graph, Path(folder), ontology))
        turtle, place = Path(folder) / "graph.ttl", Path(folder) / "store"
        store = pyoxigraph.Store(str(place))
        store.bulk_load(path=str(turtle), format=pyoxigraph.RdfFormat.TURTLE)
        store.optimize()
        triples = len(store)
        del store
        stored = sum(path.stat().st_size for path in place.rglob("*"))
        size = turtle.stat().st_size
    return {
        "ms to put an article into the graph": 1000 * assembling / len(articles),
        "bytes of memory per article": grown / len(articles),
        "ms to write it": 1000 * writing / len(articles),
        "triples": triples,
        "triples per article": triples / len(articles),
        "bytes of Turtle per article": size / len(articles),
        "bytes of store per triple": stored / triples,
    }


def timed(call: Callable[[], Any]) -> tuple[float, Any]:
    """Return the processor seconds of a call, and its result."""
    started = time.process_time()
    result = call()
    return time.process_time() - started, result


if __name__ == "__main__":
    main()
