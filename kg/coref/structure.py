"""Passes that read coreference off the tree: appositions, "X is the founder of …", relative pronouns."""

from collections.abc import Iterator

from spacy.tokens import Token

from kg.coref.clusters import Clusters
from kg.coref.lexicon import Sort
from kg.coref.page import Page, Spot
from kg.model import Kind

SAME_NAME_MARKS = ("also known as", "known as", "better known as", "born", "née", "nee")
PRESENT = frozenset({"VBZ", "VBP"})
MODAL = "aux"
INDEFINITE_SCOPE = frozenset("no not never n't any every each neither nor hardly".split())
HUMAN = frozenset({Sort.PERSON, Sort.GROUP})
MAX_APPOSITION = 12  # tokens between the heads of a name and its apposition


def appositions(page: Page, clusters: Clusters) -> Iterator[tuple[int, int]]:
    """A name and the description set beside it: "Ann Lee, a chemist", "his daughter, Mia", "the firm Acme"."""
    for spot in page.spots:
        token = spot.token
        if token.dep_ == "appos" or _is_title_noun(spot, page):
            other = page.spot(token.head)
            if other is not None and _beside(spot, other):
                yield other.index, spot.index


def _is_title_noun(spot: Spot, page: Page) -> bool:
    """True for a description right before the name that it belongs to ("his three-year-old daughter Mia")."""
    token = spot.token
    other = page.spot(token.head)
    return (
        token.dep_ in ("compound", "nmod")
        and spot.mention.kind is Kind.NOMINAL
        and other is not None
        and other.mention.is_name
        and other.mention.passage.start == spot.mention.passage.end + 1
    )


def _beside(a: Spot, b: Spot) -> bool:
    """True where one of the two is a description of the same sort of thing; two names beside each other are a list or a place."""
    kinds = {a.mention.kind, b.mention.kind}
    if kinds not in ({Kind.NAME, Kind.NOMINAL}, {Kind.NOMINAL}) or abs(a.token.i - b.token.i) > MAX_APPOSITION:
        return False
    return not a.mention.plural or b.mention.plural or not b.mention.is_name


def predicates(page: Page, clusters: Clusters) -> Iterator[tuple[int, int]]:
    """Subject and predicate of a present "is" that is neither denied nor doubted."""
    for spot in page.spots:
        verb = spot.token.head
        if spot.token.dep_ != "attr" or not _asserts(verb) or spot.mention.kind is not Kind.NOMINAL:
            continue
        subject = next((child for child in verb.children if child.dep_ == "nsubj"), None)
        other = page.spot(subject) if subject is not None else None
        if other is not None and not _is_quantified(spot.token):
            yield other.index, spot.index


def _asserts(verb: Token) -> bool:
    """True for "is" and "are" without a modal, negation, question or condition."""
    if verb.lemma_ != "be" or verb.tag_ not in PRESENT:
        return False
    blocked = any(child.dep_ in ("neg", MODAL) or child.lower_ in ("if", "whether", "unless") for child in verb.children)
    return not blocked and verb.doc[verb.sent.end - 1].text != "?"


def _is_quantified(token: Token) -> bool:
    """True for "no friend", "any member"."""
    return any(child.lower_ in INDEFINITE_SCOPE for child in token.children)


def relative_pronouns(page: Page, clusters: Clusters) -> Iterator[tuple[int, int]]:
    """A relative pronoun and the noun that its clause modifies."""
    for spot in page.spots:
        word = spot.pronoun
        if word is None or word.use != "relative":
            continue
        noun = _modified(spot.token)
        other = page.spot(noun) if noun is not None else None
        if other is not None and other.index < spot.index:
            yield other.index, spot.index


def _modified(pronoun: Token) -> Token | None:
    """The noun before the relative clause that the pronoun opens."""
    token = pronoun
    while token.head != token:
        if token.dep_ == "relcl":
            return token.head if token.head.i < pronoun.i else None
        if token.dep_ in ("ccomp", "advcl", "csubj") and token.i < pronoun.i:
            return None
        token = token.head
    return None
