"""Events dated after their article came out: they have not happened yet, however they are told.

English tells arranged things in the present: "The school reopens on Tuesday", "elections on May 5".
"""

from collections.abc import Iterable
from dataclasses import replace

from spacy.tokens import Token

from kg.lang.en import word_set
from kg.model import Assertion, Factuality, Role
from kg.text.parse import children_with
from kg.text.parse.labels import AUXILIARIES
from kg.text.relations.times.dates import point_of, times_among
from kg.text.syntax import Document

PAST_FORMS = word_set("labels", "past-form")
ALIKE_IN_PAST = word_set("verbs", "alike-in-the-past")
UNPLANNED = word_set("nouns", "unplanned")


def unless_ahead(
    how: Assertion, token: Token, roles: Iterable[Role], document: Document
) -> Assertion:
    """Return how an event is put forward: as planned if its date lies behind that of the article.

    What is told in the past has happened, and nobody dates an earthquake beforehand: such a date
    was not worked out well.
    """
    published = document.article.published
    if not published or not how.factuality.stands:
        return how
    if _is_past(token) or token.lemma_ in UNPLANNED:
        return how
    days = [point_of(time) for time in times_among(roles)]
    if any(_is_later(day, published) for day in days):
        return replace(how, factuality=Factuality.PLANNED)
    return how


def _is_past(token: Token) -> bool:
    """Return whether a token is a verb in the past, or may be: "they set out"."""
    first = next(children_with(token, *AUXILIARIES), token)
    if first.tag_ in PAST_FORMS:
        return True
    return first.tag_ == "VBP" and first.lower_ in ALIKE_IN_PAST


def _is_later(day: str, published: str) -> bool:
    """Return whether a date lies behind another, as far as both are precise."""
    length = min(len(day), len(published))
    return day[:length] > published[:length]
