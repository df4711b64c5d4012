// @ts-check
/** Which things and facts the reader's choices leave visible. */
import { content, evidenceOf, factsOfThing, firstThings, otherEnd } from "./data.js";
import { follow, state } from "./state.js";

/** @type {boolean[]} */
export let thingShown = [];
/** @type {boolean[]} */
export let factShown = [];

/** @param {{evidence?: number}} told */
function saidWell(told) {
  const { factuality = "Asserted", confidence = 1, articles = 0, sources } = evidenceOf(told);
  if (state.factualities.has(factuality) || confidence < state.confidence) return false;
  return told.evidence === undefined || Boolean(sources) || articles >= state.articles;
}

/** @param {number} at */
function allowed(at) {
  const thing = content.things[at];
  if (state.hidden.has(thing.kind) || (thing.talk && state.hidden.has("talk"))) return false;
  return thing.kind !== "event" || saidWell(thing);
}

/** The things within some steps of one, over facts that are visible otherwise, each with its steps, the nearest first. @param {number} middle @param {number} steps */
export function around(middle, steps) {
  const found = new Map([[middle, 0]]);
  let edge = [middle];
  for (let step = 1; step <= steps && edge.length; step += 1) {
    const next = [];
    for (const thing of edge) {
      for (const at of factsOfThing[thing]) {
        const other = otherEnd(content.facts[at], thing);
        if (other === undefined || found.has(other) || !factShown[at]) continue;
        found.set(other, step);
        next.push(other);
      }
    }
    edge = next;
  }
  return found;
}

/** What a focus leaves, its thing first. A path that does not exist leaves its two ends. @param {import("./state.js").Focus} focus */
export function inFocus({ thing, steps, to }) {
  return to === undefined ? [...around(thing, steps).keys()] : path(thing, to);
}

/** The things on a shortest path over visible facts, both ends included. @param {number} from @param {number} to */
function path(from, to) {
  const steps = around(to, Infinity);
  const found = [from];
  for (let at = from; steps.has(from) && at !== to; found.push(at)) {
    const next = factsOfThing[at].filter((fact) => factShown[fact]).map((fact) => otherEnd(content.facts[fact], at));
    at = /** @type {number} */ (next.find((other) => other !== undefined && steps.get(other) === /** @type {number} */ (steps.get(at)) - 1));
  }
  return steps.has(from) ? found : [from, to];
}

/** Work out again what is visible. */
function filter() {
  thingShown = content.things.map((_, at) => allowed(at) || at === state.focus?.thing || at === state.focus?.to || at === state.selection.thing);
  factShown = content.facts.map(
    (fact) => !state.relations.has(fact.r) && thingShown[fact.s] && (fact.o === undefined || thingShown[fact.o]) && saidWell(fact),
  );
  if (state.focus) keepOnly(new Set(inFocus(state.focus)));
  else if (state.first) keepOnly(new Set(firstThings));
}

/** Leave out everything else; what is chosen stays. @param {Set<number>} kept */
function keepOnly(kept) {
  const { thing, fact } = state.selection;
  const chosen = fact === undefined ? [thing] : [content.facts[fact].s, content.facts[fact].o];
  for (const at of chosen) if (at !== undefined) kept.add(at);
  thingShown = thingShown.map((shown, at) => shown && kept.has(at));
  factShown = factShown.map((shown, at) => shown && kept.has(content.facts[at].s) && kept.has(content.facts[at].o ?? content.facts[at].s));
}

const CHOICES = /** @type {const} */ (["focus", "hidden", "relations", "factualities", "confidence", "articles", "first", "selection"]);

follow((now, before) => {
  if (!thingShown.length || CHOICES.some((name) => now[name] !== before[name])) filter();
});
