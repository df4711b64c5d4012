"""Direct quotations without marks: the turns of an interview that is printed as it was held.

((Daily News)) How did you begin?      Ada Lund: I worked in a mill, as all of us did.

A line is a turn if a label stands at its start, of somebody who speaks. Labels stand at the start
of lists and tables, too: turns are taken only where one that asks stands right before one of
another label.
"""

import re
from collections.abc import Iterator, Set
from itertools import pairwise
from typing import NamedTuple

from kg.model import Kind, Mention, Passage, Quote
from kg.text.attribution.misread_subjects import can_speak
from kg.text.attribution.quotation_marks import OPENING_MARK, count_words
from kg.text.attribution.speech_verbs import SPEAKERS, words_between
from kg.text.syntax import Document
from kg.trace import fired

TRANSCRIPT = "quotation-transcript"
TURN = re.compile(
    r"^[ \t]*(?:\(\((?P<asker>[^()\n]{1,60})\)\)|(?P<name>[^\n:.!?()]{1,60}):)"
    r"[ \t]+(?P<words>\S.*)$",
    re.MULTILINE,
)
FEWEST_WORDS = 5  # of a turn that is a quotation
QUESTION = "?"


class Turn(NamedTuple):
    """One turn of an interview: whose it is, and the offsets of its label and its words."""

    label: str
    start: int
    label_end: int
    words: int
    end: int


def transcript(document: Document) -> Iterator[Quote]:
    """Yield the turns of an interview by those whom their labels name, in text order."""
    text = document.article.text
    turns = [_turn(found) for found in TURN.finditer(text)]
    labels = _labels_of_speakers(turns, text)
    for turn in turns:
        said = text[turn.words : turn.end]
        if turn.label not in labels or OPENING_MARK.match(said):
            continue
        speaker = _named(turn, document) or _named_elsewhere(turn.label, labels, document)
        if speaker is not None and count_words(said) >= FEWEST_WORDS:
            yield _quote(turn, speaker, document)


def _turn(found: re.Match[str]) -> Turn:
    """Return the turn of a line with a label."""
    group = "asker" if found["asker"] else "name"
    label = found[group].strip()
    return Turn(label, found.start(group), found.end(group), found.start("words"), found.end())


def _labels_of_speakers(turns: list[Turn], text: str) -> set[str]:
    """Return the labels of those who ask and answer: a question right before another's turn."""
    labels: set[str] = set()
    for asked, answered in pairwise(turns):
        between = text[asked.end : answered.start]
        question = text[asked.words : asked.end]
        is_next = not between.strip("( \t\r\n")
        if is_next and question.rstrip().endswith(QUESTION) and asked.label != answered.label:
            labels |= {asked.label, answered.label}
    return labels


def _named(turn: Turn, document: Document) -> Mention | None:
    """Return the name of a person or an organisation in the label of a turn; initials are none."""
    if turn.label.isupper():
        return None
    for token in words_between(turn.start, turn.label_end, document):
        mention = document.mention(token)
        if mention is not None and mention.kind is Kind.NAME and mention.type in SPEAKERS:
            return mention
    return None


def _named_elsewhere(label: str, labels: Set[str], document: Document) -> Mention | None:
    """Return the first name in the text that a label is, or that it shortens: "WN" for "Wikinews".

    A label in capitals shortens another label that has its letters in order.
    """
    longer = sorted(other for other in labels if _shortens(label, other))
    full = longer[0] if label.isupper() and longer else label
    for mention in document.mention_at.values():
        if mention.kind is not Kind.NAME or mention.text != full:
            continue
        if can_speak(mention):
            return mention
    return None


def _shortens(label: str, other: str) -> bool:
    """Return whether the letters of a label begin another and go on in it in their order."""
    letters = iter(other.lower())
    if other.isupper() or other[:1] != label[:1]:
        return False
    return all(letter in letters for letter in label.lower())


def _quote(turn: Turn, speaker: Mention, document: Document) -> Quote:
    """Return the quotation of a turn."""
    article = document.article
    passage = Passage(article.id, turn.words, turn.end)
    evidence = Passage(article.id, turn.start, turn.end)
    fired(TRANSCRIPT, passage, "“{}” is the label before it, in an interview", speaker)
    return Quote(passage, passage.of(article.text), evidence, speaker=speaker, rule=TRANSCRIPT)
