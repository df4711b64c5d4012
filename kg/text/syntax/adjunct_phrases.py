"""Times, lengths of time and quantities beside a verb."""

from collections.abc import Iterator

from spacy.tokens import Token

from kg.lang.en import word_set
from kg.model import Kind, Mention, Role
from kg.text.parse import any_word, governed_by, verb_lemma
from kg.text.parse.labels import (
    PREPOSITION_OBJECTS,
    PREPOSITIONS,
    PREPOSITIONS_AND_MEASURES,
    UNDERGOERS,
)
from kg.text.syntax.document import Document

ABOUT_A_DATE = word_set("verbs", "about-a-date")
COUNTED = word_set("nouns", "counted-occasion")
ORDINALS = word_set("numbers", "ordinal-of-occasion")
ADJUNCTS = word_set("labels", "beside-a-verb")


def adjuncts(verb: Token, document: Document) -> Iterator[Role]:
    """Yield the times, lengths of time and quantities of a verb, with a preposition or without."""
    for token in _adjunct_tokens(verb):
        for mention in document.mentions([token]):
            if not _is_span_of_count(token, mention):
                yield from measured(mention)
        for inner in document.of_kind(token.children, Kind.QUANTITY):
            yield from measured(inner)


def measured(mention: Mention) -> Iterator[Role]:
    """Yield the role of a time or quantity; nothing for other mentions."""
    if mention.kind is Kind.QUANTITY:
        yield Role("quantity", mention)
    time = mention.time if mention.kind is Kind.TIME else None
    if time is None:
        return
    is_length = time.duration and not time.start
    yield Role("duration" if is_length else "when", mention)


def _adjunct_tokens(verb: Token) -> Iterator[Token]:
    """Yield the heads of noun phrases and adverbs that may hold a time or a quantity."""
    for child in verb.children:
        if _is_about(child, verb):
            continue
        if child.dep_ in ADJUNCTS:
            yield child
        elif child.dep_ in PREPOSITIONS:
            yield from _adjuncts_behind(child)


def _adjuncts_behind(prep: Token) -> Iterator[Token]:
    """Yield the heads behind a preposition, or behind two, that may hold a time or a quantity."""
    for child in prep.children:
        if child.dep_ in PREPOSITION_OBJECTS:
            yield child
        elif child.dep_ in PREPOSITIONS_AND_MEASURES:
            yield from governed_by(child)
            if child.dep_ == "npadvmod":
                yield child


def _is_about(noun: Token, verb: Token) -> bool:
    """Return whether the verb is about a date, which then is not when it was.

    So it is in "Monday was chosen" and "they set Monday as the day".
    """
    if noun.dep_ not in UNDERGOERS:
        return False
    return verb_lemma(verb) in ABOUT_A_DATE


def _is_span_of_count(token: Token, mention: Mention) -> bool:
    """Return whether a time is the span in which something is counted.

    An example is "won for the third time in the past decade".
    """
    if mention.time is None or mention.time.is_point:
        return False
    before = _word_before_preposition(token)
    if before.lemma_ not in COUNTED:
        return False
    return any_word(before.lefts, *ORDINALS)


def _word_before_preposition(noun: Token) -> Token:
    """Return the word before the preposition of a noun in its sentence; without one, its head."""
    prep = noun.head
    if prep.dep_ != "prep":
        return prep
    if prep.i == prep.sent.start:
        return prep
    return prep.nbor(-1)
