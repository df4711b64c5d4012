"""Events: their mentions, one node for one event, dates, and the parts of a journey."""

from kg.graph.events.compatibility import are_compatible
from kg.graph.events.coreference import events, reason_of_refusal
from kg.graph.events.dates import candidate_dates, with_second_dates
from kg.graph.events.event_mention import EventMention
from kg.graph.events.lent_places import candidate_places, with_second_places
from kg.graph.events.likeness import may_be_one
from kg.graph.events.link_signs import KnownThings, signs_of_link
from kg.graph.events.links import are_compared, is_possible
from kg.graph.events.mentions import event_mentions
from kg.graph.events.places import AT, with_premises
from kg.graph.events.sameness import candidate_pairs
from kg.graph.events.sameness import signs_of as signs_of_pair
from kg.graph.events.untied import UntiedDates

__all__ = [
    "AT",
    "EventMention",
    "KnownThings",
    "UntiedDates",
    "are_compared",
    "are_compatible",
    "candidate_dates",
    "candidate_pairs",
    "candidate_places",
    "event_mentions",
    "events",
    "is_possible",
    "may_be_one",
    "reason_of_refusal",
    "signs_of_link",
    "signs_of_pair",
    "with_premises",
    "with_second_dates",
    "with_second_places",
]
