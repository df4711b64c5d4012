"""The first screen: in short, who and where, what happened.

Everything is chosen here, and put in the order in which it is told; the page's scripts show of it
what the filters leave.
"""

import heapq
import math
import re
from collections import Counter, defaultdict
from collections.abc import (
    Callable,
    Collection,
    Iterable,
    Iterator,
    Mapping,
    Set,
)

from kg.model import Factuality
from kg.view.kinds import Kind
from kg.view.page_model import Passage, Quotation
from kg.view.prominence import (
    ACTORS,
    STANDS,
    Prominence,
    heaviest,
    is_unsure,
    manner_of,
    weights_of_facts,
)
from kg.view.story.parts import (
    Lane,
    Numbers,
    Story,
)
from kg.view.story_order import LONG_WORD, StoryOrder

HEADLINES = 3
FACTS, OF_ONE_THING = 4, 2  # facts in short, and how many of them may be about one thing
EVENTS, OF_ONE_ACTOR = 3, 2
PLACES = 4
OF_A_FACT = 1.5  # of a place that a fact or an event leads to
NAMED_OFTEN = 1.5  # weight of a place that the lead names, or the text three times
QUOTATIONS, OF_ONE_SPEAKER = 4, 2
DENIALS = 4
TELLING, LEAST_TELLING = 4, 2  # words that tell what happened; a name of fewer tells less
LANES = 5  # actors of whom it is told what happened
IN_LANE = 12  # events of an actor
INDIRECT = 0.5  # of the weight of a quotation that is not word for word
ALIKE = 0.5  # share of the words of two quotations from which on they are one, told twice

NAMED = frozenset((Kind.PERSON, Kind.ORGANISATION))  # who has a lane even of one event
DENIED = frozenset((Factuality.DENIED,))
DOERS = frozenset(("kg:agent", "kg:patient", "sem:hasActor"))
WORD = re.compile(r"\w+")

Weights = Mapping[int, float]
Bearers = Callable[[int], Iterable[object]]  # what is told is about, of which none may fill a list


def story(prominence: Prominence) -> Story:
    """Return the story of a page."""
    events = _Events(prominence)
    news = events.news()
    told_once = events.told_once(heaviest(news))
    foremost = _foremost(told_once, news, events.actors, OF_ONE_ACTOR)
    denials = events.of_manners(DENIED)
    denied = weights_of_facts(prominence, DENIED)
    not_so = heaviest(denied)
    lanes = list(events.lanes())
    order = events.in_order()
    headlines = _headlines(prominence)
    return Story(
        headlines=headlines,
        first_sentence=_first_sentence(prominence, headlines),
        facts=_facts_in_short(prominence),
        events=foremost[:EVENTS],
        places=_places(prominence),
        quotations=_quotations(prominence),
        denials=denials[:DENIALS],
        denied=not_so[:DENIALS],
        lanes=lanes,
        order=order,
        actors=list(map(events.foremost_actor, order)),
    )


def _foremost(ranked: Iterable[int], weights: Weights, bearers: Bearers, most: int) -> Numbers:
    """Return what is of any weight, in this order, only so much of it about one bearer."""
    told = Counter[object]()
    chosen = []
    for number in ranked:
        own = list(bearers(number))
        often = max((told[bearer] for bearer in own), default=0)
        if weights[number] > 0 and often < most:
            told.update(own)
            chosen.append(number)
    return chosen


