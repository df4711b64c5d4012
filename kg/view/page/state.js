// @ts-check
/** What the reader has chosen: one value that every part of the page follows. `address.js` keeps it in the address. */
import { content, firstThings } from "./data.js";

/**
 * What alone is shown: a thing and what is so many steps away, with the neighbours of those in `more`; or, with `to`, the shortest
 * path from one thing to another.
 * @typedef {{thing: number, steps: number, to?: number, more?: number[]}} Focus
 * @typedef {{thing?: number, fact?: number, quotation?: number}} Selection
 * @typedef {[string, string]} Span two ISO dates, both included
 * @typedef {{document: number, start?: number, end?: number}} Reading an article, and a passage of it
 * @typedef {{view: string, reading: Reading | null, selection: Selection, focus: Focus | null, community: number | null, from: number | null,
 *   hidden: Set<string>, relations: Set<number>, factualities: Set<string>, outlets: Set<number>, documents: Set<number>,
 *   happened: Span | null, published: Span | null, confidence: number, articles: number, unchecked: boolean, first: boolean,
 *   checks: Map<string, import("./checked.js").Check>}} State
 */

/** How things can be said. */
export const DENIED = "Denied";
export const FACTUALITIES = ["Asserted", "Reported", "Possible", "Planned", DENIED];
export const VIEWS = ["story", "graph", "timeline", "map", "facts"];

/** The parts of the state that decide what is visible. */
const CHOICES = /** @type {const} */ ([
  "focus", "community", "hidden", "relations", "factualities", "outlets", "documents", "happened", "published", "confidence", "articles", "unchecked", "first",
]);

/** What was checked, which going back to the beginning does not undo. @type {State["checks"]} */
let checks = new Map();

/** Begin with what the browser has kept. @param {State["checks"]} kept */
export function keepChecks(kept) {
  checks = kept;
  state = { ...state, checks };
}

/**
 * What nobody has changed yet. `from` is where a path is to begin, until its other end is chosen. `first` is true while only the first
 * screen of a big graph is shown. `hidden` are kinds, "talk" and "world" (what only gazetteers say), "inferred" (what is only concluded); `relations`, `factualities`,
 * `outlets` and `documents` what is left out.
 * @returns {State}
 */
export function beginning() {
  return {
    ...unfiltered(),
    view: VIEWS[0],
    reading: null,
    selection: {},
    focus: null,
    community: null,
    from: null,
    hidden: new Set(content.hidden),
    first: firstThings.size > 0,
    checks,
  };
}

/** The choices of the filters that leave nothing out. */
export function unfiltered() {
  return {
    hidden: /** @type {Set<string>} */ (new Set()),
    relations: /** @type {Set<number>} */ (new Set()),
    factualities: /** @type {Set<string>} */ (new Set()),
    outlets: /** @type {Set<number>} */ (new Set()),
    documents: /** @type {Set<number>} */ (new Set()),
    happened: null,
    published: null,
    confidence: 0,
    articles: 0,
    unchecked: false,
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

/** Change part of the state and tell every follower. @param {Partial<State>} part */
export function change(part) {
  const before = state;
  state = { ...state, ...part };
  checks = state.checks;
  if (state.view === "story" && (state.focus || state.community !== null)) {
    const asked = Boolean(part.focus) || (part.community ?? null) !== null; // a part: it is seen in the picture; the story is of the whole
    state = part.view === "story" && !asked ? { ...state, focus: null, community: null } : { ...state, view: "graph" };
  }
  for (const follower of followers) follower(state, before);
}

/** True where what is visible may differ. @param {State} now @param {State} before */
export function filtered(now, before) {
  const turned = firstThings.size > 0 && now.view !== before.view && [now.view, before.view].includes("graph");
  return turned || narrowed(now, before);
}

/** True where the choices differ that decide what is visible. @param {State} now @param {State} before */
export function narrowed(now, before) {
  return CHOICES.some((name) => now[name] !== before[name]) || (now.unchecked && now.checks !== before.checks);
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
