"""Reported speech: what a clause under a verb of saying says, without quotation marks."""

from collections.abc import Iterator

from spacy.tokens import Span, Token

from kg.lang.en import word_set
from kg.model import Mention, Quote
from kg.text.attribution.factuality import factuality, is_negated
from kg.text.attribution.speech_verbs import SAYING, addressee_of, speaker_of, time_of
from kg.text.parse import children_with, has_child, trimmed
from kg.text.parse.labels import VERBS
from kg.text.syntax import Document
from kg.trace import fired, stopped

INDIRECT = "quotation-indirect"
SUBJECTS_OF_CLAUSE = word_set("labels", "subject-of-a-whole-clause")


def reported_speech(document: Document) -> Iterator[Quote]:
    """Yield reported speech: the clause under a verb of saying."""
    for verb in document.verbs:
        clauses = list(children_with(verb, "ccomp"))
        if not clauses:
            continue
        if verb.lemma_.lower() not in SAYING:
            stopped(INDIRECT, verb, "“{}” is no verb of saying", verb)
            continue
        clause = next(filter(_is_whole, clauses), None)
        if clause is None:
            condition = "the clause under “{}” lacks a subject or a verb of its own"
            stopped(INDIRECT, verb, condition, verb)
            continue
        speaker = speaker_of(verb, document)
        if speaker is None:
            stopped(INDIRECT, verb, "“{}” has no subject that is a mention", verb)
            continue
        if is_negated(verb):
            stopped(INDIRECT, verb, "“{}” is denied", verb)
            continue
        yield _indirect_quote(clause, verb, speaker, document)


def _indirect_quote(clause: Token, verb: Token, speaker: Mention, document: Document) -> Quote:
    """Return the quotation of a clause under a verb of saying."""
    passage = trimmed(_content(clause), document.article.id)
    finding = "“{}” is the verb of saying, and “{}”, its subject, the speaker"
    fired(INDIRECT, passage, finding, verb, speaker)
    return Quote(
        passage,
        passage.of(document.article.text),
        trimmed(verb.sent, document.article.id),
        speaker=speaker,
        addressee=addressee_of(verb, document),
        when=time_of(verb, document),
        indirect=True,
        factuality=factuality(verb),
        rule=INDIRECT,
    )


def _is_whole(clause: Token) -> bool:
    """Return whether a clause has a verb and a subject of its own."""
    return clause.pos_ in VERBS and has_child(clause, *SUBJECTS_OF_CLAUSE)


def _content(clause: Token) -> Span:
    """Return the words of a reported clause without "that" and the commas around it."""
    tokens = list(clause.subtree)
    while tokens[0] != clause and _is_introduction(tokens[0]):
        tokens.pop(0)
    while len(tokens) > 1 and _is_trailing(tokens[-1]):
        tokens.pop()
    first, last = tokens[0], tokens[-1]
    return clause.doc[first.i : last.i + 1]


def _is_introduction(token: Token) -> bool:
    """Return whether a token before a reported clause is no word of it: "that", a mark, a blank."""
    if token.dep_ == "mark":
        return True
    return token.is_punct or token.is_space


def _is_trailing(token: Token) -> bool:
    """Return whether a token behind a reported clause is a blank, a comma or a mark."""
    return token.is_space or token.text in ',"'
