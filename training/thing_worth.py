"""Learn which things without a name are worth a node: the two tables of `kg/graph/things`.

python training/thing_worth.py GOLD --readers READERS          # prints what cross-validation says
python training/thing_worth.py GOLD --readers READERS --write  # and writes the tables

GOLD is a folder of annotated news in the form of newsgold: `docs/NAME.txt` and `gold.json`. Every
thing without a name is a case; it is right if one of its mentions is that of an annotated entity.
READERS are those of `stacked.py`, each of which reads what it has not learnt; without them only the
table for rules alone is learnt. Takes about two minutes of one core.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path

from annotated import annotated_articles
from cases import Case
from stacked import readings_of
from votes import Lesson, floor_for_precision, learn

from kg.graph.entities import gazetteer_facts, resolve
from kg.graph.interpret import interpret
from kg.graph.ontology import load
from kg.graph.things import signs_of, uses_of
from kg.model import Entity, Reading

TABLES = Path(__file__).parent.parent / "kg" / "graph" / "things" / "data"
REGULARISATION = 0.1  # many signs, of which most say the same
LEAST_SHARE = 0.3  # of the characters of two mentions that are one
WANTED_PRECISION = 0.88  # of what the floor keeps, in cross-validation; on other news less

Span = tuple[int, int]


def cases(folders: Sequence[Path], readers: Path | None) -> Iterator[Case]:
    """Yield a case for each thing without a name in the annotated articles."""
    annotated = list(annotated_articles(folders))
    readings = readings_of([article for article, _ in annotated], readers)
    spans = {article.id: annotated_spans(document) for article, document in annotated}
    yield from cases_of(readings, spans)


def cases_of(readings: Sequence[Reading], spans: Mapping[str, Sequence[Span]]) -> Iterator[Case]:
    """Yield a case for each thing without a name; `spans` are the annotated mentions by article."""
    resolution = resolve(readings)
    entities = resolution.entities
    known = gazetteer_facts(entities)
    outcome = interpret(readings, entities, resolution.entity_of, load([]), known=known)
    uses = uses_of(outcome.facts, outcome.events, outcome.quotations)
    annotated = _annotated(entities, spans)
    for entity in entities:
        signs = signs_of(entity, uses)
        if signs and "sem:Event" not in entity.types:
            article = entity.mentions[0].passage.article
            yield Case(article, signs, entity.id in annotated)


def annotated_spans(document: dict) -> list[Span]:
    """Return the places of the annotated mentions of entities."""
    places: dict[str, list[Span]] = defaultdict(list)
    for mark in document["mentions"]:
        places[mark["id"]].append((mark["start"], mark["end"]))
    return [span for entity in document["entities"] for span in places[entity]]


def _annotated(entities: Sequence[Entity], spans: Mapping[str, Sequence[Span]]) -> set[str]:
    """Return the ids of the entities of which a mention is an annotated one.

    Mentions and annotated ones are matched one to one, those first that share most.
    """
    places: dict[str, list[tuple[Span, str]]] = defaultdict(list)
    for entity in entities:
        for mention in entity.mentions:
            extent = mention.extent
            places[extent.article].append(((extent.start, extent.end), entity.id))
    found: set[str] = set()
    for article, mine in places.items():
        found |= _matched(mine, spans[article])
    return found


def _matched(mine: Sequence[tuple[Span, str]], spans: Sequence[Span]) -> set[str]:
    """Return the ids of those that are matched in one article."""
    pairs = [
        (-share(own, other), i, j)
        for i, (own, _) in enumerate(mine)
        for j, other in enumerate(spans)
        if share(own, other) >= LEAST_SHARE
    ]
    matched: dict[int, str] = {}
    taken: set[int] = set()
    for _, i, j in sorted(pairs):
        if i not in matched and j not in taken:
            matched[i] = mine[i][1]
            taken.add(j)
    return set(matched.values())


def share(a: Span, b: Span) -> float:
    """Return the share of the characters of two stretches that are in both."""
    both = min(a[1], b[1]) - max(a[0], b[0])
    return both / (max(a[1], b[1]) - min(a[0], b[0])) if both > 0 else 0.0


if __name__ == "__main__":
    floor = partial(floor_for_precision, precision=WANTED_PRECISION)
    by_rules = TABLES / "worth_by_rules.tsv"
    lesson = Lesson(TABLES / "worth.tsv", cases, REGULARISATION, floor, by_rules)
    learn(__doc__ or "", lesson)
