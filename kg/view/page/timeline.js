// @ts-check
/** The events in the order of the story, a lane for each actor, below an axis of time. */
import { timeAxis } from "./axis.js";
import { content, dayOf } from "./data.js";
import { byId, dateWords, longList, make } from "./dom.js";
import { thingShown } from "./filters.js";
import { thingLink } from "./sentences.js";
import { follow, state } from "./state.js";
import { step } from "./story.js";

const LANES_FIRST = 25;
const STEPS_FIRST = 40; // of a lane

/** @typedef {{actor: number, events: number[]}} TimeLane */

/** The events that are shown, in lanes: those of most events first, what tells of nobody last. @returns {TimeLane[]} */
function timeLanes() {
  /** @type {Map<number, number[]>} */
  const lanes = new Map();
  content.story.order.forEach((event, at) => {
    if (!thingShown[event]) return;
    const foremost = content.story.actors[at];
    const actor = foremost >= 0 && thingShown[foremost] ? foremost : -1;
    lanes.set(actor, [...(lanes.get(actor) || []), event]);
  });
  return [...lanes]
    .map(([actor, events]) => ({ actor, events }))
    .sort((a, b) => Number(a.actor < 0) - Number(b.actor < 0) || b.events.length - a.events.length || a.actor - b.actor);
}

/** What was chosen comes first where it would be out of sight. @template T @param {T[]} entries @param {number} chosen @param {number} first */
function inSight(entries, chosen, first) {
  return chosen < first ? entries : [entries[chosen], ...entries.filter((_, at) => at !== chosen)];
}

/** @param {TimeLane} lane */
function laneEntry({ actor, events }) {
  const chosen = events.indexOf(state.selection.thing ?? -1);
  const title = actor < 0 ? make("span", { class: "nobody" }, "others") : thingLink(actor, { shape: true });
  const list = longList(inSight(events, chosen, STEPS_FIRST), (event) => timeStep(event, actor), STEPS_FIRST, "ol");
  return make("li", { class: "lane" }, make("h3", { class: "lane-of" }, title), list);
}

/** @param {number} event @param {number} actor */
function timeStep(event, actor) {
  const entry = step(event, actor);
  if (event === state.selection.thing) entry.classList.add("chosen");
  return entry;
}

/** How the order came about, for those who ask. @param {number[]} events */
function orderNote(events) {
  const dated = events.some((at) => dayOf(content.things[at]));
  const days = content.documents.map(({ published }) => published).filter((day) => day !== undefined).sort();
  const told = days.length ? ` (${[...new Set([days[0], days[days.length - 1]])].map(dateWords).join(" to ")})` : "";
  return make(
    "p",
    { class: "hint" },
    dated ? "By date; what has none stands with the news of its article, in the order told" : "In the order of the articles",
    `${told}. “Within” is the date of the whole that something is part of. Dashed: reported; dotted: possible, planned, denied; grey: unsure, likelier wrong than right.`,
  );
}

function timeline() {
  const lanes = timeLanes();
  const events = lanes.flatMap((lane) => lane.events);
  const chosen = lanes.findIndex((lane) => lane.events.includes(state.selection.thing ?? -1));
  const list = longList(inSight(lanes, chosen, LANES_FIRST), laneEntry, LANES_FIRST, "ul");
  list.classList.add("lanes");
  const focused = document.activeElement?.getAttribute("aria-label");
  byId("view-timeline").replaceChildren(
    make("h2", {}, "What happened, and when"),
    ...[timeAxis(events), events.length ? orderNote(events) : make("p", {}, "No events are shown.")].filter((part) => part !== null),
    list,
  );
  if (focused) /** @type {HTMLElement | null} */ (byId("view-timeline").querySelector(`select[aria-label="${CSS.escape(focused)}"]`))?.focus();
  byId("view-timeline").querySelector(".chosen")?.scrollIntoView({ block: "nearest" });
}

follow(() => {
  if (state.view === "timeline") timeline();
});
