"""Articles read as a build reads them, with the results sorted by sentence.

Each article is read by itself, without the knowledge that a build has from other articles. Of the
steps of a trace, those count that a rule took in the end: it fired, or it stopped at some condition
first.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, replace
from itertools import starmap
from pathlib import Path
from typing import TypeVar

from kg.choices import DEFAULT_MODEL, DEFAULT_READER
from kg.graph.entities import resolve
from kg.graph.ontology import EntityOf, LinkedMentions, Ontology, linked_mentions
from kg.graph.ontology import load as load_ontology
from kg.graph.outcomes import outcomes
from kg.inputs import AnyInputs, read_inputs
from kg.inspection.results import Claimed, InspectedArticle, InspectionReport, Sentence
from kg.model import (
    Article,
    Mention,
    Passage,
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
from kg.text.read import Layout, as_read, laid_out
from kg.trace import Step, recording

T = TypeVar("T")
Key = tuple[int, int, str]  # where a rule was at work, from and to, and its name
Place = Callable[[Passage], Passage]
Steps = Sequence[Step]
Starts = Sequence[int]  # ascending offsets


def inspect(
    paths: AnyInputs,
    *,
    trace: bool = False,
    ontologies: AnyPaths = (),
    model: str = DEFAULT_MODEL,
    reader: str = DEFAULT_READER,
) -> InspectionReport:
    """Read articles, and return the reading of each of their sentences; nothing is written.

    `paths` are those of `kg.build`: files, folders (read recursively), "-" for standard input, or
    records.
    With `trace`, the steps of the rules are recorded: which fired, and at which condition others
    stopped. Raises `KgError`s as `kg.build` does.
    """
    files = [Path(path) for path in listed_paths(ontologies)]
    ontology = load_ontology(files)
    inspector = _Inspector(ontology, model, reader, trace)
    inputs = read_inputs(paths, any_language=True)
    inspected = map(inspector.inspected, inputs.articles)
    return InspectionReport(tuple(inspected), inputs.faults, inputs.passed_over)


@dataclass(frozen=True, slots=True)
class _Piece:
    """The reading of a piece of an article.

    `start` is the offset of the piece in the text without its layout, to which the offsets of the
    reading belong; all others belong to the article's own text.
    """

    start: int
    reading: Reading
    sentences: Sequence[Passage]
    mentions: Sequence[Mention]
    steps: Steps


@dataclass(frozen=True, slots=True)
class _Inspector:
    """Reader of articles, with all that is the same for each."""

    ontology: Ontology
    model: str
    reader: str
    trace: bool

    def inspected(self, article: Article) -> InspectedArticle:
        """Return an article with its reading."""
        layout = laid_out(article.text)
        plain = as_read(article, layout)
        parts = list(self._pieces(plain, layout))
        readings = [(piece.start, piece.reading) for piece in parts]
        whole = joined(plain, readings)
        reading = moved(whole, article, layout.given)
        resolution = resolve([reading])
        by_id = {entity.id: entity for entity in resolution.entities}
        with self._recording() as judged:
            linked = linked_mentions(reading, by_id, resolution.entity_of)
            claimed = self._claimed(reading, linked)
        return InspectedArticle(
            reading,
            tuple(_sentences(parts, reading, claimed, judged)),
            tuple(_entities(reading, resolution.entity_of)),
            _chain_of(reading),
        )

    def _pieces(self, article: Article, layout: Layout) -> Iterator[_Piece]:
        """Yield the pieces of a text without layout: one, unless it is very long."""
        model, reader = self.model, self.reader
        for start, piece in pieces(article):
            (doc,) = parse_all(load(model), [piece])
            with self._recording() as steps:
                reading = language.read_article(piece, model=model, reader=reader, doc=doc)
            place = _place_in(layout, start)
            sentences = [trimmed(sentence, article.id) for sentence in doc.sents]
            mentioned = mentions(doc, piece)
            yield _Piece(
                start,
                reading,
                list(map(place, sentences)),
                [moved_mention(mention, place) for mention in mentioned],
                [_moved_step(step, place) for step in steps],
            )

    def _claimed(self, reading: Reading, linked: LinkedMentions) -> list[Claimed]:
        """Return the claims of an article with their outcomes."""
        claims = reading.claims
        typed_claims = map(linked.typed, claims)
        typed = replace(reading, claims=tuple(typed_claims))
        found = outcomes(typed, linked, self.ontology)
        return list(map(Claimed, claims, found))

    def _recording(self) -> AbstractContextManager[list[Step]]:
        return recording() if self.trace else nullcontext([])


def _entities(reading: Reading, entity_of: EntityOf) -> Iterator[str]:
    """Yield the id of the entity of each chain, empty for a chain without one."""
    article = reading.article.id
    for index, _ in enumerate(reading.chains):
        yield entity_of.get((article, index), "")


def _chain_of(reading: Reading) -> Mapping[Mention, int]:
    """Return the index of the chain of each mention."""
    chain_of: dict[Mention, int] = {}
    for index, chain in enumerate(reading.chains):
        for mention in chain.mentions:
            chain_of[mention] = index
    return chain_of


def _place_in(layout: Layout, start: int) -> Place:
    """Return what gives the place of a passage of a piece in the article's own text."""

    def place(passage: Passage) -> Passage:
        begin = passage.start + start
        end = passage.end + start
        later = Passage(passage.article, begin, end)
        return layout.given(later)

    return place


