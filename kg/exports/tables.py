"""The graph as tables with typed columns: facts, entities, events, quotations, articles, and the
evidence of all of them.

Each fact, entity, event and quotation has its first sentence beside it, of the article published
first, with the day of that; the table `evidence` has every sentence. Several values of one column
are joined. Dates that may be less than a day (`2024-05`) are texts; `earliest` and `latest` are the
first and the last day of an event.
"""

from collections.abc import (
    Callable,
    Iterable,
    Iterator,
    Mapping,
    Sequence,
)
from enum import StrEnum
from typing import NamedTuple

from pyoxigraph import Literal, NamedNode, Triple

from kg.choices import TableName
from kg.exports.facts_csv import SEPARATOR
from kg.exports.graph_index import GraphIndex
from kg.exports.values import (
    Cell,
    Column,
    Kind,
    Row,
    Table,
    day,
    first_day,
    last_day,
    value_of,
)
from kg.rdf import Term, spelt
from kg.tables import table
from kg.vocabulary import compact

ARTICLE, DERIVED = "schema:NewsArticle", "prov:wasDerivedFrom"
KINDS = table("kg.exports", "kinds.tsv")  # class, kind
CLASS_OF_TABLE = {
    TableName.FACTS: "rdf:Statement",
    TableName.EVENTS: "sem:Event",
    TableName.QUOTATIONS: "schema:Quotation",
    TableName.ARTICLES: ARTICLE,
}
# A node of one of these classes is no entity.
NO_ENTITIES = (
    *CLASS_OF_TABLE.values(),
    "nif:RFC5147String",
    "prov:Entity",
    "prov:Activity",
    "kg:Refusal",
    "schema:QuantitativeValue",
    "schema:MonetaryAmount",
)
UNDATED = "~"  # sorts behind every date
NO_SOURCE: Row = [None, None, None, None]


class Sentence(NamedTuple):
    """A passage that says something: its article's date and IRI, offsets and words."""

    published: str
    document: str
    begin: int
    end: int
    words: str
    headline: str


class Form(StrEnum):
    """The forms in which values become texts."""

    IRI = "iri"
    TEXT = "text"
    CURIE = "curie"
    LABEL = "label"
    DATATYPE = "datatype"


class Field(NamedTuple):
    """A column that a property gives, and the form of its values."""

    name: str
    form: str
    property: str


def graph_table(triples: Iterable[Triple], name: TableName) -> Table:
    """Return one of the tables of a graph."""
    return Tables(triples)[name]


class Tables:
    """The tables of a graph, each made when it is asked for."""

    def __init__(self, triples: Iterable[Triple]):
        self._index = GraphIndex(triples)
        self._sentences: dict[Term, list[Sentence]] = {}
        self._about: dict[Term, list[Sentence]] = {}
        for node in self._index:
            sentences = list(self._sentences_of(node))
            self._sentences[node] = sentences
            for _, value in self._index.properties(node):
                if isinstance(value, NamedNode):
                    known = self._about.setdefault(value, [])
                    known.extend(sentences)

    def __getitem__(self, name: TableName) -> Table:
        """Return a table."""
        if name == TableName.EVIDENCE:
            return Table(_further(name), list(self._evidence()))
        before = _further("before")
        if name == TableName.FACTS:
            before = before[:1]
        fields = _fields(name)
        columns = [*before, *map(_column, fields), *_further(name)]
        if name != TableName.ARTICLES:
            columns += _further("source")
        rows: list[Row] = []
        for node in self._nodes(name):
            begin = self._beginning(node)[: len(before)]
            cells = [_cell(self._index, node, field) for field in fields]
            end = self._ending(name, node)
            rows.append([*begin, *cells, *end])
        if name == TableName.FACTS:
            rows.sort(key=_order_of_fact)
        return Table(columns, rows)

    def _nodes(self, name: TableName) -> list[Term]:
        """Return the nodes that have a row in a table, by IRI."""
        index = self._index
        wanted = CLASS_OF_TABLE.get(name)
        if wanted is None:
            nodes = [node for node in index if _is_entity(index, node)]
        else:
            nodes = [node for node in index if index.is_a(node, wanted)]
        return sorted(nodes, key=spelt)

    def _beginning(self, node: Term) -> Row:
        """Return the cells with which a row begins: IRI, label, classes."""
        types = map(compact, self._index.texts(node, "rdf:type"))
        return [
            spelt(node),
            self._index.label(node),
            SEPARATOR.join(types),
        ]

    def _ending(self, name: TableName, node: Term) -> Row:
        """Return the cells with which a row of a table ends."""
        index = self._index
        if name == TableName.ARTICLES:
            published = index.text(node, "schema:datePublished")
            mentioned = index.values(node, "schema:mentions")
            return [day(published), len(mentioned)]
        if name == TableName.ENTITIES:
            sentences = self._about.get(node, [])
            documents = {sentence.document for sentence in sentences}
            return [len(documents), *_first(sentences)]
        source = _first(self._sentences[node])
        if name == TableName.EVENTS:
            return [*_days(index, node), *source]
        return source

    def _evidence(self) -> Iterator[Row]:
        """Yield a row for each passage of each fact, event and quotation."""
        for node in sorted(self._index, key=spelt):
            for curie, kind in KINDS:
                if not self._index.is_a(node, curie):
                    continue
                for sentence in sorted(self._sentences[node]):
                    yield [
                        spelt(node),
                        kind,
                        sentence.words,
                        sentence.begin,
                        sentence.end,
                        sentence.headline,
                        sentence.document,
                        day(sentence.published),
                    ]

    def _sentences_of(self, node: Term) -> Iterator[Sentence]:
        """Yield the passages that a node comes from."""
        index = self._index
        for passage in index.values(node, DERIVED):
            begin = value_of(index.text(passage, "nif:beginIndex"), Kind.COUNT)
            end = value_of(index.text(passage, "nif:endIndex"), Kind.COUNT)
            for document in index.values(passage, "nif:referenceContext"):
                published = index.text(document, "schema:datePublished")
                yield Sentence(
                    published or UNDATED,
                    spelt(document),
                    int(begin or 0),
                    int(end or 0),
                    index.text(passage, "nif:anchorOf"),
                    index.label(document),
                )


