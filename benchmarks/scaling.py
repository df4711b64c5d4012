"""What an article takes on its way: time, bytes and memory of its reading, triples and disk of its graph; for docs/SCALING.md.

python benchmarks/scaling.py FOLDER

Processor time of one process, with the model loaded and without the page. Memory is the growth of the process while copies of all
readings are held.
"""

import argparse
import pickle
import time
import zlib
from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import psutil
import pyoxigraph

from kg import pipeline
from kg.model import Article, Reading
from kg.ontology import load as load_ontology
from kg.rdf import write

HELD = 3_000  # readings held at once while memory is measured


def main() -> None:
    """The command line: prints a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, help="a folder with articles")
    articles, _ = pipeline.read_inputs([parser.parse_args().folder])
    pipeline.read_article(articles[0])  # loads the model
    words = sum(len(article.text.split()) for article in articles)
    seconds, readings = timed(lambda: [pipeline.read_article(article) for article in articles])
    rows = {"articles": len(articles), "words": words, "words read per second": words / seconds}
    for name, figure in {**rows, **of_readings(readings), **of_graph(articles, readings)}.items():
        print(f"{name:<40}{figure:14,.1f}")


def of_readings(readings: Sequence[Reading]) -> dict[str, float]:
    """What a reading takes on its way from a worker, and in memory."""
    number = len(readings)
    packing, packed = timed(lambda: [pickle.dumps(each) for each in readings])
    unpacking, _ = timed(lambda: [pickle.loads(each) for each in packed])
    process = psutil.Process()
    before = process.memory_info().rss
    held = [[pickle.loads(each) for each in packed] for _ in range(-(-HELD // number))]
    grown = process.memory_info().rss - before
    return {
        "bytes of a reading, pickled": sum(map(len, packed)) / number,
        "bytes of a reading, zlib": sum(len(zlib.compress(each)) for each in packed) / number,
        "ms to pack a reading": 1000 * packing / number,
        "ms to unpack a reading": 1000 * unpacking / number,
        "bytes of a reading, in memory": grown / (number * len(held)),
    }


def of_graph(articles: Sequence[Article], readings: Sequence[Reading]) -> dict[str, float]:
    """What the right half takes, and how large its graph is as text and in Oxigraph's store."""
    ontology = load_ontology([])
    assembling, graph = timed(lambda: pipeline.assemble(readings, ontology))
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
        "seconds to assemble the graph": assembling,
        "seconds to write it": writing,
        "triples": triples,
        "triples per article": triples / len(articles),
        "bytes of Turtle per article": size / len(articles),
        "bytes of store per triple": stored / triples,
    }


def timed(call: Callable[[], Any]) -> tuple[float, Any]:
    """Processor seconds of a call, and its result."""
    started = time.process_time()
    result = call()
    return time.process_time() - started, result


if __name__ == "__main__":
    main()
