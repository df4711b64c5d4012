// @ts-check
/** Which things and facts the reader's choices leave visible. */
import { isChecked } from "./checked.js";
import { content, dayOf, evidenceOf, factsOfThing, firstThings, isInferred, isWorldKnowledge, numberOfQuotation, otherEnd } from "./data.js";
import { pathLayers } from "./path.js";
import { documentsOf, outletOfDocument } from "./sources.js";
import { DENIED, filtered, follow, state } from "./state.js";

/** How many things the picture has at most. */
export const MOST_DRAWN = 2000;
/** So many things are shown at once even of a big graph, as `kg/view/layout.py` does of a small one. */
const SMALL = 300;

/** What the filters leave, whether or not the picture shows the part that it is in: the panel tells all of it. @type {boolean[]} */
export let thingLeft = [];
/** @type {boolean[]} */
export let factLeft = [];
/** What is shown of that. @type {boolean[]} */
export let thingShown = [];
/** @type {boolean[]} */
export let factShown = [];
/** True where the filters ask for some facts only, and leave so few things that the picture shows all of them. */
export let fewLeft = false;
/** How many things the picture leaves out because they are too many to draw. The other views leave out none. */
export let leftOut = 0;
/** The articles that the choices of outlet, article and date leave, and whether these are all. @type {boolean[]} */
let documentShown = [];
let allDocuments = true;

/** An unknown date lies within a span only where there is none. @param {string | undefined} date @param {import("./state.js").Span | null} span */
function within(date, span) {
  return !span || (date !== undefined && date >= span[0] && date <= span[1]);
}

/**
 * True where something is told as the filters want it: how, how surely, by how many and by whom. What the graph does not say is not
 * enough: world knowledge, for one, has no article that says so.
 * @param {{evidence?: number}} told @param {number} [sure] the confidence of what has none
 */
function saidWell(told, sure = 0) {
  const { factuality = "Asserted", confidence = sure, articles = 0 } = evidenceOf(told);
  if (state.factualities.has(factuality) || confidence < state.confidence || articles < state.articles) return false;
  if (!allDocuments && !documentsOf(told).some((document) => documentShown[document])) return false;
  return !(state.hidden.has("world") && isWorldKnowledge(told)) && !(state.hidden.has("inferred") && isInferred(told));
}

/** True where the filters leave a quotation, whose words stand in the article for sure. @param {import("./data.js").Quotation} quotation */
export function quotationLeft(quotation) {
  return saidWell(quotation, 1) && !isDone({ quotation: numberOfQuotation.get(quotation) });
}

/** True where the choices of outlet, article and date let an article through. @param {number} document */
export function documentLeft(document) {
  return documentShown[document];
}

/** True where an event is told as the filters want it, and an article is let through; true for other things. @param {number} at */
export function isTold(at) {
  const thing = content.things[at];
  if (thing.document !== undefined && !documentShown[thing.document]) return false;
  return thing.kind !== "event" || (saidWell(thing) && !isDone({ thing: at }) && within(dayOf(thing), state.happened));
}

/** True where only what is unchecked is asked for, and this is checked. @param {import("./checked.js").Item} item */
function isDone(item) {
  return state.unchecked && isChecked(item);
}

/** True where a thing is of a kind that the reader has hidden, and is not what is chosen. @param {number} at */
function isHidden(at) {
  const { kind, talk } = content.things[at];
  return !isChosenThing(at) && (state.hidden.has(kind) || Boolean(talk && state.hidden.has("talk")));
}

/** @param {number} at */
function isChosenThing(at) {
  const { focus, selection } = state;
  return at === focus?.thing || at === focus?.to || at === selection.thing;
}

/** True where the filters ask for some facts only, beyond leaving out those that are denied. */
function asksForSome() {
  const { relations, factualities, happened, confidence, articles, unchecked } = state;
  const manner = [...factualities].some((factuality) => factuality !== DENIED);
  return manner || relations.size > 0 || happened !== null || confidence > 0 || articles > 0 || unchecked || !allDocuments;
}

