"""Properties of other ontologies as they are read: like known ones, or from their own words."""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache
from itertools import product

from kg.graph.ontology.foreign.ends import datatype_of
from kg.graph.ontology.foreign.phrases import Values, patterns_for
from kg.graph.ontology.foreign.terms import names_of_term
from kg.graph.ontology.foreign.verbs import Verbs
from kg.graph.ontology.schema import Ancestors, Entry, Key, Pattern, PatternIndex, Property
from kg.graph.ontology.sources import Statements, Value
from kg.tables import table

SAME = ("owl:equivalentProperty", "skos:exactMatch", "owl:sameAs")
TYPE = "rdf:type"
BACK = "back"

Curies = tuple[str, ...]
Like = tuple[str, bool]  # a known property, and whether its ends are swapped
Likes = tuple[Like, ...]
EntriesOf = dict[str, list[tuple[Key, Pattern]]]
Given = Sequence[Value]  # patterns, with the files that give them


class Unread(StrEnum):
    """The reasons why a property cannot be read."""

    NO_WORDS = "it has no English label, and its name says nothing"
    UNSPECIFIC = "its name says too little by itself"
    UNREADABLE = "no text says such values in words"


@dataclass(frozen=True, slots=True)
class Readable:
    """A property of another ontology, and how it is read.

    `given` are the patterns that a file gives it (`kg:saidAs`), `patterns` those made of its
    `names`; `likes` are the known properties whose words count for it, too. `why` says why none
    could be made.
    """

    curie: str
    names: Curies
    values: Values
    given: Curies = ()
    patterns: Curies = ()
    likes: Likes = ()
    why: str = ""


class Readings:
    """Readings of properties, each with the patterns that it has thereby.

    `own` are the known properties by their curies, `values` the kind of values of each other one.
    """

    def __init__(
        self,
        statements: Statements,
        properties: Mapping[str, Property],
        own: Mapping[str, Property],
        ancestors: Ancestors,
        verbs: Verbs,
    ):
        self._statements = statements
        self._properties = properties
        self._own = own
        self._ancestors = ancestors
        self._verbs = verbs
        self._known_names = _names_of_known(statements, own)

    def of(self, curie: str, values: Values, given: Given) -> Readable:
        """Return how one property is read.

        A file that declares it and gives it patterns means these and no others; the patterns of
        another file add to what its words give.
        """
        names = names_of_term(self._statements, curie)
        texts = tuple(value.text for value in given)
        declared = {value.file for value in self._statements.of(curie, TYPE)}
        if any(value.file in declared for value in given):
            return Readable(curie, names, values, texts)
        likes = tuple(dict.fromkeys(self._likes(curie, names, values)))
        patterns = patterns_for(names, values, self._verbs)
        why = "" if patterns or likes or given else _why(names, values)
        return Readable(curie, names, values, texts, patterns, likes, why)

    def _likes(self, curie: str, names: Curies, values: Values) -> Iterator[Like]:
        """Yield the known properties that say the same: as it is declared, or by its name."""
        if values is Values.UNREADABLE:
            return
        for known in equivalents(self._statements, curie):
            if known in self._own:
                yield known, False
        for name in names:
            for like in self._known_names.get(name, ()):
                if self._fits(curie, like):
                    yield like

    def _fits(self, curie: str, like: Like) -> bool:
        """Return whether the ends of a property allow things that those of a known one do."""
        known, is_swapped = like
        mine, other = self._properties[curie], self._own[known]
        if other.literal:
            return self._meet(mine.domain, other.domain) and self._are_alike(mine, other)
        if mine.literal and mine.range[:1] != ("xsd:string",):
            return False
        ends = (other.range, other.domain) if is_swapped else (other.domain, other.range)
        first, second = ends
        is_text = mine.literal
        return self._meet(mine.domain, first) and (is_text or self._meet(mine.range, second))

    def _are_alike(self, mine: Property, other: Property) -> bool:
        """Return whether the values of a property may be like those of a known one of literals."""
        if mine.literal:
            return _kind(mine) is _kind(other)
        return bool(mine.thing) and "xsd:string" in other.range

    def _meet(self, mine: Iterable[str], other: Iterable[str]) -> bool:
        """Return whether something may be of one of some classes and of one of others."""
        plain = [cls.removesuffix("!") for cls in mine]
        others = list(other)
        if not plain or not others:
            return True
        return any(self._are_kin(one, each) for one, each in product(plain, others))

    def _are_kin(self, one: str, other: str) -> bool:
        return other in self._ancestors.get(one, (one,)) or one in self._ancestors.get(other, ())


def _kind(property_: Property) -> Values:
    """Return the kind of literals that a property has."""
    kinds = [datatype_of(each)[0] for each in property_.range]
    return kinds[0] if kinds else Values.TEXT


def equivalents(statements: Statements, curie: str) -> Iterator[str]:
    """Yield the properties that a file says to be the same, on whichever side it says so."""
    for predicate in SAME:
        yield from statements.texts(curie, predicate)


def _why(names: Curies, values: Values) -> Unread:
    if values is Values.UNREADABLE:
        return Unread.UNREADABLE
    return Unread.UNSPECIFIC if names else Unread.NO_WORDS


def _names_of_known(statements: Statements, own: Mapping[str, Property]) -> Mapping[str, Likes]:
    """Return the known properties by what others call them; those of an inverse swapped."""
    named: dict[str, list[Like]] = {}
    for name, known, direction in _rows():
        if known in own:
            named.setdefault(name, []).append((known, direction == BACK))
    for known, property_ in own.items():
        for name in names_of_term(statements, known):
            named.setdefault(name, []).append((known, False))
        if property_.inverse:
            for name in names_of_term(statements, property_.inverse):
                named.setdefault(name, []).append((known, True))
    return {name: tuple(dict.fromkeys(likes)) for name, likes in named.items()}


@cache
def _rows() -> list[tuple[str, ...]]:
    return table("kg.graph.ontology.foreign", "data/relations.tsv")


def entries_by_property(index: PatternIndex) -> EntriesOf:
    """Return the entries of an index by their property."""
    found: EntriesOf = {}
    for key, entries in index.items():
        for curie, pattern in entries:
            found.setdefault(curie, []).append((key, pattern))
    return found


def borrowed(entries_of: EntriesOf, readable: Readable) -> Iterator[tuple[Key, Entry]]:
    """Yield the patterns of the known properties that one is like, under the words of each."""
    for known, is_swapped in readable.likes:
        for key, pattern in entries_of.get(known, ()):
            yield key, (readable.curie, as_of(pattern, known, is_swapped))


def as_of(pattern: Pattern, known: str, is_swapped: bool) -> Pattern:
    """Return a pattern of a known property as one of a property that is like it."""
    if not is_swapped:
        return replace(pattern, like=known)
    tokens = [_swapped(token) for token in pattern.text.split()]
    subject, object_ = pattern.subject, pattern.object
    return replace(pattern, subject=object_, object=subject, text=" ".join(tokens))


def _swapped(token: str) -> str:
    slot, colon, rest = token.partition(":")
    other = {"S": "O", "O": "S"}.get(slot, slot)
    return other + colon + rest


def fillers(readables: Iterable[Readable], known: Container[str]) -> Mapping[str, Likes]:
    """Return for each known property those that are like it, and whether swapped."""
    found: dict[str, list[Like]] = {}
    for readable in readables:
        for curie, is_swapped in readable.likes:
            if curie in known:
                found.setdefault(curie, []).append((readable.curie, is_swapped))
    return {curie: tuple(sorted(likes)) for curie, likes in found.items()}
