// @ts-check
/** Builds elements. Text is only ever put in as text, so nothing that an article says can become markup. */
import { content, evidenceOf, isDenied, isUnsure, kindOfKey } from "./data.js";

/**
 * An element with attributes and children; texts become text nodes, nothing is parsed.
 * @param {string} name @param {Record<string, any>} [attributes] @param {...(Node | string | null | undefined | false)} children
 * @returns {HTMLElement}
 */
export function make(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue;
    if (key === "onclick") element.addEventListener("click", value);
    else element.setAttribute(key, value === true ? "" : String(value));
  }
  element.append(...children.filter((child) => child !== null && child !== undefined && child !== false).map((child) => /** @type {Node | string} */ (child)));
  return element;
}

/** @param {string} id @returns {HTMLElement} */
export function byId(id) {
  return /** @type {HTMLElement} */ (document.getElementById(id));
}

/** The shapes in a square of 16, by name: those of vis-network, and some of our own. */
export const PATHS = Object.fromEntries(content.kinds.map(({ shape, path }) => [shape, path]));

/** An element of a drawing. @param {string} name @param {Record<string, string | number>} attributes @returns {SVGElement} */
export function svgElement(name, attributes) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) if (key !== "xmlns") element.setAttribute(key, String(value));
  return element;
}

/** Give the reader a file. @param {string} name @param {Blob} file */
export function save(name, file) {
  const link = document.createElement("a");
  link.download = name;
  link.href = URL.createObjectURL(file);
  link.click();
  URL.revokeObjectURL(link.href);
}

/** The shape of a kind as a small picture. @param {string} key */
export function shapeOf(key) {
  const svg = svgElement("svg", { viewBox: "0 0 16 16", class: `shape kind-${key}`, "aria-hidden": "true" });
  svg.append(svgElement("path", { d: PATHS[kindOfKey.get(key)?.shape || "dot"] }));
  return svg;
}

/** An ISO date as one reads it. @param {string} date */
export function dateWords(date) {
  const months = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
  const [, year, month, day] = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/.exec(date) || [];
  if (!year) return date;
  return [day && String(Number(day)), month && months[Number(month) - 1], year].filter(Boolean).join(" ");
}

/** A span of dates as one reads it: a month or year by its name alone. @param {string[]} span */
export function spanWords([from, to = from]) {
  return to.startsWith(from) ? dateWords(from) : `${dateWords(from)} to ${dateWords(to)}`;
}

/** What narrows a fact, its date in words: "since March 2019". @param {import("./data.js").Fact} fact */
export function qualifiersOf({ qualifiers = [] }) {
  return qualifiers.map(([name, value]) => ({ name, value, words: [name, dateWords(value)].filter(Boolean).join(" ") }));
}

/** When an event took place, in words; empty where that is not known. @param {import("./data.js").Thing} event */
export function whenWords({ start, end, within }) {
  if (start) return spanWords(end ? [start, end] : [start]);
  return within ? `within ${spanWords(within)}` : "";
}

/** @param {number} count @param {string} one @param {string} many */
export function counted(count, one, many) {
  return `${count.toLocaleString("en")} ${count === 1 ? one : many}`;
}

/** A name that is not longer than it need be. @param {string} name @param {number} most */
export function short(name, most) {
  return name.length > most ? `${name.slice(0, most - 1)}…` : name;
}

/** A list that shows its first entries and the others on request: nothing is ever out of reach.
 * @template T @param {T[]} entries @param {(entry: T) => HTMLElement} show @param {number} [first] @param {string} [name] */
export function longList(entries, show, first = 40, name = "ul") {
  const list = make(name, { class: "long" }, ...entries.slice(0, first).map(show));
  if (entries.length <= first) return list;
  const more = make("button", { type: "button", class: "more" }, `Show ${(entries.length - first).toLocaleString("en")} more`);
  const item = make("li", { class: "more-item" }, more);
  more.addEventListener("click", () => {
    const rest = longList(entries.slice(first), show, first * 4, name);
    const next = /** @type {HTMLElement | null} */ (rest.querySelector("a, button"));
    item.replaceWith(...rest.childNodes);
    next?.focus();
  });
  list.append(item);
  return list;
}

/** What a denied event is called beside its name. The name may hold the "not" or leave it out: this is true of both. */
export const DENIAL = "a denial";

/** What stands beside that which is likelier wrong than right. */
export const UNSURE = "unsure";

/** How something is told that is not told as fact, and whether it is unsure. @param {{evidence?: number}} told @returns {string[]} */
export function doubtsOf(told) {
  const { factuality = "Asserted" } = evidenceOf(told);
  const manner = isDenied(told) ? DENIAL : factuality !== "Asserted" && factuality.toLowerCase();
  return [manner, isUnsure(told) && UNSURE].flatMap((words) => words || []);
}

/** What has to stand beside the name of an event: others tell by their names that they are planned or possible.
 * @param {{evidence?: number}} told */
export function nameDoubts(told) {
  return doubtsOf(told).filter((words) => words === DENIAL || words === UNSURE);
}

/** @param {number} thing */
export function kindWords(thing) {
  const { kind, types = [] } = content.things[thing];
  return types.length ? types.join(", ") : kindOfKey.get(kind)?.one || kind;
}

/** A part of the panel under a heading; null where it is empty. @param {string} title @param {Node | null} body @param {number} [count] */
export function section(title, body, count) {
  if (!body || count === 0) return null;
  return make("section", {}, make("h3", {}, title, count === undefined ? null : make("span", { class: "count" }, String(count))), body);
}
