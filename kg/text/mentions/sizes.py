"""The number of people in a group, as the words before its noun count them."""

from collections.abc import Iterable

from spacy.tokens import Token

from kg.lang.en import word_numbers, word_set

WITH_A_BOUND = word_set("labels", "number-bound")
SCALES = word_numbers("numbers", "group-scale")
NUMBERS = word_numbers("numbers", "group-number")
LONGEST_NUMBER = 15  # figures; more than a float holds exactly, and far more than there are people
LARGEST_GROUP = 10**12  # people; more is said of none ("a million million miners")


def size_of(token: Token) -> int:
    """Return the count before a plural noun; 0 if there is none, or only a bound or a share."""
    for child in token.lefts:
        if child.dep_ == "nummod" and not _is_bounded(child):
            return number_of([part for part in child.subtree if part.i <= child.i])
    return 0


def _is_bounded(number: Token) -> bool:
    """Return whether a number is only a bound or a share: "at least ten"."""
    return any(left.dep_ in WITH_A_BOUND for left in number.lefts)


def number_of(tokens: Iterable[Token]) -> int:
    """Return the value of a number in digits or words ("2.5 million"); 0 if it is not clear."""
    value = 0.0
    for token in tokens:
        word = token.lower_
        digits = word.replace(",", "")
        if _is_decimal(digits):
            value = float(digits)
        elif word in SCALES:
            value = (value or 1) * SCALES[word]
        elif word in NUMBERS:
            value += NUMBERS[word]
    return int(value) if value < LARGEST_GROUP else 0


def _is_decimal(digits: str) -> bool:
    """Return whether a text is a number in figures that a float holds exactly."""
    if len(digits) > LONGEST_NUMBER:
        return False
    return digits.replace(".", "", 1).isdecimal()
