// @ts-check
/** The outlines of the countries as lines on the globe. */
import { outlines } from "./data.js";

/** Points of the outlines, decoded once. @type {Float64Array[] | null} */
let lines = null;

/** Every outline as x, y, x, y … in degrees. */
export function coasts() {
  lines ||= decodedOutlines();
  return lines;
}

function decodedOutlines() {
  const { arcs, countries, steps } = outlines;
  const points = arcs.map((arc) => {
    let [x, y] = [0, 0];
    return Float64Array.from(arc, (step, at) => (at % 2 ? (y += step) : (x += step)) / steps);
  });
  const along = (/** @type {number} */ arc) => {
    if (arc >= 0) return [...points[arc]];
    const back = [];
    for (let at = points[-1 - arc].length - 2; at >= 0; at -= 2) back.push(points[-1 - arc][at], points[-1 - arc][at + 1]);
    return back;
  };
  return countries.flatMap(([, rings]) => rings.map((ring) => Float64Array.from(unbroken(ring.flatMap(along)))));
}

/** A ring that goes on over the date line instead of jumping around the globe; one around a pole is closed there. @param {number[]} ring */
function unbroken(ring) {
  let turns = 0;
  const found = ring.slice();
  for (let at = 2; at < ring.length; at += 2) {
    const jump = ring[at] - ring[at - 2];
    if (Math.abs(jump) > 180) turns -= Math.sign(jump);
    found[at] = ring[at] + turns * 360;
  }
  if (turns) found.push(found[found.length - 2], -90, found[0], -90);
  return found;
}

/** A longitude between -180 and 180. @param {number} x */
export function turned180(x) {
  return ((((x + 180) % 360) + 360) % 360) - 180;
}
