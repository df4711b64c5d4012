"""Complements of nouns: possessors, the names before a noun, the prepositions after it.

They are shared in a coordination: "founder and chairman of Acme" · "Acme founder Ann Bolt" ·
"professor of physics at Bergen".
"""

from collections.abc import Iterator

from spacy.tokens import Token

from kg.lang.en import word_set
from kg.model import Kind, Mention, Role
from kg.text.parse import any_word, conjuncts, governed_by, possessors, prepositions_of, with_label
from kg.text.parse.labels import COMPOUNDS, NOUNS, PREMODIFIERS_AND_OWNERS
from kg.text.syntax.adjunct_phrases import measured
from kg.text.syntax.attachment import prepositional
from kg.text.syntax.document import Document
from kg.text.syntax.kinship import is_kin, owners
from kg.vocabulary import PLACES

FIELD_PREPOSITIONS = word_set("function_words", "after-field-of-office")
ONE_OF_TWO = word_set("nouns", "one-of-two")
WHERE = word_set("function_words", "before-place-of-title")
ORIGINS = word_set("adjectives", "origin-before-noun")


def complements(noun: Token, document: Document) -> Iterator[Role]:
    """Yield whose or what a noun is, as roles.

    They are possessors, nouns and nationality words before it, and prepositions after it. In
    "founder and chairman of Acme" both nouns share what stands before the first and after the last.
    """
    family = list(conjuncts(first_conjunct(noun, document)))
    yield from _left_roles(noun, family[0], document)
    yield from _right_roles(_with_preposition(noun, family), document)
    if is_kin(noun):
        for mention in owners(noun, document):
            yield Role("of", mention)
    yield from _times_inside(noun, document)


def _times_inside(noun: Token, document: Document) -> Iterator[Role]:
    """Yield the roles of the times in the phrase of a noun."""
    for token, mention in document.measures(noun):
        if mention.kind is not Kind.TIME:
            continue
        if token in noun.subtree:
            yield from measured(mention)


def _left_roles(noun: Token, first: Token, document: Document) -> Iterator[Role]:
    """Yield the roles of what stands before a noun, or before the first of its coordination."""
    left = noun if possessors(noun) else first
    outer = _outer_lefts(left, document)
    for child in with_label((*left.lefts, *outer), *PREMODIFIERS_AND_OWNERS):
        if _belongs_to_another(child, noun) or child.lower_ in ORIGINS:
            continue
        for mention in _left_mentions(child, document):
            if not _is_aside(mention, noun, document):
                yield Role("of", mention)


def _belongs_to_another(modifier: Token, noun: Token) -> bool:
    """Return whether a modifier stands at another noun, and a noun does not share it."""
    if modifier.head == noun:
        return False
    return _has_its_own(noun, modifier)


def _with_preposition(noun: Token, family: list[Token]) -> Token:
    """Return the noun of a coordination whose prepositions are those of a noun in it, too."""
    if _has_preposition(noun, noun):
        return noun
    for conjunct in family:
        if _has_preposition(conjunct, noun):
            return conjunct
    return family[-1]


def _right_roles(noun: Token, document: Document) -> Iterator[Role]:
    """Yield the roles of the prepositions after a noun."""
    for prep in with_label(noun.rights, "prep"):
        yield from _roles_behind(prep, document)


def _roles_behind(prep: Token, document: Document) -> Iterator[Role]:
    """Yield the roles of one preposition, then those behind the field of an office in it."""
    yield from _roles_after(prep, document)
    yield from _nested(prep, document)


def _roles_after(prep: Token, document: Document) -> Iterator[Role]:
    """Yield the roles of one preposition."""
    for name, token in prepositional(prep):
        for mention in document.referents(token):
            yield Role(name, mention)


