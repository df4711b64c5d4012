"""Clues from the words beside a name.

An age or life dates, a state, "who"; the nouns that say what it is.
"""

from collections.abc import Iterator

from spacy.tokens import Span, Token

from kg import gazetteer
from kg.lang.en import word_set
from kg.text.mentions.clues import (
    CLUE_OF_NOUN,
    CLUE_OF_THING,
    Clue,
    Clues,
)
from kg.text.mentions.lexicon import (
    NounKind,
    is_vehicle,
    longest_noun,
    noun,
)
from kg.text.mentions.naming import called
from kg.text.mentions.spans import NameSpan
from kg.text.mentions.tokens import (
    lemma_of,
    word_beside,
    words_of,
)
from kg.text.mentions.vocabulary import KIND_OF_THING, NamedKind
from kg.text.parse import (
    children_with,
    governor_of,
    neighbour,
)
from kg.text.parse.labels import COMPOUNDS, COMPOUNDS_AND_ADJECTIVES

STAFF = word_set("nouns", "staff")
AFTER_PERSONS = word_set("names", "after-a-person")
AMERICAN_STATES = word_set("names", "american-state")
PRODUCT_LINES = word_set("nouns", "product-line")  # "the Gizmo range"
EDITIONS = word_set("nouns", "edition")  # "a version of Gizmo"
NAMED_WITH_OF = word_set("nouns", "named-with-of")
AGES = frozenset(map(str, range(6, 110)))  # years that stand after a person's name
AFTER_AGE = frozenset({",", ".", "and"})
LIFE = word_set("verbs", "life-date")
MAIDEN = word_set("adjectives", "maiden")
AFTER = 7  # words after a name that are looked at
BESIDE_NAME = COMPOUNDS | {"appos"}
BEING = word_set("verbs", "copula-of-nickname")
BEHIND_POSTS = word_set("function_words", "behind-a-post")
FIRM_OR_PERSON = word_set("nouns", "firm-or-person")  # "its owner, Acme Marine"
SHORTEST_ACRONYM = 3  # capitals; two may be a state ("MA")


def of_neighbours(span: NameSpan) -> Clues:
    """Yield clues from the words right before and after a name."""
    behind = span.behind(AFTER)
    after = [*words_of(behind), "", "", ""]
    match after[0]:
        case ",":
            yield from _of_comma(span, after[1], after[2])
        case "(":
            yield from _of_bracket(behind, after[1], after[2])
        case "who":
            yield Clue.WHO
    before = neighbour(span.first, -1)
    if before is not None:
        yield from _of_word_before(before, span, after[0])


def _of_word_before(before: Token, span: NameSpan, after: str) -> Clues:
    """Yield clues from the word right before a name."""
    if before.lower_ in MAIDEN:
        yield Clue.MAIDEN
    if before.text == ",":
        yield from _of_comma_before(before, span)
    is_in_brackets = before.text + after == "()"
    if is_in_brackets and _is_acronym(before, span):
        yield Clue.ACRONYM_IN_BRACKETS


def _of_comma_before(comma: Token, span: NameSpan) -> Clues:
    """Yield clues from what stands before the comma before a name: "her son, X", "Dayton, OH"."""
    if _is_relative(neighbour(comma, -1)):
        yield Clue.RELATIVE_BEFORE
    if span.text in AMERICAN_STATES:
        yield Clue.STATE_BEFORE_COMMA


def _is_acronym(bracket: Token, span: NameSpan) -> bool:
    """Return whether a name in brackets is an acronym of the name before them."""
    text = span.text
    if len(text) < SHORTEST_ACRONYM:
        return False
    if not text.isalpha():
        return False
    if not text.isupper():
        return False
    return _names_body(neighbour(bracket, -1))


def _names_body(token: Token | None) -> bool:
    """Return whether a word ends a name that an acronym may stand for.

    Behind the name of an event it is no acronym of a body.
    """
    if token is None:
        return False
    if token.pos_ != "PROPN":
        return False
    words = (token.lower_, lemma_of(token))
    return NamedKind.EVENT not in map(KIND_OF_THING.get, words)


def _is_relative(token: Token | None) -> bool:
    """Return whether a word is a noun of kinship with its owner: "her son, X"."""
    if token is None or lemma_of(token) in FIRM_OR_PERSON:
        return False
    entry = noun(lemma_of(token))
    if entry is None or entry.kind != NounKind.KINSHIP:
        return False
    return any(left.dep_ == "poss" for left in token.lefts)


def _of_comma(span: NameSpan, word: str, following: str) -> Clues:
    """Yield clues from what stands behind the comma after a name.

    "X, 44," and "X, who" are people, "X, which" is none; "X, Illinois" is a place.
    """
    if word in AFTER_PERSONS or _is_age(word, following):
        yield Clue.AGE
    if word == "who":
        yield Clue.WHO
    if word == "which":
        yield Clue.WHICH
    two_words = span.behind(3)[1:].text
    if any(map(_is_state, (word, two_words))):
        yield Clue.STATE_BEHIND


def _is_age(word: str, after: str) -> bool:
    """Return whether a word is an age in years with the end of a clause behind it."""
    return word in AGES and after in AFTER_AGE


def _of_bracket(behind: Span, word: str, following: str) -> Clues:
    """Yield clues from a bracket after a name: an acronym is no person's, life dates are."""
    if following == ")" and _is_in_capitals(word):
        yield Clue.ACRONYM_BEHIND
    if word in LIFE or _has_span_of_dates(behind):
        yield Clue.LIFE_DATES


