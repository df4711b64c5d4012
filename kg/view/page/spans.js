// @ts-check
/** A slider over dates: where the span begins, where it ends, and bars that show how much there is of each time. */
import { byId, counted, dateWords, make, svgElement } from "./dom.js";
import { change, state } from "./state.js";

const BARS = 40;
const HEIGHT = 22;
const WIDE = 220;

/**
 * Fill the fieldset of a choice; it stays hidden where there are fewer than two dates. The answer brings it up to date.
 * @param {"happened" | "published"} name @param {(string | undefined)[]} dates of everything, also where unknown
 * @param {[string, string]} words what one and what several are called @returns {() => void}
 */
export function spanChoice(name, dates, words) {
  const known = dates.filter((date) => date !== undefined).sort();
  const steps = [...new Set(known)];
  byId(name).hidden = steps.length < 2;
  if (steps.length < 2) return () => {};
  const last = steps.length - 1;
  const from = slider("from", last);
  const to = slider("to", last);
  const told = make("output", { class: "span-told" });
  const moved = (/** @type {boolean} */ first) => {
    let [low, high] = [Number(from.value), Number(to.value)];
    if (low > high) [low, high] = first ? [low, low] : [high, high];
    change({ [name]: low === 0 && high === last ? null : [steps[low], steps[high]] });
  };
  from.addEventListener("input", () => moved(true));
  to.addEventListener("input", () => moved(false));
  const bars = histogram(known, steps);
  byId(name).append(bars, make("label", {}, "from ", from), make("label", {}, "to ", to), told);
  return () => {
    const span = state[name];
    const [low, high] = span ? [nearest(steps, span[0], true), nearest(steps, span[1], false)] : [0, last];
    place(from, low, steps);
    place(to, high, steps);
    const count = known.filter((date) => date >= steps[low] && date <= steps[high]).length;
    const unknown = dates.length - known.length;
    const rest = unknown && !span ? `, ${unknown.toLocaleString("en")} without a date` : "";
    told.textContent = `${dateWords(steps[low])} to ${dateWords(steps[high])}: ${counted(count, ...words)}${rest}`;
  };
}

/** @param {string} end @param {number} last */
function slider(end, last) {
  return /** @type {HTMLInputElement} */ (make("input", { type: "range", min: 0, max: last, step: 1, class: `span-${end}` }));
}

/** @param {HTMLInputElement} input @param {number} at @param {string[]} steps */
function place(input, at, steps) {
  input.value = String(at);
  input.setAttribute("aria-valuetext", dateWords(steps[at]));
}

/** The first step that is not before a date, or the last that is not after it. @param {string[]} steps @param {string} date @param {boolean} first */
function nearest(steps, date, first) {
  const found = first ? steps.findIndex((step) => step >= date) : steps.findLastIndex((step) => step <= date);
  return found < 0 ? (first ? steps.length - 1 : 0) : found;
}

/** @param {string[]} dates @param {string[]} steps */
function histogram(dates, steps) {
  const bars = Math.min(BARS, steps.length);
  const barOf = new Map(steps.map((step, at) => [step, Math.floor((at * bars) / steps.length)]));
  const counts = new Array(bars).fill(0);
  for (const date of dates) counts[/** @type {number} */ (barOf.get(date))] += 1;
  const most = Math.max(...counts);
  const width = WIDE / bars;
  const shapes = counts.map(
    (count, at) =>
      `M${(at * width).toFixed(1)} ${HEIGHT}h${(width * 0.8).toFixed(1)}V${(HEIGHT - (count / most) * HEIGHT).toFixed(1)}h-${(width * 0.8).toFixed(1)}z`,
  );
  const svg = svgElement("svg", { viewBox: `0 0 ${WIDE} ${HEIGHT}`, class: "bars", "aria-hidden": "true" });
  svg.append(svgElement("path", { d: shapes.join("") }));
  return svg;
}