class _Events:
    """The events of a story, except for acts of speaking, of which the quotations tell."""

    def __init__(self, prominence: Prominence):
        self._prominence = prominence
        self._things = prominence.model.things
        self.order = StoryOrder(prominence).of
        self.weights: dict[int, float] = {}
        for number, thing in enumerate(self._things):
            if thing.kind == Kind.EVENT and not thing.talk:
                self.weights[number] = prominence.of_event(thing)
        self._doers = defaultdict[int, set[int]](set)
        self._find_doers()
        self._foremost = self._foremost_actors()

    def _find_doers(self) -> None:
        """Find who takes part in each event, whom it is told of: not merely where it was."""
        index = self._prominence.index
        for fact in self._prominence.model.facts:
            doer = index.get(fact.object)
            if fact.predicate not in DOERS or doer is None:
                continue
            if self._things[doer].kind in ACTORS:
                event = index[fact.subject]
                self._doers[event].add(doer)

    def is_unsure(self, event: int) -> bool:
        """Return whether an event is likelier none than one."""
        return is_unsure(self._things[event].evidence)

    def news(self) -> Weights:
        """Return the weights, as news, of the events that took place and are not unsure."""
        weights = {}
        for event in self.of_manners(STANDS):
            if not self.is_unsure(event):
                words = [word for word in self._own_words(event) if len(word) >= LONG_WORD]
                telling = LEAST_TELLING + min(len(words), TELLING)
                weights[event] = self._prominence.of_news(self._things[event]) * telling
        return weights

    def _own_words(self, event: int) -> Set[str]:
        """Return the words of the name of an event, without those of whom it is told."""
        others = (_words(self._things[actor].name) for actor in self.actors(event))
        own = set(_words(self._things[event].name))
        return own.difference(*others)

    def told_once(self, ranked: Iterable[int]) -> Iterator[int]:
        """Yield those events that do not say of a day what one before them says with more words."""
        told: list[tuple[str, Set[str]]] = []
        for event in ranked:
            day, *_ = self.order(event)
            own = self._own_words(event)
            same_day = [words for other, words in told if other == day]
            if not any(own <= words or own >= words for words in same_day):
                told.append((day, own))
                yield event

    def of_manners(self, manners: Collection[str]) -> Numbers:
        """Return the events that are told in one of these ways, those of most weight first."""
        found = []
        for number in heaviest(self.weights):
            evidence = self._things[number].evidence
            if manner_of(evidence) in manners:
                found.append(number)
        return found

    def actors(self, event: int) -> Set[int]:
        """Return who takes part in an event."""
        return self._doers[event]

    def in_order(self) -> Numbers:
        """Return all events in the order of the story, acts of speaking too."""
        things = enumerate(self._things)
        events = [number for number, thing in things if thing.kind == Kind.EVENT]
        return sorted(events, key=self.order)

    def foremost_actor(self, event: int) -> int:
        """Return the foremost of those who take part in an event; -1 if nobody does."""
        return self._foremost.get(event, -1)

    def _foremost_actors(self) -> Mapping[int, int]:
        """Return the actor of whom each event is told: whoever most is told of, then the next one.

        Of the events that are left to none yet, whoever takes part in those of most weight has all.
        """
        own = defaultdict[int, Numbers](list)
        for event, doers in self._doers.items():
            for doer in doers:
                own[doer].append(event)
        found: dict[int, int] = {}
        waiting = sorted((-math.inf, -self._prominence.of_things[doer], doer) for doer in own)
        while waiting:
            _, rest, doer = heapq.heappop(waiting)
            left = [event for event in own[doer] if event not in found]
            told = -sum(self.weights.get(event, 0.0) for event in left)
            if waiting and (told, rest) > waiting[0][:2]:
                heapq.heappush(waiting, (told, rest, doer))
            else:
                found |= dict.fromkeys(left, doer)
        return found

    def lanes(self) -> Iterator[Lane]:
        """Yield the lanes of the main actors: an event is told once, of the foremost of its own."""
        lanes = self._events_of_actors()
        told = {}
        for actor, events in lanes.items():
            if len(events) > 1 or self._things[actor].kind in NAMED:
                told[actor] = sum(map(self.weights.__getitem__, events))
        foremost = heaviest(told)
        for actor in foremost[:LANES]:
            events = lanes[actor][:IN_LANE]
            events.sort(key=self.order)
            yield Lane(actor, events)

    def _events_of_actors(self) -> Mapping[int, Numbers]:
        """Return the events of each actor that is the foremost in them, the weightiest first."""
        lanes = defaultdict[int, Numbers](list)
        for event in heaviest(self.weights):
            foremost = self.foremost_actor(event)
            if foremost >= 0 and self.weights[event] > 0:
                lanes[foremost].append(event)
        return lanes