def _moved_step(step: Step, place: Place) -> Step:
    """Return a step with its passage in another place."""
    own = Passage("", step.start, step.end)
    passage = place(own)
    return replace(step, start=passage.start, end=passage.end)


# ----------------------------------------------------------------------------------- sentences


def _sentences(
    parts: Iterable[_Piece], reading: Reading, claimed: Iterable[Claimed], judged: Steps
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
    steps = settled(steps, reading)
    starts = [passage.start for passage in passages]
    sorted_by_sentence = zip(
        passages,
        by_stretch(starts, mentioned, lambda mention: mention.passage.start),
        by_stretch(starts, claimed, lambda each: each.claim.evidence.start),
        by_stretch(starts, reading.quotes, lambda quote: quote.passage.start),
        by_stretch(starts, steps, lambda step: step.start),
        strict=True,
    )
    yield from starmap(Sentence, sorted_by_sentence)


def by_stretch(
    starts: Starts, values: Iterable[T], start_of: Callable[[T], int]
) -> list[tuple[T, ...]]:
    """Return the values that begin in each stretch of a text, in the order in which they are given.

    A stretch goes from one of the `starts` to the next; values that begin before the
    first belong to it.

    >>> by_stretch([0, 10], [12, 3, 9], lambda offset: offset)
    [(3, 9), (12,)]
    """
    stretches: list[list[T]] = [[] for _ in starts]
    for value in values:
        start = start_of(value)
        number = bisect_right(starts, start) - 1
        stretch = stretches[max(0, number)]
        stretch.append(value)
    return list(map(tuple, stretches))


# --------------------------------------------------------------------------------------- steps


def settled(steps: Iterable[Step], reading: Reading) -> list[Step]:
    """Return the steps by place: all findings of a rule there, or the first condition at which it
    stopped there.

    A rule that stopped at one condition, and then found something at the same place, did not stop.
    One that found something that is not in the reading did not fire.
    """
    made = set(_made(reading))
    of_rule: dict[Key, list[Step]] = defaultdict(list)
    for step in steps:
        key = (step.start, step.end, step.rule)
        of_rule[key].append(step)
    left: list[Step] = []
    for key in sorted(of_rule, key=_place):  # stable: rules stay in the order of the work
        is_made = key in made
        left += _outcome(of_rule[key], is_made=is_made)
    return left


def _made(reading: Reading) -> Iterator[Key]:
    """Yield where the rules found the claims and quotations of an article."""
    for claim in reading.claims:
        trigger = claim.trigger
        yield trigger.start, trigger.end, claim.rule
    for quote in reading.quotes:
        passage = quote.passage
        yield passage.start, passage.end, quote.rule


def _place(key: Key) -> tuple[int, int]:
    start, end, _ = key
    return start, end


def _outcome(steps: Steps, *, is_made: bool) -> Steps:
    """Return the steps that one rule took at one place in the end.

    If there is no claim of its findings, it fired if the last step has words for a finding.
    """
    if not is_made and not _ends_with_words(steps):
        stops = [step for step in steps if not step.fired]
        return stops[:1]
    by_words: dict[str, Step] = {}
    for step in reversed(steps):
        if step.fired:
            by_words[step.words] = step
    return list(by_words.values())


def _ends_with_words(steps: Steps) -> bool:
    *_, last = steps
    return last.fired and bool(last.words)
