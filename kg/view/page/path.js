// @ts-check
/**
 * The shortest paths from one thing to another, over facts that are visible.
 *
 * A way through a country says little: two are both of it, or it borders on another. So paths come first on which each step is a fact
 * that a passage says, and that go through people, groups, organisations and events alone; where there are none, those that passages
 * say; and only then all others.
 */
import { content, evidenceOf, factsOfThing, otherEnd } from "./data.js";

/** Kinds that a telling path does not go through. */
const TRIVIAL = new Set(["place", "article", "story"]);

/** @typedef {(fact: number) => boolean} Test */

/** How far things are from one, over some facts, and not through what tells little. @param {number} from @param {Test} follows @param {boolean} telling */
function distances(from, follows, telling) {
  const found = new Map([[from, 0]]);
  for (const thing of found.keys()) {
    if (telling && thing !== from && TRIVIAL.has(content.things[thing].kind)) continue;
    for (const fact of factsOfThing[thing]) {
      const other = otherEnd(content.facts[fact], thing);
      if (other !== undefined && !found.has(other) && follows(fact)) found.set(other, /** @type {number} */ (found.get(thing)) + 1);
    }
  }
  return found;
}

/** @param {number} from @param {number} to @param {Test} follows @param {boolean} telling @returns {number[][] | undefined} */
function layersBetween(from, to, follows, telling) {
  const [ahead, back] = [distances(from, follows, telling), distances(to, follows, telling)];
  const steps = ahead.get(to);
  if (steps === undefined) return undefined;
  /** @type {number[][]} */
  const layers = Array.from({ length: steps + 1 }, () => []);
  for (const [thing, step] of ahead) if (back.get(thing) === steps - step) layers[step].push(thing);
  return layers.map((layer) => layer.sort((a, b) => a - b));
}

/** The things on the shortest paths, by how many steps they are from the first; empty where there is no path.
 * @param {number} from @param {number} to @param {Test} shown @returns {number[][]} */
export function pathLayers(from, to, shown) {
  const isSaid = (/** @type {number} */ fact) => shown(fact) && Boolean(evidenceOf(content.facts[fact]).passages?.length);
  return layersBetween(from, to, isSaid, true) || layersBetween(from, to, isSaid, false) || layersBetween(from, to, shown, false) || [];
}

/** The facts of each step of the paths. @param {number[][]} layers @param {Test} shown @returns {number[][]} */
export function stepsOfPath(layers, shown) {
  return layers.slice(1).map((layer, at) => {
    const ends = new Set(layer);
    return layers[at].flatMap((thing) => factsOfThing[thing].filter((fact) => shown(fact) && ends.has(otherEnd(content.facts[fact], thing) ?? -1)));
  });
}

/** How many paths there are. @param {number[][]} layers @param {Test} shown */
export function countPaths(layers, shown) {
  let ways = new Map((layers[0] || []).map((thing) => [thing, 1]));
  for (const layer of layers.slice(1)) {
    const next = layer.map((thing) => {
      const before = new Set(factsOfThing[thing].filter(shown).map((fact) => otherEnd(content.facts[fact], thing)));
      return /** @type {[number, number]} */ ([thing, [...before].reduce((sum, other) => (sum ?? 0) + (ways.get(other ?? -1) || 0), 0)]);
    });
    ways = new Map(next);
  }
  return [...ways.values()].reduce((sum, count) => sum + count, 0);
}
