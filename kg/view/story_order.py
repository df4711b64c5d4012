"""The order of the story: by day, a whole before its parts, then as the articles tell it.

A headline and a first sentence sum up: they tell of a journey that it ended before they tell that
it began. What is part of a whole therefore stands where the text tells it again. What is told
"after" something else in its sentence was before it.
"""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import filterfalse
from operator import itemgetter

from kg.lang.en import word_list
from kg.view.kinds import Kind
from kg.view.news import News
from kg.view.page_model import Thing
from kg.view.prominence import Prominence

LONG_WORD = 4  # letters of a word by which an event is found in its sentence
ENDING = "s"  # of a verb, which the sentence may not have: "suspends" and "suspended"
PART_OF = "sem:subEventOf"


def _words_of(name: str) -> str:
    """Return a pattern of the words of a class of phrases."""
    words = map(re.escape, word_list("phrases", name))
    return rf"\b(?:{'|'.join(words)})\b"


TOLD_ON = re.compile(_words_of("told-on"), re.IGNORECASE)
TOLD_BACK = re.compile(_words_of("told-back"), re.IGNORECASE)
TOLD_NEXT = re.compile(rf"[,;:–—]|{_words_of('told-next')}", re.IGNORECASE)

# The rank of a document, where in it a passage begins, where in that the words of an event do;
# for what stands behind that in another article, the same for its own place.
Place = tuple[int, ...]
Order = tuple[str, bool, Place]
NOWHERE: Place = (0, 0, 0)


class StoryOrder:
    """The places of the events of a page in its story."""

    def __init__(self, prominence: Prominence):
        self._prominence = prominence
        self._news: News = prominence.news
        model = prominence.model
        self._things = model.things
        self._documents = model.documents
        self._rank = {document.iri: rank for rank, document in enumerate(model.documents)}
        part_of = [fact for fact in model.facts if fact.predicate == PART_OF]
        self._parts = {fact.subject for fact in part_of}
        self._wholes = {fact.object for fact in part_of}
        self._told_before = self._shared_places()

    def of(self, event: int) -> Order:
        """Return what puts events in order: their day, else that of the article, then the text."""
        thing = self._things[event]
        place = self._place(thing)
        day = thing.start or "".join(thing.within[:1]) or self._day(place)
        return day, thing.iri not in self._wholes, self._among_others(place)

    def _place(self, event: Thing) -> Place:
        """Return the place of an event in the first document that tells of it.

        That is where its own words stand. What is part of a whole has it behind what sums up.
        """
        own = self._own_words(event)
        is_part = event.iri in self._parts
        found = []
        for passage in event.evidence.passages if event.evidence else ():
            rank = self._rank.get(passage.document, 0)
            at = first_of(own, passage.text)
            sums_up = is_part and self._news.is_foremost(passage)
            within = _within(passage.text, at)
            found.append((rank, at < 0, sums_up, passage.start, within))
        if not found:
            return NOWHERE
        rank, *_, start, within = min(found)
        return rank, start, within

    def _shared_places(self) -> Mapping[int, list[tuple[int, Place]]]:
        """Return where in each document (its rank) stands what an earlier one tells, too.

        Each comes with its place there.
        """
        shared = defaultdict[int, list[tuple[int, Place]]](list)
        for thing in self._things:
            if thing.kind != Kind.EVENT or thing.evidence is None:
                continue
            place = self._place(thing)
            for passage in thing.evidence.passages:
                rank = self._rank.get(passage.document, 0)
                if rank > place[0]:
                    shared[rank].append((passage.start, place))
        return {rank: sorted(places) for rank, places in shared.items()}

    def _among_others(self, place: Place) -> Place:
        """Return a place behind what an earlier article tells, too, and its own tells before."""
        rank, start, _ = place
        shared = self._told_before.get(rank, ())
        before = bisect_right(shared, start, key=itemgetter(0))
        if not before:
            return place
        _, other = shared[before - 1]
        return (*other, *place)

    def _day(self, place: Place) -> str:
        """Return the day of the news in the document of a place."""
        rank, *_ = place
        if rank >= len(self._documents):
            return ""
        return self._news.days[self._documents[rank].iri]

    def _own_words(self, event: Thing) -> list[str]:
        """Return the long words of the name of an event, without those of who takes part."""
        others: set[str] = set()
        for end in self._prominence.ends_of_events.get(event.iri, ()):
            name = self._things[end].name.casefold()
            others.update(name.split())
        words = event.name.casefold()
        own = filterfalse(others.__contains__, words.split())
        return [word.removesuffix(ENDING) for word in own if len(word) >= LONG_WORD]


def _within(sentence: str, at: int) -> int:
    """Return the place of something in a sentence: the end of it if that is not known (-1)."""
    length = len(sentence)
    if at < 0:
        return length
    return at - length if is_told_back(sentence, at) else at


def first_of(words: Iterable[str], text: str) -> int:
    """Return where the first of these words that a text has stands in it; -1 if it has none."""
    small = text.casefold()
    places = map(small.find, words)
    return next((place for place in places if place >= 0), -1)


def is_told_back(sentence: str, at: int) -> bool:
    """Return whether what stands at a place of a sentence was before what it says in front.

    >>> is_told_back("Lund quit after Berg sued.", 21)
    True
    >>> is_told_back("After Berg sued, Lund quit.", 11)
    False
    """
    for back in TOLD_BACK.finditer(sentence, 0, at):
        between = TOLD_ON.sub("", sentence[back.end() : at])
        if back.start() > 0 and not TOLD_NEXT.search(between):
            return True
    return False
