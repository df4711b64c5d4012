// @ts-check
/** The axis of time: how much happened in each day, month or year, and below it when articles appeared. Pulling over it leaves a span. */
import { scaleUtc } from "d3-scale";
import { content, dayOf } from "./data.js";
import { byId, counted, dateWords, make, svgElement } from "./dom.js";
import { documentLeft } from "./filters.js";
import { change, state } from "./state.js";

/** @typedef {{date: string, count: number}} Bin */

const BARS = 64; // the height of the tallest
const HEIGHT = 96;
const LEAST_WIDE = 280; // pixels of the drawing
const TICK = 110; // pixels of the axis for each date below it
const LEAST_TICKS = 2;
const TICK_LETTER = 3.6; // pixels of half a letter
const TICK_GAP = 8;
const FEW = 0.1; // of the events at either end, which may lie outside of the axis
const NARROWEST = 3; // a bar
const LETTERS = { day: 10, month: 7, year: 4 }; // of an ISO date
const UNITS = /** @type {const} */ (["day", "month", "year"]);
const MOST_BARS = { day: 62, month: 150 }; // more of them are shown by the next larger unit
const MILLISECONDS = { day: 86_400_000, month: 30.4 * 86_400_000, year: 365.25 * 86_400_000 };

/** @typedef {typeof UNITS[number]} Unit */

/** How wide the drawing is, in pixels. */
let wideness = 1000;

/** What the reader has chosen; undefined where the span decides. @type {Unit | undefined} */
let chosenUnit;

/** @param {string} date */
function timeOf(date) {
  return Date.parse(date.length === 4 ? `${date}-01-01` : date.length === 7 ? `${date}-01` : date.slice(0, 10));
}

/** The last day of a day, month or year. @param {string} date */
export function lastDay(date) {
  if (date.length === 10) return date;
  const [year, month = 12] = date.split("-").map(Number);
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}

/** How many dates fall into each day, month or year, in order. Dates that are less exact than the unit are not told.
 * @param {(string | undefined)[]} dates @param {Unit} unit @returns {Bin[]} */
export function binned(dates, unit) {
  const letters = LETTERS[unit];
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const date of dates) {
    if (!date || date.length < letters || Number.isNaN(timeOf(date))) continue;
    const key = date.slice(0, letters);
    counts.set(key, (counts.get(key) || 0) + 1);
  }
  return [...counts].map(([date, count]) => ({ date, count })).sort((a, b) => (a.date < b.date ? -1 : 1));
}

/** The smallest unit of which the span between two dates has not too many. @param {string} first @param {string} last @returns {Unit} */
export function unitFor(first, last) {
  const span = timeOf(last) - timeOf(first);
  if (span / MILLISECONDS.day <= MOST_BARS.day) return "day";
  return span / MILLISECONDS.month <= MOST_BARS.month ? "month" : "year";
}

/** The axis of some events, with its choices; null where none has a date. @param {number[]} events */
export function timeAxis(events) {
  const dates = events.map((at) => dayOf(content.things[at]));
  const appeared = content.documents.filter((_, at) => documentLeft(at)).map(({ published }) => published);
  const known = dates.filter((date) => date !== undefined).sort();
  if (!known.length) return null;
  const days = appeared.filter((date) => date !== undefined).sort();
  const [first, last] = state.happened || mostOf(known, days);
  const unit = chosenUnit || unitFor(first, last);
  const every = binned(known, unit);
  const bins = every.filter(({ date }) => date >= first.slice(0, LETTERS[unit]) && date <= last);
  const apart = [
    beyond(known.filter((date) => date < first.slice(0, date.length)), "earlier"),
    beyond(known.filter((date) => date > last), "later"),
  ];
  const tools = make("p", { class: "list-tools" }, unitButtons(unit), spanSelect(every, unit), ...apart, undatedNote(dates.length - known.length));
  return make("div", { class: "time" }, tools, bins.length ? drawing(bins, binned(appeared, unit), unit, [first, last]) : null);
}

