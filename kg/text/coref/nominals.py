"""Passes for descriptions: "the diplomats" again, "the ministry" for a ministry named before, "the company", "the country"."""

from collections import defaultdict
from collections.abc import Iterator

from spacy.tokens import Token

from kg.lang.en import word_set
from kg.model import Kind
from kg.text.coref.clusters import Clusters
from kg.text.coref.entity_types import EntityType
from kg.text.coref.groups import is_pair
from kg.text.coref.lexicon import (
    CITY_NOUNS,
    COUNTRY_NOUNS,
    DEMONSTRATIVES,
    EPITHETS,
    FIRM_NOUNS,
    NAME_WORDS_OF_NOUN,
)
from kg.text.coref.names import words_of
from kg.text.coref.positions import MentionNode, Page
from kg.text.coref.salience import clear_winner, ranking

FIRM_WINDOW = 4  # sentences back in which "the company" looks for a firm
MAX_EARLIER = 6  # earlier mentions with the same head noun that are looked at
LEAD = 2  # sentences from the first on that may introduce what the headline speaks of
LONG_DESCRIPTION = 3  # words from which on the very same words are the same thing
PLACE_WINDOW = 3  # the same for "the country" and "the city"
FIRMS = frozenset({"schema:Corporation", "schema:Organization", "schema:NewsMediaOrganization"})
# Modifiers that make two descriptions two things.
DIRECTIONS = word_set("adjectives", "opposed-direction")
RANKS = word_set("adjectives", "opposed-rank")
AGES = word_set("adjectives", "opposed-age")
TENURES = word_set("adjectives", "opposed-tenure")
OPPOSED = (DIRECTIONS, RANKS, AGES, TENURES)
NARROWING_WORDS = word_set("adjectives", "coref-narrowing")
NARROWING = frozenset().union(*OPPOSED) | NARROWING_WORDS
DIFFERENT = word_set("adjectives", "coref-different")


def is_anaphoric(spot: MentionNode) -> bool:
    """True for a definite description without anything after it that would tell which one is meant."""
    if spot.mention.kind is not Kind.NOMINAL:
        return False
    starts = {child.lower_ for child in spot.token.lefts if child.dep_ == "det"}
    return bool(starts & DEMONSTRATIVES) and not any(
        _tells_which(child) for child in spot.token.rights
    )


def _tells_which(child: Token) -> bool:
    """True for what makes a description full: "of …" and a relative clause that no comma cuts off."""
    if child.dep_ in ("relcl", "acl"):
        return child.left_edge.i == 0 or child.doc[child.left_edge.i - 1].text != ","
    return child.lower_ == "of"


def same_description(page: Page, clusters: Clusters) -> Iterator[tuple[int, int]]:
    """A definite description and the last mention before it with the same head noun, modifiers allowing.

    Without an article, too: a long description in the very same words, and one that the headline gives in short.
    """
    last: dict[str, list[MentionNode]] = defaultdict(list)
    for spot in page.spots:
        if spot.mention.kind is not Kind.NOMINAL or not spot.mention.noun:
            continue
        earlier = last[spot.token.lemma_.lower()]
        found = next(
            (
                other
                for other in reversed(earlier[-MAX_EARLIER:])
                if _repeats(spot, other, page, clusters)
            ),
            None,
        )
        if found is not None:
            yield found.index, spot.index
        earlier.append(spot)


def same_owner(page: Page, clusters: Clusters) -> Iterator[tuple[int, int]]:
    """ "Her brother" again, once the pronouns are known: one owner has one of the kind, whatever words speak of the owner."""
    last: dict[tuple[str, int], int] = {}
    for spot in page.spots:
        owner = _owner(spot) if spot.mention.kind is Kind.NOMINAL else None
        other = page.spot(owner) if owner is not None else None
        if other is None:
            continue
        key = (spot.token.lemma_.lower(), clusters.root(other.index))
        if key in last and _modifiers_agree(spot, page.spots[last[key]]):
            yield last[key], spot.index
        last[key] = spot.index


