// @ts-check
/** Which things and facts the reader's choices leave visible. */
import { content, evidenceOf, factsOfThing, firstThings, otherEnd } from "./data.js";
import { articlesAbout, documentsOf, outletOfDocument } from "./sources.js";
import { filtered, follow, onFirstScreen, state } from "./state.js";

/** How many things the picture has at most. */
export const MOST_DRAWN = 2000;

/** @type {boolean[]} */
export let thingShown = [];
/** @type {boolean[]} */
export let factShown = [];
/** How many things the picture leaves out because they are too many to draw. The other views leave out none. */
export let leftOut = 0;
/** The articles that the choices of outlet, article and date leave, and whether these are all. @type {boolean[]} */
let documentShown = [];
let allDocuments = true;

/** @param {number[]} documents */
function anyShown(documents) {
  return allDocuments || !documents.length || documents.some((document) => documentShown[document]);
}

/** An unknown date lies within a span only where there is none. @param {string | undefined} date @param {import("./state.js").Span | null} span */
function within(date, span) {
  return !span || (date !== undefined && date >= span[0] && date <= span[1]);
}

/** True where something is told as the filters want it: how, how surely, by how many and by whom. @param {{evidence?: number}} told */
export function saidWell(told) {
  const { factuality = "Asserted", confidence = 1, articles = 0, sources } = evidenceOf(told);
  if (state.factualities.has(factuality) || confidence < state.confidence || !anyShown(documentsOf(told))) return false;
  return told.evidence === undefined || Boolean(sources) || articles >= state.articles;
}

/** @param {number} at */
function allowed(at) {
  const thing = content.things[at];
  if (state.hidden.has(thing.kind) || (thing.talk && state.hidden.has("talk"))) return false;
  if (!spokenOf(at)) return false;
  return thing.kind !== "event" || (saidWell(thing) && within(thing.start, state.happened));
}

/** True where one of the articles that are let through speaks of a thing, or where none at all does. @param {number} at */
export function spokenOf(at) {
  const { document } = content.things[at];
  return allDocuments || (document === undefined ? anyShown(articlesAbout(at)) : documentShown[document]);
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
export function inFocus({ thing, steps, to, more = [] }) {
  if (to !== undefined) return path(thing, to);
  return [...new Set([thing, ...around(thing, steps).keys(), ...more.flatMap((other) => [...around(other, 1).keys()])])];
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
  const { focus, selection, community } = state;
  documentShown = content.documents.map(
    ({ published }, at) => !state.documents.has(at) && !state.outlets.has(outletOfDocument[at]) && within(published, state.published),
  );
  allDocuments = documentShown.every(Boolean);
  thingShown = content.things.map((_, at) => allowed(at) || at === focus?.thing || at === focus?.to || at === selection.thing);
  factShown = content.facts.map(
    (fact) => !state.relations.has(fact.r) && thingShown[fact.s] && (fact.o === undefined || thingShown[fact.o]) && saidWell(fact),
  );
  if (focus) keepOnly(new Set(inFocus(focus)));
  else if (community !== null) keepOnly(new Set(content.communities[community].places.map(([at]) => at)));
  else if (onFirstScreen()) keepOnly(new Set(firstThings));
  leftOut = 0;
  if (state.view === "graph" && firstThings.size) keepDrawable();
}

/** Leave out of the picture what is more than a browser draws without a stop: what is farthest away, or told of least. */
function keepDrawable() {
  const { focus } = state;
  const shown = (focus ? inFocus(focus) : content.things.map((_, at) => at)).filter((at) => thingShown[at]);
  leftOut = Math.max(0, shown.length - MOST_DRAWN);
  if (!leftOut) return;
  if (!focus) shown.sort((a, b) => factsOfThing[b].length - factsOfThing[a].length || a - b);
  keepOnly(new Set(shown.slice(0, MOST_DRAWN)));
}

/** Leave out everything else; what is chosen stays. @param {Set<number>} kept */
function keepOnly(kept) {
  const { thing, fact } = state.selection;
  const chosen = fact === undefined ? [thing] : [content.facts[fact].s, content.facts[fact].o];
  for (const at of chosen) if (at !== undefined) kept.add(at);
  thingShown = thingShown.map((shown, at) => shown && kept.has(at));
  factShown = factShown.map((shown, at) => shown && kept.has(content.facts[at].s) && kept.has(content.facts[at].o ?? content.facts[at].s));
}

follow((now, before) => {
  if (!thingShown.length || filtered(now, before) || now.selection !== before.selection) filter();
});
