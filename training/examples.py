"""Annotated texts as examples: each sentence with its mentions, and what is said of them.

The mentions are those that `kg build` finds, so that the reader learns on what it will read.
Annotated spans that no mention covers are added, in training only. A description or pronoun that
coreference ties to an annotated name carries what is annotated of it.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, field
from hashlib import sha256
from pathlib import Path

from corpora import Annotated

from kg.model import Article
from kg.text.attribution import quotes
from kg.text.coref import chains
from kg.text.mentions import mentions
from kg.text.parse import load, parse
from kg.text.reader.candidates import candidates as reading_candidates
from kg.text.reader.entity_types import EntityType

WEAK = 0.1  # weight of "not said" for a relation that was not asked for in the passage
UNSURE = 0.3  # … for a pair of which one is no annotated thing, where all things are annotated
EVERY = 5  # documents of Re-DocRED, of which one is held out
SAME = 0.5  # share of characters that two spans must have in common to be one


@dataclass
class Example:
    """A sentence with its mentions.

    `labels` are (subject, object, relation), `unknown` the same for what may be said or not.
    `complete` are the relations whose absence is certain, `sure` tells of which mentions that
    holds. In an example that was put together of two, nothing is said of two mentions on different
    sides of the number `apart`.
    """

    source: str
    text: str
    spans: list[tuple[int, int, int]]
    chain: list[int]
    labels: list[tuple[int, int, str]] = field(default_factory=list)
    unknown: list[tuple[int, int, str]] = field(default_factory=list)
    complete: list[str] = field(default_factory=list)
    sure: list[bool] = field(default_factory=list)
    apart: int = 0


def examples(found: Annotated) -> Iterator[Example]:
    """Yield the sentences of one text that have two mentions or more."""
    article = Article(found.name, found.text, found.name, sha256(found.text.encode()).hexdigest())
    doc = parse(load(), article)
    named = mentions(doc, article)
    said = quotes(doc, article, named)
    candidates = [
        (each.mention.passage.start, each.mention.passage.end, each.entity_type, each.chain)
        for each in reading_candidates(named, chains(doc, article, named, said))
    ]
    annotated = _aligned(candidates, found)
    things = _things(candidates, annotated, found)
    for sentence in doc.sents:
        example = _example(
            sentence.start_char, sentence.end_char, candidates, things, annotated, found
        )
        if len(example.spans) > 1:
            yield example


def _aligned(
    candidates: list[tuple[int, int, EntityType, int]], found: Annotated
) -> dict[int, int]:
    """Return the candidate of each span of the annotation, both by their places.

    A span that no candidate covers is added to the candidates.
    """
    place: dict[int, int] = {}
    for at, (start, end) in enumerate(found.spans):
        share, best = max(
            ((_overlap(c, start, end), n) for n, c in enumerate(candidates)), default=(0.0, -1)
        )
        if share < SAME:
            best = len(candidates)
            candidates.append((start, end, found.sorts[at], -1))
        place[at] = best
    return place


def _overlap(candidate: tuple[int, int, EntityType, int], start: int, end: int) -> float:
    """Return the share of the characters of both that they have in common, 0 to 1."""
    common = min(candidate[1], end) - max(candidate[0], start)
    return max(0.0, common / (max(candidate[1], end) - min(candidate[0], start)))


def _things(
    candidates: list[tuple[int, int, EntityType, int]], annotated: dict[int, int], found: Annotated
) -> dict[int, set[str]]:
    """Return the things that each candidate may speak of: its own, else those of its chain."""
    own: dict[int, set[str]] = defaultdict(set)
    of_chain: dict[int, set[str]] = defaultdict(set)
    for at, candidate in annotated.items():
        own[candidate].add(found.things[at])
        if candidates[candidate][3] >= 0:
            of_chain[candidates[candidate][3]].add(found.things[at])
    return {n: own[n] or of_chain.get(c[3], set()) for n, c in enumerate(candidates)}


def _example(
    start: int,
    end: int,
    candidates: list[tuple[int, int, EntityType, int]],
    things: dict[int, set[str]],
    annotated: dict[int, int],
    found: Annotated,
) -> Example:
    """Return the example of one sentence (characters `start` to `end`)."""
    inside = sorted(
        (c[0], c[1], n) for n, c in enumerate(candidates) if start <= c[0] and c[1] <= end
    )
    numbers = [n for _, _, n in inside]
    made = Example(
        found.name,
        found.text[start:end],
        [
            (candidates[n][0] - start, candidates[n][1] - start, int(candidates[n][2]))
            for n in numbers
        ],
        [candidates[n][3] for n in numbers],
        sure=[bool(things[n]) for n in numbers],
        complete=sorted(
            {name for s, e, names in found.complete if s < end and start < e for name in names}
        ),
    )
    by_pair: dict[tuple[str, str], set[tuple[str, bool | None]]] = defaultdict(set)
    for label in found.labels:
        here = label.here and _near(label, start, end, found) if label.here is not None else None
        by_pair[found.things[label.subject], found.things[label.object]].add((label.relation, here))
    for i, subject in enumerate(numbers):
        for j, value in enumerate(numbers):
            if i != j:
                _add_labels(made, i, j, things[subject], things[value], by_pair)
    return made


def _near(label, start: int, end: int, found: Annotated) -> bool:  # type: ignore[no-untyped-def]
    """Return whether the label's own spans stand in this sentence."""
    return all(
        start <= found.spans[at][0] and found.spans[at][1] <= end
        for at in (label.subject, label.object)
    )


def _add_labels(
    made: Example, i: int, j: int, subjects: set[str], values: set[str], by_pair: dict
) -> None:
    """Add what is said of two mentions to `labels`, and what may be said to `unknown`.

    What only other sentences say goes to neither.
    """
    said = {
        (name, here) for s in subjects for v in values for name, here in by_pair.get((s, v), ())
    }
    for name in sorted({name for name, _ in said}):
        if (name, True) in said:
            made.labels.append((i, j, name))
        elif (name, None) in said or not made.source.startswith("rd-"):
            made.unknown.append((i, j, name))


def is_held_out(example: Example) -> bool:
    """Return whether a sentence is of every fifth document of Re-DocRED.

    A reader that has not learnt them is measured on them.
    """
    return example.source.startswith("rd-") and int(example.source.rpartition("-")[2]) % EVERY == 0


def write(found: Iterable[Example], path: Path) -> int:
    """Write examples, one a line, and return their number."""
    lines = [json.dumps(asdict(each), ensure_ascii=False) for each in found]
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return len(lines)


def read(path: Path) -> list[Example]:
    """Return the examples of a file."""
    return [Example(**json.loads(line)) for line in path.read_text("utf-8").splitlines()]
