"""Arguments of a verb that hang elsewhere in the tree: shared in a coordination, or attached by the parser to a word between.

"was born and raised in Oslo" · "founded and became chair of Acme" · "earned a degree in law from Oslo and another from Bergen"
"""

from collections.abc import Iterator

from spacy.tokens import Token

from kg.lang.en import word_set
from kg.text.parse import conjuncts, subjects

OBJECTS = ("dobj",)
CLAUSAL = ("VERB", "AUX")
NOUN_PREPOSITIONS = word_set("function_words", "shared-with-object")
PLACE_PREPOSITIONS = word_set("function_words", "shared-with-field")
FIELD_PREPOSITIONS = word_set("function_words", "field-of-study")
AGENT_PREPOSITIONS = word_set("function_words", "before-late-agent")
OFFICE_PREPOSITIONS = word_set("function_words", "of-an-office")
MAX_SHARED_GAP = (
    3  # tokens from a verb to its conjunct where they share the object: "founded, and later runs"
)


def prepositions_elsewhere(verb: Token) -> Iterator[Token]:
    """Prepositions that belong to a verb, though they hang on its object, on the field of a study or post, or on its conjunct."""
    for child in verb.children:
        if child.dep_ in OBJECTS:
            yield from _behind_object(child)
        elif child.dep_ == "prep" and child.lower_ in FIELD_PREPOSITIONS:
            yield from _behind_field(child)
    yield from _shared_prepositions(verb)


def shared_objects(verb: Token) -> Iterator[Token]:
    """The object that a verb shares with the verb right after it: "founded and runs Acme", "founded and became chair of Acme"."""
    if any(child.dep_ in OBJECTS for child in verb.children):
        return
    for other in _conjoined(verb):
        if other.pos_ in CLAUSAL:
            found = [child for child in other.children if child.dep_ in OBJECTS]
            yield from found or _of_office(other)


def late_agents(verb: Token) -> Iterator[Token]:
    """The agent that is parsed as if it belonged to the word before it: "founded in 1979 as Bolt by Ann Coil"."""
    if any(child.dep_ == "agent" for child in verb.children):
        return
    for prep in verb.children:
        for noun in (
            _objects_of(prep) if prep.dep_ == "prep" and prep.lower_ in AGENT_PREPOSITIONS else ()
        ):
            for by in noun.children:
                if by.lower_ == "by" and by.dep_ in ("prep", "agent"):
                    yield from _objects_of(by)


def misread_to(verb: Token) -> Iterator[Token]:
    """The name in "is married to actor Bo Coil", where "to actor" is parsed as an infinitive."""
    for child in verb.children if verb.dep_ == "acomp" else ():
        if child.dep_ == "xcomp" and child.i and child.nbor(-1).tag_ == "TO":
            yield from (noun for noun in child.children if noun.dep_ in OBJECTS)


def _conjoined(verb: Token) -> Iterator[Token]:
    """Verbs coordinated right after a verb, without a subject of their own."""
    for other in verb.children:
        if other.dep_ == "conj" and other.i - verb.i <= MAX_SHARED_GAP and not subjects(other):
            yield other


def _objects_of(prep: Token) -> list[Token]:
    return [child for child in prep.children if child.dep_ == "pobj"]


def _prepositions(noun: Token, words: frozenset[str]) -> Iterator[Token]:
    """The prepositions of a noun that are among some words."""
    yield from (child for child in noun.children if child.dep_ == "prep" and child.lower_ in words)


def _behind_object(noun: Token) -> Iterator[Token]:
    """What follows an object and may belong to the verb: "earned a degree in physics from Oslo and another from Bergen"."""
    for each in conjuncts(noun):
        for prep in (
            _prepositions(each, NOUN_PREPOSITIONS) if each.pos_ in ("NOUN", "PROPN") else ()
        ):
            yield prep
            yield from (
                deep
                for pobj in _objects_of(prep)
                for deep in _prepositions(pobj, PLACE_PREPOSITIONS)
            )


def _behind_field(prep: Token) -> Iterator[Token]:
    """Where one studies or works, behind the field or post: "graduated in law at Oslo", "worked as a cook at Acme"."""
    for noun in _objects_of(prep):
        if noun.pos_ == "NOUN":
            yield from _prepositions(noun, PLACE_PREPOSITIONS)


def _shared_prepositions(verb: Token) -> Iterator[Token]:
    """What two participles share after the second: "was born and raised in Oslo"."""
    if verb.tag_ != "VBN" or any(
        child.dep_ in ("prep", "agent", *OBJECTS) for child in verb.children
    ):
        return
    for other in _conjoined(verb):
        if other.tag_ == "VBN":
            yield from (child for child in other.children if child.dep_ == "prep")


def _of_office(verb: Token) -> list[Token]:
    """What somebody becomes or serves as the head of."""
    offices = [child for child in verb.children if child.dep_ == "attr"]
    offices += [noun for prep in verb.children if prep.lower_ == "as" for noun in _objects_of(prep)]
    heads = [each for office in offices for each in conjuncts(office)]
    return [
        token
        for head in heads
        for prep in _prepositions(head, OFFICE_PREPOSITIONS)
        for token in _objects_of(prep)
    ]
