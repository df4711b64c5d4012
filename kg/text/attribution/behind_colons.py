"""Answers before a colon, and what stands behind it: "The firm denied it: the roof is new."

Whoever denies, rejects or calls something, or gives an account, says why behind the colon. What a
source of its own tells there is not theirs: "The union disagrees: it was late, its lawyer said".

The turns of an interview that is printed as it was held have a colon behind who speaks, and no
marks: "((Daily News)) How did you begin?", "Ada Lund: I worked in a mill, as all of us did." A line
is a turn if a label stands at its start, of somebody who speaks. Labels stand at the start of lists
and tables, too: turns are taken only where one that asks stands right before one of another label.
"""

import re
from collections.abc import Iterator, Set
from itertools import pairwise
from typing import NamedTuple

from spacy.tokens import Span, Token

from kg.lang.en import word_set
from kg.model import Kind, Mention, Passage, Quote
from kg.text.attribution.misread_subjects import can_speak
from kg.text.attribution.quotation_marks import OPENING_MARK, count_words
from kg.text.attribution.reported_words import THAT, trimmed_span
from kg.text.attribution.speech_verbs import SPEAKERS, is_saying, speaker_of, words_between
from kg.text.attribution.verb_signs import is_negated
from kg.text.attribution.who_speaks import TELLING
from kg.text.parse import children_with, is_passive, trimmed
from kg.text.syntax import Document
from kg.trace import fired

ANSWERED = "quotation-answer"  # the rule, as quotations and traces name it
ANSWERING = (
    word_set("verbs", "saying-no")
    | word_set("verbs", "rejecting-what-is-told")
    | word_set("verbs", "rating-a-thing")
    | word_set("verbs", "answering")
)
ACCOUNTS = TELLING | word_set("nouns", "account-of-what-happened")
HAVING = word_set("verbs", "having-an-account")
FINITE = word_set("labels", "finite-tag")
COLON = ":"
TRANSCRIPT = "quotation-transcript"
TURN = re.compile(
    r"^[ \t]*(?:\(\((?P<asker>[^()\n]{1,60})\)\)|(?P<name>[^\n:.!?()]{1,60}):)"
    r"[ \t]+(?P<words>\S.*)$",
    re.MULTILINE,
)
FEWEST_WORDS = 5  # of a turn that is a quotation
QUESTION = "?"


class Answer(NamedTuple):
    """A verb by which somebody answers, and the words behind the colon."""

    verb: Token
    told: Span


def told_behind_colons(document: Document) -> Iterator[Quote]:
    """Yield what people say behind the colon of an answer, in words without marks."""
    article = document.article
    for colon in document.words(COLON):
        answer = _answer(colon)
        speaker = None if answer is None else speaker_of(answer.verb, document)
        if answer is None or speaker is None:
            continue
        passage = trimmed(answer.told, article.id)
        fired(ANSWERED, passage, "“{}” leads to it, and “{}” answers", answer.verb, speaker)
        yield Quote(
            passage,
            passage.of(article.text),
            trimmed(colon.sent, article.id),
            speaker=speaker,
            indirect=True,
            rule=ANSWERED,
        )


def answer_before(token: Token) -> Token | None:
    """Return the verb by which somebody answers with the words around a token, None without one."""
    for colon in token.sent:
        answer = _answer(colon) if colon.text == COLON and colon.i < token.i else None
        if answer is not None and token.i < answer.told.end:
            return answer.verb
    return None


def _answer(colon: Token) -> Answer | None:
    """Return the answer before a colon and the clause behind it; None if they are none."""
    sentence = colon.sent
    told = trimmed_span(_up_to_semicolon(colon.doc[colon.i + 1 : sentence.end]))
    if told is None or told[0].lower_ == THAT or not _is_plain_clause(told):
        return None
    for verb in reversed(colon.doc[sentence.start : colon.i]):
        if verb.pos_ == "VERB" and verb.tag_ in FINITE and _answers(verb):
            return Answer(verb, told)
    return None


def _up_to_semicolon(words: Span) -> list[Token]:
    """Return the words of a stretch before its first semicolon."""
    tokens = list(words)
    ends = [number for number, token in enumerate(tokens) if token.text == ";"]
    return tokens[: ends[0]] if ends else tokens


def _is_plain_clause(told: Span) -> bool:
    """Return whether some words have a finite verb, no marks and no source of their own."""
    finite = [word for word in told if word.tag_ in FINITE]
    if not finite or any(word.is_quote for word in told):
        return False
    return not any(map(is_saying, finite))


def _answers(verb: Token) -> bool:
    """Return whether somebody answers by a verb, or gives an account by it."""
    if is_passive(verb) or is_negated(verb):
        return False
    if verb.lemma_ in ANSWERING:
        return True
    objects = children_with(verb, "dobj")
    return verb.lemma_ in HAVING and any(noun.lemma_ in ACCOUNTS for noun in objects)


# ---------------------------------------------------------------------------------------- turns


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
