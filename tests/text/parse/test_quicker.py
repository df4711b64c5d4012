"""A quickened pipeline gives what spaCy's own gives: the same matches for the same patterns, the same annotations for the same text."""

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.matcher import Matcher
from spacy.tokens import Doc
from spacy.vocab import Vocab

from kg.text.parse import DEFAULT_MODEL, load
from kg.text.parse.speedups import TableMatcher

VOCAB = Vocab()
WORDS, TAGS, DEPENDENCIES = (
    ("Do", "do", "can", "n't", "it"),
    ("VB", "MD", "PRP", "_SP"),
    ("aux", "ROOT", "nsubj", "dep"),
)
TEXT = """Ministers didn't say who'd won; the oxen's drivers, running late, ca n't be reached.  There's better news, isn't there?

The worst-hit villages lay in ruins. Did you have to leave? He gets what he'd got, and 'em all have been going to hear it."""


@st.composite
def docs(draw):
    words = draw(
        st.lists(
            st.tuples(*map(st.sampled_from, (WORDS, TAGS, DEPENDENCIES))), min_size=1, max_size=6
        )
    )
    texts, tags, dependencies = map(list, zip(*words, strict=True))
    return Doc(VOCAB, words=texts, tags=tags, deps=dependencies, heads=[0] * len(words))


def wanted(choices):
    one = st.sampled_from(choices)
    some = st.lists(one, min_size=1, max_size=2, unique=True)
    return (
        one
        | some.map(lambda words: {"IN": words})
        | some.map(lambda words: {"NOT_IN": words})
        | st.just({"REGEX": "^[a-n]"})
    )


TOKENS = st.fixed_dictionaries(
    {},
    optional={
        "LOWER": wanted([word.lower() for word in WORDS]),
        "TAG": wanted(TAGS),
        "DEP": wanted(DEPENDENCIES),
        "IS_SPACE": st.booleans(),
    },
).filter(bool)
PATTERNS = st.lists(
    st.lists(st.lists(TOKENS, min_size=1, max_size=2), min_size=1, max_size=2),
    min_size=1,
    max_size=4,
)


@settings(deadline=None)
@given(docs(), PATTERNS)
def test_a_table_of_patterns_matches_what_spacy_matches(doc, patterns):
    spacys = Matcher(VOCAB)
    for number, alternatives in enumerate(patterns):
        spacys.add(str(number), alternatives)
    tables = TableMatcher(
        VOCAB, {str(number): alternatives for number, alternatives in enumerate(patterns)}
    )
    assert set(tables(doc, allow_missing=True, as_spans=False)) == set(
        spacys(doc, allow_missing=True, as_spans=False)
    )


def test_a_quickened_model_keeps_all_its_rules():
    assert (
        load().get_pipe("attribute_ruler").patterns
        == spacy.load(DEFAULT_MODEL).get_pipe("attribute_ruler").patterns
    )


@pytest.mark.parametrize("attribute", ["lemma_", "pos_", "tag_", "morph", "dep_", "ent_type_"])
def test_a_quickened_model_annotates_as_the_model_does(attribute):
    quick, plain = load()(TEXT), spacy.load(DEFAULT_MODEL)(TEXT)
    assert [getattr(token, attribute) for token in quick] == [
        getattr(token, attribute) for token in plain
    ]
