"""The text of a query: an answer or a `QueryError`, and the store unchanged."""

from functools import cache
from itertools import islice

import pyoxigraph as ox

from kg.errors import QueryError
from kg.query import ask
from targets.words import text_of

# What queries are made of, one for each byte of half of the inputs.
WORDS = (
    '?s|?p|?o|a|.|;|,|{|}|(|)|[|]|<urn:a>|urn:a|schema:name|person:x|kg:agent|"x"|\'y\'|"""z"""|1|'
    "2.5|true|FILTER|OPTIONAL|UNION|MINUS|"
    "BIND|AS|VALUES|EXISTS|NOT|REGEX|CONTAINS|STR|LANG|IRI|COUNT|GROUP BY|ORDER BY|HAVING|LIMIT|"
    "OFFSET|DISTINCT|SERVICE|service|"
    "INSERT|DELETE|LOAD|PREFIX a: <urn:b>|BASE <urn:c>|SELECT|ASK|CONSTRUCT|DESCRIBE|WHERE|*|+|/|"
    "\\|^|!|=|<|>|&&|@en|#|\n|_:b|"
    "GRAPH|^^xsd:date|\\u0053ERVICE|<<|>>|$x|:|-"
).split("|")
FORMS = ("SELECT * WHERE {{ {} }}", "ASK {{ {} }}", "CONSTRUCT WHERE {{ {} }}", "{}")
MOST_ROWS = 1_000
STORE_TEXT = (
    b'<urn:a> a <https://schema.org/Person> ; <https://schema.org/name> "Ada Lund", "service" . '
    b"<urn:b> <urn:knows> <urn:a> ."
)


def target(data: bytes) -> None:
    """Check that any text is answered or refused, and changes nothing."""
    store = _store()
    try:
        answer = ask(store, _query(data))
        if not isinstance(answer, ox.QueryBoolean):
            for _ in islice(answer, MOST_ROWS):
                pass
    except QueryError:
        pass
    assert len(store) == 4


def _query(data: bytes) -> str:
    """Return the text itself if the first byte is even, else a query with a word for each byte."""
    if not data or data[0] % 2 == 0:
        return text_of(data)
    words = " ".join(WORDS[byte % len(WORDS)] for byte in data[1:])
    return FORMS[data[0] // 2 % len(FORMS)].format(words)


@cache
def _store() -> ox.Store:
    store = ox.Store()
    store.load(STORE_TEXT, format=ox.RdfFormat.TURTLE)
    return store
