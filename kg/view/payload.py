"""What the page's scripts read: the content as small JSON, in which things, facts, passages and articles are numbers.

`page/data.js` documents the same form from the other side.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from kg.view.content import Content, Document, Evidence, Fact, Passage, Quotation, Thing
from kg.view.first import hidden_at_first
from kg.view.kinds import KINDS
from kg.view.marks import Mark, units
from kg.view.summary import summary
from kg.view.wording import clause, edge_words, newest_words
from kg.vocabulary import PREFIXES, expand

Json = dict[str, Any]


def payload(
    content: Content, labels: Mapping[str, str], marks: Mapping[str, Sequence[Mark]], inverses: Mapping[str, str] | None = None
) -> Json:
    """The whole content for the page; `marks` say where each document (IRI) speaks of which things.

    `inverses` are the properties (curies) that say the same the other way round.
    """
    return _Payload(content, labels, marks, inverses or {}).build()


class _Payload:
    """Numbers what is referred to, each thing once, while the parts are written."""

    def __init__(
        self, content: Content, labels: Mapping[str, str], marks: Mapping[str, Sequence[Mark]], inverses: Mapping[str, str]
    ):
        self._content, self._labels, self._marks, self._inverses = content, labels, marks, inverses
        self._thing = {thing.iri: at for at, thing in enumerate(content.things)}
        self._document = {document.iri: at for at, document in enumerate(content.documents)}
        self._units = {document.iri: units(document.text) for document in content.documents}
        self._texts = {document.iri: document.text for document in content.documents}
        self._relations: dict[str, int] = {}
        self._classes: dict[str, int] = {}
        self._passages: dict[Passage, int] = {}
        self._evidence: dict[Evidence, int] = {}
        self._evidence_list: list[Json] = []

    def build(self) -> Json:
        content = self._content
        parts: Json = {
            "summary": summary(content),
            "kinds": [{"key": kind.key, "one": kind.one, "many": kind.many, "shape": kind.shape} for kind in KINDS],
            "things": [self._of_thing(thing) for thing in content.things],
            "facts": [self._of_fact(fact) for fact in content.facts],
            "quotations": [self._of_quotation(quotation) for quotation in content.quotations],
            "documents": [self._of_document(document) for document in content.documents],
        }
        terms = {"prefixes": dict(PREFIXES)}
        cut = _given(newest=newest_words(len(content.documents), content.articles) if content.articles else "")
        return {**parts, **self._shared(), **terms, **cut, "hidden": hidden_at_first(content)}

    def _shared(self) -> Json:
        clauses = {curie: clause(curie, self._labels) for curie in self._relations}
        return {
            "relations": [self._of_relation(curie, words) for curie, words in clauses.items()],
            "classes": [expand(curie) for curie in self._classes],
            "evidence": self._evidence_list,
            "passages": [self._of_passage(passage) for passage in self._passages],
        }

    def _of_relation(self, curie: str, words: str) -> Json:
        """`inverse` is the property that says the same the other way round, if that is another one."""
        back = self._inverses.get(curie)
        return _given(iri=expand(curie), clause=words, label=edge_words(words), inverse=[expand(back)] if back else [])

    def _of_thing(self, thing: Thing) -> Json:
        return _given(
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
            classes=[self._classes.setdefault(curie, len(self._classes)) for curie in thing.classes],
            point=thing.point,
            document=self._document.get(thing.iri),
        )

    def _of_fact(self, fact: Fact) -> Json:
        return _given(
            s=self._thing[fact.subject],
            r=self._relations.setdefault(fact.predicate, len(self._relations)),
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
        return _given(
            iri=quotation.iri,
            text=quotation.text,
            by=self._thing.get(quotation.speaker),
            to=self._thing.get(quotation.addressee),
            date=quotation.date,
            indirect=quotation.indirect,
            evidence=self._number_of(quotation.evidence),
        )

    def _of_document(self, document: Document) -> Json:
        return _given(
            thing=self._thing.get(document.iri),
            headline=document.headline,
            outlet=document.outlet,
            published=document.published,
            authors=document.authors,
            address=document.address,
            text=document.text,
            marks=self._marks.get(document.iri, ()),
            mentions=[self._thing[iri] for iri in document.mentions if iri in self._thing],
        )

    def _of_passage(self, passage: Passage) -> Json:
        """Offsets in UTF-16 units; the words only where they cannot be cut from the article's text."""
        text, at = self._texts.get(passage.document, ""), self._units.get(passage.document, int)
        words = passage.text if text[passage.start : passage.end] != passage.text or not text else ""
        return _given(document=self._document.get(passage.document), start=at(passage.start), end=at(passage.end), words=words)

    def _number_of(self, evidence: Evidence | None) -> int | None:
        if evidence is None:
            return None
        number = self._evidence.setdefault(evidence, len(self._evidence_list))
        if number == len(self._evidence_list):
            self._evidence_list.append(self._of_evidence(evidence))
        return number

    def _of_evidence(self, evidence: Evidence) -> Json:
        return _given(
            factuality=evidence.factuality,
            confidence=evidence.confidence,
            rules=evidence.rules,
            by=[self._thing[iri] for iri in evidence.speakers if iri in self._thing],
            articles=evidence.articles,
            passages=[self._passages.setdefault(passage, len(self._passages)) for passage in evidence.passages],
            sources=evidence.sources,
        )


def _given(**pairs: Any) -> Json:
    """The pairs that say something: no None, no empty text or list, no False. The number 0 stays."""
    return {key: value for key, value in pairs.items() if value or (value == 0 and value is not False)}