/** From when to when most of it was, and all articles appeared: a few events of long ago would leave the others no room.
 * @param {string[]} known @param {string[]} days both in order @returns {[string, string]} */
function mostOf(known, days) {
  const few = Math.floor(known.length * FEW);
  const first = [known[few], days[0] ?? known[few]].sort()[0];
  const last = [known[known.length - 1 - few], days[days.length - 1] ?? known[0]].sort()[1];
  return [first, last];
}

/** The way to what lies outside of the axis. @param {string[]} dates in order @param {string} words */
function beyond(dates, words) {
  if (!dates.length) return null;
  const show = () => change({ happened: [dates[0], lastDay(dates[dates.length - 1])] });
  return make("button", { type: "button", class: "more", onclick: show }, `${dates.length.toLocaleString("en")} ${words}`);
}

/** @param {Unit} unit */
function unitButtons(unit) {
  const button = (/** @type {Unit} */ each) => {
    const press = () => {
      chosenUnit = each;
      change({});
    };
    return make("button", { type: "button", class: "plain", "aria-pressed": String(each === unit), onclick: press }, `${each}s`);
  };
  return make("span", { class: "units", role: "group", "aria-label": "Days, months or years" }, ...UNITS.map(button));
}

/** The same choice as pulling over the axis, for the keyboard. @param {Bin[]} bins @param {Unit} unit */
function spanSelect(bins, unit) {
  const { happened } = state;
  const chosen = bins.find(({ date }) => happened && happened[0] === date && happened[1] === lastDay(date));
  const option = (/** @type {Bin} */ { date, count }) => make("option", { value: date, selected: chosen?.date === date }, `${dateWords(date)} (${count.toLocaleString("en")})`);
  const whole = make("option", { value: "", selected: !happened }, "whole time");
  const other = happened && !chosen ? make("option", { value: "-", selected: true, disabled: true }, "a span") : null;
  const select = /** @type {HTMLSelectElement} */ (make("select", { class: "plain", "aria-label": `Only what happened in one ${unit}` }, whole, other, ...bins.map(option)));
  select.addEventListener("change", () => change({ happened: select.value ? [select.value, lastDay(select.value)] : null }));
  return select;
}

/** @param {number} count */
function undatedNote(count) {
  return count ? make("span", {}, `${counted(count, "event", "events")} without a date`) : null;
}

/** @param {Bin[]} bins @param {Bin[]} appeared @param {Unit} unit @param {[string, string]} ends */
function drawing(bins, appeared, unit, [first, last]) {
  wideness = Math.max(LEAST_WIDE, (byId("view-timeline").clientWidth || 1000) - 48);
  const scale = scaleUtc([timeOf(first.slice(0, LETTERS[unit])), timeOf(last) + MILLISECONDS[unit]], [8, wideness - 8]);
  const most = Math.max(1, ...bins.map(({ count }) => count));
  const svg = svgElement("svg", { viewBox: `0 0 ${wideness} ${HEIGHT}`, class: "axis", role: "img", "aria-label": `How much happened in each ${unit}` });
  const wide = Math.max(NARROWEST, scale(timeOf(first) + MILLISECONDS[unit]) - scale(timeOf(first)) - 0.5);
  const bar = (/** @type {Bin} */ { date, count }) => {
    const height = Math.max(4, (count / most) * BARS);
    const shape = svgElement("rect", { x: scale(timeOf(date)), y: BARS + 4 - height, width: wide, height, class: "bar", "data-date": date });
    shape.append(titled(`${dateWords(date)}: ${counted(count, "event", "events")}`));
    return shape;
  };
  svg.append(svgElement("path", { d: `M0 ${BARS + 4}H${wideness}`, class: "rule" }), ...bins.map(bar));
  for (const { date, count } of appeared.filter(({ date }) => date >= first && date <= last)) {
    const mark = svgElement("circle", { cx: scale(timeOf(date)) + wide / 2, cy: BARS + 9, r: 3, class: "appeared" });
    mark.append(titled(`${dateWords(date)}: ${counted(count, "article", "articles")}`));
    svg.append(mark);
  }
  svg.append(...ticks(scale, unit));
  brush(svg, bins, scale);
  return svg;
}

