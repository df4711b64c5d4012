"""Writes kg/view/page/countries.json, the outlines of the page's map.

They are Natural Earth's countries as world-atlas packs them.

npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz
python tools/make_outlines.py package/countries-50m.json

Natural Earth (naturalearthdata.com) is in the public domain; world-atlas 2.0.2 (ISC licence) is its
TopoJSON form. Lines between two countries are arcs that both share, so simplifying them leaves no
gaps. Coordinates become whole hundredths of a degree, each as its distance from the one before.

Source: Douglas & Peucker 1973 (which points of a line to keep).
"""

import json
import sys
from itertools import pairwise
from pathlib import Path
from typing import Any

OUTLINES = Path(__file__).parent.parent / "kg" / "view" / "page" / "countries.json"
STEPS = 100  # per degree: a step is about a kilometre
TOLERANCE = 9.0  # steps that a simplified line may lie beside the true one
SMALLEST = 30.0  # steps across: islands below that are left out, unless they are a whole country

Point = tuple[int, int]
Line = list[Point]


def outlines(topology: dict[str, Any]) -> dict[str, Any]:
    """Return the arcs and, for each country, its name and its rings as numbers of arcs.

    The number -1 - n is the arc n backwards.
    """
    arcs = [simplified(arc) for arc in decoded(topology)]
    countries = [
        (shape["properties"]["name"], rings_of(shape, arcs))
        for shape in topology["objects"]["countries"]["geometries"]
    ]
    used = sorted({number_of(arc) for _, rings in countries for ring in rings for arc in ring})
    place = {arc: at for at, arc in enumerate(used)}
    renumbered = [
        [name, [[moved(arc, place) for arc in ring] for ring in rings]]
        for name, rings in sorted(countries)
    ]
    return {"steps": STEPS, "arcs": [flat(arcs[arc]) for arc in used], "countries": renumbered}


def decoded(topology: dict[str, Any]) -> list[Line]:
    """Return the arcs in steps of the globe instead of the distances of TopoJSON."""
    (scale_x, scale_y), (move_x, move_y) = (
        topology["transform"]["scale"],
        topology["transform"]["translate"],
    )
    found = []
    for arc in topology["arcs"]:
        x = y = 0
        line: Line = []
        for step_x, step_y in arc:
            x, y = x + step_x, y + step_y
            line.append(
                (round((x * scale_x + move_x) * STEPS), round((y * scale_y + move_y) * STEPS))
            )
        found.append(line)
    return found


def rings_of(shape: dict[str, Any], arcs: list[Line]) -> list[list[int]]:
    """Return the rings of a country that are large enough to be seen.

    If all its islands are small, it is the largest.
    """
    polygons = shape["arcs"] if shape["type"] == "MultiPolygon" else [shape["arcs"]]
    rings = [ring for polygon in polygons for ring in polygon]
    rings.sort(key=lambda ring: -extent(ring, arcs))
    return [ring for at, ring in enumerate(rings) if at == 0 or extent(ring, arcs) >= SMALLEST]


def extent(ring: list[int], arcs: list[Line]) -> float:
    """Return the width or the height of a ring in steps, the greater of the two."""
    points = [point for arc in ring for point in arcs[number_of(arc)]]
    xs, ys = zip(*points, strict=True)
    return float(max(max(xs) - min(xs), max(ys) - min(ys)))


def simplified(line: Line) -> Line:
    """Return the line without points within the tolerance of a straight line between others."""
    kept, waiting = {0, len(line) - 1}, [(0, len(line) - 1)]
    while waiting:
        first, last = waiting.pop()
        farthest = max(
            range(first + 1, last),
            key=lambda at: distance(line[at], line[first], line[last]),
            default=0,
        )
        if farthest and distance(line[farthest], line[first], line[last]) > TOLERANCE:
            kept.add(farthest)
            waiting += [(first, farthest), (farthest, last)]
    return [line[at] for at in sorted(kept)]


def distance(point: Point, start: Point, end: Point) -> float:
    """Return the distance of a point from a straight line between two points."""
    across, up = end[0] - start[0], end[1] - start[1]
    length = across * across + up * up
    along = (
        ((point[0] - start[0]) * across + (point[1] - start[1]) * up) / length if length else 0.0
    )
    nearest = min(1.0, max(0.0, along))
    return float(
        ((point[0] - start[0] - nearest * across) ** 2 + (point[1] - start[1] - nearest * up) ** 2)
        ** 0.5
    )


def number_of(arc: int) -> int:
    """Return the arc that a ring runs along, in either direction."""
    return arc if arc >= 0 else -1 - arc


def moved(arc: int, place: dict[int, int]) -> int:
    """Return the new number of an arc, in the same direction."""
    return place[arc] if arc >= 0 else -1 - place[number_of(arc)]


def flat(line: Line) -> list[int]:
    """Return the first point, then the distance of each from the one before."""
    steps = [(to[0] - start[0], to[1] - start[1]) for start, to in pairwise(line)]
    return [number for point in (line[0], *steps) for number in point]


def main() -> None:
    """Read the file that is named, write the package's."""
    topology = json.loads(Path(sys.argv[1]).read_text("utf-8"))
    OUTLINES.write_text(
        json.dumps(outlines(topology), ensure_ascii=False, separators=(",", ":")) + "\n", "utf-8"
    )
    print(f"{OUTLINES}: {OUTLINES.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
