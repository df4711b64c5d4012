"""Sorts of mentions as the learned reader sees them: coarse classes, with pronouns and descriptions apart from names.

A sort goes into the encoder beside the words, as the token type of the mention's first and further pieces.
"""

from collections.abc import Mapping
from enum import IntEnum
from types import MappingProxyType

from kg.model import Kind, Mention
from kg.relations.relation import ORGANIZATIONS, PLACES


class Sort(IntEnum):
    """The sorts, in the order in which the weights know them: a new one goes to the end."""

    UNKNOWN = 0
    PERSON = 1
    GROUP = 2
    ORGANIZATION = 3
    PLACE = 4
    COUNTRY = 5
    TIME = 6
    WORK = 7
    THING = 8
    PERSON_PRONOUN = 9
    THING_PRONOUN = 10
    PLURAL_PRONOUN = 11
    PERSON_DESCRIBED = 12
    ORGANIZATION_DESCRIBED = 13
    PLACE_DESCRIBED = 14
    THING_DESCRIBED = 15


WORKS = frozenset(
    {
        "schema:CreativeWork",
        "schema:Book",
        "schema:Movie",
        "schema:TVSeries",
        "schema:MusicAlbum",
        "schema:MusicRecording",
        "schema:VideoGame",
    }
)
PERSONAL = frozenset("i me my mine myself he him his himself she her hers herself who whom whose you your".split())
DESCRIBED: Mapping[Sort, Sort] = MappingProxyType(
    {
        Sort.PERSON: Sort.PERSON_DESCRIBED,
        Sort.ORGANIZATION: Sort.ORGANIZATION_DESCRIBED,
        Sort.PLACE: Sort.PLACE_DESCRIBED,
        Sort.COUNTRY: Sort.PLACE_DESCRIBED,
        Sort.GROUP: Sort.GROUP,
    }
)
# What each word of `data/relations.tsv` takes in. A pronoun or an unknown name may be anything but a time.
ANY = frozenset({Sort.UNKNOWN, Sort.THING_PRONOUN, Sort.PLURAL_PRONOUN})
SORTS_OF_WORD: Mapping[str, frozenset[Sort]] = MappingProxyType(
    {
        "person": ANY | {Sort.PERSON, Sort.GROUP, Sort.PERSON_PRONOUN, Sort.PERSON_DESCRIBED},
        "organization": ANY | {Sort.ORGANIZATION, Sort.GROUP, Sort.ORGANIZATION_DESCRIBED, Sort.THING_DESCRIBED},
        "place": ANY | {Sort.PLACE, Sort.COUNTRY, Sort.PLACE_DESCRIBED},
        "country": ANY | {Sort.COUNTRY, Sort.PLACE},
        "time": frozenset({Sort.TIME}),
        "work": ANY | {Sort.WORK, Sort.THING, Sort.THING_DESCRIBED},
        "thing": ANY | {Sort.THING, Sort.WORK, Sort.THING_DESCRIBED},
    }
)


def sort_of(mention: Mention, type_: str) -> Sort:
    """The sort of a mention, given the class that its chain turned out to have (a curie, or empty)."""
    if mention.kind is Kind.TIME:
        return Sort.TIME
    if mention.kind is Kind.PRONOUN:
        return _of_pronoun(mention)
    sort = of_type(type_ or mention.type)
    return sort if mention.is_name else DESCRIBED.get(sort, Sort.THING_DESCRIBED)


def _of_pronoun(mention: Mention) -> Sort:
    if mention.text.lower() in PERSONAL:
        return Sort.PERSON_PRONOUN
    return Sort.PLURAL_PRONOUN if mention.plural else Sort.THING_PRONOUN


def of_type(type_: str) -> Sort:
    """The sort of a name with that class.

    >>> of_type("schema:City"), of_type("kg:PoliticalParty"), of_type("")
    (<Sort.PLACE: 4>, <Sort.ORGANIZATION: 3>, <Sort.UNKNOWN: 0>)
    """
    single = {"": Sort.UNKNOWN, "schema:Person": Sort.PERSON, "kg:Group": Sort.GROUP, "schema:Country": Sort.COUNTRY}
    if type_ in single:
        return single[type_]
    if type_ in ORGANIZATIONS:
        return Sort.ORGANIZATION
    if type_ in PLACES:
        return Sort.PLACE
    return Sort.WORK if type_ in WORKS else Sort.THING
