"""The weight of things, facts and events in the articles: what a reader should be told first.

What counts is the headline and the lead, how often something is mentioned, in how many articles,
and how sure it is; not merely the last.
"""

import math
from collections import Counter
from collections.abc import (
    Collection,
    Iterable,
    Iterator,
    Mapping,
    Sequence,
)
from dataclasses import dataclass
from functools import cached_property

from kg.model import Factuality
from kg.view.highlights import HighlightsByDocument
from kg.view.kinds import Kind
from kg.view.news import News
from kg.view.page_model import (
    Document,
    Evidence,
    Fact,
    NumberByIri,
    PageModel,
    Thing,
)
from kg.view.said_together import drawn_apart, is_inferred

IN_LEAD = 2.0  # mentions that the first one counts for if it stands in the headline or the lead
FOREMOST = 3.0  # of an event that the headline or the first sentence tells
BACKGROUND = 0.3  # of what is no news: where places lie, and of what country a "Chilean navy" is
OF_A_PERSON = 2.0
WITH_POST = 1.5  # of a fact that says as what
SHORTEST_STEM = 4  # letters in which a name can be seen in another
EVEN = 0.5  # what is less sure than this is likelier wrong than right

STANDS = frozenset((Factuality.ASSERTED, Factuality.REPORTED))
# Who can have a lane, and be in the picture of who and where.
ACTORS = frozenset((Kind.PERSON, Kind.GROUP, Kind.ORGANISATION, Kind.PLACE))

Ends = frozenset[int]
Weights = Mapping[int, float]


@dataclass(frozen=True)
class Prominence:
    """The weights of what a page shows; `highlights` are those of each document (IRI).

    `is_exact` says that these are all mentions; otherwise they are the names that were looked for.
    """

    model: PageModel
    highlights: HighlightsByDocument
    is_exact: bool = True

    @cached_property
    def index(self) -> NumberByIri:
        """The number of each thing, by IRI."""
        return self.model.index()

    @cached_property
    def of_things(self) -> Sequence[float]:
        """The weight of each thing: 0 if no article mentions it."""
        weights = [0.0] * len(self.model.things)
        for document in self.model.documents:
            lead = self.news.leads[document.iri]
            for thing, weight in self._in_document(
                document,
                lead,
            ):
                weights[thing] += weight
        return weights

    @cached_property
    def news(self) -> News:
        """The news of each article."""
        return News(self.model)

    @cached_property
    def ends_of_events(self) -> Mapping[str, Ends]:
        """The things that take part in each event (IRI)."""
        ends: dict[str, set[int]] = {}
        for fact in self.model.facts:
            if fact.of_event and fact.object in self.index:
                ends.setdefault(
                    fact.subject,
                    set(),
                ).add(self.index[fact.object])
        return {event: frozenset(found) for event, found in ends.items()}

    @cached_property
    def apart(self) -> frozenset[int]:
        """The facts (numbers) of which no passage mentions both ends, as far as that is known."""
        known = self.highlights if self.is_exact else None
        return drawn_apart(self.model, known)

    def _in_document(self, document: Document, lead: int) -> Iterator[tuple[int, float]]:
        """Yield the things that a document mentions, with the weight that it gives them."""
        found = self.highlights.get(document.iri, ())
        in_lead = {each.thing for each in found if each.start < lead}
        for thing, count in Counter(each.thing for each in found).items():
            first = IN_LEAD if thing in in_lead else 0.0
            yield thing, math.sqrt(count + first)

    def of_fact(self, fact: Fact) -> float:
        """Return the weight of a fact between two things.

        People come first, and their posts; what is no news hardly counts.
        """
        ends = self._ends(fact)
        weight = self._of_evidence(
            fact.evidence,
            ends,
        )
        if any(self.model.things[end].kind == Kind.PERSON for end in ends):
            weight *= OF_A_PERSON
        if self.is_background(fact):
            weight *= BACKGROUND
        if fact.role:
            weight *= WITH_POST
        return weight

    def _ends(self, fact: Fact) -> tuple[int, int]:
        """Return the numbers of the two things of a fact."""
        subject = self.index[fact.subject]
        other = self.index[fact.object]
        return subject, other

    def is_background(self, fact: Fact) -> bool:
        """Return whether a fact between two things is no news."""
        one, other = self._ends(fact)
        return is_background(
            self.model.things[one],
            self.model.things[other],
        )

    def of_event(self, event: Thing) -> float:
        """Return the weight of an event: 0 if nobody takes part."""
        ends = self.ends_of_events.get(
            event.iri,
            frozenset(),
        )
        return self._of_evidence(
            event.evidence,
            ends,
        )

    def of_news(self, event: Thing) -> float:
        """Return the weight of an event as news.

        What the headline or the first sentence says is the news, and what was long before is not.
        """
        weight = self.of_event(event)
        passages = event.evidence.passages if event.evidence else ()
        if any(map(self.news.is_foremost, passages)):
            weight *= FOREMOST
        if self.news.is_past(event):
            weight *= BACKGROUND
        return weight

    def _of_evidence(self, evidence: Evidence | None, ends: Iterable[int]) -> float:
        """Return the weight of what is told of some things: 0 if no article says so."""
        if evidence is None:
            return 0.0
        known = sum(
            map(
                self.of_things.__getitem__,
                ends,
            )
        )
        sure = evidence.confidence or 0.0
        weight = evidence.articles * sure * math.log1p(known)
        if any(
            map(
                self.news.is_in_lead,
                evidence.passages,
            )
        ):
            weight *= IN_LEAD
        return weight


