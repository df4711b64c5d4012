"""Tags at the end of a sentence, by their place: "…, the office announced on Tuesday."

Behind a long clause the parser often hangs the tag elsewhere, or the clause on the tag: it takes
the office for an apposition, or "sold" in "two men sold …, a witness said" for a participle. What
stands before the comma of such a tag is what is said, and the sentence ends with it. In "three
crates of it, she said, were sold" the parser takes the verb behind the tag for one of its own.
"""

from spacy.tokens import Span, Token

from kg.lang.en import word_set
from kg.model import Mention
from kg.text.attribution.misread_subjects import phrase_before, start_of_phrase_before
from kg.text.attribution.reported_words import (
    THAT,
    behind_semicolon,
    trimmed_span,
)
from kg.text.attribution.speech_verbs import TOLD_DIRECTLY, is_saying
from kg.text.attribution.verb_signs import is_negated
from kg.text.parse import (
    children_with,
    has_child,
    neighbour,
    subjects,
)
from kg.text.syntax import Document, is_behind_tag

DENYING = word_set("verbs", "saying-no")
FINITE = word_set("labels", "finite-tag")
BEHIND_TAG = word_set("labels", "behind-a-closing-tag")
BEHIND_TELLING = BEHIND_TAG | {"dobj", "dative"}
NO_OPENING = word_set("labels", "no-opening-of-what-is-said")
NO_END = word_set("labels", "no-end-of-what-is-said")
SO = "so"


def told_around_tag(verb: Token) -> Span | None:
    """Return the words before, or around, a verb of saying that is only a tag; None without."""
    if not is_saying(verb) or verb.tag_ not in FINITE:
        return None
    if verb.lemma_ in DENYING or is_negated(verb):
        return None
    comma = neighbour(verb.doc[_start_of_tag(verb)], -1)
    if comma is None or comma.text != "," or comma.sent != verb.sent:
        return None
    rest = _goes_on(verb)
    if rest is not None:
        return trimmed_span(list(verb.doc[verb.sent.start : rest.right_edge.i + 1]))
    return _clause_before(comma, verb) if _ends_with(verb) else None


def tag_around(token: Token) -> Token | None:
    """Return the tag by which the sentence around a token is said; None if its tree shows it."""
    for verb in token.sent:
        told = told_around_tag(verb) if verb.pos_ == "VERB" and verb != token else None
        if told is not None and told.start <= token.i < told.end:
            return verb
    return None


def speaker_behind(told: Span, verb: Token, speaker: Mention, document: Document) -> Mention | None:
    """Return who says some words before a verb: its speaker, or another if they name that one.

    The parser takes "people" for who told it in "Ten people died, the doctor, Ann Lee, told them".
    """
    start = speaker.passage.start
    is_named = told.end <= verb.i and told.start_char <= start < told.end_char
    return phrase_before(verb, document) if is_named else speaker


def _start_of_tag(verb: Token) -> int:
    """Return the index of the first word of "the office announced", or of an inverted "said"."""
    before = [subject.left_edge.i for subject in subjects(verb) if subject.i < verb.i]
    return max(before) if before else start_of_phrase_before(verb)


def _goes_on(verb: Token) -> Token | None:
    """Return the verb behind a tag and a comma that belongs to the sentence around it."""
    return next(filter(is_behind_tag, children_with(verb, "conj")), None)


def _ends_with(verb: Token) -> bool:
    """Return whether nothing stands behind a tag but when, where and to whom it is said."""
    allowed = BEHIND_TELLING if verb.lemma_ in TOLD_DIRECTLY else BEHIND_TAG
    return all(child.dep_ in allowed and child.lower_ != SO for child in verb.rights)


def _clause_before(comma: Token, verb: Token) -> Span | None:
    """Return the words of the sentence before a comma, if they are a clause."""
    words = list(comma.doc[verb.sent.start : comma.i])
    words = behind_semicolon(words, verb)
    told = trimmed_span(words)
    if told is None or told[0].dep_ == "mark" or told[-1].tag_ in NO_END:
        return None
    if told[0].tag_ in NO_OPENING:
        return None
    if has_child(verb, "mark", words={THAT}) or not any(map(_may_be_finite, told)):
        return None
    return told


def _may_be_finite(word: Token) -> bool:
    """Return whether a word is the verb of a clause, also one that is tagged as a participle.

    In "two men sold 46 files" the parser takes "sold" for that, but a participle behind a noun has
    no object.
    """
    if word.tag_ == "VBN":
        return has_child(word, "dobj")
    return word.tag_ in FINITE and word.dep_ != "relcl"
