"""The picture of who and where: the foremost facts between people, organisations and places.

Every name and every word is written, and none lies on another: the words of a line are a box like
a name, all boxes are pushed apart inside the frame, and as long as that does not succeed, the least
fact is left out. There is a picture for each of a few widths, the narrow one with fewer facts.
"""

from collections import defaultdict
from collections.abc import (
    Iterable,
    Iterator,
    Mapping,
    Sequence,
)
from dataclasses import dataclass
from itertools import (
    chain,
    pairwise,
    product,
)

import networkx as nx
import numpy as np

from kg.view.bows import (
    Bow,
    before_box,
    bow,
    boxes_crossed,
    path_around,
)
from kg.view.boxes import (
    Box,
    inside,
    overlap,
    pushed_apart,
    spread_over,
)
from kg.view.page_model import Fact, Thing
from kg.view.positions import Positions, stress_layout
from kg.view.prominence import (
    STANDS,
    Prominence,
    heaviest,
    weights_of_facts,
)
from kg.view.story.parts import (
    Line,
    Node,
    Picture,
    Row,
    Size,
)
from kg.view.wording import (
    Labels,
    clause,
    edge_words,
    label_lines,
    wide,
)

NAME_LETTER, WORD_LETTER = 7.9, 6.8  # pixels that a letter of a name or of a line takes at most
USUAL_LETTER, CLOSE = 5.9, 8.0  # pixels that a letter of a line mostly takes, and beside its words
NAME_LINE, WORD_LINE = 17.0, 15.0
MARGIN = 10.0  # pixels between two boxes
RADIUS = 8.0
BIGGER = 5.0  # pixels that the foremost thing's radius is greater
LONG_WORDS = 30  # letters of a line's words in one row
STEM = 4  # letters in which words that come from one another agree: "leads" and "leader"
ROUNDS = 60  # of pushing apart and back into the frame

Ends = frozenset[str]
BoxNumbers = frozenset[int]


# For screens of 1440, 1024 and 390 pixels.
SIZES = (
    Size(
        960,
        390,
        15,
        16,
    ),
    Size(
        600,
        390,
        10,
        10,
    ),
    Size(
        340,
        390,
        6,
        6,
    ),
)


@dataclass(frozen=True, slots=True)
class _Link:
    """The facts between two things (numbers) as rows of words, the foremost first."""

    ends: tuple[int, int]
    rows: tuple[Row, ...]


def pictures(prominence: Prominence, labels: Labels) -> list[Picture]:
    """Return the pictures of who and where, the widest first."""
    links = list(_links(prominence, labels))
    found = []
    for size in SIZES:
        picture = _picture(prominence, links, size)
        found.append(picture)
    return found


def _links(prominence: Prominence, labels: Labels) -> Iterator[_Link]:
    """Yield the links between two things that have facts, the foremost first."""
    facts = prominence.model.facts
    index = prominence.index
    for numbers in _between(prominence).values():
        first = facts[numbers[0]]
        same_way = [number for number in numbers if facts[number].subject == first.subject]
        words = _words(same_way, facts, labels)
        rows = tuple(words)
        subject = index[first.subject]
        other = index[first.object]
        ends = (subject, other)
        yield _Link(ends, rows)


def _between(prominence: Prominence) -> Mapping[Ends, Sequence[int]]:
    """Return the facts (numbers) between every two things that have any, the foremost first."""
    weights = weights_of_facts(prominence, STANDS)
    facts = prominence.model.facts
    between = defaultdict[Ends, list[int]](list)
    for number in heaviest(weights):
        if weights[number] > 0:
            fact = facts[number]
            ends = frozenset((fact.subject, fact.object))
            between[ends].append(number)
    return between


def _words(numbers: Iterable[int], facts: Sequence[Fact], labels: Labels) -> Iterator[Row]:
    """Yield the words of a line in rows: one for each fact, and one for what it is as."""
    for number in numbers:
        fact = facts[number]
        sentence_words = clause(fact.predicate, labels)
        words = edge_words(sentence_words)
        yield number, _short(words)
        post = _short(fact.role)
        if post and _stem(post) != _stem(words):
            yield number, f"({post})"


def _stem(words: str) -> str:
    """Return the letters by which words that come from one another are known."""
    start = words[:STEM]
    return start.casefold()


def _short(words: str) -> str:
    """Return words that fit a row."""
    if len(words) <= LONG_WORDS:
        return words
    start = words[: LONG_WORDS - 1]
    return f"{start}…"


def _picture(prominence: Prominence, links: Sequence[_Link], size: Size) -> Picture:
    """Return the picture with as many of the foremost links as find room in it.

    Of the ways to lay them into the frame, it is the one in which fewest lines run through the name
    or words of others.
    """
    chosen = _chosen(links, size)
    while chosen:
        drawing = _Drawing(prominence, chosen, size)
        ways = list(drawing.ways())
        if ways:
            best = min(ways, key=drawing.crossings)
            return drawing.picture(best)
        chosen.pop()
    return Picture(size.width, size.height)


def _chosen(links: Sequence[_Link], size: Size) -> list[_Link]:
    """Return the foremost links of as many things and lines as a picture has at most."""
    things: set[int] = set()
    chosen: list[_Link] = []
    for link in links:
        together = things.union(link.ends)
        if len(together) <= size.things:
            things = together
            chosen.append(link)
    return chosen[: size.lines]


