"""Quotations that begin with their verb: "denied that he had signed", "called the report a lie".

So nobody takes for said what the speaker says is not so, and a thing with what it is called is a
clause.
"""

from collections.abc import Iterator

from spacy.tokens import Span, Token

from kg.lang.en import word_set
from kg.model import Mention, Quote
from kg.text.attribution.factuality import factuality
from kg.text.attribution.misread_subjects import can_speak
from kg.text.attribution.reported_words import clauses_under, content, trimmed_span
from kg.text.attribution.speech_verbs import speaker_of, time_of
from kg.text.attribution.verb_signs import is_negated
from kg.text.attribution.whole_clauses import is_whole
from kg.text.parse import children_with, first_child, is_passive, trimmed
from kg.text.syntax import Document
from kg.trace import fired, stopped

DENIED = "quotation-denied"
DENYING = word_set("verbs", "saying-no")
RATED = "quotation-called"
RATING = word_set("verbs", "rating-a-thing")
RATING_AS = word_set("verbs", "rating-a-thing-as")
REFLEXIVE = word_set("pronouns", "reflexive-pronoun")
AS = "as"


def denials(document: Document) -> Iterator[Quote]:
    """Yield what people say is not so, with the verb by which they say so."""
    for verb in document.verbs:
        if verb.lemma_.lower() not in DENYING or is_passive(verb):
            continue
        clause = next(_denied_by(verb), None)
        if clause is None:
            stopped(DENIED, verb, "no clause stands behind “{}”", verb)
            continue
        speaker = speaker_of(verb, document)
        if speaker is None or is_negated(verb):
            stopped(DENIED, verb, "“{}” is denied, or has no subject that is a mention", verb)
            continue
        yield _denial(verb, clause, speaker, document)


def _denied_by(verb: Token) -> Iterator[Token]:
    """Yield the verbs of the clauses that a verb of denying has behind it.

    A deed, as in "denied taking it", is an event that is denied, and no words of anybody.
    """
    for clause in clauses_under(verb):
        if clause.i > verb.i and is_whole(clause):
            yield clause


def _denial(verb: Token, clause: Token, speaker: Mention, document: Document) -> Quote:
    """Return the quotation of a denial, from its verb on."""
    article = document.article
    told = content(clause)
    passage = trimmed(verb.doc[verb.i : told.end], article.id)
    fired(DENIED, passage, "“{}” says that something is not so, and “{}” says it", verb, speaker)
    return Quote(
        passage,
        passage.of(article.text),
        trimmed(verb.sent, article.id),
        speaker=speaker,
        when=time_of(verb, document),
        indirect=True,
        factuality=factuality(verb),
        rule=DENIED,
    )


def ratings(document: Document) -> Iterator[Quote]:
    """Yield what people call something, in words of their own that have no marks."""
    article = document.article
    for verb in document.verbs:
        told = None if is_passive(verb) or is_negated(verb) else _rating(verb)
        if told is None:
            continue
        speaker = speaker_of(verb, document)
        if speaker is None or not can_speak(speaker):
            continue
        passage = trimmed(told, article.id)
        fired(RATED, passage, "“{}” is what “{}” says of it", verb, speaker)
        yield Quote(
            passage,
            passage.of(article.text),
            trimmed(verb.sent, article.id),
            speaker=speaker,
            indirect=True,
            factuality=factuality(verb),
            rule=RATED,
        )


def _rating(verb: Token) -> Span | None:
    """Return a verb with a thing and what it calls that, None for a name that it gives it."""
    thing = first_child(verb, "dobj")
    word = _predicate(verb)
    if thing is None or word is None or not verb.i < thing.i < word.i:
        return None
    if thing.lower_ in REFLEXIVE or word.pos_ == "PROPN":
        return None
    words = list(verb.doc[verb.i : word.right_edge.i + 1])
    return None if any(token.is_quote for token in words) else trimmed_span(words)


def _predicate(verb: Token) -> Token | None:
    """Return the word that says what a verb calls its object, itself or behind "as"."""
    if verb.lemma_ in RATING:
        return first_child(verb, "oprd")
    if verb.lemma_ not in RATING_AS:
        return None
    for head in (verb, *children_with(verb, "dobj")):
        for preposition in children_with(head, "prep", words={AS}):
            return next(iter(preposition.children), None)
    return None
