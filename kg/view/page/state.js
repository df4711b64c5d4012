// @ts-check
/** What the reader has chosen: one value that every part of the page follows, kept in the fragment of the address. */
import { content, firstThings, thingOfIri } from "./data.js";

/**
 * What alone is shown: a thing and what is so many steps away, or, with `to`, the shortest path from one thing to another.
 * @typedef {{thing: number, steps: number, to?: number}} Focus
 * @typedef {{thing?: number, fact?: number}} Selection
 * @typedef {{view: string, selection: Selection, focus: Focus | null, from: number | null, hidden: Set<string>,
 *   relations: Set<number>, factualities: Set<string>, confidence: number, articles: number, first: boolean}} State
 */

/** How things can be said; what is denied is hidden at first. */
export const FACTUALITIES = ["Asserted", "Reported", "Possible", "Planned", "Denied"];
export const VIEWS = ["graph", "timeline", "facts"];

/** What nobody has changed yet. `from` is where a path is to
 * begin, until its other end is chosen. `first` is true while only the first screen of a big graph is shown.
 * `hidden` are kinds and "talk", `relations` and `factualities` what is left out. @returns {State} */
function beginning() {
  return {
    view: "graph",
    selection: {},
    focus: null,
    from: null,
    hidden: new Set(content.hidden),
    relations: new Set(),
    factualities: new Set(["Denied"]),
    confidence: 0,
    articles: 0,
    first: firstThings.size > 0,
  };
}

/** @type {State} */
export let state = beginning();

/** @type {((state: State, before: State) => void)[]} */
const followers = [];

/** @param {(state: State, before: State) => void} follower */
export function follow(follower) {
  followers.push(follower);
}

/** Change part of the state, tell every follower, and write the address. @param {Partial<State>} part */
export function change(part) {
  const before = state;
  state = { ...state, ...part };
  for (const follower of followers) follower(state, before);
  const address = fragment();
  if (address === location.hash.slice(1)) return;
  const chosen = before.selection.thing !== state.selection.thing || before.focus !== state.focus || before.view !== state.view;
  const method = chosen ? "pushState" : "replaceState";
  try {
    history[method](null, "", `#${address}`);
  } catch {
    // a sandboxed frame without an address of its own: the page works, only without permalinks
  }
}

/** Choose a thing. One that is not on the first screen of a big graph is shown among its neighbours. @param {number} thing */
export function selectThing(thing) {
  const { from } = state;
  if (from !== null && from !== thing) return change({ selection: { thing }, from: null, focus: { thing: from, steps: 0, to: thing } });
  const beyond = state.first && !state.focus && !firstThings.has(thing);
  change({ selection: { thing }, ...(beyond && { focus: { thing, steps: 1 } }) });
}

/** @param {number} fact */
export function selectFact(fact) {
  change({ selection: { fact } });
}

/** Back to the beginning; the view stays. */
export function reset() {
  change({ ...beginning(), view: state.view });
}

/** A set with one member put in or taken out. @template T @param {Set<T>} set @param {T} member @param {boolean} inside */
export function toggled(set, member, inside) {
  const next = new Set(set);
  if (inside) next.add(member);
  else next.delete(member);
  return next;
}

const SHORT_IRIS = commonStart(content.things.map((thing) => thing.iri));

/** @param {string[]} texts */
function commonStart(texts) {
  if (!texts.length) return "";
  let start = texts[0];
  for (const text of texts) while (!text.startsWith(start)) start = start.slice(0, -1);
  return start.slice(0, start.lastIndexOf("/") + 1);
}

/** @param {number} thing */
function shortIri(thing) {
  return content.things[thing].iri.slice(SHORT_IRIS.length);
}

/** The state as the fragment of an address; only what differs from the beginning. */
function fragment() {
  const first = beginning();
  const parts = new URLSearchParams();
  const { thing, fact } = state.selection;
  if (state.view !== first.view) parts.set("view", state.view);
  if (thing !== undefined) parts.set("thing", shortIri(thing));
  if (fact !== undefined) parts.set("fact", String(fact));
  if (state.focus) parts.set("around", `${state.focus.steps} ${shortIri(state.focus.thing)}`);
  if (state.focus?.to !== undefined) parts.set("to", shortIri(state.focus.to));
  if (!same(state.hidden, first.hidden)) parts.set("hide", [...state.hidden].sort().join(" "));
  if (state.relations.size) parts.set("without", [...state.relations].sort((a, b) => a - b).join(" "));
  if (!same(state.factualities, first.factualities)) parts.set("not", [...state.factualities].sort().join(" "));
  if (state.confidence) parts.set("confidence", String(state.confidence));
  if (state.articles) parts.set("articles", String(state.articles));
  if (state.first !== first.first) parts.set("all", "yes");
  return parts.toString();
}

/** @param {Set<unknown>} one @param {Set<unknown>} other */
function same(one, other) {
  return one.size === other.size && [...one].every((member) => other.has(member));
}

/** The state that the address asks for; whatever in it is not known is passed over. @returns {State} */
export function stateOfAddress() {
  const parts = new URLSearchParams(location.hash.slice(1));
  const first = beginning();
  const thing = thingOfIri.get(SHORT_IRIS + parts.get("thing"));
  const fact = Number(parts.get("fact") ?? NaN);
  const [steps, around] = (parts.get("around") || "").split(" ");
  const middle = thingOfIri.get(SHORT_IRIS + around);
  const words = (/** @type {string} */ name) => (parts.get(name) || "").split(" ").filter(Boolean);
  return {
    view: VIEWS.find((view) => view === parts.get("view")) || first.view,
    selection: thing !== undefined ? { thing } : content.facts[fact] ? { fact } : {},
    focus: middle === undefined ? null : { thing: middle, steps: Math.min(3, Math.max(1, Number(steps) || 1)), to: thingOfIri.get(SHORT_IRIS + parts.get("to")) },
    from: null,
    hidden: parts.has("hide") ? new Set(words("hide")) : first.hidden,
    relations: new Set(words("without").map(Number)),
    factualities: parts.has("not") ? new Set(words("not")) : first.factualities,
    confidence: Math.min(1, Math.max(0, Number(parts.get("confidence")) || 0)),
    articles: Math.max(0, Number(parts.get("articles")) || 0),
    first: first.first && !parts.has("all"),
  };
}
