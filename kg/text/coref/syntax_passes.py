"""Passes that read coreference off the tree: appositions, "X is the founder of …", relative pronouns."""

from collections.abc import Iterator

from spacy.tokens import Token

from kg.lang.en import word_set
from kg.model import Kind
from kg.text.coref.clusters import Clusters
from kg.text.coref.constraints import names_its_head
from kg.text.coref.entity_types import EntityType
from kg.text.coref.positions import MentionNode, Page

DESCRIBING = frozenset({"appos", "attr", "conj"})
PRESENT, PAST = frozenset({"VBZ", "VBP"}), "VBD"
MODAL = "aux"
NONE_OF_THEM = word_set("function_words", "coref-no-single")
ARTICLES = word_set("function_words", "article")
CONDITIONAL = word_set("function_words", "coref-condition")
PERSONAL_RELATIVES = word_set("pronouns", "personal-relative")
HUMAN = frozenset({EntityType.PERSON, EntityType.GROUP})
MAX_APPOSITION = 12  # tokens between the heads of a name and its apposition


def appositions(page: Page, clusters: Clusters) -> Iterator[tuple[int, int]]:
    """A name and the description set beside it: "Ann Lee, a chemist", "his daughter, Mia", "the firm Acme"."""
    for spot in page.spots:
        token = spot.token
        if token.dep_ == "appos" or _is_title_noun(spot, page):
            for noun in _hosts(token.head):
                other = page.spot(noun)
                if (
                    other is not None
                    and _beside(spot, other)
                    and clusters.may_join(other.index, spot.index)
                ):
                    yield other.index, spot.index
                    break
        elif names_its_head(spot, page):
            yield page.spot_at[token.head.head.i].index, spot.index


def second_offices(page: Page, clusters: Clusters) -> Iterator[tuple[int, int]]:
    """Two descriptions of one person under one article: "the founder and chairman", "a senator and historian"."""
    for spot in page.spots:
        first = page.spot(spot.token.head)
        if spot.token.dep_ != "conj" or first is None or first.token.dep_ not in DESCRIBING:
            continue
        both = (first, spot)
        described = all(
            each.mention.kind is Kind.NOMINAL and clusters.profile(each.index).is_person
            for each in both
        )
        if (
            described
            and _has_article(first.token)
            and not any(child.dep_ in ("det", "poss") for child in spot.token.children)
        ):
            yield first.index, spot.index


def _has_article(token: Token) -> bool:
    return any(child.lower_ in ARTICLES for child in token.children)


def _is_title_noun(spot: MentionNode, page: Page) -> bool:
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


def _beside(a: MentionNode, b: MentionNode) -> bool:
    """True where one of the two is a description of the same sort of thing; two names beside each other are a list or a place."""
    kinds = {a.mention.kind, b.mention.kind}
    if (
        kinds not in ({Kind.NAME, Kind.NOMINAL}, {Kind.NOMINAL})
        or abs(a.token.i - b.token.i) > MAX_APPOSITION
    ):
        return False
    return not a.mention.plural or b.mention.plural or not b.mention.is_name


def predicates(page: Page, clusters: Clusters) -> Iterator[tuple[int, int]]:
    """Subject and predicate of an "is" that is neither denied nor doubted.

    A past "was" counts where the predicate is indefinite ("was a chemist"); "was the minister" may be somebody else today.
    """
    for spot in page.spots:
        verb = spot.token.head
        if (
            spot.token.dep_ != "attr"
            or not _asserts(verb, spot)
            or spot.mention.kind is not Kind.NOMINAL
        ):
            continue
        subject = next((child for child in verb.children if child.dep_ == "nsubj"), None)
        other = page.spot(subject) if subject is not None else None
        if other is not None and not _is_quantified(spot.token):
            yield other.index, spot.index


def _asserts(verb: Token, predicate: MentionNode) -> bool:
    """True for a form of "be" without a modal, negation, question or condition."""
    lasting = verb.tag_ in PRESENT or (verb.tag_ == PAST and not predicate.mention.definite)
    if verb.lemma_ != "be" or not lasting:
        return False
    blocked = any(
        child.dep_ in ("neg", MODAL) or child.lower_ in CONDITIONAL for child in verb.children
    )
    return not blocked and verb.doc[verb.sent.end - 1].text != "?"


