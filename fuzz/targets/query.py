"""The text of a query: an answer or a `QueryError`, and the store unchanged."""

from functools import cache
from itertools import islice

import pyoxigraph as ox

from kg.errors import QueryError
from kg.query import ask
from targets.words import text_of

MOST_ROWS = 1_000
STORE_TEXT = (
    b'<urn:a> a <https://schema.org/Person> ; <https://schema.org/name> "Ada Lund", "service" . <urn:b> <urn:knows> <urn:a> .'
)


def target(data: bytes) -> None:
    """Any text is answered or refused, and changes nothing."""
    store = _store()
    try:
        answer = ask(store, text_of(data))
        if not isinstance(answer, ox.QueryBoolean):
            for _ in islice(answer, MOST_ROWS):
                pass
    except QueryError:
        pass
    assert len(store) == 4


@cache
def _store() -> ox.Store:
    store = ox.Store()
    store.load(STORE_TEXT, format=ox.RdfFormat.TURTLE)
    return store
