"""Words that show that two tellings are two events, whoever takes part in them.

An ordinal or a side before the noun says which of several is meant: "the second quake", "the
northern front". Who checks in and who checks out do two things, and so does who is forced to resign
and forced to pay, and whoever one sentence tells of in two words. What is kept apart here may still
be one; a node that is told twice does less harm than a false one.
"""

import re
from itertools import pairwise

from kg.graph.events.event_mention import EventMention
from kg.graph.events.pair_signs import (
    OTHER_WORDS,
    of_words,
    word_of,
)
from kg.lang.en import (
    word_set,
    word_values,
)

# Words of which two different ones in one class tell two things apart.
OPPOSED = (
    word_set("adjectives", "opposed-direction"),
    word_set("adjectives", "opposed-age"),
    word_set("adjectives", "opposed-rank") | word_set("numbers", "ordinal"),
)
# What happens is told by the infinitive behind these verbs: "was forced to resign".
OPEN_VERBS = word_set("verbs", "same-time") | word_set("verbs", "planning")
OPEN_VERBS |= word_set("verbs", "failing")
BEFORE_INFINITIVE = word_set("function_words", "before-infinitive")
WAY_BACK = word_values("function_words", "way-back")
OPPOSITE = ("kg:origin", "kg:destination")
WORD = re.compile(r"[^\W\d_]+")


def are_distinct(
    first: EventMention,
    second: EventMention,
) -> bool:
    """Return whether the words of two tellings show that they tell of two events."""
    if are_marked_apart(first.phrase, second.phrase):
        return True
    if _go_opposite_ways(first, second) or _stand_in_one_sentence(first, second):
        return True
    return _lead_to_two_deeds(first, second)


def are_marked_apart(
    first: str,
    second: str,
) -> bool:
    """Return whether two descriptions have different ordinals, sides or ages.

    >>> are_marked_apart("northern districts", "the southern districts")
    True
    >>> are_marked_apart("northern districts", "districts")
    False
    """
    own, other = _words(first), _words(second)
    return any(_differ(own & marks, other & marks) for marks in OPPOSED)


def _differ(
    own: set[str],
    other: set[str],
) -> bool:
    return bool(own and other) and own.isdisjoint(other)


def _words(text: str) -> set[str]:
    return set(WORD.findall(text.lower()))


def _lead_to_two_deeds(
    first: EventMention,
    second: EventMention,
) -> bool:
    """Return whether one verb that leaves it to its infinitive what is done has two of these."""
    verb = word_of(first)
    if verb not in OPEN_VERBS or verb != word_of(second):
        return False
    return _differ(_infinitives(first.phrase, verb), _infinitives(second.phrase, verb))


def _infinitives(
    phrase: str,
    verb: str,
) -> set[str]:
    """Return the first infinitive of a phrase behind its verb, which may be one, too."""
    words = phrase.split()
    found = [word for mark, word in pairwise(words) if mark in BEFORE_INFINITIVE]
    verbs = [word for word in found if word != verb and word.isalpha()]
    return set(verbs[:1])


def _go_opposite_ways(
    first: EventMention,
    second: EventMention,
) -> bool:
    """Return whether one leaves what the other goes to, or one word leads in and the other out."""
    if word_of(first) == word_of(second):
        own, other = _words(first.phrase), _words(second.phrase)
        if _leads_back(own - other, other - own) or _leads_back(other - own, own - other):
            return True
    for origin, destination in (OPPOSITE, OPPOSITE[::-1]):
        if not first.fillers(origin).isdisjoint(second.fillers(destination)):
            return True
    return False


def _leads_back(
    some: set[str],
    others: set[str],
) -> bool:
    """Return whether one of some words leads the other way than one of others."""
    return any(WAY_BACK.get(word) in others for word in some)


def _stand_in_one_sentence(
    first: EventMention,
    second: EventMention,
) -> bool:
    """Return whether one sentence tells both, each in a word of its own."""
    return first.evidence == second.evidence and of_words(first, second) == OTHER_WORDS
