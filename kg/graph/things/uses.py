"""What facts, events and quotations need each thing for."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from kg.model import Event, Fact, Quotation

Uses = Mapping[str, frozenset[str]]  # of an entity, by its id


def uses_of(
    facts: Iterable[Fact], events: Iterable[Event], quotations: Iterable[Quotation]
) -> Uses:
    """Return what facts, events and quotations use each entity for, by its id."""
    uses: dict[str, set[str]] = defaultdict(set)
    for fact in facts:
        uses[fact.subject].add(f"subject of {fact.predicate}")
        if isinstance(fact.object, str):
            uses[fact.object].add(f"object of {fact.predicate}")
    for event in events:
        for curie, filler in event.roles:
            uses[filler].update(_of_role(curie, event))
        for speaker in event.speakers:
            uses[speaker].add("tells of an event")
    for quotation in quotations:
        way = "indirect" if quotation.indirect else "direct"
        uses[quotation.speaker].add(f"speaker, {way}")
        uses[quotation.addressee].add("addressee")
    return {entity: frozenset(found) for entity, found in uses.items() if entity}


def _of_role(curie: str, event: Event) -> Iterator[str]:
    """Yield what it tells of a thing that it has a role in an event."""
    yield curie
    yield f"in {event.factuality}"
    if not event.types:
        yield f"{curie} of no kind"
    if len(event.triggers) > 1:
        yield f"{curie} of what is told again"
