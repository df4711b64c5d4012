"""Passes for names: equal ones, those of one country, acronyms, parts of fuller names."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from kg import gazetteer
from kg.lang.en import word_set
from kg.text.coref.close_appositions import is_government
from kg.text.coref.clusters import Clusters
from kg.text.coref.document import Links, MentionDocument, MentionNode, Nodes, NodesOfWord
from kg.text.coref.entity_types import EntityType
from kg.text.coref.lexicon import Words
from kg.text.coref.names import Name, key_of, may_be_one, name_of
from kg.text.coref.namesakes import is_later_relative, length_of, likeliest, longest_name
from kg.text.coref.organization_names import fits_acronym

COUNTRY = "schema:Country"
DEFINING = word_set("phrases", "before-a-short-form")
DEFINITION_GAP = 5  # characters between a name and the acronym in brackets behind it


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
    """Yield all names and demonyms of one country, and its government."""
    first_of: dict[str, MentionNode] = {}
    for node in document.nodes:
        country = node.mention.country
        if not country or node.mention.type != COUNTRY:
            continue
        if not node.is_name and not is_government(node):
            continue
        yield first_of.setdefault(country, node), node


def defined_acronym(document: MentionDocument, clusters: Clusters) -> Links:
    """Yield a name and its short form in brackets right behind it, or the other way round."""
    for left, right in pairwise(_names(document)):
        gap = document.between(left, right)
        if gap.strip() not in DEFINING:
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
    roots = sorted(set(map(clusters.root, _names(document))))
    longest_first = sorted(roots, key=lambda root: -len(longest_name(root, clusters)))
    for short in longest_first:
        fuller = _fuller(short, nodes_of_word, clusters)
        for other in fuller:
            if is_later_relative(other, short, clusters):
                clusters.forbid_link(other, short)
        joinable: Nodes = [other for other in fuller if clusters.may_join(other, short)]
        if len(joinable) > 1:
            joinable = likeliest(joinable, short, document, clusters)
        if len(joinable) == 1:
            yield joinable[0], short


def _fuller(short: MentionNode, nodes_of_word: NodesOfWord, clusters: Clusters) -> Nodes:
    """Return the clusters with a longer name that may be of the same thing, in text order."""
    name = longest_name(short, clusters)
    candidates: set[MentionNode] = set()
    for key in _keys(name):
        nodes = nodes_of_word.get(key, ())
        candidates.update(map(clusters.root, nodes))
    candidates.discard(clusters.root(short))
    return [other for other in sorted(candidates) if _is_fuller(other, short, clusters)]


def _is_fuller(full: MentionNode, short: MentionNode, clusters: Clusters) -> bool:
    """Return whether a cluster has a longer name than another, and they may be one thing."""
    full_name = longest_name(full, clusters)
    short_name = longest_name(short, clusters)
    if length_of(full_name) <= length_of(short_name):
        return False
    if not may_be_one(full_name, short_name):
        return False
    return clusters.may_join(full, short)


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


def _names(document: MentionDocument) -> Iterator[MentionNode]:
    """Yield the names of the article, in text order; one without a word in it is none."""
    for node in document.nodes:
        if not node.is_name:
            continue
        if name_of(node.mention).words:
            yield node
