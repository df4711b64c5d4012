"""When a clause or an event noun happened, where its sentence tells the time only once and the grammar lends it to others.

"Crashed in June, killing all on board", "began on Monday by thanking her voters", "in a Wednesday interview, she said", "the
talks held on Monday". A time never passes from a verb of saying to what is said, nor from a plan to what is planned.
Source: the inference of event times over syntactic dominance (Chambers et al. 2014, CAEVO; TimeML annotation guidelines 1.2.1).
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from spacy.tokens import Token

from kg.lang.en import word_set
from kg.model import Mention, Role, TimeValue
from kg.text.parse import is_passive, verb_lemma
from kg.text.relations.times.occasions import (
    PHASES,
    dates_of_occasion,
    inside,
    is_date,
    is_held,
    takes_place,
    teller,
    tells_of_noun,
    told_before,
)
from kg.text.relations.times.offsets import reckoned
from kg.text.syntax import Document, adjuncts

SAME_TIME = word_set("verbs", "same-time")
APPOINTED = word_set("verbs", "appointed")
POSTPONING = word_set("verbs", "postponing")
NEW_DATE = word_set("function_words", "before-new-date")
LATER = word_set("adverbs", "at-another-time")
LASTING = word_set("verbs", "lasting")
MOMENTS = word_set("function_words", "simultaneous")
PROGRESSIVE = word_set("function_words", "auxiliary-of-progressive")
DATE_PREPOSITIONS = word_set("function_words", "before-stray-date")
MAX_STEPS = 3  # clauses that a time may pass through


def with_time(verb: Token, roles: tuple[Role, ...], document: Document) -> tuple[Role, ...]:
    """The roles of a verb, then the dates that its sentence lends it where it has no date of its own."""
    if any(role.name == "when" and _is_dated(role.mention) for role in roles):
        return roles
    found = _strayed(verb, document) or reckoned(verb, document, _own_of(document))
    lent = [] if found or _has_time(roles) else _lent_to_verb(verb, document, MAX_STEPS)
    return roles + _as_roles(found or lent)


def with_time_of_noun(
    noun: Token, carrier: Token | None, roles: tuple[Role, ...], document: Document
) -> tuple[Role, ...]:
    """The roles of an event noun, then the dates of its clause where it has no time of its own; `carrier` is its light verb."""
    if _has_time(roles):
        return roles
    if known := reckoned(noun, document, _own_of(document)):
        return roles + _as_roles(known)
    return roles + _as_roles(
        _dates(carrier, document, MAX_STEPS)
        if carrier is not None
        else _lent_to_noun(noun, document)
    )


def _has_time(roles: Iterable[Role]) -> bool:
    return any(role.name == "when" for role in roles)


def _as_roles(dates: Iterable[Mention]) -> tuple[Role, ...]:
    return tuple(Role("when", mention) for mention in dates)


def _is_dated(mention: Mention) -> bool:
    """True for a time that could be worked out, open or not."""
    return mention.time is not None and bool(mention.time.start or mention.time.end)


def _strayed(verb: Token, document: Document) -> list[Mention]:
    """The dates of a verb that the parser hung elsewhere."""
    found = map(document.mention, _astray(verb))
    return [
        mention for mention in found if mention is not None and is_date(mention)
    ] or _of_first_time(verb, document)


def _of_first_time(verb: Token, document: Document) -> list[Mention]:
    """The date of "came for the first time in 2010"; a span, as in "in two years", is what the times are counted in."""
    times = (
        noun
        for prep in verb.children
        if prep.lower_ == "for"
        for noun in prep.children
        if noun.lemma_ == "time"
    )
    dates = (
        document.mention(date)
        for noun in times
        for prep in noun.children
        if prep.dep_ == "prep"
        for date in prep.children
    )
    return [
        each for each in dates if each is not None and each.time is not None and each.time.is_point
    ]


def _astray(verb: Token) -> Iterator[Token]:
    """Where a time of the verb may hang: on its subject ("the firm in May bought"), inside a name ("On Monday Ann Bolt said"), or
    above it ("on Monday, when she spoke").
    """
    for child in verb.children:
        if child.dep_ in ("nsubj", "nsubjpass"):
            preps = (
                prep
                for prep in child.rights
                if prep.lower_ in DATE_PREPOSITIONS and prep.right_edge.i + 1 == verb.i
            )
            yield from (token for prep in preps for token in prep.children if token.dep_ == "pobj")
        elif (
            child.dep_ == "prep"
            and child.lower_ in DATE_PREPOSITIONS
            and child.left_edge == child.right_edge
            and child.i < verb.i
        ):
            yield child.nbor(1)
    if verb.dep_ == "relcl" and any(child.lower_ == "when" for child in verb.children):
        yield verb.head


def _own(verb: Token, document: Document) -> list[Mention]:
    """The times that stand at a verb itself, or should."""
    return [role.mention for role in adjuncts(verb, document) if role.name == "when"] or _strayed(
        verb, document
    )


def _own_of(document: Document) -> Callable[[Token], list[Mention]]:
    """The times that stand at a verb, or inside the phrase of a noun."""
    return lambda token: (
        _own(token, document) if token.pos_ in ("VERB", "AUX") else inside(token, document)
    )


def _dates(verb: Token, document: Document, steps: int) -> list[Mention]:
    """The dates of a verb: its own, or those that are lent to it where it has no time at all."""
    own = _own(verb, document)
    return (
        [mention for mention in own if is_date(mention)]
        if own
        else _lent_to_verb(verb, document, steps)
    )


# ----------------------------------------------------------------------------------------------------------------- verbs


def _lent_to_verb(verb: Token, document: Document, steps: int) -> list[Mention]:
    """The dates of the occasion of a clause, else of the nearest verb that happens at the same time."""
    if steps == 0 or any(child.lower_ in LATER for child in verb.children):
        return []
    lent = (dates for lender in _lenders(verb) if (dates := _dates(lender, document, steps - 1)))
    return (
        dates_of_occasion(verb, document, _told_of(document))
        or _of_known_subject(verb, document)
        or next(lent, [])
        or _shared(verb, document, steps)
    )


def _lenders(verb: Token) -> Iterator[Token]:
    """The verbs around a verb that happen when it does, the ones above it first."""
    head = verb.head
    if head.pos_ == "VERB" and (
        (verb.dep_ == "advcl" and _is_simultaneous(verb)) or _is_complement(verb, up=False)
    ):
        yield head
    if verb.dep_ == "pcomp" and head.lower_ == "by" and head.head.pos_ == "VERB":
        yield head.head
    for child in verb.children:
        fronted = (
            child.dep_ == "advcl"
            and child.tag_ == "VBG"
            and child.i < verb.i
            and _is_simultaneous(child)
        )
        if child.pos_ == "VERB" and (
            fronted or _is_moment(child) or _is_complement(child, up=True)
        ):
            yield child


def _is_simultaneous(clause: Token) -> bool:
    """True for "killing all", "while speaking", "as she was leaving", "when she spoke" after a past; not for "having spoken"."""
    marks = {
        child.lower_
        for child in clause.children
        if child.dep_ in ("mark", "advmod") and child.tag_ in ("IN", "WRB")
    }
    auxiliaries = {child.lower_ for child in clause.children if child.dep_ in ("aux", "auxpass")}
    if auxiliaries and not (
        clause.tag_ == "VBG" and marks & MOMENTS and auxiliaries <= PROGRESSIVE
    ):
        return False
    if clause.tag_ == "VBG":
        return verb_lemma(clause) not in LASTING and marks <= MOMENTS
    same_tense = clause.tag_ == "VBD" and clause.head.tag_ == "VBD" and clause.i > clause.head.i
    return same_tense and bool(marks & MOMENTS)


def _is_moment(clause: Token) -> bool:
    """True for what follows in "was hurt when the bomb went off", "will speak when she arrives": it tells the moment."""
    verb = clause.head
    marked = any(
        child.lower_ == "when" for child in clause.children if child.dep_ in ("mark", "advmod")
    )
    future = clause.tag_ in ("VBZ", "VBP") and any(
        child.lower_ == "will" for child in verb.children if child.dep_ == "aux"
    )
    past = clause.tag_ == "VBD" and verb.tag_ in ("VBD", "VBN")
    return clause.dep_ == "advcl" and marked and clause.i > verb.i and (future or past)


def _is_complement(verb: Token, *, up: bool) -> bool:
    """True for an infinitive or participle that happens when the verb above does; `up`: whose time is also that verb's."""
    head = verb.head
    if verb.dep_ != "xcomp" or head.pos_ != "VERB":
        return False
    return verb_lemma(head) in SAME_TIME or (
        not up and verb_lemma(head) in APPOINTED and is_passive(head)
    )


