"""What somebody is called: "was the 'engine' of the team", "nicknamed the Hammer", "known as 'Bo'"."""

import re
from collections.abc import Iterator

from spacy.tokens import Token

from kg.lang.en import word_set
from kg.model import Claim, Frame, Mention, Role
from kg.text.attribution import assertion
from kg.text.parse import passage_of
from kg.text.syntax import Document, implicit_subjects
from kg.trace import stopped

MARKED = re.compile(r"[‘'“\"]([^‘’'“”\"]{2,40})[’'”\"]")
CALLING = word_set("verbs", "calling")
COPULAS = word_set("verbs", "copula-of-nickname")
MAX_WORDS = 4


def nickname_claims(document: Document) -> Iterator[Claim]:
    """One claim for each by-name in quotation marks that a clause gives to a named thing; the marks are left out."""
    for found in MARKED.finditer(document.article.text):
        span = document.doc.char_span(found.start(1), found.end(1), alignment_mode="expand")
        if span is None or len(found[1].split()) > MAX_WORDS:
            continue
        verb = _calling_verb(span.root)
        if verb is None:
            stopped(
                "nickname",
                span.root,
                "no verb of being or calling gives the words in the marks to somebody",
            )
            continue
        holders = list(_holders(verb, span.root, document))
        if not holders:
            stopped("nickname", verb, "whoever “{}” gives the name to is no mention", verb)
        yield from (_claim(holder, found[1].strip(" ,."), verb, document) for holder in holders)


def _calling_verb(noun: Token) -> Token | None:
    """The verb by which a noun in marks becomes a name: "was the 'engine'", "nicknamed 'Bo'", "known as 'Bo'"."""
    verb = noun.head
    if noun.dep_ == "pobj" and verb.lower_ == "as":
        verb = verb.head
        return verb if verb.lemma_ in CALLING else None
    if noun.dep_ == "attr" and verb.lemma_ in COPULAS:
        return verb
    return verb if noun.dep_ in ("oprd", "dobj", "attr") and verb.lemma_ in CALLING else None


def _holders(verb: Token, noun: Token, document: Document) -> Iterator[Mention]:
    """The people and things that are called so."""
    passive = verb.lemma_ in COPULAS or verb.tag_ == "VBN"
    tokens = (
        implicit_subjects(verb)
        if passive
        else [c for c in verb.children if c.dep_ == "dobj" and c != noun]
    )
    if verb.dep_ == "acl":
        tokens = [verb.head]
    for token in tokens:
        yield from document.things(token)


def _claim(holder: Mention, words: str, verb: Token, document: Document) -> Claim:
    how = assertion(verb, document)
    return Claim(
        Frame.RELATION,
        "schema:alternateName",
        (Role("subject", holder),),
        passage_of(verb, document.article.id),
        document.sentence(verb),
        rule="nickname",
        value=words,
        factuality=how.factuality,
        speaker=how.speaker,
    )
