// @ts-check
/** The facts that are visible as a table that can be sorted, copied and saved. */
import { content } from "./data.js";
import { byId, make } from "./dom.js";
import { COLUMNS, factsCsv, saveFacts } from "./exports.js";
import { factShown } from "./filters.js";
import { thingLink } from "./sentences.js";
import { selectFact } from "./choose.js";
import { follow, state } from "./state.js";

const SHOWN_FIRST = 200; // rows
const CHOSEN_FIRST = 20; // rows of what is chosen, where they would be out of sight

const alphabet = new Intl.Collator("en");
let sorted = { column: 0, down: false };

/** Bring the first row that is chosen into sight. */
function showChosen() {
  byId("view-facts").querySelector(".chosen")?.scrollIntoView({ block: "nearest" });
}

/** The visible facts in the chosen order. */
function visibleFacts() {
  const { value } = COLUMNS[sorted.column];
  const facts = content.facts.map((_, at) => at).filter((at) => factShown[at]);
  const order = (/** @type {number} */ a, /** @type {number} */ b) => {
    const [one, other] = [value(a), value(b)];
    if (typeof one === "number" && typeof other === "number") return one - other;
    return alphabet.compare(String(one), String(other));
  };
  return facts.sort((a, b) => (sorted.down ? order(b, a) : order(a, b)) || a - b);
}

function table() {
  const facts = visibleFacts();
  const heads = COLUMNS.map(({ name }, column) => {
    const direction = sorted.column === column ? (sorted.down ? "descending" : "ascending") : "none";
    const sort = () => {
      sorted = { column, down: sorted.column === column && !sorted.down };
      table();
    };
    return make("th", { scope: "col", "aria-sort": direction }, make("button", { type: "button", onclick: sort }, name));
  });
  const copy = make("button", { type: "button", class: "plain", onclick: () => navigator.clipboard.writeText(factsCsv(facts)) }, "Copy");
  const saving = make("button", { type: "button", class: "plain", onclick: () => saveFacts(facts) }, "Save as CSV");
  byId("view-facts").replaceChildren(
    make("h2", {}, "Facts"),
    make("p", { class: "list-tools" }, `${facts.length.toLocaleString("en")} shown `, copy, saving),
    make("div", { class: "table" }, make("table", {}, make("thead", {}, make("tr", {}, ...heads)), longRows(facts))),
  );
  showChosen();
}

/** @param {number[]} facts */
function longRows(facts) {
  const early = facts.slice(SHOWN_FIRST).filter(isChosen).slice(0, CHOSEN_FIRST);
  const body = make("tbody", {}, ...early.map(row), ...facts.slice(0, SHOWN_FIRST).map(row));
  if (facts.length > SHOWN_FIRST) {
    const more = make("button", { type: "button", class: "more" }, `Show ${(facts.length - SHOWN_FIRST).toLocaleString("en")} more`);
    const last = make("tr", {}, make("td", { colspan: COLUMNS.length }, more));
    more.addEventListener("click", () => last.replaceWith(...longRows(facts.slice(SHOWN_FIRST).filter((at) => !early.includes(at))).childNodes));
    body.append(last);
  }
  return body;
}

/** @param {number} at */
function isChosen(at) {
  const { s, o } = content.facts[at];
  const { thing, fact } = state.selection;
  return fact === at || (thing !== undefined && (s === thing || o === thing));
}

/** @param {number} at */
function row(at) {
  const fact = content.facts[at];
  const object = fact.o === undefined ? make("bdi", {}, fact.value || "") : thingLink(fact.o);
  const open = make("button", { type: "button", class: "thing", onclick: () => selectFact(at) }, String(COLUMNS[1].value(at)));
  const rest = COLUMNS.slice(3).map(({ value }) => make("td", {}, String(value(at))));
  return make("tr", { class: isChosen(at) ? "chosen" : undefined }, make("td", {}, thingLink(fact.s)), make("td", {}, open), make("td", {}, object), ...rest);
}

follow(() => {
  if (state.view === "facts") table();
});
