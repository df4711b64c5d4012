// @ts-check
/** What the reader has chosen: one value that every part of the page follows. `address.js` keeps it in the address. */
import { content, firstThings } from "./data.js";

/**
 * What alone is shown: a thing and what is so many steps away, with the neighbours of those in `more`; or, with `to`, the shortest
 * path from one thing to another.
 * @typedef {{thing: number, steps: number, to?: number, more?: number[]}} Focus
 * @typedef {{thing?: number, fact?: number}} Selection
 * @typedef {[string, string]} Span two ISO dates, both included
 * @typedef {{view: string, selection: Selection, focus: Focus | null, community: number | null, from: number | null,
 *   hidden: Set<string>, relations: Set<number>, factualities: Set<string>, outlets: Set<number>, documents: Set<number>,
 *   happened: Span | null, published: Span | null, confidence: number, articles: number, first: boolean}} State
 */

/** How things can be said; what is denied is hidden at first. */
export const FACTUALITIES = ["Asserted", "Reported", "Possible", "Planned", "Denied"];
export const VIEWS = ["graph", "timeline", "map", "facts"];

/** The parts of the state that decide what is visible. */
export const CHOICES = /** @type {const} */ ([
  "focus", "community", "hidden", "relations", "factualities", "outlets", "documents", "happened", "published", "confidence", "articles", "first",
]);

/**
 * What nobody has changed yet. `from` is where a path is to begin, until its other end is chosen. `first` is true while only the first
 * screen of a big graph is shown. `hidden` are kinds and "talk"; `relations`, `factualities`, `outlets` and `documents` what is left out.
 * @returns {State}
 */
export function beginning() {
  return {
    view: "graph",
    selection: {},
    focus: null,
    community: null,
    from: null,
    hidden: new Set(content.hidden),
    relations: new Set(),
    factualities: new Set(["Denied"]),
    outlets: new Set(),
    documents: new Set(),
    happened: null,
    published: null,
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

/** Change part of the state and tell every follower. @param {Partial<State>} part */
export function change(part) {
  const before = state;
  state = { ...state, ...part };
  for (const follower of followers) follower(state, before);
}

/** True where what is visible may differ. @param {State} now @param {State} before */
export function filtered(now, before) {
  const turned = firstThings.size > 0 && now.view !== before.view && [now.view, before.view].includes("graph");
  return turned || CHOICES.some((name) => now[name] !== before[name]);
}

/** True while the picture begins with a part of a big graph. The other views show all that the filters leave, even then. */
export function onFirstScreen() {
  return state.first && state.view === "graph" && !state.focus && state.community === null;
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
