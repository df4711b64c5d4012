// @ts-check
/** Where things stand: as Python placed them; the parts of a big graph that are shown alone have places of their own. */
import { content, drawing, factsOfThing, firstThings, otherEnd } from "./data.js";
import { fewLeft, inFocus, layersOfPath } from "./filters.js";
import { state } from "./state.js";

const RING = 165; // pixels between two rings of a neighbourhood
const PER_RING = 7; // more things find room on each further ring

/** @typedef {{id: number, x: number, y: number}} Standing */

/** The places for the choices of now. Small graphs keep theirs, so that everything stays where the reader saw it. @returns {Standing[]} */
export function places() {
  const { focus, community, first } = state;
  if (firstThings.size && focus) return focus.to === undefined ? rings(inFocus(focus)) : stepByStep(focus.thing, focus.to);
  if (community !== null) return content.communities[community].places.map(placed);
  if (first && !fewLeft) return content.first.map(placed);
  return drawing.nodes.map((/** @type {Standing} */ { id, x, y }) => ({ id, x, y }));
}

/** @param {import("./data.js").Place} place */
function placed([id, x, y]) {
  return { id, x, y };
}

/** The things of paths step by step, those of one step below each other. @param {number} from @param {number} to */
function stepByStep(from, to) {
  const layers = layersOfPath(from, to);
  const shown = layers.length ? layers : [[from], [to]];
  return shown.flatMap((layer, step) => layer.map((id, row) => ({ id, x: step * RING * 1.4, y: (row - (layer.length - 1) / 2 + (step % 2) * 0.4) * RING })));
}

/** The first thing in the middle, the others on rings around it, each ring turned against the one inside: nearest what it has facts
 * with, so that their words find room, then what happened to it. @param {number[]} focused */
function rings(focused) {
  const [middle, ...others] = focused;
  const known = new Set(factsOfThing[middle].filter((fact) => !content.facts[fact].event).map((fact) => otherEnd(content.facts[fact], middle)));
  const things = [middle, ...others.filter((id) => known.has(id)), ...others.filter((id) => !known.has(id))];
  const found = [{ id: middle, x: 0, y: 0 }];
  for (let ring = 1; found.length < things.length; ring += 1) {
    const own = things.slice(found.length, found.length + ring * PER_RING);
    own.forEach((id, at) => {
      const angle = ((at + (ring % 2) / 2) / own.length) * 2 * Math.PI;
      found.push({ id, x: Math.round(Math.cos(angle) * ring * RING * 1.25), y: Math.round(Math.sin(angle) * ring * RING) });
    });
  }
  return found;
}
