"""Reported speech: what a clause under a verb of saying says, without quotation marks."""

from collections.abc import Iterator
from itertools import dropwhile

from spacy.tokens import Span, Token

from kg.lang.en import word_set
from kg.model import Mention, Quote
from kg.text.attribution.factuality import factuality, is_negated
from kg.text.attribution.speech_verbs import (
    SAYING,
    addressee_of,
    goes_on,
    is_saying,
    source_of,
    speaker_of,
    time_of,
)
from kg.text.parse import any_word, children_with, has_child, trimmed
from kg.text.parse.labels import AUXILIARIES, VERBS
from kg.text.syntax import Document
from kg.trace import fired, stopped

INDIRECT = "quotation-indirect"
READER = "you"  # "do you think that …"
FINITE = word_set("labels", "finite-tag")
FEWEST = 3  # words of a clause that is reported
OPENING = frozenset('"(')
SHARED = word_set("labels", "shared-with-verb-of-saying")  # verbs of which the subject stands above
REPORTING = SAYING - word_set("verbs", "saying-no")
SUBJECTS_OF_CLAUSE = word_set("labels", "subject-of-a-whole-clause")

Tokens = list[Token]


def reported_speech(document: Document) -> Iterator[Quote]:
    """Yield reported speech: the clause under or around a verb of saying, or beside "according
    to".
    """
    for verb in document.verbs:
        clause = _clause_of(verb)
        if clause is None:
            continue
        speaker = _speaker(verb, document)
        if speaker is None:
            continue
        is_under = clause.dep_ == "ccomp"
        span = _content(clause) if is_under else _around(verb, clause)
        if span is not None:
            yield _indirect_quote(span, verb, speaker, document)
    yield from _according(document)


def _clause_of(verb: Token) -> Token | None:
    """Return the verb of what a verb of saying reports; None if it reports no whole clause."""
    head = verb.head
    is_beside = verb.dep_ == "parataxis" and head.pos_ in VERBS
    clauses = list(children_with(verb, "ccomp"))
    if not clauses and not is_beside:
        return None
    if verb.lemma_.lower() not in REPORTING:
        stopped(INDIRECT, verb, "“{}” is no verb of saying", verb)
        return None
    if not clauses:
        return head if _is_whole(head) else None
    for clause in reversed(clauses):
        if _is_reported(clause, verb):
            return clause
    condition = "the clause under “{}” lacks a subject or a verb of its own"
    stopped(INDIRECT, verb, condition, verb)
    return None


def _is_reported(clause: Token, verb: Token) -> bool:
    """Return whether a clause is whole and not parted from its verb of saying by a semicolon."""
    if not _is_whole(clause):
        return False
    if clause.i > verb.i:
        between = clause.doc[verb.i : clause.i]
        return not any_word(between, ";")
    between = clause.doc[clause.i : verb.i]
    return not any_word(between, ";", ":")


def _is_whole(clause: Token) -> bool:
    """Return whether a clause has a verb and a subject of its own, and is no "them being met"."""
    tags = {child.tag_ for child in children_with(clause, *AUXILIARIES)}
    if "VBG" in tags and tags.isdisjoint(FINITE):
        return False
    return clause.pos_ in VERBS and has_child(clause, *SUBJECTS_OF_CLAUSE)


def _speaker(verb: Token, document: Document) -> Mention | None:
    """Return who says what a verb reports; None if nobody does, or if it is denied or asked."""
    speaker = speaker_of(verb, document)
    if speaker is None:
        stopped(INDIRECT, verb, "“{}” has no subject that is a mention", verb)
        return None
    if is_negated(verb):
        stopped(INDIRECT, verb, "“{}” is denied", verb)
        return None
    if speaker.text.lower() == READER:
        stopped(INDIRECT, verb, "“{}” is asked of the reader", verb)
        return None
    return speaker


def _content(clause: Token) -> Span:
    """Return the words of a reported clause without "that" and the commas around it."""
    words = _words_of_speaker(clause)
    if clause.i < clause.head.i:
        words = _behind_semicolon(words, clause)
    while words[0] != clause and _is_introduction(words[0]):
        words.pop(0)
    while len(words) > 1 and _is_trailing(words[-1]):
        words.pop()
    return _span(words)


def _words_of_speaker(clause: Token) -> Tokens:
    """Return the words of a reported clause up to what else the speaker says or does."""
    for other in children_with(clause, "conj"):
        if _says_more(other):
            words = _apart_from(other, clause)
            if words[-1].dep_ == "cc":
                words.pop()
            return words
    return list(clause.subtree)


