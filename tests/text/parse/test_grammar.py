"""Ways through a dependency tree, on trees built by hand."""

import pytest
from spacy.lang.en import English
from spacy.tokens import Doc

from kg.text.parse import (
    antecedent,
    any_label,
    any_word,
    children_with,
    conjunction_root,
    direct_objects,
    first_child,
    governed_by,
    governor_of,
    has_child,
    is_inside_phrase,
    is_object,
    is_preposition,
    is_recipient,
    objects_after,
    objects_of,
    possessor,
    possessors,
    prepositions_of,
    tag_before,
    verb_lemma,
    with_label,
    with_word,
    word_before,
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


def test_some_tokens_are_chosen_by_dependency_and_by_word(doc):
    closed = doc[2]
    assert texts(with_label(closed.rights, "prep", "dobj")) == ["bridge", "in"]
    assert texts(with_word(closed.lefts, "lund", "slowly")) == ["Lund"]
    assert any_label(closed.lefts, "advmod", "neg")
    assert not any_label(closed.lefts, "prep")
    assert any_word(closed.lefts, "quickly")
    assert not any_word(closed.lefts)


def test_a_preposition_that_is_a_verb_has_objects_of_two_kinds():
    words = ["including", "Lund", "bridges"]
    doc = Doc(VOCAB, words=words, heads=[0, 0, 0], deps=["ROOT", "pobj", "dobj"])
    assert texts(objects_of(doc[0])) == ["Lund", "bridges"]
    assert texts(governed_by(doc[0])) == ["Lund"]
    assert texts(direct_objects(doc[0])) == ["bridges"]
    assert [is_object(token) for token in doc] == [False, False, True]


def test_prepositions_are_narrowed_by_words_if_there_are_any(doc):
    assert texts(prepositions_of(doc[2])) == ["in"]
    assert texts(prepositions_of(doc[2], "in", "on")) == ["in"]
    assert prepositions_of(doc[2], "by") == []


@pytest.mark.parametrize(
    ("dep", "pos", "recipient", "preposition"),
    [
        ("dative", "PROPN", True, False),  # "gave Lund the bridge"
        ("dative", "ADP", False, True),  # "gave it to Lund"
        ("prep", "ADP", False, True),
        ("prep", "VERB", False, False),  # "including Lund"
        ("pobj", "ADP", False, False),
    ],
)
def test_a_dative_is_a_recipient_or_a_preposition(dep, pos, recipient, preposition):
    doc = Doc(VOCAB, words=["gave", "it"], heads=[0, 0], deps=["ROOT", dep], pos=["VERB", pos])
    assert is_recipient(doc[1]) is recipient
    assert is_preposition(doc[1]) is preposition


RELATIVE = [
    ("river", 0, "ROOT", "NN"),
    ("over", 5, "prep", "IN"),
    ("which", 1, "pobj", "WDT"),
    ("Lund", 5, "nsubj", "NNP"),
    ("often", 5, "advmod", "RB"),
    ("ran", 0, "relcl", "VBD"),
    ("where", 7, "advmod", "WRB"),
    ("swam", 5, "conj", "VBD"),
]


@pytest.mark.parametrize(
    ("at", "through", "tags", "expected"),
    [
        (2, (), {"WDT"}, "which"),
        (2, ("prep",), {"WDT"}, "river"),
        (2, ("conj",), {"WDT"}, "which"),
        (6, ("conj",), {"WDT"}, "where"),
        (6, ("conj",), {"WRB"}, "river"),
        (6, (), {"WRB"}, "where"),
        (3, ("conj", "prep"), {"WDT"}, "Lund"),
    ],
)
def test_a_relative_pronoun_stands_for_the_noun_before_its_clause(at, through, tags, expected):
    words, heads, deps, kinds = (list(column) for column in zip(*RELATIVE, strict=True))
    doc = Doc(VOCAB, words=words, heads=heads, deps=deps, tags=kinds)
    assert antecedent(doc[at], *through, tags=tags).text == expected


def test_a_noun_has_its_owners_and_hangs_on_what_its_preposition_hangs_on(doc):
    assert texts(possessors(doc[5])) == ["Berg"]
    assert possessor(doc[5]) == doc[3]
    assert possessor(doc[3]) is None
    assert governor_of(doc[7], "in") == doc[2]
    assert governor_of(doc[7]) == doc[2]
    assert governor_of(doc[7], "of") is None
    assert governor_of(doc[5]) is None


def test_what_describes_a_noun_stands_inside_its_phrase():
    doc = Doc(VOCAB, words=["Danish", "ships"], heads=[1, 1], deps=["amod", "ROOT"])
    assert is_inside_phrase(doc[0])
    assert not is_inside_phrase(doc[1])


def test_the_first_of_coordinated_words_is_found_from_any(doc):
    assert conjunction_root(doc[9]) == doc[7]
    assert conjunction_root(doc[7]) == doc[7]


def test_the_word_before_the_first_is_empty():
    doc = Doc(VOCAB, words=["The", "bridge"], tags=["DT", "NN"])
    assert [word_before(token) for token in doc] == ["", "the"]
    assert [tag_before(token) for token in doc] == ["", "DT"]


def test_the_lemma_of_a_misread_form_is_mended():
    doc = Doc(VOCAB, words=["She", "Hoped"], lemmas=["she", "hop"])
    assert verb_lemma(doc[1]) == "hope"
