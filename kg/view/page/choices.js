// @ts-check
/** The filters: how it is said, how sure, by how many, when, by whom, which relations; beside every choice stands how much it is. */
import { isChecked } from "./checked.js";
import { content, dayOf, evidenceOf, isInferred, isWorldKnowledge } from "./data.js";
import { byId, dateWords, longList, make, short } from "./dom.js";
import { factsPerDocument, factsPerOutlet, outlets } from "./sources.js";
import { spanChoice } from "./spans.js";
import { change, FACTUALITIES, follow, state, toggled } from "./state.js";

const FACTUALITY_WORDS = /** @type {Record<string, string>} */ ({
  Asserted: "as fact",
  Reported: "reported",
  Possible: "possible",
  Planned: "planned",
  Denied: "denied",
});
const FEW = 14; // choices: more of them get a box that scrolls
const AT_FIRST = 60; // choices of a list; the others on request

/** @type {(() => void)[]} */
const refreshers = [];

/**
 * A box that is ticked while something is let through.
 * @param {string} words @param {number} count @param {() => boolean} ticked @param {(ticked: boolean) => void} set
 * @param {() => void} [only] what a click with Alt does
 */
function tick(words, count, ticked, set, only = () => {}) {
  const box = /** @type {HTMLInputElement} */ (make("input", { type: "checkbox" }));
  box.checked = ticked();
  box.addEventListener("change", () => set(box.checked));
  box.addEventListener("click", (event) => {
    if (!event.altKey) return;
    event.preventDefault();
    only();
  });
  refreshers.push(() => {
    box.checked = ticked();
  });
  return make("label", {}, box, make("span", { dir: "auto" }, words), make("span", { class: "count" }, count.toLocaleString("en")));
}

/** Ticks for the members of a set of what is left out, those with most facts first.
 * @param {"relations" | "outlets" | "documents"} name @param {number[]} counts @param {(at: number) => string} words */
function ticks(name, counts, words) {
  const order = counts.map((_, at) => at).sort((a, b) => counts[b] - counts[a] || a - b);
  const box = (/** @type {number} */ at) => {
    const set = (/** @type {boolean} */ on) => change({ [name]: toggled(state[name], at, !on) });
    const only = () => change({ [name]: new Set(order.filter((other) => other !== at)) });
    return make("li", {}, tick(short(words(at), 60), counts[at], () => !state[name].has(at), set, only));
  };
  const many = order.length > FEW;
  const all = (/** @type {string} */ label, /** @type {Set<number>} */ out) =>
    make("button", { type: "button", class: "more", onclick: () => change({ [name]: out }) }, label);
  const both = order.length > 1 && make("p", { class: "all-or-none" }, all("all", new Set()), all("none", new Set(order)));
  byId(name).append(
    ...[
      both,
      make(
        "div",
        {
          class: many ? "scrolls" : "",
          tabindex: many ? "0" : undefined,
          role: many ? "group" : undefined,
          "aria-label": many ? byId(name).querySelector("legend")?.textContent : undefined,
        },
        longList(order, box, AT_FIRST),
      ),
    ].filter((part) => part !== false),
  );
}

function factualities() {
  for (const factuality of FACTUALITIES) {
    const count = content.facts.filter((fact) => (evidenceOf(fact).factuality || FACTUALITIES[0]) === factuality).length;
    const set = (/** @type {boolean} */ on) => change({ factualities: toggled(state.factualities, factuality, !on) });
    if (!count) continue;
    const only = () => onlyOf(factuality);
    const choice = tick(FACTUALITY_WORDS[factuality], count, () => !state.factualities.has(factuality), set, only);
    byId("factualities").append(make("div", { class: "with-only" }, choice, onlyButton(factuality)));
  }
}

/** Leaves what is said in one way, and all of that: acts of speaking too. @param {string} factuality */
function onlyOf(factuality) {
  change({ factualities: new Set(FACTUALITIES.filter((other) => other !== factuality)), hidden: toggled(state.hidden, "talk", false) });
}

/** @param {string} factuality */
function onlyButton(factuality) {
  const press = () => onlyOf(factuality);
  return make("button", { type: "button", class: "more", onclick: press }, "only", make("span", { class: "unseen" }, ` ${FACTUALITY_WORDS[factuality]}`));
}

/** What no article says are choices of their own. */
function unsaid() {
  const choice = (/** @type {string} */ key, /** @type {string} */ words, /** @type {(told: { evidence?: number }) => boolean} */ is) => {
    const count = content.facts.filter(is).length;
    const set = (/** @type {boolean} */ on) => change({ hidden: toggled(state.hidden, key, !on) });
    return count ? [tick(words, count, () => !state.hidden.has(key), set)] : [];
  };
  const choices = [...choice("world", "world knowledge, from gazetteers", isWorldKnowledge), ...choice("inferred", "what is only concluded", isInferred)];
  byId("world").hidden = !choices.length;
  byId("world").append(...choices);
}

/** What nobody has checked yet. */
function checks() {
  const box = tick("only what is unchecked", 0, () => state.unchecked, (on) => change({ unchecked: on }));
  byId("checks").append(box);
  const count = box.querySelector(".count");
  let counted = new Map();
  refreshers.push(() => {
    if (counted === state.checks || !count) return;
    counted = state.checks;
    count.textContent = content.facts.filter((_, fact) => !isChecked({ fact })).length.toLocaleString("en");
  });
}

/** Confidence and number of articles, with how many facts have at least so much. */
function numbers() {
  const confidence = /** @type {HTMLInputElement} */ (byId("confidence"));
  const articles = /** @type {HTMLInputElement} */ (byId("articles"));
  const count = (/** @type {(evidence: import("./data.js").Evidence) => boolean} */ enough) =>
    content.facts.filter((fact) => enough(evidenceOf(fact))).length.toLocaleString("en");
  confidence.addEventListener("input", () => change({ confidence: Number(confidence.value) }));
  articles.addEventListener("input", () => change({ articles: Number(articles.value) || 0 }));
  let [counted, countedArticles] = [-1, -1];
  refreshers.push(() => {
    if (counted === state.confidence && countedArticles === state.articles) return;
    [counted, countedArticles] = [state.confidence, state.articles];
    confidence.value = String(state.confidence);
    byId("confidence-shown").textContent = state.confidence.toFixed(2);
    byId("confidence-count").textContent = count(({ confidence: sure = 0 }) => sure >= state.confidence);
    if (Number(articles.value) !== state.articles) articles.value = String(state.articles);
    byId("articles-count").textContent = count(({ articles: number = 0 }) => number >= state.articles);
  });
}

function spans() {
  const events = content.things.filter(({ kind }) => kind === "event").map(dayOf);
  refreshers.push(spanChoice("happened", events, ["event", "events"]));
  refreshers.push(spanChoice("published", content.documents.map(({ published }) => published), ["article", "articles"]));
}

/** Built when they are first opened. */
function build() {
  if (refreshers.length) return;
  factualities();
  unsaid();
  checks();
  numbers();
  spans();
  const counts = content.relations.map(() => 0);
  for (const fact of content.facts) counts[fact.r] += 1;
  ticks("relations", counts, (at) => content.relations[at].label);
  ticks("outlets", factsPerOutlet(), (at) => outlets[at] || "outlet not known");
  ticks("documents", factsPerDocument(), (at) =>
    [content.documents[at].headline, dateWords(content.documents[at].published || "")].filter(Boolean).join(" · "),
  );
  for (const refresh of refreshers) refresh();
}

byId("filters").addEventListener("toggle", build);
follow(() => {
  for (const refresh of refreshers) refresh();
});
