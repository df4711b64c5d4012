"""Passes for descriptions: "the diplomats" again, "the ministry" for a ministry named before."""

from collections import defaultdict
from collections.abc import Iterator, Sequence, Set

from spacy.tokens import Token

from kg.lang.en import word_set
from kg.model import Kind
from kg.text.coref.clusters import Clusters
from kg.text.coref.document import MentionDocument, MentionNode
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
from kg.text.coref.salience import clear_winner, ranking
from kg.text.parse import is_inside_phrase, possessor

FIRM_WINDOW = 4  # sentences back in which "the company" looks for a firm
MAX_EARLIER = 6  # earlier mentions with the same head noun that are looked at
LEAD = 2  # sentences from the first on that may introduce what the headline speaks of
LONG_DESCRIPTION = 3  # words from which on the very same words are the same thing
PLACE_WINDOW = 3  # sentences back in which "the country" and "the city" look for one
FIRMS = frozenset({"schema:Corporation", "schema:Organization", "schema:NewsMediaOrganization"})
# Modifiers that make two descriptions two things.
DIRECTIONS = word_set("adjectives", "opposed-direction")
RANKS = word_set("adjectives", "opposed-rank")
AGES = word_set("adjectives", "opposed-age")
TENURES = word_set("adjectives", "opposed-tenure")
OPPOSED = (DIRECTIONS, RANKS, AGES, TENURES)
NARROWING = frozenset().union(*OPPOSED) | word_set("adjectives", "coref-narrowing")
DIFFERENT = word_set("adjectives", "coref-different")


def is_anaphoric(node: MentionNode) -> bool:
    """Return whether a mention is a definite description that nothing after it completes.

    "The ministry" is one; "the ministry of defence" says itself which one is meant.
    """
    if node.mention.kind is not Kind.NOMINAL:
        return False
    determiners = {child.lower_ for child in node.token.lefts if child.dep_ == "det"}
    is_definite = bool(determiners & DEMONSTRATIVES)
    return is_definite and not any(_completes(child) for child in node.token.rights)


def _completes(child: Token) -> bool:
    """Return whether a child is "of …" or a relative clause that no comma cuts off."""
    if child.dep_ in ("relcl", "acl"):
        start = child.left_edge.i
        return start == 0 or child.doc[start - 1].text != ","
    return child.lower_ == "of"


def same_description(document: MentionDocument, clusters: Clusters) -> Iterator[tuple[int, int]]:
    """Yield a definite description and the last mention before it with the same head noun.

    Their modifiers must agree. Without an article, too: a long description in the very same words,
    and one that the headline gives in short.
    """
    described: dict[str, list[MentionNode]] = defaultdict(list)
    for node in document.nodes:
        if node.mention.kind is not Kind.NOMINAL or not node.mention.noun:
            continue
        earlier = described[node.lemma]
        for other in reversed(earlier[-MAX_EARLIER:]):
            if _repeats(node, other, document, clusters):
                yield other.index, node.index
                break
        earlier.append(node)


def same_owner(document: MentionDocument, clusters: Clusters) -> Iterator[tuple[int, int]]:
    """Yield "her brother" again, once the pronouns are known.

    One owner has one of the kind, whatever words speak of the owner.
    """
    last: dict[tuple[str, int], int] = {}
    for node in document.nodes:
        owner = _owner(node, document)
        if owner is None:
            continue
        key = (node.lemma, clusters.root(owner.index))
        if key in last and _modifiers_agree(node, document.nodes[last[key]]):
            yield last[key], node.index
        last[key] = node.index


def _owner(node: MentionNode, document: MentionDocument) -> MentionNode | None:
    """Return the mention of the owner of what a description speaks of, None without one."""
    owner = possessor(node.token) if node.mention.kind is Kind.NOMINAL else None
    return document.node_of(owner) if owner is not None else None


def _repeats(
    node: MentionNode, other: MentionNode, document: MentionDocument, clusters: Clusters
) -> bool:
    """Return whether a description speaks of the thing of an earlier one again."""
    if is_pair(node) or not clusters.may_join(other.index, node.index):
        return False
    if not _owners_agree(node, other, document, clusters):
        return False
    if _is_same_long_description(node, other):
        return True
    if is_anaphoric(node) or possessor(node.token) is not None:
        return _modifiers_agree(node, other)
    is_in_lead = node.sentence < document.first_sentence + LEAD
    return is_in_lead and document.is_in_front(other) and _modifiers_agree(other, node)


def _is_same_long_description(node: MentionNode, other: MentionNode) -> bool:
    """Return whether two descriptions are the very same words, and not few."""
    words = node.mention.text.lower()
    return words == other.mention.text.lower() and len(words.split()) >= LONG_DESCRIPTION


