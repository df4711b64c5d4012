"""A verb of saying: who speaks, to whom, and when."""

from collections.abc import Iterable, Iterator
from itertools import chain

from spacy.tokens import Span, Token

from kg.lang.en import word_set
from kg.model import Kind, Mention
from kg.text.attribution.misread_subjects import phrase_before
from kg.text.attribution.who_speaks import first_thing, person_among, thing_or_namesake
from kg.text.parse import (
    any_word,
    children_with,
    governed_by,
    has_child,
    is_passive,
    subjects,
)
from kg.text.parse.labels import AUXILIARIES, PASTS, PREPOSITIONS_AND_DATIVES, VERBS
from kg.text.syntax import Document

GOING_ON = word_set("verbs", "going-on-to-say")
SPEAKERS = frozenset({"schema:Person", "schema:Organization"})
NEAR = 12  # words behind a verb of saying in which its speaker is looked for
OBJECTS = frozenset({"dobj", "pobj"})
SUBORDINATE = frozenset({"advcl", "xcomp"})  # "she left, saying that …"
SAYING = word_set("verbs", "saying")
ONLY_WITH_THAT = word_set("verbs", "saying-with-that") | word_set("verbs", "saying-no")
SHOWING = word_set("verbs", "shown-by-a-deed")
TOLD_DIRECTLY = word_set("verbs", "saying-to-object")
ADDRESSING = word_set("verbs", "saying-only-to-object")
FINITE = word_set("labels", "finite-tag")
DATES = frozenset({"DATE", "TIME"})

Tokens = Iterable[Token]


def is_saying(verb: Token) -> bool:
    """Return whether a verb is one of saying."""
    return verb.lemma_.lower() in SAYING


def reports(verb: Token, clause: Token) -> bool:
    """Return whether a verb is one of saying, or says what a clause with "that" under it tells.

    "The court held that the pool was too small", "she accepted that he was ill".
    """
    if is_saying(verb):
        return True
    return verb.lemma_ in ONLY_WITH_THAT and has_child(clause, "mark", words={"that"})


def speaker_of(verb: Token, document: Document) -> Mention | None:
    """Return the subject of a verb of saying, or the agent of its passive, if it is a mention."""
    if is_passive(verb) and not has_child(verb, "nsubj"):
        return first_thing(_agents(verb), document)
    if _is_of_hearer(verb):
        return None
    own = _nearest_first(verb)
    if own:
        return thing_or_namesake(own, document)
    if goes_on(verb):
        return first_thing(subjects(verb.head), document)
    if verb.dep_ == "conj" and any_word(verb.doc[verb.head.i : verb.i], ";"):
        return phrase_before(verb, document)
    if verb.dep_ == "conj" or _is_saying_along(verb):
        return _speaker_above(verb, document)
    doer = _doer_of_deed_around(verb)
    if doer is not None:
        return _subject_of_shared(doer, document)
    return _behind_date(verb, document) or phrase_before(verb, document)


def _is_of_hearer(verb: Token) -> bool:
    """Return whether the subject of a verb is told and does not tell: "The van burnt, court told".

    Headlines leave out the "was" of a passive. Nothing stands behind such a verb, not even whom it
    would be told to.
    """
    if verb.lemma_ not in ADDRESSING or verb.tag_ not in PASTS:
        return False
    if has_child(verb, *AUXILIARIES, *OBJECTS, "dative"):
        return False
    behind = verb.doc[verb.i + 1 : verb.sent.end]
    return all(token.is_punct or token.is_space for token in behind)


def _nearest_first(verb: Token) -> list[Token]:
    """Return the subjects of a verb, of several before it the nearest first.

    The parser gives "Two men, police said, met in Oslo" and "Ann left; Bo said" two of them.
    """
    own = subjects(verb)
    is_before = all(subject.i < verb.i for subject in own)
    if is_before:
        own.reverse()
    return own


def _subject_of_shared(verb: Token, document: Document) -> Mention | None:
    """Return the subject of a verb, or that of the verb that it is coordinated with."""
    while not subjects(verb) and verb.dep_ == "conj" and verb.head.pos_ in VERBS:
        verb = verb.head
    return thing_or_namesake(subjects(verb), document)


def _behind_date(verb: Token, document: Document) -> Mention | None:
    """Return the name that the parser takes for a part of the date before it: "On Monday Ada Lund,
    the founder, said".
    """
    if verb.tag_ not in FINITE:
        return None
    for preposition in children_with(verb, "prep"):
        for noun in governed_by(preposition):
            speaker = document.mention(noun)
            if noun.i > verb.i or speaker is None or speaker.type not in SPEAKERS:
                continue
            between = words_between(preposition.idx, speaker.passage.start, document)
            if any(word.ent_type_ in DATES for word in between):
                return speaker
    return None


def _doer_of_deed_around(verb: Token) -> Token | None:
    """Return the verb whose subject says what a participle without a subject reports.

    "She left before telling …", "he is quoted as saying …", "he praised the plan, saying …".
    """
    head = verb.head
    if verb.tag_ != "VBG":
        return None
    is_behind_preposition = verb.dep_ == "pcomp" and head.dep_ == "prep"
    is_behind_object = verb.dep_ == "acl" and head.dep_ in OBJECTS and head.i < verb.i
    if not is_behind_preposition and not is_behind_object:
        return None
    return head.head if head.head.pos_ in VERBS else None


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
    before = verb.doc[max(verb.i - NEAR, verb.sent.start) : verb.i]
    if verb.lemma_ in TOLD_DIRECTLY:
        own = list(_outside_marks(before))
        if own:
            return person_among(own, document)
    return person_among(behind, document)


def _outside_marks(span: Span) -> Tokens:
    """Return the tokens of a span behind the last quotation mark in it."""
    start = span.start
    for token in span:
        if token.is_quote:
            start = token.i + 1
    return span.doc[start : span.end]


def named_in_subject(verb: Token, document: Document) -> Mention | None:
    """Return the first person or organisation in the subject of a verb that is not passive."""
    if is_passive(verb) or _is_of_hearer(verb):
        return None
    phrases = chain.from_iterable(token.subtree for token in subjects(verb))
    outside = (token for token in phrases if token.dep_ != "compound")  # "One Labour member"
    return person_among(outside, document)


def _is_of_speaker(verb: Token) -> bool:
    """Return whether a verb coordinated with a reported one is what the speaker does.

    It has neither an auxiliary nor a "that", as what is reported has that goes on.
    """
    head = verb.head
    if verb.dep_ != "conj" or head.dep_ != "ccomp" or not is_saying(head.head):
        return False
    return head.i > head.head.i and not has_child(verb, "aux", "mark")


def _speaker_above(verb: Token, document: Document) -> Mention | None:
    """Return the subject of the clause that a verb without one is coordinated with or hangs on."""
    head = verb.head
    if _is_of_speaker(verb):
        return speaker_of(head.head, document)  # "said he had no wish to resign and called it …"
    if verb.dep_ == "conj" and not is_passive(head):
        return speaker_of(head, document)
    speaker = _subject_of_shared(head, document)
    if speaker is None and head.dep_ == "ccomp" and is_saying(head.head):
        return speaker_of(head.head, document)  # "said there was smoke, adding that …"
    return speaker


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


def words_between(start: int, end: int, document: Document) -> list[Token]:
    """Return the tokens between two offsets, without blanks."""
    if start >= end:
        return []
    span = document.doc.char_span(start, end, alignment_mode="contract")
    if span is None:
        return []
    return [token for token in span if not token.is_space]
