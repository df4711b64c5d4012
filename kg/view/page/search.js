// @ts-check
/** Finds things by any of their names as one types; accents and capitals do not matter, all the words must be there. */
import { content, factsOfThing, folded } from "./data.js";
import { byId, counted, kindWords, make, shapeOf, short } from "./dom.js";
import { selectThing } from "./choose.js";

const MOST = 12;
const field = /** @type {HTMLInputElement} */ (byId("search"));
const list = byId("results");

/** All names of a thing in one text, each after a line end. */
const haystack = content.things.map(({ name, aliases = [] }) => `\n${[name, ...aliases].map(folded).join("\n")}`);
/** @type {number[]} */
let results = [];
let active = -1;

/** Things whose names have all the words, the best first: whole name, beginning of a name, of a word, anywhere; then the most told of.
 * @param {string} query */
export function search(query) {
  const wanted = folded(query).trim();
  const words = wanted.split(/\s+/).filter(Boolean);
  if (!words.length) return [];
  /** @type {[number, number][]} */
  const found = [];
  haystack.forEach((names, at) => {
    if (words.every((word) => names.includes(word))) found.push([grade(names, wanted), at]);
  });
  return found.sort((a, b) => a[0] - b[0] || factsOfThing[b[1]].length - factsOfThing[a[1]].length || a[1] - b[1]).map(([, at]) => at);
}

/** @param {string} names @param {string} wanted */
function grade(names, wanted) {
  if (`${names}\n`.includes(`\n${wanted}\n`)) return 0;
  if (names.includes(`\n${wanted}`)) return 1;
  return names.includes(` ${wanted}`) ? 2 : 3;
}

function look() {
  const all = search(field.value);
  results = all.slice(0, MOST);
  activate(results.length ? 0 : -1);
  list.hidden = !field.value.trim();
  field.setAttribute("aria-expanded", String(!list.hidden));
  byId("found").textContent = field.value.trim() ? counted(all.length, "thing found", "things found") : "";
}

/** @param {number} row */
function activate(row) {
  active = row;
  const rows = results.map((at, row) => {
    const item = make("li", { role: "option", id: `result-${row}`, "aria-selected": String(row === active) }, shapeOf(content.things[at].kind), make("bdi", {}, short(content.things[at].name, 90)), make("span", { class: "kind-words" }, kindWords(at)));
    item.addEventListener("pointerdown", (event) => event.preventDefault());
    item.addEventListener("click", () => choose(at));
    return item;
  });
  list.replaceChildren(...(rows.length ? rows : [make("li", { role: "option", "aria-disabled": "true", "aria-selected": "false", class: "none" }, "Nothing is called so")]));
  if (active < 0) field.removeAttribute("aria-activedescendant");
  else field.setAttribute("aria-activedescendant", `result-${active}`);
  list.children[active]?.scrollIntoView({ block: "nearest" });
}

function shut() {
  list.hidden = true;
  field.setAttribute("aria-expanded", "false");
  field.removeAttribute("aria-activedescendant");
}

/** @param {number} at */
function choose(at) {
  shut();
  field.value = "";
  selectThing(at);
  byId("panel").focus({ preventScroll: true });
}

field.addEventListener("input", look);
field.addEventListener("focus", () => field.value.trim() && look());
field.addEventListener("blur", shut);
field.addEventListener("keydown", (event) => {
  if (event.key === "Escape") {
    field.value = "";
    shut();
  } else if (event.key === "Enter" && active >= 0) choose(results[active]);
  else if (event.key === "ArrowDown" && results.length) activate((active + 1) % results.length);
  else if (event.key === "ArrowUp" && results.length) activate((active + results.length - 1) % results.length);
  else return;
  event.preventDefault();
});
document.addEventListener("keydown", (event) => {
  const typing = event.target instanceof HTMLInputElement;
  if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey) {
    event.preventDefault();
    field.focus();
  }
});
