"""The news of each article: its first sentence, its lead, and the day that it tells of."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from itertools import chain

from kg.view.page_model import (
    Document,
    PageModel,
    Passage,
    Thing,
)

LEAD = 450  # characters after the headline: about two paragraphs
NEWS = timedelta(days=7)  # how long before an article appears what it reports happens
ENDS = (".", "!", "?", "…")  # of a sentence
CLOSING = "\"'”’» \n"  # may stand behind its end
LATER = "9999"  # the day of the news where no article has one: later than all that has


@dataclass(frozen=True)
class News:
    """The news of the articles of a page."""

    model: PageModel

    @cached_property
    def leads(self) -> Mapping[str, int]:
        """The end of the lead of each document (IRI)."""
        return {document.iri: _end_of_lead(document) for document in self.model.documents}

    @cached_property
    def first_sentences(self) -> Mapping[str, Passage]:
        """The first passage of each document (IRI) behind its headline that says anything.

        It lies in the lead, and ends as sentences do: a byline or a dateline says nothing.
        """
        heads = {each.iri: _end_of_headline(each) for each in self.model.documents}
        found: dict[str, Passage] = {}
        for passage in self._passages():
            document = passage.document
            head = heads.get(document)
            if head is None or not head <= passage.start < self.leads[document]:
                continue
            if not passage.text.rstrip(CLOSING).endswith(ENDS):
                continue
            best = found.setdefault(document, passage)
            found[document] = min(best, passage, key=_first_and_longest)
        return found

    def _passages(self) -> Iterator[Passage]:
        """Yield the passages that say what happened, or a fact."""
        of_things = (thing.evidence for thing in self.model.things)
        of_facts = (fact.evidence for fact in self.model.facts)
        for evidence in filter(None, chain(of_things, of_facts)):
            yield from evidence.passages

    def is_in_lead(self, passage: Passage) -> bool:
        """Return whether a passage begins in the headline or the lead."""
        return passage.start < self.leads.get(passage.document, 0)

    def is_foremost(self, passage: Passage) -> bool:
        """Return whether a passage begins in the headline or the first sentence."""
        first = self.first_sentences.get(passage.document)
        if first is None:
            return False
        return passage.start < first.end

    @cached_property
    def days(self) -> Mapping[str, str]:
        """The day of the news in each document (IRI): what is told in it without a day was then.

        It is the last day of what happened in the week before the document appeared, else the day
        on which it did; a document without a day has the first one of the others, and if none has
        any, the news is later than all that has a day.
        """
        appeared = {each.iri: self._appeared(each) for each in self.model.documents}
        found: dict[str, str] = {}
        for thing in self.model.things:
            for passage in thing.evidence.passages if thing.evidence else ():
                last = found.get(passage.document, "")
                if last < thing.start and _is_news(thing.start, appeared.get(passage.document, "")):
                    found[passage.document] = thing.start
        return appeared | found

    def _appeared(self, document: Document) -> str:
        """Return the day on which a document appeared, as far as one can tell."""
        return document.published or self._first_day

    @cached_property
    def _first_day(self) -> str:
        """The day of the first document that has one."""
        published = (document.published for document in self.model.documents)
        return min(filter(None, published), default=LATER)

    def is_past(self, event: Thing) -> bool:
        """Return whether an event was long before the articles that tell of it appeared."""
        day = event.start or "".join(event.within[:1])
        if not day or event.evidence is None:
            return False
        documents = {passage.document for passage in event.evidence.passages}
        days = [self.days.get(document, "") for document in documents]
        return bool(days) and not any(_is_then_or_later(day, last) for last in days)


def _first_and_longest(passage: Passage) -> tuple[int, int]:
    """Return what puts the passage first that begins first, of several the longest."""
    return passage.start, -passage.end


def _is_then_or_later(day: str, last: str) -> bool:
    """Return whether something was on a day of the news, in the week before it, or later.

    >>> _is_then_or_later("2031-03", "2031-03-04"), _is_then_or_later("2030", "2031-03-04")
    (True, False)
    """
    return day >= last[: len(day)] or _is_news(day, last)


def _is_news(day: str, appeared: str) -> bool:
    """Return whether a day lies in the week before something appeared; both are ISO dates.

    >>> _is_news("2031-03-01", "2031-03-04"), _is_news("2031-03", "2031-03-04")
    (True, False)
    """
    if not len(day) == len(appeared) == len(date.min.isoformat()):
        return False
    age = date.fromisoformat(appeared) - date.fromisoformat(day)
    return timedelta() <= age <= NEWS


def _end_of_headline(document: Document) -> int:
    """Return where the headline of a document ends; its beginning if the text has none."""
    start = document.text.find(document.headline)
    return start + len(document.headline) if start >= 0 else 0


def _end_of_lead(document: Document) -> int:
    """Return where the lead of a document ends: so far behind its headline, if that is in it."""
    found = document.text.find(document.headline)
    start = max(0, found)
    return start + len(document.headline) + LEAD
