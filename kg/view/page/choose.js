// @ts-check
/** Choosing things and lines, wherever that is done. What a part of a big graph does not show is shown among its neighbours. */
import { content, firstThings } from "./data.js";
import { thingShown } from "./filters.js";
import { change, state } from "./state.js";

/** True where only a part of a big graph is shown, and the thing is not in it. @param {number | undefined} thing */
function isElsewhere(thing) {
  const part = state.first || state.focus !== null || state.community !== null;
  return firstThings.size > 0 && part && thing !== undefined && !thingShown[thing];
}

/** @param {number} thing */
export function selectThing(thing) {
  const { from } = state;
  if (from !== null && from !== thing) change({ selection: { thing }, from: null, community: null, focus: { thing: from, steps: 0, to: thing } });
  else change({ selection: { thing }, ...(isElsewhere(thing) && { community: null, focus: { thing, steps: 1 } }) });
}

/** @param {number} fact */
export function selectFact(fact) {
  const { s, o } = content.facts[fact];
  const elsewhere = isElsewhere(s) || isElsewhere(o);
  change({ selection: { fact }, ...(elsewhere && { community: null, focus: { thing: s, steps: 1 } }) });
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