def _is_in_capitals(word: str) -> bool:
    """Return whether a word has more than one letter, all of them capitals."""
    return len(word) > 1 and word.isupper()


def _has_span_of_dates(tokens: Span) -> bool:
    """Return whether two words or more are of dates, and a dash is beside them."""
    if not any(token.text == "–" for token in tokens):
        return False
    dates = [token for token in tokens if token.ent_type_ == "DATE"]
    return len(dates) > 1


def _is_state(text: str) -> bool:
    """Return whether a text names a country or a state, or is the short form of one ("OH")."""
    if text in AMERICAN_STATES:
        return True
    if gazetteer.country(text):
        return True
    return any(place.type == "schema:State" for place in gazetteer.places(text))


def of_nouns(span: NameSpan) -> Clues:
    """Yield clues from what the name is said to be.

    "X, a company", "X is a city", "the river X", "X spokesman".
    """
    root = span.root
    for said in _said_of(root):
        yield from _of_noun([*_modifiers(said), lemma_of(said)], span)
        if is_vehicle(said.lower_):
            yield Clue.IS_PRODUCT
    yield from _of_head_noun(root)
    whole = governor_of(root, "of")
    if _is_edition(whole):
        yield Clue.EDITION
    if whole is not None and lemma_of(whole) in NAMED_WITH_OF:  # "the county of Norfolk"
        yield Clue.IS_PLACE
    before = neighbour(span.first, -1)
    if before is not None and _is_noun_of_name(before, root):
        yield from _of_noun([lemma_of(before)], span)
        if is_vehicle(before.lower_):  # a ship may have the name of a person
            yield Clue.IS_PRODUCT


def _is_edition(word: Token | None) -> bool:
    """Return whether a word, if there is one, is a noun for an edition."""
    return word is not None and lemma_of(word) in EDITIONS


def _modifiers(said: Token) -> list[str]:
    """Return the words before a noun that modify it."""
    return [left.lower_ for left in said.lefts if left.dep_ in COMPOUNDS_AND_ADJECTIVES]


def _is_noun_of_name(token: Token, root: Token) -> bool:
    """Return whether a small word before a name says what it is: "the river X".

    Not "the ship X sold"; but if that is all of the sentence, X is the ship.
    """
    if not token.is_lower:
        return False
    if token.dep_ in BESIDE_NAME:
        return True
    if token.dep_ == "ROOT" and is_vehicle(token.lower_):
        return True
    return root.head.dep_ != "relcl" and is_vehicle(token.lower_)


def _of_head_noun(root: Token) -> Clues:
    """Yield clues from the noun that the name modifies or owns: "X spokesman", "X's shares"."""
    lemma = lemma_of(root.head)
    if root.dep_ == "poss" and lemma in STAFF:
        yield Clue.STAFF
    if root.dep_ != "compound":
        return
    if lemma in STAFF:
        yield Clue.STAFF
    if lemma in PRODUCT_LINES:
        yield Clue.PRODUCT_LINE
    if KIND_OF_THING.get(lemma) == NamedKind.PRODUCT:
        yield Clue.PRODUCT_OF


def _of_noun(words: list[str], span: NameSpan) -> Clues:
    """Yield the clue that a noun gives to the name of which it is said."""
    if words[-1] in FIRM_OR_PERSON:
        if not gazetteer.may_be_given_name(span.first.text):
            yield Clue.IS_FIRM
        return
    entry = longest_noun(words)
    if entry:
        yield CLUE_OF_NOUN[entry.kind]
    elif words[-1] in KIND_OF_THING:
        yield CLUE_OF_THING[KIND_OF_THING[words[-1]]]
    elif is_vehicle(words[-1]):
        yield Clue.IS_PRODUCT


def _said_of(root: Token) -> Iterator[Token]:
    """Yield the nouns in apposition to a name, and those that it is said to be."""
    yield from _nouns_with(root, "appos")
    named = _noun_of_apposition(root)
    if named is not None:
        yield named
    thing = called(root)
    if thing is not None and thing.pos_ == "NOUN":
        yield thing
    if root.head.lemma_ not in BEING:
        return
    if root.dep_ == "nsubj":
        yield from _nouns_with(root.head, "attr")
    elif root.dep_ == "attr":
        yield from _nouns_with(root.head, "nsubj")


def _noun_of_apposition(root: Token) -> Token | None:
    """Return the noun that a name, or the first of a row of names, is in apposition to."""
    first = root
    while first.dep_ == "conj" and first.head.pos_ == "PROPN":
        first = first.head
    if first.dep_ != "appos":
        return None
    said = first.head
    if word_beside(said, 1) == ",":
        officer = _officer_of(said)
        if officer is not None:
            return officer
    return said if said.pos_ == "NOUN" else None


def _officer_of(body: Token) -> Token | None:
    """Return the officer before the "of" or "for" of a noun: "a spokeswoman for the museum, X"."""
    officer = governor_of(body, *BEHIND_POSTS)
    if officer is None:
        return None
    entry = noun(lemma_of(officer))
    return officer if entry and entry.names_officer else None


def _nouns_with(head: Token, dep: str) -> Iterator[Token]:
    """Return the nouns that hang on a word by some dependency."""
    return (child for child in children_with(head, dep) if child.pos_ == "NOUN")
