"""Indexes from words to what they express, made from the annotations of ontology files.

They are patterns, words of events, and roles in events.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import partial

from kg.errors import OntologyError
from kg.graph.ontology.kinds import parse_kind, resolved
from kg.graph.ontology.pattern import parse, parse_role
from kg.graph.ontology.schema import EVENT, KindRule, Pattern, RoleRule, WordClass
from kg.graph.ontology.sources import Statements, Value
from kg.model import Frame

# The annotation properties that hold patterns, and whether what they say is past.
SAYINGS = (("kg:saidAs", False), ("kg:saidOfThePast", True))
EVENT_WORDS = (("kg:eventVerb", Frame.VERB), ("kg:eventNoun", Frame.HAPPENING))

# The roles that the language half may use instead of each other.
OBJECT = "object"
OF = "of"
SUBJECT = "subject"
TAG = re.compile(r"<(?P<name>.+)>")  # how a word class names another: `<leader>`

Ancestors = Mapping[str, tuple[str, ...]]
Key = tuple[Frame, str]  # a frame and a predicate
Entry = tuple[str, Pattern]  # a property and a pattern that expresses it
PatternIndex = dict[Key, tuple[Entry, ...]]
Words = Mapping[str, frozenset[str]]  # the words of each class
Subclasses = Mapping[str, frozenset[str]]  # each class with all below it


# -------------------------------------------------------------------------------- word classes


def word_classes(statements: Statements) -> dict[str, WordClass]:
    """Return the word classes by name, with the words of classes that they name (`<leader>`)."""
    classes = {}
    for subject in statements.subjects("kg:WordClass"):
        name = statements.first(subject, "rdfs:label")
        words = _lower_entries(statements, subject, "kg:words")
        barring = _lower_entries(statements, subject, "kg:notAfter")
        classes[name] = WordClass(name, words, barring)
    unfolded = {}
    for name, word_class in classes.items():
        words = _unfolded(word_class, classes)
        unfolded[name] = replace(word_class, words=words)
    return unfolded


def _lower_entries(statements: Statements, subject: str, predicate: str) -> frozenset[str]:
    entries = statements.entries(subject, predicate)
    return frozenset(entry.text.lower() for entry in entries)


def _unfolded(word_class: WordClass, classes: Mapping[str, WordClass]) -> frozenset[str]:
    """Return the words of a class with those of the classes that it names.

    Those themselves name none.
    """
    words: set[str] = set()
    for word in word_class.words:
        tag = TAG.fullmatch(word)
        named = classes.get(tag["name"]) if tag else None
        words |= {word} if named is None else named.words
    return frozenset(words)


# ------------------------------------------------------------------------------------ patterns


def pattern_index(
    statements: Statements, classes: Mapping[str, WordClass], ancestors: Ancestors
) -> PatternIndex:
    """Return patterns by frame and predicate, with every word of a class in its name's place."""
    words_of = {name: word_class.words for name, word_class in classes.items()}
    subclasses = {cls: _below(cls, ancestors) for cls in ancestors}
    index: dict[Key, dict[Entry, None]] = defaultdict(dict)
    for curie in sorted(statements.values):
        for value, past in _sayings(statements, curie):
            try:
                pattern = parse(value.text, words_of=words_of, past=past)
                whole = _with_subclasses(pattern, value, statements, subclasses)
                for key, variant in _variants(whole, words_of):
                    index[key][curie, variant] = None
            except OntologyError as error:
                statements.fault(value.file, f"{curie}: {error}")
    return {key: tuple(patterns) for key, patterns in index.items()}


def _below(cls: str, ancestors: Ancestors) -> frozenset[str]:
    return frozenset(lower for lower in ancestors if cls in ancestors[lower])


def _sayings(statements: Statements, curie: str) -> Iterator[tuple[Value, bool]]:
    """Yield the patterns of a property as they are written, and whether what they say is past."""
    for saying, past in SAYINGS:
        for value in statements.entries(curie, saying):
            yield value, past


def _with_subclasses(
    pattern: Pattern, value: Value, statements: Statements, subclasses: Subclasses
) -> Pattern:
    """Return the pattern with all classes below those that it asks for.

    A mention has a type but not its superclasses.
    """
    if not any(condition.classes for condition in pattern.conditions):
        return pattern
    conditions = []
    for condition in pattern.conditions:
        classes: set[str] = set()
        for name in condition.classes:
            classes |= _meant(name, value, statements, subclasses)
        conditions.append(replace(condition, classes=frozenset(classes)))
    return replace(pattern, conditions=tuple(conditions))


def _meant(
    name: str, value: Value, statements: Statements, subclasses: Subclasses
) -> frozenset[str]:
    """Return the class that a pattern names and its subclasses.

    It is the class alone if its name ends in an exclamation mark.
    """
    plain = name.removesuffix("!")
    cls = statements.resolve(plain, value.file)
    if cls not in subclasses:
        message = f"pattern {value.text!r} names the class {cls}, which no file declares"
        raise OntologyError(message)
    return subclasses[cls] if plain == name else frozenset({cls})


