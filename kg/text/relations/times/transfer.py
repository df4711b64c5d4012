"""The time of a clause or an event noun, if its sentence gives it only once.

The grammar lends that time to others: "Crashed in June, killing all on board", "began on Monday by
thanking her voters", "in a Wednesday interview, she said", "the talks held on Monday". A time never
passes from a verb of saying to what is said, nor from a plan to what is planned.
Source: the inference of event times over syntactic dominance (Chambers et al. 2014, CAEVO; TimeML
annotation guidelines 1.2.1).
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain

from spacy.tokens import Token

from kg.lang.en import word_set
from kg.model import Mention, Role
from kg.text.parse import (
    any_word,
    children_with,
    governed_by,
    has_child,
    is_passive,
    prepositions_of,
    verb_lemma,
)
from kg.text.parse.labels import (
    AUXILIARIES,
    NOUN_SUBJECTS,
    PASTS,
    VERBS,
)
from kg.text.relations.times.dates import (
    Times,
    TimesOf,
    as_roles,
    at_its_end,
    first_known,
    is_absolute,
    is_dated,
    is_day,
    offset_dates,
    only_dates,
    times_among,
)
from kg.text.relations.times.event_noun_dates import (
    PHASES,
    clauses_that_say_when,
    date_of_earlier_mention,
    dates_of_event_noun,
    dates_of_scene,
    inside,
    is_during,
    is_held,
    takes_place,
    verb_of_time,
)
from kg.text.relations.times.misattached import misattached
from kg.text.relations.times.nearby import date_of_entry, of_dated_subject, of_plan_or_purpose
from kg.text.relations.times.simultaneity import LASTING, is_past_event, lenders
from kg.text.syntax import Document, adjuncts
from kg.text.timex import is_clock

POSTPONING = word_set("verbs", "postponing")
NEW_DATE = word_set("function_words", "before-new-date")
LATER = word_set("adverbs", "at-another-time")
INFINITE = ("VB", "VBG")
EARLIER_OR_LATER = word_set("function_words", "not-at-the-time-told")
Roles = tuple[Role, ...]
MAX_STEPS = 3  # clauses that a time may pass through


def with_time(verb: Token, roles: Roles, document: Document) -> Roles:
    """Return the roles of a verb, then the dates that its sentence lends it.

    Nothing is lent to a verb with a date of its own.
    """
    own = list(_telling(times_among(roles)))
    if any(map(is_dated, own)):
        return _as_denied(roles) if has_child(verb, "neg") else roles
    dates = misattached(verb, document) or offset_dates(verb, document, _own_of(document))
    if not dates and not own:
        dates = _lent_to_verb(verb, document, MAX_STEPS) or _of_entry(verb, document)
    return roles + as_roles(dates)


def with_time_of_noun(
    noun: Token, carrier: Token | None, roles: Roles, document: Document
) -> Roles:
    """Return the roles of an event noun, then the dates of its clause.

    Nothing is lent to a noun with a time of its own. `carrier` is its light verb.
    """
    if any(times_among(roles)):
        return roles
    dates = offset_dates(noun, document, _own_of(document))
    if not dates and carrier is not None:
        dates = _dates(carrier, document, MAX_STEPS)
    elif not dates:
        dates = _lent_to_noun(noun, document)
    return roles + as_roles(dates)


def _telling(times: Iterable[Mention]) -> Iterator[Mention]:
    """Yield the times without those of the clock that no day is known of."""
    for mention in times:
        if is_dated(mention) or not is_clock(mention):
            yield mention


def _of_entry(verb: Token, document: Document) -> Times:
    """Return the date of the entry of a list, if a verb tells what happened then: no "had left"."""
    helpers = {child.lower_ for child in children_with(verb, *AUXILIARIES)}
    if verb.tag_ in INFINITE or verb.dep_ == "advcl":
        return []
    if not helpers.isdisjoint(EARLIER_OR_LATER):
        return []
    return date_of_entry(verb, document)


def _as_denied(roles: Roles) -> Roles:
    """Return the roles of what was not done until March, or before March: it was done in March."""
    return tuple(
        replace(role, mention=at_its_end(role.mention)) if role.name == "when" else role
        for role in roles
    )


def _own(verb: Token, document: Document) -> Times:
    """Return the times that stand at a verb itself, or should."""
    times = list(_telling(times_among(adjuncts(verb, document))))
    return times or misattached(verb, document)


def _own_of(document: Document) -> TimesOf:
    """Return a function for the times that stand at a verb, or inside the phrase of a noun."""

    def times(token: Token) -> Times:
        return _own(token, document) if token.pos_ in VERBS else inside(token, document)

    return times


def _dates(verb: Token, document: Document, steps: int) -> Times:
    """Return the dates of a verb: its own, or those lent to it if it has no time at all."""
    own = _own(verb, document)
    return only_dates(own) if own else _lent_to_verb(verb, document, steps)


# ------------------------------------------------------------------------------------------- verbs


def _lent_to_verb(verb: Token, document: Document, steps: int) -> Times:
    """Return the dates of the occasion of a clause, else of the nearest verb of the same time."""
    if steps == 0 or any_word(verb.children, *LATER):
        return []
    return first_known(_choices(verb, document, steps))


def _choices(verb: Token, document: Document, steps: int) -> Iterator[Times]:
    """Yield the dates that a verb may be lent, those of the nearest relation first."""
    yield dates_of_event_noun(verb, document, _dates_of_noun(document))
    yield dates_of_scene(verb, document)
    yield of_dated_subject(verb, document)
    yield _of_known_subject(verb, document)
    yield _of_lender(verb, document, steps)
    yield _of_occasion_above(verb, document)
    yield _shared(verb, document, steps)
    yield _shared_at_the_end(verb, document)
    yield of_plan_or_purpose(verb, document)


def _of_lender(verb: Token, document: Document, steps: int) -> Times:
    """Return the dates of the first verb around a verb that happens when it does and has any."""
    lent = (_dates(lender, document, steps - 1) for lender in lenders(verb))
    return first_known(lent)


def _shared(verb: Token, document: Document, steps: int) -> Times:
    """Return the date of the first of two coordinated verbs that holds for the second, too.

    Examples are "On Monday they met the minister and signed the treaty", and, for a day alone,
    "searched the office on Monday and were sent away".
    """
    first = verb.head
    if verb.dep_ != "conj" or first.pos_ != "VERB":
        return []
    is_past = _are_past(first, verb)
    if verb.tag_ != first.tag_ and not is_past:
        return []
    own = _own(first, document)
    if not own:
        reckoned = offset_dates(first, document, _own_of(document))
        return reckoned or _lent_to_verb(first, document, steps - 1)
    dates = [date for date in only_dates(own) if date.head < first.idx]
    if dates or not is_past or verb_lemma(verb) in LASTING:
        return dates
    return [date for date in own if is_day(date) and date.head < verb.idx]


def _are_past(first: Token, second: Token) -> bool:
    """Return whether two coordinated verbs tell what happened.

    So do "had searched and seized" and "was arrested on Monday and taken to Oslo".
    """
    if is_past_event(first):
        return is_past_event(second) or _is_passive_of_same_helper(second)
    if first.tag_ != "VBN" or second.tag_ not in PASTS or is_passive(first):
        return False
    return not has_child(second, *AUXILIARIES, *NOUN_SUBJECTS)


def _is_passive_of_same_helper(second: Token) -> bool:
    """Return whether a coordinated participle has its "was" and its subject before the first."""
    if second.tag_ != "VBN" or has_child(second, *AUXILIARIES, *NOUN_SUBJECTS):
        return False
    return is_passive(second)


def _shared_at_the_end(verb: Token, document: Document) -> Times:
    """Return the day behind the second of two coordinated verbs, which is that of the first, too.

    An example is "burned tyres and blocked the road on Tuesday".
    """
    others = list(children_with(verb, "conj"))
    if len(others) != 1 or not is_past_event(verb):
        return []
    other = others[0]
    if other.tag_ != verb.tag_ or has_child(other, "conj", *AUXILIARIES, *NOUN_SUBJECTS):
        return []
    days = filter(is_day, _own(other, document))
    published = document.article.published
    return [day for day in days if day.head > other.idx and is_absolute(day, published)]


def _of_occasion_above(verb: Token, document: Document) -> Times:
    """Return the dates of the event of a noun in whose relative clause a verb stands.

    An example is "the clashes in 2021 in which 40 people died".
    """
    if verb.dep_ != "relcl" or not is_during(verb):
        return []
    noun = verb.head
    return inside(noun, document) or _dates_of_noun(document)(noun)


# ------------------------------------------------------------------------------------------- nouns


def _lent_to_noun(noun: Token, document: Document) -> Times:
    """Return the dates of the clause that says when the noun's event was.

    Else they are those of the relative clause or participle after it.
    """
    verb = verb_of_time(noun)
    dates = [] if verb is None else _dates(verb, document, MAX_STEPS)
    if dates:
        return dates
    head = noun.head
    if is_held(noun, head, POSTPONING):
        return _put_off(head, document)
    if noun.dep_ == "appos" and head.pos_ == "NOUN":  # "two disasters this year, the losses of"
        dates = inside(head, document)
        return [date for date in dates if date.head > head.idx]
    if noun.dep_ == "conj" and head.pos_ == "NOUN":  # "an earthquake and a flood last month"
        dates = [date for date in inside(head, document) if not head.idx < date.head < noun.idx]
        return dates or _lent_to_noun(head, document)
    clauses = clauses_that_say_when(noun)
    return first_known(_dates(clause, document, 1) for clause in clauses)


def _dates_of_noun(document: Document) -> TimesOf:
    """Return a function for the dates that its own phrase or clause gives a noun."""

    def dates(noun: Token) -> Times:
        own = inside(noun, document)
        verb = None if own else verb_of_time(noun)
        if verb is None or verb_lemma(verb) in PHASES:
            return own
        return only_dates(_own(verb, document))

    return dates


def _of_known_subject(verb: Token, document: Document) -> Times:
    """Return the day of a subject that was mentioned before with its day.

    An example is "the accident" in "the accident occurred at the gate".
    """
    if verb_lemma(verb) in PHASES:
        return []
    dates_of_noun = _dates_of_noun(document)
    for child in verb.children:
        if not takes_place(child, verb):
            continue
        dates = date_of_earlier_mention(child, document, dates_of_noun)
        if dates:
            return dates
    return []


def _put_off(verb: Token, document: Document) -> Times:
    """Return the new date in "postponed until March": what was put off happens then."""
    preps = prepositions_of(verb, *NEW_DATE)
    nouns = chain.from_iterable(map(governed_by, preps))
    mentions = document.mentions(nouns)
    return [at_its_end(mention) for mention in mentions if mention.time is not None]