def _shared(verb: Token, document: Document, steps: int) -> list[Mention]:
    """The date before the first of two coordinated verbs: "On Monday they met the minister and signed the treaty"."""
    first = verb.head
    if verb.dep_ != "conj" or first.pos_ != "VERB" or first.tag_ != verb.tag_:
        return []
    own = _own(first, document)
    if not own:
        return _lent_to_verb(first, document, steps - 1)
    return [mention for mention in own if is_date(mention) and mention.head < first.idx]


# ----------------------------------------------------------------------------------------------------------------- nouns


def _lent_to_noun(noun: Token, document: Document) -> list[Mention]:
    """The dates of the clause that tells of the noun's happening, or of the relative clause or participle after it."""
    verb = teller(noun)
    if verb is not None:
        return _dates(verb, document, MAX_STEPS)
    if is_held(noun, noun.head, POSTPONING):
        return _put_off(noun.head, document)
    if (
        noun.dep_ == "appos" and noun.head.pos_ == "NOUN"
    ):  # "two disasters this year, the losses of"
        return [each for each in inside(noun.head, document) if each.head > noun.head.idx]
    after = (
        child for child in noun.children if child.dep_ in ("acl", "relcl") and tells_of_noun(child)
    )
    return next((dates for clause in after if (dates := _dates(clause, document, 1))), [])


