// @ts-check
/** Choosing views, things and lines, wherever that is done. What a part of a big graph does not show is shown among its neighbours. */
import { content, firstThings } from "./data.js";
import { byId } from "./dom.js";
import { fewLeft, isTold, thingShown } from "./filters.js";
import { change, follow, state, VIEWS } from "./state.js";

/** True where the picture shows only a part of a big graph, and the thing is not in it but could be. @param {number | undefined} thing */
function isElsewhere(thing) {
  if (!firstThings.size || thing === undefined || !isTold(thing)) return false;
  const { first, focus, community } = state;
  if (focus || community !== null) return !thingShown[thing];
  return first && !fewLeft && !firstThings.has(thing);
}

/** Which neighbourhood the picture has to show so that a choice can be seen. @param {import("./state.js").Selection} selection */
function whereSeen({ thing, fact }) {
  const { s, o } = fact === undefined ? { s: thing, o: undefined } : content.facts[fact];
  return s !== undefined && (isElsewhere(s) || isElsewhere(o)) ? { community: null, focus: { thing: s, steps: 1 } } : {};
}

/** Turn to another view. The lists have shown all; the picture has to be brought where the choice is. @param {string} view */
export function turnTo(view) {
  change({ view, ...(view === "graph" && whereSeen(state.selection)) });
}

/** @param {number} thing */
export function selectThing(thing) {
  const { from } = state;
  if (from !== null && from !== thing) change({ selection: {}, from: null, community: null, focus: { thing: from, steps: 0, to: thing } });
  else change({ selection: { thing }, ...(state.view === "graph" && whereSeen({ thing })) });
}

/** @param {number} fact */
export function selectFact(fact) {
  change({ selection: { fact }, ...(state.view === "graph" && whereSeen({ fact })) });
}

/** @param {number} quotation */
export function selectQuotation(quotation) {
  change({ selection: { quotation } });
}

/** Show a thing among its neighbours; where others are shown among theirs already, add these. @param {number} thing */
export function expand(thing) {
  const { focus } = state;
  if (!focus || focus.to !== undefined || focus.thing === thing) change({ selection: { thing }, community: null, focus: { thing, steps: 1 } });
  else change({ selection: { thing }, focus: { ...focus, more: [...(focus.more || []).filter((other) => other !== thing), thing] } });
}

/** Open a community of a big graph. @param {number} community */
export function openCommunity(community) {
  change({ community, focus: null, selection: {} });
}

/** Show one view at a time. This comes before the views, so that each finds itself visible when it is drawn. */
function tabs() {
  for (const view of VIEWS) {
    const chosen = view === state.view;
    const tab = byId(`tab-${view}`);
    tab.setAttribute("aria-selected", String(chosen));
    tab.tabIndex = chosen ? 0 : -1;
    byId(`view-${view}`).hidden = !chosen;
  }
  document.body.dataset.view = state.view;
}

for (const view of VIEWS) byId(`tab-${view}`).addEventListener("click", () => turnTo(view));
document.querySelector(".views")?.addEventListener("keydown", (event) => {
  const step = /** @type {Record<string, number>} */ ({ ArrowRight: 1, ArrowLeft: -1 })[/** @type {KeyboardEvent} */ (event).key];
  if (!step) return;
  const view = VIEWS[(VIEWS.indexOf(state.view) + step + VIEWS.length) % VIEWS.length];
  turnTo(view);
  byId(`tab-${view}`).focus();
});
follow(tabs);
