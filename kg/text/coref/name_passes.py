"""Passes for names: equal ones, those of one country, acronyms, parts of fuller names."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from spacy.tokens import Token

from kg import gazetteer
from kg.lang.en import word_set
from kg.text.coref.clusters import Clusters
from kg.text.coref.document import Links, MentionDocument, MentionNode, Nodes, NodesOfWord
from kg.text.coref.entity_types import EntityType
from kg.text.coref.lexicon import Words
from kg.text.coref.names import Name, key_of, may_be_one, name_of
from kg.text.coref.organization_names import fits_acronym
from kg.text.parse import children_with, governor_of, possessor
from kg.text.parse.labels import COMPOUNDS

COUNTRY = "schema:Country"
DOMINANCE = 2  # times as many mentions as any other full name
DEFINITION_GAP = 3  # characters between a name and the acronym in brackets behind it
KIN = frozenset().union(
    word_set("nouns", "kin-partner"),
    word_set("nouns", "kin-child"),
    word_set("nouns", "kin-parent-or-sibling"),
    word_set("nouns", "kin-of-group"),
)


def same_name(document: MentionDocument, clusters: Clusters) -> Links:
    """Yield names that are written alike, legal forms and honorifics aside."""
    firsts_of: dict[Words, list[MentionNode]] = defaultdict(list)
    for node in _names(document):
        name = name_of(node.mention)
        firsts = firsts_of[key_of(name)]
        for first in firsts:
            yield first, node
        is_joined = any(clusters.together(first, node) for first in firsts)
        if not is_joined:
            firsts.append(node)


def same_country(document: MentionDocument, clusters: Clusters) -> Links:
    """Yield all names and demonyms of one country."""
    first_of: dict[str, MentionNode] = {}
    for node in _names(document):
        country = node.mention.country
        if not country or node.mention.type != COUNTRY:
            continue
        yield first_of.setdefault(country, node), node


def defined_acronym(document: MentionDocument, clusters: Clusters) -> Links:
    """Yield a name and its short form in brackets right behind it, or the other way round."""
    for left, right in pairwise(_names(document)):
        gap = document.between(left, right)
        if gap.strip() != "(":
            continue
        if len(gap) > DEFINITION_GAP:
            continue
        if _defines(left, right):
            yield left, right


def _defines(left: MentionNode, right: MentionNode) -> bool:
    """Return whether one of the names is short for the other."""
    names = (name_of(left.mention), name_of(right.mention))
    short, full = sorted(names, key=len)
    if not short.is_acronym:
        return False
    types = {name.entity_type for name in names}
    if EntityType.PERSON in types:
        return False
    letters = short.letters
    if fits_acronym(letters, full.words) or _is_foreign(short, full):
        return True
    if letters[0] != full.words[0][0]:
        return False
    return len(full) >= len(letters) - 1


def _is_foreign(short: Name, full: Name) -> bool:
    """Return whether an acronym behind the name of a body is of its name in another language."""
    if len(full) == 1:
        return False
    if gazetteer.organization(short.text):
        return False
    if gazetteer.country(short.text):
        return False
    types = {short.entity_type, full.entity_type}
    return types == {EntityType.ORGANIZATION}


def part_of_name(document: MentionDocument, clusters: Clusters) -> Links:
    """Yield a shorter form of a name and the one fuller name that it can be short for.

    If there are several, the shorter form is taken for the one that stands before its first use, if
    that is only one; for an organisation else for the one that the article speaks of most, if it is
    far ahead; for a person for the one whom the article begins with.
    """
    nodes_of_word = _nodes_of_word(document)
    roots = set(map(clusters.root, _names(document)))
    for short in sorted(roots):
        fuller = _fuller(short, nodes_of_word, clusters)
        fuller = [other for other in fuller if not _is_later_relative(other, short, clusters)]
        if len(fuller) > 1:
            fuller = _likeliest(fuller, short, document, clusters)
        if len(fuller) == 1:
            yield fuller[0], short


def _likeliest(
    fuller: Nodes,
    short: MentionNode,
    document: MentionDocument,
    clusters: Clusters,
) -> Nodes:
    """Return those of several fuller names that a shorter form is most likely short for.

    A surname is that of the person whom the article is about, not of a relative.
    """
    entity_type = _longest(short, clusters).entity_type
    if entity_type is EntityType.PERSON:
        fuller = [other for other in fuller if not _is_introduced_as_kin(other, clusters)]
    before = [other for other in fuller if other < short]
    if not before and document.is_in_front(short):
        before = [other for other in fuller if _leads(other, document)]
    if len(before) <= 1:
        return before
    if entity_type is EntityType.ORGANIZATION:
        return _dominant(before, clusters)
    if entity_type is EntityType.PERSON:
        return [other for other in before if _leads(other, document)]
    return before


def _is_later_relative(full: MentionNode, short: MentionNode, clusters: Clusters) -> bool:
    """Return whether a full name only comes in as a relative, after the short one was used.

    "Vance" is another in "Vance left. His wife, Eva Vance, stayed."
    """
    if not short < full:
        return False
    return _is_introduced_as_kin(full, clusters)


def _leads(node: MentionNode, document: MentionDocument) -> bool:
    """Return whether a mention stands in the headline or the first sentence."""
    return node.sentence <= document.first_sentence


def _dominant(candidates: Nodes, clusters: Clusters) -> Nodes:
    """Return the one candidate with far more mentions than any other, or none."""

    def mentions(candidate: MentionNode) -> int:
        return len(clusters.members(candidate))

    first, second, *_ = sorted(candidates, key=mentions, reverse=True)
    if mentions(first) < DOMINANCE * mentions(second):
        return ()
    return (first,)


def _fuller(short: MentionNode, nodes_of_word: NodesOfWord, clusters: Clusters) -> Nodes:
    """Return the clusters with a longer name that may be of the same thing, in text order."""
    name = _longest(short, clusters)
    candidates: set[MentionNode] = set()
    for key in _keys(name):
        nodes = nodes_of_word.get(key, ())
        candidates.update(map(clusters.root, nodes))
    candidates.discard(clusters.root(short))
    return [other for other in sorted(candidates) if _is_fuller(other, short, clusters)]


def _is_fuller(full: MentionNode, short: MentionNode, clusters: Clusters) -> bool:
    """Return whether a cluster has a longer name than another, and they may be one thing."""
    full_name = _longest(full, clusters)
    short_name = _longest(short, clusters)
    if _length(full_name) <= _length(short_name):
        return False
    if not may_be_one(full_name, short_name):
        return False
    return clusters.may_join(full, short)


def _length(name: Name) -> tuple[int, int]:
    """Return the key by which names are compared in length: words first, then signs."""
    return len(name), len(name.text)


def _fullness(name: Name) -> tuple[int, int, str]:
    """Return the key by which the fullest name is found; of like ones the last in the alphabet."""
    words, signs = _length(name)
    return words, signs, name.text


def _keys(name: Name) -> Iterator[str]:
    """Yield the keys under which a name finds fuller ones.

    They are its words; for an acronym its first letter, and the one behind "US" in it, too.
    """
    yield from name.words
    if name.is_acronym:
        yield _initial_key(name.letters)
        behind_country = name.letters[2:]
        if behind_country:
            yield _initial_key(behind_country)


def _initial_key(word: str) -> str:
    """Return the key under which names of several words are found by their initial."""
    return f"{word[:1]}."


def _nodes_of_word(document: MentionDocument) -> NodesOfWord:
    """Return mentions by each word of their names, names of several words by their initial, too."""
    nodes_of: dict[str, list[MentionNode]] = defaultdict(list)
    for node in _names(document):
        for key in _keys_of_full(name_of(node.mention)):
            nodes_of[key].append(node)
    return nodes_of


def _keys_of_full(name: Name) -> set[str]:
    """Return the keys under which a name is found by shorter ones."""
    keys = set(name.words)
    if len(name) > 1:
        first = name.words[0]
        keys.add(_initial_key(first))
    return keys


def _longest(node: MentionNode, clusters: Clusters) -> Name:
    """Return the name of a cluster with the most words."""
    names = clusters.attributes(node).names
    return max(names, key=_fullness)


def _names(document: MentionDocument) -> Iterator[MentionNode]:
    """Yield the names of the article, in text order; one without a word in it is none."""
    for node in document.nodes:
        if not node.is_name:
            continue
        if name_of(node.mention).words:
            yield node


def _is_introduced_as_kin(node: MentionNode, clusters: Clusters) -> bool:
    """Return whether the first name of a person stands beside what that person is to another.

    In "Eva Lee, widow of Tom Lee", it is Tom who is named only as a relative.
    """
    names = [member for member in clusters.members(node) if member.is_name]
    first = names[0] if names else node
    token = first.token
    widow = governor_of(token, "of")
    if widow is not None and widow.lemma_.lower() in KIN:
        return True
    beside = list(children_with(token, "appos"))
    beside += children_with(token, *COMPOUNDS)
    if token.dep_ == "appos":
        beside.append(token.head)
    return any(map(_is_somebodys_kin, beside))


def _is_somebodys_kin(noun: Token) -> bool:
    """Return whether a noun is "his wife" or "Lund's brother", or "wife" before a name."""
    if noun.lemma_.lower() not in KIN:
        return False
    if possessor(noun) is not None:
        return True
    return possessor(noun.head) is not None
