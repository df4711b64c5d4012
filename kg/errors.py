"""Every error that this package raises on purpose.

KgError                  anything that a user can mend; the commands print it and exit 1
├── InputError           an article, file or folder that cannot be read
├── FetchError           a page of the web that cannot be fetched, or may not be
├── OntologyError        an ontology file that is not Turtle, or cannot be used
├── DecisionError        a file of decisions that says something that cannot be used
├── ModelError           a spaCy pipeline that is not installed or lacks a component
├── ReaderError          weights of the learned reader that are missing, damaged or old
├── EngineError          an engine that there is not, or an unusable cluster
├── ExtraError           a library that only some need, and that is not installed
├── GraphError           a graph file that is missing, damaged, or not in the vocabulary
├── EndpointError        a store that cannot be reached, refuses, or answers nonsense
│   ├── RefusedError     it refuses (kg.rdf.remote)
│   └── PassingError     a fault that may be over soon (kg.rdf.remote)
└── QueryError           a query that is not SPARQL, or not allowed
"""


class KgError(Exception):
    """Something that a user can mend: the message says what is wrong, where, and what to do."""


class InputError(KgError):
    """An article, file or folder that cannot be read."""


class FetchError(KgError):
    """A page of the web that cannot be fetched, or may not be."""


class OntologyError(KgError):
    """An ontology file that is not Turtle, or says something that cannot be used."""


class DecisionError(KgError):
    """A file of decisions that is not Turtle, or says something that cannot be used."""


class ModelError(KgError):
    """A spaCy pipeline that is not installed, or lacks a component that the builder needs."""


class ReaderError(KgError):
    """Weights of the learned reader that are missing, damaged, or do not fit this version."""


class EngineError(KgError):
    """An engine that there is not, or a cluster that cannot be reached or reads with other
    versions.
    """


class ExtraError(KgError):
    """A library of an extra that is not installed."""


class GraphError(KgError):
    """A graph file that is missing, damaged, or not in the vocabulary."""


class EndpointError(KgError):
    """A store on the network that cannot be reached, refuses, or answers with nonsense."""


class QueryError(KgError):
    """A query that is not SPARQL, or not allowed."""
