"""Event nouns, the clauses that give their dates, and the occasions of what is done or said.

"The talks took place", "held a ceremony", "hurt in the attack", "said in a Wednesday interview",
"met at the conference". "The meeting" has the day that the article gave a meeting before it, if no
name in the two keeps them apart.
"""

from collections.abc import Iterator
from itertools import chain

from spacy.tokens import Token

from kg.lang.en import word_set
from kg.model import Kind
from kg.text.parse import (
    any_word,
    children_with,
    direct_objects,
    governed_by,
    is_passive,
    objects_after,
    prepositions_of,
    verb_lemma,
    with_label,
)
from kg.text.parse.labels import (
    NOUN_CLAUSES,
    NOUN_SUBJECTS,
    NOUNS,
    PASTS,
    RELATIVE_PRONOUNS,
    UNDERGOERS,
)
from kg.text.relations.times.dates import Times, TimesOf, is_day, only_dates
from kg.text.syntax import Document

SCENES = word_set("function_words", "before-occasion")
DAY_PREPOSITIONS = word_set("function_words", "before-date-of-noun")
OCCASIONS = word_set("nouns", "occasion")
ABOUT = word_set("verbs", "about-an-occasion")
OCCURRING = word_set("verbs", "occurring")
HOLDING = word_set("verbs", "holding-event")
BRINGING = word_set("verbs", "bringing-event")
UPHEAVALS = word_set("nouns", "upheaval")
SETTING_A_DATE = word_set("verbs", "setting-a-date-of-its-object")
TELLING = word_set("verbs", "telling-an-audience")
OCCURRING_PHRASES = word_set("phrases", "occurring-with-particle")
LONG = word_set("nouns", "long-lasting")
AT_ONCE = word_set("verbs", "done-at-once")
SUDDEN = word_set("nouns", "sudden-event")
INDEFINITE = word_set("function_words", "syntax-indefinite-article")
KNOWN = word_set("function_words", "known-occasion")
NEW = word_set("function_words", "new-occasion")
PHASES = word_set("verbs", "phase-of-event")
INSIDE_NOUN = word_set("labels", "inside-noun-phrase")
HOURS = word_set("nouns", "hour-of-a-day")
REACH = 400  # words: news of one event goes on in the paragraphs around it


def dates_of_event_noun(verb: Token, document: Document, dates_of_noun: TimesOf) -> Times:
    """Return the dates of the first occasion of a clause that has any.

    They stand inside its noun phrase, or at an earlier mention of it.
    """
    for noun in _event_nouns(verb):
        dates = inside(noun, document)
        if not dates:
            dates = date_of_earlier_mention(noun, document, dates_of_noun)
        if dates:
            return dates
    return []


def dates_of_scene(verb: Token, document: Document) -> Times:
    """Return the dates inside the first scene of a clause, or beside its hour, that has any.

    Examples are "freed at a hearing on Monday", "sank during Sunday's storm", "in the early hours
    of Friday" and "before dawn on Tuesday".
    """
    for prep in prepositions_of(verb):
        for noun in governed_by(prep):
            if noun.lemma_.lower() in HOURS or _is_scene(noun, prep, verb):
                dates = _days_beside(noun, document)
                if dates:
                    return dates
    return []


def _is_scene(noun: Token, prep: Token, verb: Token) -> bool:
    """Return whether a noun says where or when something was done.

    It does not in "convicted in the attack of 2010", which is what the conviction is about.
    """
    if prep.lower_ not in SCENES:
        return False
    is_known = any_word(noun.lefts, *KNOWN)
    return verb_lemma(verb) not in ABOUT or not is_known


def _days_beside(noun: Token, document: Document) -> Times:
    """Return the dates that own a noun or stand behind it, or before that of an upheaval."""
    is_upheaval = noun.lemma_.lower() in UPHEAVALS
    before = INSIDE_NOUN if is_upheaval else ("poss",)
    owners = with_label(noun.children, *before)
    governed = objects_after(noun, *DAY_PREPOSITIONS, "of")
    return only_dates(document.mentions(owners + governed))


def date_of_earlier_mention(noun: Token, document: Document, dates_of_noun: TimesOf) -> Times:
    """Return the day of a known event, as the last mention of its name gives it.

    Earlier mentions count only if the last has no date and is not of another event.
    `dates_of_noun` gives the dates that its own clause gives a noun.
    """
    if not any_word(with_label(noun.lefts, "det"), *KNOWN):
        return []
    for before in _earlier_mentions(noun, document):
        dates = dates_of_noun(before)
        if not _may_be_one(noun, before, document):
            return []
        if dates or any_word(before.lefts, *NEW):
            return [date for date in dates if is_day(date)]
    return []


def _earlier_mentions(noun: Token, document: Document) -> Iterator[Token]:
    """Yield the nouns of the same lemma in the sentences before a noun, the last one first."""
    lemma = noun.lemma_.lower()
    end = noun.sent.start
    start = max(0, end - REACH)
    for before in reversed(document.doc[start:end]):
        if before.lemma_.lower() == lemma and before.pos_ in NOUNS:
            yield before


def inside(noun: Token, document: Document) -> Times:
    """Return the dates inside a noun phrase.

    Examples are "a Wednesday interview", "last month's summit", "a speech on Monday".
    """
    modifiers = with_label(noun.children, *INSIDE_NOUN)
    governed = objects_after(noun, *DAY_PREPOSITIONS)
    mentions = document.mentions(modifiers + governed)
    return only_dates(mentions)


def _event_nouns(verb: Token) -> Iterator[Token]:
    """Yield the nouns of the occasion on which something was done or said."""
    if verb_lemma(verb) in ABOUT:
        return
    for prep in prepositions_of(verb, *SCENES):
        for noun in governed_by(prep):
            if noun.lemma_.lower() in OCCASIONS:
                yield noun


