"""Clues to the kind of thing that a name names, from the sentence around it."""

import re
from collections.abc import Iterable, Iterator
from itertools import chain

from spacy.tokens import Token

from kg import gazetteer
from kg.lang.en import word_list, word_set
from kg.text.mentions.clues import Clue, Clues
from kg.text.mentions.lexicon import NounKind, noun
from kg.text.mentions.spans import Titled
from kg.text.mentions.tokens import head_lemma, lemma_of, word_beside
from kg.text.mentions.typing_context import FIRM_OR_PERSON, of_neighbours, of_nouns
from kg.text.parse import (
    children_with,
    direct_objects,
    governor_of,
    has_child,
    neighbour,
    objects_after,
    objects_of,
)
from kg.text.parse.labels import ADPOSITIONS, NOUN_SUBJECTS, NOUNS, PREDICATES, PREPOSITIONS

INSIDE = word_set("function_words", "inside-a-place")
TOWARDS = word_set("function_words", "towards-a-place")
SAYING = word_set("verbs", "said-by-namesakes")
OF_A_LIFE = word_set("verbs", "of-a-life")
DONE_TO_COMPANIES = word_set("verbs", "done-to-companies")
DONE_TO_PRODUCTS = word_set("verbs", "done-to-products")
DONE_BY_PERSONS = word_set("verbs", "done-by-persons")
DONE_TO_PERSONS = word_set("verbs", "done-to-persons")
MAY_BE_PREPOSITION = ADPOSITIONS | {"PROPN"}
HOLDING = word_set("verbs", "holding-an-office")
MADE = word_set("verbs", "made-company")
WITH_MONEY = word_set("verbs", "done-with-money")
SCALES = "|".join(word_list("numbers", "scale-of-fortunes"))
MILLIONS = re.compile(rf"(?<![^\W\d])(?:{SCALES})\b")
ITS = word_set("pronouns", "its-own")
HIS_OR_HER = word_set("pronouns", "his-or-her")


# Verbs and nouns of work and study, and the prepositions behind which they name where: "professor
# at X", "graduated from X".
STUDYING = word_set("verbs", "working-and-studying")
OFFICES_OF_PLACES = word_set("nouns", "office-of-a-place")
POSTS = word_set("nouns", "post-or-degree")
AT_WORK = word_set("function_words", "at-work")
FOR_WORK = word_set("function_words", "for-work")
LIVING = word_set("verbs", "living-somewhere")
AT_HOME = word_set("function_words", "at-home")
LIFELONG = word_set("verbs", "lifelong")
GETTING = word_set("verbs", "getting-a-degree")
DEGREES = word_set("nouns", "degree")


def clues(name: Titled) -> Clues:
    """Yield the clues that the words around one occurrence of a name give.

    A clue comes as often as they give it.
    """
    root = name.span.root
    if name.has_title:
        yield _of_title(name)
    yield from _of_preposition(name)
    yield from _of_subject(root)
    yield from _of_object(root)
    yield from _of_work_and_home(root, name.span.start)
    yield from _of_owned(root)
    yield from _of_companions(root)
    yield from of_neighbours(name.span)
    yield from of_nouns(name.span)


def _of_title(name: Titled) -> Clue:
    """Return the clue of a title: "producer Acme" is a firm, "producer Ann Bolt" is none."""
    title = neighbour(name.span.first, -1)
    may_be_firm = title is not None and lemma_of(title) in FIRM_OR_PERSON
    if may_be_firm and not gazetteer.may_be_given_name(name.span.first.text):
        return Clue.IS_FIRM
    return Clue.TITLE_OF_OFFICE if name.is_office else Clue.TITLE


def _of_preposition(name: Titled) -> Clues:
    """Yield clues from the preposition before a name.

    "In X" and "in Y and X" are places; "at X", "from X" places or organisations; "the X" is no
    person.
    """
    first = _first_of_phrase(name)
    has_article = not name.has_title and word_beside(first, -1) == "the"
    if has_article:
        yield Clue.ARTICLE
    before = neighbour(first, -2 if has_article else -1)
    if before is None or before.pos_ not in MAY_BE_PREPOSITION:
        return
    if before.lower_ in INSIDE:
        yield Clue.INSIDE
    elif before.lower_ in TOWARDS:
        yield Clue.TOWARDS


