"""A finished cluster as a `Chain`: its type by vote, its fullest name, its gender and number."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from kg.gazetteer import country
from kg.model import Chain, Gender, Kind, Mention
from kg.text.coref.attributes import GENERAL, Attributes
from kg.text.coref.chain_signs import signs_of
from kg.text.coref.clusters import Clusters
from kg.text.coref.document import MentionDocument, MentionNode
from kg.text.coref.lexicon import HONORIFICS
from kg.text.coref.names import words_of

ORGANIZATION = "schema:Organization"
NAME_VOTE, NOMINAL_VOTE = 3, 1  # a name's class was decided with more evidence than a noun's


def chain_of(
    root: MentionNode,
    document: MentionDocument,
    clusters: Clusters,
    order: Mapping[MentionNode, int],
) -> Chain:
    """Return the chain of a cluster; `order` gives the place of each root among the chains."""
    members = clusters.members(root)
    mentions = tuple(node.mention for node in members)
    attributes = clusters.attributes(root)
    unnamed = clusters.is_unnamed(root)
    return Chain(
        mentions=mentions,
        type=_type(mentions, attributes, unnamed=unnamed),
        name=_name(mentions),
        gender=attributes.gender if attributes.is_person else Gender.UNKNOWN,
        plural=attributes.is_plural or _is_plural(mentions),
        reasons=tuple(clusters.reasons(root)),
        members=_places(clusters.split_antecedents(root), root, clusters, order),
        outside=unnamed,
        apart=_places(clusters.forbidden(root), root, clusters, order),
        signs=signs_of(members, document),
    )


def _places(
    nodes: Iterable[MentionNode],
    root: MentionNode,
    clusters: Clusters,
    order: Mapping[MentionNode, int],
) -> tuple[int, ...]:
    """Return the places of the chains of some mentions, without that of the cluster itself."""
    roots = set(map(clusters.root, nodes))
    roots.discard(root)
    return tuple(sorted(order[other] for other in roots))


def _type(mentions: Sequence[Mention], attributes: Attributes, *, unnamed: bool) -> str:
    """Return the class of a chain; an unnamed thing without one is an organisation."""
    if attributes.is_person:
        return "schema:Person"
    voted = _type_by_vote(mentions)
    if voted or not unnamed:
        return voted
    return ORGANIZATION


def _type_by_vote(mentions: Sequence[Mention]) -> str:
    """Return the class with the most votes, empty without votes; special ones go first."""
    votes: Counter[str] = Counter()
    for mention in mentions:
        vote = NAME_VOTE if mention.is_name else NOMINAL_VOTE
        votes[mention.type] += vote
    del votes[""]
    special = sorted(votes.keys() - GENERAL)
    candidates = special if special else sorted(votes)
    return max(candidates, key=votes.__getitem__, default="")


def _name(mentions: Sequence[Mention]) -> str:
    """Return the fullest name of a chain, which is no demonym if it has another."""
    names = [mention for mention in mentions if mention.is_name]
    own = [name for name in names if not _is_demonym(name, names)]
    return fullest_name(name.text for name in own)


def _is_plural(mentions: Sequence[Mention]) -> bool:
    """Return whether a chain without a name has a plural description."""
    if any(mention.is_name for mention in mentions):
        return False
    descriptions = [mention for mention in mentions if mention.kind is Kind.NOMINAL]
    return any(mention.plural for mention in descriptions)


def _is_demonym(name: Mention, names: Sequence[Mention]) -> bool:
    """Return whether a name is "Danish" in a chain that also says "Denmark": no country's name."""
    if name.type != "schema:Country" or _is_country_name(name):
        return False
    countries = [other.country for other in filter(_is_country_name, names)]
    return name.country in countries


def _is_country_name(mention: Mention) -> bool:
    """Return whether a name is that of a country, and no demonym."""
    return country(mention.text) is not None


def fullest_name(names: Iterable[str]) -> str:
    """Return the name with the most words; empty without names.

    Of several, the one used most, then the longest, then the first in the alphabet.
    """
    uses = Counter(names)

    def fullness(name: str) -> tuple[int, int, int]:
        words = _number_of_words(name)
        return words, uses[name], len(name)

    return max(sorted(uses), key=fullness, default="")


def _number_of_words(name: str) -> int:
    """Count the words of a name, without honorifics."""
    return sum(word not in HONORIFICS for word in words_of(name))
