// @ts-check
/** Facts as sentences, each with the passages that say so. */
import { clauseOf, content, EVEN, evidenceOf, folded, isDenied, isUnsure, wordsOf } from "./data.js";
import { imprint, openArticle } from "./article.js";
import { counted, DENIAL, make, nameDoubts, qualifiersOf, shapeOf, short, UNSURE } from "./dom.js";
import { selectFact, selectThing } from "./choose.js";
import { checkMark } from "./checking.js";
import { factCitation } from "./dossier.js";
import { factLeft } from "./filters.js";
import { foldedPassages } from "./folded.js";
import { nested } from "./nested.js";

const LONG = 160; // letters of a name in a sentence; its own panel has all of it
const AS_OF = "as of"; // as kg/view/words.tsv has it
const STEM = 4; // letters in which words that come from one another agree, as kg/view/story/who_and_where.py has it
const LEARNED = "reader:"; // how the names of its rules begin
const OPENING = /** @type {Record<string, string>} */ ({
  Reported: "reported",
  Possible: "possible",
  Planned: "planned",
  Denied: DENIAL,
});

/** The days on which articles appeared. */
const days = new Set(content.documents.flatMap(({ published }) => published ?? []));

/** A thing as a button that leads to it. @param {number} at @param {{shape?: boolean, plain?: boolean}} [style] */
export function thingLink(at, { shape = false, plain = false } = {}) {
  const { kind, name } = content.things[at];
  if (plain) return make("strong", { dir: "auto" }, short(name, LONG));
  const doubts = nameDoubts(content.things[at]).join(", ");
  const doubt = doubts && make("span", { class: "role" }, ` (${doubts})`);
  return make(
    "button",
    { type: "button", class: "thing", "data-thing": at, onclick: () => selectThing(at) },
    shape && shapeOf(kind),
    make("bdi", {}, short(name, LONG)),
    doubt,
  );
}

/** A fact in words. The thing whose panel this is stands plain. @param {number} at @param {number} [here]
 * @param {() => void} [open] what its own words lead to: the sentences that say so */
export function sentence(at, here, open) {
  const fact = content.facts[at];
  const clause = clauseOf(fact);
  const end = fact.o === undefined ? make("strong", { dir: "auto" }, fact.value || "") : thingLink(fact.o, { plain: fact.o === here });
  const aside = [postOf(fact), ...narrowings(fact), !fact.event && isUnsure(fact) && UNSURE].filter(Boolean).join("; ");
  const start = fact.event ? [] : [isDenied(fact) && "It is denied that ", thingLink(fact.s, { plain: fact.s === here }), " "];
  const words = fact.event ? `${clause}: ` : `${clause} `;
  return make(
    "span",
    { class: "sentence" },
    ...start,
    open ? make("button", { type: "button", class: "relation proof", title: "Show the sentences that say so", onclick: open }, words.trim()) : make("span", { class: "relation" }, words),
    open ? " " : "",
    end,
    aside && make("span", { class: "role" }, ` (${aside})`),
  );
}

/** As what somebody is something, where the sentence does not say so already: "leads (leader)". @param {import("./data.js").Fact} fact */
function postOf({ s, r, role = "" }) {
  const [post, name, words] = [role, content.things[s].name, content.relations[r].label].map(folded);
  const isSaid = post === name || (!post.includes(" ") && post.slice(0, STEM) === words.slice(0, STEM));
  return isSaid ? "" : role;
}

/** What narrows a fact, without the day of all articles: that goes without saying. @param {import("./data.js").Fact} fact */
function narrowings(fact) {
  const told = qualifiersOf(fact).filter(({ name, value }) => name !== AS_OF || days.size > 1 || !days.has(value));
  return told.map(({ words }) => words);
}

