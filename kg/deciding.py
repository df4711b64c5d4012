"""Decisions of people, written down in the folder of a graph: `kg decide`, `kg.decide`.

What is decided on is looked up in the graph, and described by its names and articles, or by what a
statement says, so that later builds find it although articles were added, changed or taken back.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from difflib import get_close_matches
from getpass import getuser
from pathlib import Path
from urllib.parse import unquote

from pyoxigraph import Literal, NamedNode, Store

from kg.build_folder import kept_ontologies, manifest_of
from kg.decisions import (
    DECISIONS_FILE,
    DOCUMENT,
    EVENT,
    QUOTATION,
    STATEMENT,
    block_of,
    decisions_in,
    id_of,
    iri_of,
    kind_of_node,
    local_of,
    with_block,
)
from kg.errors import DecisionError, InputError
from kg.graph.ontology import load
from kg.model import (
    DecidedFact,
    Decision,
    Target,
    Verdict,
)
from kg.model import Literal as Value
from kg.query import (
    ends,
    find,
    named_values,
    nodes_with,
    values,
)
from kg.rdf import (
    Term,
    Waiting,
    checked_base,
    locked,
    open_graph,
    replace_file,
)
from kg.vocabulary import compact

OF_FACTS = frozenset({Verdict.WRONG, Verdict.RIGHT})
WITH_VALUE = frozenset({Verdict.LABEL, Verdict.CLASS})
TELLABLE = frozenset({EVENT, QUOTATION, STATEMENT})  # kinds that are right or wrong
MOST_ARTICLES = 20  # that are noted of a thing, unless they tell two things apart
SHOWN = 10  # things of one name that are listed

NAMING_ARTICLES = ("schema:headline", "dcterms:source")
NAMING = ("rdfs:label", "skos:altLabel", "schema:text")
STANDING = frozenset({"kg:Asserted", "kg:Reported"})


def decide(
    folder: str | Path,
    verdict: str,
    *what: str,
    by: str = "",
    why: str = "",
    on: str = "",
    articles: Sequence[str] = (),
    waiting: Waiting | None = None,
) -> tuple[Decision, ...]:
    """Write down what a person decided about the graph in a folder; later builds honour it.

    `verdict` is "same", "different", "wrong", "right", "label" or "class". `what` are the nodes, by
    their IRI, the end of it, or a name that only one of them has; after "label" and "class" the
    last is the label or class. "different" with one thing parts it: what the `articles` speak of is
    another thing than what all others do. `by` is who decides (by default the user of the machine),
    `on` when, as an ISO date or moment (by default now). "wrong" and "right" make a decision for
    each node. Raises `InputError`, `QueryError` and `DecisionError` if that cannot be decided.
    """
    home = Path(folder)
    base = checked_base(manifest_of(home).base_iri)
    nodes = _Nodes(open_graph(home), base)
    kind = _verdict(verdict)
    if kind is Verdict.CLASS:
        _check_class(what[-1:], home)
    decided = []
    for each in _decisions(kind, what, articles, nodes):
        signed = replace(each, by=_one_line(by) or _user(), why=_one_line(why), on=on or _now())
        decided.append(replace(signed, id=id_of(signed)))
    with locked(home, waiting=waiting):
        _add(decided, home / DECISIONS_FILE, base)
    return tuple(decided)


def _verdict(name: str) -> Verdict:
    """Return the verdict of a name."""
    verdicts = {verdict.lower(): verdict for verdict in Verdict}
    if name.lower() not in verdicts:
        usable = ", ".join(verdicts)
        raise InputError(f"{name!r} is no decision: use {usable}")
    return verdicts[name.lower()]


def _decisions(
    verdict: Verdict, what: Sequence[str], articles: Sequence[str], nodes: "_Nodes"
) -> Iterator[Decision]:
    """Yield the decisions of a verdict on some nodes, by nobody yet."""
    if verdict in OF_FACTS:
        _check_count(verdict, what, least=1)
        for name in what:
            yield _on_fact(verdict, name, nodes)
    elif verdict in WITH_VALUE:
        _check_count(verdict, what, least=2, most=2)
        thing, value = what
        target = nodes.target(nodes.one(thing))
        yield Decision("", verdict, (target,), value=_one_line(value))
    elif verdict is Verdict.DIFFERENT and articles:
        _check_count(verdict, what, least=1, most=1)
        parted = nodes.parted(nodes.one(what[0]), articles)
        yield Decision("", verdict, parted)
    else:
        most = 2 if verdict is Verdict.DIFFERENT else len(what)
        _check_count(verdict, what, least=2, most=most)
        targets = [nodes.target(nodes.one(name)) for name in what]
        yield Decision("", verdict, tuple(sorted(targets)))


def _check_class(given: Sequence[str], folder: Path) -> None:
    """Raise `InputError` for a class that no ontology of a graph declares."""
    ontology = load(kept_ontologies(folder, manifest_of(folder)))
    for cls in given:
        if cls not in ontology.ancestors:
            near = get_close_matches(cls, sorted(ontology.ancestors))
            hint = f"; near it are {', '.join(near)}" if near else ""
            raise InputError(f"{cls} is no class that an ontology of this graph declares{hint}")


def _check_count(verdict: Verdict, what: Sequence[str], *, least: int, most: int = 10_000) -> None:
    """Raise `InputError` for too few nodes, or too many."""
    if not least <= len(what) <= most:
        asked = f"{least}" if least == most else f"{least} or more"
        raise InputError(f"{verdict.lower()} needs {asked} values, and has {len(what)}")


def _on_fact(verdict: Verdict, name: str, nodes: "_Nodes") -> Decision:
    """Return a decision on a statement, an event or a quotation."""
    node = nodes.one(name)
    kind = kind_of_node(nodes.local(node))
    if kind not in TELLABLE:
        raise InputError(
            f"{name} is no fact, event or quotation: give the IRI of one, as kg explain and the "
            "page show it"
        )
    if kind == STATEMENT:
        return Decision("", verdict, fact=nodes.fact(node))
    return Decision("", verdict, (nodes.target(node),))


@dataclass(frozen=True, slots=True)
class _Nodes:
    """The nodes of a graph, and what decisions say of them."""

    store: Store
    base: str

    def one(self, name: str) -> NamedNode:
        """Return the node of an IRI, the end of one, or a name.

        Raises `QueryError` if there is none, `InputError` if several have that name.
        """
        below = NamedNode(iri_of(unquote(name), self.base))
        if values(self.store, below, "rdf:type"):
            return below
        found = find(self.store, name)
        if len(found) > 1:
            ids = ", ".join(self.local(node) for node in found[:SHOWN])
            raise InputError(f"{len(found)} things are called {name!r}: name one by its IRI: {ids}")
        return found[0]

    def local(self, node: Term) -> str:
        """Return the id of a node, empty if it is elsewhere."""
        return local_of(getattr(node, "value", ""), self.base)

    def target(self, node: NamedNode) -> Target:
        """Return a thing, event or quotation with its names and articles."""
        names = self.names(node)
        articles = self.articles(node)
        return Target(self.local(node), names, articles[:MOST_ARTICLES])

    def names(self, node: NamedNode) -> tuple[str, ...]:
        """Return what a node is called, sorted; the words of a quotation."""
        names: set[str] = set()
        for curie in NAMING:
            names.update(map(_iri, values(self.store, node, curie)))
        return tuple(sorted(names))

    def articles(self, node: NamedNode) -> tuple[str, ...]:
        """Return the ids of the articles that speak of a node, sorted."""
        articles = set(nodes_with(self.store, "schema:mentions", node))
        for passage in named_values(self.store, node, "prov:wasDerivedFrom"):
            articles.update(named_values(self.store, passage, "nif:referenceContext"))
        return tuple(sorted(map(self._article, articles)))

    def article_called(self, name: str) -> str:
        """Return the id of the article of an IRI, id, headline or source.

        Raises `QueryError` if there is none, `InputError` if several are called so.
        """
        document = NamedNode(iri_of(f"{DOCUMENT}/{unquote(name)}", self.base))
        if values(self.store, document, "rdf:type"):
            return self._article(document)
        found: set[NamedNode] = set()
        for curie in NAMING_ARTICLES:
            found.update(nodes_with(self.store, curie, Literal(name)))
        if len(found) == 1:
            return self._article(found.pop())
        return self._article(self.one(name))

    def _article(self, node: NamedNode) -> str:
        return self.local(node).removeprefix(f"{DOCUMENT}/")

    def parted(self, node: NamedNode, articles: Iterable[str]) -> tuple[Target, Target]:
        """Return a thing as two: that of some articles, and that of all others."""
        known = self.articles(node)
        others = {self.article_called(article) for article in articles}
        unknown = sorted(others - {*known})
        if unknown:
            raise InputError(f"{unknown[0]} does not speak of {self.local(node)}")
        left = tuple(article for article in known if article not in others)
        if not left:
            raise InputError(f"all articles that speak of {self.local(node)} were named")
        names = self.names(node)
        identifier = self.local(node)
        return (
            Target(identifier, names, left),
            Target(identifier, names, tuple(sorted(others))),
        )

    def fact(self, node: NamedNode) -> DecidedFact:
        """Return what a statement says."""
        subject, predicate, value = ends(self.store, node)
        told = named_values(self.store, node, "kg:factuality")
        degrees = {compact(degree.value) for degree in told}
        return DecidedFact(
            self.local(node),
            self._end(subject),
            compact(_iri(predicate)),
            _value(value) or self._end(value),
            stands=degrees <= STANDING,
            past="true" in map(_iri, values(self.store, node, "kg:past")),
        )

    def _end(self, node: Term) -> Target:
        """Return an end of a fact that is a thing."""
        return self.target(NamedNode(_iri(node)))


def _iri(term: Term) -> str:
    """Return the IRI of a node, or the text of a literal."""
    return str(getattr(term, "value", term))


def _value(term: Term) -> Value | None:
    """Return a literal as a value, None for a node."""
    if not isinstance(term, Literal):
        return None
    datatype = compact(term.datatype.value)
    return Value(term.value, "" if datatype == "xsd:string" else datatype)


def _add(decisions: Iterable[Decision], file: Path, base: str) -> None:
    """Add decisions to a file, which stays whole. Raises `DecisionError` if it is not valid."""
    added = "".join(block_of(decision, base=base) for decision in decisions)
    try:
        old = file.read_text("utf-8") if file.exists() else ""
    except (OSError, UnicodeDecodeError) as error:
        raise DecisionError(f"{file} cannot be read: {error}") from error
    content = with_block(old, added, base=base)
    decisions_in(content.encode(), name=str(file), base=base)
    replace_file(file, content)


def _one_line(words: str) -> str:
    return " ".join(words.split())


def _user() -> str:
    """Return the name of the user of this machine. Raises `InputError` if there is none."""
    try:
        return getuser()
    except (OSError, KeyError, ImportError) as error:
        raise InputError("nobody is known to decide: give a name, with --by") from error


def _now() -> str:
    """Return the moment, in Greenwich, to the second."""
    return f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ}"
