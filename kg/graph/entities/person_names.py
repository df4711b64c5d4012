"""The parts of a person's name, and which forms of a name may be one person's."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from kg.gazetteer import nickname_in, without_nickname
from kg.graph.entities.name_keys import Words, words_of
from kg.lang.en import word_set, word_values

HONORIFICS = word_set("names", "entity-honorific")
GENERATIONS = word_values("names", "entity-generation")
PARTICLES = word_set("names", "entity-family-particle")
SHORT_FORMS = word_values("names", "entity-short-form")
EAST_ASIAN_FAMILIES = word_set("names", "entity-east-asian-family")
LONGEST_EAST_ASIAN = 4  # words; "Kim Jong Un" has three, hyphens count as blanks


@dataclass(frozen=True, slots=True)
class PersonName:
    """A person's name in parts, all as `words_of` gives them.

    `given` is empty for a single word, which stands in `family`. `nickname` is what stood in marks
    inside the name.
    """

    given: str
    middle: Words
    family: str
    generation: str = ""
    nickname: str = ""

    @property
    def is_full(self) -> bool:
        """The mark of a name of more than one word."""
        return bool(self.given)

    @property
    def base(self) -> str:
        """The given name that a short form stands for."""
        return SHORT_FORMS.get(self.given, self.given)

    @property
    def bases(self) -> Words:
        """The given names by which the person may be called: the one, and the nickname."""
        names = filter(None, (self.base, self.base_of_nickname))
        return tuple(dict.fromkeys(names))

    @property
    def base_of_nickname(self) -> str:
        """The given name that the nickname stands for, else the nickname itself; may be empty."""
        return SHORT_FORMS.get(self.nickname, self.nickname)

    @property
    def families(self) -> Words:
        """The words by which the person may be called for short.

        In East Asia the family comes first.
        """
        names = [self.family]
        *particles, last = self.family.split(" ")
        if particles:
            names.append(last)
        length = len(self.middle) + 2
        is_short = length <= LONGEST_EAST_ASIAN
        if is_short and self.given in EAST_ASIAN_FAMILIES:
            names.append(self.given)
        return tuple(dict.fromkeys(names))


@lru_cache(maxsize=100_000)
def person_name(name: str) -> PersonName:
    """Return the parts of a person's name.

    Honorifics in front and nicknames are left out; particles go with the family name.

    >>> person_name("Dr. Ludwig van der Berg Jr.")
    PersonName(given='ludwig', middle=(), family='van der berg', generation='jr', nickname='')
    """
    words = list(words_of(without_nickname(name)))
    nickname = " ".join(words_of(nickname_in(name)))
    while words[1:] and words[0] in HONORIFICS:
        words.pop(0)
    generation = ""
    while words[1:] and words[-1] in GENERATIONS:
        last = words.pop()
        generation = GENERATIONS[last]
    if len(words) < 2:
        single = "".join(words)
        return PersonName("", (), single, generation)
    given, *middle, family = words
    while middle and middle[-1] in PARTICLES:
        particle = middle.pop()
        family = f"{particle} {family}"
    return PersonName(given, tuple(middle), family, generation, nickname)


def middles_agree(a: Iterable[str], b: Iterable[str]) -> bool:
    """Return whether two lists of middle names may be one person's.

    One is empty or begins as the other, initials counting.

    >>> middles_agree(("w",), ("walker",)), middles_agree(("h", "w"), ("w",))
    (True, False)
    >>> middles_agree((), ("w",))
    True
    """
    return all(map(_agree, a, b))


def _agree(a: str, b: str) -> bool:
    """Return whether two names are the same, or one is the initial of the other."""
    shorter, longer = sorted((a, b), key=len)
    if len(shorter) == 1:
        return longer.startswith(shorter)
    return a == b
