// @ts-check
/** The countries as one geometry on the globe, for d3-geo. */
import { geoArea } from "d3-geo";
import { outlines } from "./data.js";

/** @typedef {[number, number]} Point longitude and latitude, in degrees */
/** @typedef {{type: "MultiPolygon", coordinates: Point[][][]}} Land */

/** Decoded once. @type {Land | null} */
let countries = null;

/** Every outline as a polygon. @returns {Land} */
export function land() {
  countries ||= { type: "MultiPolygon", coordinates: decodedOutlines().map((ring) => [ring]) };
  return countries;
}

function decodedOutlines() {
  const { arcs, countries: rings, steps } = outlines;
  const points = arcs.map((arc) => {
    let [x, y] = [0, 0];
    const found = [];
    for (let at = 0; at < arc.length; at += 2) {
      [x, y] = [x + arc[at], y + arc[at + 1]];
      found.push(/** @type {Point} */ ([x / steps, y / steps]));
    }
    return found;
  });
  const along = (/** @type {number} */ arc) => (arc >= 0 ? points[arc] : [...points[-1 - arc]].reverse());
  return rings.flatMap(([, own]) => own.map((ring) => outwards(ring.flatMap(along))));
}

/** A ring in the direction in which d3-geo takes the lesser side for its inside. @param {Point[]} ring */
function outwards(ring) {
  const area = geoArea({ type: "Polygon", coordinates: [ring] });
  return area > 2 * Math.PI ? [...ring].reverse() : ring;
}
