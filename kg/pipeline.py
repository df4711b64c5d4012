"""The pipeline on one screen: the only place that joins all rooms.

read ─▶ parse, mentions, coref, relations ─▶ │Reading│ ─▶ entities ─▶ facts, events ─▶ rdf, view

The language half is a map over articles and runs in any number of processes; its readings are kept
on disk, and an article that was read before is not read again. The graph half takes all readings
from there, one after the other, and puts them together.
"""

import gc
import time
from collections.abc import (
    Container,
    Iterable,
    Iterator,
    Mapping,
)
from contextlib import contextmanager, nullcontext
from dataclasses import (
    dataclass,
    field,
    replace,
)
from functools import partial
from pathlib import Path

from kg.build_folder import (
    all_decisions,
    kept_base,
    reading_store,
    readings_of,
    write_build,
)
from kg.choices import (
    DEFAULT_MODEL,
    DEFAULT_READER,
    Demand,
    Engine,
)
from kg.decisions import NO_RULINGS, Rulings
from kg.errors import InputError
from kg.graph.confidence import (
    with_bounded_conclusions,
    with_sure_events,
    without_doubtful_events,
    without_doubtful_facts,
    without_repetitions,
)
from kg.graph.disagreements import (
    Tellings,
    with_denials,
    with_disagreeing_events,
    with_disagreeing_facts,
    with_disagreeing_tolls,
)
from kg.graph.entities import gazetteer_facts, resolve
from kg.graph.events import with_premises
from kg.graph.interpret import interpret
from kg.graph.ontology import Ontology
from kg.graph.ontology import load as load_ontology
from kg.graph.sources import origins_of, sources_of
from kg.graph.stories import Stories, with_stories
from kg.graph.things import (
    with_facts_of_things,
    with_things_of_others,
    with_worthy_things,
)
from kg.inputs import (
    AnyInputs,
    checked_demand,
    read_inputs,
    reasons,
)
from kg.model import (
    Article,
    Fact,
    Graph,
    Reading,
)
from kg.paths import AnyPaths, listed_paths
from kg.rdf import (
    Waiting,
    checked_licence,
    locked,
)
from kg.reading_articles import Progress, read_into
from kg.readings import (
    Manifest,
    ReadingStore,
    StoreInMemory,
    with_readings,
)
from kg.text.read import Fault
from kg.verdicts import (
    as_decided,
    concluded,
    rulings_of,
)
from kg.vocabulary import premise_of


@dataclass(frozen=True, repr=False)
class BuildReport:
    """The result of a build. `seconds` is wall-clock time.

    `faults` are the inputs that could not be read (`lost`), and remarks on others. `known` counts
    the articles of the graph that had been read before. `files` counts the files that were named,
    or found in the folders, and `passed_over` has those in folders that no reader is for: the names
    of the files by their ending in small letters ("" for none). `unused` has a line for each
    decision of people that found nothing to apply to, and `of_ontology` says how much of a user's
    ontology is of no use.
    """

    graph: Graph
    faults: tuple[Fault, ...]
    seconds: float
    known: int = 0
    files: int = 0
    passed_over: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    unused: tuple[str, ...] = ()
    of_ontology: tuple[str, ...] = ()

    def __repr__(self) -> str:
        counts = ", ".join(f"{count:,} {kind}" for kind, count in self.counts.items())
        read = f"{len(self.lost)} inputs not read, {len(self.remarks)} remarks"
        return f"<BuildReport: {counts};\n {read}; {self.seconds:.1f} seconds>"

    @property
    def lost(self) -> tuple[Fault, ...]:
        """The inputs that could not be read."""
        return tuple(fault for fault in self.faults if fault.lost)

    @property
    def remarks(self) -> tuple[Fault, ...]:
        """Remarks on inputs that were read."""
        return tuple(fault for fault in self.faults if not fault.lost)

    @property
    def files_read(self) -> int:
        """The number of files that were read; several with the same text count, each."""
        passed_over = sum(map(len, self.passed_over.values()))
        unread = [fault for fault in self.faults if fault.lost or fault.skipped]
        return self.files - passed_over - sum(fault.of_file for fault in unread)

    @property
    def counts(self) -> dict[str, int]:
        """The number of articles, entities and so on in the graph, in the order of the report.

        A fact that only says in general what another one says ("works for", "leads") does not
        count.
        """
        kinds = ("articles", "entities", "facts", "events", "quotations", "refusals")
        counts = {kind: len(getattr(self.graph, kind)) for kind in kinds}
        counts["facts"] -= sum(any(map(premise_of, fact.rules)) for fact in self.graph.facts)
        return counts


