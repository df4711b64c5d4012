"""Nouns of happening, the clauses that tell when they were, and the occasions on which something is done or said.

"The talks took place", "held a ceremony", "hurt in the attack", "said in a Wednesday interview", "met at the conference". "The
meeting" has the day that was told of a meeting before it in the article, where no name in the two tells them apart.
"""

from collections.abc import Callable, Iterator

from spacy.tokens import Token

from kg.lang.en import word_set
from kg.model import Kind, Mention
from kg.text.parse import is_passive, verb_lemma
from kg.text.syntax import OBJECTS, Document

Dates = Callable[[Token], list[Mention]]

SCENES = word_set("function_words", "before-occasion")
DAY_PREPOSITIONS = word_set("function_words", "before-date-of-noun")
OCCASIONS = word_set("nouns", "occasion")
ABOUT = word_set("verbs", "about-an-occasion")
OCCURRING = word_set("verbs", "occurring")
HOLDING = word_set("verbs", "holding-event")
LONG = word_set("nouns", "long-lasting")
AT_ONCE = word_set("verbs", "done-at-once")
INDEFINITE = word_set("function_words", "syntax-indefinite-article")
SUDDEN = word_set("nouns", "sudden-event")
INSIDE_NOUN = frozenset({"compound", "poss", "amod", "nmod", "npadvmod", "nummod"})
KNOWN = word_set("function_words", "known-occasion")
NEW = word_set("function_words", "new-occasion")
PHASES = word_set("verbs", "phase-of-event")
REACH = 400  # words: news of one happening goes on in the paragraphs around it
DAY = len(
    "2021-02-26"
)  # an ISO date to the day; "this year's meeting" does not tell when "the meeting" was


def dates_of_occasion(verb: Token, document: Document, told: Dates) -> list[Mention]:
    """The dates of the first occasion of a clause that has any, inside its noun phrase or told of it before."""
    return next(
        (
            dates
            for noun in _occasions(verb)
            if (dates := inside(noun, document) or told_before(noun, document, told))
        ),
        [],
    )


def told_before(noun: Token, document: Document, told: Dates) -> list[Mention]:
    """The day of a known happening, as the last mention of its name tells it that has a date or tells of another one.

    `told` gives the dates that its own clause tells of a noun.
    """
    if not any(child.lower_ in KNOWN for child in noun.lefts if child.dep_ == "det"):
        return []
    start = noun.sent.start
    for before in reversed(document.doc[max(0, start - REACH) : start]):
        if before.lemma_.lower() == noun.lemma_.lower() and before.pos_ in ("NOUN", "PROPN"):
            dates = told(before)
            if (
                dates
                or any(child.lower_ in NEW for child in before.lefts)
                or not _may_be_one(noun, before, document)
            ):
                return (
                    [each for each in dates if _is_day(each)]
                    if _may_be_one(noun, before, document)
                    else []
                )
    return []


def _is_day(mention: Mention) -> bool:
    return mention.time is not None and mention.time.is_point and len(mention.time.start) == DAY


def inside(noun: Token, document: Document) -> list[Mention]:
    """The dates inside a noun phrase: "a Wednesday interview", "last month's summit", "a speech on Monday"."""
    within = [child for child in noun.children if child.dep_ in INSIDE_NOUN]
    within += [
        token
        for prep in noun.children
        if prep.lower_ in DAY_PREPOSITIONS
        for token in prep.children
        if token.dep_ == "pobj"
    ]
    return [
        mention
        for mention in map(document.mention, within)
        if is_date(mention) and mention is not None
    ]


def is_date(mention: Mention | None) -> bool:
    """True for a time that starts at a known date and does not run on: "since 2010" tells nothing of another verb."""
    return (
        mention is not None
        and mention.time is not None
        and bool(mention.time.start)
        and not mention.time.open
    )


def _occasions(verb: Token) -> Iterator[Token]:
    """The nouns that tell on what occasion something was done or said."""
    for prep in verb.children if verb_lemma(verb) not in ABOUT else ():
        if prep.dep_ == "prep" and prep.lower_ in SCENES:
            yield from (
                noun
                for noun in prep.children
                if noun.dep_ == "pobj" and noun.lemma_.lower() in OCCASIONS
            )


def _may_be_one(noun: Token, before: Token, document: Document) -> bool:
    """True where the names in two noun phrases do not differ: not for "the Oslo meeting" after "Monday's Bergen meeting"."""
    here, there = ({m.text.lower() for m in _names(each, document)} for each in (noun, before))
    return not here or not there or bool(here & there)


def _names(noun: Token, document: Document) -> Iterator[Mention]:
    """The names that stand right in a noun phrase."""
    within = [
        child for child in noun.children if child.dep_ in INSIDE_NOUN or child.dep_ == "appos"
    ]
    within += [
        token
        for prep in noun.children
        if prep.dep_ == "prep"
        for token in prep.children
        if token.dep_ == "pobj"
    ]
    yield from (m for m in map(document.mention, within) if m is not None and m.kind is Kind.NAME)


# ----------------------------------------------------------------------------------------------------------------- tellers


def teller(noun: Token) -> Token | None:
    """The verb of the clause that tells when the noun's happening was."""
    verb = noun.head
    if verb.pos_ == "VERB" and (takes_place(noun, verb) or is_held(noun, verb)):
        return verb
    return verb.head if noun.dep_ == "pobj" and (_is_occasion(noun) or _is_cause(noun)) else None


def takes_place(noun: Token, verb: Token) -> bool:
    """True for the subject of "took place" or "killed 20 people"."""
    place = verb_lemma(verb) == "take" and any(
        child.dep_ in OBJECTS and child.lower_ == "place" for child in verb.children
    )
    return noun.dep_ == "nsubj" and (place or verb_lemma(verb) in OCCURRING)


def is_held(noun: Token, verb: Token, verbs: frozenset[str] = HOLDING) -> bool:
    """True for the object of "held", also as the subject of the passive."""
    return noun.dep_ in (*OBJECTS, "nsubjpass") and verb_lemma(verb) in verbs


def _is_occasion(noun: Token) -> bool:
    """True for the noun of "died in the attack", "said at the trial"."""
    prep = noun.head
    clause = prep.head
    telling = clause.pos_ == "VERB" and verb_lemma(clause) not in ABOUT
    return prep.lower_ in SCENES and telling and noun.lemma_.lower() not in LONG


def _is_cause(noun: Token) -> bool:
    """True for the noun of "was delayed today after an accident", at which one acts at once."""
    prep, verb = noun.head, noun.head.head
    new = any(child.lower_ in INDEFINITE for child in noun.lefts)
    return (
        prep.lower_ == "after"
        and new
        and noun.lemma_.lower() in SUDDEN
        and verb_lemma(verb) in AT_ONCE
        and is_passive(verb)
    )


def tells_of_noun(clause: Token) -> bool:
    """True for "(an attack) that killed 20" and "(the talks) held on Monday"."""
    relative = any(
        child.dep_ == "nsubj" and child.tag_ in ("WDT", "WP") for child in clause.children
    )
    if (clause.dep_ == "relcl" and relative) or clause.tag_ == "VBG":
        return verb_lemma(clause) in OCCURRING
    return clause.dep_ == "acl" and clause.tag_ in ("VBN", "VBD") and verb_lemma(clause) in HOLDING
