"""Subjects that stand elsewhere than their verb lets expect.

They are the agents of an infinitive or participle that are not the subject of the clause above it:
"accused Ann of leaking", "called on Ann to resign", "sent troops to guard", "an effort by Acme to
buy", "a sentence for robbing". Or the parser hung them on another word than their verb.
"""

from collections.abc import Iterator

from spacy.tokens import Token

from kg.lang.en import word_set
from kg.text.parse import (
    children_with,
    direct_objects,
    governed_by,
    governor_of,
    has_child,
    is_object,
    is_passive,
    neighbour,
    objects_after,
    possessors,
    prepositions_of,
    subjects,
    with_label,
    word_before,
)
from kg.text.parse.labels import AUXILIARIES, NOUNS, NOUNS_AND_PRONOUNS, TIME_ENTITIES, VERBS
from kg.text.timex import UNITS

OF_OBJECT = word_set("verbs", "object-does-participle")
OBJECT_AIMS = word_set("verbs", "object-does-the-aim")
BY_PREPOSITION = word_set("phrases", "preposition-before-doer")
FROM_OBJECT = word_set("function_words", "before-participle-of-object")
GIVING_TIME = word_set("verbs", "giving-time")
UNTIL = word_set("times", "end-of-time-given")
BEHIND_DEED = word_set("nouns", "before-own-deed")
TOUGH = word_set("adjectives", "of-what-is-done-to-it")
SUSPECTED = word_set("nouns", "before-suspected-deed")
BEFORE_SUSPICION = word_set("function_words", "leads-to-suspicion")
DOERS = word_set("function_words", "before-doer-of-noun")
BEFORE_OWN_DEED = word_set("function_words", "leads-to-own-deed")
OF_ADJECTIVE = frozenset({"acomp", "oprd"})  # "is guilty of", "was found guilty of"
OF_WHOM = word_set("pronouns", "of-whom")
OPENING_CLAUSE = word_set("function_words", "opens-a-finite-clause")
NEEDING_SUBJECT = word_set("labels", "needing-subject")
FINITE = frozenset({"VBZ", "VBD"})
BESIDE_VERB = word_set("labels", "between-subject-and-verb")
YEAR = 4  # digits
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
    if prep.lower_ not in FROM_OBJECT:
        return []
    if verb.lemma_ not in OF_OBJECT:
        return []
    return direct_objects(verb)


def held_for(prep: Token) -> list[Token]:
    """Return the object of whom a deed is suspected: "arrested Ann on suspicion of robbing".

    `prep` is the preposition before the participle.
    """
    noun = prep.head
    if noun.lemma_ not in SUSPECTED:
        return []
    verb = governor_of(noun, *BEFORE_SUSPICION)
    return [] if verb is None or is_passive(verb) else direct_objects(verb)


def addressed(verb: Token, infinitive: Token) -> list[Token]:
    """Return who is asked to do something behind a preposition: "called on Ann to resign"."""
    for prep in prepositions_of(verb):
        phrase = f"{verb.lemma_} {prep.lower_}"
        if prep.i < infinitive.i and phrase in BY_PREPOSITION:
            return governed_by(prep)
    return []


def sent(verb: Token, infinitive: Token) -> list[Token]:
    """Return the object that does what is aimed at: "sent troops to guard the bridge"."""
    if verb.lemma_ not in OBJECT_AIMS:
        return []
    if not is_infinitive(infinitive):
        return []
    return direct_objects(verb)


def given_time(verb: Token, infinitive: Token) -> list[Token]:
    """Return who is given a time to do something: "gave Ann until Monday to pay"."""
    if verb.lemma_ not in GIVING_TIME or not is_infinitive(infinitive):
        return []
    objects = list(children_with(verb, "dobj", "dative", "npadvmod"))
    times = [word for word in objects if is_time(word)]
    until = prepositions_of(verb, *UNTIL)
    if not times and not any(map(governed_by, until)):
        return []
    return [word for word in objects if word not in times and word.pos_ in NOUNS_AND_PRONOUNS]


def is_time(noun: Token) -> bool:
    """Return whether a noun is a date or a length of time: "a week"."""
    return noun.ent_type_ in TIME_ENTITIES or noun.lemma_ in UNITS


def hired(infinitive: Token) -> list[Token]:
    """Return the object that does what is aimed at, if the aim hangs on it: "a firm to mend it"."""
    noun = infinitive.head
    if not is_object(noun):
        return []
    if is_time(noun):
        return given_time(noun.head, infinitive)
    if noun.head.lemma_ not in OBJECT_AIMS:
        return []
    if is_infinitive(infinitive):
        return [noun]
    return []


def is_infinitive(verb: Token) -> bool:
    """Return whether a verb stands behind "to"."""
    return any(child.tag_ == "TO" for child in verb.children)


def owners_of_deed(noun: Token) -> list[Token]:
    """Return whose effort, plan or bid a noun is: "Acme's effort", "an effort by Acme"."""
    owners = possessors(noun)
    if owners:
        return owners
    behind: list[Token] = []
    for word in sorted(DOERS):
        behind += objects_after(noun, word)
    return behind


def verb_around(noun: Token) -> Token | None:
    """Return the verb whose object a noun is, or whose aim it is: "in a bid to win"."""
    if is_object(noun):
        return noun.head
    governor = governor_of(noun, *BEFORE_OWN_DEED)
    if governor is None or governor.pos_ not in VERBS:
        return None
    return None if is_passive(governor) else governor  # "was shot in a bid to free her"


