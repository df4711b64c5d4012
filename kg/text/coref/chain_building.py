"""A finished cluster as a `Chain`: its type by vote, its fullest name, its gender and number."""

from collections import Counter
from collections.abc import Iterable, Mapping

from kg.gazetteer import country
from kg.model import Chain, Gender, Kind, Mention
from kg.text.coref.clusters import Clusters
from kg.text.coref.lexicon import HONORIFICS
from kg.text.coref.names import words_of
from kg.text.coref.positions import Page
from kg.text.coref.profile import GENERAL, MANY

ORGANIZATION = "schema:Organization"
NAME_VOTE, NOMINAL_VOTE = 3, 1  # a name's class was decided with more evidence than a noun's


def chain_of(root: int, page: Page, clusters: Clusters, order: Mapping[int, int]) -> Chain:
    """The chain of a cluster; `order` gives the place of each root among the chains."""
    mentions = tuple(page.spots[index].mention for index in clusters.members(root))
    profile, outside = clusters.profile(root), clusters.is_outside(root)
    members = {order[clusters.root(part)] for part in clusters.parts(root)} - {order[root]}
    return Chain(
        mentions=mentions,
        type="schema:Person"
        if profile.is_person
        else _type(mentions) or (ORGANIZATION if outside else ""),
        name=fullest_name(m.text for m in mentions if m.is_name and not _is_demonym(m, mentions)),
        gender=profile.gender if profile.is_person else Gender.UNKNOWN,
        plural=profile.numbers == MANY or _is_plural(mentions),
        reasons=tuple(clusters.reasons(root)),
        members=tuple(sorted(members)),
        outside=outside,
        apart=tuple(
            sorted({order[clusters.root(other)] for other in clusters.apart(root)} - {order[root]})
        ),
    )


def _type(mentions: tuple[Mention, ...]) -> str:
    """The class with the most votes; of the classes that the winner refines or is refined by, the most special."""
    votes: Counter[str] = Counter()
    for mention in mentions:
        if mention.type:
            votes[mention.type] += NAME_VOTE if mention.is_name else NOMINAL_VOTE
    if not votes:
        return ""
    special = {type_: count for type_, count in votes.items() if type_ not in GENERAL}
    return max(sorted(special or votes), key=lambda type_: votes[type_])


def _is_plural(mentions: tuple[Mention, ...]) -> bool:
    return any(m.plural for m in mentions if m.kind is Kind.NOMINAL) and not any(
        m.is_name for m in mentions
    )


def _is_demonym(mention: Mention, mentions: tuple[Mention, ...]) -> bool:
    """True for "Danish" where the chain also says "Denmark": the name of a country is not its adjective."""
    return (
        mention.type == "schema:Country"
        and any(
            m.is_name and m.country == mention.country and _is_country_name(m)
            for m in mentions
            if m is not mention
        )
        and not _is_country_name(mention)
    )


def _is_country_name(mention: Mention) -> bool:
    return country(mention.text) is not None


def fullest_name(names: Iterable[str]) -> str:
    """The name with the most words, then the one used most, then the longest, then the first in the alphabet."""
    uses = Counter(names)
    return min(uses, key=lambda name: (-_weight(name), -uses[name], -len(name), name), default="")


def _weight(name: str) -> int:
    """Words of the name, without honorifics."""
    return sum(word not in HONORIFICS for word in words_of(name))
