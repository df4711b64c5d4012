"""Signs that a state or office is over: "worked for Acme", "then chief executive".

A state that is told in the past is over, unless a verb of saying in the past only moved its tense
("said she worked for Acme"). An office may also be still to come: "the incoming chief executive".
"""

from dataclasses import replace

from spacy.tokens import Token

from kg.lang.en import PAST, word_set
from kg.model import Assertion, Factuality
from kg.text.attribution import assertion
from kg.text.mentions import is_trade
from kg.text.parse import (
    any_word,
    clause_of,
    is_passive,
    neighbour,
    objects_after,
    verb_lemma,
    with_label,
)
from kg.text.parse.labels import AUXILIARIES, SUBJECTS
from kg.text.relations.choices import with_word_behind
from kg.text.syntax import (
    Document,
    complements,
    first_conjunct,
    is_given_up_habit,
    is_kin,
    verb_roles,
)

STATES = word_set("verbs", "state-of-a-life")
ADVERBS = word_set("adverbs", "past-before-an-office")
LEAVING = word_set("verbs", "leaving-office")
POSTS = word_set("nouns", "post")
OUT_OF = word_set("function_words", "out-of-an-office")
SPANNING = word_set("function_words", "spanning-an-office")
REMOVING = word_set("verbs", "removing-from-office")
TO_COME = word_set("adjectives", "to-come")
WHEN = "when"
AGO = 8  # years after which an office that was told of is taken to be over
NO_PAST = word_set("verbs", "auxiliary-of-no-past")


def is_past_state(verb: Token) -> bool:
    """Return whether a verb tells a lasting state that is over: "worked for", "used to live in"."""
    if is_given_up_habit(verb):
        return True
    return verb_lemma(verb) in STATES and is_in_past(verb)


def is_in_past(verb: Token) -> bool:
    """Return whether a clause stands in the past itself, and not by the tense of another clause."""
    if verb.dep_ == "ccomp":
        return False
    auxiliaries = with_label(verb.children, *AUXILIARIES)
    first = min([verb, *auxiliaries], key=_place)
    return first.tag_ == "VBD" and first.lemma_ not in NO_PAST


def _place(token: Token) -> int:
    return token.i


def is_former(noun: Token, document: Document) -> bool:
    """Return whether the words around a noun say that it is over.

    These are "former", "then" or the like before it or its coordination, and what follows it: "the
    mayor then", "a detective, long retired", "the treasurer until last June".
    """
    first = first_conjunct(noun, document)
    if any_word((*noun.lefts, *first.lefts), *PAST):
        return True
    before = neighbour(noun.left_edge, -1)
    beside = {noun.left_edge.lower_, before.lower_ if before is not None else ""}
    if not beside.isdisjoint(ADVERBS | PAST):
        return True
    behind, after = neighbour(noun, 1), neighbour(noun, 2)
    if behind is not None and behind.lower_ in PAST and after is not None and after.is_punct:
        return True
    if any_word(with_label(noun.rights, "acl", "amod"), *PAST):
        return True
    return _has_ended(noun, document)


def is_to_come(noun: Token, document: Document) -> bool:
    """Return whether the words before a noun say that its office is still to come."""
    first = first_conjunct(noun, document)
    before = neighbour(noun.left_edge, -1)
    words = [*noun.lefts, *first.lefts]
    return any_word(words if before is None else [*words, before], *TO_COME)


def to_come(how: Assertion) -> Assertion:
    """Return how an office is put forward that is still to come: it is planned."""
    return replace(how, factuality=Factuality.PLANNED) if how.factuality.stands else how


def is_told_of_long_ago(noun: Token, document: Document) -> bool:
    """Return whether the clause of an office in the past only has dates that are long over.

    "In 1993, President Ann Bolt signed the law": she hardly is in office today. A trade is kept for
    life.
    """
    today = document.article.published[:4]
    verb = clause_of(noun)
    if not today or is_trade(noun.lemma_.lower()) or not is_in_past(verb):
        return False
    times = [role.mention.time for role in verb_roles(verb, document) if role.name == WHEN]
    years = [(time.end or time.start)[:4] for time in times if time is not None]
    return bool(years) and all(year and int(year) <= int(today) - AGO for year in years)


def _has_ended(noun: Token, document: Document) -> bool:
    """Return whether an office lasted until a time before the article."""
    if not any_word(with_label(noun.rights, "prep"), *SPANNING):
        return False
    today = document.article.published
    for role in complements(noun, document):
        time = role.mention.time
        if time is not None and time.end and time.end < today[: len(time.end)]:
            return True
    return False


def is_given_up(noun: Token, how: Assertion, document: Document) -> bool:
    """Return whether the clause of an apposition says that the holder leaves the office.

    "Acme dismissed its chief executive, Ann Bolt" and "Ann Bolt, the chief executive, has quit". A
    poet who steps down from something is still a poet, and a general keeps the rank.
    """
    if is_kin(noun) or is_trade(noun.lemma_.lower()):
        return False
    phrase = _whole_phrase(noun)
    verb = phrase.head
    if verb != clause_of(verb) or not how.factuality.stands:
        return False
    if not assertion(verb, document).factuality.stands:
        return False
    if any(left.lemma_ not in POSTS for left in objects_after(verb, *OUT_OF)):
        return False  # "the chief executive resigned from the board"
    is_subject = phrase.dep_ in SUBJECTS
    if is_subject and not is_passive(verb):
        return not LEAVING.isdisjoint(with_word_behind(verb))
    is_removed = not REMOVING.isdisjoint(with_word_behind(verb))
    return is_removed and (is_subject or phrase.dep_ == "dobj")


def _whole_phrase(noun: Token) -> Token:
    """Return the head of the noun phrase in which a noun stands as an apposition or title."""
    while noun.dep_ in ("appos", "conj", "compound") and noun.head.i != noun.i:
        noun = noun.head
    return noun
