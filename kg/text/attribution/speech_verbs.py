"""A verb of saying: who speaks, to whom, and when; and whom "according to" names."""

from collections.abc import Iterable, Iterator
from itertools import chain

from spacy.tokens import Token

from kg.lang.en import word_set
from kg.model import Kind, Mention
from kg.text.parse import (
    children_with,
    first_child,
    governed_by,
    has_child,
    is_passive,
    subjects,
)
from kg.text.parse.labels import PREPOSITIONS_AND_DATIVES
from kg.text.syntax import Document

GOING_ON = word_set("verbs", "going-on-to-say")
SPEAKERS = frozenset({"schema:Person", "schema:Organization"})
NEAR = 12  # words behind a verb of saying in which its speaker is looked for
SUBORDINATE = frozenset({"advcl", "xcomp"})  # "she left, saying that …"
SAYING = word_set("verbs", "saying")
SHOWING = word_set("verbs", "shown-by-a-deed")
TOLD_DIRECTLY = word_set("verbs", "saying-to-object")

Tokens = Iterable[Token]


def is_saying(verb: Token) -> bool:
    """Return whether a verb is one of saying."""
    return verb.lemma_.lower() in SAYING


def speaker_of(verb: Token, document: Document) -> Mention | None:
    """Return the subject of a verb of saying, or the agent of its passive, if it is a mention."""
    if is_passive(verb):
        return first_thing(_agents(verb), document)
    own = subjects(verb)
    if own:
        return first_thing(own, document)
    if goes_on(verb):
        return first_thing(subjects(verb.head), document)
    if verb.dep_ == "conj" or _is_saying_along(verb):
        return _speaker_above(verb, document)
    return None


def goes_on(verb: Token) -> bool:
    """Return whether a verb is an infinitive that is done as the verb above it says: "went on to
    say".
    """
    return verb.dep_ in SUBORDINATE and verb.head.lemma_ in GOING_ON


def _is_saying_along(verb: Token) -> bool:
    """Return whether a verb tells what somebody says who does something else: "left, saying".

    In "apologised, suggesting that", what he did suggests it, and not he.
    """
    if verb.lemma_.lower() in SHOWING:
        return False
    return verb.dep_ in SUBORDINATE and verb.tag_ == "VBG"


def speaker_beside(verb: Token, document: Document) -> Mention | None:
    """Return the speaker of words in marks beside a verb: its subject, or a person named in that.

    Where the parser sees no subject, it is the person named right behind the verb.
    """
    speaker = speaker_of(verb, document)
    if speaker is not None:
        return speaker
    head = verb.head
    if verb.dep_ == "xcomp" and not has_child(head, "dobj"):
        return first_thing(subjects(head), document)  # "she liked to say"
    if subjects(verb):
        return named_in_subject(verb, document)
    end = min(verb.i + NEAR, verb.sent.end)
    behind = verb.doc[verb.i + 1 : end]
    return _person(behind, document)


def named_in_subject(verb: Token, document: Document) -> Mention | None:
    """Return the first person or organisation in the subject of a verb that is not passive."""
    if is_passive(verb):
        return None
    phrases = (token.subtree for token in subjects(verb))
    return _person(chain.from_iterable(phrases), document)


def _person(tokens: Tokens, document: Document) -> Mention | None:
    """Return the first mention of a person or an organisation among some tokens."""
    for token in tokens:
        mention = document.mention(token)
        if mention is not None and mention.type in SPEAKERS:
            return mention
    return None


def _speaker_above(verb: Token, document: Document) -> Mention | None:
    """Return the subject of the clause that a verb without one is coordinated with or hangs on."""
    head = verb.head
    if verb.dep_ == "conj" and not is_passive(head):
        return speaker_of(head, document)
    return first_thing(subjects(head), document)


def first_thing(tokens: Tokens, document: Document) -> Mention | None:
    """Return the mention that the first of some tokens stands for that stands for any."""
    for token in tokens:
        mention = document.referent(token)
        if mention is not None:
            return mention
    return None


def _agents(verb: Token) -> Iterator[Token]:
    """Yield the nouns after the "by" of a passive."""
    for by in children_with(verb, "agent"):
        yield from governed_by(by)


def time_of(verb: Token, document: Document) -> Mention | None:
    """Return the first time that stands beside a verb, None without one."""
    times = document.of_kind(_adjuncts(verb), Kind.TIME)
    return next(times, None)


def _adjuncts(verb: Token) -> Iterator[Token]:
    """Yield nouns that stand beside the verb without or with a preposition."""
    for child in verb.children:
        if child.dep_ in ("npadvmod", "advmod"):
            yield child
        elif child.dep_ == "prep":
            yield from governed_by(child)


def addressee_of(verb: Token, document: Document) -> Mention | None:
    """Return whom the words are said to: the object of "tell", the noun after "to" of others."""
    return first_thing(_addressees(verb), document)


def _addressees(verb: Token) -> Iterator[Token]:
    """Yield the nouns that may be whom the words are said to."""
    if verb.lemma_ in TOLD_DIRECTLY:
        yield from children_with(verb, "dobj", "dative")
        return
    for to in children_with(verb, *PREPOSITIONS_AND_DATIVES, words={"to"}):
        yield from governed_by(to)


def source_of(according: Token) -> Token | None:
    """Return X in "according to X"."""
    to = first_child(according, words={"to"})
    return first_child(to, "pobj") if to is not None else None


def words_between(start: int, end: int, document: Document) -> list[Token]:
    """Return the tokens between two offsets, without blanks."""
    if start >= end:
        return []
    span = document.doc.char_span(start, end, alignment_mode="contract")
    if span is None:
        return []
    return [token for token in span if not token.is_space]
