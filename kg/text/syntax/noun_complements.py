"""Whose and what a noun is: its possessors, the names before it, the prepositions after it, shared in a coordination.

"founder and chairman of Acme" · "Acme founder Ann Bolt" · "professor of physics at Bergen"
"""

from collections.abc import Iterator

from spacy.tokens import Token

from kg.lang.en import word_set
from kg.model import Kind, Mention, Role
from kg.text.parse import conjuncts
from kg.text.syntax.arguments import measured, prepositional
from kg.text.syntax.document import Document
from kg.text.syntax.kinship import is_kin, owners
from kg.vocabulary import PLACES

LEFT = ("compound", "nmod", "amod", "poss")
FIELD_PREPOSITIONS = word_set("function_words", "after-field-of-office")
ONE_OF_TWO = word_set("nouns", "one-of-two")
WHERE = word_set("function_words", "before-place-of-title")


def complements(noun: Token, document: Document) -> Iterator[Role]:
    """Whose or what the noun is: possessors, nouns and nationality words before it, prepositions after it.

    In "founder and chairman of Acme" both nouns share what stands before the first and after the last.
    """
    family = list(conjuncts(first_conjunct(noun, document)))
    left = noun if any(child.dep_ == "poss" for child in noun.lefts) else family[0]
    right = (
        noun
        if _has_preposition(noun, noun)
        else next((each for each in family if _has_preposition(each, noun)), family[-1])
    )
    for child in [*left.lefts, *(_outer_lefts(left, document))]:
        if child.dep_ in LEFT and not (child.head != noun and _has_its_own(noun, child)):
            yield from (
                Role("of", m)
                for m in _left_mentions(child, document)
                if not _is_aside(m, noun, document)
            )
    for child in right.rights:
        if child.dep_ == "prep":
            yield from (
                Role(name, mention)
                for name, token in prepositional(child)
                for mention in document.things(token)
            )
            yield from _nested(child, document)
    if is_kin(noun):
        yield from (Role("of", mention) for mention in owners(noun, document))
    for token, mention in document.measures(noun):
        if mention.kind is Kind.TIME and (token == noun or noun.is_ancestor(token)):
            yield from measured(mention)


def _has_its_own(noun: Token, shared: Token) -> bool:
    """True for "owner of Bolt" in "Acme's founder and owner of Bolt": what stands before the first noun is not its own, too."""
    if shared.dep_ == "poss":
        return any(child.dep_ == "prep" and child.lower_ == "of" for child in noun.rights)
    return shared.dep_ == "amod" and _has_preposition(noun, noun)


def is_name(token: Token, document: Document) -> bool:
    """True for the head of a proper name."""
    mention = document.mention(token)
    return mention is not None and mention.is_name


def first_conjunct(noun: Token, document: Document) -> Token:
    """The first noun of a coordination, which carries its grammar ("founder and chairman")."""
    while noun.dep_ == "conj":
        above = noun.head
        if above.dep_ == "pobj" and is_name(
            above, document
        ):  # "chair of Acme and head of Bolt": parsed as another Acme
            above = above.head.head
        if above.pos_ not in ("NOUN", "PROPN") or is_name(above, document):
            break
        noun = above
    return noun


def _is_aside(mention: Mention, noun: Token, document: Document) -> bool:
    """True for a country or place before the noun that is not whose it is."""
    in_title = noun.dep_ in ("compound", "nmod") and is_name(noun.head, document)
    return is_origin(mention, noun, document) or (in_title and is_whereabouts(mention, document))


def is_whereabouts(mention: Mention, document: Document) -> bool:
    """True for the place in "In Turkey Minister Ann Bolt …": it goes with the preposition before it, not with the title."""
    head = document.head(mention)
    before = next(
        (token for token in reversed(document.doc[: head.i]) if token.idx < mention.passage.start),
        None,
    )
    return (
        mention.type in PLACES
        and head.pos_ != "ADJ"
        and before is not None
        and before.lower_ in WHERE
    )


def is_origin(mention: Mention, noun: Token, document: Document) -> bool:
    """True for "Dutch" in "Dutch rival": the country that somebody is from, where the noun asks for the other of two."""
    return (
        noun.lemma_.lower() in ONE_OF_TWO
        and mention.type == "schema:Country"
        and document.head(mention).pos_ == "ADJ"
    )


def _has_preposition(noun: Token, after: Token) -> bool:
    """True where a preposition of the noun stands after some word."""
    return any(child.dep_ == "prep" and child.i > after.i for child in noun.rights)


def _nested(prep: Token, document: Document) -> Iterator[Role]:
    """What follows the field of an office: "professor of physics at Bergen", "chair of the board of directors of Acme"."""
    for noun in prep.children:
        if noun.dep_ == "pobj" and not is_name(noun, document):
            for inner in (child for each in conjuncts(noun) for child in each.children):
                if inner.dep_ == "prep" and inner.lower_ in FIELD_PREPOSITIONS:
                    yield from (
                        Role(name, mention)
                        for name, token in prepositional(inner)
                        for mention in document.things(token)
                    )
                    yield from _nested(inner, document)


def _outer_lefts(noun: Token, document: Document) -> Iterator[Token]:
    """Modifiers that the parser hangs on the name after a title: "Acme founder Ann Bolt"."""
    if noun.dep_ in ("compound", "nmod") and is_name(noun.head, document):
        yield from (child for child in noun.head.lefts if child.i < noun.i)


def _left_mentions(child: Token, document: Document) -> Iterator[Mention]:
    """The mentions in a modifier on the left: a possessor with its coordination, or any name inside a compound."""
    if child.dep_ == "poss":
        yield from document.things(child)
        return
    mention = document.mention(child)
    if mention is not None and mention.kind is Kind.NAME:
        yield mention
        return
    yield from (
        m
        for token in child.subtree
        if (m := document.mention(token)) is not None and m.kind is Kind.NAME
    )
