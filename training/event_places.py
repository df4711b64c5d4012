"""Learn which places a sentence lends to what it tells of: `places.tsv` of `kg/graph/events`.

python training/event_places.py GOLD --readers READERS          # prints what cross-validation says
python training/event_places.py GOLD --readers READERS --write  # and writes the table

GOLD is a folder of annotated news in the form of newsgold: `docs/NAME.txt` and `gold.json`. Every
place in the sentence of an annotated event without a place of its own is a case; it is right if it
is a place, origin or destination of that event. READERS are those of `stacked.py`, each of which
reads what it has not learnt. Takes about two minutes of one core.
"""

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from cases import Case
from event_roles import PLACES, linked_readings, things_of
from event_worth import with_annotated
from votes import Lesson, floor_for_precision, learn

from kg.graph.events import candidate_places, event_mentions
from kg.graph.ontology import load

TABLES = Path(__file__).parent.parent / "kg" / "graph" / "events" / "data"
REGULARISATION = 0.05  # many signs, of which most say the same
# Of all places that the floor lets through, in cross-validation. Of those that count as wrong, four
# tenths are of events for which the annotation has no place.
WANTED_PRECISION = 0.44


def cases(folders: Sequence[Path], readers: Path | None) -> Iterator[Case]:
    """Yield a case for each place in the sentence of an annotated event."""
    ontology = load([])
    for document, reading, linked in linked_readings(folders, readers):
        thing_of = things_of(reading, linked, document)
        mentions = event_mentions(reading, linked, ontology)
        told = {
            mention.trigger: events
            for mention, events in with_annotated(mentions, reading.article, document)
        }
        for lent in candidate_places(mentions, reading, linked):
            events = told[lent.mention.trigger]
            if events:
                is_right = thing_of.get(lent.entity.id, "") in _places(document, events)
                yield Case(document["name"], lent.signs, is_right)


def _places(document: dict, events: frozenset[str]) -> set[str]:
    """Return the names of the places of some annotated events."""
    roles = [document["events"][name]["roles"] for name in events]
    return {thing for each in roles for role in PLACES for thing in each.get(role, ())}


if __name__ == "__main__":
    floor = partial(floor_for_precision, precision=WANTED_PRECISION)
    learn(__doc__ or "", Lesson(TABLES / "places.tsv", cases, REGULARISATION, floor))
