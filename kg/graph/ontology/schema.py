"""An ontology as plain values: properties, patterns that express them, events and their roles."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import chain
from typing import TYPE_CHECKING

from kg.graph.ontology.words import endings, names_of, noun_of, type_of
from kg.model import Claim, Frame

if TYPE_CHECKING:
    from kg.graph.ontology.foreign.readable import Readable

EVENT = "sem:Event"

Curies = tuple[str, ...]
WordSet = frozenset[str]
Ancestors = Mapping[str, Curies]  # each class with its superclasses


@dataclass(frozen=True, slots=True)
class Property:
    """A property as the ontology states it.

    `domain` and `range` are the allowed classes, any one of which will do; empty: any. `literal` is
    whether the object is a literal; its datatypes are then the range. `inverse` is the property
    that says the same the other way round, or empty. `functional` marks a property that has one
    value only. `parents` are the properties that it implies. `thing` is the class or datatype of
    an object that needs no name ("electric car"), empty if the object must be a thing of its own.
    `stated_domain` and `stated_range` are the classes of others of which the ends are thereby, one
    of each.
    """

    curie: str
    label: str
    comment: str = ""
    domain: Curies = ()
    range: Curies = ()
    inverse: str = ""
    symmetric: bool = False
    parents: Curies = ()
    literal: bool = False
    functional: bool = False
    thing: str = ""
    stated_domain: Curies = ()
    stated_range: Curies = ()


@dataclass(frozen=True, slots=True)
class Condition:
    """A demand on the filler of a role: one of these nouns (lemmas), or of one of these classes.

    Empty sets ask nothing. "share border with" asks for the noun "border". A class is asked of the
    mention's own type: "it" meets every class, "she" only that of people.
    """

    role: str
    nouns: WordSet = frozenset()
    classes: frozenset[str] = frozenset()

    def holds(self, claim: Claim) -> bool:
        """Return whether a filler of the role meets the demand.

        Further words before the noun do not matter ("a land border"). An object that no mention
        stands for is looked up in the phrase of the claim ("shares a land border").
        """
        fillers = claim.fillers(self.role)
        types = map(type_of, fillers)
        fitting = {"", *self.classes}
        if self.classes and fitting.isdisjoint(types):
            return False
        if not self.nouns:
            return True
        words = list(map(noun_of, fillers))
        if not words and self.role == "object":
            words.append(claim.phrase)
        found = chain.from_iterable(map(endings, words))
        return not self.nouns.isdisjoint(found)


@dataclass(frozen=True, slots=True)
class Pattern:
    """A form of claims that become a triple: a frame, a predicate, and the roles of both ends.

    `subject` and `object` are names of roles; an empty `object` is the claim's own noun phrase as a
    literal ("third secretary"). `word_class` names the class of words that the predicate stands
    for, if the pattern was written with one (`<office>`). `past` marks words that say that
    something no longer is so ("divorce"). `text` is the pattern as it is written. `like` is the
    known property whose pattern it is, if another one has it from there.
    """

    frame: Frame
    predicate: str
    subject: str
    object: str
    word_class: str = ""
    conditions: tuple[Condition, ...] = ()
    past: bool = False
    text: str = ""
    like: str = ""

    def __hash__(self) -> int:
        return hash((self.predicate, self.text))  # tells almost all of the many patterns apart

    def matches(self, claim: Claim) -> bool:
        """Return whether a claim of this predicate has both ends and meets all conditions."""
        return self.unmet(claim) is None

    def unmet(self, claim: Claim, *, bare: bool = False) -> "str | Condition | None":
        """Return the first role that nothing fills, or condition that is not met; else None.

        With `bare`, no mention needs to fill the role of the object: words may do so.
        """
        named = [role.name for role in claim.roles]
        if bare:
            named.append(self.object)
        subject, object_ = self.subject, self.object
        if subject == object_ and named.count(subject) < 2:
            return subject
        for role in (subject, object_):
            if role and role not in named:
                return role
        for condition in self.conditions:
            if not condition.holds(claim):
                return condition
        return None


VERY = "!"  # behind a class: that very class, none below it
MOST_KNOWN = 20_000  # phrases whose patterns are kept in mind
Key = tuple[Frame, str]  # a frame and a predicate
Entry = tuple[str, Pattern]  # a property and a pattern that expresses it
Patterns = tuple[Entry, ...]
AskedRole = tuple[str, str, str, Curies]  # class of event, word, role, types of filler


@dataclass(frozen=True, slots=True)
class RoleRule:
    """A rule for events of a class: the filler of `role` stands in `property`.

    If `word` or `filler` is given, it holds only for that word, or that class of filler.
    """

    role: str
    property: str
    word: str = ""
    filler: str = ""


@dataclass(frozen=True, slots=True)
class Demand:
    """Fillers that a role has to have: one of these nouns, or a thing of one of these classes.

    Without either anything will do. `absent`: nothing may fill it.
    """

    role: str
    nouns: WordSet = frozenset()
    classes: frozenset[str] = frozenset()
    absent: bool = False


@dataclass(frozen=True, slots=True)
class KindRule:
    """A word tells of an event of the class `cls` if all demands are met."""

    word: str
    cls: str
    demands: tuple[Demand, ...]


@dataclass(frozen=True, slots=True)
class WordClass:
    """Words that patterns name together as `<name>`.

    None of them counts after a word of `not_after` ("deputy president").
    """

    name: str
    words: WordSet
    not_after: WordSet = frozenset()


@dataclass(frozen=True, slots=True)
class Outlets:
    """News outlets, and whose they are.

    `origins` has the house of each outlet, else the outlet itself, by each of its names as they are
    written, `labels` the name by which an outlet is called. `agencies` are the names of those whose
    reports others print, `sites` the labels of outlets by the host of an address ("example.org").
    """

    origins: Mapping[str, str] = field(default_factory=dict)
    labels: Mapping[str, str] = field(default_factory=dict)
    agencies: frozenset[str] = frozenset()
    sites: Mapping[str, str] = field(default_factory=dict)


PatternIndex = Mapping[Key, Patterns]
EventIndex = Mapping[Key, Curies]  # the classes of event
KindRules = Mapping[Key, tuple[KindRule, ...]]
RoleRules = tuple[RoleRule, ...]


@dataclass(frozen=True, slots=True)
class Ontology:
    """Classes, properties and the words that express them, as `load` makes it.

    Classes and properties are curies, or full IRIs. `ancestors` has every class with its
    superclasses, itself first, nearest first. `labels` and `prefixes` serve writers. `known_roles`
    and `known_patterns` are what `role_of` and `patterns` have found out already: news ask for the
    same some thousand over and over. `likes` has for a known property those of other ontologies
    that have what it has, and whether their ends are swapped. `guards` has for classes of others
    those that things of the news must have. `readables` says how each property of
    other ontologies is read, `notes` what of these was passed over.
    """

    ancestors: Ancestors
    properties: Mapping[str, Property]
    labels: Mapping[str, str]
    prefixes: Mapping[str, str]
    state_verbs: WordSet
    version: str
    word_classes: Mapping[str, WordClass] = field(default_factory=dict)
    pattern_index: PatternIndex = field(default_factory=dict)
    event_index: EventIndex = field(default_factory=dict)
    kind_rules: KindRules = field(default_factory=dict)
    role_rules: Mapping[str, RoleRules] = field(default_factory=dict)
    outlets: Outlets = field(default_factory=Outlets)
    likes: Mapping[str, tuple[tuple[str, bool], ...]] = field(default_factory=dict)
    guards: Mapping[str, Curies] = field(default_factory=dict)
    readables: "Mapping[str, Readable]" = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    known_roles: dict[AskedRole, str] = field(default_factory=dict, compare=False, repr=False)
    known_patterns: dict[Key, Patterns] = field(default_factory=dict, compare=False, repr=False)

    @property
    def remarks(self) -> Curies:
        """The part of a user's ontology that is of no use, in a line or two; `notes` has all."""
        unread = [each for each in self.readables.values() if each.why]
        found = []
        if self.notes:
            count = len(self.notes)
            found.append(f"the ontology: {count:,} remarks on what is passed over: see kg ontology")
        if unread:
            all_ = len(self.readables)
            found.append(
                f"the ontology: {len(unread):,} of {all_:,} properties cannot be read from their"
                " names: see kg ontology, which gives a template for them"
            )
        return tuple(found)

    def superclasses(self, curie: str) -> Curies:
        """Return the class, then its superclasses, nearest first; itself if it is unknown."""
        return self.ancestors.get(curie, (curie,))

    def is_a(self, curie: str, cls: str) -> bool:
        """Return whether `cls` is the class itself or a superclass; an empty class is nothing."""
        return bool(curie) and cls in self.superclasses(curie)

    def fits(self, types: Iterable[str], classes: Iterable[str]) -> bool:
        """Return whether one of the types falls under one of the classes of a domain or range.

        If there is no class, all types do. A class with "!" behind it only takes in things of which
        it is the nearest class, the first of the types.
        """
        allowed = set(classes)
        if not allowed:
            return True
        for place, type_ in enumerate(filter(None, types)):
            if not place and type_ + VERY in allowed:
                return True
            if not allowed.isdisjoint(self.superclasses(type_)):
                return True
        return False

    def patterns(self, frame: Frame, predicate: str) -> Patterns:
        """Return the properties that a claim may express, each with its pattern.

        They are in order of property. `predicate` is a lemma, or for nouns a whole phrase ("former
        deputy prime minister"): the longest ending with patterns counts, and words of a class are
        left out after a word that bars them. Empty if nothing is known.
        """
        asked = (frame, predicate)
        if asked not in self.known_patterns:
            if len(self.known_patterns) >= MOST_KNOWN:
                self.known_patterns.clear()
            self.known_patterns[asked] = self._patterns(frame, predicate)
        return self.known_patterns[asked]

    def _patterns(self, frame: Frame, predicate: str) -> Patterns:
        words = predicate.lower().split()
        for left_out, name in enumerate(names_of(frame, predicate)):
            key = (frame, name)
            known = self.pattern_index.get(key, ())
            before = words[:left_out]
            kept = [entry for entry in known if not self._barred(entry, before)]
            if kept:
                return tuple(kept)
        return ()

    def event_classes(self, frame: Frame, predicate: str) -> Curies:
        """Return the classes of event that a verb or a noun names; empty if it is unknown.

        It is only `sem:Event` for a word of no further class.
        """
        for name in names_of(frame, predicate):
            key = (frame, name)
            known = self.event_index.get(key)
            if known:
                return known
        return ()

    def role_of(
        self, event_class: str, word: str, role: str, filler_types: Iterable[str] = ()
    ) -> str:
        """Return the property of a participant: of `role` of the verb or noun `word` in an event.

        Empty if there is none. Rules of a class go before those of its superclasses; within a
        class, a rule for the word goes before one for the class of filler, the more special class
        first, and that before the general rule.
        """
        types = tuple(filler_types)
        asked = (event_class, word, role, types)
        if asked not in self.known_roles:
            self.known_roles[asked] = self._role_of(*asked)
        return self.known_roles[asked]

    def _role_of(self, event_class: str, word: str, role: str, types: Curies) -> str:
        above = self.superclasses(event_class)
        for cls in (*above, EVENT):
            stated = self.role_rules.get(cls, ())
            of_role = [rule for rule in stated if rule.role == role]
            rules = [rule for rule in of_role if self._applies(rule, word, types)]
            if rules:
                best = max(rules, key=self._precision)
                return best.property
        return ""

    def _precision(self, rule: RoleRule) -> tuple[bool, int]:
        has_word = bool(rule.word)
        if not rule.filler:
            return has_word, 0
        classes = self.superclasses(rule.filler)
        return has_word, len(classes)

    def _barred(self, entry: Entry, before: Iterable[str]) -> bool:
        """Return whether a word before those of the pattern's class bars them."""
        _, pattern = entry
        words = self.word_classes.get(pattern.word_class)
        if words is None:
            return False
        return not words.not_after.isdisjoint(before)

    def _applies(self, rule: RoleRule, word: str, types: Curies) -> bool:
        if rule.word and rule.word not in endings(word):
            return False
        if not rule.filler:
            return True
        return self.fits(types, [rule.filler])