def _first_of_phrase(name: Titled) -> Token:
    """Return the first word of a name's title, or of the names that it is coordinated with."""
    root = name.span.root
    while root.dep_ == "conj" and root.head.i < root.i:
        root = root.head
    return root.left_edge if root.i < name.span.start else root.doc[name.title]


def _of_subject(root: Token) -> Clues:
    """Yield clues from the verb of which the name is the subject.

    Persons and organisations say; persons are born and marry.
    """
    if root.dep_ not in NOUN_SUBJECTS:
        return
    verb = root.head
    yield from _of_verb(verb, is_active=root.dep_ == "nsubj")
    if root.dep_ == "nsubj":
        yield from _of_means(verb)
    owners = filter(_is_his_or_her, _words_before(verb.children))
    if any(owner.i > root.i for owner in owners):
        yield Clue.HIS_OR_HER


def _of_verb(verb: Token, *, is_active: bool) -> Clues:
    """Yield the clue that a verb gives to its subject."""
    lemma = lemma_of(verb)
    if lemma in SAYING:
        yield Clue.SAYS
    elif lemma in LIFELONG or _gets_degree(verb):
        yield Clue.LIVES
    elif _is_of_a_person(verb, is_active=is_active):
        yield Clue.ACTS_AS_PERSON
    elif is_active and verb.pos_ == "VERB":
        yield Clue.ACTS


def _is_of_a_person(verb: Token, *, is_active: bool) -> bool:
    """Return whether only a person can be the subject of a verb, active or passive."""
    lemma = lemma_of(verb)
    if lemma in OF_A_LIFE:
        return True
    of_persons = DONE_BY_PERSONS if is_active else DONE_TO_PERSONS
    return lemma in of_persons or _has_office(verb)


def _of_object(root: Token) -> Clues:
    """Yield clues from the verb of which the name is the object or, in the passive, the agent.

    Organisations are founded and joined, products are released.
    """
    lemma = lemma_of(root.head)
    match root.dep_:
        case "pobj":
            if head_lemma(root.head, "agent") in DONE_BY_PERSONS:
                yield Clue.AGENT_OF_PERSON
        case "dobj":
            if lemma in DONE_TO_PRODUCTS:
                yield Clue.RELEASED
            if lemma in DONE_TO_COMPANIES:
                yield Clue.ACQUIRED
        case "nsubjpass":
            if lemma in MADE:
                yield Clue.ACQUIRED
                yield from _of_founder(root.head)


def _of_founder(verb: Token) -> Clues:
    """Yield the clue to what somebody made: "X was founded by Ann Bolt"."""
    for founder in objects_after(verb, "by"):
        if founder.pos_ == "PROPN":
            yield Clue.FOUNDED


def _of_means(verb: Token) -> Clues:
    """Yield clues from what a subject has: "X paid $3m", "X closed its mine"."""
    for thing in direct_objects(verb):
        if has_child(thing, "poss", words=ITS):
            yield Clue.ITS
        if lemma_of(verb) in WITH_MONEY and _is_fortune(thing):
            yield Clue.PAYS_MILLIONS


def _is_fortune(amount: Token) -> bool:
    """Return whether a noun is an amount of money of which few people have as much."""
    words = amount.doc[amount.left_edge.i : amount.i + 1]
    is_money = any(word.is_currency or word.ent_type_ == "MONEY" for word in words)
    return is_money and MILLIONS.search(words.text.lower()) is not None


def _is_his_or_her(word: Token) -> bool:
    """Return whether a word is a possessive pronoun of one person."""
    return word.lower_ in HIS_OR_HER


def _gets_degree(verb: Token) -> bool:
    """Return whether somebody "received a degree", "holds an MBA": only persons do."""
    if lemma_of(verb) not in GETTING:
        return False
    return any(lemma_of(child) in DEGREES for child in objects_of(verb, "dobj"))