/** @param {string} words */
function titled(words) {
  const title = svgElement("title", {});
  title.textContent = words;
  return title;
}

/** Dates below the axis, each below the middle of its bar: as many as have room, all as far apart.
 * @param {import("d3-scale").ScaleTime<number, number>} scale @param {Unit} unit */
function ticks(scale, unit) {
  const most = Math.max(LEAST_TICKS, Math.floor(wideness / TICK));
  for (let count = most; count > LEAST_TICKS; count -= 1) {
    const places = tickPlaces(scale, unit, count);
    if (places.every(({ x, half }, at) => !at || places[at - 1].x + places[at - 1].half + TICK_GAP < x - half)) return places.map(tick);
  }
  return tickPlaces(scale, unit, LEAST_TICKS).slice(0, 1).map(tick);
}

/** The dates of about so many ticks, where each is written, and half its width; without those that would be cut.
 * @param {import("d3-scale").ScaleTime<number, number>} scale @param {Unit} unit @param {number} count */
export function tickPlaces(scale, unit, count) {
  const dates = new Set(scale.ticks(count).map((time) => time.toISOString().slice(0, LETTERS[unit])));
  const places = [...dates].map((date) => {
    const words = dateWords(date);
    return { words, x: scale((timeOf(date) + Date.parse(lastDay(date)) + MILLISECONDS.day) / 2), half: words.length * TICK_LETTER };
  });
  return places.filter(({ x, half }) => x >= half && x + half <= wideness);
}

/** @param {{words: string, x: number}} place */
function tick({ words, x }) {
  const text = svgElement("text", { x, y: HEIGHT - 4 });
  text.textContent = words;
  return text;
}

/** A click on the axis leaves the nearest bar, pulling leaves what is pulled over.
 * @param {SVGElement} svg @param {Bin[]} bins @param {import("d3-scale").ScaleTime<number, number>} scale */
function brush(svg, bins, scale) {
  const pulled = svgElement("rect", { y: 0, width: 0, height: BARS + 4, class: "pulled" });
  svg.append(pulled);
  const along = (/** @type {PointerEvent} */ event) => {
    const { left, width } = svg.getBoundingClientRect();
    return ((event.clientX - left) / width) * wideness;
  };
  /** @type {number | undefined} */
  let from;
  svg.addEventListener("pointerdown", (event) => {
    from = along(event);
    svg.setPointerCapture(event.pointerId);
  });
  svg.addEventListener("pointermove", (event) => {
    if (from === undefined) return;
    pulled.setAttribute("x", String(Math.min(from, along(event))));
    pulled.setAttribute("width", String(Math.abs(along(event) - from)));
  });
  svg.addEventListener("pointerup", (event) => {
    if (from === undefined) return;
    const [low, high] = [from, along(event)].sort((a, b) => a - b);
    from = undefined;
    const middle = (/** @type {Bin} */ { date }) => scale((timeOf(date) + Date.parse(lastDay(date))) / 2);
    const near = (/** @type {number} */ x) => bins.reduce((best, bin) => (Math.abs(middle(bin) - x) < Math.abs(middle(best) - x) ? bin : best), bins[0]);
    const within = bins.filter((bin) => middle(bin) >= low && middle(bin) <= high);
    const chosen = within.length ? within : bins.length ? [near((low + high) / 2)] : [];
    if (chosen.length) change({ happened: [chosen[0].date, lastDay(chosen[chosen.length - 1].date)] });
  });
}