def _is_quantified(token: Token) -> bool:
    """True for "no friend", "any member"."""
    return any(child.lower_ in NONE_OF_THEM for child in token.children)


def relative_pronouns(page: Page, clusters: Clusters) -> Iterator[tuple[int, int]]:
    """A relative pronoun and the noun that its clause modifies."""
    for spot in page.spots:
        word = spot.pronoun
        other = (
            _taken_up(spot, page, clusters) if word is not None and word.use == "relative" else None
        )
        if other is not None:
            yield other.index, spot.index


def _taken_up(spot: MentionNode, page: Page, clusters: Clusters) -> MentionNode | None:
    """The mention that a relative stands for: by the tree, or the name right before it where the tree has none that fits."""
    loose = spot.mention.text.lower() in (*PERSONAL_RELATIVES, "where")
    for noun in _hosts_of(spot, page, clusters):
        other = page.spot(noun)
        if other is not None and other.index < spot.index and _fits(other, spot, clusters):
            return other
        if (
            other is None
            and not loose
            and noun.dep_ != "appos"
            and noun.pos_ not in ("NUM", "PRON", "DET")
        ):
            return None
    return _name_before(spot, page, clusters)


def _name_before(spot: MentionNode, page: Page, clusters: Clusters) -> MentionNode | None:
    """A name that ends right before the relative, of a sort that it may take up."""
    other = page.spots[spot.index - 1] if spot.index else None
    gap = (
        page.article.text[other.mention.passage.end : spot.mention.passage.start]
        if other is not None
        else ""
    )
    fits = (
        other is not None
        and other.mention.is_name
        and gap in (" ", ", ")
        and _fits(other, spot, clusters)
    )
    return other if fits else None


def _hosts_of(spot: MentionNode, page: Page, clusters: Clusters) -> Iterator[Token]:
    """The nouns that a relative may take up; for "at Acme in Oslo, where" the organisation before the places around it."""
    nouns = list(_hosts(_modified(spot.token)))
    if spot.mention.text.lower() == "where":
        nouns = (
            nouns
            if any(page.spot(noun) for noun in nouns)
            else [other.token for other in _sites(spot, page, clusters)]
        )
        spots = {noun.i: page.spot(noun) for noun in nouns}
        nouns.sort(
            key=lambda noun: (
                (other := spots[noun.i]) is None
                or clusters.profile(other.index).sorts != {EntityType.ORGANIZATION}
            )
        )
    return iter(nouns)


def _sites(spot: MentionNode, page: Page, clusters: Clusters) -> Iterator[MentionNode]:
    """The places and organisations before "where" in its sentence, the last first: "left the bank in 1990, where he worked"."""
    for other in reversed(page.by_sentence[spot.sentence]):
        if (
            other.index < spot.index
            and other.mention.kind is not Kind.PRONOUN
            and clusters.may_join(other.index, spot.index)
        ):
            yield other


def _fits(other: MentionNode, relative: MentionNode, clusters: Clusters) -> bool:
    """True where "who" finds people and "which" finds none; "who" takes an organisation only where the parser must be right."""
    if not clusters.may_join(other.index, relative.index):
        return False
    if (
        relative.mention.text.lower() not in PERSONAL_RELATIVES
        or clusters.profile(other.index).sorts <= HUMAN
    ):
        return True
    return (
        other.mention.is_name
        and relative.mention.passage.start - other.mention.passage.end <= len(", ")
    )


def _hosts(noun: Token | None) -> Iterator[Token]:
    """The noun before a relative clause, then those that it depends on: "a pitcher in the league who" is about the pitcher."""
    while noun is not None:
        yield noun
        up = noun.head
        if noun.dep_ == "pobj" and up.dep_ == "prep" and up.head.pos_ in ("NOUN", "PROPN"):
            noun = up.head
        elif noun.dep_ == "attr" and up.lemma_ == "be":
            noun = next((child for child in up.children if child.dep_ == "nsubj"), None)
        elif noun.dep_ in ("conj", "appos") and up != noun:
            noun = up
        else:
            noun = None


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
