"""The annotated texts that the reader learns from, both sets in one form.

A text has *spans* (stretches of characters with the id of their thing), and *labels*: what is said
of two spans. A thing of KnowledgeNet is a span, one of Re-DocRED a cluster of spans.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from kg.text.reader.entity_types import EntityType

SORT_OF_REDOCRED = {
    "PER": EntityType.PERSON, "ORG": EntityType.ORGANIZATION, "LOC": EntityType.PLACE,
    "TIME": EntityType.TIME, "MISC": EntityType.WORK, "NUM": EntityType.THING,
}  # fmt: skip
NO_SPACE_BEFORE = frozenset(". , ; : ) ] ! ? % 's 'S n't 're 've 'm 'd 'll ’s".split())
NO_SPACE_AFTER = frozenset("( [ $ £ €".split())


@dataclass(frozen=True)
class Label:
    """A relation that is said of two spans, by their places in the text's list.

    `here` is False if only another sentence says it, and None if no one marked which one does.
    """

    relation: str
    subject: int
    object: int
    here: bool | None = True


@dataclass
class Annotated:
    """A text with its annotation.

    `complete` holds passages, each by its first character, its end, and the relations of which
    every case in it is annotated.
    """

    name: str
    text: str
    spans: list[tuple[int, int]] = field(default_factory=list)
    things: list[str] = field(default_factory=list)
    sorts: list[EntityType] = field(default_factory=list)
    labels: list[Label] = field(default_factory=list)
    complete: list[tuple[int, int, frozenset[str]]] = field(default_factory=list)


def label_table(path: Path, column: str) -> Mapping[str, list[tuple[str, bool]]]:
    """Return the reader's names for each relation of a set, by the set's own name.

    With each name goes whether subject and object change places.
    """
    lines = [line.split("\t") for line in path.read_text("utf-8").splitlines()]
    at = lines[0].index(column)
    table: dict[str, list[tuple[str, bool]]] = {}
    for cells in lines[1:]:
        for own in cells[at].split():
            table.setdefault(own.removeprefix("-"), []).append((cells[0], own.startswith("-")))
    return table


def knowledgenet(
    path: Path, table: Mapping[str, list[tuple[str, bool]]]
) -> Iterator[tuple[int, Annotated]]:
    """Yield the documents of KnowledgeNet, each with the number of its fold.

    The text of a document is its annotated passages, one a line.
    """
    for line in path.read_text("utf-8").splitlines():
        record = json.loads(line)
        text, found = "", Annotated(f"kn{record['documentId']}", "")
        for passage in sorted(
            record["passages"], key=lambda p: (p["passageStart"], p["passageEnd"])
        ):
            _add_passage(found, passage, len(text) - passage["passageStart"], table)
            text += passage["passageText"] + "\n"
        found.text = text
        yield record["fold"], found


def _add_passage(
    found: Annotated, passage: dict, shift: int, table: Mapping[str, list[tuple[str, bool]]]
) -> None:
    start = passage["passageStart"] + shift
    asked = {
        name
        for each in passage["exhaustivelyAnnotatedProperties"]
        for name, _ in table[each["propertyId"]]
    }
    found.complete.append((start, start + len(passage["passageText"]), frozenset(asked)))
    for fact in passage["facts"]:
        ends = [
            _span(found, fact[f"{end}Start"] + shift, fact[f"{end}End"] + shift)
            for end in ("subject", "object")
        ]
        found.labels += [Label(name, *ends) for name, _ in table[fact["propertyId"]]]


def _span(found: Annotated, start: int, end: int) -> int:
    """Return the place of a span in the list, to which it is added if it is new."""
    if (start, end) not in found.spans:
        found.spans.append((start, end))
        found.things.append(f"{start}-{end}")
        found.sorts.append(EntityType.UNKNOWN)
    return found.spans.index((start, end))


def redocred(
    path: Path, table: Mapping[str, list[tuple[str, bool]]], names: frozenset[str]
) -> Iterator[Annotated]:
    """Yield the documents of one file of Re-DocRED.

    `names` are the relations that the set annotates.
    """
    for number, record in enumerate(json.loads(path.read_text("utf-8"))):
        text, offsets = joined(record["sents"])
        found = Annotated(f"rd-{path.stem}-{number}", text, complete=[(0, len(text), names)])
        sentence_of = []
        for thing, mentions in enumerate(record["vertexSet"]):
            for mention in mentions:
                first, last = mention["pos"][0], mention["pos"][1] - 1
                places = offsets[mention["sent_id"]]
                found.spans.append((places[first][0], places[last][1]))
                found.things.append(str(thing))
                found.sorts.append(SORT_OF_REDOCRED[mention["type"]])
                sentence_of.append(mention["sent_id"])
        found.labels += _labels(record, found, sentence_of, table)
        yield found


def _labels(
    record: dict,
    found: Annotated,
    sentence_of: list[int],
    table: Mapping[str, list[tuple[str, bool]]],
) -> list[Label]:
    """Return the labels of every two spans in one sentence whose things have a relation."""
    spans_of: dict[str, list[int]] = {}
    for at, thing in enumerate(found.things):
        spans_of.setdefault(thing, []).append(at)
    labels = []
    for fact in record["labels"]:
        evidence = fact.get("evidence", ())
        for name, turned in table.get(fact["r"], ()):
            head, tail = (str(fact[end]) for end in (("t", "h") if turned else ("h", "t")))
            for subject in spans_of[head]:
                for value in spans_of[tail]:
                    if sentence_of[subject] == sentence_of[value] and _fits(
                        name, found.sorts[subject], found.sorts[value]
                    ):
                        here = sentence_of[subject] in evidence if evidence else None
                        labels.append(Label(name, subject, value, here))
    return labels


def _fits(name: str, subject: EntityType, value: EntityType) -> bool:
    """Return whether a relation of the reader may hold between things of two kinds.

    Some relations of Re-DocRED cover more kinds of things than the reader's.
    """
    if name in ("organisation-country", "founding-date", "headquarters"):
        return subject is EntityType.ORGANIZATION
    if name == "containment":
        return subject is EntityType.PLACE and value is EntityType.PLACE
    if name in ("employment", "membership", "party"):
        return subject is EntityType.PERSON or (
            name == "membership" and subject is EntityType.ORGANIZATION
        )
    return True


def joined(sentences: list[list[str]]) -> tuple[str, list[list[tuple[int, int]]]]:
    """Return tokens as running text, and the characters of each token.

    >>> joined([["It", "'s", "here", "(", "now", ")", "."]])[0]
    "It's here (now)."
    """
    text, offsets, last, quoted = "", [], "", False
    for sentence in sentences:
        places = []
        for token in sentence:
            closing = token == '"' and quoted
            glued = (
                token in NO_SPACE_BEFORE
                or closing
                or last in NO_SPACE_AFTER
                or (last == '"' and quoted)
                or not text
            )
            text += "" if glued else " "
            places.append((len(text), len(text) + len(token)))
            text += token
            quoted = quoted != (token == '"')
            last = token
        offsets.append(places)
    return text, offsets
