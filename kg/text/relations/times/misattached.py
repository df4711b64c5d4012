"""The dates of a verb that the parser hung on another word, or could not hang on it.

"The firm in May bought", "on Monday, when she spoke", "was shot by an officer outside a house on
Friday", "police this week arrested", "could open as early as March".
"""

from collections.abc import (
    Iterable,
    Iterator,
)
from itertools import chain

from spacy.tokens import Token

from kg.lang.en import word_set
from kg.model import (
    Kind,
    Mention,
)
from kg.text.parse import (
    any_word,
    children_with,
    first_child,
    governed_by,
    neighbour,
    prepositions_of,
    verb_lemma,
    with_label,
    with_word,
)
from kg.text.parse.labels import (
    NOUN_SUBJECTS,
    NOUNS,
    PREPOSITIONS,
    PRESENTS,
)
from kg.text.relations.times.dates import (
    Times,
    as_point,
    is_day,
    only_dates,
    point_of,
)
from kg.text.relations.times.event_noun_dates import is_during
from kg.text.relations.times.simultaneity import LASTING
from kg.text.syntax import (
    Document,
    adjuncts,
)
from kg.vocabulary import (
    ORGANIZATIONS,
    PEOPLE,
    PLACES,
)

DATE_PREPOSITIONS = word_set("function_words", "before-stray-date")
ON = frozenset({"on"})
UNITS = word_set("times", "when-as-a-noun")
DEFINITE = word_set("function_words", "definite-article")
DEGREES = word_set("adverbs", "before-as-and-date")
SHOWING = word_set("verbs", "shown-by-a-day")
HELD = LASTING | word_set("verbs", "holding-sway")
OCCASIONS = word_set("nouns", "occasion")
NEW_PLANS = word_set("verbs", "looking-ahead") | word_set("verbs", "announcing-what-comes")
ABOUT_A_MATTER = word_set("function_words", "before-matter-of-a-verb")
THINGS = ORGANIZATIONS | PEOPLE | PLACES
BEHIND_NOUN = frozenset(
    {
        "npadvmod",
        "appos",
        "nmod",
        "nummod",
    }
)
INSIDE_SUBJECT = frozenset(
    {
        "npadvmod",
        "compound",
        "nmod",
        "appos",
    }
)
LONGEST_DATE = 6  # tokens


def misattached(verb: Token, document: Document) -> Times:
    """Return the dates of a verb that the parser hung elsewhere."""
    for find in (_hanging, _before_when, _of_first_time, _of_subject, _behind_complements):
        dates = find(verb, document)
        if dates:
            return dates
    return []


def _hanging(verb: Token, document: Document) -> Times:
    return only_dates(document.mentions(_misattached_words(verb)))


def _misattached_words(verb: Token) -> Iterator[Token]:
    """Yield the tokens at which a time of the verb may hang.

    It may hang on the subject ("the firm in May bought"), inside a name ("On Monday Ann Bolt
    said"), be the subject ("Monday saw"), or hang on an adverb ("as early as March").
    """
    for child in verb.children:
        if child.dep_ in NOUN_SUBJECTS:
            yield from _at_the_end_of(child, verb)
            if verb_lemma(verb) in SHOWING:
                yield child
        elif child.i < verb.i and _opens_with_date(child):
            yield child.nbor(1)
        elif child.dep_ == "advmod" and child.lower_ in DEGREES:
            yield from _below(prepositions_of(child, "as"))
    if verb.dep_ == "relcl" and (any_word(verb.children, "when") or is_during(verb)):
        yield verb.head


def _at_the_end_of(subject: Token, verb: Token) -> Iterator[Token]:
    """Yield what a preposition of dates governs that ends a subject right before its verb."""
    for prep in with_word(subject.rights, *DATE_PREPOSITIONS):
        if prep.right_edge.i + 1 == verb.i:
            yield from governed_by(prep)


def _opens_with_date(prep: Token) -> bool:
    """Return whether a preposition of dates stands alone, or before "2012 English designer Bo"."""
    if prep.dep_ != "prep" or prep.lower_ not in DATE_PREPOSITIONS:
        return False
    if prep.left_edge == prep.right_edge:
        return True
    nouns = governed_by(prep)
    after = neighbour(prep, 1)
    return bool(nouns) and after is not None and after.dep_ == "nummod" and after.head in nouns


def _below(tokens: Iterable[Token]) -> Iterator[Token]:
    """Yield the children of some tokens."""
    return chain.from_iterable(token.children for token in tokens)


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


# ---------------------------------------------------------------------------- "when", "the year"


