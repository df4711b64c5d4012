"""Laws of every graph that is written, and of its page, checked on builds of any size.

They are about both ends of every triple, and its evidence; and of every line that the page draws as
told, a passage mentions both ends.

python benchmarks/laws.py FOLDER...

`kg validate` checks the ends of triples and the shapes; this is quicker, since it leaves the shapes
out, and looks besides for relations without a statement, and for terms that no shape is for. The
test suite does the same on the seeds and on made-up graphs.
"""

import base64
import gzip
import json
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import Any

from pyoxigraph import Literal, QuerySolution, Store, Triple

from kg.graph.ontology import Ontology, load, ontology_files, shapes_file
from kg.rdf import GRAPH_FILE, MENTIONS_FILE, REFUSALS_FILE, open_graph, read_triples
from kg.rdf.ends import broken_ends
from kg.view.network import THIN
from kg.vocabulary.prefixes import PREFIXES, compact

FILES = (GRAPH_FILE, REFUSALS_FILE, MENTIONS_FILE)
THINGS = {
    "schema:Person",
    "schema:Organization",
    "schema:Place",
    "kg:Group",
    "schema:Product",
    "schema:CreativeWork",
}
THINGS |= {"kg:Award", "kg:Law"}
NO_FACTS = {
    "rdf:type",
    "owl:sameAs",
    "skos:closeMatch",
    "kg:nearMiss",
}  # of the identity of a thing; its reason stands beside it
STANDING = {"kg:Asserted", "kg:Reported"}

PAGE = "graph.html"
EMBEDDED = r'<script type="application/json(\+gzip)?" id="{}">(.*?)</script>'
# The classes and properties for which there is a shape.
SHAPED = """PREFIX sh: <http://www.w3.org/ns/shacl#> SELECT DISTINCT ?term {
  { ?shape sh:targetClass ?term } UNION { ?shape sh:targetSubjectsOf|sh:targetObjectsOf ?term }
  UNION { ?shape sh:path ?term }
  UNION { ?shape sh:path/sh:alternativePath/rdf:rest*/rdf:first ?term } }"""
WIDER = "SELECT ?term ?above { ?term rdfs:subClassOf+ ?above }"
TYPE = "rdf:type"  # the classes themselves are what is checked

Relation = tuple[str, str, str]
Json = dict[str, Any]


def unshaped(triples: Iterable[Triple]) -> list[str]:
    """Return every class and property in some triples for which there is no shape; sorted. The
    shape of a class is also one for those below it.
    """
    shaped = {str(row["term"]) for row in _rows(open_graph(shapes_file()), SHAPED)}
    ontology = Store()
    ontology.extend(quad for file in ontology_files() for quad in open_graph(file))
    for row in _rows(ontology, WIDER):
        if str(row["above"]) in shaped:
            shaped.add(str(row["term"]))
    used = set()
    for triple in triples:
        is_type = compact(triple.predicate.value) == TYPE
        used.add(triple.object if is_type else triple.predicate)
    return sorted(compact(term.value) for term in used if str(term) not in shaped)


def _rows(store: Store, query: str) -> Iterable[QuerySolution]:
    return store.query(query, prefixes=dict(PREFIXES))


def broken(folder: Path) -> list[str]:
    """Return every end of a triple in a folder that breaks a domain or range, in words."""
    found = broken_ends(
        all_triples(folder), chain.from_iterable(map(read_triples, ontology_files()))
    )
    return [
        f"{each.subject} {each.predicate}: {each.end} {each.wanted}, not {each.node}"
        for each in found
    ]


def all_triples(folder: Path) -> Iterator[Triple]:
    """Return the triples of all files of a build."""
    files = [folder / name for name in FILES if (folder / name).exists()]
    return chain.from_iterable(map(read_triples, files))


