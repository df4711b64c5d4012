"""Indexes from words to what they express, out of the annotations of ontology files: patterns, event words, roles in events."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

from kg.errors import OntologyError
from kg.graph.ontology.pattern import parse, parse_role
from kg.graph.ontology.schema import EVENT, Pattern, RoleRule, WordClass
from kg.graph.ontology.sources import Statements, Value
from kg.model import Frame

# The annotation properties that hold patterns, and whether what they say is past.
SAYINGS = (("kg:saidAs", False), ("kg:saidOfThePast", True))
EVENT_WORDS = (("kg:eventVerb", Frame.VERB), ("kg:eventNoun", Frame.HAPPENING))

Ancestors = Mapping[str, tuple[str, ...]]
PatternIndex = dict[tuple[Frame, str], tuple[tuple[str, Pattern], ...]]


def word_classes(statements: Statements) -> dict[str, WordClass]:
    """The word classes by name, each with the words of the classes that it names itself (`<leader>`)."""
    classes = {}
    for subject in statements.subjects("kg:WordClass"):
        name = statements.first(subject, "rdfs:label")
        words, barring = (
            frozenset(v.text.lower() for v in statements.entries(subject, p))
            for p in ("kg:words", "kg:notAfter")
        )
        classes[name] = WordClass(name, words, barring)
    return {
        name: replace(found, words=_unfolded(found, classes)) for name, found in classes.items()
    }


def _unfolded(word_class: WordClass, classes: Mapping[str, WordClass]) -> frozenset[str]:
    """The words of a class with those of the classes that it names, which themselves name none."""
    named = {
        f"<{name}>": found.words
        for name, found in classes.items()
        if f"<{name}>" in word_class.words
    }
    return word_class.words.difference(named).union(*named.values())


def pattern_index(
    statements: Statements, classes: Mapping[str, WordClass], ancestors: Ancestors
) -> PatternIndex:
    """Patterns by frame and predicate, with every word of a class in the place of its name."""
    words_of = {name: word_class.words for name, word_class in classes.items()}
    kinds_of = {
        cls: frozenset(kind for kind, chain in ancestors.items() if cls in chain)
        for cls in ancestors
    }
    index: dict[tuple[Frame, str], list[tuple[str, Pattern]]] = defaultdict(list)
    for curie in sorted(statements.values):
        for saying, past in SAYINGS:
            for value in statements.entries(curie, saying):
                try:
                    pattern = parse(value.text, words_of=words_of, past=past)
                    pattern = _with_subclasses(pattern, value, statements, kinds_of)
                    for variant in (pattern, *_loosened(pattern)):
                        for predicate in _predicates(variant, words_of):
                            index[variant.frame, predicate].append((curie, variant))
                except OntologyError as error:
                    statements.fault(value.file, f"{curie}: {error}")
    return {key: tuple(dict.fromkeys(found)) for key, found in index.items()}


def _with_subclasses(
    pattern: Pattern, value: Value, statements: Statements, kinds_of: Mapping[str, frozenset[str]]
) -> Pattern:
    """The pattern with all kinds of the classes that it asks for, as a mention has a type but not its superclasses."""
    if not any(condition.classes for condition in pattern.conditions):
        return pattern
    conditions = []
    for condition in pattern.conditions:
        kinds = (_kinds(name, value, statements, kinds_of) for name in condition.classes)
        conditions.append(replace(condition, classes=frozenset().union(*kinds)))
    return replace(pattern, conditions=tuple(conditions))


def _kinds(
    name: str, value: Value, statements: Statements, kinds_of: Mapping[str, frozenset[str]]
) -> frozenset[str]:
    """The class that a pattern names and its subclasses; the class alone where its name ends in an exclamation mark."""
    cls = statements.resolve(name.removesuffix("!"), value.file)
    if cls not in kinds_of:
        raise OntologyError(f"pattern {value.text!r} names the class {cls}, which no file declares")
    return frozenset({cls}) if name.endswith("!") else kinds_of[cls]


def _loosened(pattern: Pattern) -> tuple[Pattern, ...]:
    """The same pattern with the roles that the language half may use instead.

    A particle may be taken for a preposition ("take over O", "drop out of O"), and a possessor of a happening fills the role of
    whoever does it ("the death of S", "S's death").
    """
    verb, _, particle = pattern.predicate.partition(" ")
    roles = (pattern.subject, pattern.object)
    other: dict[str, str] = {}
    if pattern.frame is Frame.VERB and particle:
        other = {"object": particle, "of": f"{particle} of"}
    elif pattern.frame is Frame.HAPPENING and "subject" not in roles:
        verb, other = pattern.predicate, {"of": "subject"}
    subject, object_ = (other.get(role, role) for role in roles)
    if (subject, object_) == roles:
        return ()
    return (replace(pattern, predicate=verb, subject=subject, object=object_),)


def _predicates(pattern: Pattern, words_of: Mapping[str, frozenset[str]]) -> Iterable[str]:
    if not pattern.word_class:
        return (pattern.predicate.lower(),)
    if pattern.word_class not in words_of:
        raise OntologyError(
            f"pattern {pattern.text!r} names a word class that no file gives: add a kg:WordClass with that label"
        )
    return sorted(words_of[pattern.word_class])


def event_index(statements: Statements) -> dict[tuple[Frame, str], tuple[str, ...]]:
    """Verbs and nouns by the kinds of event that they name; a kind goes before plain `sem:Event`."""
    index: dict[tuple[Frame, str], set[str]] = defaultdict(set)
    for cls in sorted(statements.values):
        for annotation, frame in EVENT_WORDS:
            for value in statements.entries(cls, annotation):
                index[frame, value.text.lower()].add(cls)
    return {key: tuple(sorted(classes - {EVENT})) or (EVENT,) for key, classes in index.items()}


def state_verbs(statements: Statements) -> frozenset[str]:
    """The verbs that never tell of an event."""
    return frozenset(
        v.text.lower()
        for subject in statements.values
        for v in statements.entries(subject, "kg:stateVerb")
    )


def role_rules(statements: Statements) -> dict[str, tuple[RoleRule, ...]]:
    """The rules of `kg:roleOf` by class, in the order of the files."""
    return {
        cls: tuple(
            rule
            for value in statements.lines(cls, "kg:roleOf")
            for rule in _rules(statements, cls, value)
        )
        for cls in sorted(statements.values)
        if statements.of(cls, "kg:roleOf")
    }


def _rules(statements: Statements, cls: str, value: Value) -> tuple[RoleRule, ...]:
    try:
        rules = parse_role(value.text)
    except OntologyError as error:
        statements.fault(value.file, f"{cls}: {error}")
        return ()
    return tuple(
        replace(
            rule,
            property=statements.resolve(rule.property, value.file),
            filler=statements.resolve(rule.filler, value.file),
        )
        for rule in rules
    )
