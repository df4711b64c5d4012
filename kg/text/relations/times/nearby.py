"""Dates of a noun or plan right beside a verb that are those of the verb, too.

"A walkout last October shut the port", "missed last year's final", "wants next spring to reopen",
"an attempt in May to free them".
"""

from spacy.tokens import Token

from kg.lang.en import word_set
from kg.text.parse import (
    children_with,
    direct_objects,
    objects_after,
    verb_lemma,
    with_label,
)
from kg.text.parse.labels import NOUN_SUBJECTS
from kg.text.relations.times.dates import (
    Times,
    is_date,
    only_dates,
    point_of,
    time_of,
    times_among,
)
from kg.text.relations.times.event_noun_dates import (
    OCCASIONS,
    inside,
)
from kg.text.relations.times.misattached import is_thing
from kg.text.relations.times.simultaneity import (
    LASTING,
    is_past_event,
)
from kg.text.syntax import (
    Document,
    adjuncts,
)

TAKING_PART = word_set("verbs", "taking-part")
AHEAD = word_set("verbs", "looking-ahead")
PURPOSEFUL = word_set("nouns", "with-a-purpose")
DAYS_OF_NOUN = ("poss", "npadvmod")
YEAR = len("2021")


def of_dated_subject(verb: Token, document: Document) -> Times:
    """Return the date inside a subject that is an event itself, or inside the object of "missed".

    A bare year often tells only which one it is: "the 2009 law banned it".
    """
    if verb_lemma(verb) in TAKING_PART:
        for noun in direct_objects(verb):
            if noun.lemma_.lower() in OCCASIONS:
                return inside(noun, document)
    if not is_past_event(verb) or verb_lemma(verb) in LASTING:
        return []
    for subject in children_with(verb, *NOUN_SUBJECTS):
        if subject.pos_ == "NOUN" and not is_thing(subject, document):
            return _of_event(subject, document)
    return []


def _of_event(noun: Token, document: Document) -> Times:
    """Return the dates that own a noun, or stand behind it with "on" or alone."""
    beside = with_label(noun.children, *DAYS_OF_NOUN) + objects_after(noun, "on")
    dates = only_dates(document.mentions(beside))
    return [date for date in dates if len(time_of(date).start) > YEAR]


def of_plan_or_purpose(verb: Token, document: Document) -> Times:
    """Return the date ahead of what somebody wants to do, or that of an attempt to do it."""
    above = verb.head
    if verb.dep_ == "xcomp" and verb_lemma(above) in AHEAD:
        times = filter(is_date, times_among(adjuncts(above, document)))
        published = document.article.published
        return [time for time in times if published and time_of(time).start > published]
    is_of_noun = verb.dep_ == "acl" and verb.tag_ == "VB"
    if is_of_noun and above.lemma_.lower() in PURPOSEFUL:
        return [date for date in inside(above, document) if point_of(date)]
    return []