def _owners_agree(
    node: MentionNode, other: MentionNode, document: MentionDocument, clusters: Clusters
) -> bool:
    """Return whether both descriptions name the same owner, or the later one names none."""
    later, earlier = possessor(node.token), possessor(other.token)
    if later is None:
        return True
    if earlier is None:
        return False
    a, b = document.node_of(later), document.node_of(earlier)
    if a is None or b is None:
        return False
    return clusters.together(a.index, b.index)


def _modifiers_agree(node: MentionNode, other: MentionNode) -> bool:
    """Return whether a description adds nothing to an earlier one and contradicts nothing in it."""
    earlier = _modifiers(other)
    # "war-torn", "Oslo-based" only describe
    later = {word for word in _modifiers(node) if "-" not in word} - EPITHETS
    if later & DIFFERENT or any(_are_opposed(later, earlier, group) for group in OPPOSED):
        return False
    return later <= earlier


def _are_opposed(later: Set[str], earlier: Set[str], group: frozenset[str]) -> bool:
    """Return whether both have modifiers of a group, but none in common."""
    return bool(later & group and earlier & group) and not later & earlier & group


def _modifiers(node: MentionNode) -> frozenset[str]:
    """Return the words before the head of a description, in small letters."""
    modifiers = [child for child in node.token.lefts if is_inside_phrase(child)]
    return frozenset(child.lower_ for child in modifiers if not child.is_punct)


def description_of_name(document: MentionDocument, clusters: Clusters) -> Iterator[tuple[int, int]]:
    """Yield a definite description and the name before it that it takes up."""
    nodes_of_word: dict[str, list[int]] = defaultdict(list)
    for node in document.nodes:
        if is_anaphoric(node):
            name = _name_before(node, nodes_of_word, document, clusters)
            if name is not None:
                yield name, node.index
        for word in _words(node):
            nodes_of_word[word].append(node.index)


def _words(node: MentionNode) -> tuple[str, ...]:
    """Return the words under which later descriptions find a name, and the title before it."""
    if not node.mention.is_name:
        return ()
    title = tuple(node.mention.title.lower().split())
    return (*words_of(node.mention.text), *(f"title:{word}" for word in title))


def _name_before(
    node: MentionNode,
    nodes_of_word: dict[str, list[int]],
    document: MentionDocument,
    clusters: Clusters,
) -> int | None:
    """Return the mention that a description takes up, None if there is none.

    It is found by a word of its name, by its title, or by its type.
    """
    candidates: list[int] = []
    for word in sorted(NAME_WORDS_OF_NOUN.get(node.lemma, frozenset())):
        candidates += nodes_of_word[word]
    if not candidates and _may_be_one_person(node, clusters):
        candidates = nodes_of_word[f"title:{node.lemma}"]
    joinable = _last_joinable(candidates, node, clusters)
    return joinable if joinable is not None else _by_type(node, document, clusters)


def _may_be_one_person(node: MentionNode, clusters: Clusters) -> bool:
    entity_types = clusters.attributes(node.index).entity_types
    return EntityType.PERSON in entity_types and not node.mention.plural


def _last_joinable(candidates: Sequence[int], node: MentionNode, clusters: Clusters) -> int | None:
    """Return the last of some mentions that may be one with a node, None without one."""
    for index in sorted(set(candidates), reverse=True):
        if clusters.may_join(index, node.index):
            return index
    return None


def _by_type(node: MentionNode, document: MentionDocument, clusters: Clusters) -> int | None:
    """Return the most salient firm, country or city for a noun that says the type only."""
    is_particular = node.mention.country or _modifiers(node) & NARROWING
    if node.mention.plural or is_particular:
        return None
    if node.lemma in FIRM_NOUNS:
        return _most_salient(FIRMS, FIRM_WINDOW, node, document, clusters)
    if node.lemma in COUNTRY_NOUNS:
        types = frozenset({"schema:Country"})
        return _most_salient(types, PLACE_WINDOW, node, document, clusters)
    if node.lemma in CITY_NOUNS:
        types = frozenset({"schema:City"})
        return _most_salient(types, PLACE_WINDOW, node, document, clusters)
    return None


def _most_salient(
    types: frozenset[str],
    window: int,
    node: MentionNode,
    document: MentionDocument,
    clusters: Clusters,
) -> int | None:
    """Return the clear winner among the things of some classes before a node."""

    def fits(other: MentionNode) -> bool:
        return bool(clusters.attributes(other.index).types & types)

    return clear_winner(ranking(node, document, clusters, window, fits))
