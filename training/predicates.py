"""Web text with roles and factuality as lessons, which come before those of annotated news.

    python training/predicates.py EWT OUT

EWT is the folder of the English Web Treebank with PropBank's roles, the names of UNER and the
factuality of UDS; OUT gets a lesson a line, in the form of `annotated.py`. Whether a word tells an
event that belongs in a graph is not known there, nor is which thing does.
"""

import gzip
import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from annotated import NOT, Lesson, write

from kg.text.reader.entity_types import EntityType

NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
INSIDE = frozenset({"compound", "flat", "fixed", "goeswith"})  # never the head of a mention
BEFORE = frozenset({"det", "amod", "nummod", "compound", "nmod:poss", "flat"})  # belong to it
TYPES = {
    "PER": EntityType.PERSON,
    "ORG": EntityType.ORGANIZATION,
    "LOC": EntityType.PLACE,
}
ROLE_OF = {"ARG0": "agent", "ARG1": "patient", "ARGM-LOC": "place"}
UNSURE = frozenset({"ARG2", "ARG3", "ARG4", "ARGM-GOL", "ARGM-DIR", "ARGM-COM"})
TO = frozenset({"to", "for"})
HAPPENED, DID_NOT = 0.7, -0.9  # factuality in UDS: above, all judges agree; below, too

Range = tuple[int, int]  # of tokens


def lessons(path: Path) -> Iterator[Lesson]:
    """Yield the lessons of a file of sentences."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield _lesson(json.loads(line))


def _lesson(sentence: dict) -> Lesson:
    starts = list(_starts(sentence["text"], sentence["tokens"]))
    heads = [at for at in range(len(starts)) if _is_head(sentence, at)]
    ranges = [_range(sentence, at) for at in heads]
    spans = [
        (starts[first], starts[last] + len(sentence["tokens"][last]), _type(sentence, head))
        for head, (first, last) in zip(heads, ranges, strict=True)
    ]
    verbs = [each for each in sentence["predicates"] if sentence["upos"][each["token"]] != "AUX"]
    states = [""] * len(starts)
    for verb in verbs:
        states[verb["token"]] = _state(verb)
    return Lesson(
        article=sentence["doc"],
        text=sentence["text"],
        words=tuple(starts),
        kinds=("",) * len(starts),
        events=("",) * len(starts),
        weights=(0.0,) * len(starts),
        spans=tuple(spans),
        known=(None,) * len(spans),
        roles=tuple(
            (verb["token"], tuple(_role(sentence, verb, head) for head in heads))
            for verb in verbs
            if verb["args"]
        ),
        states=tuple(states),
    )


def _starts(text: str, tokens: Sequence[str]) -> Iterator[int]:
    """Yield the character at which each token begins."""
    at = 0
    for token in tokens:
        at = max(text.find(token, at), at)
        yield at
        at += len(token)


def _is_head(sentence: dict, at: int) -> bool:
    return sentence["upos"][at] in NOMINAL and sentence["deprel"][at].split(":")[0] not in INSIDE


def _range(sentence: dict, head: int) -> Range:
    """Return the first and the last token of the mention around a head."""
    belong = [
        at
        for at, above in enumerate(sentence["head"])
        if above == head and sentence["deprel"][at] in BEFORE
    ]
    first = min([head, *belong])
    return first, max([head, *(at for at in belong if sentence["deprel"][at] == "flat")])


def _type(sentence: dict, head: int) -> int | None:
    for name in sentence["names"] or ():
        if name["start"] <= head < name["end"]:
            return int(TYPES[name["type"]])
    return None


def _role(sentence: dict, verb: dict, head: int) -> str | None:
    """Return the role of a mention in what a verb or noun tells, None if it is not clear."""
    above, seen = head, {head}
    while sentence["deprel"][above] == "conj" and sentence["head"][above] not in seen:
        above = sentence["head"][above]  # who is named beside somebody has the same role
        seen.add(above)
    for argument in verb["args"]:
        inside = range(argument["start"], argument["end"])
        if above in inside and sentence["head"][above] not in inside:
            name = argument["role"]
            if name in UNSURE:
                return "recipient" if name == "ARG2" and _gets(sentence, above) else None
            return ROLE_OF.get(name, "")
    return ""


def _gets(sentence: dict, at: int) -> bool:
    """Return whether something is given to a mention, by its form."""
    if sentence["deprel"][at] == "iobj":
        return True
    below = [word for word, above in enumerate(sentence["head"]) if above == at]
    return any(
        sentence["deprel"][word] == "case" and sentence["tokens"][word].lower() in TO
        for word in below
    )


def _state(verb: dict) -> str:
    if any(argument["role"] == "ARGM-NEG" for argument in verb["args"]):
        return "denied"
    factuality = verb.get("factuality")
    if factuality is None:
        return ""
    return "stands" if factuality > HAPPENED else NOT if factuality < DID_NOT else ""


if __name__ == "__main__":
    folder, out = map(Path, sys.argv[1:])
    print(write(lessons(folder / "train.jsonl.gz"), out), "sentences", file=sys.stderr)
