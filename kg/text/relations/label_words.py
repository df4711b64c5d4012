"""Nouns and other words in the labels of events, as the article has them."""

from collections.abc import Sequence

from spacy.tokens import Token

from kg.lang.en import word_set
from kg.text.parse import neighbour, noun_phrase
from kg.text.relations.verb_forms import RELATIVE, antecedent_of, is_negated

SAYS_LITTLE = word_set("nouns", "empty-in-label")
DROPPED = word_set("labels", "left-out-of-label")
NEGATIVE = word_set("function_words", "negative-determiner")
NO_MARKS = str.maketrans({"{": "(", "}": ")", '"': None, "“": None, "”": None})
MAX_WORDS = 6  # words of a noun phrase that is no mention; of a longer one the last two


def says_much(noun: Token) -> bool:
    """Return whether a label is fuller with a noun behind a preposition."""
    if noun.lemma_ in SAYS_LITTLE:
        return False
    return noun.tag_ not in RELATIVE or antecedent_of(noun) != noun


def without_owners(noun: Token, owners: Sequence[Token]) -> str:
    """Return the words of an event noun from the first that is no owner and no determiner."""
    words = noun_phrase(noun)
    kept = (word for word in words if not _is_left_out(word, noun, owners))
    first = next(kept, noun)
    return noun.doc[first.i : noun.i + 1].text


def _is_left_out(token: Token, noun: Token, owners: Sequence[Token]) -> bool:
    """Return whether a token is a determiner of a noun or a mark at it, or belongs to an owner."""
    if token.dep_ in DROPPED and token.head == noun:
        return True
    return any(token in owner.subtree for owner in owners)


def own_words(noun: Token) -> str:
    """Return a noun phrase in the article's words, without determiner; if it is long its end."""
    words = noun_phrase(noun)
    if len(words) > MAX_WORDS:
        words = words[-2:]
    while len(words) > 1 and _is_dropped(words[0]):
        words = words[1:]
    start = _start_of_word(words[0])
    text = plain(noun.doc[start : _end_of_word(noun)].text)
    is_denied = noun.pos_ == "ADJ" and is_negated(noun)
    return f"not {text}" if is_denied else text


def _is_dropped(word: Token) -> bool:
    """Return whether a label leaves out a word before a noun: "the", but not "no"."""
    return word.dep_ in DROPPED and word.lower_ not in NEGATIVE


def _end_of_word(token: Token) -> int:
    """Return the index behind the last piece of a word that is parsed as several: "$9m"."""
    end = token.i + 1
    doc = token.doc
    while end < len(doc) and not doc[end - 1].whitespace_ and doc[end].text.isalnum():
        end += 1
    return end


def _start_of_word(token: Token) -> int:
    """Return the index of the first piece of a hyphenated word that a token ends."""
    start = token.i
    while start > 1 and is_piece(token.doc[start - 1]):
        start -= 1
    return start


def is_piece(token: Token) -> bool:
    """Return whether a token stands before the end of a hyphenated word, or is its hyphen.

    Examples are "pre" and "-" in "pre-orders".
    """
    after = neighbour(token, 1)
    if after is None or token.whitespace_:
        return False
    if token.text == "-":
        return True
    return after.text == "-" and not after.whitespace_


# ------------------------------------------------------------------------------------------- words


def spaced(*words: str) -> str:
    """Return words with blanks between them, without the empty ones."""
    return " ".join(filter(None, words))


def plain(text: str) -> str:
    """Return the article's own words with single blanks, without braces and quotation marks.

    Braces would look like the place of a filler, and a mark alone like a quotation that is cut.
    """
    return " ".join(text.translate(NO_MARKS).split())