def _words(text: str) -> list[str]:
    """Return the words of a text, in small letters."""
    small = text.casefold()
    return WORD.findall(small)


def _headlines(prominence: Prominence) -> Numbers:
    """Return the documents that speak most of what all of them speak of."""
    index = prominence.index
    weights = {}
    for number, document in enumerate(prominence.model.documents):
        known = filter(index.__contains__, document.mentions)
        things = set(map(index.__getitem__, known))
        weights[number] = sum(map(prominence.of_things.__getitem__, things))
    foremost = heaviest(weights)
    return foremost[:HEADLINES]


def _first_sentence(prominence: Prominence, headlines: Iterable[int]) -> Passage | None:
    """Return the first sentence of the foremost of these documents that has one."""
    documents = prominence.model.documents
    sentences = prominence.news.first_sentences
    for number in headlines:
        found = sentences.get(documents[number].iri)
        if found is not None:
            return found
    return None


def _places(prominence: Prominence) -> Numbers:
    """Return the foremost places that have a name of their own, those first that facts lead to.

    One of which nothing is told counts if the lead names it, or the text often.
    """
    things = prominence.model.things
    told = {prominence.index.get(fact.object) for fact in prominence.model.facts}
    weights = {}
    for place, thing in enumerate(things):
        weight = prominence.of_things[place]
        if thing.kind != Kind.PLACE or thing.name[:1].islower():
            continue
        if place in told or weight >= NAMED_OFTEN:
            weights[place] = weight * (OF_A_FACT if place in told else 1.0)
    named = [place for place in heaviest(weights) if weights[place] > 0]
    return named[:PLACES]


def _facts_in_short(prominence: Prominence) -> Numbers:
    """Return the facts that are told in short: of two things one, and none that is no news."""
    facts = prominence.model.facts
    weights = weights_of_facts(prominence, STANDS)
    pairs: set[frozenset[str]] = set()
    ranked = []
    for number in heaviest(weights):
        fact = facts[number]
        pair = frozenset((fact.subject, fact.object))
        if pair not in pairs and not prominence.is_background(fact):
            pairs.add(pair)
            ranked.append(number)
    found = _foremost(ranked, weights, lambda number: (facts[number].subject,), OF_ONE_THING)
    return found[:FACTS]


def _quotations(prominence: Prominence) -> Numbers:
    """Return the quotations of the foremost speakers, word for word before others, each once."""
    quotations = prominence.model.quotations
    weights = {}
    for number, quotation in enumerate(quotations):
        if quotation.speaker in prominence.index:
            weights[number] = _weight_of_quotation(quotation, prominence)
    told: Numbers = []
    for number in heaviest(weights):
        others = (quotations[other] for other in told)
        if not _is_told_by(quotations[number], others):
            told.append(number)
    found = _foremost(told, weights, lambda number: (quotations[number].speaker,), OF_ONE_SPEAKER)
    return found[:QUOTATIONS]


def _weight_of_quotation(quotation: Quotation, prominence: Prominence) -> float:
    """Return the weight of a quotation: that of who speaks, less if it is not word for word."""
    number = prominence.index[quotation.speaker]
    speaker = prominence.of_things[number]
    articles = quotation.evidence.articles if quotation.evidence else 1
    exact = INDIRECT if quotation.indirect else 1.0
    return speaker * articles * exact


def _is_told_by(quotation: Quotation, others: Iterable[Quotation]) -> bool:
    """Return whether one of some quotations has so many words of another that they are one."""
    words = set(_words(quotation.text))
    for other in others:
        own = set(_words(other.text))
        fewer = min(len(words), len(own))
        common = words & own
        if len(common) >= ALIKE * max(1, fewer):
            return True
    return False
