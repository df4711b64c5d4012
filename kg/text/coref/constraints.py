"""What can never be one thing, whatever it is called: coordinated phrases, subject and object of a verb, a phrase and its parts.

Source: binding theory as used in Lappin and Leass 1994, "An algorithm for pronominal anaphora resolution", and the i-within-i
constraint of Lee et al. 2013.
"""

from collections.abc import Iterator

from spacy.tokens import Token

from kg.lang.en import word_set
from kg.model import Kind
from kg.text.coref.clusters import Clusters
from kg.text.coref.positions import MentionNode, Page
from kg.text.parse import SUBJECTS, conjuncts, subjects

# Links through which a word inside a noun phrase is a part of it; relative clauses and appositions speak of the phrase itself.
INSIDE = frozenset({"poss", "prep", "pobj", "compound", "nmod", "amod", "nummod", "det"})
ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "dative", "iobj", "oprd"})
NAMED_WITH_OF = word_set("nouns", "named-with-of")
# Prepositions after which a plain pronoun may be the subject itself: "she took it with her".
ABOUT_ONESELF = word_set("function_words", "about-oneself")
CONTENT_PREPOSITIONS = word_set("function_words", "coref-content")
LONGEST_LIST = 20  # coordinated phrases that are compared with each other


def keep_apart(page: Page, clusters: Clusters) -> None:
    """Forbid every pair of mentions that grammar forbids."""
    for spot in page.spots:
        others = (
            *_coordinated(spot, page),
            *_containers(spot, page),
            *_fellow_arguments(spot, page),
            *_in_opening(spot, page),
        )
        for other in others:
            if not _is_defined(spot, other, page):
                clusters.keep_apart(spot.index, other.index)
        if spot.quote >= 0:
            _not_the_speaker(spot, page, clusters)


def _is_defined(spot: MentionNode, other: MentionNode, page: Page) -> bool:
    """True for a name in brackets right behind another: it is its short form, wherever the parser hangs it."""
    first, second = sorted((spot, other), key=lambda each: each.index)
    between = page.article.text[first.mention.passage.end : second.mention.passage.start]
    return between.strip() == "(" and first.mention.is_name and second.mention.is_name


def _coordinated(spot: MentionNode, page: Page) -> Iterator[MentionNode]:
    """What is coordinated with the mention and after it in the list."""
    for token in list(conjuncts(spot.token))[1:LONGEST_LIST]:
        other = page.spot(token)
        if other is not None and not _is_second_office(token):
            yield other


def _is_second_office(token: Token) -> bool:
    """True for a noun without an article behind "and": "the founder and chairman" may be one person."""
    return (
        token.pos_ == "NOUN"
        and token.tag_ == "NN"
        and not any(child.dep_ in ("det", "poss") for child in token.children)
    )


def _containers(spot: MentionNode, page: Page) -> Iterator[MentionNode]:
    """The noun phrases that the mention is a part of: "his" in "his daughter", "Lima" in "the mayor of Lima"."""
    token = spot.token.head.head if names_its_head(spot, page) else spot.token
    while token.head != token:
        if token.dep_ == "attr" and token != spot.token:
            yield from _subject_of(token.head, page)
        if token.dep_ not in INSIDE:
            return
        described = token == spot.token and _is_appositive_compound(token)
        token = token.head
        other = page.spot(token)
        if other is not None and not described:
            yield other
        if not described:
            yield from _apposed(token, spot, page)


def _subject_of(verb: Token, page: Page) -> Iterator[MentionNode]:
    """The subject of "is": in "the winner is his sister", he is not the winner."""
    for child in verb.children:
        other = page.spot(child) if child.dep_ == "nsubj" else None
        if other is not None:
            yield other


def names_its_head(spot: MentionNode, page: Page) -> bool:
    """True for the name in "the city of Lima", which is the name of that city."""
    of = spot.token.head
    noun = page.spot(of.head)
    if spot.token.dep_ != "pobj" or of.lower_ != "of" or noun is None or not spot.mention.is_name:
        return False
    return noun.mention.kind is Kind.NOMINAL and noun.token.lemma_.lower() in NAMED_WITH_OF


def _apposed(token: Token, spot: MentionNode, page: Page) -> Iterator[MentionNode]:
    """What stands in apposition to a noun phrase around the mention: Mia in "his daughter, Mia"."""
    for child in token.children:
        other = page.spot(child) if child.dep_ == "appos" and child.i > spot.token.i else None
        if other is not None:
            yield other


def _is_appositive_compound(token: Token) -> bool:
    """True for a description that the parser hangs below the name it introduces: "his daughter Ann", "the firm Acme"."""
    return (
        token.dep_ in ("compound", "nmod") and token.pos_ == "NOUN" and token.head.pos_ == "PROPN"
    )


def _fellow_arguments(spot: MentionNode, page: Page) -> Iterator[MentionNode]:
    """The other arguments of the same verb, unless one of them is a reflexive."""
    if spot.token.dep_ not in ARGUMENTS or _is_reflexive(spot):
        return
    verbs = _sharing(spot.token.head) if spot.token.dep_ in SUBJECTS else (spot.token.head,)
    for token in (child for verb in verbs for child in verb.children if child != spot.token):
        for filler in _fillers(token):
            other = page.spot(filler)
            if other is not None and not _is_reflexive(other):
                yield other


def _in_opening(spot: MentionNode, page: Page) -> Iterator[MentionNode]:
    """What stands in a participle clause before its understood subject: nobody in "born in Lima to Ann Lee, she" is she."""
    if spot.token.dep_ not in SUBJECTS or spot.mention.kind is not Kind.PRONOUN:
        return
    for clause in spot.token.head.lefts:
        if (
            clause.tag_ in ("VBN", "VBG")
            and clause.dep_ in ("advcl", "acl", "ccomp", "dep")
            and not subjects(clause)
        ):
            for other in page.by_sentence.get(spot.sentence, ()):
                if (
                    other.index < spot.index
                    and other.mention.kind is not Kind.PRONOUN
                    and clause.is_ancestor(other.token)
                ):
                    yield other


def _sharing(verb: Token) -> Iterator[Token]:
    """The verb, and those that share its subject: "the firm bought it and closed it", "the firm wants to close it"."""
    yield verb
    has_object = any(child.dep_ == "dobj" for child in verb.children)
    for child in verb.children:
        shared = child.dep_ in ("conj", "acomp") or (child.dep_ == "xcomp" and not has_object)
        if shared and not subjects(child):
            yield from _sharing(child)


def _fillers(token: Token) -> Iterator[Token]:
    """The nouns of an argument, and those that a preposition ties to it or to the verb: "he heard of him", "details of it"."""
    if token.dep_ in ARGUMENTS:
        yield from conjuncts(token)
        token = next(
            (child for child in token.children if child.lower_ in CONTENT_PREPOSITIONS), token
        )
    if token.dep_ in ("prep", "agent", "dative") and token.lower_ not in ABOUT_ONESELF:
        for noun in token.children:
            if noun.dep_ == "pobj":
                yield from conjuncts(noun)


def _is_reflexive(spot: MentionNode) -> bool:
    return spot.pronoun is not None and spot.pronoun.use == "reflexive"


def _not_the_speaker(spot: MentionNode, page: Page, clusters: Clusters) -> None:
    """Nobody calls himself "he" in his own words."""
    speaker = page.quotes[spot.quote].speaker
    word = spot.pronoun
    if (
        word is not None
        and word.person == 3
        and word.use != "relative"
        and speaker is not None
        and speaker in page.index_of
    ):
        clusters.keep_apart(spot.index, page.index_of[speaker])
