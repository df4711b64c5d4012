"""The facts of annotated news as examples of relations.

    python training/news_facts.py OUT GOLD [GOLD …]

GOLD is a folder of annotated news in the form of newsgold: `docs/NAME.txt` and `gold.json`. A fact
is taken to be said where its two things are mentioned nearest to each other; elsewhere nobody knows
whether it is said again. What is not annotated of two named things is not said of them.
"""

import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from annotated import annotated_articles
from corpora import Annotated, Label, label_table

from examples import Example, examples, write
from kg.text.reader.entity_types import EntityType
from kg.text.reader.relations import relations

LABELS = Path(__file__).parent / "labels.tsv"
SORT_OF = {
    "person": EntityType.PERSON,
    "group": EntityType.GROUP,
    "organization": EntityType.ORGANIZATION,
    "place": EntityType.PLACE,
    "work": EntityType.WORK,
}
# What may be said, too, by who says the first.
POSSIBLE = {
    "worksFor": ("membership",),
    "memberOf": ("party", "employment"),
    "leads": ("employment", "membership"),
    "represents": ("employment", "membership"),
    "spokespersonFor": ("employment",),
    "ofCountry": ("headquarters",),
    "parentOrganization": ("owner",),
    "owns": ("subsidiary",),
    "capitalOf": ("containment",),
    "author": ("creator", "publisher"),
    "founder": ("employment", "membership"),
}
SWAPPED = frozenset({"owner", "subsidiary"})  # of those, what stands the other way round
UNASKED = frozenset({"birth-date", "death-date", "founding-date", "party", "publisher", "creator"})
SYMMETRIC = frozenset({"spouse", "sibling"})
TOLD = frozenset({"asserted", "reported"})
TO_HEAD = {EntityType.ORGANIZATION: "chief"}  # who leads anything else is its head

Table = Mapping[str, list[tuple[str, bool]]]


def found_in(folders: Iterable[Path]) -> Iterator[Example]:
    """Yield the examples of annotated articles; the source of each is the article's name."""
    table = label_table(LABELS, "newsgold")
    for article, document in annotated_articles(folders):
        yield from examples(_annotated(article.text, document, table))


def _annotated(text: str, document: dict, table: Table) -> Annotated:
    entities = document["entities"]
    marks = [m for m in document["mentions"] if entities.get(m["id"], {}).get("name")]
    names = frozenset(relation.name for relation in relations()) - UNASKED
    return Annotated(
        document["name"],
        text,
        [(mark["start"], mark["end"]) for mark in marks],
        [mark["id"] for mark in marks],
        [SORT_OF.get(entities[mark["id"]]["type"], EntityType.THING) for mark in marks],
        list(_labels(document["facts"], marks, entities, table)),
        [(0, len(text), names)],
    )


def _labels(
    facts: Iterable[dict], marks: Sequence[dict], entities: dict, table: Table
) -> Iterator[Label]:
    for fact in facts:
        pair = _nearest(fact["subject"], fact["object"], marks)
        if pair is None:
            continue
        is_told = fact["factuality"] in TOLD
        led = SORT_OF.get(entities[fact["object"]]["type"], EntityType.THING)
        for name, is_swapped in table.get(fact["relation"], ()):
            here = is_told and (fact["relation"] != "leads" or name == TO_HEAD.get(led, "head"))
            yield _label(name, pair, here=here, is_swapped=is_swapped)
            if name in SYMMETRIC:
                yield _label(name, pair, here=here, is_swapped=True)
        for name in POSSIBLE.get(fact["relation"], ()):
            yield _label(name, pair, here=False, is_swapped=name in SWAPPED)


def _label(name: str, pair: tuple[int, int], *, here: bool, is_swapped: bool) -> Label:
    subject, value = reversed(pair) if is_swapped else pair
    return Label(name, subject, value, here)


def _nearest(subject: str, value: str, marks: Sequence[dict]) -> tuple[int, int] | None:
    """Return the places of the nearest mentions of two things, None if one has none."""
    pairs = [
        (abs(first["start"] - second["start"]), i, j)
        for i, first in enumerate(marks)
        if first["id"] == subject
        for j, second in enumerate(marks)
        if second["id"] == value
    ]
    return min(pairs)[1:] if pairs else None


if __name__ == "__main__":
    out, *folders = map(Path, sys.argv[1:])
    print(write(found_in(folders), out), "sentences", file=sys.stderr)
