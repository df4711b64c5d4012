"""What belongs to a name behind it: a number, "Jr.", a legal form."""

from kg.lang.en import word_set
from kg.text.mentions.spans import NameSpan
from kg.text.mentions.tokens import words_of
from kg.text.mentions.vocabulary import LEGAL_FORMS

NUMBERED = frozenset({"Flight"})
JUNIORS = frozenset((",", junior) for junior in word_set("names", "junior"))


def with_number(span: NameSpan) -> NameSpan:
    """Return the span with the number that makes it one of many: "Norrland Flight 200"."""
    if span.last.text not in NUMBERED:
        return span
    has_number = span.behind(1).text.isdigit()
    return span.until(span.end + 1) if has_number else span


def with_junior(span: NameSpan) -> NameSpan:
    """Return the span with the "Jr." behind a comma that sets a person apart from the father."""
    if not span.is_person:
        return span
    has_junior = words_of(span.behind(2)) in JUNIORS
    return span.until(span.end + 2) if has_junior else span


def with_legal_form(span: NameSpan) -> NameSpan:
    """Return the span with the legal form behind it, with or without a comma: "Acme, Inc."."""
    for form in span.behind(2):
        if form.lower_ not in LEGAL_FORMS:
            continue
        if form.nbor(-1).text in (",", span.last.text):
            return span.until(form.i + 1).labelled("ORG")
    return span