def _may_be_one(noun: Token, before: Token, document: Document) -> bool:
    """Return whether the names in two noun phrases do not differ.

    They do in "the Oslo meeting" after "Monday's Bergen meeting".
    """
    names = _names(noun, document)
    names_before = _names(before, document)
    if not names or not names_before:
        return True
    return not names.isdisjoint(names_before)


def _names(noun: Token, document: Document) -> set[str]:
    """Return the names that stand right in a noun phrase, in small letters."""
    tokens = with_label(noun.children, *INSIDE_NOUN, "appos")
    for prep in prepositions_of(noun):
        tokens += governed_by(prep)
    names = document.of_kind(tokens, Kind.NAME)
    return {name.text.lower() for name in names}


# ---------------------------------------------------------------------- the verb that gives a date


def verb_of_time(noun: Token) -> Token | None:
    """Return the verb of the clause that says when the noun's event was; None if there is none."""
    if _is_happening(noun) or _is_told_at(noun):
        return noun.head
    if noun.dep_ != "pobj":
        return None
    preposition = noun.head
    if preposition.dep_ == "agent":
        return preposition.head if verb_lemma(preposition.head) in OCCURRING else None
    verb = preposition.head
    if preposition.lower_ == "after":
        is_dated = _is_cause(noun, verb)
    else:
        is_dated = preposition.lower_ in SCENES and _is_event_noun(noun, verb)
    return verb if is_dated else None


def _is_happening(noun: Token) -> bool:
    """Return whether the verb above a noun says that its event took place."""
    verb = noun.head
    if verb.pos_ != "VERB":
        return False
    return takes_place(noun, verb) or is_held(noun, verb, HOLDING | BRINGING)


def _is_told_at(noun: Token) -> bool:
    """Return whether a noun is an occasion at which something is told: "told a conference"."""
    if noun.lemma_.lower() not in OCCASIONS or noun.dep_ not in ("dobj", "dative"):
        return False
    return verb_lemma(noun.head) in TELLING


def takes_place(noun: Token, verb: Token) -> bool:
    """Return whether a noun is the subject of "took place", "killed 20 people" or the like."""
    if noun.dep_ != "nsubj":
        return False
    lemma = verb_lemma(verb)
    if lemma == "take":
        return any_word(direct_objects(verb), "place")
    particles = [child.lower_ for child in children_with(verb, "prt")]
    return lemma in OCCURRING or " ".join([lemma, *particles]) in OCCURRING_PHRASES


def is_held(noun: Token, verb: Token, verbs: frozenset[str] = HOLDING) -> bool:
    """Return whether a noun is the object of "held" or the like, also as a passive's subject."""
    return noun.dep_ in UNDERGOERS and verb_lemma(verb) in verbs


def _is_event_noun(noun: Token, verb: Token) -> bool:
    """Return whether a noun is the occasion in "died in the attack", "said at the trial"."""
    if noun.lemma_.lower() in LONG:
        return False
    return verb.pos_ == "VERB" and verb_lemma(verb) not in ABOUT


def _is_cause(noun: Token, verb: Token) -> bool:
    """Return whether a noun is the cause in "was delayed today after an accident".

    One acts at once then.
    """
    if noun.lemma_.lower() not in SUDDEN:
        return False
    if verb_lemma(verb) not in AT_ONCE:
        return False
    return any_word(noun.lefts, *INDEFINITE) and is_passive(verb)


def is_during(clause: Token) -> bool:
    """Return whether a relative clause tells what was done "in which" or "during which"."""
    preps = prepositions_of(clause, *SCENES)
    governed = chain.from_iterable(map(governed_by, preps))
    return any(word.tag_ in RELATIVE_PRONOUNS for word in governed)


def clauses_that_say_when(noun: Token) -> Iterator[Token]:
    """Yield the clauses behind a noun that say when its event was, or is to be.

    So does "to open" in "the talks that were to open", and "to hold" in "the vote which she wants
    to hold".
    """
    for clause in children_with(noun, *NOUN_CLAUSES):
        if says_when(clause):
            yield clause
        elif clause.dep_ == "relcl":
            yield from filter(_is_planned_in_relative, children_with(clause, "xcomp"))


def _is_planned_in_relative(verb: Token) -> bool:
    """Return whether an infinitive in a relative clause says when the noun's event is to be."""
    has_subject = _has_relative_subject(verb.head)
    if has_subject and verb_lemma(verb) == "take":
        return any_word(direct_objects(verb), "place")
    if has_subject and not is_passive(verb):
        return verb_lemma(verb) in OCCURRING
    undergoer = verb.head if has_subject else verb
    pronouns = [child.tag_ for child in children_with(undergoer, "dobj", *NOUN_SUBJECTS)]
    is_held_then = verb_lemma(verb) in HOLDING | SETTING_A_DATE
    return is_held_then and not RELATIVE_PRONOUNS.isdisjoint(pronouns)


def says_when(clause: Token) -> bool:
    """Return whether a clause after a noun says when its event was.

    Examples are "(an attack) that killed 20" and "(the talks) held on Monday".
    """
    lemma = verb_lemma(clause)
    if clause.tag_ == "VBG":
        return lemma in OCCURRING
    match clause.dep_:
        case "relcl" if _has_relative_subject(clause):
            return lemma in OCCURRING
        case "acl" if clause.tag_ in PASTS:
            return lemma in HOLDING or lemma in SETTING_A_DATE
    return False


def _has_relative_subject(clause: Token) -> bool:
    """Return whether the pronoun of a relative clause is its subject."""
    subjects = children_with(clause, "nsubj")
    return any(subject.tag_ in RELATIVE_PRONOUNS for subject in subjects)
