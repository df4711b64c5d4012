"""Places from another sentence: of "the attack", and of what a headline tells.

A definite noun speaks of an event that was told nearby, and a headline tells again what the first
sentences tell. If such a mention has no place, it takes that of the nearest mention of the same
word and kind.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.graph.events.dates import is_headline, is_presupposed
from kg.graph.events.event_mention import EventMention
from kg.model import Article, Passage

NEAR = 20  # mentions of events before and after that are looked at
FAR = 2  # sentences with events, at most, between the two mentions


def with_known_places(mentions: Sequence[EventMention], article: Article) -> list[EventMention]:
    """Return the mentions of events in one article, those without a place with a known one."""
    sentences = sorted({mention.evidence for mention in mentions})
    number_of = {passage: number for number, passage in enumerate(sentences)}
    done: list[EventMention] = []
    for at, mention in enumerate(mentions):
        if not mention.places and _is_known(mention, article):
            around = mentions[max(0, at - NEAR) : at + NEAR]
            mention = _placed(mention, around, number_of)
        done.append(mention)
    return done


def _is_known(mention: EventMention, article: Article) -> bool:
    """Return whether a mention speaks of an event that is told elsewhere in the article."""
    return is_presupposed(mention, article) or is_headline(mention.trigger, article)


def _placed(
    mention: EventMention, around: Sequence[EventMention], number_of: dict[Passage, int]
) -> EventMention:
    """Return a mention with the place of the nearest that can tell of the same event."""
    own = number_of[mention.evidence]
    like = list(_like(mention, around))
    away = [abs(number_of[other.evidence] - own) for other in like]
    if not away or min(away) > FAR:
        return mention
    nearest = like[away.index(min(away))]
    return replace(mention, known_places=nearest.places)


def _like(mention: EventMention, around: Sequence[EventMention]) -> Iterator[EventMention]:
    """Yield the mentions with a place that are of the same word and kind, and as real."""
    word = _word(mention)
    for other in around:
        if _word(other) != word or other.factuality.stands != mention.factuality.stands:
            continue
        if other.places and not set(mention.classes).isdisjoint(other.classes):
            yield other


def _word(mention: EventMention) -> str:
    return mention.predicate.split()[-1]
