"""The pass for descriptions of what was named: "the ministry", "the governor", "the company"."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from kg.lang.en import word_set, word_values
from kg.text.coref.clusters import Clusters
from kg.text.coref.document import Link, MentionDocument, MentionNode
from kg.text.coref.lexicon import CITY_NOUNS, COUNTRY_NOUNS, FIRM_NOUNS, NAME_WORDS_OF_NOUN
from kg.text.coref.names import words_of
from kg.text.coref.nominals import OPPOSED, is_anaphoric, modifiers
from kg.text.coref.salience import clear_winner, ranking

FIRM_WINDOW = 4  # sentences back in which "the company" looks for a firm
TITLE_WINDOW = 6  # sentences back in which "the minister" looks for the most salient minister
PLACE_WINDOW = 3  # sentences back in which "the country" and "the city" look for one
FIRMS = frozenset({"schema:Corporation", "schema:Organization", "schema:NewsMediaOrganization"})
COUNTRIES = frozenset({"schema:Country"})
CITIES = frozenset({"schema:City"})
NARROWING = frozenset().union(*OPPOSED) | word_set("adjectives", "coref-narrowing")
TITLES = word_values("names", "title-abbreviation")


def description_of_name(document: MentionDocument, clusters: Clusters) -> Iterator[Link]:
    """Yield a definite description and the name before it that it takes up."""
    nodes_of_word: dict[str, list[MentionNode]] = defaultdict(list)
    for node in document.nodes:
        if is_anaphoric(node):
            name = _name_before(node, nodes_of_word, document, clusters)
            if name is not None:
                yield name, node
        for word in _words(node):
            nodes_of_word[word].append(node)


def _words(node: MentionNode) -> Iterator[str]:
    """Yield the words under which later descriptions find a name, and the title before it."""
    if node.is_name:
        yield from words_of(node.mention.text)
        for word in title_words(node):
            yield _title(word)


def title_words(node: MentionNode) -> Iterator[str]:
    """Yield the words of the title before a name, short ones in full: "senator" for "Sen."."""
    for word in node.mention.title.lower().replace(".", "").split():
        yield TITLES.get(word, word)


def _title(word: str) -> str:
    """Return the key of a word in a title before a name."""
    return f"title:{word}"


def _name_before(
    node: MentionNode,
    nodes_of_word: Mapping[str, Sequence[MentionNode]],
    document: MentionDocument,
    clusters: Clusters,
) -> MentionNode | None:
    """Return the mention that a description takes up, None if there is none.

    It is found by a word of its name, by its title, or by its type.
    """
    candidates: set[MentionNode] = set()
    for word in NAME_WORDS_OF_NOUN.get(node.lemma, ()):
        candidates.update(nodes_of_word.get(word, ()))
    if not candidates and _may_be_one_person(node, clusters):
        candidates.update(nodes_of_word.get(_title(node.lemma), ()))
    if not candidates and not node.mention.plural:
        candidates.update(_only_one_of_noun(node, nodes_of_word, clusters))
    fitting = [other for other in sorted(candidates) if clusters.may_join(other, node)]
    if not fitting:
        return _by_type(node, document, clusters)
    return _likeliest(node, fitting, document, clusters)


def _likeliest(
    node: MentionNode,
    candidates: Sequence[MentionNode],
    document: MentionDocument,
    clusters: Clusters,
) -> MentionNode:
    """Return the clear winner of some mentions in text order, the last of them without one."""
    roots = set(map(clusters.root, candidates))
    if len(roots) > 1:
        near = ranking(
            node, document, clusters, TITLE_WINDOW, lambda other: clusters.root(other) in roots
        )
        winner = clear_winner(near)
        if winner is not None:
            return winner
    return candidates[-1]


def _only_one_of_noun(
    node: MentionNode, nodes_of_word: Mapping[str, Sequence[MentionNode]], clusters: Clusters
) -> Sequence[MentionNode]:
    """Return the names with the head noun of a description in them, if all are of one thing.

    "The palace" is the Belem Palace if no other palace was named.
    """
    if node.lemma in COUNTRY_NOUNS | CITY_NOUNS or len(modifiers(node)) > 1:
        return ()
    named = nodes_of_word.get(node.lemma, ())
    return named if len(set(map(clusters.root, named))) == 1 else ()


def _may_be_one_person(node: MentionNode, clusters: Clusters) -> bool:
    """Return whether a description may speak of one human."""
    if node.mention.plural:
        return False
    return clusters.attributes(node).may_be_person


def _by_type(
    node: MentionNode, document: MentionDocument, clusters: Clusters
) -> MentionNode | None:
    """Return the most salient firm, country or city for a noun that says the type only."""
    if node.mention.plural or node.mention.country:
        return None
    if modifiers(node) & NARROWING:
        return None
    if node.lemma in FIRM_NOUNS:
        return _most_salient(FIRMS, FIRM_WINDOW, node, document, clusters)
    if node.lemma in COUNTRY_NOUNS:
        return _most_salient(COUNTRIES, PLACE_WINDOW, node, document, clusters)
    if node.lemma in CITY_NOUNS:
        return _most_salient(CITIES, PLACE_WINDOW, node, document, clusters)
    return None


def _most_salient(
    types: frozenset[str],
    window: int,
    node: MentionNode,
    document: MentionDocument,
    clusters: Clusters,
) -> MentionNode | None:
    """Return the clear winner among the things of some classes before a node."""

    def fits(other: MentionNode) -> bool:
        return not types.isdisjoint(clusters.attributes(other).types)

    return clear_winner(ranking(node, document, clusters, window, fits))
