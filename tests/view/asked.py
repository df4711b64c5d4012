"""Choices of the filters as SPARQL on the graph, and the facts that the views and panel show."""

import re
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from urllib.parse import quote

from browsing import saved
from graphs import Case
from playwright.sync_api import Page

from kg.query import ask
from kg.rdf import open_graph

SVG = "{http://www.w3.org/2000/svg}"
EVERYTHING = "hide=&not="  # nothing is left out; a state adds what it asks for
WAYS = frozenset(("Asserted", "Denied", "Planned", "Possible", "Reported"))
ROLES = (
    "kg:agent kg:patient kg:recipient kg:instrument kg:origin kg:destination kg:via "
    "sem:hasActor sem:hasPlace sem:subEventOf"
)
TOLD = f"""{{ ?told a rdf:Statement ; rdf:subject ?s ; rdf:object ?o }}
UNION {{ VALUES ?role {{ {ROLES} }} ?told ?role ?o BIND(?told AS ?s) }}"""
FROM_ARTICLE = "?told prov:wasDerivedFrom/nif:referenceContext ?from"
COUNTED = f"""OPTIONAL {{ ?told kg:sourceCount ?stated }}
{{ SELECT ?told (COUNT(DISTINCT ?from) AS ?counted) {{ {FROM_ARTICLE} }} GROUP BY ?told }}"""

Pairs = set[frozenset[str]]


@dataclass(frozen=True)
class State:
    """Choices as a fragment of the address, and their condition on a statement or event `?told`.

    `unproven` is true if facts for which the graph names no evidence are asked for, too.
    """

    fragment: str
    asked: str
    unproven: bool = False


def of_manner(name: str) -> State:
    """Return the choice of one way of saying alone."""
    return State(f"hide=&not={'+'.join(sorted(WAYS - {name}))}", f"?told kg:factuality kg:{name}")


def _of_articles(fragment: str, iris: list[str]) -> State:
    among = ", ".join(f"<{iri}>" for iri in iris)
    return State(f"{EVERYTHING}&{fragment}", f"{FROM_ARTICLE} FILTER(?from IN ({among}))")


def named(names: Iterable[str]) -> str:
    """Return names as a choice of several in a fragment."""
    return "+".join(quote(quote(name, safe=""), safe="") for name in names)


def _outlet(case: Case) -> State:
    articles = case.content.documents
    outlets = sorted({article.outlet for article in articles})
    iris = [article.iri for article in articles if article.outlet == outlets[0]]
    return _of_articles(f"without-outlets={named(outlet or '-' for outlet in outlets[1:])}", iris)


def _article(case: Case) -> State:
    first, *others = (article.iri for article in case.content.documents)
    return _of_articles(f"without-articles={named(others)}", [first])


def _published(case: Case) -> State:
    articles = case.content.documents
    last = max(article.published for article in articles)
    return _of_articles(
        f"published={last}+{last}", [a.iri for a in articles if a.published == last]
    )


def _happened(case: Case) -> State:
    last = max(thing.start for thing in case.content.things if thing.kind == "event")
    day = "(sem:hasTimeStamp|sem:hasBeginTimeStamp)"
    on_that_day = (
        f"{{ ?told {day} ?day }} UNION {{ ?told sem:subEventOf+/{day} ?day FILTER NOT EXISTS "
        f'{{ ?told {day} ?own }} }} FILTER(STR(?day) = "{last}")'
    )
    asked = f"FILTER(NOT EXISTS {{ ?told a sem:Event }} || EXISTS {{ {on_that_day} }})"
    return State(f"{EVERYTHING}&happened={last}+{last}", asked, unproven=True)


