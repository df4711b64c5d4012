// @ts-check
/** Which things and facts the reader's choices leave visible. */
import { content, evidenceOf, factsOfThing, otherEnd } from "./data.js";
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

/** The things within some steps of one, over facts that are visible otherwise. @param {number} middle @param {number} steps */
export function around(middle, steps) {
  const found = new Set([middle]);
  let edge = [middle];
  for (let step = 0; step < steps; step += 1) {
    const next = [];
    for (const thing of edge) {
      for (const at of factsOfThing[thing]) {
        const other = otherEnd(content.facts[at], thing);
        if (other === undefined || found.has(other) || !factShown[at]) continue;
        found.add(other);
        next.push(other);
      }
    }
    edge = next;
  }
  return found;
}

/** Work out again what is visible. */
function filter() {
  thingShown = content.things.map((_, at) => allowed(at) || at === state.focus?.thing || at === state.selection.thing);
  factShown = content.facts.map(
    (fact) => !state.relations.has(fact.r) && thingShown[fact.s] && (fact.o === undefined || thingShown[fact.o]) && saidWell(fact),
  );
  if (!state.focus) return;
  const near = around(state.focus.thing, state.focus.steps);
  if (state.selection.thing !== undefined) near.add(state.selection.thing);
  thingShown = thingShown.map((shown, at) => shown && near.has(at));
  factShown = factShown.map((shown, at) => shown && near.has(content.facts[at].s) && near.has(content.facts[at].o ?? content.facts[at].s));
}

const CHOICES = /** @type {const} */ (["focus", "hidden", "relations", "factualities", "confidence", "articles", "selection"]);

follow((now, before) => {
  if (!thingShown.length || CHOICES.some((name) => now[name] !== before[name])) filter();
});
