"""The lines that rest on a passage that mentions both of their ends, and the others.

A line that does not is drawn apart: what is concluded from several sentences, what a gazetteer
says, and what is said of an article rather than in it.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from kg.view.highlights import HighlightsByDocument, Offsets, utf16_offsets
from kg.view.kinds import Kind
from kg.view.page_model import Evidence, Fact, NumberByIri, PageModel, Passage

INFERRED = "inferred:"  # how the names of rules begin that conclude facts from others


def is_inferred(evidence: Evidence | None) -> bool:
    """Return whether a fact is only concluded from others: no article says it."""
    if evidence is None or not evidence.rules:
        return False
    return all(rule.startswith(INFERRED) for rule in evidence.rules)


def is_world_knowledge(evidence: Evidence | None) -> bool:
    """Return whether a gazetteer says a fact and no article does."""
    return evidence is not None and bool(evidence.sources) and not evidence.passages


def drawn_apart(model: PageModel, highlights: HighlightsByDocument | None) -> frozenset[int]:
    """Return the numbers of the facts that are concluded, or that no passage says with both ends.

    `highlights` are those of each document (IRI). If they are not known, a passage is enough.
    """
    facts = enumerate(model.facts)
    concluded = frozenset(number for number, fact in facts if is_inferred(fact.evidence))
    if highlights is None:
        return concluded.union(_without_passage(model))
    mentions = _Mentions(
        model,
        highlights,
    )
    numbers = enumerate(model.facts)
    return concluded.union(number for number, fact in numbers if not mentions.of_both(fact))


def _without_passage(model: PageModel) -> Iterator[int]:
    """Yield the numbers of the facts that no passage says."""
    for number, fact in enumerate(model.facts):
        if fact.evidence is None or not fact.evidence.passages:
            yield number


@dataclass(frozen=True)
class _Marks:
    """The highlights of one document, and how to count in it as they do."""

    starts: Mapping[int, list[int]]  # by thing
    offset: Offsets

    def has(self, passage: Passage, thing: int) -> bool:
        """Return whether a thing is mentioned in a passage."""
        start, end = self.offset(passage.start), self.offset(passage.end)
        return any(
            start <= at < end
            for at in self.starts.get(
                thing,
                (),
            )
        )


class _Mentions:
    """The places where things are mentioned: events in the passages of their evidence."""

    def __init__(self, model: PageModel, highlights: HighlightsByDocument):
        self._things = model.things
        self._index: NumberByIri = model.index()
        self._marks: dict[str, _Marks] = {}
        for document in model.documents:
            starts: dict[int, list[int]] = {}
            for each in highlights.get(
                document.iri,
                (),
            ):
                starts.setdefault(
                    each.thing,
                    [],
                ).append(each.start)
            self._marks[document.iri] = _Marks(
                starts,
                utf16_offsets(document.text),
            )

    def of_both(self, fact: Fact) -> bool:
        """Return whether a passage of a fact mentions both its ends; a value needs no mention."""
        passages = fact.evidence.passages if fact.evidence else ()
        ends = [end for end in (fact.subject, fact.object) if end]
        return any(
            self._all(
                passage,
                ends,
            )
            for passage in passages
        )

    def _all(self, passage: Passage, ends: Iterable[str]) -> bool:
        """Return whether a passage mentions all of these things."""
        return all(
            self._one(
                passage,
                self._index[end],
            )
            for end in ends
        )

    def _one(self, passage: Passage, thing: int) -> bool:
        """Return whether a passage mentions a thing."""
        known = self._things[thing]
        if known.kind != Kind.EVENT:
            marks = self._marks.get(passage.document)
            return marks is not None and marks.has(
                passage,
                thing,
            )
        evidence = known.evidence
        return evidence is not None and passage in evidence.passages
