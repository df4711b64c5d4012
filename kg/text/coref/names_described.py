"""The pass for descriptions of what was named: "the ministry", "the governor", "the company"."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from kg.lang.en import word_set, word_values
from kg.text.coref.clusters import Clusters
from kg.text.coref.document import (
    Links,
    MentionDocument,
    MentionNode,
    Nodes,
)
from kg.text.coref.lexicon import (
    CITY_NOUNS,
    COUNTRY_NOUNS,
    FIRM_NOUNS,
    NAME_WORDS_OF_NOUN,
    NOUNS_OF_NO_FIRM,
    TEAM_NOUNS,
)
from kg.text.coref.names import words_of
from kg.text.coref.nominals import (
    OPPOSED,
    is_anaphoric,
    modifiers,
)
from kg.text.coref.salience import clear_winner, ranking
from kg.text.parse import is_inside_phrase
from kg.text.parse.labels import SINGULARS

FIRM_WINDOW = 4  # sentences back in which "the company" looks for a firm
TITLE_WINDOW = 6  # sentences back in which "the minister" looks for the most salient minister
PLACE_WINDOW = 3  # sentences back in which "the country" and "the city" look for one
FIRMS = frozenset({"schema:Corporation", "schema:Organization", "schema:NewsMediaOrganization"})
TEAMS = frozenset({"schema:SportsTeam"})
COUNTRIES = frozenset({"schema:Country"})
CITIES = frozenset({"schema:City"})
NARROWING = frozenset().union(*OPPOSED) | word_set("adjectives", "coref-narrowing")
TITLES = word_values("names", "title-abbreviation")
# What a noun that says the type only takes up, and how far back.
TYPES_OF_NOUNS = (
    (FIRM_NOUNS, FIRMS, FIRM_WINDOW),
    (TEAM_NOUNS, TEAMS, FIRM_WINDOW),
    (COUNTRY_NOUNS, COUNTRIES, PLACE_WINDOW),
    (CITY_NOUNS, CITIES, PLACE_WINDOW),
)


def description_of_name(document: MentionDocument, clusters: Clusters) -> Links:
    """Yield a definite description and the name before it that it takes up."""
    names = _NamesBefore(document, clusters)
    for node in document.nodes:
        if is_anaphoric(node):
            name = names.described_by(node)
            if name is not None:
                yield name, node
        for word in _words(node):
            names.nodes_of_word[word].append(node)


def _words(node: MentionNode) -> Iterator[str]:
    """Yield the words under which later descriptions find a name, and the title before it.

    Short titles count in full: "senator" for "Sen.".
    """
    if not node.is_name:
        return
    yield from words_of(node.mention.text)
    title = node.mention.title.lower().replace(".", "")
    for word in title.split():
        full = TITLES.get(word, word)
        yield _title(full)
    yield from map(_noun, _nouns_beside(node))


def _nouns_beside(name: MentionNode) -> Iterator[str]:
    """Yield the noun right before a name, "operator" in "ferry operator Acme"."""
    first = name.token.doc.char_span(name.passage.start, name.passage.end, alignment_mode="expand")
    if first is None or first.start == 0:
        return
    before = name.token.doc[first.start - 1]
    if before.pos_ == "NOUN" and before.tag_ in SINGULARS:
        yield before.lemma_.lower()


def _noun(lemma: str) -> str:
    """Return the key of a noun beside a name."""
    return f"noun:{lemma}"


def _title(word: str) -> str:
    """Return the key of a word in a title before a name."""
    return f"title:{word}"


def _has_other_field(name: MentionNode, description: MentionNode) -> bool:
    """Return whether a title has another field: "Health Minister X", "the labour minister"."""
    *fields, _ = name.mention.title.lower().split()
    wanted = modifiers(description)
    return bool(fields and wanted) and wanted.isdisjoint(fields)


@dataclass
class _NamesBefore:
    """The names before the description that is looked at, by their words and titles."""

    document: MentionDocument
    clusters: Clusters
    nodes_of_word: dict[str, list[MentionNode]] = field(default_factory=lambda: defaultdict(list))

    def described_by(self, node: MentionNode) -> MentionNode | None:
        """Return the mention that a description takes up, None if there is none.

        It is found by a word of its name, by its title, or by its type.
        """
        candidates = sorted(set(self._candidates(node)))
        fitting = [other for other in candidates if self.clusters.may_join(other, node)]
        if not fitting:
            return self._by_type(node)
        return self._likeliest(node, fitting)

    def _candidates(self, node: MentionNode) -> Nodes:
        """Return the names with a word that stands for a description, else those with its title."""
        lemma = node.lemma
        named: list[MentionNode] = []
        for word in NAME_WORDS_OF_NOUN.get(lemma, ()):
            named += self.nodes_of_word[word]
        if node.mention.plural:
            return named
        if not named and self.clusters.attributes(node).may_be_person:
            titled = self.nodes_of_word[_title(lemma)]
            same = [
                each for each in self.clusters.members(self.clusters.root(node)) if each.is_nominal
            ]
            named += [
                name for name in titled if not any(_has_other_field(name, each) for each in same)
            ]
        return named or self._only_one_of_noun(node)

    def _likeliest(self, node: MentionNode, candidates: Nodes) -> MentionNode | None:
        """Return the last of mentions of one thing in text order; of several, a clear winner."""
        clusters = self.clusters
        roots = self._independent(set(map(clusters.root, candidates)), node)
        candidates = [other for other in candidates if clusters.root(other) in roots]

        def is_candidate(other: MentionNode) -> bool:
            return clusters.root(other) in roots

        last = candidates[-1]
        if len(roots) == 1:
            return last
        near = ranking(node, self.document, clusters, TITLE_WINDOW, is_candidate)
        return clear_winner(near)

    def _independent(self, roots: set[MentionNode], node: MentionNode) -> set[MentionNode]:
        """Return the things that stood by themselves before a description, if any did.

        "The bank" is none that was only named in "the former World Bank economist".
        """
        independent = set()
        for root in roots:
            for other in self.clusters.members(root):
                if other < node and not is_inside_phrase(other.token):
                    independent.add(root)
        return independent or roots

    def _only_one_of_noun(self, node: MentionNode) -> Nodes:
        """Return the names with the head noun of a description in them, if all are of one thing.

        "The palace" is the Belem Palace if no other palace was named.
        """
        if node.lemma in COUNTRY_NOUNS | CITY_NOUNS:
            return ()
        if len(modifiers(node)) > 1:
            return ()
        named = self.nodes_of_word[node.lemma]
        roots = set(map(self.clusters.root, named))
        if len(roots) == 1:
            return named
        return ()

    def _by_type(self, node: MentionNode) -> MentionNode | None:
        """Return the most salient firm, country or city for a noun that says the type only."""
        if node.mention.plural or node.mention.country:
            return None
        if modifiers(node) & NARROWING:
            return None
        for nouns, types, window in TYPES_OF_NOUNS:
            if node.lemma not in nouns:
                continue
            called_so = self._called_so(node) if types is FIRMS else ()
            if not called_so:
                return self._most_salient(nouns, types, window, node)
            is_one_thing = len(set(map(self.clusters.root, called_so))) == 1
            return called_so[-1] if is_one_thing else None
        return None

    def _called_so(self, node: MentionNode) -> Nodes:
        """Return the names beside which the noun of a description stood.

        "The operator" is Acme after "the ferry operator Acme", whatever other firms were named.
        """
        named = self.nodes_of_word[_noun(node.lemma)]
        return [other for other in named if self.clusters.may_join(other, node)]

    def _most_salient(
        self, nouns: frozenset[str], types: frozenset[str], window: int, node: MentionNode
    ) -> MentionNode | None:
        """Return the clear winner among the things of some classes before a node.

        What has no name is one only if a noun of the kind described it.
        """

        def is_of_type(other: MentionNode) -> bool:
            attributes = self.clusters.attributes(other)
            if types.isdisjoint(attributes.types):
                return False
            if types is FIRMS and self._is_no_firm(other):
                return False
            if types is not FIRMS and is_inside_phrase(other.token):
                return False  # "the country" is not the one in "Danish ships"
            return bool(attributes.names) or not nouns.isdisjoint(attributes.nouns)

        return clear_winner(ranking(node, self.document, self.clusters, window, is_of_type))

    def _is_no_firm(self, other: MentionNode) -> bool:
        """Return whether a word of a thing's names or descriptions says a body that is no firm."""
        nouns = set(self.clusters.attributes(other).nouns)
        for member in self.clusters.members(self.clusters.root(other)):
            if member.is_name:
                nouns.update(words_of(member.mention.text))
        return not nouns.isdisjoint(NOUNS_OF_NO_FIRM)
