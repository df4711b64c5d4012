"""Graphs for the browser.

One is made up, of thousands of things, with names that try to break out. A case names the things of
a graph that the tests use.
"""

import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kg.view.page_model import Fact, PageModel, Thing

HOSTILE = {
    "script": '</script><script>alert(1)</script> "&amp;\u202e',
    "quotes": "\"'`;--\\",
    "bidi": "\u202egnp.exe\u202c \u2066שלום\u2069",
    "long": "endless " * 1250,
    "hebrew": "דוד לוי",
    "arabic": "سلمى القاضي (Salma)",
    "chinese": "上海合作组织成员国元首理事会会议",
    "japanese": "山田 花子",
}
PREFIXES = """@prefix s: <https://schema.org/> .
@prefix r: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix d: <http://example.org/> .
@prefix e: <http://semanticweb.cs.vu.nl/2009/11/sem/> .
@prefix kg: <https://w3id.org/newskg/ontology#> .
@prefix g: <http://www.w3.org/2003/01/geo/wgs84_pos#> .
@prefix n: <http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#> .
@prefix p: <http://www.w3.org/ns/prov#> . @prefix x: <http://www.w3.org/2001/XMLSchema#> .
@prefix f: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
"""
EVERY = 10  # of so many things one is a place and one an event; the others are people
AN_ARTICLE = 60  # so many events
FACTUALITIES = ("Asserted", "Asserted", "Reported", "Planned", "Denied")


def big_folder(folder: Path, things: int) -> Path:
    """Return a graph of so many things, articles aside, in circles of 200.

    New people know foremost those whom many know already.
    """
    chance, lines, texts = random.Random(1), [PREFIXES], dict[int, str]()
    known: dict[int, list[int]] = {}
    for at in range(things):
        circle = known.setdefault(at // 200, [at - at % 200 + 2])
        ends = {
            chance.choice(circle),
            chance.choice(circle),
            chance.randrange(at + 1) if at % 20 == 3 else at,
        } - {at}
        ends = {end for end in ends if end % EVERY > 1 and end < at}
        lines += _thing(at, things, sorted(ends), texts)
        circle += [at, *ends] if at % EVERY > 1 else []
    for article, text in texts.items():
        lines.append(
            f'd:document\\/a{article} a s:NewsArticle, n:Context ; s:headline "Article {article}" ;'
        )
        lines.append(
            f'    s:publisher "Outlet {article % 3}" ; s:datePublished '
            f'"2031-0{article % 9 + 1}-05"^^x:date .'
        )
        (folder / "texts").mkdir(parents=True, exist_ok=True)
        (folder / "texts" / f"a{article}.txt").write_text(text, "utf-8")
    (folder / "graph.ttl").write_text("\n".join(lines), "utf-8")
    return folder


def _thing(at: int, things: int, ends: list[int], texts: dict[int, str]) -> Iterator[str]:
    names = list(HOSTILE.values())
    name = (
        names[things - 1 - at]
        if things - 1 - at < len(names)
        else f"{('Place', 'Event')[at % EVERY] if at % EVERY < 2 else 'Person'} {at}"
    )
    quoted = name.replace("\\", "\\\\").replace('"', '\\"')
    if at % EVERY == 0:
        yield f'd:p{at} a s:Place ; r:label "{quoted}" ;'
        yield f"    g:lat {at % 120 - 55}.5 ; g:long {at % 340 - 165}.25 ."
    elif at % EVERY == 1:
        yield from _event(at, quoted, texts)
    else:
        yield f'd:p{at} a s:Person ; r:label "{quoted}" .'
        yield from (f"d:p{at} s:knows d:p{end} ." for end in ends)


def _event(at: int, quoted: str, texts: dict[int, str]) -> Iterator[str]:
    """Yield a meeting of the two people after it at the place before it.

    It has its sentence, date and factuality.
    """
    article = at // EVERY // AN_ARTICLE
    who, other = (f"Person {at + step}" for step in (1, 2))
    sentence = f"{who} met {other} at Place {at - 1}."
    start = len(texts.get(article, ""))
    texts[article] = texts.get(article, "") + sentence + " "
    passage = f"<http://example.org/document/a{article}#char={start},{start + len(sentence)}>"
    said = FACTUALITIES[at // EVERY % len(FACTUALITIES)]
    yield f'd:p{at} a e:Event ; r:label "{quoted}" ;'
    yield f"    kg:agent d:p{at + 1} ; kg:patient d:p{at + 2} ; e:hasPlace d:p{at - 1} ;"
    yield f'    e:hasTimeStamp "{1990 + at % 40}-0{at % 9 + 1}-1{at % 7}"^^x:date ;'
    yield f"    kg:factuality kg:{said} ; kg:confidence 0.{60 + at % 40} ;"
    yield f'    kg:rule "verb:meet" ; kg:sourceCount 1 ; p:wasDerivedFrom {passage} .'
    yield f"{passage} a n:RFC5147String ; n:referenceContext d:document\\/a{article} ;"
    yield f"    n:beginIndex {start} ;"
    yield f'    n:endIndex {start + len(sentence)} ; n:anchorOf "{sentence}" .'
    yield f"d:document\\/a{article} s:mentions d:p{at - 1}, d:p{at + 1}, d:p{at + 2} ."


@dataclass(frozen=True)
class Case:
    """A page to be used, and things of its graph that the tests need, found in the graph itself."""

    address: str
    folder: Path
    content: PageModel

    def things(self, kind: str) -> list[Thing]:
        """Return the things of a kind, with most facts first."""
        count = Counter(end for fact in self.content.facts for end in (fact.subject, fact.object))
        found = [
            thing
            for thing in self.content.things
            if thing.kind == kind and not thing.talk and _is_plain(thing)
        ]
        return sorted(found, key=lambda thing: (-count[thing.iri], thing.iri))

    @property
    def person(self) -> Thing:
        return self.things("person")[0]

    @property
    def place(self) -> Thing:
        return next(place for place in self.things("place") if place.point)

    @property
    def event(self) -> Thing:
        dated = (
            event
            for event in self.things("event")
            if event.start and event.evidence and event.evidence.passages
        )
        return next(
            event for event in dated if event.evidence and event.evidence.factuality == "Asserted"
        )

    @property
    def named_event(self) -> Thing:
        """An event whose first sentence has the name of somebody who takes part."""
        return next(filter(self._names_who_takes_part, self.things("event")))

    def _names_who_takes_part(self, event: Thing) -> bool:
        if not event.evidence or not event.evidence.passages:
            return False
        part = {fact.object for fact in self.content.facts if fact.subject == event.iri}
        names = (thing.name for thing in self.content.things if thing.iri in part)
        return any(name in event.evidence.passages[0].text for name in names)

    def neighbour(self, thing: Thing) -> Fact:
        """Return a fact that a thing has with another one."""
        return next(
            fact
            for fact in self.content.facts
            if fact.object and thing.iri in (fact.subject, fact.object)
        )


def _is_plain(thing: Thing) -> bool:
    return thing.name.isascii() and len(thing.name) < 80 and "<" not in thing.name