def _repeats(spot: MentionNode, other: MentionNode, page: Page, clusters: Clusters) -> bool:
    """True where the later description speaks of the thing of the earlier one again."""
    if (
        is_pair(spot)
        or not clusters.may_join(other.index, spot.index)
        or not _owners_agree(spot, other, page, clusters)
    ):
        return False
    if (
        spot.mention.text.lower() == other.mention.text.lower()
        and len(spot.mention.text.split()) >= LONG_DESCRIPTION
    ):
        return True
    if is_anaphoric(spot) or _owner(spot) is not None:
        return _modifiers_agree(spot, other)
    return (
        _in_front(other, page)
        and spot.sentence < page.first_sentence + LEAD
        and _modifiers_agree(other, spot)
    )


def _in_front(spot: MentionNode, page: Page) -> bool:
    """True for a mention in the headline or what stands around it."""
    return any(passage.covers(spot.mention.passage) for passage in page.article.front)


def _owner(spot: MentionNode) -> Token | None:
    return next((child for child in spot.token.lefts if child.dep_ == "poss"), None)


def _owners_agree(spot: MentionNode, other: MentionNode, page: Page, clusters: Clusters) -> bool:
    """True where neither says whose it is, or both name the same owner, or only the first did."""
    mine, theirs = _owner(spot), _owner(other)
    if mine is None:
        return True
    if theirs is None:
        return False
    a, b = page.spot(mine), page.spot(theirs)
    return a is not None and b is not None and clusters.together(a.index, b.index)


def _modifiers_agree(spot: MentionNode, other: MentionNode) -> bool:
    """True where the description adds nothing that the mention before it did not say, and nothing in them is opposed."""
    mine, theirs = _modifiers(spot), _modifiers(other)
    mine = (
        frozenset(word for word in mine if "-" not in word) - EPITHETS
    )  # "war-torn", "Oslo-based" only describe
    if mine & DIFFERENT or any(
        mine & group and theirs & group and not mine & theirs & group for group in OPPOSED
    ):
        return False
    return mine <= theirs


def _modifiers(spot: MentionNode) -> frozenset[str]:
    return frozenset(
        child.lower_
        for child in spot.token.lefts
        if child.dep_ in ("amod", "compound", "nmod") and not child.is_punct
    )


def description_of_name(page: Page, clusters: Clusters) -> Iterator[tuple[int, int]]:
    """A definite description and the name before it that it takes up."""
    named: dict[str, list[int]] = defaultdict(list)
    for spot in page.spots:
        if is_anaphoric(spot):
            found = _named_before(spot, named, page, clusters)
            if found is not None:
                yield found, spot.index
        for word in _words(spot):
            named[word].append(spot.index)


def _words(spot: MentionNode) -> tuple[str, ...]:
    """The words under which later descriptions find a mention: those of a name, and of the title before it."""
    if not spot.mention.is_name:
        return ()
    title = tuple(spot.mention.title.lower().split())
    return (*words_of(spot.mention.text), *(f"title:{word}" for word in title))


def _named_before(
    spot: MentionNode, named: dict[str, list[int]], page: Page, clusters: Clusters
) -> int | None:
    """The mention that the description takes up: by a word of its name, by its title, or by its sort."""
    noun = spot.token.lemma_.lower()
    wanted = NAME_WORDS_OF_NOUN.get(noun, frozenset())
    found = [index for word in sorted(wanted) for index in named[word]]
    if EntityType.PERSON in clusters.profile(spot.index).sorts and not spot.mention.plural:
        found = found or named[f"title:{noun}"]
    for index in sorted(set(found), reverse=True):
        if clusters.may_join(index, spot.index):
            return index
    return _by_sort(noun, spot, page, clusters)


def _by_sort(noun: str, spot: MentionNode, page: Page, clusters: Clusters) -> int | None:
    """The most salient firm, country or city for a noun that names the sort only."""
    if spot.mention.plural or spot.mention.country or _modifiers(spot) & NARROWING:
        return None
    if noun in FIRM_NOUNS:
        types, window = FIRMS, FIRM_WINDOW
    elif noun in COUNTRY_NOUNS:
        types, window = frozenset({"schema:Country"}), PLACE_WINDOW
    elif noun in CITY_NOUNS:
        types, window = frozenset({"schema:City"}), PLACE_WINDOW
    else:
        return None
    return clear_winner(
        ranking(
            spot,
            page,
            clusters,
            window,
            lambda other: bool(clusters.profile(other.index).types & types),
        )
    )
