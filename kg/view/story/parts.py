"""The parts of the first screen, as plain values. Things, facts and the like are numbers."""

from collections.abc import Sequence
from dataclasses import dataclass

from kg.view.page_model import Passage, Point

Numbers = list[int]
Row = tuple[int, str]  # a fact (its number), and words of it


@dataclass(frozen=True, slots=True)
class Lane:
    """The deeds of an actor, and what it underwent: events in the order of the story."""

    thing: int
    events: Numbers


@dataclass(frozen=True, slots=True)
class Story:
    """The contents of the first screen, by number.

    `headlines` are documents, and `first_sentence` stands in the foremost of them that has one.
    `events` are the news, the foremost first, and `places` where it was. `denials` are events, and
    `denied` facts, that are said not to be so. `order` has all events in the order of the story,
    and `actors` the foremost of whom each of them tells, -1 for those that tell of nobody.
    """

    headlines: Numbers
    first_sentence: Passage | None
    facts: Numbers
    events: Numbers
    places: Numbers
    quotations: Numbers
    denials: Numbers
    denied: Numbers
    lanes: Sequence[Lane]
    order: Numbers
    actors: Numbers


@dataclass(frozen=True, slots=True)
class Node:
    """A thing (its number) in the picture: where its shape stands, and its name below it."""

    thing: int
    x: int
    y: int
    radius: float
    lines: Sequence[str]


@dataclass(frozen=True, slots=True)
class Line:
    """The facts between two things: rows of words around a point, and the path of the line."""

    x: int
    y: int
    rows: Sequence[Row]
    path: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of one width."""

    width: int
    height: int
    nodes: Sequence[Node] = ()
    lines: Sequence[Line] = ()


@dataclass(frozen=True, slots=True)
class Size:
    """A picture's width and height in pixels, and how many things and lines it has at most."""

    width: int
    height: int
    things: int
    lines: int

    @property
    def extent(self) -> Point:
        """The width and the height."""
        return self.width, self.height
