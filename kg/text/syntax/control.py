"""Doers of infinitives and participles that are not the subject of the clause above them.

"accused Ann of leaking", "called on Ann to resign", "sent troops to guard", "an effort by Acme to
buy", "a sentence for robbing".
"""

from itertools import chain

from spacy.tokens import Token

from kg.lang.en import word_set
from kg.text.parse import (
    direct_objects,
    governed_by,
    governor_of,
    is_object,
    objects_after,
    possessors,
    prepositions_of,
    subjects,
    with_label,
)
from kg.text.parse.labels import NOUNS, VERBS

OF_OBJECT = word_set("verbs", "object-does-participle")
OBJECT_AIMS = word_set("verbs", "object-does-the-aim")
BY_PREPOSITION = word_set("phrases", "preposition-before-doer")
FROM_OBJECT = word_set("function_words", "before-participle-of-object")
BEHIND_DEED = word_set("nouns", "before-own-deed")
TOUGH = word_set("adjectives", "of-what-is-done-to-it")
DOERS = word_set("function_words", "before-doer-of-noun")
BEFORE_OWN_DEED = word_set("function_words", "leads-to-own-deed")
OF_ADJECTIVE = frozenset({"acomp", "oprd"})  # "is guilty of", "was found guilty of"
MAX_LINKS = 4  # words between a participle and the clause it goes with


def blamed(prep: Token) -> list[Token]:
    """Return the object of whom a participle is said: "accused Ann of leaking".

    `prep` is the preposition before the participle. It is empty if the verb is passive, since then
    the object is the subject.
    """
    verb = prep.head
    if verb.pos_ == "ADJ" and subjects(verb):
        return subjects(verb)
    if verb.dep_ == "oprd" and verb.pos_ == "ADJ":
        return direct_objects(verb.head)  # "found Ann guilty of leaking"
    if prep.lower_ not in FROM_OBJECT or verb.lemma_ not in OF_OBJECT:
        return []
    return direct_objects(verb)


def addressed(verb: Token, infinitive: Token) -> list[Token]:
    """Return who is asked to do something behind a preposition: "called on Ann to resign"."""
    for prep in prepositions_of(verb):
        if prep.i < infinitive.i and f"{verb.lemma_} {prep.lower_}" in BY_PREPOSITION:
            return governed_by(prep)
    return []


def sent(verb: Token, infinitive: Token) -> list[Token]:
    """Return the object that does what is aimed at: "sent troops to guard the bridge"."""
    if verb.lemma_ not in OBJECT_AIMS or not is_infinitive(infinitive):
        return []
    return direct_objects(verb)


def hired(infinitive: Token) -> list[Token]:
    """Return the object that does what is aimed at, if the aim hangs on it: "a firm to mend it"."""
    noun = infinitive.head
    if not is_object(noun) or noun.head.lemma_ not in OBJECT_AIMS:
        return []
    return [noun] if is_infinitive(infinitive) else []


def is_infinitive(verb: Token) -> bool:
    """Return whether a verb stands behind "to"."""
    return any(child.tag_ == "TO" for child in verb.children)


def owners_of_deed(noun: Token) -> list[Token]:
    """Return whose effort, plan or bid a noun is: "Acme's effort", "an effort by Acme"."""
    owners = possessors(noun)
    if owners:
        return owners
    return list(chain.from_iterable(objects_after(noun, word) for word in sorted(DOERS)))


def verb_around(noun: Token) -> Token | None:
    """Return the verb whose object a noun is, or whose aim it is: "in a bid to win"."""
    if is_object(noun):
        return noun.head
    governor = governor_of(noun, *BEFORE_OWN_DEED)
    return governor if governor is not None and governor.pos_ in VERBS else None


def is_before_own_deed(noun: Token) -> bool:
    """Return whether what follows a noun is a deed of whose it is: "a sentence for robbing"."""
    return noun.pos_ in NOUNS and noun.lemma_ in BEHIND_DEED


def is_of_adjective(word: Token) -> bool:
    """Return whether a word is an adjective that somebody is said to be: "guilty of robbing"."""
    return word.pos_ == "ADJ" and word.dep_ in OF_ADJECTIVE


def clause_of_adjective(infinitive: Token) -> Token | None:
    """Return the verb of "is likely to win"; None if the subject undergoes: "is hard to beat"."""
    adjective = infinitive.head
    if not is_of_adjective(adjective) or adjective.lemma_ in TOUGH:
        return None
    return None if with_label(adjective.children, "nsubj") else adjective.head
