// @ts-check
/** Finds things by any of their names as one types; accents and capitals do not matter, all the words must be there. */
import { content, factsOfThing, folded } from "./data.js";
import { byId, counted, kindWords, make, shapeOf, short } from "./dom.js";
import { selectThing } from "./choose.js";
import { thingLeft } from "./filters.js";

const MOST = 12;
const field = /** @type {HTMLInputElement} */ (byId("search"));
const list = byId("results");

/** All names of each thing in one text, each after a line end; made when the search is first used. @type {string[] | undefined} */
let haystack;

/** @param {import("./data.js").Thing} thing */
function allNames({ name, aliases = [] }) {
  return `\n${[name, ...aliases].map(folded).join("\n")}`;
}

/** @type {number[]} */
let results = [];
let active = -1;

/** Things whose names have all the words: how many there are, and the best of them. Best is a whole name, then the beginning of a name,
 * of a word, anything; then what is told of most. @param {string} query */
export function search(query) {
  const wanted = folded(query).trim();
  const words = wanted.split(/\s+/).filter(Boolean);
  /** @type {{at: number, rank: number}[]} */
  const best = [];
  let count = 0;
  haystack ||= content.things.map(allNames);
  if (!words.length) return { best: [], count };
  haystack.forEach((names, at) => {
    if (!words.every((word) => names.includes(word))) return;
    count += 1;
    insert(best, { at, rank: grade(names, wanted) * content.facts.length * 2 - factsOfThing[at].length });
  });
  return { best: best.map(({ at }) => at), count };
}

/** Put in where its rank says, if it is among the first. @param {{at: number, rank: number}[]} best @param {{at: number, rank: number}} found */
function insert(best, found) {
  if (best.length === MOST && best[MOST - 1].rank <= found.rank) return;
  const place = best.findIndex(({ rank }) => rank > found.rank);
  best.splice(place < 0 ? best.length : place, 0, found);
  best.length = Math.min(best.length, MOST);
}

/** @param {string} names @param {string} wanted */
function grade(names, wanted) {
  if (`${names}\n`.includes(`\n${wanted}\n`)) return 0;
  if (names.includes(`\n${wanted}`)) return 1;
  return names.includes(` ${wanted}`) ? 2 : 3;
}

function look() {
  const { best, count } = search(field.value);
  results = best;
  activate(results.length ? 0 : -1);
  list.hidden = !field.value.trim();
  field.setAttribute("aria-expanded", String(!list.hidden));
  byId("found").textContent = field.value.trim() ? counted(count, "thing found", "things found") : "";
}

/** @param {number} row */
function activate(row) {
  active = row;
  const rows = results.map((at, row) => {
    const item = make(
      "li",
      { role: "option", id: `result-${row}`, "aria-selected": String(row === active) },
      shapeOf(content.things[at].kind),
      make("bdi", {}, short(content.things[at].name, 90)),
      make("span", { class: "kind-words" }, kindWords(at), !thingLeft[at] && " · left out by the filters"),
    );
    item.addEventListener("pointerdown", (event) => event.preventDefault());
    item.addEventListener("click", () => choose(at));
    return item;
  });
  list.replaceChildren(
    ...(rows.length
      ? rows
      : [
          make(
            "li",
            { role: "option", "aria-disabled": "true", "aria-selected": "false", class: "none" },
            "Nothing is called so",
          ),
        ]),
  );
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
