"""Learn whether what is told happened: `states.tsv` of `kg/graph/events`.

python training/event_states.py GOLD --readers READERS          # prints what cross-validation says
python training/event_states.py GOLD --readers READERS --write  # and writes the table

GOLD is a folder of annotated news in the form of newsgold: `docs/NAME.txt` and `gold.json`. Every
answer for a claim whose trigger overlaps that of an annotated event is a case. READERS are those of
`stacked.py`, each of which reads what it has not learnt. Takes about two minutes of one core.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from annotated import STATE_OF
from cases import Case
from event_roles import linked_readings, told_claims
from votes import Lesson, learn

from kg.graph.events.mentions import Answer, signs_of_answer
from kg.graph.ontology import load

TABLES = Path(__file__).parent.parent / "kg" / "graph" / "events" / "data"
REGULARISATION = 0.1  # many signs, of which most say the same


def cases(folders: Sequence[Path], readers: Path | None) -> Iterator[Case]:
    """Yield a case for each answer for each claim that tells an annotated event."""
    ontology = load([])
    for document, reading, _ in linked_readings(folders, readers):
        for claim, events in told_claims(reading, document, ontology):
            told = {STATE_OF[event["factuality"]] for event in events}
            for answer in Answer:
                yield Case(document["name"], signs_of_answer(claim, answer), answer in told)


def _no_floor(chances: np.ndarray, right: np.ndarray) -> float:
    return 0.0  # the likeliest answer is taken


if __name__ == "__main__":
    learn(__doc__ or "", Lesson(TABLES / "states.tsv", cases, REGULARISATION, _no_floor))
