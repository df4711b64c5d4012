"""Articles read as a build reads them, with the results sorted by sentence.

Each article is read by itself, without the knowledge that a build has from other articles.
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
from kg.inspection.steps import by_stretch, settled, shifted
from kg.model import (
    Article,
    Claim,
    Mention,
    Passage,
    Quote,
    Reading,
    joined,
    moved,
    moved_mention,
    pieces,
)
from kg.paths import AnyPaths, listed_paths
from kg.text import read_article as language
from kg.text.mentions import mentions
from kg.text.parse import load, parse_all, trimmed
from kg.text.read import Fault, Layout, as_read, laid_out
from kg.trace import Step, recording


@dataclass(frozen=True, slots=True)
class Claimed:
    """A claim, and its outcome by the ontology."""

    claim: Claim
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class Sentence:
    """The reading of one sentence, each part in text order.

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
    `chain_of` has the index of the chain of each mention in one; times and quantities are in none.
    """

    reading: Reading
    sentences: tuple[Sentence, ...]
    entities: tuple[str, ...]
    chain_of: Mapping[Mention, int]

    @property
    def article(self) -> Article:
        """The article itself."""
        return self.reading.article


@dataclass(frozen=True, slots=True)
class InspectionReport:
    """The articles that were read, in the order of the inputs, and the faults of the others.

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
    """Read articles, and return the reading of each of their sentences; nothing is written.

    `paths` are those of `kg.build`: files, folders (read recursively) or "-" for standard input.
    With `trace`, the steps of the rules are recorded: which fired, and at which condition others
    stopped. Raises `KgError`s as `kg.build` does.
    """
    ontology = load_ontology([Path(path) for path in listed_paths(ontologies)])
    inputs = read_inputs(paths)
    inspected = (
        _inspected(article, ontology, model, reader, trace=trace) for article in inputs.articles
    )
    return InspectionReport(tuple(inspected), inputs.faults, inputs.passed_over)


@dataclass(frozen=True, slots=True)
class _Piece:
    """The reading of a piece of an article.

    `start` is the offset of the piece in the text without its layout, to which the offsets of the
    reading belong; all others belong to the article's own text.
    """

    start: int
    reading: Reading
    sentences: tuple[Passage, ...]
    mentions: tuple[Mention, ...]
    steps: tuple[Step, ...]


def _inspected(
    article: Article, ontology: Ontology, model: str, reader: str, *, trace: bool
) -> InspectedArticle:
    layout = laid_out(article.text)
    plain = as_read(article, layout)
    parts = list(_pieces(plain, layout, model, reader, trace=trace))
    whole = joined(plain, ((piece.start, piece.reading) for piece in parts))
    reading = moved(whole, article, layout.given)
    resolution = resolve([reading])
    by_id = {entity.id: entity for entity in resolution.entities}
    with _recording(trace) as judged:
        linked = linked_mentions(reading, by_id, resolution.entity_of)
        claimed = _claimed(reading, linked, ontology)
    sentences = _sentences(parts, reading, claimed, judged)
    numbers = range(len(reading.chains))
    entities = [resolution.entity_of.get((article.id, number), "") for number in numbers]
    return InspectedArticle(reading, tuple(sentences), tuple(entities), _chain_of(reading))


def _chain_of(reading: Reading) -> Mapping[Mention, int]:
    chain_of: dict[Mention, int] = {}
    for number, chain in enumerate(reading.chains):
        chain_of |= dict.fromkeys(chain.mentions, number)
    return chain_of


def _recording(trace: bool) -> AbstractContextManager[list[Step]]:
    return recording() if trace else nullcontext([])


def _claimed(reading: Reading, linked: LinkedMentions, ontology: Ontology) -> tuple[Claimed, ...]:
    typed = replace(reading, claims=tuple(map(linked.typed, reading.claims)))
    return tuple(map(Claimed, reading.claims, outcomes(typed, linked, ontology)))


def _pieces(
    article: Article, layout: Layout, model: str, reader: str, *, trace: bool
) -> Iterator[_Piece]:
    """Yield the pieces of a text without layout: one, unless it is very long."""
    for start, piece in pieces(article):
        (doc,) = parse_all(load(model), [piece])
        with _recording(trace) as steps:
            reading = language.read_article(piece, model=model, reader=reader, doc=doc)
        place = partial(_given, layout=layout, start=start)
        yield _Piece(
            start,
            reading,
            tuple(place(trimmed(sentence, article.id)) for sentence in doc.sents),
            tuple(moved_mention(mention, place) for mention in mentions(doc, piece)),
            tuple(shifted(steps, place)),
        )


def _given(passage: Passage, *, layout: Layout, start: int) -> Passage:
    """Return the place of a passage of a piece in the article's own text."""
    return layout.given(Passage(passage.article, passage.start + start, passage.end + start))


def _sentences(
    parts: Sequence[_Piece], reading: Reading, claimed: Sequence[Claimed], judged: Sequence[Step]
) -> Iterator[Sentence]:
    """Yield the sentences of an article; anything between two belongs to the first of them.

    `judged` are the steps of the ontology, which come after those of the pieces.
    """
    passages: list[Passage] = []
    mentioned: list[Mention] = []
    steps: list[Step] = []
    for piece in parts:
        passages += piece.sentences
        mentioned += piece.mentions
        steps += piece.steps
    steps += judged
    starts = [passage.start for passage in passages]
    sorted_by_sentence = zip(
        passages,
        by_stretch(starts, mentioned, lambda mention: mention.passage.start),
        by_stretch(starts, claimed, lambda each: each.claim.evidence.start),
        by_stretch(starts, reading.quotes, lambda quote: quote.passage.start),
        by_stretch(starts, settled(steps, reading), lambda step: step.start),
        strict=True,
    )
    for passage, in_mentions, claims, quotes, traced in sorted_by_sentence:
        yield Sentence(passage, in_mentions, claims, quotes, traced)