def _has_its_own(noun: Token, shared: Token) -> bool:
    """Return whether a noun has its own complement, so that it does not share one.

    In "Acme's founder and owner of Bolt" what stands before the first noun is not the second's.
    """
    if shared.dep_ == "poss":
        prepositions = with_label(noun.rights, "prep")
        return any_word(prepositions, "of")
    if shared.dep_ != "amod":
        return False
    return _has_preposition(noun, noun)


def first_conjunct(noun: Token, document: Document) -> Token:
    """Return the first noun of a coordination, which carries its grammar.

    An example is "founder" for "chairman" in "founder and chairman".
    """
    while noun.dep_ == "conj":
        above = _above_conjunct(noun, document)
        if above.pos_ not in NOUNS or document.is_name(above):
            break
        noun = above
    return noun


def _above_conjunct(noun: Token, document: Document) -> Token:
    """Return what a noun is coordinated with.

    In "chair of Acme and head of Bolt" the parser takes the head for another Acme.
    """
    above = noun.head
    if above.dep_ == "pobj" and document.is_name(above):
        return above.head.head
    return above


def _is_aside(mention: Mention, noun: Token, document: Document) -> bool:
    """Return whether a country or place before the noun is not whose it is."""
    if is_origin(mention, noun, document):
        return True
    if not _is_in_title(noun, document):
        return False
    return is_whereabouts(mention, document)


def _is_in_title(noun: Token, document: Document) -> bool:
    """Return whether a noun is a title before a name: "founder" in "Acme founder Ann Bolt"."""
    if noun.dep_ not in COMPOUNDS:
        return False
    return document.is_name(noun.head)


def is_whereabouts(mention: Mention, document: Document) -> bool:
    """Return whether a place goes with the preposition before it, not with the title.

    An example is the place in "In Turkey Minister Ann Bolt …".
    """
    if mention.type not in PLACES:
        return False
    if _is_adjective(mention, document):
        return False
    for token in reversed(document.doc[: document.head(mention).i]):
        if token.idx < mention.passage.start:
            return token.lower_ in WHERE
    return False


def is_origin(mention: Mention, noun: Token, document: Document) -> bool:
    """Return whether a country is where somebody is from: "Dutch" in "Dutch rival".

    Such nouns ask for the other of two.
    """
    if mention.type != "schema:Country":
        return False
    if not _is_adjective(mention, document):
        return False
    return noun.lemma_.lower() in ONE_OF_TWO


def _is_adjective(mention: Mention, document: Document) -> bool:
    """Return whether a mention is an adjective: "Dutch"."""
    return document.head(mention).pos_ == "ADJ"


def _has_preposition(noun: Token, after: Token) -> bool:
    """Return whether a preposition of the noun stands after some word."""
    prepositions = with_label(noun.rights, "prep")
    return any(prep.i > after.i for prep in prepositions)


def _nested(prep: Token, document: Document) -> Iterator[Role]:
    """Yield the roles that follow the field of an office.

    Examples are "professor of physics at Bergen" and "chair of the board of directors of Acme".
    """
    for noun in governed_by(prep):
        if document.is_name(noun):
            continue
        for conjunct in conjuncts(noun):
            for inner in prepositions_of(conjunct, *FIELD_PREPOSITIONS):
                yield from _roles_behind(inner, document)


def _outer_lefts(noun: Token, document: Document) -> Iterator[Token]:
    """Yield the modifiers that the parser hangs on the name after a title.

    An example is "Acme" in "Acme founder Ann Bolt".
    """
    if _is_in_title(noun, document):
        for child in noun.head.lefts:
            if child.i < noun.i:
                yield child


def _left_mentions(child: Token, document: Document) -> Iterator[Mention]:
    """Yield the mentions in a modifier on the left.

    These are a possessor with its coordination, or any name inside a compound.
    """
    if child.dep_ == "poss":
        yield from document.referents(child)
        return
    mention = document.mention(child)
    if mention is None or not mention.is_name:
        yield from document.of_kind(child.subtree, Kind.NAME)
    else:
        yield mention
