"""Reported speech: what a clause under a verb of saying says, without quotation marks."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Span, Token

from kg.lang.en import word_set
from kg.model import Mention, Quote
from kg.text.attribution.factuality import factuality, is_negated
from kg.text.attribution.speech_verbs import (
    SAYING,
    addressee_of,
    goes_on,
    speaker_of,
    time_of,
)
from kg.text.parse import any_word, children_with, first_child, has_child, trimmed
from kg.text.parse.labels import VERBS
from kg.text.syntax import Document
from kg.trace import fired, stopped

INDIRECT = "quotation-indirect"
READER = "you"  # "do you think that …"
FEWEST = 3  # words of a clause that is reported
OPENING = frozenset('"(')
SHARED = frozenset({"conj", "xcomp", "aux", "auxpass"})  # verbs of which the subject stands above
REPORTING = SAYING - word_set("verbs", "saying-no")
SUBJECTS_OF_CLAUSE = word_set("labels", "subject-of-a-whole-clause")


def reported_speech(document: Document) -> Iterator[Quote]:
    """Yield reported speech: the clause under or around a verb of saying, or beside "according
    to".
    """
    for verb in document.verbs:
        clause = _clause_of(verb)
        if clause is None:
            continue
        speaker = speaker_of(verb, document)
        if speaker is None:
            stopped(INDIRECT, verb, "“{}” has no subject that is a mention", verb)
            continue
        if is_negated(verb):
            stopped(INDIRECT, verb, "“{}” is denied", verb)
            continue
        if speaker.text.lower() == READER:
            stopped(INDIRECT, verb, "“{}” is asked of the reader", verb)
            continue
        span = _content(clause) if clause.dep_ == "ccomp" else _around(verb, clause)
        if span is not None:
            yield _indirect_quote(span, verb, speaker, document)
    yield from _according(document)


def _clause_of(verb: Token) -> Token | None:
    """Return the verb of what a verb of saying reports; None if it reports no whole clause."""
    is_beside = verb.dep_ == "parataxis" and verb.head.pos_ in VERBS
    clauses = list(children_with(verb, "ccomp"))
    if not clauses and not is_beside:
        return None
    if verb.lemma_.lower() not in REPORTING:
        stopped(INDIRECT, verb, "“{}” is no verb of saying", verb)
        return None
    if not clauses:
        return verb.head if _is_whole(verb.head) else None
    clause = next((each for each in reversed(clauses) if _is_reported(each, verb)), None)
    if clause is None:
        condition = "the clause under “{}” lacks a subject or a verb of its own"
        stopped(INDIRECT, verb, condition, verb)
    return clause


def _around(verb: Token, clause: Token) -> Span | None:
    """Return the clause into which a verb of saying is put: "The bridge, she said, is safe".

    Where the verb stands behind the clause, what follows is no longer reported for sure.
    """
    left_out = set(verb.subtree)
    tokens = [token for token in clause.subtree if token not in left_out]
    if verb.i > clause.i:
        tokens = [token for token in tokens if token.i < verb.left_edge.i]
    return _trimmed_span(_behind_semicolon(tokens, clause))


def _is_reported(clause: Token, verb: Token) -> bool:
    """Return whether a clause is whole and not parted from its verb of saying by a semicolon."""
    if not _is_whole(clause):
        return False
    if clause.i > verb.i:
        return not any_word(clause.doc[verb.i : clause.i], ";")
    return not any_word(clause.doc[clause.i : verb.i], ";", ":")


def _according(document: Document) -> Iterator[Quote]:
    """Yield the clauses that "according to" somebody are so."""
    for according in document.words("according"):
        to = first_child(according, words={"to"})
        source = first_child(to, "pobj") if to is not None else None
        clause = _clause_around(according)
        if source is None or clause is None:
            continue
        speaker = document.thing(source)
        if speaker is None:
            stopped(INDIRECT, according, "what follows “according to” is no mention")
            continue
        span = _without(according, clause)
        if span is None:
            continue
        passage = trimmed(span, document.article.id)
        fired(INDIRECT, passage, "according to “{}”", speaker)
        yield Quote(
            passage,
            passage.of(document.article.text),
            trimmed(clause.sent, document.article.id),
            speaker=speaker,
            indirect=True,
            rule=INDIRECT,
        )


def _clause_around(according: Token) -> Token | None:
    """Return the verb of the clause that "according to" stands in; None without a whole one."""
    verbs = (token for token in according.ancestors if token.pos_ in VERBS)
    clause = next(verbs, None)
    while clause is not None and clause.dep_ in SHARED and clause.head.pos_ in VERBS:
        clause = clause.head
    return clause if clause is not None and _is_whole(clause) else None


def _without(according: Token, clause: Token) -> Span | None:
    """Return the words of a clause before or behind "according to …", whichever are more."""
    left_out = set(according.subtree)
    tokens = [token for token in clause.subtree if token not in left_out]
    before = _behind_semicolon([token for token in tokens if token.i < according.i], clause)
    behind = [token for token in tokens if token.i > according.right_edge.i]
    chosen = max(before, behind, key=len)
    return _trimmed_span(chosen)


def _trimmed_span(tokens: list[Token]) -> Span | None:
    """Return the span of some tokens without signs and blanks at its ends; None if it is short."""
    while tokens and (tokens[0].is_punct or tokens[0].is_space) and tokens[0].text not in OPENING:
        tokens.pop(0)
    while tokens and (_is_trailing(tokens[-1]) or tokens[-1].text in ".;"):
        tokens.pop()
    if len(tokens) < FEWEST:
        return None
    return tokens[0].doc[tokens[0].i : tokens[-1].i + 1]


def _indirect_quote(content: Span, verb: Token, speaker: Mention, document: Document) -> Quote:
    """Return the quotation of what a verb of saying reports."""
    passage = trimmed(content, document.article.id)
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
        factuality=factuality(verb.head if goes_on(verb) else verb),
        rule=INDIRECT,
    )


def _is_whole(clause: Token) -> bool:
    """Return whether a clause has a verb and a subject of its own."""
    return clause.pos_ in VERBS and has_child(clause, *SUBJECTS_OF_CLAUSE)


def _content(clause: Token) -> Span:
    """Return the words of a reported clause without "that" and the commas around it."""
    other = next(filter(_says_more, children_with(clause, "conj")), None)
    left_out = set(other.subtree) if other is not None else set()
    tokens = [token for token in clause.subtree if token not in left_out]
    if other is not None and tokens[-1].dep_ == "cc":
        tokens.pop()
    if clause.i < clause.head.i:
        tokens = _behind_semicolon(tokens, clause)
    while tokens[0] != clause and _is_introduction(tokens[0]):
        tokens.pop(0)
    while len(tokens) > 1 and _is_trailing(tokens[-1]):
        tokens.pop()
    first, last = tokens[0], tokens[-1]
    return clause.doc[first.i : last.i + 1]


def _says_more(verb: Token) -> bool:
    """Return whether a verb coordinated with a reported one is of the speaker: "and denied …"."""
    return verb.lemma_.lower() in SAYING and not has_child(verb, *SUBJECTS_OF_CLAUSE)


def _behind_semicolon(tokens: Sequence[Token], clause: Token) -> list[Token]:
    """Return the tokens of a clause behind the last semicolon before its verb."""
    starts = [n for n, token in enumerate(tokens) if token.text == ";" and token.i < clause.i]
    return list(tokens[starts[-1] + 1 :] if starts else tokens)


def _is_introduction(token: Token) -> bool:
    """Return whether a token before a reported clause is no word of it: "that", a mark, a blank."""
    if token.dep_ == "mark":
        return True
    return token.is_punct or token.is_space


def _is_trailing(token: Token) -> bool:
    """Return whether a token behind a reported clause is a blank, a comma or a mark."""
    return token.is_space or token.text in ',"'
