"""The data that the page's scripts read: the model as small JSON, with numbers for references.

Things, facts, passages and articles are referred to by number. `page/data.js` documents the same
form from the other side.
"""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any, TypeVar

from kg.view.highlights import Highlight, utf16_offsets
from kg.view.initial_view import hidden_initially
from kg.view.kinds import LEGEND
from kg.view.page_model import Document, Evidence, Fact, PageModel, Passage, Quotation, Thing
from kg.view.summary import summary
from kg.view.wording import clause, edge_words, newest_words
from kg.vocabulary import PREFIXES, expand

Json = dict[str, Any]

K = TypeVar("K")


def payload(
    model: PageModel,
    labels: Mapping[str, str],
    highlights: Mapping[str, Sequence[Highlight]],
    inverses: Mapping[str, str] | None = None,
) -> Json:
    """Return the whole model for the page, with the highlights of each document (IRI).

    `inverses` are the properties (curies) that say the same the other way round.
    """
    return _Payload(model, labels, highlights, inverses or {}).build()


class _Payload:
    """A payload in the making: everything that is referred to gets a number, each once."""

    def __init__(
        self,
        model: PageModel,
        labels: Mapping[str, str],
        highlights: Mapping[str, Sequence[Highlight]],
        inverses: Mapping[str, str],
    ):
        self._model = model
        self._labels = labels
        self._highlights = highlights
        self._inverses = inverses
        self._thing = {thing.iri: number for number, thing in enumerate(model.things)}
        self._document = {document.iri: number for number, document in enumerate(model.documents)}
        self._offsets = {document.iri: utf16_offsets(document.text) for document in model.documents}
        self._texts = {document.iri: document.text for document in model.documents}
        self._relations: dict[str, int] = {}
        self._classes: dict[str, int] = {}
        self._passages: dict[Passage, int] = {}
        self._evidence: dict[Evidence, int] = {}
        self._evidence_list: list[Json] = []

    def build(self) -> Json:
        model = self._model
        parts: Json = {
            "summary": summary(model),
            "kinds": [asdict(entry) for entry in LEGEND.values()],
            "things": [self._of_thing(thing) for thing in model.things],
            "facts": [self._of_fact(fact) for fact in model.facts],
            "quotations": [self._of_quotation(quotation) for quotation in model.quotations],
            "documents": [self._of_document(document) for document in model.documents],
        }
        parts |= self._shared()
        parts["prefixes"] = dict(PREFIXES)
        if model.articles:
            parts["newest"] = newest_words(len(model.documents), model.articles)
        parts["hidden"] = hidden_initially(model)
        return parts

    def _shared(self) -> Json:
        return {
            "relations": [self._of_relation(curie) for curie in self._relations],
            "classes": [expand(curie) for curie in self._classes],
            "evidence": self._evidence_list,
            "passages": [self._of_passage(passage) for passage in self._passages],
        }

    def _of_relation(self, curie: str) -> Json:
        """Return a property; `inverse` says the same the other way round, if that is another."""
        words = clause(curie, self._labels)
        inverse = self._inverses.get(curie)
        return _without_empty(
            iri=expand(curie),
            clause=words,
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
            talk=thing.talk,
            classes=[_number_in(self._classes, curie) for curie in thing.classes],
            point=thing.point,
            document=self._document.get(thing.iri),
        )

    def _of_fact(self, fact: Fact) -> Json:
        return _without_empty(
            s=self._thing[fact.subject],
            r=_number_in(self._relations, fact.predicate),
            o=self._thing.get(fact.object),
            value=fact.value,
            role=fact.role,
            qualifiers=fact.qualifiers,
            evidence=self._number_of(fact.evidence),
            event=fact.of_event,
            node=fact.statement,
            implied=fact.implied,
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
            mentions=[self._thing[iri] for iri in document.mentions if iri in self._thing],
        )

    def _of_passage(self, passage: Passage) -> Json:
        """Return a passage with its offsets in UTF-16 units.

        It has its words only if they cannot be cut from the article's text.
        """
        text = self._texts.get(passage.document, "")
        offset = self._offsets.get(passage.document, int)
        in_text = text[passage.start : passage.end]
        return _without_empty(
            document=self._document.get(passage.document),
            start=offset(passage.start),
            end=offset(passage.end),
            words="" if text and in_text == passage.text else passage.text,
        )

    def _number_of(self, evidence: Evidence | None) -> int | None:
        if evidence is None:
            return None
        number = _number_in(self._evidence, evidence)
        if number == len(self._evidence_list):
            self._evidence_list.append(self._of_evidence(evidence))
        return number

    def _of_evidence(self, evidence: Evidence) -> Json:
        return _without_empty(
            factuality=evidence.factuality,
            confidence=evidence.confidence,
            rules=evidence.rules,
            by=[self._thing[iri] for iri in evidence.speakers if iri in self._thing],
            articles=evidence.articles,
            passages=[_number_in(self._passages, passage) for passage in evidence.passages],
            sources=evidence.sources,
        )


def _number_in(numbers: dict[K, int], key: K) -> int:
    """Return the number of a key, a new one if it has none yet."""
    return numbers.setdefault(key, len(numbers))


def _without_empty(**pairs: Any) -> Json:
    """Return the pairs without None, empty texts and lists, and False. The number 0 stays."""
    return {key: value for key, value in pairs.items() if value or _is_zero(value)}


def _is_zero(value: Any) -> bool:
    return value == 0 and value is not False
