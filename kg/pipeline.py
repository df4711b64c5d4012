"""The pipeline on one screen: the only place where the rooms meet.

    read ─▶ analyse ─▶ mentions ─▶ relations.quotes ─▶ coref ─▶ relations.claims ─▶ │Reading│ ─▶ entities ─▶ ontology ─▶ rdf, view

The left half is a map over articles and runs in any number of processes; the right half puts all readings together.
"""

import gc
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from multiprocessing import get_context
from pathlib import Path

from kg.analyse import DEFAULT_MODEL, load, parse
from kg.coref import chains
from kg.entities import gazetteer_facts, resolve
from kg.errors import InputError, KgError
from kg.mentions import mentions, publisher_mention
from kg.model import LONGEST_PIECE, Article, Chain, Graph, Reading, joined, pieces
from kg.ontology import Ontology, interpret
from kg.ontology import load as load_ontology
from kg.rdf import write
from kg.read import Fault, read
from kg.relations import BUILT_IN, claims, load_reader, quotes, reclassed, sightings
from kg.terms import BASE_IRI
from kg.view import write_page

Progress = Callable[[int, int], None]  # articles done, articles in all


@dataclass(frozen=True)
class BuildReport:
    """What a build made. `faults` are the inputs that could not be read; `seconds` is wall-clock time."""

    graph: Graph
    faults: tuple[Fault, ...]
    seconds: float

    @property
    def counts(self) -> dict[str, int]:
        """How many of each kind the graph has, in the order in which people are told."""
        kinds = ("articles", "entities", "facts", "events", "quotations", "refusals")
        return {kind: len(getattr(self.graph, kind)) for kind in kinds}


def build(
    paths: Iterable[str | Path],
    out: str | Path | None = None,
    *,
    mentions: bool = False,
    ontologies: Sequence[str | Path] = (),
    model: str = DEFAULT_MODEL,
    reader: str = BUILT_IN,
    base_iri: str = BASE_IRI,
    workers: int = 1,
    rdf12: bool = False,
    progress: Progress | None = None,
) -> BuildReport:
    """Read articles, and write their graph, page, refusals and texts into the folder `out`; without `out`, nothing is written.

    `paths` are files, folders (read recursively) or "-" for standard input. With `mentions` every mention is written, too.
    `ontologies` are further ontology files; `reader` is the learned reader: "built-in", "none", or the folder of another one.
    `workers` is the number of processes that read articles, which does not change a byte of the result. `progress` is called
    after each article. Raises `KgError`s: `InputError` where there is no article at all, `OntologyError`, `ModelError`,
    `ReaderError`; an input that cannot be read is a fault in the report, and the others are built all the same.
    """
    started = time.monotonic()
    with _rare_collections():
        ontology = load_ontology([Path(path) for path in ontologies])
        articles, faults = read_inputs(list(dict.fromkeys(paths)))
        found = list(read_all(articles, model=model, reader=reader, workers=workers, progress=progress))
        faults += tuple(each for each in found if isinstance(each, Fault))
        graph = assemble([each for each in found if isinstance(each, Reading)], ontology)
        if out is not None:
            view = partial(write_page, ontology=ontology)
            write(graph, Path(out), ontology, base=base_iri, mentions=mentions, rdf12=rdf12, view=view)
    return BuildReport(graph, faults, time.monotonic() - started)


def read_inputs(paths: Sequence[str | Path]) -> tuple[list[Article], tuple[Fault, ...]]:
    """The articles at some paths, and what could not be read; raises `InputError` where there is no article at all."""
    found = list(read(paths, stdin=sys.stdin.buffer))
    articles = [each for each in found if isinstance(each, Article)]
    faults = tuple(each for each in found if isinstance(each, Fault))
    if not articles:
        reasons = "".join(f"; {fault.source}: {fault.message}" for fault in faults if fault.lost)
        places = ", ".join(map(str, paths)) or "nothing"
        raise InputError(f"no article found in {places}{reasons} (give .txt files or folders with them)")
    return articles, faults


def read_all(
    articles: Sequence[Article],
    *,
    model: str = DEFAULT_MODEL,
    reader: str = BUILT_IN,
    workers: int = 1,
    progress: Progress | None = None,
) -> Iterator[Reading | Fault]:
    """The readings of some articles, in their order, made in `workers` processes (1: in this one).

    An article at which the reading breaks down is a `Fault` and costs no other article its place in the graph.
    """
    with _mapper(partial(_reading_or_fault, model=model, reader=reader), min(workers, len(articles))) as run:
        for done, reading in enumerate(run(articles), start=1):
            if progress is not None:
                progress(done, len(articles))
            yield reading


def read_article(article: Article, *, model: str = DEFAULT_MODEL, reader: str = BUILT_IN) -> Reading:
    """All that one article says: the left half, for one article; a very long one is read in pieces."""
    if len(article.text) > LONGEST_PIECE:
        return joined(article, ((start, read_article(piece, model=model, reader=reader)) for start, piece in pieces(article)))
    doc = parse(load(model), article)
    found = mentions(doc, article)
    said = quotes(doc, article, found)
    linked = chains(doc, article, found, said)
    learned = load_reader(reader)
    seen = sightings(doc, found, linked, learned) if learned is not None else ()
    linked = reclassed(linked, seen)
    publisher = publisher_mention(article)
    if publisher is not None:
        linked = (*linked, Chain((publisher,), publisher.type, publisher.text))
    return Reading(article, linked, claims(doc, article, found, said, linked, seen), said)


def _reading_or_fault(article: Article, *, model: str, reader: str) -> Reading | Fault:
    """The reading of an article, or the fault that it met; what the user can mend for all articles is raised."""
    try:
        return read_article(article, model=model, reader=reader)
    except KgError:
        raise
    except Exception as error:  # no one text may cost a build all others, whatever a rule of grammar stumbles over
        message = f"cannot be analysed ({type(error).__name__}: {error}); the other articles are built, please report this text"
        return Fault(article.source, message)


def assemble(readings: Sequence[Reading], ontology: Ontology) -> Graph:
    """The graph of some readings: the right half. The order of the readings makes no difference."""
    ordered = sorted(readings, key=lambda reading: reading.article.id)
    resolution = resolve(ordered)
    known = gazetteer_facts(resolution.entities)
    said = interpret(ordered, resolution.entities, resolution.entity_of, ontology, known=known)
    return Graph(
        tuple(reading.article for reading in ordered),
        resolution.entities,
        said.facts,
        said.events,
        said.quotations,
        said.refusals,
    )


@contextmanager
def _rare_collections() -> Iterator[None]:
    """While it is open, garbage in cycles is looked for after 20,000 new objects, not 700: of a build, only parses are such."""
    usual = gc.get_threshold()
    gc.set_threshold(20_000, *usual[1:])
    try:
        yield
    finally:
        gc.set_threshold(*usual)


@contextmanager
def _mapper(
    one: Callable[[Article], Reading | Fault], workers: int
) -> Iterator[Callable[[Iterable[Article]], Iterator[Reading | Fault]]]:
    """A function that maps articles to readings in order, in this process or in others."""
    if workers <= 1:
        yield lambda articles: map(one, articles)
        return
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        yield lambda articles: pool.map(one, articles, chunksize=8)
