"""What an ontology says, as plain values: properties, the patterns that express them, kinds of events and their roles."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from kg.model import Claim, Frame, Mention

EVENT, PERSON = "sem:Event", "schema:Person"


@dataclass(frozen=True, slots=True)
class Property:
    """A property as the ontology states it. `domain` and `range` are the allowed classes, any one of which will do; empty: any.

    `literal` is true where the object is a literal; its datatypes are then the range. `inverse` is the property that says the
    same the other way round, or empty. `functional` marks what has one value only. `parents` are the properties that it implies.
    """

    curie: str
    label: str
    comment: str = ""
    domain: tuple[str, ...] = ()
    range: tuple[str, ...] = ()
    inverse: str = ""
    symmetric: bool = False
    parents: tuple[str, ...] = ()
    literal: bool = False
    functional: bool = False


@dataclass(frozen=True, slots=True)
class Condition:
    """What the filler of a role must be: one of these nouns (lemmas), or of one of these classes; empty sets ask nothing.

    "share border with" asks for the noun "border". A class is asked of the mention's own type: "it" meets every class, "she" only
    that of people.
    """

    role: str
    nouns: frozenset[str] = frozenset()
    classes: frozenset[str] = frozenset()

    def holds(self, claim: Claim) -> bool:
        """True where a filler of the role is such a thing; further words before the noun do not matter ("a land border").

        An object that no mention stands for is looked up in the phrase of the claim ("shares a land border").
        """
        fillers = claim.fillers(self.role)
        if self.classes and not any(type_of(filler) in ("", *self.classes) for filler in fillers):
            return False
        words = [noun_of(filler) for filler in fillers] or (
            [claim.phrase] if self.role == "object" else []
        )
        return not self.nouns or any(
            ending in self.nouns for word in words for ending in endings(word)
        )


@dataclass(frozen=True, slots=True)
class Pattern:
    """Which claims become which triple: those of `frame` with this `predicate`, the fillers of two roles being its ends.

    `subject` and `object` are names of roles; an empty `object` is the claim's own noun phrase as a literal ("third secretary").
    `word_class` names the class of words that the predicate stands for, where the pattern was written with one (`<office>`).
    `past` marks words that say that something no longer is so ("divorce"). `text` is the pattern as it is written.
    """

    frame: Frame
    predicate: str
    subject: str
    object: str
    word_class: str = ""
    conditions: tuple[Condition, ...] = ()
    past: bool = False
    text: str = ""

    def __hash__(self) -> int:
        return hash(
            (self.predicate, self.text)
        )  # tells almost all patterns apart, of which there are many

    def matches(self, claim: Claim) -> bool:
        """True where the claim has both ends and meets every condition; its frame and predicate are taken as matched."""
        return self.unmet(claim) is None

    def unmet(self, claim: Claim) -> "str | Condition | None":
        """Return the first role that nothing in the claim fills, or the first condition that it does not meet; else None."""
        named = [role.name for role in claim.roles]
        if self.subject == self.object and named.count(self.subject) < 2:
            return self.subject
        for role in (self.subject, self.object):
            if role and role not in named:
                return role
        return next(
            (condition for condition in self.conditions if not condition.holds(claim)), None
        )


MOST_KNOWN = 20_000  # phrases whose patterns are kept in mind
Patterns = tuple[tuple[str, Pattern], ...]  # properties (curies), each with a pattern


@dataclass(frozen=True, slots=True)
class RoleRule:
    """In events of a class, the filler of `role` stands in `property`; where given, only for one word, or one class of filler."""

    role: str
    property: str
    word: str = ""
    filler: str = ""


@dataclass(frozen=True, slots=True)
class WordClass:
    """Words that patterns name together as `<name>`; none of them counts after a word of `not_after` ("deputy president")."""

    name: str
    words: frozenset[str]
    not_after: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Ontology:
    """Classes, properties and the words that express them. Made by `load`; classes and properties are curies, or full IRIs.

    `ancestors` has every class with its superclasses, itself first, nearest first. `labels` and `prefixes` serve writers.
    `known_roles` and `known_patterns` are what `role_of` and `patterns` have found out already: news ask for the same some
    thousand over and over.
    """

    ancestors: Mapping[str, tuple[str, ...]]
    properties: Mapping[str, Property]
    labels: Mapping[str, str]
    prefixes: Mapping[str, str]
    state_verbs: frozenset[str]
    version: str
    word_classes: Mapping[str, WordClass] = field(default_factory=dict)
    pattern_index: Mapping[tuple[Frame, str], Patterns] = field(default_factory=dict)
    event_index: Mapping[tuple[Frame, str], tuple[str, ...]] = field(default_factory=dict)
    role_rules: Mapping[str, tuple[RoleRule, ...]] = field(default_factory=dict)
    known_roles: dict[tuple[str, str, str, tuple[str, ...]], str] = field(
        default_factory=dict, compare=False, repr=False
    )
    known_patterns: dict[tuple[Frame, str], Patterns] = field(
        default_factory=dict, compare=False, repr=False
    )

    def superclasses(self, curie: str) -> tuple[str, ...]:
        """The class itself, then its superclasses, nearest first; just the class where the ontology does not know it."""
        return self.ancestors.get(curie, (curie,))

    def is_a(self, curie: str, cls: str) -> bool:
        """True where `cls` is the class itself or one of its superclasses; an empty class is nothing."""
        return bool(curie) and cls in self.superclasses(curie)

    def fits(self, types: Iterable[str], classes: Iterable[str]) -> bool:
        """True where a thing of these types falls under one of the classes: the test of a domain or range. No class: anything."""
        allowed = tuple(classes)
        return not allowed or any(self.is_a(kind, cls) for kind in types for cls in allowed)

    def patterns(self, frame: Frame, predicate: str) -> Patterns:
        """The properties that a claim of this frame and predicate may express, each with its pattern, in order of property.

        `predicate` is a lemma, or for nouns a whole phrase ("former deputy prime minister"): the longest ending with patterns
        counts, and words of a class are left out after a word that bars them. Empty where nothing is known.
        """
        asked = (frame, predicate)
        if asked not in self.known_patterns:
            if len(self.known_patterns) >= MOST_KNOWN:
                self.known_patterns.clear()
            self.known_patterns[asked] = self._patterns(frame, predicate)
        return self.known_patterns[asked]

    def _patterns(self, frame: Frame, predicate: str) -> Patterns:
        if frame is Frame.VERB:
            return self.pattern_index.get((frame, predicate.lower()), ())
        for left_out, ending in enumerate(endings(predicate)):
            found = self.pattern_index.get((frame, ending))
            if found is not None:
                dropped = predicate.lower().split()[:left_out]
                kept = tuple(
                    (curie, pattern)
                    for curie, pattern in found
                    if not self._barred(pattern, dropped)
                )
                if kept:
                    return kept
        return ()

    def event_classes(self, frame: Frame, predicate: str) -> tuple[str, ...]:
        """The kinds of event that a verb or a noun names; only `sem:Event` for one without a kind; empty where unknown."""
        for ending in endings(predicate) if frame is not Frame.VERB else (predicate.lower(),):
            if (frame, ending) in self.event_index:
                return self.event_index[frame, ending]
        return ()

    def role_of(
        self, event_class: str, word: str, role: str, filler_types: Iterable[str] = ()
    ) -> str:
        """The property of an event's participant: `role` of the verb or noun `word` in events of a class; empty where none.

        What a class says goes before what its superclasses say; within a class, what is said of the word goes before what is said
        of the class of filler, the more special class first, and that before the general rule.
        """
        types = tuple(filler_types)
        asked = (event_class, word, role, types)
        if asked not in self.known_roles:
            self.known_roles[asked] = self._role_of(*asked)
        return self.known_roles[asked]

    def _role_of(self, event_class: str, word: str, role: str, types: tuple[str, ...]) -> str:
        kinds = self.superclasses(event_class)
        for cls in kinds if EVENT in kinds else (*kinds, EVENT):
            rules = [
                rule
                for rule in self.role_rules.get(cls, ())
                if self._applies(rule, word, role, types)
            ]
            if rules:
                return max(rules, key=self._precision).property
        return ""

    def _precision(self, rule: RoleRule) -> tuple[bool, int]:
        return bool(rule.word), len(self.superclasses(rule.filler)) if rule.filler else 0

    def _barred(self, pattern: Pattern, dropped: Iterable[str]) -> bool:
        words = self.word_classes.get(pattern.word_class)
        return words is not None and not words.not_after.isdisjoint(dropped)

    def _applies(self, rule: RoleRule, word: str, role: str, types: tuple[str, ...]) -> bool:
        said = rule.role == role and (not rule.word or rule.word in endings(word))
        return said and (not rule.filler or self.fits(types, (rule.filler,)))


@lru_cache(maxsize=10_000)
def endings(phrase: str) -> tuple[str, ...]:
    """The phrase in small letters, then without its first word, and so on.

    >>> endings("deputy Prime Minister")
    ('deputy prime minister', 'prime minister', 'minister')
    """
    words = phrase.lower().split()
    return tuple(" ".join(words[start:]) for start in range(len(words)))


def type_of(mention: Mention) -> str:
    """The class of a mention as far as its own words tell; empty for "it" and "they"."""
    return mention.type or (PERSON if mention.gender or mention.person != 3 else "")


def noun_of(mention: Mention) -> str:
    """What a mention is, in a word: the noun of a nominal, the unit of an amount, else the name itself."""
    if mention.noun:
        return mention.noun
    return mention.quantity.unit if mention.quantity else mention.text
