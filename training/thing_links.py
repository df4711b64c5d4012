"""Learn which things of several articles are one: `story_links.tsv` of `kg/graph/entities`.

python training/thing_links.py ECBPLUS          # what cross-validation over topics says
python training/thing_links.py ECBPLUS --write  # and writes the table

ECBPLUS is a folder with `train.jsonl`, as for `event_links.py`. A pair of things in articles on the
same news that the build would compare is a case, also if something contradicts: that would be a
lesson lost. It is right if most of the annotated mentions of both are of one thing. It takes some
minutes of one core.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path

from cases import Case
from event_links import Annotated, Span, annotated
from stacked import readings_of
from votes import Lesson, floor_for_precision, learn

from kg.graph.entities import compared, joined_by_rules
from kg.model import Mention, Reading

TABLE = Path(__file__).parent.parent / "kg" / "graph" / "entities" / "data" / "story_links.tsv"
REGULARISATION = 0.1  # many signs, of which most say the same
WANTED_PRECISION = 0.77  # of the pairs that the floor lets through, in cross-validation
LEAST_SHARED = 0.3  # share of the characters of two mentions that both have, to be one


def cases(folders: Sequence[Path], readers: Path | None) -> Iterator[Case]:
    """Yield a case for each pair of things that the build would compare; its group is a topic."""
    documents = [document for folder in folders for document in annotated(folder)]
    readings = readings_of([document.article for document in documents], readers)
    yield from cases_of(readings, {document.article.id: document for document in documents})


def cases_of(readings: Sequence[Reading], annotated_as: Mapping[str, Annotated]) -> Iterator[Case]:
    """Yield the cases of some readings, given the annotation of each article."""
    articles, clusters, _ = joined_by_rules(readings)
    for each in compared(clusters, articles):
        found = []
        for thing in (each.first, each.second):
            votes: Counter[str] = Counter()
            for record in thing.records:
                document = annotated_as[record.article]
                votes.update(_thing_at(mention, document.things) for mention in record.mentions)
            votes.pop("", None)
            found.append(max(sorted(votes), key=votes.__getitem__, default=""))
        if all(found):
            topic = annotated_as[each.first.records[0].article].topic
            yield Case(topic, each.signs, found[0] == found[1])


def _thing_at(mention: Mention, things: Sequence[tuple[Span, str]]) -> str:
    """Return the annotated thing that a mention is of most, empty if there is none."""
    at = mention.passage
    best, most = "", LEAST_SHARED
    for (start, end), thing in things:
        shared = min(end, at.end) - max(start, at.start)
        share = shared / (max(end, at.end) - min(start, at.start))
        if share > most:
            best, most = thing, share
    return best


if __name__ == "__main__":
    floor = partial(floor_for_precision, precision=WANTED_PRECISION)
    learn(__doc__ or "", Lesson(TABLE, cases, REGULARISATION, floor, is_unseen=True))
