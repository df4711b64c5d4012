"""Learn who takes part in events: `roles.tsv` and `roles_by_rules.tsv` of `kg/graph/events`.

python training/event_roles.py GOLD --readers READERS          # prints what cross-validation says
python training/event_roles.py GOLD --readers READERS --write  # and writes the tables

GOLD is a folder of annotated news in the form of newsgold: `docs/NAME.txt` and `gold.json`. Every
proposal for a claim whose trigger overlaps that of an annotated event is a case; it is right if the
annotated event has that thing in that role. READERS are those of `stacked.py`, each of which reads
what it has not learnt. Takes about two minutes of one core.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
from annotated import SAME, annotated_articles
from cases import Case
from stacked import readings_of
from votes import Lesson, learn

from kg.graph.entities import resolve
from kg.graph.events.classes import event_classes
from kg.graph.events.mentions import factuality_of
from kg.graph.events.participation import Proposal, proposals
from kg.graph.events.places import AT, WHERE
from kg.graph.events.roles import ACTOR
from kg.graph.ontology import LinkedMentions, Ontology, linked_mentions, load
from kg.model import Claim, Passage, Reading

TABLES = Path(__file__).parent.parent / "kg" / "graph" / "events" / "data"
REGULARISATION = 0.1
LONGEST_TRIGGER = 4  # words; a longer one matches only what it mostly covers
FLOOR = 0.5  # what is more likely right than wrong
CORE = ("agent", "patient", "recipient", "participant")
PLACES = ("place", "origin", "destination")

Told = dict[str, set[str]]  # names of things by role


def cases(folders: Sequence[Path], readers: Path | None) -> Iterator[Case]:
    """Yield a case for each proposal of a role in an annotated event."""
    for name, proposal, told in judged_proposals(folders, readers):
        if proposal.signs:
            yield Case(name, proposal.signs, any(told))


def judged_proposals(
    folders: Sequence[Path], readers: Path | None
) -> Iterator[tuple[str, Proposal, list[bool]]]:
    """Yield the article of each proposal, and whether it is right in each event of its words."""
    ontology = load([])
    for document, reading, linked in linked_readings(folders, readers):
        thing_of = things_of(reading, linked, document)
        for claim, events in told_claims(reading, document, ontology):
            classes = event_classes(claim, ontology)
            claim = replace(claim, factuality=factuality_of(claim))
            for proposal in proposals(claim, classes, linked, ontology):
                thing = thing_of.get(proposal.entity.id, "")
                right = [is_right(proposal.curie, thing, event) for event in events]
                yield document["name"], proposal, right


def linked_readings(
    folders: Sequence[Path], readers: Path | None
) -> Iterator[tuple[dict, Reading, LinkedMentions]]:
    """Yield each annotation with the reading of its article and its mentions as entities."""
    annotated = list(annotated_articles(folders))
    readings = readings_of([article for article, _ in annotated], readers)
    resolution = resolve(readings)
    by_id = {entity.id: entity for entity in resolution.entities}
    for (_, document), reading in zip(annotated, readings, strict=True):
        yield document, reading, linked_mentions(reading, by_id, resolution.entity_of)


def told_claims(
    reading: Reading, document: dict, ontology: Ontology
) -> Iterator[tuple[Claim, list[dict]]]:
    """Yield the claims that may tell events, each with the annotated events of its trigger."""
    marks = [mark for mark in document["mentions"] if mark["id"] in document["events"]]
    for claim in reading.claims:
        at = claim.trigger
        is_short = len(at.of(reading.article.text).split()) <= LONGEST_TRIGGER
        if not claim.signs or not is_short or not event_classes(claim, ontology):
            continue
        told = {mark["id"] for mark in marks if at.start < mark["end"] and mark["start"] < at.end}
        if told:
            yield claim, [document["events"][name] for name in sorted(told)]


def things_of(reading: Reading, linked: LinkedMentions, document: dict) -> dict[str, str]:
    """Return which annotated thing most mentions of an entity mean, by the entity's id."""
    marks = [mark for mark in document["mentions"] if mark["id"] in document["entities"]]
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for chain in reading.chains:
        for mention in chain.mentions:
            entity, thing = linked.of(mention), _thing_at(mention.passage, marks)
            if entity is not None and thing:
                counts[entity.id][thing] += 1
    return {entity: count.most_common(1)[0][0] for entity, count in counts.items()}


def _thing_at(passage: Passage, marks: Sequence[dict]) -> str:
    best, found = SAME, ""
    for mark in marks:
        common = min(passage.end, mark["end"]) - max(passage.start, mark["start"])
        whole = max(passage.end, mark["end"]) - min(passage.start, mark["start"])
        if common / whole >= best:
            best, found = common / whole, mark["id"]
    return found


def is_right(curie: str, thing: str, event: dict) -> bool:
    """Return whether an annotated event has that thing in that role.

    Who is alone in an event may be its agent or its patient.
    """
    roles = event["roles"]
    core = {(role, name) for role in CORE for name in roles.get(role, ())}
    of_thing = {role for role, name in core if name == thing}
    role = curie.partition(":")[2]
    if curie in WHERE:
        wanted = PLACES if curie == AT else (role,)
        return any(thing in roles.get(each, ()) for each in wanted)
    if curie == ACTOR:
        return bool(of_thing)
    if not {role, "participant"}.isdisjoint(of_thing):
        return True
    return len(core) == 1 and bool(of_thing & {"agent", "patient"}) and role != "recipient"


def _floor(chances: np.ndarray, right: np.ndarray) -> float:
    return FLOOR


if __name__ == "__main__":
    by_rules = TABLES / "roles_by_rules.tsv"
    learn(__doc__ or "", Lesson(TABLES / "roles.tsv", cases, REGULARISATION, _floor, by_rules))
