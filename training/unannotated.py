"""Sentences that nobody has annotated as lessons, of which the reader learns what teachers think.

    python training/unannotated.py DATA WORK

DATA has `ecbplus/train.jsonl`, `qasrl-gs/wikinews.dev.jsonl` and `gum/gum.jsonl.gz`, of which no
annotation is used. Sentences of KnowledgeNet, Re-DocRED and web text, which WORK has already, come
beside them. WORK gets `further.jsonl`.
"""

import gzip
import json
import random
import re
import sys
from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from annotated import Annotation, Lesson, lessons_of, read_lessons, write
from event_links import annotated
from rebuild import FURTHER

from examples import Example, read
from kg.model import Article

GENRES = frozenset({"bio", "interview", "court"})  # of GUM
NOTHING = Annotation((), (), {}, {})
BESIDE = 3400  # sentences that were already there
LONGEST = 700  # characters of such a sentence
WORD = re.compile(r"\w+(?:['’]\w+)?|[^\w\s]")
SEED = 3


def _texts(data: Path) -> Iterator[tuple[str, str]]:
    """Yield the name and the text of what was annotated for something else."""
    for each in annotated(data / "ecbplus"):
        yield f"ecb-{each.topic}{each.article.source}", each.article.text
    path = data / "qasrl-gs" / "wikinews.dev.jsonl"
    for number, line in enumerate(path.read_text("utf-8").splitlines()):
        yield f"qasrl-{number}", " ".join(json.loads(line)["tokens"])
    with gzip.open(data / "gum" / "gum.jsonl.gz", "rt", encoding="utf-8") as lines:
        for document in map(json.loads, lines):
            if document["genre"] in GENRES:
                yield document["id"], " ".join(document["text"])


def _read(name: str, text: str) -> Iterator[Lesson]:
    """Yield the sentences of a text as lessons of which nothing is known."""
    article = Article(name, text, name, sha256(text.encode()).hexdigest())
    for lesson in lessons_of(article, name, NOTHING):
        words = len(lesson.words)
        yield replace(
            lesson,
            weights=(0.0,) * words,
            known=(None,) * len(lesson.spans),
            states=("",) * words,
        )


def _of_example(example: Example) -> Lesson:
    """Return an example of relations as a lesson of which nothing is known."""
    words = tuple(match.start() for match in WORD.finditer(example.text))
    empty = ("",) * len(words)
    spans = tuple((start, end, sort) for start, end, sort in example.spans)
    weights, known = (0.0,) * len(words), (None,) * len(spans)
    return Lesson(
        example.source, example.text, words, empty, empty, weights, spans, known, (), empty
    )


def lessons(data: Path, work: Path) -> list[Lesson]:
    """Return all of them, in a random order that is always the same."""
    rng = random.Random(SEED)
    found = [lesson for name, text in _texts(data) for lesson in _read(name, text)]
    beside = read_lessons(work / "predicates.jsonl")
    for name in ("knowledgenet1", "knowledgenet2", "knowledgenet3", "redocred"):
        examples = read(work / f"{name}.jsonl")
        beside += [_of_example(each) for each in examples if len(each.text) < LONGEST]
    rng.shuffle(beside)
    found += [lesson for lesson in beside if lesson.words][:BESIDE]
    rng.shuffle(found)
    return [lesson for lesson in found if lesson.words]


if __name__ == "__main__":
    data, work = map(Path, sys.argv[1:])
    print(write(lessons(data, work), work / FURTHER), "sentences", file=sys.stderr)
