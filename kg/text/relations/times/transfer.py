"""When a clause or an event noun happened, if its sentence gives the time only once.

The grammar lends that time to others: "Crashed in June, killing all on board", "began on Monday by
thanking her voters", "in a Wednesday interview, she said", "the talks held on Monday". A time never
passes from a verb of saying to what is said, nor from a plan to what is planned.
Source: the inference of event times over syntactic dominance (Chambers et al. 2014, CAEVO; TimeML
annotation guidelines 1.2.1).
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from spacy.tokens import Token

from kg.lang.en import word_set
from kg.model import Mention, Role, TimeValue
from kg.text.parse import verb_lemma
from kg.text.relations.times.occasions import (
    PHASES,
    date_of_earlier_mention,
    dates_of_occasion,
    inside,
    is_held,
    only_dates,
    says_when,
    takes_place,
    verb_of_time,
)
from kg.text.relations.times.offsets import offset_dates
from kg.text.relations.times.simultaneity import lenders
from kg.text.syntax import (
    CLAUSAL,
    Document,
    adjuncts,
    any_word,
    governed_by,
    prepositions_of,
    with_label,
    with_word,
)

POSTPONING = word_set("verbs", "postponing")
NEW_DATE = word_set("function_words", "before-new-date")
LATER = word_set("adverbs", "at-another-time")
DATE_PREPOSITIONS = word_set("function_words", "before-stray-date")
MAX_STEPS = 3  # clauses that a time may pass through


def with_time(verb: Token, roles: tuple[Role, ...], document: Document) -> tuple[Role, ...]:
    """Return the roles of a verb, then the dates that its sentence lends it.

    Nothing is lent to a verb with a date of its own.
    """
    if any(role.name == "when" and _is_dated(role.mention) for role in roles):
        return roles
    dates = _strayed(verb, document) or offset_dates(verb, document, _own_of(document))
    if not dates and not _has_time(roles):
        dates = _lent_to_verb(verb, document, MAX_STEPS)
    return roles + _as_roles(dates)


def with_time_of_noun(
    noun: Token, carrier: Token | None, roles: tuple[Role, ...], document: Document
) -> tuple[Role, ...]:
    """Return the roles of an event noun, then the dates of its clause.

    Nothing is lent to a noun with a time of its own. `carrier` is its light verb.
    """
    if _has_time(roles):
        return roles
    dates = offset_dates(noun, document, _own_of(document))
    if not dates and carrier is not None:
        dates = _dates(carrier, document, MAX_STEPS)
    elif not dates:
        dates = _lent_to_noun(noun, document)
    return roles + _as_roles(dates)


def _has_time(roles: Iterable[Role]) -> bool:
    return any(role.name == "when" for role in roles)


def _as_roles(dates: Iterable[Mention]) -> tuple[Role, ...]:
    return tuple(Role("when", mention) for mention in dates)


def _is_dated(mention: Mention) -> bool:
    """Return whether a time could be worked out, open or not."""
    time = mention.time
    return time is not None and bool(time.start or time.end)


def _strayed(verb: Token, document: Document) -> list[Mention]:
    """Return the dates of a verb that the parser hung elsewhere."""
    dates = only_dates(document.mentions(_astray(verb)))
    return dates or _of_first_time(verb, document)


def _of_first_time(verb: Token, document: Document) -> list[Mention]:
    """Return the date of "came for the first time in 2010".

    A span, as in "in two years", is what the times are counted in.
    """
    nouns = [noun for prep in with_word(verb.children, "for") for noun in prep.children]
    preps = [prep for noun in nouns if noun.lemma_ == "time" for prep in prepositions_of(noun)]
    mentions = document.mentions(token for prep in preps for token in prep.children)
    return [mention for mention in mentions if mention.time is not None and mention.time.is_point]


def _astray(verb: Token) -> Iterator[Token]:
    """Yield the tokens at which a time of the verb may hang.

    It may hang on the subject ("the firm in May bought"), inside a name ("On Monday Ann Bolt
    said"), or above the verb ("on Monday, when she spoke").
    """
    for child in verb.children:
        if child.dep_ in ("nsubj", "nsubjpass"):
            for prep in with_word(child.rights, *DATE_PREPOSITIONS):
                if prep.right_edge.i + 1 == verb.i:
                    yield from governed_by(prep)
        elif _is_lonely_preposition(child) and child.i < verb.i:
            yield child.nbor(1)
    if verb.dep_ == "relcl" and any_word(verb.children, "when"):
        yield verb.head


def _is_lonely_preposition(prep: Token) -> bool:
    """Return whether a token is a preposition of dates with nothing below it."""
    is_preposition = prep.dep_ == "prep" and prep.lower_ in DATE_PREPOSITIONS
    return is_preposition and prep.left_edge == prep.right_edge


def _own(verb: Token, document: Document) -> list[Mention]:
    """Return the times that stand at a verb itself, or should."""
    times = [role.mention for role in adjuncts(verb, document) if role.name == "when"]
    return times or _strayed(verb, document)


def _own_of(document: Document) -> Callable[[Token], list[Mention]]:
    """Return a function for the times that stand at a verb, or inside the phrase of a noun."""

    def times(token: Token) -> list[Mention]:
        return _own(token, document) if token.pos_ in CLAUSAL else inside(token, document)

    return times


def _dates(verb: Token, document: Document, steps: int) -> list[Mention]:
    """Return the dates of a verb: its own, or those lent to it if it has no time at all."""
    own = _own(verb, document)
    return only_dates(own) if own else _lent_to_verb(verb, document, steps)


# ------------------------------------------------------------------------------------------- verbs


def _lent_to_verb(verb: Token, document: Document, steps: int) -> list[Mention]:
    """Return the dates of the occasion of a clause, else of the nearest verb of the same time."""
    if steps == 0 or any_word(verb.children, *LATER):
        return []
    return (
        dates_of_occasion(verb, document, _dates_of_noun(document))
        or _of_known_subject(verb, document)
        or _of_lender(verb, document, steps)
        or _shared(verb, document, steps)
    )


def _of_lender(verb: Token, document: Document, steps: int) -> list[Mention]:
    """Return the dates of the first verb around a verb that happens when it does and has any."""
    for lender in lenders(verb):
        if dates := _dates(lender, document, steps - 1):
            return dates
    return []


def _shared(verb: Token, document: Document, steps: int) -> list[Mention]:
    """Return the date before the first of two coordinated verbs.

    An example is "On Monday they met the minister and signed the treaty".
    """
    first = verb.head
    if verb.dep_ != "conj" or first.pos_ != "VERB" or first.tag_ != verb.tag_:
        return []
    own = _own(first, document)
    if not own:
        return _lent_to_verb(first, document, steps - 1)
    return [mention for mention in only_dates(own) if mention.head < first.idx]


# ------------------------------------------------------------------------------------------- nouns


def _lent_to_noun(noun: Token, document: Document) -> list[Mention]:
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
        return [date for date in inside(head, document) if date.head > head.idx]
    for clause in with_label(noun.children, "acl", "relcl"):
        if says_when(clause) and (dates := _dates(clause, document, 1)):
            return dates
    return []


def _dates_of_noun(document: Document) -> Callable[[Token], list[Mention]]:
    """Return a function for the dates that its own phrase or clause gives a noun."""

    def dates(noun: Token) -> list[Mention]:
        own = inside(noun, document)
        verb = None if own else verb_of_time(noun)
        if verb is None or verb_lemma(verb) in PHASES:
            return own
        return only_dates(_own(verb, document))

    return dates


def _of_known_subject(verb: Token, document: Document) -> list[Mention]:
    """Return the day of a subject that was mentioned before with its day.

    An example is "the accident" in "the accident occurred at the gate".
    """
    if verb_lemma(verb) in PHASES:
        return []
    dates_of_noun = _dates_of_noun(document)
    for child in verb.children:
        if takes_place(child, verb):
            dates = date_of_earlier_mention(child, document, dates_of_noun)
            if dates:
                return dates
    return []


def _put_off(verb: Token, document: Document) -> list[Mention]:
    """Return the new date in "postponed until March": what was put off happens then."""
    preps = prepositions_of(verb, *NEW_DATE)
    mentions = document.mentions(token for prep in preps for token in governed_by(prep))
    return [_at_its_end(mention) for mention in mentions if mention.time is not None]


def _at_its_end(mention: Mention) -> Mention:
    """Return the mention of "until March" as one of March itself."""
    time = mention.time
    if time is None or time.start or not time.end:
        return mention
    return replace(mention, time=TimeValue(time.end))
