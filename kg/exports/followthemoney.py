"""The graph as FollowTheMoney entities, a line of JSON each, for Aleph and the tools around it.

People, organisations, companies, public bodies, vehicles and places; links between them, and
events, each with its sentences as the summary and its articles as proof. Only what is asserted or
reported is written: FollowTheMoney has no way to say that something is denied, planned or only
possible. Groups and works have no schema there.
Source: the FollowTheMoney model, version 4 (followthemoney.tech).
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha1
from typing import NamedTuple

from pyoxigraph import Triple

from kg.exports.graph_index import GraphIndex
from kg.exports.values import TRUE
from kg.rdf import Term, spelt
from kg.tables import listed, table
from kg.vocabulary import compact, phrase

ASSERTED = "kg:Asserted"
REPORTED = "kg:Reported"
STANDING = {ASSERTED, REPORTED}
ARTICLE = "Article"
EVENT = "Event"
PERSON = "Person"
LEGAL_ENTITY = "LegalEntity"
ISO_CODE = 2  # letters of a country
DONE = "past"

# The tables of the model: a class's schema, with all that the schema is; a property's kind of link.
CLASSES = table("kg.exports", "ftm_classes.tsv")
LINKS = table("kg.exports", "ftm_links.tsv")
PROPERTIES = table("kg.exports", "ftm_properties.tsv")
VALUES = table("kg.exports", "ftm_values.tsv")
ALL_OF_SCHEMA = {schema: {schema, *listed(also)} for _, schema, also in CLASSES}

Properties = dict[str, list[str]]


class Entity(NamedTuple):
    """An entity of FollowTheMoney."""

    id: str
    schema: str
    properties: Properties


class Link(NamedTuple):
    """A schema of links: its two properties, and the schemata that may stand there.

    Any may stand where no schema is named.
    """

    schema: str
    start: str
    of_start: str
    end: str
    of_end: str


ANY_LINK = Link(
    schema="UnknownLink",
    start="subject",
    of_start="",
    end="object",
    of_end="",
)


def values_for(use: str) -> Mapping[str, str]:
    """Return the values of FollowTheMoney for ours, in one use."""
    return {ours: theirs for each, ours, theirs in VALUES if each == use}


GENDERS = values_for("gender")
LANGUAGES = values_for("language")
COUNTRIES = values_for("country")  # properties that take codes of countries
ROLE_OF_SCHEMA = values_for("role")  # where it is not called "role"


def follow_the_money(triples: Iterable[Triple]) -> str:
    """Return the entities of a graph, a line each: articles, things, links and events."""
    entities = Entities(triples)
    lines = []
    for entity in entities.all():
        line = json.dumps(entity._asdict(), ensure_ascii=False)
        lines.append(f"{line}\n")
    return "".join(lines)


class Entities:
    """The entities of a graph in the model of FollowTheMoney."""

    def __init__(self, triples: Iterable[Triple]):
        self._index = index = GraphIndex(triples)
        self._articles_of: dict[Term, list[Term]] = {}
        self._schema_of: dict[Term, str] = {}
        for node in index:
            self._schema_of[node] = self._schema(node)
            for mentioned in index.values(node, "schema:mentions"):
                articles = self._articles_of.setdefault(mentioned, [])
                articles.append(node)

    def all(self) -> Iterator[Entity]:
        """Yield all entities: what others refer to comes first."""
        index = self._index
        nodes = sorted(index, key=spelt)
        for node in nodes:
            if index.is_a(node, "schema:NewsArticle"):
                yield self._article(node)
        for node in nodes:
            if self._schema_of[node]:
                yield self._thing(node)
        for node in nodes:
            factuality = _factuality(index, node)
            if not STANDING.isdisjoint(factuality):
                yield from self._said(node)

    def _said(self, node: Term) -> Iterator[Entity]:
        """Yield what a statement or an event says."""
        if self._index.is_a(node, "rdf:Statement"):
            yield from self._links(node)
        elif self._index.is_a(node, "sem:Event"):
            yield self._event(node)

    def _schema(self, node: Term) -> str:
        """Return the schema of a node; empty if it has none."""
        if not self._index.text(node, "rdfs:label"):
            return ""
        for curie, schema, _ in CLASSES:
            if self._index.is_a(node, curie):
                return schema
        return ""

    def _article(self, node: Term) -> Entity:
        properties = self._properties(ARTICLE, node)
        language = self._index.text(node, "schema:inLanguage")
        properties["name"] = [self._index.label(node)]
        properties["language"] = [LANGUAGES.get(language, "")]
        return _entity(node, ARTICLE, properties)

    def _thing(self, node: Term) -> Entity:
        """Return a person, an organisation, a place, or the like."""
        index = self._index
        schema = self._schema_of[node]
        properties = self._properties(schema, node)
        properties["name"] = [index.label(node)]
        properties["alias"] = index.texts(node, "skos:altLabel")
        if schema == PERSON:
            gender = compact(index.text(node, "schema:gender"))
            properties["gender"] = [GENDERS.get(gender, "")]
        articles = self._articles_of.get(node, [])
        properties["proof"] = list(map(_id, articles))
        return _entity(node, schema, properties)

    def _links(self, statement: Term) -> Iterator[Entity]:
        """Yield the link of a fact, if both of its ends are things."""
        index = self._index
        predicate = compact(index.text(statement, "rdf:predicate"))
        for subject in index.values(statement, "rdf:subject"):
            for value in index.values(statement, "rdf:object"):
                start = self._schema_of.get(subject, "")
                end = self._schema_of.get(value, "")
                if start and end:
                    link = _fitting(predicate, start, end)
                    properties = self._told(statement, predicate, link)
                    properties[link.start] = [_id(subject)]
                    properties[link.end] = [_id(value)]
                    yield _entity(statement, link.schema, properties)

    def _told(self, statement: Term, predicate: str, link: Link) -> Properties:
        """Return the properties of a link but its ends."""
        index = self._index
        properties = self._evidence(statement)
        role_property = ROLE_OF_SCHEMA.get(link.schema, "role")
        role = index.texts(statement, "kg:role")
        properties[role_property] = role or [phrase(predicate)]
        properties["startDate"] = index.texts(statement, "schema:startDate")
        properties["endDate"] = index.texts(statement, "schema:endDate")
        is_over = index.text(statement, "kg:past") == TRUE
        if is_over and link.schema not in ROLE_OF_SCHEMA:
            properties["status"] = [DONE]
        return properties

    def _event(self, node: Term) -> Entity:
        index = self._index
        properties = self._properties(EVENT, node)
        properties |= self._evidence(node)
        properties["name"] = [index.label(node)]
        involved = []
        for actor in index.values(node, "sem:hasActor"):
            schema = self._schema_of.get(actor, "")
            if schema and _is(schema, LEGAL_ENTITY):
                involved.append(_id(actor))
        properties["involved"] = involved
        return _entity(node, EVENT, properties)

    def _properties(self, schema: str, node: Term) -> Properties:
        """Return the properties of a node that are filled by others of ours."""
        index = self._index
        properties: Properties = {}
        for of, curie, name in PROPERTIES:
            if of != schema:
                continue
            spell = self._country if name in COUNTRIES else index.label
            values = index.values(node, curie)
            properties[name] = list(map(spell, values))
        return properties

    def _country(self, value: Term) -> str:
        """Return the code of a country, given as its node or as a text; empty for all else."""
        code = self._index.text(value, "kg:isoCode") or spelt(value)
        return code.lower() if len(code) == ISO_CODE else ""

    def _evidence(self, node: Term) -> Properties:
        """Return the sentences and articles that say something, and who says so."""
        index = self._index
        properties: Properties = {}
        summary = properties.setdefault("summary", [])
        proof = properties.setdefault("proof", [])
        for passage in index.values(node, "prov:wasDerivedFrom"):
            summary.append(index.text(passage, "nif:anchorOf"))
            articles = index.values(passage, "nif:referenceContext")
            proof.extend(map(_id, articles))
        said = []
        if REPORTED in _factuality(index, node):
            said.append("reported")
        speakers = map(index.label, index.values(node, "prov:wasAttributedTo"))
        names = ", ".join(speakers)
        if names:
            said.append(f"according to {names}")
        properties["description"] = [", ".join(said)]
        return properties


def _factuality(index: GraphIndex, node: Term) -> set[str]:
    """Return whether something is asserted, reported, denied, and so on."""
    return set(map(compact, index.texts(node, "kg:factuality")))


def _is(schema: str, wanted: str) -> bool:
    """Return whether a schema is one of the wanted kind; any is if none is wanted."""
    return not wanted or wanted in ALL_OF_SCHEMA[schema]


def _fitting(predicate: str, start: str, end: str) -> Link:
    """Return the schema of links for a property between things of two schemata."""
    for curie, *columns in LINKS:
        link = Link(*columns)
        if curie != predicate:
            continue
        if _is(start, link.of_start) and _is(end, link.of_end):
            return link
    return ANY_LINK


def _id(node: Term) -> str:
    """Return the id of a node: FollowTheMoney takes hashes, and no IRIs."""
    iri = spelt(node).encode("utf-8")
    return sha1(iri).hexdigest()


def _entity(node: Term, schema: str, properties: Properties) -> Entity:
    """Return an entity, without values that are empty and properties that have none."""
    kept: Properties = {}
    for name, values in sorted(properties.items()):
        given = dict.fromkeys(filter(None, values))
        if given:
            kept[name] = list(given)
    return Entity(
        _id(node),
        schema,
        kept,
    )