def build(
    paths: AnyInputs,
    out: str | Path | None = None,
    *,
    mentions: bool = False,
    ontologies: AnyPaths = (),
    decisions: AnyPaths = (),
    model: str = DEFAULT_MODEL,
    reader: str = DEFAULT_READER,
    base_iri: str = "",
    engine: str = Engine.LOCAL,
    workers: int = 1,
    rdf12: bool = False,
    cache: bool = True,
    keep_paths: bool = False,
    columns: Mapping[str, str] | None = None,
    any_language: bool = False,
    demand: str = Demand.USUAL,
    identifier: str = "",
    address: str = "",
    title: str = "",
    licence: str = "",
    progress: Progress | None = None,
    waiting: Waiting | None = None,
) -> BuildReport:
    """Read articles, and write their graph, page, refusals and texts into the folder `out`, if one
    is given.

    `paths` is one path or several: files, folders (read recursively) or "-" for standard input; or
    records, which are articles at hand: `{"title": …, "text": …, "date": …}`. The graph names an
    article by its file's name, or by its path from the name of the folder on; with `keep_paths`, by
    the path as it was given; and a record by its `id`, `url` or title. `columns` says in which
    columns of tables, JSON and records the fields of an article are, if their names do not:
    `{"text": "body", "date": "day"}`. What is not in English is skipped, unless `any_language`.
    `demand` says how sure a claim must be to be told: "usual", "precise", or "many".
    `identifier` is what the one article that is given is called, in all its versions; of several
    versions of an article (of one id or address) the newest is read.
    `title` is what the graph is called, and `licence` the address of the licence under which it is
    given to others; it says both of itself. With `mentions` every mention is written, too.
    `base_iri` is what the IRIs begin with; without it they begin as before in `out`, or with
    `urn:newskg:local/`.
    `address` is where others will find the page, or, ending in "/", its folder: the links that it
    gives begin with it.
    `ontologies` are further ontology files, one or several. What people decided stands in
    `decisions.ttl` of `out`, and in the files `decisions`, one or several; it is honoured, and the
    report says which of it found nothing to apply to. `reader` is the learned reader:
    "built-in", "none", or the folder of another one. `engine` says where articles are read, "local"
    or "ray", and `workers` is the number of processes that do so. With `cache`, the reading of an
    article is kept in `out`, and an article that was read before is not read again; none of these
    changes a byte of the result. `progress` is called after each article that is read, `waiting` if
    another build writes into the same folder and must be waited for.

    Raises `KgError`s: `InputError` if no article can be read at all, `OntologyError`, `ModelError`,
    `ReaderError`, `EngineError`, `ExtraError`. An input that cannot be read is a fault in the
    report; the others are built.
    """
    started = time.monotonic()
    target = Path(out) if out is not None else None
    own = [Path(path) for path in listed_paths(ontologies)]
    given = [Path(path) for path in listed_paths(decisions)]
    wanted = checked_demand(demand)
    said_of_it = partial(Manifest, address=address, title=title, licence=checked_licence(licence))
    described = partial(said_of_it, demand=wanted)
    ontology = load_ontology(own)
    inputs = read_inputs(
        paths,
        keep_paths=keep_paths,
        columns=columns,
        any_language=any_language,
        identifier=identifier,
    )
    with _rare_collections(), locked(target, waiting=waiting) if target else nullcontext():
        base = base_iri or kept_base(target)
        rulings = rulings_of(all_decisions(target, given, base), ontology)
        store = _store(target if cache else None, model, reader)
        new = [article for article in inputs.articles if not store.holds(store.key(article))]
        broken = dict(read_into(store, new, engine=engine, workers=workers, progress=progress))
        faults = (*inputs.faults, *broken.values())
        readings = readings_of(_readable(inputs.articles, broken, faults), store)
        with without_collections():
            graph = assemble(readings, ontology, rulings, wanted)
            readings.forget()
            if target:
                manifest = described(base, model, reader, mentions=mentions, rdf12=rdf12)
                manifest = with_readings(manifest, readings) if cache else manifest
                write_build(graph, target, ontology, manifest, own, given)
    seconds = time.monotonic() - started
    known = len(inputs.articles) - len(new)
    return BuildReport(
        graph,
        faults,
        seconds,
        known,
        inputs.files,
        inputs.passed_over,
        rulings.unused(),
        ontology.remarks,
    )


