"""Reads articles as a build does, and sorts what it finds by sentence.

Each article is read by itself: what a build would know of its things from other articles is not
known here.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from kg.choices import DEFAULT_MODEL, DEFAULT_READER
from kg.graph.entities import resolve
from kg.graph.ontology import LinkedMentions, Ontology, linked_mentions
from kg.graph.ontology import load as load_ontology
from kg.graph.outcomes import Outcome, outcomes
from kg.inputs import read_inputs
from kg.inspection.steps import at, settled, shifted
from kg.model import Article, Claim, Mention, Passage, Quote, Reading, joined, moved, moved_mention, pieces
from kg.paths import AnyPaths, listed_paths
from kg.text import read_article as language
from kg.text.mentions import mentions
from kg.text.parse import load, parse_all, trimmed
from kg.text.read import Fault, Layout, as_read, laid_out
from kg.trace import Step, recording


@dataclass(frozen=True, slots=True)
class Claimed:
    """A claim, and what the ontology makes of it."""

    claim: Claim
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class Sentence:
    """What is read in one sentence, each part in text order.

    A claim belongs to the sentence of its evidence, a quotation to that in which it begins. `steps`
    are empty without a trace.
    """

    passage: Passage
    mentions: tuple[Mention, ...]
    claims: tuple[Claimed, ...]
    quotes: tuple[Quote, ...]
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class InspectedArticle:
    """An article with its reading, sorted by sentence.

    `entities` has the id of the entity that each chain becomes, empty for one that becomes none.
    `chain_of` has the index of the chain of each mention that is in one; times and quantities are not.
    """

    reading: Reading
    sentences: tuple[Sentence, ...]
    entities: tuple[str, ...]
    chain_of: Mapping[Mention, int]

    @property
    def article(self) -> Article:
        """Return the article itself."""
        return self.reading.article


@dataclass(frozen=True, slots=True)
class InspectionReport:
    """The articles that were read, in the order of the inputs, and the inputs that could not be.

    `passed_over` are the files in folders that no reader is for, by their ending.
    """

    articles: tuple[InspectedArticle, ...]
    faults: tuple[Fault, ...]
    passed_over: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def inspect(
    paths: AnyPaths,
    *,
    trace: bool = False,
    ontologies: AnyPaths = (),
    model: str = DEFAULT_MODEL,
    reader: str = DEFAULT_READER,
) -> InspectionReport:
    """Read articles, and return for each what is found in each of its sentences; nothing is
    written.

    `paths` are those of `kg.build`: files, folders (read recursively) or "-" for standard input.
    With `trace`, the steps of the rules are recorded: which fired, and at which condition others
    stopped. Raises `KgError`s as `kg.build` does.
    """
    ontology = load_ontology([Path(path) for path in listed_paths(ontologies)])
    found = read_inputs(paths)
    read = (_inspected(article, ontology, model, reader, trace=trace) for article in found.articles)
    return InspectionReport(tuple(read), found.faults, found.passed_over)


@dataclass(frozen=True, slots=True)
class _Piece:
    """What is read in a piece of an article; all but the reading counts in the article's own text.

    `start` is where the piece begins in the text without its layout, in which the reading counts.
    """

    start: int
    reading: Reading
    sentences: tuple[Passage, ...]
    mentions: tuple[Mention, ...]
    steps: tuple[Step, ...]


def _inspected(article: Article, ontology: Ontology, model: str, reader: str, *, trace: bool) -> InspectedArticle:
    layout = laid_out(article.text)
    plain = as_read(article, layout)
    found = list(_pieces(plain, layout, model, reader, trace=trace))
    whole = joined(plain, ((each.start, each.reading) for each in found))
    reading = moved(whole, article, layout.given)
    resolution = resolve([reading])
    by_id = {entity.id: entity for entity in resolution.entities}
    with _recording(trace) as judged:
        claimed = _claimed(reading, linked_mentions(reading, by_id, resolution.entity_of), ontology)
    steps = [*(step for each in found for step in each.steps), *judged]
    entities = (resolution.entity_of.get((article.id, index), "") for index, _ in enumerate(reading.chains))
    chain_of = {mention: index for index, chain in enumerate(reading.chains) for mention in chain.mentions}
    sentences = _sentences(found, reading, claimed, steps)
    return InspectedArticle(reading, tuple(sentences), tuple(entities), chain_of)


def _recording(trace: bool) -> AbstractContextManager[list[Step]]:
    return recording() if trace else nullcontext([])


def _claimed(reading: Reading, here: LinkedMentions, ontology: Ontology) -> tuple[Claimed, ...]:
    typed = replace(reading, claims=tuple(map(here.typed, reading.claims)))
    results = outcomes(typed, here, ontology)
    return tuple(Claimed(claim, outcome) for claim, outcome in zip(reading.claims, results, strict=True))


def _pieces(article: Article, layout: Layout, model: str, reader: str, *, trace: bool) -> Iterator[_Piece]:
    """Yield what is read in the pieces of a text without layout: all of it, unless it is very long."""
    for start, piece in pieces(article):
        (doc,) = parse_all(load(model), [piece])
        with _recording(trace) as steps:
            reading = language.read_article(piece, model=model, reader=reader, doc=doc)
        place = partial(_given, layout=layout, start=start)
        yield _Piece(
            start,
            reading,
            tuple(place(trimmed(sentence, article.id)) for sentence in doc.sents),
            tuple(moved_mention(each, place) for each in mentions(doc, piece)),
            tuple(shifted(steps, place)),
        )


def _given(passage: Passage, *, layout: Layout, start: int) -> Passage:
    """Return where a passage of a piece stands in the article's own text."""
    return layout.given(Passage(passage.article, passage.start + start, passage.end + start))


def _sentences(
    found: Sequence[_Piece], reading: Reading, claimed: Sequence[Claimed], steps: Sequence[Step]
) -> Iterator[Sentence]:
    """Yield the sentences of an article; what begins in none belongs to the one before it."""
    passages = [passage for piece in found for passage in piece.sentences]
    starts = [passage.start for passage in passages]
    done = settled(steps, reading)
    spoken = at(starts, (mention for piece in found for mention in piece.mentions), lambda each: each.passage.start)
    claims = at(starts, claimed, lambda each: each.claim.evidence.start)
    quotes = at(starts, reading.quotes, lambda each: each.passage.start)
    traced = at(starts, done, lambda each: each.start)
    for number, passage in enumerate(passages):
        yield Sentence(passage, spoken[number], claims[number], quotes[number], traced[number])
