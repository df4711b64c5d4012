"""Claims of what somebody is called.

"Was the 'Engine' of the team", "nicknamed 'the Hammer'", "known as 'Bo'". Words in small letters
are a figure of speech: "was the 'engine' of the team".
"""

import re

from spacy.tokens import Token

from kg.lang.en import word_set
from kg.text.attribution import assertion
from kg.text.parse import direct_objects, governor_of
from kg.text.parse.labels import OBJECTS_AND_PREDICATES
from kg.text.relations.rules.claim import Claims, claim_by
from kg.text.syntax import Document, implicit_subjects
from kg.trace import stopped

MARKED = re.compile(r"[‘'“\"]([^‘’'“”\"]{2,40})[’'”\"]")
CAPITAL = re.compile(r"\b[^\W\d_a-zß-ÿ]")
CALLING = word_set("verbs", "calling")
COPULAS = word_set("verbs", "copula-of-nickname")
MAX_WORDS = 4


def nickname_claims(document: Document) -> Claims:
    """Yield one claim for each by-name in quotation marks that a clause gives to a named thing.

    The marks are left out.
    """
    for found in MARKED.finditer(document.article.text):
        name = found[1]
        span = document.doc.char_span(found.start(1), found.end(1), alignment_mode="expand")
        if span is None:
            continue
        if len(name.split()) > MAX_WORDS:
            continue
        noun = span.root
        if not CAPITAL.search(name):
            stopped("nickname", noun, "no word in the marks has a capital, as a name has")
            continue
        verb = _calling_verb(noun)
        if verb is None:
            reason = "no verb of being or calling gives the words in the marks to somebody"
            stopped("nickname", noun, reason)
            continue
        holders = document.referents_of(_called(verb, noun))
        if not holders:
            stopped("nickname", verb, "whoever “{}” gives the name to is no mention", verb)
        how = assertion(verb, document)
        words = name.strip(" ,.")
        for holder in holders:
            curie = "schema:alternateName"
            yield claim_by(verb, curie, holder, words, "nickname", how, document)


def _calling_verb(noun: Token) -> Token | None:
    """Return the verb by which a noun in marks becomes a name.

    Examples are "was the 'Engine'", "nicknamed 'Bo'" and "known as 'Bo'".
    """
    verb = governor_of(noun, "as")
    if verb is not None:
        if verb.lemma_ in CALLING:
            return verb
        return None
    verb = noun.head
    if noun.dep_ == "attr" and verb.lemma_ in COPULAS:
        return verb
    if noun.dep_ in OBJECTS_AND_PREDICATES and verb.lemma_ in CALLING:
        return verb
    return None


def _called(verb: Token, name: Token) -> list[Token]:
    """Return the nouns of the people and things that are called so."""
    if verb.dep_ == "acl":
        return [verb.head]
    if verb.lemma_ in COPULAS or verb.tag_ == "VBN":
        return implicit_subjects(verb)
    return [noun for noun in direct_objects(verb) if noun != name]
