"""Repairs of clauses: what the parser ties to the wrong clause, so that roles and truth go wrong.

Relative clauses take their pronoun and their end, a content clause is no relative clause, a bare
participle goes on a passive, and "by" behind an object is of the object.
"""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from kg.lang.en import word_set
from kg.text.parse.grammar import with_label
from kg.text.parse.labels import (
    AUXILIARIES,
    NOUN_SUBJECTS,
    NOUNS,
    PRESENTS,
    VERBS,
)

FINITE = PRESENTS | {"VBD"}
RELATIVES = frozenset({"WP", "WDT"})
PLACES = word_set("labels", "place-entity")
INSIDE_RELATIVE = word_set("labels", "clause-inside-a-relative-clause")
THAT = frozenset({"that"})
WITH_CLAUSE = word_set("verbs", "saying") | word_set("verbs", "believing")
TOLD = word_set("nouns", "told-content") | word_set("nouns", "time-with-a-clause")
MAKING = word_set("verbs", "making-a-telling") | word_set("verbs", "telling-a-content")
UNDERGONE = (
    word_set("verbs", "passive-without-object")
    | word_set("verbs", "always-with-object")
    | word_set("verbs", "passive-behind-a-passive")
)
BEFORE_PLACE = word_set("function_words", "particle-before-a-place")


def with_right_clauses(doc: Doc) -> Doc:
    """Return a parsed text whose clauses have their own words."""
    for token in doc:
        if token.dep_ == "prt":
            _part_from_place(token)
        elif token.dep_ == "agent":
            _give_to_object(token)
        elif token.tag_ == "WDT" and token.dep_ == "dobj":
            _read_as_content(token)
        elif token.pos_ in VERBS:
            _continue_passive(token)
            _give_relative_to_clause(token)
        if token.dep_ == "ROOT" and token.pos_ in NOUNS:
            _end_relative_clause(token)
    return doc


def children_now(token: Token, *labels: str) -> list[Token]:
    """Return the children of a token with some labels; the tree may have changed a moment ago."""
    return with_label(token.children, *labels)


def _part_from_place(particle: Token) -> None:
    """Make a particle before the name of a place a preposition: "rescued off Lesbos"."""
    if particle.lower_ not in BEFORE_PLACE:
        return
    for noun in children_now(particle.head, "dobj"):
        is_behind = noun.left_edge.i == particle.i + 1
        if is_behind and noun.ent_type_ in PLACES:
            particle.dep_, particle.pos_, particle.tag_ = "prep", "ADP", "IN"
            noun.head, noun.dep_ = particle, "pobj"


def _give_to_object(by: Token) -> None:
    """Move "by" behind the object of an active verb to the object: "rejected a bill by Ann"."""
    verb = by.head
    if verb.tag_ not in FINITE or children_now(verb, "auxpass"):
        return
    if not children_now(verb, "nsubj"):
        return
    noun = by.nbor(-1)
    objects = children_now(verb, "dobj")
    for preposition in children_now(verb, "prep"):
        objects += children_now(preposition, "pobj")
    if noun in objects:
        by.head, by.dep_ = noun, "prep"


def _read_as_content(that: Token) -> None:
    """Read "that" behind a noun which tells something as no object: "the rumour that he left"."""
    verb = that.head
    noun = verb.head
    if that.lower_ not in THAT or verb.dep_ != "relcl" or noun.lemma_.lower() not in TOLD:
        return
    is_object_of_it = verb.lemma_ in MAKING or not children_now(verb, *NOUN_SUBJECTS)
    if not is_object_of_it:
        that.dep_, that.tag_, that.pos_ = "mark", "IN", "SCONJ"
        verb.dep_ = "acl"


def _continue_passive(verb: Token) -> None:
    """Read a past form behind a passive as its participle: "was held and later sent home"."""
    head = verb.head
    if verb.dep_ != "conj" or verb.tag_ != "VBD" or verb.lemma_ not in UNDERGONE:
        return
    if head.tag_ != "VBN" or not children_now(head, "auxpass"):
        return
    if not children_now(verb, *NOUN_SUBJECTS, *AUXILIARIES, "dobj", "ccomp"):
        verb.tag_ = "VBN"


def _give_relative_to_clause(verb: Token) -> None:
    """Give "who" to the clause below a verb of saying: "who police believe killed Ann"."""
    if verb.dep_ != "relcl" or verb.lemma_ not in WITH_CLAUSE:
        return
    own = children_now(verb, *NOUN_SUBJECTS)
    below = [clause for clause in children_now(verb, "xcomp", "ccomp") if clause.tag_ in FINITE]
    if len(own) < 2 or own[0].tag_ not in RELATIVES or not below:
        return
    clause = below[0]
    if clause.i > verb.i and not children_now(clause, *NOUN_SUBJECTS):
        own[0].head = clause
        clause.dep_ = "ccomp"


def _end_relative_clause(noun: Token) -> None:
    """Make the verb behind a relative clause that of the sentence, if that has none.

    "Globex, which critics say poisoned the river, closed its plant".
    """
    for relative in children_now(noun, "relcl"):
        if noun.doc[relative.left_edge.i - 1].text != ",":
            continue
        verb = next(_verbs_behind(relative), None)
        if verb is not None:
            verb.head, verb.dep_ = verb, "ROOT"
            noun.head, noun.dep_ = verb, "nsubj"
            return


def _verbs_behind(relative: Token) -> Iterator[Token]:
    """Yield the finite verbs that hang in a relative clause behind its closing comma."""
    for verb in relative.subtree:
        if verb.i <= relative.i or verb.tag_ not in FINITE or verb.dep_ not in INSIDE_RELATIVE:
            continue
        start = verb.left_edge.i
        is_behind_comma = verb.i - start <= 1 and verb.doc[start - 1].text == ","
        if is_behind_comma and not children_now(verb, *NOUN_SUBJECTS, *AUXILIARIES, "mark", "cc"):
            yield verb
