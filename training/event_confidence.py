"""Learn how sure an event is: `events.tsv` and `events_by_rules.tsv` of `kg/graph/confidence`.

python training/event_confidence.py GOLD … --scorer FOLDER --readers READERS [--write]

GOLD are folders of annotated news in the form of newsgold, READERS those of `stacked.py`, and
FOLDER has newsgold's scorer. Every event of the graphs is a case (`judged.py`). Without `--readers`
only the table for rules alone is learnt. Takes about three minutes of one core.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path

from cases import Case
from judged import judged, scorer_of_command_line
from votes import Lesson, learn, mildest_floor

from kg.choices import Demand
from kg.graph.confidence.events import signs_of

TABLES = Path(__file__).parent.parent / "kg" / "graph" / "confidence" / "data"
REGULARISATION = 0.1  # many signs, of which most say the same
WANTED = {Demand.PRECISE: 0.8, Demand.MANY: 0.6}  # shares of right events


def cases(folders: Sequence[Path], readers: Path | None) -> Iterator[Case]:
    """Yield a case for each event of the graphs of the annotated articles."""
    for each in judged(folders, readers):
        entities = {entity.id: entity for entity in each.graph.entities}
        for event in each.graph.events:
            signs = signs_of(event, entities)
            if event.id in each.events and signs:
                yield Case(event.evidence[0].article, signs, each.events[event.id])


if __name__ == "__main__":
    scorer_of_command_line()
    by_rules = TABLES / "events_by_rules.tsv"
    lesson = Lesson(
        TABLES / "events.tsv", cases, REGULARISATION, mildest_floor, by_rules, wanted=WANTED
    )
    learn(__doc__ or "", lesson)
