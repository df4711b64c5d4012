"""Constructions that call somebody by a name.

"The man known as Ada Lund", "a group calling itself Lumo".
"""

from spacy.tokens import Token

from kg.lang.en import word_set
from kg.text.parse import first_child, has_child, neighbour
from kg.text.parse.labels import NOUN_SUBJECTS

CALLED = word_set("verbs", "called-by-a-name")  # "called Lumo"
CALLED_AS = word_set("verbs", "called-by-a-name-as")  # "known as Lumo"
SHORT_FORMS = word_set("nouns", "form-of-a-name")  # "known by its initials, LFA"
WORDS_FOR_NAMES = word_set("nouns", "word-for-a-name")  # "whose real name is Ada Lund"
REFLEXIVES = word_set("pronouns", "reflexive-of-a-caller")


def called(name: Token) -> Token | None:
    """Return the word for whom or what a construction calls by a name, None without one.

    It may be a relative pronoun: "Lumo, which is known as the Fox".
    """
    if name.dep_ == "attr":
        return _owner_of_name(name)
    verb = _verb_of_naming(name)
    if verb is None:
        return None
    if has_child(verb, "neg"):
        return None
    own = first_child(verb, "dobj")
    if own is None:
        return _bearer(verb, "nsubjpass")
    if own.lower_ in REFLEXIVES:
        return _bearer(verb, "nsubj")
    return own if own.i < name.i else None


def _bearer(verb: Token, subject: str) -> Token | None:
    """Return the noun that a participle of naming modifies, else its subject of some sort."""
    if verb.dep_ == "acl":
        return verb.head
    return first_child(verb, subject)


def _verb_of_naming(name: Token) -> Token | None:
    """Return the verb of naming whose complement a name is, None if it is none."""
    before = neighbour(name.left_edge, -1)
    if before is not None and _is_of_caller(before):
        return before.head  # whatever the parser makes of "a group calling itself Lumo fired"
    above = name.head
    if name.dep_ == "oprd":
        return above if above.lemma_ in CALLED else None
    if name.dep_ == "appos" and above.lemma_ in SHORT_FORMS:
        name, above = above, above.head
    elif above.lower_ != "as":
        return None
    if name.dep_ != "pobj":
        return None
    return above.head if above.head.lemma_ in CALLED_AS else None


def _is_of_caller(token: Token) -> bool:
    """Return whether a word is the "itself" of what calls itself by a name."""
    if token.lower_ not in REFLEXIVES:
        return False
    return token.head.lemma_ in CALLED


def _owner_of_name(name: Token) -> Token | None:
    """Return the owner of the name that a name is said to be: "whose real name is Ada Lund"."""
    verb = name.head
    subject = first_child(verb, *NOUN_SUBJECTS)
    if verb.lemma_ != "be" or subject is None or subject.lemma_ not in WORDS_FOR_NAMES:
        return None
    return first_child(subject, "poss")
