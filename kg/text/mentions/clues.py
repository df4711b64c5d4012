"""Clues to the kind of thing that a name names: what each of them speaks for, and how much."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from enum import StrEnum, auto
from functools import cache

from kg.text.mentions.lexicon import NounKind, rows
from kg.text.mentions.vocabulary import NamedKind

Weight = tuple[NamedKind, float]


class Clue(StrEnum):
    """A clue in a name or beside it; `data/clues.tsv` has an example of each."""

    # What stands before the name, and behind it.
    TITLE_OF_OFFICE = auto()
    TITLE = auto()
    ARTICLE = auto()
    INSIDE = auto()
    TOWARDS = auto()
    MAIDEN = auto()
    WHO = auto()
    WHICH = auto()
    AGE = auto()
    LIFE_DATES = auto()
    ACRONYM_IN_BRACKETS = auto()
    ACRONYM_BEHIND = auto()
    RELATIVE_BEFORE = auto()
    STATE_BEFORE_COMMA = auto()
    STATE_BEHIND = auto()

    # What the name does, and what is done to it.
    SAYS = auto()
    LIVES = auto()
    ACTS_AS_PERSON = auto()
    ACTS = auto()
    HIS_OR_HER = auto()
    AGENT_OF_PERSON = auto()
    RELEASED = auto()
    ACQUIRED = auto()
    FOUNDED = auto()
    PAYS_MILLIONS = auto()
    ITS = auto()

    # Work and home, owners and companions.
    PLACE_OF_WORK = auto()
    EMPLOYER = auto()
    HOME = auto()
    HAS_RELATIVE = auto()
    HAS_OFFICE = auto()
    HAS_MAYOR = auto()
    BESIDE_HIS_OR_HER = auto()
    BESIDE_GIVEN_NAME = auto()

    # Nouns that say what it is.
    EDITION = auto()
    STAFF = auto()
    PRODUCT_OF = auto()
    PRODUCT_LINE = auto()
    IS_PERSON = auto()
    IS_RELATIVE_OR_OFFICE = auto()
    IS_FIRM = auto()
    IS_ORGANIZATION = auto()
    IS_PLACE = auto()
    IS_PRODUCT = auto()
    IS_WORK = auto()
    IS_EVENT = auto()

    # The name itself.
    COUNTRY = auto()
    DEMONYM = auto()
    FULL_NAME = auto()
    NAME_OF_OLD = auto()
    GIVEN_NAME = auto()
    AMBIGUOUS_GIVEN_NAME = auto()
    INSTITUTION = auto()
    KNOWN_ACRONYM = auto()
    KNOWN_ORGANIZATION = auto()
    ACRONYM = auto()
    NUMBER = auto()
    PARTNERS = auto()

    @property
    def weights(self) -> tuple[Weight, ...]:
        """The kinds that it speaks for, with weights; negative ones speak against a kind."""
        return _weights()[self]


Clues = Iterator[Clue]


@cache
def _weights() -> Mapping[Clue, tuple[Weight, ...]]:
    """Return what each clue speaks for, as the table has it."""
    weights: dict[Clue, list[Weight]] = defaultdict(list)
    for clue, kind, weight, _ in rows("clues.tsv"):
        weights[Clue(clue)].append((NamedKind(kind), float(weight)))
    return {clue: tuple(pairs) for clue, pairs in weights.items()}


CLUE_OF_NOUN = {
    NounKind.KINSHIP: Clue.IS_RELATIVE_OR_OFFICE,
    NounKind.PERSON: Clue.IS_PERSON,
    NounKind.OFFICE: Clue.IS_RELATIVE_OR_OFFICE,
    NounKind.OCCUPATION: Clue.IS_RELATIVE_OR_OFFICE,
    NounKind.MILITARY: Clue.IS_RELATIVE_OR_OFFICE,
    NounKind.GROUP: Clue.IS_ORGANIZATION,
    NounKind.ORGANIZATION: Clue.IS_ORGANIZATION,
    NounKind.PLACE: Clue.IS_PLACE,
}
CLUE_OF_THING = {
    NamedKind.PRODUCT: Clue.IS_PRODUCT,
    NamedKind.WORK: Clue.IS_WORK,
    NamedKind.EVENT: Clue.IS_EVENT,
}