/** The fact as an entry of a list: sentence, how it is said, what says so. @param {number} at @param {number} [here] */
export function factEntry(at, here) {
  const open = make(
    "button",
    {
      type: "button",
      class: "open",
      "aria-label": "Show this line",
      title: "Show this line in the picture",
      onclick: () => selectFact(at),
    },
    "⟷",
  );
  const drawn = content.facts[at].o !== undefined;
  return make("li", { class: "fact" }, make("p", {}, sentence(at, here), told(at), checkMark({ fact: at }), drawn && open, copyButton(at)), ...proof(evidenceOf(content.facts[at]), endsOf(at), 1), otherwise(at));
}

/** Copies a fact with the sentences that say so, and where they stand. @param {number} at */
export function copyButton(at) {
  const button = make("button", { type: "button", class: "open copy", "aria-label": "Copy with citation", title: "Copy with citation" });
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(factCitation(at));
      button.dataset.copied = "yes";
      button.title = "Copied";
    } catch {
      button.dataset.copied = "no";
      button.title = "The browser does not let it: mark the words";
    }
  });
  return button;
}

/** True where the articles are of several years, so that a fact has to say when it was told. */
const overYears = new Set([...days].map((day) => day.slice(0, 4))).size > 1;

/** The years in which a fact was told, where the articles are of several. @param {number} at */
function told(at) {
  if (!overYears) return null;
  const years = documentsOfPassages(evidenceOf(content.facts[at])).flatMap((document) => content.documents[document].published?.slice(0, 4) ?? []).sort();
  return years.length > 0 && make("span", { class: "date" }, ` told ${[...new Set([years[0], years[years.length - 1]])].join("–")}`);
}

/** What took the place of each fact later. @type {Map<number, number[]>} */
const later = new Map();
content.facts.forEach(({ replaced = [] }, at) => {
  for (const before of replaced) later.set(before, [...(later.get(before) || []), at]);
});

/** What others say that cannot be true with a fact, and what was so before or later, as far as the filters leave it; null where that is nothing. @param {number} at */
export function otherwise(at) {
  const { s, against = [], replaced = [] } = content.facts[at];
  const entry = (/** @type {string} */ words) => (/** @type {number} */ other) => {
    const show = () => selectFact(other);
    const open = make("button", { type: "button", class: "open", "aria-label": "Show what says so", title: "Show what says so", onclick: show }, "⟷");
    return make("li", {}, words, sentence(other, s), make("span", { class: "date" }, ` – ${tellers(evidenceOf(content.facts[other]))}`), open);
  };
  const left = (/** @type {number[]} */ some, /** @type {string} */ words) => some.filter((other) => factLeft[other]).map(entry(words));
  const entries = [...left(against, "Told otherwise: "), ...left(replaced, "Before: "), ...left(later.get(at) || [], "Later: ")];
  return entries.length ? make("ul", { class: "otherwise" }, ...entries) : null;
}

/** Who says so: those whom the articles name, and the articles. @param {import("./data.js").Evidence} evidence */
function tellers(evidence) {
  const names = (evidence.by || []).map((thing) => content.things[thing].name);
  const day = (/** @type {number} */ at) => content.documents[at].published || "~";
  const papers = documentsOfPassages(evidence).sort((a, b) => (day(a) < day(b) ? -1 : 1));
  return [...names, ...papers.map(imprint)].filter(Boolean).join("; ");
}

/** @param {import("./data.js").Evidence} evidence */
function documentsOfPassages({ passages = [] }) {
  return [...new Set(passages.flatMap((at) => content.passages[at].document ?? []))];
}

/** "2 articles", or "3 articles, 1 independent source" where some only give the report of another. @param {import("./data.js").Evidence} evidence */
function sourceWords(evidence) {
  const { articles = 0 } = evidence;
  const all = documentsOfPassages(evidence).length;
  if (all <= articles) return counted(articles, "article", "articles");
  return `${counted(all, "article", "articles")}, ${counted(articles, "independent source", "independent sources")}`;
}

/** @param {number} at */
function endsOf(at) {
  const { s, o } = content.facts[at];
  return o === undefined ? [s] : [s, o];
}

/** The passages, each sentence once, and below them how sure it is and who says so. @param {import("./data.js").Evidence} evidence
 * @param {number[]} about @param {number} [first] so many are shown, the others on request */
