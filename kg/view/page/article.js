// @ts-check
/**
 * An article beside the graph, a passage marked: its mentions lead to what they speak of, and marks in the margin to the facts that a
 * sentence says. What is chosen elsewhere is lit in it. It stays open, and where it is, until it is closed.
 */
import { selectFact, selectThing } from "./choose.js";
import { content, evidenceOf, factsOfThing } from "./data.js";
import { byId, counted, dateWords, make, short } from "./dom.js";
import { documentLeft, factLeft } from "./filters.js";
import { nested } from "./nested.js";
import { change, follow, state } from "./state.js";

const reader = byId("article");
const narrow = matchMedia("(max-width: 860px)");
const LONG_HEADLINE = 90; // letters in the list of articles

/** Where the focus was when the article was opened. @type {Element | null} */
let before = null;

/** Outlet, date and authors of an article in one line. @param {number} at */
export function imprint(at) {
  const { outlet, published, authors } = content.documents[at];
  return [outlet, published && dateWords(published), authors?.join(", ")].filter(Boolean).join(" · ");
}

/** @param {number} document @param {{start: number, end: number}} [passage] */
export function openArticle(document, passage) {
  change({ reading: { document, ...(passage && { start: passage.start, end: passage.end }) } });
  reader.focus({ preventScroll: true });
}

export function closeArticle() {
  change({ reading: null });
  if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
  else byId("panel").focus({ preventScroll: true });
}

/** @param {import("./state.js").Reading} reading */
function show({ document, start, end }) {
  const article = content.documents[document];
  const close = make("button", { type: "button", class: "close", "aria-label": "Close the article", onclick: closeArticle }, "×");
  const passage = start === undefined || end === undefined ? undefined : { start, end };
  const body = article.text
    ? make("div", { class: "article-text", lang: "en" }, ...marked(document, article.text, article.marks || [], passage))
    : make("p", {}, "The text of this article is not with the graph.");
  reader.replaceChildren(
    make("header", {}, close, articleList(document), make("h2", { id: "article-headline", dir: "auto" }, article.headline), make("p", { class: "imprint" }, imprint(document)), address(article)),
    body,
  );
  body.querySelector("mark")?.scrollIntoView({ block: "center" });
  if (!passage) reader.scrollTop = 0;
}

/** All articles that the filters leave, to go on to another. @param {number} document */
function articleList(document) {
  const left = content.documents.map((_, at) => at).filter((at) => documentLeft(at) || at === document);
  if (left.length < 2) return null;
  const option = (/** @type {number} */ at) => make("option", { value: at, selected: at === document }, short([content.documents[at].headline, content.documents[at].outlet].filter(Boolean).join(" · "), LONG_HEADLINE));
  const list = /** @type {HTMLSelectElement} */ (make("select", { class: "plain articles", "aria-label": "Articles" }, ...left.map(option)));
  list.addEventListener("change", () => openArticle(Number(list.value)));
  return list;
}

/** @param {import("./data.js").Article} article */
function address({ address }) {
  if (!address || !/^https?:\/\//i.test(address)) return null;
  return make("p", { class: "imprint" }, make("a", { href: address, rel: "noreferrer noopener", target: "_blank" }, address));
}

/**
 * The text in pieces: the passage marked, each mention a button, and a mark in the margin where a sentence begins that says facts.
 * @param {number} document @param {string} text @param {[number, number, number][]} marks @param {{start: number, end: number}} [passage]
 */
function marked(document, text, marks, passage) {
  const factsAt = factsBySentence(document);
  const cuts = new Set([0, ...factsAt.keys(), ...(passage ? [passage.start, passage.end] : []), text.length]);
  for (const [start, end] of marks) for (const cut of cuts) if (cut > start && cut < end && cut !== passage?.start && cut !== passage?.end) cuts.delete(cut);
  const places = [...cuts].filter((cut) => cut >= 0 && cut <= text.length).sort((a, b) => a - b);
  const highlight = make("mark", {});
  const found = [];
  for (let row = 0; row + 1 < places.length; row += 1) {
    const [from, to] = [places[row], places[row + 1]];
    const pieces = [marginMark(factsAt.get(from)), ...nested(text, marks, from, to).map((piece) => drawn(piece))].filter((piece) => piece !== null);
    const inside = passage && from >= passage.start && to <= passage.end;
    if (inside) highlight.append(...pieces);
    if (inside && from === passage.start) found.push(highlight);
    if (!inside) found.push(...pieces);
  }
  return found;
}

/** The facts that the filters leave, by where the sentence begins that says them. @param {number} document */
function factsBySentence(document) {
  /** @type {Map<number, Set<number>>} */
  const found = new Map();
  content.facts.forEach((fact, at) => {
    if (!factLeft[at]) return;
    for (const passage of evidenceOf(fact).passages || []) {
      const { document: own, start } = content.passages[passage];
      if (own !== document) continue;
      if (!found.has(start)) found.set(start, new Set());
      found.get(start)?.add(at);
    }
  });
  return found;
}

/** How many facts a sentence says; a press shows the first of them, another the next. @param {Set<number> | undefined} facts */
function marginMark(facts) {
  if (!facts) return null;
  const all = [...facts];
  const next = () => selectFact(all[(all.indexOf(state.selection.fact ?? -1) + 1) % all.length]);
  const words = `${counted(all.length, "fact", "facts")} in this sentence`;
  return make("button", { type: "button", class: "margin-mark", "aria-label": words, title: words, "data-facts": all.join(" "), "data-count": all.length, onclick: next });
}

/** A piece of the text. What stands inside a mention leads to its own thing, the rest of it to the outer one.
 * @param {import("./nested.js").Nested} piece @param {number} [outer] @returns {Node | string} */
function drawn(piece, outer) {
  if (typeof piece === "string") return outer === undefined || !piece.trim() ? piece : mention(piece, outer);
  const { thing, parts } = piece;
  if (parts.length === 1 && typeof parts[0] === "string") return mention(parts[0], thing);
  return make("span", { class: `nest kind-${content.things[thing].kind}` }, ...parts.map((part) => drawn(part, thing)));
}

/** @param {string} words @param {number} thing */
function mention(words, thing) {
  const { kind, name } = content.things[thing];
  const choose = () => {
    if (narrow.matches) change({ reading: null }); // what is chosen is below; Back leads here again
    selectThing(thing);
  };
  return make("button", { type: "button", class: `mention kind-${kind}`, title: name.slice(0, 120), "data-mention": thing, onclick: choose }, words);
}

/** Light what is chosen; nothing is built anew, so that the place and the focus stay. */
function light() {
  const { thing, fact } = state.selection;
  const ends = fact === undefined ? [thing] : [content.facts[fact].s, content.facts[fact].o];
  for (const element of reader.querySelectorAll(".mention")) element.classList.toggle("lit", ends.includes(Number(/** @type {HTMLElement} */ (element).dataset.mention)));
  const facts = new Set(fact === undefined ? (thing === undefined ? [] : factsOfThing[thing]) : [fact]);
  for (const element of reader.querySelectorAll(".margin-mark")) {
    const own = (/** @type {HTMLElement} */ (element).dataset.facts || "").split(" ").map(Number);
    element.classList.toggle("lit", own.some((at) => facts.has(at)));
  }
}

follow((now, was) => {
  const { reading } = now;
  if (reading && !was.reading) before = document.activeElement;
  reader.hidden = !reading;
  document.body.classList.toggle("reading", Boolean(reading));
  if (reading && reading !== was.reading) show(reading);
  if (reading) light();
});
