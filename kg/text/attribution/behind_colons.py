"""Answers before a colon, and what stands behind it: "The firm denied it: the roof is new."

Whoever denies, rejects or calls something, or gives an account, says why behind the colon. What a
source of its own tells there is not theirs: "The union disagrees: it was late, its lawyer said".
"""

from collections.abc import Iterator
from typing import NamedTuple

from spacy.tokens import Span, Token

from kg.lang.en import word_set
from kg.model import Quote
from kg.text.attribution.reported_words import INDIRECT, THAT, trimmed_span
from kg.text.attribution.speech_verbs import is_saying, speaker_of
from kg.text.attribution.verb_signs import is_negated
from kg.text.attribution.who_speaks import TELLING
from kg.text.parse import children_with, is_passive, trimmed
from kg.text.syntax import Document
from kg.trace import fired

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
        fired(INDIRECT, passage, "“{}” leads to it, and “{}” answers", answer.verb, speaker)
        yield Quote(
            passage,
            passage.of(article.text),
            trimmed(colon.sent, article.id),
            speaker=speaker,
            indirect=True,
            rule=INDIRECT,
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
