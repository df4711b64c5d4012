// @ts-check
/** Which part of the globe a map shows, and where points lie on it; all of it is reckoned from points, in degrees. */
import { geoBounds, geoMercator } from "d3-geo";

/** @typedef {[number, number]} Point longitude and latitude */
/** @typedef {{x: number, y: number, span: number}} Part the middle, and how many degrees the drawing is wide */
/** @typedef {{point: Point, weight: number}} Weighed a point, and how much is told of it */

const LEAST_SPAN = 9; // degrees that are shown at least, so that there are outlines around a single place
const FARTHEST_NORTH = 84; // degrees: beyond that the projection has no end
const MUCH_LESS = 0.7; // of the span of all: the others need no more than that, or none is left out
const LITTLE = 0.25; // of the weight of all places: those that lie apart have no more
const RADIAN = Math.PI / 180;
const PLANE = geoMercator().scale(1 / RADIAN).translate([0, 0]);

/** @param {number} latitude */
function tamed(latitude) {
  return Math.max(-FARTHEST_NORTH, Math.min(FARTHEST_NORTH, latitude));
}

/** The height of a latitude on the map, in degrees of longitude. @param {number} latitude */
export function height(latitude) {
  return -(PLANE([0, tamed(latitude)]) || [0, 0])[1];
}

/** @param {number} high */
export function latitudeAt(high) {
  return tamed((PLANE.invert?.([0, -high]) || [0, 0])[1]);
}

/** The part that points need. @param {Point[]} points @param {number} form height of the drawing for each unit of its width @returns {Part} */
export function needed(points, form) {
  const [[west, south], [east, north]] = geoBounds({ type: "MultiPoint", coordinates: points.map(([x, y]) => [x, tamed(y)]) });
  const degrees = (east - west + 360) % 360;
  const [low, high] = [height(south), height(north)];
  return { x: west + degrees / 2, y: latitudeAt((low + high) / 2), span: Math.max(LEAST_SPAN, degrees, (high - low) / form) };
}

/** The places without those few that lie apart, of which little is told: they would make the others a dot.
 * @template {Weighed} T @param {T[]} places @param {number} form @returns {T[]} */
export function withoutThoseApart(places, form) {
  const span = (/** @type {T[]} */ some) => needed(some.map(({ point }) => point), form).span;
  let little = LITTLE * places.reduce((sum, { weight }) => sum + weight, 0);
  let kept = places;
  while (kept.length > 2 && span(kept) > LEAST_SPAN) {
    const now = span(kept);
    const ways = outermost(kept).filter(({ weight }) => weight <= little);
    const gains = ways.map((apart) => ({ apart, gain: (now - span(kept.filter((place) => place !== apart))) / (apart.weight || 1) }));
    const [best] = gains.sort((a, b) => b.gain - a.gain);
    if (!best || best.gain <= 0) break;
    little -= best.apart.weight;
    kept = kept.filter((place) => place !== best.apart);
  }
  return span(kept) <= MUCH_LESS * span(places) ? kept : places;
}

/** The westernmost, easternmost, southernmost and northernmost. @template {Weighed} T @param {T[]} places */
function outermost(places) {
  const { x } = needed(places.map(({ point }) => point), 1);
  const aside = (/** @type {number} */ longitude) => ((((longitude - x + 180) % 360) + 360) % 360) - 180;
  const orders = [(/** @type {T} */ { point }) => aside(point[0]), (/** @type {T} */ { point }) => point[1]];
  return orders.flatMap((order) => {
    const sorted = [...places].sort((a, b) => order(a) - order(b));
    return [sorted[0], sorted[sorted.length - 1]];
  });
}

/** From degrees to a drawing of so many pixels. @param {Part} part @param {number} wide @param {number} high */
export function projection({ x, y, span }, wide, high) {
  return geoMercator()
    .rotate([-x, 0])
    .center([0, y])
    .scale(wide / (span * RADIAN))
    .translate([wide / 2, high / 2])
    .clipExtent([[-2, -2], [wide + 2, high + 2]]);
}

/** True where a point lies within what is shown, and not at its very edge. @param {Part} part @param {Point} point @param {number} form */
export function isWellInside({ x, y, span }, [longitude, latitude], form) {
  const aside = Math.abs(((((longitude - x + 180) % 360) + 360) % 360) - 180);
  return aside <= span * 0.45 && Math.abs(height(latitude) - height(y)) <= span * form * 0.45;
}
