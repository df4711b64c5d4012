"""The time of a clause or an event noun, if its sentence gives it only once.

The grammar lends that time to others: "Crashed in June, killing all on board", "began on Monday by
thanking her voters", "in a Wednesday interview, she said", "the talks held on Monday". A time never
passes from a verb of saying to what is said, nor from a plan to what is planned.
Source: the inference of event times over syntactic dominance (Chambers et al. 2014, CAEVO; TimeML
annotation guidelines 1.2.1).
"""

from collections.abc import Iterable, Iterator
from itertools import chain

from spacy.tokens import Token

from kg.lang.en import word_set
from kg.model import Role
from kg.text.parse import (
    any_word,
    children_with,
    governed_by,
    prepositions_of,
    verb_lemma,
    with_word,
)
from kg.text.parse.labels import NOUN_CLAUSES, NOUN_SUBJECTS, VERBS
from kg.text.relations.times.dates import (
    Times,
    TimesOf,
    as_roles,
    at_its_end,
    first_known,
    is_dated,
    is_day,
    offset_dates,
    only_dates,
    point_of,
    times_among,
)
from kg.text.relations.times.event_noun_dates import (
    PHASES,
    date_of_earlier_mention,
    dates_of_event_noun,
    dates_of_scene,
    inside,
    is_held,
    says_when,
    takes_place,
    verb_of_time,
)
from kg.text.relations.times.simultaneity import LASTING, is_past_event, lenders
from kg.text.syntax import Document, adjuncts

POSTPONING = word_set("verbs", "postponing")
NEW_DATE = word_set("function_words", "before-new-date")
LATER = word_set("adverbs", "at-another-time")
DATE_PREPOSITIONS = word_set("function_words", "before-stray-date")
Roles = tuple[Role, ...]
MAX_STEPS = 3  # clauses that a time may pass through


def with_time(verb: Token, roles: Roles, document: Document) -> Roles:
    """Return the roles of a verb, then the dates that its sentence lends it.

    Nothing is lent to a verb with a date of its own.
    """
    own = list(times_among(roles))
    if any(map(is_dated, own)):
        return roles
    dates = _misattached(verb, document) or offset_dates(verb, document, _own_of(document))
    if not dates and not own:
        dates = _lent_to_verb(verb, document, MAX_STEPS)
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


def _misattached(verb: Token, document: Document) -> Times:
    """Return the dates of a verb that the parser hung elsewhere."""
    dates = only_dates(document.mentions(_misattached_words(verb)))
    return dates or _of_first_time(verb, document)


def _of_first_time(verb: Token, document: Document) -> Times:
    """Return the date of "came for the first time in 2010".

    A span, as in "in two years", is what the times are counted in.
    """
    preps: list[Token] = []
    for noun in _below(with_word(verb.children, "for")):
        if noun.lemma_ == "time":
            preps += prepositions_of(noun)
    mentions = document.mentions(_below(preps))
    return [mention for mention in mentions if point_of(mention)]


def _below(tokens: Iterable[Token]) -> Iterator[Token]:
    """Yield the children of some tokens."""
    return chain.from_iterable(token.children for token in tokens)


def _misattached_words(verb: Token) -> Iterator[Token]:
    """Yield the tokens at which a time of the verb may hang.

    It may hang on the subject ("the firm in May bought"), inside a name ("On Monday Ann Bolt
    said"), or above the verb ("on Monday, when she spoke").
    """
    for child in verb.children:
        if child.dep_ in NOUN_SUBJECTS:
            yield from _at_the_end_of(child, verb)
        elif _is_lonely_preposition(child) and child.i < verb.i:
            yield child.nbor(1)
    if verb.dep_ == "relcl" and any_word(verb.children, "when"):
        yield verb.head


def _at_the_end_of(subject: Token, verb: Token) -> Iterator[Token]:
    """Yield what a preposition of dates governs that ends a subject right before its verb."""
    for prep in with_word(subject.rights, *DATE_PREPOSITIONS):
        if prep.right_edge.i + 1 == verb.i:
            yield from governed_by(prep)


def _is_lonely_preposition(prep: Token) -> bool:
    """Return whether a token is a preposition of dates with nothing below it."""
    if prep.dep_ != "prep" or prep.lower_ not in DATE_PREPOSITIONS:
        return False
    return prep.left_edge == prep.right_edge


def _own(verb: Token, document: Document) -> Times:
    """Return the times that stand at a verb itself, or should."""
    times = list(times_among(adjuncts(verb, document)))
    return times or _misattached(verb, document)


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
    yield _of_known_subject(verb, document)
    yield _of_lender(verb, document, steps)
    yield _shared(verb, document, steps)


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
    is_past = is_past_event(verb) and is_past_event(first)
    if verb.tag_ != first.tag_ and not is_past:
        return []
    own = _own(first, document)
    if not own:
        return _lent_to_verb(first, document, steps - 1)
    dates = [date for date in only_dates(own) if date.head < first.idx]
    if dates or not is_past or verb_lemma(verb) in LASTING:
        return dates
    return [date for date in own if is_day(date) and date.head < verb.idx]


# ------------------------------------------------------------------------------------------- nouns


def _lent_to_noun(noun: Token, document: Document) -> Times:
    """Return the dates of the clause that says when the noun's event was.

    Else they are those of the relative clause or participle after it.
    """
    verb = verb_of_time(noun)
    if verb is not None:
        return _dates(verb, document, MAX_STEPS)
    head = noun.head
    if is_held(noun, head, POSTPONING):
        return _put_off(head, document)
    if noun.dep_ == "appos" and head.pos_ == "NOUN":  # "two disasters this year, the losses of"
        dates = inside(head, document)
        return [date for date in dates if date.head > head.idx]
    clauses = filter(says_when, children_with(noun, *NOUN_CLAUSES))
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
