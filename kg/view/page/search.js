// @ts-check
/**
 * Finds things by any of their names, and facts, quotations and sentences by their words, as one types. Accents and capitals do not
 * matter; all the words must be there.
 */
import { openArticle } from "./article.js";
import { clauseOf, content, factsOfThing, folded, isDenied } from "./data.js";
import { byId, counted, kindWords, make, shapeOf, short } from "./dom.js";
import { selectFact, selectThing } from "./choose.js";
import { thingLeft } from "./filters.js";
import { findings, MOST_FOUND, passageOfQuotation, prepareFindings, sentences } from "./findings.js";

const MOST = 8; // things
const FEW_FACTS = 4; // and quotations, at first
const FEW_SENTENCES = 5;
const MANY = MOST_FOUND; // of a group, on request
const LONG_ROW = 150; // letters
const field = /** @type {HTMLInputElement} */ (byId("search"));
const list = byId("results");

/** All names of each thing in one text, each after a line end; made when the search is first used. @type {string[] | undefined} */
let haystack;

/** @param {import("./data.js").Thing} thing */
function allNames({ name, aliases = [] }) {
  return `\n${[name, ...aliases].map(folded).join("\n")}`;
}

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
  if (best.length === MANY && best[MANY - 1].rank <= found.rank) return;
  const place = best.findIndex(({ rank }) => rank > found.rank);
  best.splice(place < 0 ? best.length : place, 0, found);
  best.length = Math.min(best.length, MANY);
}

/** @param {string} names @param {string} wanted */
function grade(names, wanted) {
  if (`${names}\n`.includes(`\n${wanted}\n`)) return 0;
  if (names.includes(`\n${wanted}`)) return 1;
  return names.includes(` ${wanted}`) ? 2 : 3;
}

/** @typedef {{words: (Node | string | false)[], choose: () => void}} Row */
/** @typedef {{title: string, count: number, rows: Row[]}} Group */

/** @type {Row[]} */
let rows = [];
let active = -1;
/** The groups of which more than the first rows are shown. @type {Set<string>} */
let opened = new Set();

function look() {
  opened = new Set();
  answer();
  activate(rows.length ? 0 : -1);
}

/** Find it, and show it in its groups. */
function answer() {
  const query = field.value.trim();
  const groups = query ? groupsOf(query) : [];
  rows = groups.flatMap((group) => group.rows);
  let at = 0;
  const drawn = groups.map((group) => {
    const options = group.rows.map((row) => option(row, at++));
    return make("div", { role: "group", "aria-label": group.title }, make("span", { class: "group-title", "aria-hidden": "true" }, group.title, make("span", { class: "count" }, group.count.toLocaleString("en"))), ...options);
  });
  const none = make("div", { role: "option", "aria-disabled": "true", "aria-selected": "false", class: "none" }, "Nothing is called so, and no article says so");
  list.replaceChildren(...(drawn.length ? drawn : [none]));
  list.hidden = !query;
  field.setAttribute("aria-expanded", String(!list.hidden));
  byId("found").textContent = query ? groups.map(({ title, count }) => counted(count, title.slice(0, -1), title)).join(", ") || "Nothing found" : "";
}

/** @param {string} query @returns {Group[]} */
function groupsOf(query) {
  const things = search(query);
  const said = findings(query);
  const words = folded(query).split(/\s+/).filter(Boolean);
  /** @type {[string, {best: number[], count: number}, number, (at: number) => Row][]} */
  const kinds = [
    ["things", things, MOST, thingRow],
    ["facts", said.facts, FEW_FACTS, (at) => factRow(at, words)],
    ["quotations", said.quotations, FEW_FACTS, (at) => quotationRow(at, words)],
    ["sentences", said.sentences, FEW_SENTENCES, (at) => sentenceRow(at, words)],
  ];
  return kinds
    .filter(([, { count }]) => count)
    .map(([title, { best, count }, few, row]) => {
      const some = best.slice(0, opened.has(title) ? MANY : few).map(row);
      const rest = Math.min(MANY, best.length) > some.length ? [moreRow(title, best.length - some.length)] : [];
      return { title, count, rows: [...some, ...rest] };
    });
}

/** @param {string} title @param {number} count @returns {Row} */
function moreRow(title, count) {
  const choose = () => {
    opened.add(title);
    const was = active;
    answer();
    activate(was);
  };
  return { words: [make("span", { class: "kind-words" }, `${count.toLocaleString("en")} more ${title}`)], choose };
}

