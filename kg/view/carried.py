"""The graph that a page carries along, so that what is shown can be saved in the graph's own words: nothing is told anew.

It is Turtle as pyoxigraph writes it, one subject after the other, without the lines of the prefixes; `page/turtle.js` reads it.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator

import pyoxigraph as ox

from kg.view.content import Content
from kg.vocabulary import PREFIXES, expand

Node = ox.NamedNode | ox.BlankNode

# What leads to somebody who says so, who belongs to what is told also where the picture does not show them.
SAYING = frozenset(map(expand, ("prov:wasAttributedTo", "schema:creator", "kg:addressee")))


def carried(triples: Iterable[ox.Triple]) -> str:
    """The triples as Turtle, in their order."""
    text = (ox.serialize(triples, format=ox.RdfFormat.TURTLE, prefixes=dict(PREFIXES)) or b"").decode()
    return text[_end_of_prefixes(text) :]


def _end_of_prefixes(text: str) -> int:
    """Where the first triple begins. pyoxigraph writes the prefixes in any order, which would change the page."""
    end = 0
    while text.startswith("@prefix", end):
        end = text.index("\n", end) + 1
    return end


def about(triples: Iterable[ox.Triple], part: Content, whole: Content) -> list[ox.Triple]:
    """Those of the triples that are about a part of a content: things, facts, quotations, articles, and what these rest on."""
    subjects: dict[str, list[ox.Triple]] = defaultdict(list)
    for triple in triples:
        if isinstance(triple.subject, Node):
            subjects[triple.subject.value].append(triple)
    told = set(_told(part))
    strange = set(_told(whole)) - told
    ahead, found = list(_told(part)), list[ox.Triple]()
    while ahead:
        kept = [triple for triple in subjects.pop(ahead.pop(), ()) if _belongs(triple, strange)]
        found += kept
        ahead += [triple.object.value for triple in kept if isinstance(triple.object, Node)]
    return found


def _belongs(triple: ox.Triple, strange: set[str]) -> bool:
    value = triple.object
    return not isinstance(value, Node) or value.value not in strange or triple.predicate.value in SAYING


def _told(content: Content) -> Iterator[str]:
    """The nodes of what a content tells, each once, in its order."""
    nodes = (
        *(thing.iri for thing in content.things),
        *(node for fact in content.facts for node in (fact.statement, *fact.implied) if node),
        *(quotation.iri for quotation in content.quotations),
        *(document.iri for document in content.documents),
    )
    return iter(dict.fromkeys(nodes))
