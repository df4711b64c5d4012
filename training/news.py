"""News-like sentences to learn from, mostly of what is *not* said.

They tell who speaks of whom, who meets whom, what happens where. They stand in `news.txt`; their
slots are filled with names of the training data, so no name is known to this project.
"""

import random
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from examples import Example
from kg.text.reader.entity_types import EntityType
from kg.text.reader.relations import relations

SENTENCES = Path(__file__).parent / "news.txt"
SHORT = 170  # characters of a sentence that may be joined with another
JOINED = 0.4  # how often it is
CONNECTIVES = (
    ", while ",
    ", and ",
    ", as ",
    ", but ",
    "; ",
    ". ",
    ". ",
    " after ",
    ", a day after ",
)
TIMES = 10  # how often each sentence is filled
SLOT = re.compile(r"\{([A-Z])(\d?)\}")
SAID = re.compile(r"(\??)([a-z-]+)\((\w+),(\w+)\)")
SORT_OF_SLOT = {
    "P": EntityType.PERSON, "O": EntityType.ORGANIZATION, "L": EntityType.PLACE,
    "C": EntityType.COUNTRY, "N": EntityType.COUNTRY, "T": EntityType.TIME,
    "W": EntityType.WORK, "H": EntityType.PERSON_PRONOUN, "S": EntityType.PERSON_PRONOUN,
    "I": EntityType.THING_PRONOUN,
}  # fmt: skip
WORDS = {"H": ("he", "she"), "S": ("his", "her"), "I": ("It", "The company", "It")}
DAYS = (
    "on Monday|on Tuesday|on Wednesday|on Thursday|on Friday|on Saturday|on Sunday|"
    "last week|last month|this year|yesterday|"
    "in May|in October 2009|on 12 March 2011|in 2004|on June 5|in 1998"
)
PREPOSITION = re.compile(r"^(?:on|in) ")
DEMONYM = re.compile(r"^[A-Z][a-z]+(?:an|ish|ese|ch|i)$")


def news_examples(found: Sequence[Example], rng: random.Random) -> list[Example]:
    """Return every sentence some times, with names in its slots.

    They are drawn from the examples that were found in the corpora.
    """
    lines = [
        line
        for line in SENTENCES.read_text("utf-8").splitlines()
        if line and not line.startswith("#")
    ]
    names = _names(found)
    return [_filled(line, names, rng) for line in lines for _ in range(TIMES)]


def put_together(found: Sequence[Example], rng: random.Random) -> list[Example]:
    """Return the examples, some of the short ones two and two in one.

    Of things in different clauses nothing is said.
    """
    short = [example for example in found if len(example.text) < SHORT and rng.random() < JOINED]
    chosen = {id(example) for example in short}
    return [example for example in found if id(example) not in chosen] + [
        _joined(first, second, rng) for first, second in zip(short[::2], short[1::2], strict=False)
    ]


def _joined(first: Example, second: Example, rng: random.Random) -> Example:
    """Return two examples as clauses of one sentence, or as two sentences."""
    text = first.text.rstrip().rstrip(".") + rng.choice(CONNECTIVES)
    shift, count, chains = len(text), len(first.spans), max(first.chain, default=0) + 1
    return Example(
        first.source,
        text + second.text,
        [*first.spans, *((a + shift, b + shift, sort) for a, b, sort in second.spans)],
        [*first.chain, *(chain + chains if chain >= 0 else chain for chain in second.chain)],
        [*first.labels, *((i + count, j + count, name) for i, j, name in second.labels)],
        [*first.unknown, *((i + count, j + count, name) for i, j, name in second.unknown)],
        sorted({*first.complete} & {*second.complete}),
        [*first.sure, *second.sure],
        count,
    )


def _names(found: Sequence[Example]) -> dict[str, list[str]]:
    """Return the names of each slot, as they stand in the examples."""
    of_sort: dict[EntityType, set[str]] = {}
    for example in found:
        for start, end, sort in example.spans:
            name = example.text[start:end]
            if name[:1].isupper() and 2 < len(name) < 40 and "\n" not in name:
                of_sort.setdefault(EntityType(sort), set()).add(name)
    names = {
        slot: sorted(of_sort[sort])
        for slot, sort in SORT_OF_SLOT.items()
        if sort in of_sort and slot not in WORDS
    }
    names["N"] = [name for name in names["C"] if DEMONYM.match(name)]
    names["C"] = [name for name in names["C"] if not DEMONYM.match(name)]
    names["P"] = [name for name in names["P"] if len(name.split()) < 4]
    return {**names, "T": DAYS.split("|"), **{slot: list(words) for slot, words in WORDS.items()}}


def _filled(line: str, names: dict[str, list[str]], rng: random.Random) -> Example:
    """Return one sentence with names in its slots, and what it says."""
    pattern, _, said = line.partition("=>")
    text, spans, place = "", [], {}
    for piece in _pieces(pattern.strip()):
        slot = SLOT.fullmatch(piece)
        words = rng.choice(names[slot[1]]) if slot else piece
        words = words[:1].upper() + words[1:] if not text else words
        if slot:
            inside = len(words) - len(PREPOSITION.sub("", words)) if slot[1] == "T" else 0
            place[slot[1] + slot[2]] = len(spans)
            spans.append((len(text) + inside, len(text) + len(words), int(SORT_OF_SLOT[slot[1]])))
        text += words
    told = [(sign, name, place[a], place[b]) for sign, name, a, b in SAID.findall(said)]
    return Example(
        "news",
        text,
        spans,
        list(range(len(spans))),
        [(a, b, name) for sign, name, a, b in told if not sign],
        [(a, b, name) for sign, name, a, b in told if sign],
        [relation.name for relation in relations()],
        [True] * len(spans),
    )


def _pieces(pattern: str) -> Iterator[str]:
    """Yield the slots and the words between them."""
    yield from (piece for piece in re.split(r"(\{[A-Z]\d?\})", pattern) if piece)
