"""Word classes, and the index from words to the patterns that they stand in, of ontology files."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import replace

from kg.errors import OntologyError
from kg.graph.ontology.pattern import BE, OBJECT, OF, SUBJECT, parse
from kg.graph.ontology.schema import Ancestors, Entry, Key, Pattern, PatternIndex, WordClass
from kg.graph.ontology.sources import Statements, Value
from kg.graph.ontology.words import Words
from kg.model import Frame

# The annotation properties that hold patterns, and whether what they say is past.
SAYINGS = {"kg:saidAs": False, "kg:saidOfThePast": True}
TAG = re.compile(r"<(?P<name>.+)>")  # how a word class names another: `<leader>`

WordClasses = dict[str, WordClass]
KeyedEntry = tuple[Key, Entry]
KeyedPattern = tuple[Key, Pattern]
Saying = tuple[Value, bool]  # a pattern as it is written, and whether what it says is past
RoleNames = Mapping[str, str]
Subclasses = Mapping[str, Set[str]]  # each class with all below it


# -------------------------------------------------------------------------------- word classes


def word_classes(statements: Statements) -> WordClasses:
    """Return the word classes by name, with the words of classes that they name (`<leader>`)."""
    classes = {}
    for subject in statements.subjects("kg:WordClass"):
        name = statements.first(subject, "rdfs:label")
        words = statements.words(subject, "kg:words")
        barring = statements.words(subject, "kg:notAfter")
        classes[name] = WordClass(name, words, barring)
    unfolded = {}
    for name, word_class in classes.items():
        words = _unfolded(word_class, classes)
        unfolded[name] = replace(word_class, words=words)
    return unfolded


def _unfolded(word_class: WordClass, classes: WordClasses) -> frozenset[str]:
    """Return the words of a class with those of the classes that it names.

    Those themselves name none.
    """
    words: set[str] = set()
    for word in word_class.words:
        tag = TAG.fullmatch(word)
        named = classes.get(tag["name"]) if tag else None
        if named is None:
            words.add(word)
        else:
            words |= named.words
    return frozenset(words)


# ------------------------------------------------------------------------------------ patterns


def pattern_index(statements: Statements, words_of: Words, ancestors: Ancestors) -> PatternIndex:
    """Return patterns by frame and predicate, with every word of a class in its name's place."""
    index = defaultdict(list)
    for key, entry in _entries(statements, words_of, ancestors):
        index[key].append(entry)
    found = {}
    for key, entries in index.items():
        different = dict.fromkeys(entries)
        found[key] = tuple(different)
    return found


def _entries(statements: Statements, words_of: Words, ancestors: Ancestors) -> Iterator[KeyedEntry]:
    """Yield the patterns of all properties, each under the keys of its words; note faults."""
    subclasses = _subclasses(ancestors)
    for curie in sorted(statements.values):
        for value, past in _sayings(statements, curie):
            with statements.noting_faults(curie, value.file):
                pattern = parse(value.text, words_of=words_of, past=past)
                whole = _with_subclasses(pattern, value, statements, subclasses)
                for key, variant in _variants(whole, words_of):
                    yield key, (curie, variant)


def made_entries(curie: str, texts: Iterable[str]) -> Iterator[KeyedEntry]:
    """Yield the patterns that were made for a property, each under the key of its word."""
    for text in texts:
        for key, variant in _variants(parse(text), {}):
            yield key, (curie, variant)


def _subclasses(ancestors: Ancestors) -> Subclasses:
    """Return each class with all below it, itself among them."""
    subclasses = defaultdict(set)
    for cls, superclasses in ancestors.items():
        for above in superclasses:
            subclasses[above].add(cls)
    return {cls: subclasses[cls] for cls in ancestors}


def _sayings(statements: Statements, curie: str) -> Iterator[Saying]:
    """Yield the patterns of a property as they are written, and whether what they say is past."""
    for saying, past in SAYINGS.items():
        for value in statements.entries(curie, saying):
            yield value, past


def _with_subclasses(
    pattern: Pattern, value: Value, statements: Statements, subclasses: Subclasses
) -> Pattern:
    """Return the pattern with all classes below those that it asks for.

    A mention has a type but not its superclasses.
    """
    conditions = []
    for condition in pattern.conditions:
        classes: set[str] = set()
        for name in condition.classes:
            classes |= _meant(name, value, statements, subclasses)
        whole = replace(condition, classes=frozenset(classes))
        conditions.append(whole)
    return replace(pattern, conditions=tuple(conditions))


def _meant(name: str, value: Value, statements: Statements, subclasses: Subclasses) -> Set[str]:
    """Return the class that a pattern names and its subclasses.

    It is the class alone if its name ends in an exclamation mark.
    """
    plain = name.removesuffix("!")
    cls = statements.resolve(plain, value.file)
    if cls not in subclasses:
        message = f"pattern {value.text!r} names the class {cls}, which no file declares"
        raise OntologyError(message)
    if plain != name:
        return {cls}
    return subclasses[cls]


def _variants(pattern: Pattern, words_of: Words) -> Iterator[KeyedPattern]:
    """Yield the pattern and its loosened form under each of their predicates."""
    for variant in filter(None, (pattern, _loosened(pattern), _of_noun(pattern))):
        for predicate in _predicates(variant, words_of):
            yield (variant.frame, predicate), variant


def _loosened(pattern: Pattern) -> Pattern | None:
    """Return the same pattern with the roles that the language half may use instead.

    A particle may be taken for a preposition ("take over O", "drop out of O"), and a possessor of
    an event's noun fills the role of whoever does it ("the death of S", "S's death").
    """
    frame = pattern.frame
    verb, _, particle = pattern.predicate.partition(" ")
    if frame is Frame.VERB and particle:
        bare = replace(pattern, predicate=verb)
        names = {OBJECT: particle, OF: f"{particle} {OF}"}
        return _renamed(bare, names)
    roles = (pattern.subject, pattern.object)
    if frame is Frame.HAPPENING and SUBJECT not in roles:
        return _renamed(pattern, {OF: SUBJECT})
    return None


def _of_noun(pattern: Pattern) -> Pattern | None:
    """Return a pattern for what a noun is said to be as one of nouns of things: "population"."""
    if pattern.frame is not Frame.HAPPENING or pattern.object != BE:
        return None
    return replace(pattern, frame=Frame.NOUN)


def _renamed(pattern: Pattern, other: RoleNames) -> Pattern | None:
    """Return the pattern with other names of its roles, nothing if they have none."""
    subject = pattern.subject
    object_ = pattern.object
    if other.keys().isdisjoint((subject, object_)):
        return None
    return replace(
        pattern,
        subject=other.get(subject, subject),
        object=other.get(object_, object_),
    )


def _predicates(pattern: Pattern, words_of: Words) -> Iterable[str]:
    """Return the words that a pattern is found under: one, or all of a class."""
    name = pattern.word_class
    if not name:
        return (pattern.predicate.lower(),)
    if name not in words_of:
        raise OntologyError(
            f"pattern {pattern.text!r} names a word class that no file gives:"
            " add a kg:WordClass with that label"
        )
    return sorted(words_of[name])