def _told_of(document: Document) -> Callable[[Token], list[Mention]]:
    """The dates that its own phrase or clause tells of a noun."""

    def dates(noun: Token) -> list[Mention]:
        verb = teller(noun)
        own = _own(verb, document) if verb is not None and verb_lemma(verb) not in PHASES else []
        return inside(noun, document) or [each for each in own if is_date(each)]

    return dates


def _of_known_subject(verb: Token, document: Document) -> list[Mention]:
    """The day of "the accident" in "the accident occurred at the gate", where a sentence before told it."""
    known = (
        child
        for child in verb.children
        if verb_lemma(verb) not in PHASES and takes_place(child, verb)
    )
    return next(
        (dates for noun in known if (dates := told_before(noun, document, _told_of(document)))), []
    )


def _put_off(verb: Token, document: Document) -> list[Mention]:
    """The new date in "postponed until March": what was put off happens then."""
    preps = (prep for prep in verb.children if prep.dep_ == "prep" and prep.lower_ in NEW_DATE)
    found = (
        document.mention(token) for prep in preps for token in prep.children if token.dep_ == "pobj"
    )
    return [
        _at_its_end(mention)
        for mention in found
        if mention is not None and mention.time is not None
    ]


def _at_its_end(mention: Mention) -> Mention:
    """The mention of "until March" as one of March itself."""
    time = mention.time
    if time is None or time.start or not time.end:
        return mention
    return replace(mention, time=TimeValue(time.end))
