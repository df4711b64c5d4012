"""Events: their mentions, one node for one event, dates, and the parts of a journey."""

from kg.graph.events.coreference import events, reason_of_refusal
from kg.graph.events.dates import with_second_dates
from kg.graph.events.event_mention import EventMention
from kg.graph.events.known_places import with_known_places
from kg.graph.events.mentions import event_mentions

__all__ = [
    "EventMention",
    "event_mentions",
    "events",
    "reason_of_refusal",
    "with_known_places",
    "with_second_dates",
]
