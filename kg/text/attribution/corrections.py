"""Corrections: what an article said before, and now takes back."""

from spacy.tokens import Token

from kg.lang.en import word_set
from kg.text.parse import has_child, subjects

WRONGLY = word_set("adverbs", "wrongly")
ORIGINALLY = word_set("adverbs", "originally")
EARLIER = word_set("adjectives", "earlier-version")
TEXTS = word_set("nouns", "corrected-text")


def is_taken_back(saying: Token) -> bool:
    """Return whether what a verb of saying reports is not so: "wrongly said that".

    Nor is what an earlier version of the article said, or what "this article originally said".
    """
    if has_child(saying, "advmod", words=WRONGLY):
        return True
    return any(_is_corrected(subject, saying) for subject in subjects(saying))


def _is_corrected(text: Token, saying: Token) -> bool:
    """Return whether the subject of a verb of saying is a text that was corrected since."""
    if text.lemma_.lower() not in TEXTS:
        return False
    is_earlier = has_child(text, "amod", words=EARLIER)
    return is_earlier or has_child(saying, "advmod", words=ORIGINALLY)