def _store(folder: Path | None, model: str, reader: str) -> ReadingStore:
    """Return the store for the readings of a build: that of its folder, or one in memory."""
    if folder is None:
        return StoreInMemory(model, reader)
    return reading_store(folder, model, reader)


def _readable(
    articles: Iterable[Article], broken: Container[str], faults: Iterable[Fault]
) -> list[Article]:
    """Return the articles that could be read.

    Raises `InputError`, with the faults, if none could.
    """
    readable = [article for article in articles if article.id not in broken]
    if not readable:
        raise InputError(f"nothing to build{reasons(faults)}")
    return readable


def assemble(
    readings: Iterable[Reading],
    ontology: Ontology,
    rulings: Rulings = NO_RULINGS,
    demand: Demand = Demand.USUAL,
) -> Graph:
    """Return the graph of some readings: the graph half. The order of the readings makes no
    difference. `rulings` are what people decided, and know afterwards what applied; `demand` says
    how sure a claim must be to be told.

    The readings are iterated twice, one at a time, so that they need not all be in memory: a list
    works, and so does `Readings`.
    """
    proposal = _proposal(readings, ontology, rulings)
    entities, tellings = proposal.graph.entities, proposal.tellings
    stories, of_things = proposal.stories, proposal.of_things
    graph = with_worthy_things(proposal.graph)
    del proposal  # each step lets go of the graph before it, or all would be held at once
    graph = with_facts_of_things(graph, of_things, entities, ontology)
    graph = replace(graph, entities=tuple(with_premises(graph.entities, graph.events)))
    graph = rulings.with_sure_events(with_sure_events(graph))
    graph = with_bounded_conclusions(without_doubtful_events(graph, demand))
    graph = without_doubtful_facts(graph, ontology, demand)
    graph = without_repetitions(graph, ontology, demand)
    graph = with_disagreeing_facts(graph, tellings, ontology)
    graph = with_denials(graph, tellings, ontology)
    graph = with_disagreeing_tolls(with_disagreeing_events(graph), tellings)
    graph = with_things_of_others(graph, ontology)
    return as_decided(with_stories(graph, stories), entities, ontology, rulings)


@dataclass(frozen=True, slots=True)
class _Proposal:
    """All that articles tell, before it is asked what of it is sure enough for the graph."""

    graph: Graph
    of_things: tuple[Fact, ...]
    tellings: Tellings
    stories: Stories


def _proposal(readings: Iterable[Reading], ontology: Ontology, rulings: Rulings) -> _Proposal:
    """Return what some readings tell, with the number of sources of each fact and event."""
    resolution = resolve(readings, rulings)
    articles, entities = resolution.articles, resolution.entities
    known = gazetteer_facts(entities)
    outcome = interpret(
        readings, entities, resolution.entity_of, ontology, known=known, rulings=rulings
    )
    origins = origins_of(articles, ontology)
    sources = sources_of(articles, origins, ontology)
    facts = concluded(sources.counted(outcome.facts), entities, ontology, rulings)
    about_things = sources.counted(outcome.of_things)
    graph = Graph(
        articles,
        entities,
        facts,
        sources.counted(outcome.events),
        outcome.quotations,
        outcome.refusals,
        origins=origins,
    )
    of_things = concluded(about_things, entities, ontology, rulings)
    return _Proposal(graph, of_things, outcome.tellings, outcome.stories)


@contextmanager
def _rare_collections() -> Iterator[None]:
    """Look for garbage in cycles after 20,000 new objects, not 700: in a build, only parses are
    such.

    Objects that were frozen meanwhile are examined again afterwards.
    """
    usual = gc.get_threshold()
    gc.set_threshold(20_000, *usual[1:])
    try:
        yield
    finally:
        gc.set_threshold(*usual)
        gc.unfreeze()


@contextmanager
def without_collections() -> Iterator[None]:
    """Stop looking for garbage in cycles meanwhile.

    The graph half leaves next to none, nor do readings that are found, and each look would pass
    over all of them (a tenth of the time).
    """
    usual = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if usual:
            gc.enable()