/** @param {number} at @returns {Row} */
function thingRow(at) {
  const { kind, name } = content.things[at];
  return {
    words: [shapeOf(kind), make("bdi", {}, short(name, 90)), make("span", { class: "kind-words" }, kindWords(at), !thingLeft[at] && " · left out by the filters")],
    choose: () => leave(() => selectThing(at)),
  };
}

/** @param {number} at @param {string[]} words @returns {Row} */
function factRow(at, words) {
  const fact = content.facts[at];
  const { s, o, value = "", role } = fact;
  const text = [content.things[s].name, clauseOf(fact), o === undefined ? value : content.things[o].name, role && `(${role})`];
  const denied = isDenied(fact) && "It is denied that ";
  return { words: [make("span", { dir: "auto" }, denied, ...bolder(text.filter(Boolean).join(" "), words))], choose: () => leave(() => selectFact(at)) };
}

/** @param {number} at @param {string[]} words @returns {Row} */
function quotationRow(at, words) {
  const { text, by, indirect } = content.quotations[at];
  const passage = passageOfQuotation(at);
  const read = () => (passage?.document === undefined ? by !== undefined && selectThing(by) : openArticle(passage.document, passage));
  const marks = indirect ? ["", ""] : ["“", "”"];
  return {
    words: [make("span", { dir: "auto" }, marks[0], ...bolder(around(text, words), words), marks[1]), by !== undefined && make("span", { class: "kind-words" }, content.things[by].name)],
    choose: () => leave(read),
  };
}

/** @param {number} at @param {string[]} words @returns {Row} */
function sentenceRow(at, words) {
  const { document, start, end } = sentences[at];
  const { text = "", headline, outlet } = content.documents[document];
  const cite = make("span", { class: "kind-words" }, outlet || short(headline, 40));
  return { words: [make("span", { dir: "auto" }, ...bolder(around(text.slice(start, end), words), words)), cite], choose: () => leave(() => openArticle(document, { start, end })) };
}

/** What stands around the first of some words in a long text. @param {string} text @param {string[]} words */
function around(text, words) {
  const plain = text.replace(/\s+/g, " ");
  if (plain.length <= LONG_ROW) return plain;
  const pieces = [...plain.matchAll(/\S+/g)];
  const first = pieces.find(([piece]) => words.some((word) => folded(piece).includes(word)));
  const from = Math.max(0, (first?.index ?? 0) - LONG_ROW / 3);
  const start = from ? plain.indexOf(" ", from) + 1 : 0;
  return `${start ? "… " : ""}${short(plain.slice(start), LONG_ROW)}`;
}

/** A text in which the words that were looked for stand out. @param {string} text @param {string[]} words */
function bolder(text, words) {
  return text.split(/(\s+)/).map((piece) => (piece.trim() && words.some((word) => folded(piece).includes(word)) ? make("b", {}, piece) : piece));
}

/** @param {Row} row @param {number} at */
function option({ words, choose }, at) {
  const item = make("div", { role: "option", id: `result-${at}`, class: "result", "aria-selected": "false" }, ...words);
  item.addEventListener("pointerdown", (event) => event.preventDefault());
  item.addEventListener("click", choose);
  return item;
}

/** @param {number} row */
function activate(row) {
  active = Math.min(row, rows.length - 1);
  for (const item of list.querySelectorAll(".result")) item.setAttribute("aria-selected", String(item.id === `result-${active}`));
  if (active < 0) field.removeAttribute("aria-activedescendant");
  else field.setAttribute("aria-activedescendant", `result-${active}`);
  document.getElementById(`result-${active}`)?.scrollIntoView({ block: "nearest" });
}

function shut() {
  list.hidden = true;
  field.setAttribute("aria-expanded", "false");
  field.removeAttribute("aria-activedescendant");
}

/** Leave the search for what was found. @param {() => void} go */
function leave(go) {
  shut();
  field.value = "";
  byId("panel").focus({ preventScroll: true });
  go();
}

field.addEventListener("input", look);
field.addEventListener("focus", () => {
  haystack ||= content.things.map(allNames);
  prepareFindings();
  if (field.value.trim()) look();
});
field.addEventListener("blur", shut);
field.addEventListener("keydown", (event) => {
  if (event.key === "Escape") {
    field.value = "";
    shut();
  } else if (event.key === "Enter" && active >= 0) rows[active].choose();
  else if (event.key === "ArrowDown" && rows.length) activate((active + 1) % rows.length);
  else if (event.key === "ArrowUp" && rows.length) activate((active + rows.length - 1) % rows.length);
  else return;
  event.preventDefault();
  event.stopPropagation();
});
document.addEventListener("keydown", (event) => {
  const typing = event.target instanceof HTMLInputElement;
  if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey) {
    event.preventDefault();
    field.focus();
  }
});