def _before_when(verb: Token, document: Document) -> Times:
    """Return the date right before "when": "in 1999, when she left", "since May, the month he won".

    The clause happens then, even if the time before it runs on from the date or up to it.
    """
    opener = _when_of(verb)
    before = neighbour(opener, -1) if opener is not None else None
    if before is not None and before.is_punct:
        before = neighbour(before, -1)
    if before is None:
        return []
    mention = _time_ending_at(before, document)
    return [] if mention is None else only_dates([as_point(mention)])


def _when_of(verb: Token) -> Token | None:
    """Return the first word of "when she left" and of "the year she left"; None without it."""
    when = first_child(verb, "advmod", "mark", words=("when",))
    if when is not None or verb.dep_ != "relcl":
        return when
    unit = verb.head
    return first_child(unit, "det", words=DEFINITE) if unit.lower_ in UNITS else None


def _time_ending_at(last: Token, document: Document) -> Mention | None:
    """Return the time whose last word is a token; None if there is none."""
    first = max(last.i - LONGEST_DATE, last.sent.start)
    for token in reversed(document.doc[first : last.i + 1]):
        mention = document.mention(token)
        if mention is None or mention.kind is not Kind.TIME:
            continue
        return mention if mention.passage.end >= last.idx + len(last) else None
    return None


# ----------------------------------------------------------------------------- on people and places


def _of_subject(verb: Token, document: Document) -> Times:
    """Return the date in a subject that cannot have one: "police this week arrested"."""
    for subject in children_with(verb, *NOUN_SUBJECTS):
        if is_thing(subject, document):
            inner = with_label(subject.children, *INSIDE_SUBJECT)
            dates = only_dates(document.mentions(inner))
            return [date for date in dates if is_day(date) or not point_of(date)]
    return []


def _behind_complements(verb: Token, document: Document) -> Times:
    """Return the date behind an object or the like that cannot have one, or hardly has one.

    Examples are "shot by an officer outside a house on Friday" and "rejected his plea on Monday".
    """
    for noun in _complements(verb):
        if is_thing(noun, document):
            dates = only_dates(_behind(noun, document))
        elif _is_matter(noun, verb):
            days = _on_days(noun, document) or _behind_things_of(noun, document)
            dates = [date for date in days if is_day(date)]
        else:
            continue
        if dates:
            return dates
    return []


def _complements(verb: Token) -> Iterator[Token]:
    """Yield the nouns that complete a verb behind it."""
    for child in verb.rights:
        if child.dep_ == "dobj":
            yield child
        elif child.dep_ in PREPOSITIONS:
            yield from governed_by(child)


def _behind(noun: Token, document: Document) -> Times:
    """Return the times behind a person, an organisation or a place, and what hangs on it."""
    times: Times = []
    for child in noun.rights:
        if child.dep_ in BEHIND_NOUN:
            times += document.of_kind([child], Kind.TIME)
        if child.dep_ in ("conj", "appos") and is_thing(child, document):
            times += _behind(child, document)
        elif child.dep_ == "relcl" and verb_lemma(child) in HELD:
            times += [role.mention for role in adjuncts(child, document) if role.name == "when"]
        elif child.dep_ == "prep":
            times += _behind_preposition(child, document)
    return times


def _behind_preposition(prep: Token, document: Document) -> Times:
    """Return the time that a preposition of dates governs, or that stands behind its thing."""
    times: Times = []
    for noun in governed_by(prep):
        if prep.lower_ in DATE_PREPOSITIONS:
            times += document.of_kind([noun], Kind.TIME)
        if is_thing(noun, document):
            times += _behind(noun, document)
    return times


def _behind_things_of(noun: Token, document: Document) -> Times:
    """Return the dates behind the people and places of a matter: "put pressure on Bo on Monday"."""
    times: Times = []
    for thing in chain.from_iterable(map(governed_by, prepositions_of(noun))):
        if is_thing(thing, document):
            times += _behind(thing, document)
    return only_dates(times)


def is_thing(noun: Token, document: Document) -> bool:
    """Return whether a noun stands for a person, an organisation or a place."""
    mention = document.mention(noun)
    return mention is not None and mention.type in THINGS


def _is_matter(noun: Token, verb: Token) -> bool:
    """Return whether a noun is what something is done about, and no occasion with a day.

    "Called a strike on Monday" may be about what is to come.
    """
    if noun.pos_ not in NOUNS or noun.lemma_.lower() in OCCASIONS:
        return False
    if verb_lemma(verb) in NEW_PLANS or verb.tag_ in PRESENTS:
        return False
    return noun.dep_ == "dobj" or noun.head.lower_ in ABOUT_A_MATTER


def _on_days(noun: Token, document: Document) -> Times:
    """Return the times behind a noun, with "on" or without a preposition."""
    bare = with_label(noun.rights, *BEHIND_NOUN)
    governed = chain.from_iterable(map(governed_by, prepositions_of(noun, *ON)))
    return only_dates(document.of_kind([*bare, *governed], Kind.TIME))