def is_background(one: Thing, other: Thing) -> bool:
    """Return whether a fact between two things is no news: geography, or what a name says.

    >>> is_background(Thing("a", "place", "Chile"), Thing("b", "organisation", "Chilean Navy"))
    True
    >>> is_background(Thing("a", "place", "Peru"), Thing("b", "person", "Ada Lund"))
    False
    """
    if one.kind == other.kind == Kind.PLACE:
        return True
    name = one.name.casefold()
    other_name = other.name.casefold()
    short, long = sorted(
        (name, other_name),
        key=len,
    )
    stem = short[:-1] if len(short) > SHORTEST_STEM else short
    if len(stem) < SHORTEST_STEM:
        return False
    return any(word.startswith(stem) for word in long.split())


def heaviest(weights: Weights) -> list[int]:
    """Return the numbers in order of weight, the greatest first."""
    numbers = sorted(weights)
    numbers.sort(
        key=weights.__getitem__,
        reverse=True,
    )
    return numbers


def manner_of(evidence: Evidence | None) -> str:
    """Return how something is said; empty if the graph does not tell."""
    if evidence is None:
        return ""
    return evidence.factuality


def is_unsure(evidence: Evidence | None) -> bool:
    """Return whether something is likelier wrong than right, as far as the graph tells.

    >>> is_unsure(Evidence(confidence=0.3)), is_unsure(Evidence(confidence=0.5)), is_unsure(None)
    (True, False, False)
    """
    if evidence is None or evidence.confidence is None:
        return False
    return evidence.confidence < EVEN


def weights_of_facts(prominence: Prominence, manners: Collection[str]) -> dict[int, float]:
    """Return the weights of the facts between people, places and the like, told in these ways.

    Those are facts that a passage says, with both their ends in it, and that are not unsure.
    """
    weights = {}
    for number, fact in enumerate(prominence.model.facts):
        if number in prominence.apart or manner_of(fact.evidence) not in manners:
            continue
        if is_unsure(fact.evidence):
            continue
        if _is_of_actors(
            fact,
            prominence,
        ) and not is_inferred(fact.evidence):
            weights[number] = prominence.of_fact(fact)
    return weights


def _is_of_actors(fact: Fact, prominence: Prominence) -> bool:
    """Return whether a fact is between people, places and the like."""
    things = prominence.model.things
    for iri in (fact.subject, fact.object):
        number = prominence.index.get(iri)
        if number is None or things[number].kind not in ACTORS:
            return False
    return True
