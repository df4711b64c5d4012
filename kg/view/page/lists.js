// @ts-check
/** Two other views of what is visible: the events by date, and the facts as a table that can be sorted, copied and saved. */
import { content, evidenceOf } from "./data.js";
import { byId, dateWords, longList, make, save } from "./dom.js";
import { factShown, thingShown } from "./filters.js";
import { thingLink } from "./sentences.js";
import { selectFact } from "./choose.js";
import { change, follow, state, VIEWS } from "./state.js";

const SHOWN_FIRST = 200;

/** @typedef {{name: string, value: (fact: number) => string | number}} Column */
/** @type {Column[]} */
const COLUMNS = [
  { name: "Thing", value: (at) => content.things[content.facts[at].s].name },
  { name: "Relation", value: (at) => content.relations[content.facts[at].r].clause + (content.facts[at].role ? ` (${content.facts[at].role})` : "") },
  { name: "Thing or value", value: (at) => objectName(at) },
  { name: "Said", value: (at) => (evidenceOf(content.facts[at]).factuality || "").toLowerCase() },
  { name: "Confidence", value: (at) => evidenceOf(content.facts[at]).confidence?.toFixed(2) ?? "" },
  { name: "Articles", value: (at) => evidenceOf(content.facts[at]).articles ?? 0 },
];
let sorted = { column: 0, down: false };

/** @param {number} at */
function objectName(at) {
  const { o, value } = content.facts[at];
  return o === undefined ? value || "" : content.things[o].name;
}

function timeline() {
  const events = content.things.map((_, at) => at).filter((at) => thingShown[at] && content.things[at].kind === "event");
  const dated = events.filter((at) => content.things[at].start);
  const undated = events.filter((at) => !content.things[at].start);
  const dates = [...new Set(dated.map((at) => content.things[at].start || ""))].sort();
  const days = dates.map((date) => day(dateWords(date), dated.filter((at) => content.things[at].start === date)));
  const rest = undated.length ? [day("Without a date", undated)] : [];
  byId("view-timeline").replaceChildren(make("h2", {}, "Events by date"), ...(events.length ? [] : [make("p", {}, "No events are shown.")]), make("ol", { class: "days" }, ...days, ...rest));
}

/** @param {string} title @param {number[]} events */
function day(title, events) {
  const entry = (/** @type {number} */ at) => {
    const { end, evidence } = content.things[at];
    const { factuality = "" } = evidenceOf({ evidence });
    const denied = factuality === "Denied";
    const open = factuality === "Asserted" ? "" : factuality;
    return make("li", { class: at === state.selection.thing ? "chosen" : undefined }, make(denied ? "s" : "span", {}, thingLink(at, { shape: true })), end && make("span", { class: "date" }, ` until ${dateWords(end)}`), open && make("span", { class: "date" }, ` (${open.toLowerCase()})`));
  };
  return make("li", {}, make("h3", {}, title), longList(events, entry, 60));
}

/** The visible facts in the chosen order. */
function visibleFacts() {
  const { value } = COLUMNS[sorted.column];
  const facts = content.facts.map((_, at) => at).filter((at) => factShown[at]);
  const order = (/** @type {number} */ a, /** @type {number} */ b) => {
    const [one, other] = [value(a), value(b)];
    if (typeof one === "number" && typeof other === "number") return one - other;
    return String(one).localeCompare(String(other), "en");
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
  const copy = make("button", { type: "button", class: "plain", onclick: () => navigator.clipboard.writeText(csv(facts)) }, "Copy");
  const saving = make("button", { type: "button", class: "plain", onclick: () => saveCsv(facts) }, "Save as CSV");
  byId("view-facts").replaceChildren(
    make("h2", {}, "Facts"),
    make("p", { class: "list-tools" }, `${facts.length.toLocaleString("en")} shown `, copy, saving),
    make("div", { class: "table" }, make("table", {}, make("thead", {}, make("tr", {}, ...heads)), longRows(facts))),
  );
}

/** @param {number[]} facts */
function longRows(facts) {
  const body = make("tbody", {}, ...facts.slice(0, SHOWN_FIRST).map(row));
  if (facts.length > SHOWN_FIRST) {
    const more = make("button", { type: "button", class: "more" }, `Show ${(facts.length - SHOWN_FIRST).toLocaleString("en")} more`);
    const last = make("tr", {}, make("td", { colspan: COLUMNS.length }, more));
    more.addEventListener("click", () => last.replaceWith(...longRows(facts.slice(SHOWN_FIRST)).childNodes));
    body.append(last);
  }
  return body;
}

/** @param {number} at */
function row(at) {
  const fact = content.facts[at];
  const object = fact.o === undefined ? make("bdi", {}, fact.value || "") : thingLink(fact.o);
  const open = make("button", { type: "button", class: "thing", onclick: () => selectFact(at) }, String(COLUMNS[1].value(at)));
  const rest = COLUMNS.slice(3).map(({ value }) => make("td", {}, String(value(at))));
  const { thing, fact: line } = state.selection;
  const chosen = line === at || (thing !== undefined && (fact.s === thing || fact.o === thing));
  return make("tr", { class: chosen ? "chosen" : undefined }, make("td", {}, thingLink(fact.s)), make("td", {}, open), make("td", {}, object), ...rest);
}

/** RFC 4180. A cell that a spreadsheet would take for a formula begins with an apostrophe. @param {number[]} facts */
function csv(facts) {
  const cell = (/** @type {string | number} */ value) => `"${String(value).replace(/^(?=[=+\-@\t\r])/, "'").replace(/"/g, '""')}"`;
  const rows = [COLUMNS.map(({ name }) => cell(name)), ...facts.map((at) => COLUMNS.map(({ value }) => cell(value(at))))];
  return rows.map((cells) => `${cells.join(",")}\r\n`).join("");
}

/** @param {number[]} facts */
function saveCsv(facts) {
  save("facts.csv", new Blob(["\ufeff", csv(facts)], { type: "text/csv" }));
}

function tabs() {
  for (const view of VIEWS) {
    const chosen = view === state.view;
    const tab = byId(`tab-${view}`);
    tab.setAttribute("aria-selected", String(chosen));
    tab.tabIndex = chosen ? 0 : -1;
    byId(`view-${view}`).hidden = !chosen;
  }
}

for (const view of VIEWS) byId(`tab-${view}`).addEventListener("click", () => change({ view }));
document.querySelector(".views")?.addEventListener("keydown", (event) => {
  const step = /** @type {Record<string, number>} */ ({ ArrowRight: 1, ArrowLeft: -1 })[/** @type {KeyboardEvent} */ (event).key];
  if (!step) return;
  const view = VIEWS[(VIEWS.indexOf(state.view) + step + VIEWS.length) % VIEWS.length];
  change({ view });
  byId(`tab-${view}`).focus();
});
follow(() => {
  tabs();
  if (state.view === "timeline") timeline();
  if (state.view === "facts") table();
});
