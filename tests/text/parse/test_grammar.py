"""Ways through a dependency tree, on trees built by hand."""

import pytest
from spacy.lang.en import English
from spacy.tokens import Doc

from kg.text.parse import (
    children_with,
    conjunction_root,
    first_child,
    governor_of,
    has_child,
    objects_after,
    objects_of,
    possessors,
    verb_lemma,
)

VOCAB = English().vocab

# word, head, dependency
CLOSED = [
    ("Lund", 2, "nsubj"),
    ("quickly", 2, "advmod"),
    ("closed", 2, "ROOT"),
    ("Berg", 5, "poss"),
    ("'s", 3, "case"),
    ("bridge", 2, "dobj"),
    ("in", 2, "prep"),
    ("Lima", 6, "pobj"),
    ("and", 7, "cc"),
    ("Oslo", 7, "conj"),
    ("by", 2, "agent"),
    ("night", 10, "pobj"),
]


@pytest.fixture
def doc():
    words, heads, deps = (list(column) for column in zip(*CLOSED, strict=True))
    return Doc(VOCAB, words=words, heads=heads, deps=deps)


def texts(tokens):
    return [token.text for token in tokens]


def test_children_are_chosen_by_dependency_and_by_word(doc):
    closed = doc[2]
    assert texts(children_with(closed)) == ["Lund", "quickly", "bridge", "in", "by"]
    assert texts(children_with(closed, "prep", "agent")) == ["in", "by"]
    assert texts(children_with(closed, "prep", "agent", words={"by"})) == ["by"]
    assert has_child(closed, "advmod", words={"quickly"})
    assert not has_child(closed, "advmod", words={"slowly"})
    assert first_child(closed, "prep", "agent") == doc[6]
    assert first_child(closed, "neg") is None


def test_objects_are_those_of_a_verb_or_behind_its_prepositions(doc):
    assert texts(objects_of(doc[2])) == ["bridge"]
    assert texts(objects_of(doc[6])) == ["Lima"]
    assert texts(objects_of(doc[2], "nsubj")) == ["Lund"]
    assert texts(objects_after(doc[2])) == ["Lima", "night"]
    assert texts(objects_after(doc[2], "in", "at")) == ["Lima"]
    assert objects_after(doc[2], "at") == []


def test_a_noun_has_its_owners_and_hangs_on_what_its_preposition_hangs_on(doc):
    assert texts(possessors(doc[5])) == ["Berg"]
    assert governor_of(doc[7], "in") == doc[2]
    assert governor_of(doc[7]) == doc[2]
    assert governor_of(doc[7], "of") is None
    assert governor_of(doc[5]) is None


def test_the_first_of_coordinated_words_is_found_from_any(doc):
    assert conjunction_root(doc[9]) == doc[7]
    assert conjunction_root(doc[7]) == doc[7]


def test_the_lemma_of_a_misread_form_is_mended():
    doc = Doc(VOCAB, words=["She", "Hoped"], lemmas=["she", "hop"])
    assert verb_lemma(doc[1]) == "hope"