def unsupported(triples: Iterable[Triple], ontology: Ontology) -> list[Relation]:
    """Return every triple between two things that no statement with evidence supports; sorted.

    A statement may say the same in either direction.
    """
    said: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for triple in triples:
        if not isinstance(triple.object, Literal) or triple.predicate.value.endswith("#past"):
            said[compact(triple.subject.value)][compact(triple.predicate.value)].append(
                compact(triple.object.value)
            )
    things = {
        node
        for node, own in said.items()
        if THINGS & set(own["rdf:type"]) and "schema:NewsArticle" not in own["rdf:type"]
    }
    stated = {relation for own in said.values() for relation in _stated(own, said)}
    relations = {
        (subject, predicate, value)
        for subject in things
        for predicate, values in said[subject].items()
        for value in values
        if value in things and predicate not in NO_FACTS
    }
    return sorted(
        relation for relation in relations if stated.isdisjoint(_forms(relation, ontology))
    )


def _stated(own: dict[str, list[str]], said: dict[str, dict[str, list[str]]]) -> Iterator[Relation]:
    """Yield the triple of a statement that stands and rests on passages or on a gazetteer."""
    evidence = [kind for node in own["prov:wasDerivedFrom"] for kind in said[node]["rdf:type"]]
    stands = STANDING & set(own["kg:factuality"]) and "true" not in own["kg:past"]
    if stands and {"nif:RFC5147String", "prov:Entity"} & set(evidence):
        yield from zip(own["rdf:subject"], own["rdf:predicate"], own["rdf:object"], strict=False)


def _forms(relation: Relation, ontology: Ontology) -> Iterator[Relation]:
    """Yield a relation, then the same the other way round."""
    subject, predicate, value = relation
    yield relation
    known = ontology.properties.get(predicate)
    if known and known.inverse:
        yield value, known.inverse, subject
    if known and known.symmetric:
        yield value, predicate, subject


def embedded(page: Path, name: str) -> Any:
    """Return the data of this name that stand in a page, unpacked."""
    html = page.read_text("utf-8")
    found = re.search(EMBEDDED.format(name), html, re.DOTALL)
    if found is None:
        raise ValueError(f"{page}: has no data called {name}: it is no page of this package")
    is_packed, text = found.groups()
    return json.loads(gzip.decompress(base64.b64decode(text)) if is_packed else text)


def solid(page: Path) -> list[Json]:
    """Return the facts that a page draws by a whole line, as told."""
    facts = embedded(page, "content")["facts"]
    edges = embedded(page, "drawing")["edges"]
    told = (edge["id"] for edge in edges if edge.get("width") != THIN)
    return [facts[number] for number in told if number < len(facts)]


def unmentioned(page: Path) -> list[str]:
    """Return each solid line of a page of which no passage mentions both ends, in words."""
    content = embedded(page, "content")
    names = [thing["name"] for thing in content["things"]]
    found = []
    for fact in solid(page):
        ends = (fact["s"], fact["o"])
        passages = content["evidence"][fact["evidence"]].get("passages", ())
        if not any(all(is_mentioned(content, end, at) for end in ends) for at in passages):
            one, other = ends
            relation = content["relations"][fact["r"]]["clause"]
            found.append(f"{names[one]} {relation} {names[other]}: no passage mentions both")
    return found


def is_mentioned(content: Json, thing: int, passage: int) -> bool:
    """Return whether a passage of a page mentions a thing, or is evidence of it, an event."""
    place, known = content["passages"][passage], content["things"][thing]
    if known["kind"] == "event":
        return passage in content["evidence"][known["evidence"]].get("passages", ())
    marks = content["documents"][place["document"]].get("marks", ())
    starts = (start for start, _, marked in marks if marked == thing)
    return any(place["start"] <= start < place["end"] for start in starts)


def main(folders: list[Path]) -> int:
    """Print every breach of a law in each folder, and return their number; 0 if all is well."""
    ontology, faults = load(), 0
    for folder in folders:
        found = broken(folder)
        found += [
            f"{' '.join(relation)}: no statement"
            for relation in unsupported(read_triples(folder), ontology)
        ]
        if (folder / PAGE).exists() and (folder / MENTIONS_FILE).exists():
            found += unmentioned(folder / PAGE)
        found += [f"{name}: no shape" for name in unshaped(all_triples(folder))]
        print(f"{folder}: {len(found)} faults", *found[:20], sep="\n  ")
        faults += len(found)
    return min(faults, 1)


if __name__ == "__main__":
    sys.exit(main(list(map(Path, sys.argv[1:]))))