class _Drawing:
    """An arrangement of links in a frame: things first, then the words of the links."""

    def __init__(self, prominence: Prominence, links: Sequence[_Link], size: Size):
        self._things: Sequence[Thing] = prominence.model.things
        self._links = links
        self._size = size
        self._nodes = _ends(links, prominence)
        self._radii = _radii(self._nodes, prominence)
        self._names: dict[int, Sequence[str]] = {}
        self._boxes: list[Box] = []
        for thing in self._nodes:
            self._names[thing] = label_lines(self._things[thing].name)
            box = self._box_of_name(thing)
            self._boxes.append(box)
        for link in links:
            box = _box_of_words(link.rows)
            self._boxes.append(box)

    def _box_of_name(self, thing: int) -> Box:
        """Return the room of a thing with its name below it."""
        lines = self._names[thing]
        radius = self._radii[thing]
        diameter = 2 * radius
        longest = max(map(wide, lines))
        width = max(diameter, longest * NAME_LETTER)
        height = diameter + len(lines) * NAME_LINE
        return Box(radius, width + MARGIN, height + MARGIN)

    def _first_positions(self) -> Positions:
        """Return positions by the lengths of paths, spread over the frame."""
        graph = nx.Graph()
        count = len(self._boxes)
        graph.add_nodes_from(range(count))
        number = {thing: at for at, thing in enumerate(self._nodes)}
        for at, link in enumerate(self._links, len(self._nodes)):
            for end in link.ends:
                graph.add_edge(number[end], at)
        parts = nx.connected_components(graph)
        heads = sorted(map(min, parts))
        graph.add_edges_from(pairwise(heads))
        nodes = list(graph)
        positions = stress_layout(graph, nodes)
        return spread_over(positions, self._size.extent)

    def ways(self) -> Iterator[Positions]:
        """Yield the ways to lay all boxes into the frame so that none lies on another."""
        extent = np.array(self._size.extent)
        upright = self._first_positions() / extent
        for shares in (upright, np.fliplr(upright)):
            for turned in product((0, 1), repeat=2):
                mirrored = abs(np.array(turned) - shares)
                positions = self._with_room(mirrored * extent)
                if positions is not None:
                    yield positions

    def _with_room(self, positions: Positions) -> Positions | None:
        """Return the positions with all boxes apart in the frame; None if that does not succeed."""
        for _ in range(ROUNDS):
            pushed = pushed_apart(positions, self._boxes)
            positions = inside(pushed, self._boxes, self._size.extent)
            if not overlap(positions, self._boxes):
                return positions
        return None

    def crossings(self, positions: Positions) -> int:
        """Return how often a line runs through the name or the words of others."""
        found = 0
        for own, line in self._bows(positions):
            crossed = boxes_crossed(line, positions, self._boxes)
            found += len(crossed.difference(own))
        return found

    def _bows(self, positions: Positions) -> Iterator[tuple[BoxNumbers, Bow]]:
        """Yield the bow of each link, with the numbers of the boxes that it belongs to."""
        number = {thing: at for at, thing in enumerate(self._nodes)}
        for words, link in enumerate(self._links, len(self._nodes)):
            first, second = map(number.__getitem__, link.ends)
            whole = bow(positions[first], positions[words], positions[second])
            yield frozenset((first, words, second)), before_box(whole, self._boxes[second])

    def _paths(self, positions: Positions) -> Iterator[str]:
        """Yield the path of each link, which leaves out its words and the name it starts at."""
        number = {thing: at for at, thing in enumerate(self._nodes)}
        bows = self._bows(positions)
        for words, link in enumerate(self._links, len(self._nodes)):
            _, line = next(bows)
            own = self._boxes[number[link.ends[0]]]
            room = _close_box_of_words(link.rows)
            yield path_around(line, own, positions[words], room)

    def picture(self, positions: Positions) -> Picture:
        """Return the picture with all boxes at these positions."""
        rounded = positions.round()
        places = iter(rounded.astype(int).tolist())
        nodes = []
        for thing in self._nodes:
            x, y = next(places)
            radius = round(self._radii[thing], 1)
            names = self._names[thing]
            nodes.append(Node(thing, x, y, radius, names))
        lines = []
        paths = self._paths(rounded)
        for link, path, (x, y) in zip(self._links, paths, places, strict=True):
            lines.append(Line(x, y, link.rows, path))
        return Picture(self._size.width, self._size.height, nodes, lines)


def _ends(links: Iterable[_Link], prominence: Prominence) -> list[int]:
    """Return the things of links, the foremost first."""
    weights = prominence.of_things
    ends = chain.from_iterable(link.ends for link in links)
    own = {end: weights[end] for end in ends}
    return heaviest(own)


def _radii(things: Sequence[int], prominence: Prominence) -> Mapping[int, float]:
    """Return the radius of each thing, the foremost of which come first."""
    weights = prominence.of_things
    foremost, *_ = things
    most = weights[foremost] or 1.0
    radii = {}
    for thing in things:
        share = weights[thing] / most
        radii[thing] = RADIUS + BIGGER * share
    return radii


def _close_box_of_words(rows: Sequence[Row]) -> Box:
    """Return what the words of a line themselves take: the line itself ends there."""
    longest = max(wide(words) for _, words in rows)
    height = len(rows) * WORD_LINE
    return Box(height / 2, longest * USUAL_LETTER + CLOSE, height)


def _box_of_words(rows: Sequence[Row]) -> Box:
    """Return the room of the words of a line, around its middle."""
    longest = max(wide(words) for _, words in rows)
    width = longest * WORD_LETTER + MARGIN
    height = len(rows) * WORD_LINE + MARGIN
    half = height / 2
    return Box(half, width, height)