def _says_more(verb: Token) -> bool:
    """Return whether a verb coordinated with a reported one is of the speaker: "and denied …"."""
    return is_saying(verb) and not has_child(verb, *SUBJECTS_OF_CLAUSE)


def _around(verb: Token, clause: Token) -> Span | None:
    """Return the clause into which a verb of saying is put: "The bridge, she said, is safe".

    Where the verb stands behind the clause, what follows is no longer reported for sure.
    """
    words = _apart_from(verb, clause)
    if verb.i > clause.i:
        first = verb.left_edge.i
        words = [word for word in words if word.i < first]
    reported = _behind_semicolon(words, clause)
    return _trimmed_span(reported)


def _according(document: Document) -> Iterator[Quote]:
    """Yield the clauses that "according to" somebody are so."""
    article = document.article
    for according in document.words("according"):
        source = source_of(according)
        clause = _clause_around(according)
        if source is None or clause is None:
            continue
        speaker = document.referent(source)
        if speaker is None:
            stopped(INDIRECT, according, "what follows “according to” is no mention")
            continue
        span = _without(according, clause)
        if span is None:
            continue
        passage = trimmed(span, article.id)
        evidence = trimmed(clause.sent, article.id)
        words = passage.of(article.text)
        fired(INDIRECT, passage, "according to “{}”", speaker)
        yield Quote(passage, words, evidence, speaker=speaker, indirect=True, rule=INDIRECT)


def _clause_around(according: Token) -> Token | None:
    """Return the verb of the clause that "according to" stands in; None without a whole one."""
    verbs = (token for token in according.ancestors if token.pos_ in VERBS)
    clause = next(verbs, None)
    if clause is None:
        return None
    while clause.dep_ in SHARED and clause.head.pos_ in VERBS:
        clause = clause.head
    return clause if _is_whole(clause) else None


def _without(according: Token, clause: Token) -> Span | None:
    """Return the words of a clause before or behind "according to …", whichever are more."""
    words = _apart_from(according, clause)
    end = according.right_edge.i
    before = [word for word in words if word.i < according.i]
    behind = [word for word in words if word.i > end]
    reported = _behind_semicolon(before, clause)
    return _trimmed_span(max(reported, behind, key=len))


def _apart_from(part: Token, clause: Token) -> Tokens:
    """Return the words of a clause that do not hang on a part of it."""
    left_out = set(part.subtree)
    return [token for token in clause.subtree if token not in left_out]


def _behind_semicolon(words: Tokens, clause: Token) -> Tokens:
    """Return the words of a clause behind the last semicolon before its verb."""
    start = 0
    for number, word in enumerate(words, start=1):
        if word.text == ";" and word.i < clause.i:
            start = number
    return words[start:]


def _trimmed_span(tokens: Tokens) -> Span | None:
    """Return the span of some tokens without signs and blanks at its ends; None if it is short."""
    words = list(dropwhile(_is_leading, tokens))
    while words and (_is_trailing(words[-1]) or words[-1].text in ".;"):
        words.pop()
    return _span(words) if len(words) >= FEWEST else None


def _span(words: Tokens) -> Span:
    """Return the span from the first to the last of some words."""
    first, last = words[0], words[-1]
    return first.doc[first.i : last.i + 1]


def _is_leading(token: Token) -> bool:
    """Return whether a token before a clause is a blank, or a sign that opens nothing."""
    if token.text in OPENING:
        return False
    return token.is_punct or token.is_space


def _is_introduction(token: Token) -> bool:
    """Return whether a token before a reported clause is no word of it: "that", a mark, a blank."""
    if token.dep_ == "mark":
        return True
    return token.is_punct or token.is_space


def _is_trailing(token: Token) -> bool:
    """Return whether a token behind a reported clause is a blank, a comma or a mark."""
    return token.is_space or token.text in ',"'


def _indirect_quote(content: Span, verb: Token, speaker: Mention, document: Document) -> Quote:
    """Return the quotation of what a verb of saying reports."""
    article = document.article
    passage = trimmed(content, article.id)
    finding = "“{}” is the verb of saying, and “{}”, its subject, the speaker"
    fired(INDIRECT, passage, finding, verb, speaker)
    asserted = verb.head if goes_on(verb) else verb
    return Quote(
        passage,
        passage.of(article.text),
        trimmed(verb.sent, article.id),
        speaker=speaker,
        addressee=addressee_of(verb, document),
        when=time_of(verb, document),
        indirect=True,
        factuality=factuality(asserted),
        rule=INDIRECT,
    )
