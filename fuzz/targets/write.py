"""Names, texts and passages: a graph of them, written and read back."""

from kg.model import Article, Entity, Event, Fact, Graph, Literal, Passage, Quotation, Refusal
from kg.rdf import refusal_triples, triples
from targets.words import text_of
from targets.written import check_written, ontology


def target(data: bytes) -> None:
    """Check that any names and texts are written so that they, and only they, are read back."""
    parts = text_of(data).split(" ")
    a, b, c, d = (" ".join(parts[start::4]) for start in range(4))
    text = f"{a} {b}"
    found = Article(
        "x-1", text, c, "0" * 64, headline=d, publisher=b, authors=(a, d), url=c, published=d
    )
    at = Passage("x-1", 0, len(text))
    one, two = (
        Entity(f"person/{a}", a, ("schema:Person",), aliases=(b, c)),
        Entity(f"Odd/{b}", d, ("kg:Group",), source=c),
    )
    graph = Graph(
        (found,),
        (one, two) if one.id != two.id else (one,),
        (
            Fact(one.id, "schema:jobTitle", Literal(c), (d,), (at,), role=d, start=a),
            Fact(one.id, "schema:knows", two.id, (c,), (at,)),
        ),
        (
            Event(
                f"event/{d}",
                c,
                ("kg:Meeting",),
                (("kg:agent", one.id),),
                (at,),
                (a,),
                time_expressions=(b,),
                duration=d,
            ),
        ),
        (Quotation(f"quotation/{c}", b, at, speaker=one.id, date=a, rule=d),),
        (Refusal(at, a, b, c),),
    )
    check_written({*triples(graph, ontology()), *refusal_triples(graph)})