STATES: dict[str, Callable[[Case], State]] = {
    "two articles": lambda case: State(
        f"{EVERYTHING}&articles=2", f"{COUNTED} FILTER(COALESCE(?stated, ?counted) >= 2)"
    ),
    "one article": lambda case: State(
        f"{EVERYTHING}&articles=1", f"{COUNTED} FILTER(COALESCE(?stated, ?counted) >= 1)"
    ),
    "sure": lambda case: State(
        f"{EVERYTHING}&confidence=0.95", "?told kg:confidence ?sure FILTER(?sure >= 0.95)"
    ),
    "denied": lambda case: of_manner("Denied"),
    "reported": lambda case: of_manner("Reported"),
    "planned": lambda case: of_manner("Planned"),
    "one outlet": _outlet,
    "one article of all": _article,
    "one day of news": _published,
    "one day of events": _happened,
    "unchecked": lambda case: State(
        f"{EVERYTHING}&unchecked=yes",
        "FILTER NOT EXISTS { ?told kg:decidedBy ?decision }",
        unproven=True,
    ),
    "no world knowledge": lambda case: State(
        "hide=world&not=", f"FILTER EXISTS {{ {FROM_ARTICLE} }}", unproven=True
    ),
    "sure denials, no world knowledge": lambda case: State(
        f"hide=world&not={'+'.join(sorted(WAYS - {'Denied'}))}&confidence=0.75",
        "?told kg:factuality kg:Denied ; kg:confidence ?sure FILTER(?sure >= 0.75)",
    ),
}


graph_of = cache(open_graph)  # no test changes the graph of a case


def events_asked(case: Case, state: State) -> set[str]:
    """Return the events that are asked for, as IRIs."""
    rows = ask(
        graph_of(case.folder), f"SELECT DISTINCT ?told {{ ?told a sem:Event . {state.asked} }}"
    )
    return {row["told"].value for row in rows}


def facts_asked(case: Case, state: State) -> Pairs:
    """Return the two ends of each fact and role asked for.

    An end that is an event is asked for itself.
    """
    rows = ask(graph_of(case.folder), f"SELECT DISTINCT ?s ?o {{ {TOLD} {state.asked} }}")
    pairs = {frozenset((row["s"].value, row["o"].value)) for row in rows}
    if state.unproven:
        plain = (fact for fact in case.content.facts if not fact.statement and not fact.of_event)
        pairs |= {frozenset((fact.subject, fact.object)) for fact in plain}
    others = {thing.iri for thing in case.content.things if thing.kind == "event"} - events_asked(
        case, state
    )
    return {pair for pair in pairs if not pair & others}


def _iris(case: Case, links) -> set[str]:
    numbers = links.evaluate_all("links => links.map(link => Number(link.dataset.thing))")
    return {case.content.things[at].iri for at in numbers}


def _unfold(page: Page, more: str) -> None:
    while page.locator(more).count():
        page.locator(more).first.click()


def facts_of_table(page: Page, case: Case) -> list[tuple[str, str]]:
    """Return the two ends of each row, as IRIs or as the text of a value."""
    page.locator("#tab-facts").click()
    _unfold(page, "#view-facts td[colspan] .more")
    cells = page.locator("#view-facts tbody tr").evaluate_all(
        """rows => rows.map(row => [0, 2].map(at => row.cells[at]).map(cell =>
        [Number(cell.querySelector('.thing')?.dataset.thing ?? -1), cell.innerText]))"""
    )
    named = [
        [case.content.things[at].iri if at >= 0 else text for at, text in row] for row in cells
    ]
    return [(one, other) for one, other in named]


def events_of_timeline(page: Page, case: Case) -> set[str]:
    """Return the events of the timeline, as IRIs."""
    page.locator("#tab-timeline").click()
    _unfold(page, "#view-timeline .more:has-text('more')")  # not "1 earlier", which chooses
    return _iris(case, page.locator("#view-timeline .step"))


def picture(page: Page) -> ET.Element:
    """Return the picture as it is saved as SVG."""
    page.locator("#tab-graph").click()
    return ET.parse(saved(page, "#take-svg")).getroot()


def letters(page: Page) -> list[str | None]:
    """Return the texts in the picture."""
    return [text.text for text in picture(page).iter(f"{SVG}text")]


def lines(page: Page) -> int:
    """Return the number of lines in the picture."""
    return sum(path.get("fill") == "none" for path in picture(page).iter(f"{SVG}path"))


def facts_of_panel(page: Page, case: Case) -> tuple[set[str], set[str]]:
    """Return the other things in the facts of the open panel, and its events, as IRIs."""
    _unfold(page, "#panel .long .more")
    found = [
        _iris(
            case,
            page.locator("#panel section", has=heading).locator("li.fact > p:not(.footing) .thing"),
        )
        for heading in (
            page.locator("h3", has_text=re.compile(f"^{title}")) for title in ("Facts", "Events")
        )
    ]
    return found[0], found[1]