/** What of that is left out which no article says. */
function unsaidLeftOut() {
  return ["world", "inferred"].filter((key) => state.hidden.has(key));
}

/** True where no fact of a thing is left once those go that no article says. @param {number} at */
function isUnsaid(at) {
  const unsaid = [state.hidden.has("world") && isWorldKnowledge, state.hidden.has("inferred") && isInferred].filter((test) => test);
  return unsaid.length > 0 && factsOfThing[at].every((fact) => unsaid.some((test) => test && test(content.facts[fact])));
}

/**
 * Leave what the filters do. Where they ask for some facts only, things without any of these go; events that are asked for stay.
 * Where they leave out only what no article says, things go that have nothing else. Those that lose their facts as kinds are hidden stay.
 */
function leave() {
  const open = content.things.map((_, at) => isTold(at) && !isHidden(at));
  factLeft = content.facts.map(
    (fact, at) => !state.relations.has(fact.r) && open[fact.s] && (fact.o === undefined || open[fact.o]) && saidWell(fact) && !isDone({ fact: at }),
  );
  const some = asksForSome();
  const isLeft = (/** @type {number} */ at) => (some ? factsOfThing[at].some((fact) => factLeft[fact]) : !isUnsaid(at));
  const stays = (/** @type {number} */ at) => content.things[at].kind === "event" || isChosenThing(at) || isLeft(at);
  thingLeft = open.map((is, at) => is && stays(at));
  const asked = some || unsaidLeftOut().some((key) => !content.hidden.includes(key));
  fewLeft = asked && thingLeft.filter(Boolean).length <= SMALL;
}

/** True while the picture begins with a part of a big graph. The other views show all that the filters leave, even then. */
export function onFirstScreen() {
  return state.first && state.view === "graph" && !state.focus && state.community === null && !fewLeft;
}

/**
 * The things within some steps of one, over facts that are visible otherwise, each with its steps, the nearest first.
 * @param {number} middle @param {number} steps
 */
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

/** What a focus leaves, its thing first. Paths that do not exist leave their two ends. @param {import("./state.js").Focus} focus */
export function inFocus({ thing, steps, to, more = [] }) {
  if (to !== undefined) return [...new Set([...layersOfPath(thing, to).flat(), thing, to])];
  return [...new Set([thing, ...around(thing, steps).keys(), ...more.flatMap((other) => [...around(other, 1).keys()])])];
}

/** The things on the shortest paths over visible facts, by steps. @param {number} from @param {number} to */
export function layersOfPath(from, to) {
  return pathLayers(from, to, (fact) => factShown[fact]);
}

/** Work out again what is visible. */
function filter() {
  const { focus, community } = state;
  documentShown = content.documents.map(
    ({ published }, at) => !state.documents.has(at) && !state.outlets.has(outletOfDocument[at]) && within(published, state.published),
  );
  allDocuments = documentShown.every(Boolean);
  leave();
  [thingShown, factShown] = [thingLeft, factLeft];
  if (focus) keepOnly(new Set(inFocus(focus)));
  else if (community !== null) keepOnly(new Set(membersShown(content.communities[community])));
  else if (onFirstScreen()) keepOnly(new Set(firstThings));
  leftOut = 0;
  if (state.view === "graph" && firstThings.size) keepDrawable();
}

/** The members of a community: in the picture the foremost, in the other views all. @param {import("./data.js").Community} community */
function membersShown({ members, places }) {
  return state.view === "graph" ? places.map(([at]) => at) : members;
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

/** The facts of a thing that the filters leave. @param {number} at */
export function factsLeftOf(at) {
  return factsOfThing[at].filter((fact) => factLeft[fact]);
}

follow((now, before) => {
  if (!thingShown.length || filtered(now, before) || now.selection !== before.selection) filter();
});
