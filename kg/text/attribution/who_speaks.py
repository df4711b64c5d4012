"""Speakers by noun phrases: the thing itself, a name beside it, whose text or claim it is.

"The minister", "the dissenter, Ada Lund", "a statement from Acme", "one of them, a clerk". Of "one
of them" alone nobody knows who it is, and the group is not the speaker.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import dropwhile

from spacy.tokens import Token

from kg.lang.en import word_set
from kg.model import Mention
from kg.text.attribution.misread_subjects import can_speak
from kg.text.parse import children_with, first_child, governed_by, has_child
from kg.text.syntax import Document

TELLING = word_set("nouns", "telling-that")
WRITTEN = word_set("nouns", "written-to-be-read")
MADE_KNOWN = word_set("nouns", "making-known")
OF_SOURCE = word_set("function_words", "before-a-source")
MAKING_TEXTS = word_set("verbs", "making-a-text")
ONE = "one"

Tokens = Iterable[Token]


def thing_or_namesake(nouns: Sequence[Token], document: Document) -> Mention | None:
    """Return the mention that some nouns stand for, or an apposition to them: "the dissenter, Ann
    Lee"; of a text or claim, whose it is: "a statement from Acme".
    """
    for noun in nouns:
        author = author_of(noun, document)
        if author is not None:
            return author
    speaker = first_thing(nouns, document)
    if speaker is not None:
        return speaker
    for noun in nouns:
        speaker = first_thing(children_with(noun, "appos"), document) or _told_of(noun, document)
        if speaker is not None:
            return speaker
    return None


def _told_of(noun: Token, document: Document) -> Mention | None:
    """Return who "one of them" is told to be behind a comma: "one of them, a clerk"."""
    if not _is_one_of(noun):
        return None
    behind = dropwhile(lambda token: token.text != ",", noun.subtree)
    return person_among(behind, document)


def _is_one_of(noun: Token) -> bool:
    """Return whether a word picks one out of several: "one of them", "one of the lawyers"."""
    return noun.lower_ == ONE and has_child(noun, "prep", words={"of"})


def first_thing(tokens: Tokens, document: Document) -> Mention | None:
    """Return the mention that the first of some tokens stands for that stands for any."""
    for token in tokens:
        mention = document.referent(token)
        if mention is not None and not _is_one_of(token):
            return mention
    return None


def author_of(noun: Token, document: Document) -> Mention | None:
    """Return the person or organisation named as that of a claim or text: its owner, or "by X"."""
    if noun.lemma_.lower() not in TELLING | WRITTEN | MADE_KNOWN:
        return None
    own = list(children_with(noun, "poss", "compound"))
    for word in (noun, *_made(noun)):  # "e-mails sent by her family"
        for preposition in children_with(word, "prep", "agent", words=OF_SOURCE):
            own += governed_by(preposition)
    author = thing_or_namesake(own, document)
    if author is None:
        return None
    return author if can_speak(author) else None


def _made(noun: Token) -> Iterator[Token]:
    """Yield the participles behind a text that say who made it; who reads or has it did not."""
    for verb in children_with(noun, "acl"):
        if verb.lemma_ in MAKING_TEXTS:
            yield verb


def person_among(tokens: Tokens, document: Document) -> Mention | None:
    """Return the first mention of a person or an organisation among some tokens."""
    for token in tokens:
        mention = document.mention(token)
        if mention is not None and can_speak(mention):
            return mention
    return None


def named_source(according: Token, document: Document) -> Mention | None:
    """Return the mention of X in "according to X"; of "the head, Ada Lund" either will do."""
    source = source_of(according)
    return None if source is None else thing_or_namesake([source], document)


def source_of(according: Token) -> Token | None:
    """Return X in "according to X"."""
    to = first_child(according, words={"to"})
    return first_child(to, "pobj") if to is not None else None