def _first(sentences: Sequence[Sentence]) -> Row:
    """Return the first of some sentences with its source; nothing if there are none."""
    if not sentences:
        return NO_SOURCE
    first = min(sentences)
    return [
        first.words,
        first.headline,
        first.document,
        day(first.published),
    ]


def _is_entity(index: GraphIndex, node: Term) -> bool:
    """Return whether a node has a class, and none of those that no entity has."""
    classes = set(map(compact, index.texts(node, "rdf:type")))
    return bool(classes) and classes.isdisjoint(NO_ENTITIES)


def _fields(name: TableName) -> list[Field]:
    """Return the columns of a table that properties give."""
    fields = []
    for of, *columns in table("kg.exports", "tables.tsv"):
        if of == name:
            fields.append(Field(*columns))
    return fields


def _column(field: Field) -> Column:
    """Return the column of a field: whatever is spelt in some form is a text."""
    kind = Kind.TEXT if field.form in SPELLING_OF_FORM else Kind(field.form)
    return Column(field.name, kind)


def _further(name: str) -> list[Column]:
    """Return the columns of a table that no property gives."""
    columns = []
    for of, column, kind in table("kg.exports", "further_columns.tsv"):
        if of == name:
            columns.append(Column(column, Kind(kind)))
    return columns


def _order_of_fact(row: Row) -> tuple[str, ...]:
    """Return the sorting key of a fact: its ends, and all else behind them."""
    identifier, *cells = map(str, row)
    return (*cells, identifier)


def _cell(index: GraphIndex, node: Term, field: Field) -> Cell:
    """Return the cell of a column; None if the node has no value for it."""
    values = index.values(node, field.property)
    if not values:
        return None
    spelling = SPELLING_OF_FORM.get(field.form)
    if spelling is None:
        return value_of(spelt(values[0]), Kind(field.form))
    texts = [spelling(index, value) for value in values]
    return SEPARATOR.join(texts)


def _plain(_: GraphIndex, value: Term) -> str:
    return spelt(value)


def _curie(_: GraphIndex, value: Term) -> str:
    return compact(spelt(value))


def _label(index: GraphIndex, value: Term) -> str:
    name = compact(index.label(value))
    return name.removeprefix("kg:")


def _datatype(_: GraphIndex, value: Term) -> str:
    return compact(value.datatype.value) if isinstance(value, Literal) else ""


Spelling = Callable[[GraphIndex, Term], str]
SPELLING_OF_FORM: Mapping[str, Spelling] = {
    Form.IRI: _plain,
    Form.TEXT: _plain,
    Form.CURIE: _curie,
    Form.LABEL: _label,
    Form.DATATYPE: _datatype,
}


def _days(index: GraphIndex, event: Term) -> Row:
    """Return the first and the last day of an event, as far as they are known."""
    point = index.text(event, "sem:hasTimeStamp")
    begin = index.text(event, "sem:hasBeginTimeStamp")
    end = index.text(event, "sem:hasEndTimeStamp")
    return [first_day(begin or point), last_day(end or point)]