def _is_work(word: Token) -> bool:
    """Return whether a word is a verb of work or study, an office, a trade, a post or a degree."""
    lemma = lemma_of(word)
    if word.pos_ not in NOUNS:
        return lemma in STUDYING
    return lemma in POSTS or _is_office(lemma)


def _is_office(word: str) -> bool:
    """Return whether a word is a noun for an office, a trade or a rank."""
    entry = noun(word)
    return entry is not None and entry.is_office


def _of_work_and_home(root: Token, start: int) -> Clues:
    """Yield clues from a preposition behind a word of work or of living.

    "Worked at X", "professor at X", "graduated from X" make X an organisation; "born in X", "moved
    to X" a place.
    """
    prep = root.head
    if root.dep_ != "pobj":
        return
    if prep.dep_ not in PREPOSITIONS:
        return
    between = root.doc[prep.i + 1 : start]
    if not any(map(_is_strong_mark, between)):
        yield from _of_place_of(prep.head, prep.lower_)


def _is_strong_mark(token: Token) -> bool:
    """Return whether a token is a mark, and no comma."""
    return token.is_punct and token.text != ","


def _of_place_of(word: Token, prep: str) -> Clues:
    """Yield the clue that a word of work or of living gives to what its preposition names."""
    is_home = prep in AT_HOME and lemma_of(word) in LIVING
    prep_of_work = prep if _is_work(word) and not _is_origin(word, prep) else ""
    if prep_of_work in AT_WORK:
        yield Clue.PLACE_OF_WORK
    elif prep_of_work in FOR_WORK:
        yield Clue.EMPLOYER
    elif is_home:
        yield Clue.HOME


def _is_origin(word: Token, prep: str) -> bool:
    """Return whether a preposition behind a noun says where somebody is from: "nurse from X"."""
    return prep == "from" and word.pos_ in NOUNS


def _has_office(verb: Token) -> bool:
    """Return whether somebody holds an office or a trade: only persons do.

    "Served as director", "was Director of Mining", "became a teacher".
    """
    if lemma_of(verb) not in HOLDING:
        return False
    return any(_is_office(role.lower_) for role in _roles(verb))


def _roles(verb: Token) -> Iterator[Token]:
    """Yield the nouns after "as", and the names that somebody is said to be."""
    for prep in children_with(verb, words={"as"}):
        yield from objects_of(prep, "pobj")
    for child in children_with(verb, *PREDICATES):
        if child.pos_ == "PROPN":
            yield child


def _of_owned(root: Token) -> Clues:
    """Yield clues from what the name owns.

    "Wife of X", "X's wife" make X a person; "founder of X", "X's subsidiary" an organisation;
    "mayor of X" a place.
    """
    owned = root.head if root.dep_ == "poss" else governor_of(root, "of")
    if owned is None:
        return
    entry = noun(lemma_of(owned))
    if entry is None:
        return
    if entry.kind == NounKind.KINSHIP:
        yield Clue.HAS_RELATIVE
    elif lemma_of(owned) in OFFICES_OF_PLACES:
        yield Clue.HAS_MAYOR
    elif entry.kind == NounKind.OFFICE or entry.type == "schema:Corporation":
        yield Clue.HAS_OFFICE


def _of_companions(root: Token) -> Clues:
    """Yield clues from coordinated names.

    "X and his son" and, less surely, "X and Mary Bell" make X a person.
    """
    others = list(children_with(root, "conj"))
    if any(map(_is_his_or_her, _words_before(others))):
        yield Clue.BESIDE_HIS_OR_HER
    if root.dep_ == "conj":
        others.append(root.head)
    if any(map(_begins_with_given_name, others)):
        yield Clue.BESIDE_GIVEN_NAME


def _words_before(nouns: Iterable[Token]) -> Iterator[Token]:
    """Yield the words that hang on some nouns before them."""
    return chain.from_iterable(noun.lefts for noun in nouns)


def _begins_with_given_name(name: Token) -> bool:
    """Return whether a word is tagged as a name, and a given name is the first of it."""
    if name.pos_ != "PROPN":
        return False
    return gazetteer.is_given_name(name.left_edge.text)