def _variants(pattern: Pattern, words_of: Words) -> Iterator[tuple[Key, Pattern]]:
    """Yield the pattern and its loosened form under each of their predicates."""
    for variant in (pattern, *_loosened(pattern)):
        for predicate in _predicates(variant, words_of):
            yield (variant.frame, predicate), variant


def _loosened(pattern: Pattern) -> tuple[Pattern, ...]:
    """Return the same pattern with the roles that the language half may use instead.

    A particle may be taken for a preposition ("take over O", "drop out of O"), and a possessor of
    an event's noun fills the role of whoever does it ("the death of S", "S's death").
    """
    roles = (pattern.subject, pattern.object)
    verb, _, particle = pattern.predicate.partition(" ")
    if pattern.frame is Frame.VERB and particle:
        other = {OBJECT: particle, OF: f"{particle} {OF}"}
        return _renamed(replace(pattern, predicate=verb), other)
    if pattern.frame is Frame.HAPPENING and SUBJECT not in roles:
        return _renamed(pattern, {OF: SUBJECT})
    return ()


def _renamed(pattern: Pattern, other: Mapping[str, str]) -> tuple[Pattern, ...]:
    """Return the pattern with other names of its roles, nothing if they have none."""
    roles = (pattern.subject, pattern.object)
    subject, object_ = (other.get(role, role) for role in roles)
    if (subject, object_) == roles:
        return ()
    return (replace(pattern, subject=subject, object=object_),)


def _predicates(pattern: Pattern, words_of: Words) -> Iterable[str]:
    """Return the words that a pattern is found under: one, or all of a class."""
    if not pattern.word_class:
        return (pattern.predicate.lower(),)
    if pattern.word_class not in words_of:
        raise OntologyError(
            f"pattern {pattern.text!r} names a word class that no file gives:"
            " add a kg:WordClass with that label"
        )
    return sorted(words_of[pattern.word_class])


# -------------------------------------------------------------------------------------- events


def event_index(statements: Statements) -> dict[Key, tuple[str, ...]]:
    """Return the classes of event that verbs and nouns name; plain `sem:Event` only if alone."""
    index = defaultdict(set)
    for cls in sorted(statements.values):
        for key in _event_words(statements, cls):
            index[key].add(cls)
    found = {}
    for key, classes in index.items():
        special = classes - {EVENT}
        found[key] = tuple(sorted(special or classes))
    return found


def _event_words(statements: Statements, cls: str) -> Iterator[Key]:
    """Yield the verbs and nouns that name events of a class."""
    for annotation, frame in EVENT_WORDS:
        for entry in statements.entries(cls, annotation):
            yield frame, entry.text.lower()


def kind_rules(
    statements: Statements, classes: Mapping[str, WordClass]
) -> dict[Key, tuple[KindRule, ...]]:
    """Return the rules of `kg:eventWith` by word, those that ask for more in front.

    A word that is a verb and a noun has them for both.
    """
    words_of = {name: word_class.words for name, word_class in classes.items()}
    index = defaultdict(list)
    for cls in statements.values:
        for value in statements.lines(cls, "kg:eventWith"):
            try:
                rules = list(parse_kind(value.text, cls, words_of))
            except OntologyError as error:
                statements.fault(value.file, f"{cls}: {error}")
                continue
            for rule in rules:
                full = resolved(rule, partial(statements.resolve, file=value.file))
                index[Frame.VERB, rule.word].append(full)
                index[Frame.HAPPENING, rule.word].append(full)
    return {key: tuple(sorted(rules, key=_asked, reverse=True)) for key, rules in index.items()}


def _asked(rule: KindRule) -> tuple[int, int, int]:
    """Return how much a rule asks for: nouns tell more than classes of things."""
    nouns = sum(bool(demand.nouns) for demand in rule.demands)
    classes = sum(bool(demand.classes) for demand in rule.demands)
    return nouns, classes, len(rule.demands)


def state_verbs(statements: Statements) -> frozenset[str]:
    """Return the verbs that never tell of an event."""
    verbs: set[str] = set()
    for subject in statements.values:
        verbs |= _lower_entries(statements, subject, "kg:stateVerb")
    return frozenset(verbs)


def role_rules(statements: Statements) -> dict[str, tuple[RoleRule, ...]]:
    """Return the rules of `kg:roleOf` by class, in the order of the files."""
    rules = {}
    for cls in sorted(statements.values):
        if statements.of(cls, "kg:roleOf"):
            rules[cls] = tuple(_rules_of(statements, cls))
    return rules


def _rules_of(statements: Statements, cls: str) -> Iterator[RoleRule]:
    """Yield the rules of a class, with full names; note those that have no known form."""
    for value in statements.lines(cls, "kg:roleOf"):
        try:
            rules = parse_role(value.text)
        except OntologyError as error:
            statements.fault(value.file, f"{cls}: {error}")
            continue
        for rule in rules:
            property_ = statements.resolve(rule.property, value.file)
            filler = statements.resolve(rule.filler, value.file)
            yield replace(rule, property=property_, filler=filler)
