"""Weighted clues to the kind of thing that a name names, from the sentence around it."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from kg import gazetteer
from kg.lang.en import word_set
from kg.text.mentions.lexicon import longest_noun
from kg.text.mentions.titles import Titled
from kg.text.mentions.typing_context import of_neighbours, of_nouns
from kg.text.mentions.vocabulary import ORGANIZATION, PERSON, PLACE, PRODUCT
from kg.text.parse import children_with, governor_of, objects_of
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
OFFICES = frozenset({"office", "occupation", "military"})
HIS_OR_HER = word_set("pronouns", "his-or-her")


# Verbs and nouns of work and study, and the prepositions behind which they name where: "professor
# at X", "graduated from X".
STUDYING = word_set("verbs", "working-and-studying")
POSTS = word_set("nouns", "post-or-degree")
AT_WORK = word_set("function_words", "at-work")
FOR_WORK = word_set("function_words", "for-work")
LIVING = word_set("verbs", "living-somewhere")
AT_HOME = word_set("function_words", "at-home")
LIFELONG = word_set("verbs", "lifelong")
GETTING = word_set("verbs", "getting-a-degree")
DEGREES = word_set("nouns", "degree")


def clues(doc: Doc, name: Titled) -> Iterator[tuple[str, int]]:
    """Yield the kinds of thing that the words around one occurrence speak for, with weights.

    A kind comes as often as a clue speaks for it. Negative weights speak against a kind.
    """
    span = doc[name.span.start : name.span.end]
    root = span.root
    if name.has_title:
        yield PERSON, 12 if name.is_office else 4
    yield from _of_preposition(doc, name, root)
    yield from _of_subject(root)
    yield from _of_object(root)
    yield from _of_work_and_home(root, name.span.start)
    yield from _of_owned(root)
    yield from _of_companions(root)
    yield from of_neighbours(doc, name.span)
    yield from of_nouns(root, span)


def _of_preposition(doc: Doc, name: Titled, root: Token) -> Iterator[tuple[str, int]]:
    """Yield clues from the preposition before a name.

    "In X" and "in Y and X" are places; "at X", "from X" places or organisations; "the X" is no
    person.
    """
    while root.dep_ == "conj" and root.head.i < root.i:
        root = root.head
    first = root.left_edge.i if root.i < name.span.start else name.title
    before = doc[first - 1] if first else None
    if before is not None and before.lower_ == "the" and not name.has_title:
        yield PERSON, -4
        yield ORGANIZATION, 1
        before = doc[first - 2] if first > 1 else None
    if before is None or before.pos_ not in MAY_BE_PREPOSITION:
        return
    if before.lower_ in INSIDE:
        yield PLACE, 4
        yield PERSON, -4
    elif before.lower_ in TOWARDS:
        yield PLACE, 1
        yield ORGANIZATION, 1


def _of_subject(root: Token) -> Iterator[tuple[str, int]]:
    """Yield clues from the verb of which the name is the subject.

    Persons and organisations say; persons are born and marry.
    """
    if root.dep_ not in NOUN_SUBJECTS:
        return
    verb = root.head
    lemma = verb.lemma_.lower()
    is_active = root.dep_ == "nsubj"
    if lemma in SAYING:
        yield PERSON, 1
        yield ORGANIZATION, 1
        yield PLACE, -1
        yield PRODUCT, -2
    elif lemma in LIFELONG or _gets_degree(verb):
        yield PERSON, 8
    elif _is_of_a_person(verb, is_active=is_active):
        yield PERSON, 5
    elif is_active and verb.pos_ == "VERB":
        yield PERSON, 1
        yield ORGANIZATION, 1
    if any(_has_his_or_her(child, after=root.i) for child in verb.children):
        yield PERSON, 3


def _is_of_a_person(verb: Token, *, is_active: bool) -> bool:
    """Return whether only a person can be the subject of a verb, active or passive."""
    lemma = verb.lemma_.lower()
    of_persons = DONE_BY_PERSONS if is_active else DONE_TO_PERSONS
    return lemma in OF_A_LIFE or lemma in of_persons or _has_office(verb)


def _of_object(root: Token) -> Iterator[tuple[str, int]]:
    """Yield clues from the verb of which the name is the object or, in the passive, the agent.

    Organisations are founded and joined, products are released.
    """
    verb = root.head
    lemma = verb.lemma_.lower()
    is_agent = root.dep_ == "pobj" and verb.dep_ == "agent"
    if is_agent and verb.head.lemma_ in DONE_BY_PERSONS:
        yield PERSON, 3
    if root.dep_ == "dobj" and lemma in DONE_TO_PRODUCTS:
        yield PRODUCT, 4
    is_acquired = root.dep_ == "dobj" and lemma in DONE_TO_COMPANIES
    is_made = root.dep_ == "nsubjpass" and lemma in MADE
    if is_acquired or is_made:
        yield ORGANIZATION, 5
        yield PERSON, -2
        yield PRODUCT, -5


def _has_his_or_her(noun: Token, *, after: int = -1) -> bool:
    """Return whether "his" or "her" stands before a noun, and after some token."""
    return any(word.i > after and word.lower_ in HIS_OR_HER for word in noun.lefts)


def _gets_degree(verb: Token) -> bool:
    """Return whether somebody "received a degree", "holds an MBA": only persons do."""
    if verb.lemma_.lower() not in GETTING:
        return False
    return any(child.lemma_.lower() in DEGREES for child in objects_of(verb, "dobj"))


def _is_work(word: Token) -> bool:
    """Return whether a word is a verb of work or study, an office, a trade, a post or a degree."""
    lemma = word.lemma_.lower()
    if word.pos_ not in NOUNS:
        return lemma in STUDYING
    return lemma in POSTS or _is_office(lemma)


def _is_office(word: str) -> bool:
    entry = longest_noun([word])
    return entry is not None and entry.kind in OFFICES


def _of_work_and_home(root: Token, start: int) -> Iterator[tuple[str, int]]:
    """Yield clues from a preposition behind a word of work or of living.

    "Worked at X", "professor at X", "graduated from X" make X an organisation; "born in X", "moved
    to X" a place.
    """
    prep = root.head
    if root.dep_ != "pobj" or prep.dep_ not in PREPOSITIONS:
        return
    between = root.doc[prep.i + 1 : start]
    if any(token.is_punct and token.text != "," for token in between):
        return
    governor, word = prep.head, prep.lower_
    at_work = _is_work(governor)
    if at_work and word in AT_WORK:
        yield ORGANIZATION, 6
        yield PERSON, -3
        yield PLACE, -1
    elif at_work and word in FOR_WORK:
        yield ORGANIZATION, 3
    elif governor.lemma_.lower() in LIVING and word in AT_HOME:
        yield PLACE, 6
        yield PERSON, -4
        yield ORGANIZATION, -3


def _has_office(verb: Token) -> bool:
    """Return whether somebody holds an office or a trade: only persons do.

    "Served as director", "was Director of Mining", "became a teacher".
    """
    if verb.lemma_.lower() not in HOLDING:
        return False
    roles = [
        noun for prep in children_with(verb, words={"as"}) for noun in objects_of(prep, "pobj")
    ]
    names = [child for child in children_with(verb, *PREDICATES) if child.pos_ == "PROPN"]
    return any(_is_office(noun.lower_) for noun in (*roles, *names))


def _of_owned(root: Token) -> Iterator[tuple[str, int]]:
    """Yield clues from what the name owns.

    "Wife of X", "X's wife" make X a person; "founder of X", "X's subsidiary" an organisation.
    """
    owned = root.head if root.dep_ == "poss" else governor_of(root, "of")
    entry = longest_noun([owned.lemma_.lower()]) if owned is not None else None
    if entry is None:
        return
    if entry.kind == "kinship":
        yield PERSON, 6
    elif entry.kind == "office" or entry.type == "schema:Corporation":
        yield ORGANIZATION, 5
        yield PERSON, -4


def _of_companions(root: Token) -> Iterator[tuple[str, int]]:
    """Yield clues from coordinated names.

    "X and his son" and, less surely, "X and Mary Bell" make X a person.
    """
    others = list(children_with(root, "conj"))
    if any(_has_his_or_her(other) for other in others):
        yield PERSON, 4
    if root.dep_ == "conj":
        others.append(root.head)
    if any(other.pos_ == "PROPN" and _begins_with_given_name(other) for other in others):
        yield PERSON, 2


def _begins_with_given_name(name: Token) -> bool:
    return gazetteer.is_given_name(name.doc[name.left_edge.i].text)
