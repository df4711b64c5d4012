"""Names of properties as patterns: "parent company" is said as "O be parent company of S".

A name is a noun ("director", "place of birth", "number of employees"), a noun with its preposition
("member of"), a verb ("employs", "plays for"), or a participle ("written by", "based in"). What the
values are decides what is said of them: dates are said when something is done, numbers as amounts.
"""

from collections.abc import Iterable, Iterator, Sequence
from enum import Enum, auto

from kg.errors import OntologyError
from kg.graph.ontology.foreign.terms import word_class
from kg.graph.ontology.foreign.verbs import Verbs, forms
from kg.graph.ontology.pattern import BY, OF, PARTICLES, PREPOSITIONS, parse
from kg.lang.en import word_values

PLURALS = word_values("signs", "plural-ending")


class Values(Enum):
    """The kinds of values that a property has."""

    NODE = auto()
    THING = auto()  # something that needs no name
    TEXT = auto()
    DATE = auto()
    NUMBER = auto()
    UNREADABLE = auto()


Words = Sequence[str]
Texts = Iterator[str]


def patterns_for(names: Iterable[str], values: Values, verbs: Verbs) -> tuple[str, ...]:
    """Return the patterns that say a property with some names, each of a known form, each once.

    >>> patterns_for(["directed by"], Values.NODE, Verbs(["direct"]))
    ('O direct S',)
    """
    if values is Values.UNREADABLE:
        return ()
    maker = _Maker(values, verbs)
    found: dict[str, None] = {}
    for name in names:
        for pattern in maker.patterns(name):
            if _is_known_form(pattern):
                found[pattern] = None
    return tuple(found)


OF_DATES = (
    "VERB S when O",
    "S VERB when O",
    "NOUN of S when O",
    "S have NOUN when O",
    "S VERB NOUN when O",
)
OF_NUMBERS = (
    "S VERB quantity O",
    "S have NOUN quantity O",
    "NOUN of S quantity O",
    "NOUN of S be O",
    "S have O:NOUN",
)
OF_THINGS = (
    "S VERB O",
    "O VERB S",
    "O be NOUN of S",
    "S be NOUN of O",
    "S VERB NOUN in O",
)


def template_for(values: Values) -> tuple[str, ...]:
    """Return five lines to fill in for a property that cannot be read from its name."""
    return {Values.DATE: OF_DATES, Values.NUMBER: OF_NUMBERS}.get(values, OF_THINGS)


def _is_known_form(pattern: str) -> bool:
    try:
        parse(pattern)
    except OntologyError:
        return False
    return True


class _Maker:
    """Maker of patterns of names, for values of one kind."""

    def __init__(self, values: Values, verbs: Verbs):
        self._values = values
        self._verbs = verbs

    def patterns(self, name: str) -> Texts:
        """Yield the patterns of a name; none if it says too little."""
        words = name.split()
        while len(words) > 1 and words[0] in word_class("leading"):
            words = words[1:]
        plain = " ".join(words)
        if name in word_class("unspecific") or plain in word_class("unspecific"):
            return
        if words[-1] in PREPOSITIONS and len(words) > 1:
            yield from self._with_preposition(words[:-1], words[-1])
        elif len(words) == 1 and self._verbs.of_third_person(plain):
            yield from self._said_of_object(self._verbs.of_third_person(plain))
        else:
            yield from self._noun(words)

    def _with_preposition(self, words: Words, preposition: str) -> Texts:
        """Yield the patterns of "written by", "based in", "plays for", "member of"."""
        verb = self._participle(words)
        if preposition == BY:
            if verb:
                yield f"O {verb} S"
            return
        is_active = len(words) == 1 and not verb
        active = self._verbs.of_third_person(words[0]) if is_active else ""
        for each in filter(None, (verb, active)):
            if self._values is Values.DATE and preposition in word_class("before-time"):
                yield from self._when(each)
                return
            if each == verb:
                yield f"{each} S {preposition} O"
            yield f"S {each} {preposition} O"
        if not verb and not active:
            noun = " ".join(words)
            for each in forms(noun, PLURALS):
                yield f"S be {each} {preposition} O"

    def _participle(self, words: Words) -> str:
        """Return the verb of a participle, with its particle: "set up" for "set up"."""
        first, *others = words
        verb = self._verbs.of_participle(first)
        if not verb or not others:
            return verb
        is_particle = len(others) == 1 and others[0] in PARTICLES
        return f"{verb} {others[0]}" if is_particle else ""

    def _said_of_object(self, verb: str) -> Texts:
        if self._values is Values.NUMBER:
            yield f"S {verb} quantity O"
        elif self._values is Values.DATE:
            yield from self._when(verb)
        else:
            yield f"S {verb} O"

    def _when(self, verb: str) -> Texts:
        yield f"{verb} S when O"
        yield f"S {verb} when O"

    def _noun(self, words: Words) -> Texts:
        """Yield the patterns of a noun."""
        if self._values is Values.DATE:
            yield from self._date(words)
        elif self._values is Values.NUMBER:
            yield from self._number(words)
        else:
            yield from self._place(words)
            yield from self._what_it_is(words)

    def _date(self, words: Words) -> Texts:
        """Yield the patterns of "release date" and "year of birth"."""
        deed = _asked_for(words, "time") or words
        noun = " ".join(deed)
        verb = self._participle(deed) or (self._verbs.of_deed(noun) if len(deed) == 1 else "")
        if verb:
            yield from self._when(verb)
        yield f"{noun} of S when O"

    def _number(self, words: Words) -> Texts:
        """Yield the patterns of "number of employees" and "population"."""
        counted = _asked_for(words, "count")
        noun = " ".join(counted or words)
        for each in forms(noun, PLURALS):
            if counted:
                yield f"S have O:{each}" if " " not in each else f"S have {each} quantity O"
            yield f"{each} of S quantity O"
            yield f"S have {each} quantity O"
            yield f"{each} of S be O"

    def _place(self, words: Words) -> Texts:
        """Yield the patterns of "filming location" and "place of burial"."""
        deed = _asked_for(words, "place")
        if len(deed) != 1:
            return
        verb = self._participle(deed) or self._verbs.of_deed(deed[0])
        if verb:
            yield f"{verb} S in O"
            yield f"{verb} S at O"
            yield f"S {verb} in O"

    def _what_it_is(self, words: Words) -> Texts:
        """Yield the patterns of "director": who or what is it of something."""
        nouns = [" ".join(words)]
        if len(words) > 1 and words[-1] in word_class("naming"):
            nouns.append(" ".join(words[:-1]))
        for noun in nouns:
            for each in forms(noun, PLURALS):
                yield f"O be {each} of S"
                yield f"O be {each} for S"
                yield f"O be {each} at S"
                if self._values in {Values.THING, Values.TEXT}:
                    yield f"{each} of S be O"
                verb = self._verbs.of_agent(each)
                if verb:
                    yield f"O {verb} S"


def _asked_for(words: Words, kind: str) -> Words:
    """Return what the other words of a name say if it asks for a time, a place or a number.

    "founding date", "date of founding" and "date founded" ask when something was founded.
    """
    asked = word_class(kind)
    first, *others = words
    if words[-1] in asked and len(words) > 1:
        return words[:-1]
    if first not in asked or not others:
        return ()
    return others[1:] if others[0] == OF else others
