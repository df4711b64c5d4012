"""What one occurrence of a name tells about the kind of thing that it names: weighted clues from the sentence around it."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from kg import gazetteer
from kg.lang.en import word_set
from kg.text.mentions.lexicon import longest_noun
from kg.text.mentions.titles import Titled
from kg.text.mentions.typing_context import of_neighbours, of_nouns
from kg.text.mentions.vocabulary import ORGANIZATION, PERSON, PLACE, PRODUCT

INSIDE = word_set("function_words", "inside-a-place")
TOWARDS = word_set("function_words", "towards-a-place")
SAYING = word_set("verbs", "said-by-namesakes")
OF_A_LIFE = word_set("verbs", "of-a-life")
DONE_TO_COMPANIES = word_set("verbs", "done-to-companies")
DONE_TO_PRODUCTS = word_set("verbs", "done-to-products")
DONE_BY_PERSONS = word_set("verbs", "done-by-persons")
DONE_TO_PERSONS = word_set("verbs", "done-to-persons")
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
    """Which kinds of thing are told with which weight, each as often as it is, by the words around one occurrence.

    Negative weights speak against a kind.
    """
    span = doc[name.span.start : name.span.end]
    root = span.root
    if name.has_title:
        yield PERSON, 12 if name.is_office else 4
    yield from _of_preposition(doc, name, root)
    yield from _of_verb(root)
    yield from _of_work_and_home(root, name.span.start)
    yield from _of_owned(root)
    yield from _of_companions(root)
    yield from of_neighbours(doc, name.span)
    yield from of_nouns(root, span)


def _of_preposition(doc: Doc, name: Titled, root: Token) -> Iterator[tuple[str, int]]:
    """ "in X" and "in Y and X" are places; "at X", "from X" places or organisations; "the X" is no person."""
    while root.dep_ == "conj" and root.head.i < root.i:
        root = root.head
    first = root.left_edge.i if root.i < name.span.start else name.title
    before = doc[first - 1] if first else None
    if before is not None and before.lower_ == "the" and not name.has_title:
        yield PERSON, -4
        yield ORGANIZATION, 1
        before = doc[first - 2] if first > 1 else None
    if before is None or before.pos_ not in ("ADP", "SCONJ", "PROPN"):
        return
    if before.lower_ in INSIDE:
        yield PLACE, 4
        yield PERSON, -4
    elif before.lower_ in TOWARDS:
        yield PLACE, 1
        yield ORGANIZATION, 1


def _of_verb(root: Token) -> Iterator[tuple[str, int]]:
    """Persons and organisations say; persons are born and marry; organisations are founded and joined."""
    verb = root.head.lemma_.lower()
    if root.dep_ in ("nsubj", "nsubjpass"):
        if verb in SAYING:
            yield PERSON, 1
            yield ORGANIZATION, 1
            yield PLACE, -1
            yield PRODUCT, -2
        elif verb in LIFELONG or _gets_degree(root.head):
            yield PERSON, 8
        elif (
            verb in OF_A_LIFE
            or verb in (DONE_BY_PERSONS if root.dep_ == "nsubj" else DONE_TO_PERSONS)
            or _has_office(root.head)
        ):
            yield PERSON, 5
        elif root.head.pos_ == "VERB" and root.dep_ == "nsubj":
            yield PERSON, 1
            yield ORGANIZATION, 1
        if any(
            word.lower_ in HIS_OR_HER and word.i > root.i
            for child in root.head.children
            for word in child.lefts
        ):
            yield PERSON, 3
    if (
        root.dep_ == "pobj"
        and root.head.dep_ == "agent"
        and root.head.head.lemma_ in DONE_BY_PERSONS
    ):
        yield PERSON, 3
    if root.dep_ == "dobj" and verb in DONE_TO_PRODUCTS:
        yield PRODUCT, 4
    if (root.dep_ == "dobj" and verb in DONE_TO_COMPANIES) or (
        root.dep_ == "nsubjpass" and verb in MADE
    ):
        yield ORGANIZATION, 5
        yield PERSON, -2
        yield PRODUCT, -5


def _gets_degree(verb: Token) -> bool:
    """True for "received a degree", "holds an MBA": only persons do."""
    return verb.lemma_.lower() in GETTING and any(
        child.dep_ == "dobj" and child.lemma_.lower() in DEGREES for child in verb.children
    )


def _is_work(word: Token) -> bool:
    """True for a verb of work or study, and for an office, a trade, a post or a degree."""
    lemma = word.lemma_.lower()
    if word.pos_ not in ("NOUN", "PROPN"):
        return lemma in STUDYING
    entry = longest_noun([lemma])
    return lemma in POSTS or (entry is not None and entry.kind in OFFICES)


def _of_work_and_home(root: Token, start: int) -> Iterator[tuple[str, int]]:
    """ "Worked at X", "professor at X", "graduated from X" make X an organisation; "born in X", "moved to X" a place."""
    prep = root.head
    between = root.doc[prep.i + 1 : start]
    if (
        root.dep_ != "pobj"
        or prep.dep_ not in ("prep", "agent")
        or any(token.is_punct and token.text != "," for token in between)
    ):
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
    """True for "served as director", "was Director of Mining", "became a teacher": only persons hold an office or a trade."""
    if verb.lemma_.lower() not in HOLDING:
        return False
    nouns = [
        noun
        for prep in verb.children
        if prep.lower_ == "as"
        for noun in prep.children
        if noun.dep_ == "pobj"
    ]
    nouns += [
        child for child in verb.children if child.dep_ in ("attr", "oprd") and child.pos_ == "PROPN"
    ]
    return any(
        entry is not None and entry.kind in OFFICES
        for entry in (longest_noun([noun.lower_]) for noun in nouns)
    )


def _of_owned(root: Token) -> Iterator[tuple[str, int]]:
    """ "Wife of X", "X's wife" make X a person; "founder of X", "X's subsidiary" an organisation."""
    owned = (
        root.head
        if root.dep_ == "poss"
        else root.head.head
        if root.dep_ == "pobj" and root.head.lower_ == "of"
        else None
    )
    entry = longest_noun([owned.lemma_.lower()]) if owned is not None else None
    if entry is None:
        return
    if entry.kind == "kinship":
        yield PERSON, 6
    elif entry.kind == "office" or entry.type == "schema:Corporation":
        yield ORGANIZATION, 5
        yield PERSON, -4


def _of_companions(root: Token) -> Iterator[tuple[str, int]]:
    """ "X and his son" and, less surely, "X and Mary Bell" make X a person."""
    others = [child for child in root.children if child.dep_ == "conj"]
    if any(word.lower_ in HIS_OR_HER for other in others for word in other.lefts):
        yield PERSON, 4
    if root.dep_ == "conj":
        others.append(root.head)
    if any(
        other.pos_ == "PROPN" and gazetteer.is_given_name(other.doc[other.left_edge.i].text)
        for other in others
    ):
        yield PERSON, 2
