"""Words with a capital that name nothing: common nouns, languages, days.

A capital at the start of a sentence is no sign of a name, whatever the model takes the word for.
"""

from kg import gazetteer
from kg.lang.en import word_set
from kg.text.mentions.lexicon import noun
from kg.text.mentions.spans import FURNITURE, NameSpan
from kg.text.mentions.tokens import (
    head_lemma,
    lemma_of,
    word_beside,
)
from kg.text.parse import neighbour
from kg.text.parse.labels import PLURALS, PREMODIFIERS

# Bodies of which a state has one, so that the bare word with a capital is a name.
ONE_OF_A_STATE = word_set("names", "one-of-a-state")
ONLY_INSIDE = word_set("names", "only-inside-a-name")  # "Olympic"
LANGUAGES = word_set("names", "language")  # that no demonym is: "Swahili"
PEOPLES = word_set("names", "language-or-people")  # "in Yoruba"
DAYS = word_set("times", "weekday")
NAMES_WITH_ARTICLE = frozenset({"ORG", "WORK_OF_ART"})
BEFORE_LANGUAGE = word_set("function_words", "before-a-language")
OF_LANGUAGES = word_set("nouns", "of-a-language")  # "Danish lessons"
OF_LANGUAGE = word_set("verbs", "language")
COMMON = frozenset({"NN", "NNS"})
ORGANISATION = "ORG"


def names_something(span: NameSpan) -> bool:
    """Return whether a span is a name, and no common noun, language or day."""
    if _is_nominal(span) or _is_language(span):
        return False
    if span.is_one_word and (span.text in ONLY_INSIDE or span.text.lower() in DAYS):
        return False
    return not _is_common_opener(span)


def _is_common_opener(span: NameSpan) -> bool:
    """Return whether a span is a common noun by its tag that opens a sentence: "Turnout was low".

    Not if it has its capital elsewhere, too, or if a gazetteer knows it.
    """
    token = span.first
    if not span.is_one_word or not token.is_sent_start or token.tag_ not in COMMON:
        return False
    if span.label == ORGANISATION:  # firms of words that no gazetteer knows
        return False
    if gazetteer.places(span.text) or gazetteer.is_given_name(span.text):
        return False
    if gazetteer.organization(span.text) is not None or span.text.isupper():
        return False
    return not any(other.text == token.text for other in span.doc if not other.is_sent_start)


def _is_language(span: NameSpan) -> bool:
    """Return whether a demonym names a language: "in French", "speaks German", "(Russian: …)"."""
    token = span.last
    if span.text in LANGUAGES:
        return True
    if gazetteer.demonym(span.text) is None and span.text not in PEOPLES:
        return False
    if gazetteer.country(span.text):
        return False
    if token.tag_ in PLURALS:
        return False
    if word_beside(token, 1) == ":":
        return True
    if token.dep_ in PREMODIFIERS and lemma_of(token.head) in OF_LANGUAGES:
        return True
    if token.dep_ == "pobj":
        return token.head.lower_ in BEFORE_LANGUAGE
    return head_lemma(token, "dobj") in OF_LANGUAGE


def _is_nominal(span: NameSpan) -> bool:
    """Return whether a single word is a common noun: "the Ministry", "Download"."""
    if not span.is_one_word:
        return False
    token = span.first
    if token.lower_ in FURNITURE:
        return True
    if _is_proper(span):
        return False
    return any(map(noun, (token.lower_, lemma_of(token))))


def _is_proper(span: NameSpan) -> bool:
    """Return whether a noun with a capital is a name: "Congress", "told The Observer"."""
    if span.text in ONE_OF_A_STATE:
        return True
    before = neighbour(span.first, -1)
    if before is None or before.text != "The" or before.is_sent_start:
        return False
    return span.label in NAMES_WITH_ARTICLE