export function proof(evidence, about, first = Infinity) {
  const quotes = foldedPassages(evidence).map(({ passage, same }) => quote(passage, about, same));
  const rest = quotes.slice(first);
  const more = rest.length > 0 && make("details", { class: "rest" }, make("summary", {}, `${counted(rest.length, "more sentence", "more sentences")}`), ...rest);
  return [...quotes.slice(0, first), more, footing(evidence)];
}

/** A passage that opens its article, the mentions of what it is about marked. @param {number} at @param {number[]} about
 * @param {number[]} [same] other passages of the same words */
export function quote(at, about, same = []) {
  const passage = content.passages[at];
  const { text, marks } = wordsOf(passage);
  const words = make("blockquote", { dir: "auto" }, ...highlighted(text, marks, new Set(about)));
  if (passage.document === undefined) return words;
  const source = passage.document;
  const { headline } = content.documents[source];
  const show = () => openArticle(source, passage);
  const cite = make("span", { class: "cite" }, make("bdi", {}, headline), imprint(source) && ` · ${imprint(source)}`, alsoIn(source, same));
  return make("button", { type: "button", class: "quote", title: "Read it in the article", onclick: show }, words, cite);
}

/** In how many other places the same words stand. @param {number} document @param {number[]} same */
function alsoIn(document, same) {
  const others = new Set(same.map((at) => content.passages[at].document));
  if (!same.length) return null;
  others.delete(document);
  return others.size ? ` · also in ${counted(others.size, "more article", "more articles")}` : " · twice in it";
}

/** @param {string} text @param {[number, number, number][]} marks @param {Set<number>} about */
function highlighted(text, marks, about) {
  const own = marks.filter(([, , thing]) => about.has(thing));
  /** @type {(piece: import("./nested.js").Nested) => Node | string} */
  const drawn = (piece) => (typeof piece === "string" ? piece : make("b", { class: `kind-${content.things[piece.thing].kind}` }, ...piece.parts.map(drawn)));
  return nested(text, own).map(drawn);
}

/** How a fact was read: by which rules, by the learned reader. @param {string[]} rules */
function readingWords(rules) {
  const own = rules.filter((rule) => !rule.startsWith(LEARNED));
  const learned = own.length < rules.length ? ["learned reader"] : [];
  return [...own.map((rule) => `rule: ${rule}`), ...learned].join(", ");
}

/** @param {import("./data.js").Evidence} evidence */
function footing(evidence) {
  const { factuality = "", confidence, rules = [], by = [], articles = 0, sources = [] } = evidence;
  const parts = [];
  if (OPENING[factuality]) parts.push(make("span", { class: `said said-${factuality}` }, OPENING[factuality]));
  if (by.length) parts.push(make("span", {}, "says ", ...by.flatMap((thing, at) => [at ? ", " : "", thingLink(thing)])));
  if (confidence !== undefined)
    parts.push(
      make(
        "span",
        { class: "sure", title: "How sure it is that the text says so; below 0.50 it is likelier wrong than right" },
        `${confidence < EVEN ? `${UNSURE}: ` : ""}confidence ${confidence.toFixed(2)}`,
      ),
    );
  if (articles) parts.push(make("span", { title: "Copies, reports of one agency and papers of one house are one source" }, sourceWords(evidence)));
  if (sources.length) parts.push(make("span", {}, `from ${sources.join(", ")}`));
  if (rules.length) parts.push(make("span", { class: "rule", title: "How it was read" }, readingWords(rules)));
  return parts.length ? make("p", { class: "footing" }, ...parts) : null;
}

/** A paragraph that says so if the page shows only the newest articles, and how one sees what the others say. */
export function newestNote() {
  if (!content.newest) return null;
  const code = (/** @type {string} */ words) => make("code", {}, words);
  return make(
    "p",
    { class: "hint" },
    `This page shows ${content.newest} and what they say. Of all articles, `,
    code("kg view DIR --focus NAME"),
    " makes a page about what has a name, and ",
    code("kg query DIR"),
    " answers questions.",
  );
}