def is_before_own_deed(noun: Token) -> bool:
    """Return whether what follows a noun is a deed of whose it is: "a sentence for robbing"."""
    return noun.pos_ in NOUNS and noun.lemma_ in BEHIND_DEED


def is_of_adjective(word: Token) -> bool:
    """Return whether a word is an adjective that somebody is said to be: "guilty of robbing"."""
    return word.pos_ == "ADJ" and word.dep_ in OF_ADJECTIVE


def clause_of_adjective(infinitive: Token) -> Token | None:
    """Return the verb of "is likely to win"; None if the subject undergoes: "is hard to beat"."""
    adjective = infinitive.head
    if not is_of_adjective(adjective):
        return None
    if adjective.lemma_ in TOUGH:
        return None
    if with_label(adjective.children, "nsubj"):
        return None
    return adjective.head


# --------------------------------------------------------------- subjects that hang on other words


def misplaced_subject(verb: Token) -> list[Token]:
    """Return the subject of a verb that has none of its own, if the parser hung it elsewhere."""
    if verb.dep_ == "conj":
        return _of_whom(verb) or _stolen_subject(verb) or _right_before(verb)
    return _swallowed_subject(verb)


def _right_before(verb: Token) -> list[Token]:
    """Return the noun right before the second verb of a coordination, which has to be its subject.

    An example is "marched through Oslo and police were deployed": between two verbs of one subject
    would stand "and", not a noun.
    """
    before = _word_before(verb)
    if before is None or not _may_be_subject(before, verb):
        return []
    for word in (before, *before.ancestors):
        if word.right_edge != before or word == verb.head:
            break
        if word.dep_ == "conj":
            return [word]
    return [before]


def _may_be_subject(noun: Token, verb: Token) -> bool:
    """Return whether a word is a noun behind the first verb, and the second needs a subject."""
    if noun.i <= verb.head.i or not _is_finite(verb):
        return False
    if noun.ent_type_ in TIME_ENTITIES:
        return False
    return noun.pos_ in NOUNS_AND_PRONOUNS


def _word_before(verb: Token) -> Token | None:
    """Return the word before a verb and the auxiliaries and adverbs that stand before it."""
    start = verb.i
    for child in reversed(list(verb.lefts)):
        if child.i != start - 1 or child.dep_ not in BESIDE_VERB:
            break
        start = child.i
    return neighbour(verb.doc[start], -1)


def _is_finite(verb: Token) -> bool:
    if verb.tag_ in FINITE:
        return True
    return has_child(verb, *AUXILIARIES)


def _of_whom(verb: Token) -> list[Token]:
    """Return the subject of a clause that opens with "one of whom": who is named behind it."""
    for word in verb.doc[verb.head.i : verb.i]:
        if word.lower_ not in OF_WHOM:
            continue
        if word.head.lower_ != "of":
            continue
        between = verb.doc[word.i : verb.i]
        names = [noun for noun in between if noun.pos_ == "PROPN"]
        heads = [name for name in names if name.head not in names]
        return heads[:1] or [word.head.head]
    return []


def _swallowed_subject(verb: Token) -> list[Token]:
    """Return the subject that the parser hung on a preposition in front of it.

    Examples are "after a guard left, she …" and "In 2012 President Ann Bolt bought it".
    """
    if verb.tag_ not in FINITE:
        return []
    if verb.dep_ not in NEEDING_SUBJECT:
        return []
    above = verb.head if verb.dep_ == "advcl" else verb
    for link in children_with(above, "prep"):
        for noun in children_with(link, "pobj"):
            if noun.right_edge.i + 1 != verb.i:
                continue
            if _opens_clause(link, verb) or _is_dated(noun):
                appositions = list(children_with(noun, "appos"))
                return appositions[:1] or [noun]
    return []


def _opens_clause(link: Token, verb: Token) -> bool:
    """Return whether a word is the "after" or "before" of the clause of a verb."""
    return verb.dep_ == "advcl" and link.lower_ in OPENING_CLAUSE


def _is_dated(noun: Token) -> bool:
    """Return whether a year seems to count a noun: "in 2012 President Ann Bolt"."""
    first = noun.left_edge
    if first.dep_ != "nummod" or not first.text.isdigit():
        return False
    return len(first.text) == YEAR


def _stolen_subject(verb: Token) -> list[Token]:
    """Return the subject that the parser gave to the time of the verb before.

    An example is "closed last spring and most employees … were flown out".
    """
    first = verb.head
    if verb.dep_ != "conj" or first.pos_ != "VERB":
        return []
    if not has_child(verb, *AUXILIARIES):
        return []
    conjoined: list[Token] = []
    for time in children_with(first, "npadvmod"):
        if time.i < verb.i:
            conjoined += children_with(time, "conj")
    return [noun for noun in conjoined if noun.pos_ in NOUNS]


def behind_apposition(token: Token) -> Iterator[Token]:
    """Yield what is coordinated with a name but parsed as if it were with its apposition.

    An example is Bo in "Ann, duchess of Kent, and Bo".
    """
    if token.pos_ != "PROPN":
        return
    for apposition in children_with(token, "appos"):
        if apposition.pos_ not in NOUNS or not _is_closed_by_comma(apposition):
            continue
        for conjunct in children_with(apposition, "conj"):
            if conjunct.pos_ == "PROPN":
                yield conjunct


def _is_closed_by_comma(apposition: Token) -> bool:
    """Return whether a comma stands before a conjunction of an apposition."""
    return any(word_before(conjunction) == "," for conjunction in children_with(apposition, "cc"))
