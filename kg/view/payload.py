"""The data that the page's scripts read: the model as small JSON, with numbers for references.

Things, facts, passages and articles are referred to by number. `page/data.js` documents the same
form from the other side. One sentence sums up the whole: the number of articles and days, and of
things and facts.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import asdict, astuple
from itertools import starmap
from typing import Any, TypeVar

from kg.lang.en import word_list
from kg.view.highlights import Offsets, utf16_offsets
from kg.view.initial_view import hidden_initially
from kg.view.kinds import LEGEND, Kind
from kg.view.page_model import (
    Document,
    Evidence,
    Fact,
    PageModel,
    Passage,
    Quotation,
    Thing,
)
from kg.view.prominence import Prominence
from kg.view.story import pictures, story
from kg.view.wording import (
    MANY,
    Inverses,
    Labels,
    clause,
    count_words,
    edge_words,
    newest_words,
)
from kg.vocabulary import PREFIXES, expand

MONTHS = [name.capitalize() for name in word_list("times", "month")]
# The kinds of things of which the sentence gives the number.
COUNTED = (Kind.PERSON, Kind.GROUP, Kind.ORGANISATION, Kind.PLACE, Kind.EVENT, Kind.WORK)

Json = dict[str, Any]

K = TypeVar("K")


def payload(prominence: Prominence, labels: Labels, inverses: Inverses | None = None) -> Json:
    """Return a whole model for the page, with what the articles make of it.

    `inverses` are the properties (curies) that say the same the other way round.
    """
    return _Payload(prominence, labels, inverses or {}).build()


class _Numbers(dict[K, int]):
    """The numbers of keys, in the order in which they are first asked for."""

    def __missing__(self, key: K) -> int:
        number = len(self)
        self[key] = number
        return number

    def of(self, keys: Iterable[K]) -> list[int]:
        """Return the numbers of some keys."""
        return [self[key] for key in keys]


class _Payload:
    """A payload in the making: everything that is referred to gets a number, each once."""

    def __init__(self, prominence: Prominence, labels: Labels, inverses: Inverses):
        self._model = model = prominence.model
        self._labels = labels
        self._highlights = prominence.highlights
        self._inverses = inverses
        self._thing = model.index()
        self._document: dict[str, int] = {}
        self._texts: dict[str, str] = {}
        self._offsets: dict[str, Offsets] = {}
        for number, document in enumerate(model.documents):
            iri, text = document.iri, document.text
            self._document[iri] = number
            self._texts[iri] = text
            self._offsets[iri] = utf16_offsets(text)
        self._relations = _Numbers[str]()
        self._classes = _Numbers[str]()
        self._passages = _Numbers[Passage]()
        self._evidence = _Numbers[Evidence]()
        self._prominence = prominence

    def build(self) -> Json:
        """Return the payload; what is referred to comes after all that refers to it."""
        model = self._model
        told = self._of_story()
        parts: Json = {
            "summary": summary(model),
            "kinds": list(map(asdict, LEGEND.values())),
            "things": list(map(self._of_thing, model.things)),
            "facts": list(starmap(self._of_fact, enumerate(model.facts))),
            "quotations": list(map(self._of_quotation, model.quotations)),
            "documents": list(map(self._of_document, model.documents)),
            "relations": list(map(self._of_relation, self._relations)),
            "classes": list(map(expand, self._classes)),
            "evidence": list(map(self._of_evidence, self._evidence)),
            "passages": list(map(self._of_passage, self._passages)),
            "prefixes": dict(PREFIXES),
        }
        if model.articles:
            shown = len(model.documents)
            parts["newest"] = newest_words(shown, model.articles)
        parts["hidden"] = hidden_initially(model)
        parts["story"] = told
        return parts

    def _of_story(self) -> Json:
        """Return the first screen."""
        seen = pictures(self._prominence, self._labels)
        told = story(self._prominence)
        first = told.first_sentence
        return {
            **asdict(told),
            "first_sentence": None if first is None else self._passages[first],
            "pictures": list(map(asdict, seen)),
        }

    def _of_relation(self, curie: str) -> Json:
        """Return a property; `inverse` says the same the other way round, if that is another."""
        words = clause(curie, self._labels)
        inverse = self._inverses.get(curie)
        return _without_empty(
            iri=expand(curie),
            clause=words,
            many=MANY.get(curie, ""),
            label=edge_words(words),
            inverse=[expand(inverse)] if inverse else [],
        )

    def _of_thing(self, thing: Thing) -> Json:
        return _without_empty(
            iri=thing.iri,
            kind=thing.kind,
            name=thing.name,
            aliases=thing.aliases,
            types=thing.types,
            links=thing.links,
            near=thing.doubtful_links,
            attributes=thing.attributes,
            evidence=self._number_of(thing.evidence),
            start=thing.start,
            end=thing.end,
            within=thing.within,
            talk=thing.talk,
            classes=self._classes.of(thing.classes),
            point=thing.point,
            document=self._document.get(thing.iri),
        )

    def _of_fact(self, number: int, fact: Fact) -> Json:
        return _without_empty(
            s=self._thing[fact.subject],
            r=self._relations[fact.predicate],
            o=self._thing.get(fact.object),
            value=fact.value,
            role=fact.role,
            qualifiers=fact.qualifiers,
            evidence=self._number_of(fact.evidence),
            event=fact.of_event,
            node=fact.statement,
            implied=fact.implied,
            against=fact.against,
            replaced=fact.replaced,
            apart=number in self._prominence.apart,
        )

    def _of_quotation(self, quotation: Quotation) -> Json:
        return _without_empty(
            iri=quotation.iri,
            text=quotation.text,
            by=self._thing.get(quotation.speaker),
            to=self._thing.get(quotation.addressee),
            date=quotation.date,
            indirect=quotation.indirect,
            evidence=self._number_of(quotation.evidence),
        )

    def _of_document(self, document: Document) -> Json:
        return _without_empty(
            thing=self._thing.get(document.iri),
            headline=document.headline,
            outlet=document.outlet,
            published=document.published,
            authors=document.authors,
            address=document.address,
            text=document.text,
            marks=self._highlights.get(document.iri, ()),
            mentions=self._numbers_of_things(document.mentions),
        )

    def _of_passage(self, passage: Passage) -> Json:
        """Return a passage with its offsets in UTF-16 units.

        It has its words only if they cannot be cut from the article's text.
        """
        document, start, end, words = astuple(passage)
        text = self._texts.get(document, "")
        in_text = text[start:end]
        offset = self._offsets.get(document, int)
        return _without_empty(
            document=self._document.get(document),
            start=offset(start),
            end=offset(end),
            words="" if in_text == words else words,
        )

    def _numbers_of_things(self, iris: Iterable[str]) -> list[int]:
        """Return the numbers of those that are things of the page."""
        return [self._thing[iri] for iri in iris if iri in self._thing]

    def _number_of(self, evidence: Evidence | None) -> int | None:
        """Return the number of evidence; None if there is none."""
        if evidence is None:
            return None
        return self._evidence[evidence]

    def _of_evidence(self, evidence: Evidence) -> Json:
        return _without_empty(
            factuality=evidence.factuality,
            confidence=evidence.confidence,
            rules=evidence.rules,
            by=self._numbers_of_things(evidence.speakers),
            articles=evidence.articles,
            passages=self._passages.of(evidence.passages),
            sources=evidence.sources,
            decided=evidence.decided,
        )


def _without_empty(**pairs: Any) -> Json:
    """Return the pairs without None, empty texts and lists, and False. The number 0 stays."""
    return {key: value for key, value in pairs.items() if _is_given(value)}


def _is_given(value: Any) -> bool:
    """Return whether a value says something, as the number 0 does."""
    if value:
        return True
    return value == 0 and value is not False


def summary(model: PageModel) -> str:
    """Return one sentence with the counts of articles, days, things and facts."""
    counts = list(_counts_of_things(model))
    counts.append(count_words(len(model.facts), "fact", "facts"))
    listed = ", ".join(counts)
    return f"{_articles(model)}{_days(model)}: {listed}."


def _articles(model: PageModel) -> str:
    """Return how many articles the page shows, and of how many if it shows only the newest."""
    shown = len(model.documents)
    if not model.articles:
        return count_words(shown, "article", "articles")
    newest = newest_words(shown, model.articles)
    return f"{newest.capitalize()},"


def _counts_of_things(model: PageModel) -> Iterator[str]:
    """Yield how many things of each kind there are, if there are any."""
    numbers = Counter(thing.kind for thing in model.things)
    for kind in COUNTED:
        number = numbers[kind]
        entry = LEGEND[kind]
        if number:
            yield count_words(number, entry.one, entry.many)


def _days(model: PageModel) -> str:
    """Return the days from which the articles are, a month that they share only once.

    It is empty if none has a date.
    """
    dates = {document.published for document in model.documents if document.published}
    if not dates:
        return ""
    first, last = min(dates), max(dates)
    since, until = date_words(first), date_words(last)
    if since == until:
        return f" of {until}"
    if _are_days_of_one_month(first, last):
        since, *_ = since.split(" ")
    return f" of {since} to {until}"


def _are_days_of_one_month(first: str, last: str) -> bool:
    """Return whether two dates are both days, and of one month."""
    if not len(first) == len(last) == len("2031-03-04"):
        return False
    return first[:8] == last[:8]


def date_words(date: str) -> str:
    """Return an ISO date, month or year as one reads it; any other text as it is.

    >>> date_words("2031-03-04"), date_words("2031-03"), date_words("spring")
    ('4 March 2031', 'March 2031', 'spring')
    """
    parts = date.split("-")
    if not all(part.isdecimal() for part in parts):
        return date
    year, *rest = parts
    if not rest:
        return year
    month, *days = map(int, rest)
    if not 1 <= month <= 12:
        return date
    words = f"{MONTHS[month - 1]} {year}"
    if len(days) != 1:
        return words
    return f"{days[0]} {words}"
