// @ts-check
/** The legend, which is a filter too, the other filters, and the line that says how much is visible. */
import { content, evidenceOf } from "./data.js";
import { byId, counted, make, shapeOf, short } from "./dom.js";
import { factShown, thingShown } from "./filters.js";
import { change, FACTUALITIES, follow, reset, state, toggled } from "./state.js";

const WORDS = /** @type {Record<string, string>} */ ({ Asserted: "as fact", Reported: "reported", Possible: "possible", Planned: "planned", Denied: "denied" });
const FEW = 14; // relations: more of them get a box that scrolls

/** @type {(() => void)[]} */
const refreshers = [];

/** A button that shows or hides a kind. @param {string} key @param {string} words @param {number} count @param {Node | null} picture */
function kindButton(key, words, count, picture) {
  const press = () => change({ hidden: toggled(state.hidden, key, !state.hidden.has(key)) });
  const button = make("button", { type: "button", "data-kind": key, onclick: press }, picture, words, make("span", { class: "count" }, count.toLocaleString("en")));
  refreshers.push(() => button.setAttribute("aria-pressed", String(!state.hidden.has(key))));
  return button;
}

/** A box that is ticked while something is let through. @param {string} words @param {number} count @param {() => boolean} ticked @param {(ticked: boolean) => void} set */
function tick(words, count, ticked, set) {
  const box = /** @type {HTMLInputElement} */ (make("input", { type: "checkbox" }));
  box.addEventListener("change", () => set(box.checked));
  refreshers.push(() => {
    box.checked = ticked();
  });
  return make("label", {}, box, make("span", { dir: "auto" }, words), make("span", { class: "count" }, count.toLocaleString("en")));
}

function legend() {
  const buttons = content.kinds.map(({ key, many }) => {
    const count = content.things.filter((thing) => thing.kind === key).length;
    return count ? kindButton(key, many, count, shapeOf(key)) : null;
  });
  const talks = content.things.filter((thing) => thing.talk).length;
  const talk = talks ? kindButton("talk", "acts of speaking", talks, null) : null;
  byId("legend").append(.../** @type {Node[]} */ ([...buttons, talk].filter((button) => button)));
}

function filters() {
  for (const factuality of FACTUALITIES) {
    const count = content.facts.filter((fact) => (evidenceOf(fact).factuality || "Asserted") === factuality).length;
    const set = (/** @type {boolean} */ on) => change({ factualities: toggled(state.factualities, factuality, !on) });
    if (count) byId("factualities").append(tick(WORDS[factuality], count, () => !state.factualities.has(factuality), set));
  }
  const counts = content.relations.map(() => 0);
  for (const fact of content.facts) counts[fact.r] += 1;
  const order = counts.map((_, at) => at).sort((a, b) => counts[b] - counts[a] || a - b);
  const boxes = order.map((at) => {
    const set = (/** @type {boolean} */ on) => change({ relations: toggled(state.relations, at, !on) });
    return tick(short(content.relations[at].label, 60), counts[at], () => !state.relations.has(at), set);
  });
  byId("relations").append(make("div", { class: boxes.length > FEW ? "scrolls" : "", tabindex: boxes.length > FEW ? "0" : undefined }, ...boxes));
  numbers();
}

function numbers() {
  const confidence = /** @type {HTMLInputElement} */ (byId("confidence"));
  const articles = /** @type {HTMLInputElement} */ (byId("articles"));
  confidence.addEventListener("input", () => change({ confidence: Number(confidence.value) }));
  articles.addEventListener("input", () => change({ articles: Number(articles.value) || 0 }));
  refreshers.push(() => {
    confidence.value = String(state.confidence);
    byId("confidence-shown").textContent = state.confidence.toFixed(2);
    if (Number(articles.value) !== state.articles) articles.value = String(state.articles);
  });
}

/** "43 of 812 things, 60 of 1,900 facts". */
function status() {
  const things = thingShown.filter(Boolean).length;
  const facts = factShown.filter(Boolean).length;
  const all = things === content.things.length && facts === content.facts.length;
  const of = (/** @type {number} */ some, /** @type {number} */ every) => (some === every ? "" : `${some.toLocaleString("en")} of `) + every.toLocaleString("en");
  const line = `${of(things, content.things.length)} things, ${of(facts, content.facts.length)} facts`;
  const more = state.first && !state.focus && make("button", { type: "button", class: "plain", onclick: () => change({ first: false }) }, "Show all");
  byId("status").replaceChildren(all ? line : `${line} shown`, ...(more ? [" ", more] : []));
}

/** The note on the picture that only a part is shown, or that the end of a path is awaited. */
function focusNote() {
  const { focus, from } = state;
  byId("focus").hidden = !focus && from === null;
  const name = (/** @type {number} */ at) => make("bdi", {}, short(content.things[at].name, 50));
  const end = (/** @type {string} */ words, /** @type {Partial<import("./state.js").State>} */ part) => make("button", { type: "button", onclick: () => change(part) }, words);
  if (from !== null) byId("focus").replaceChildren("Choose where the path from ", name(from), " leads ", end("Cancel", { from: null }));
  else if (focus?.to !== undefined) byId("focus").replaceChildren(...pathNote(focus.thing, focus.to, name), end("Show all", { focus: null }));
  else if (focus) byId("focus").replaceChildren("Only ", name(focus.thing), ` and what is up to ${counted(focus.steps, "step", "steps")} away `, end("Show all", { focus: null }));
}

/** @param {number} thing @param {number} to @param {(at: number) => HTMLElement} name */
function pathNote(thing, to, name) {
  const linked = factShown.some((shown, at) => shown && content.facts[at].o !== undefined && (content.facts[at].s === thing || content.facts[at].o === thing));
  return [linked ? "The shortest path from " : "There is no path from ", name(thing), " to ", name(to), " "];
}

legend();
filters();
byId("line-denied").hidden = !content.facts.some((fact) => evidenceOf(fact).factuality === "Denied");
byId("summary").textContent = content.summary;
byId("reset").addEventListener("click", reset);
follow(() => {
  for (const refresh of refreshers) refresh();
  status();
  focusNote();
});
