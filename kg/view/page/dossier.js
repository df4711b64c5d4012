// @ts-check
/** What one takes away of a thing or fact, with its sources: a sentence with its citation, or a dossier with footnotes. */
import { imprint } from "./article.js";
import { clauseOf, content, evidenceOf, isDenied, isUnsure, wordsOf } from "./data.js";
import { doubtsOf, kindWords, make, qualifiersOf, save, UNSURE, whenWords } from "./dom.js";
import { factNaming, thingName } from "./names.js";
import { factsLeftOf, quotationLeft } from "./filters.js";
import { foldedPassages } from "./folded.js";

/** @typedef {{words: string, passages: number[]}} Item */
/** @typedef {{title: string, items: Item[]}} Part */

const MARKED_DOWN = /[\\`*_[\]<>#|~]/g;

/** A fact in plain words. @param {number} at */
export function factWords(at) {
  const fact = content.facts[at];
  const { s, o, value = "", role } = fact;
  const aside = [role, ...qualifiersOf(fact).map(({ words }) => words), isUnsure(fact) && UNSURE].filter(Boolean).join("; ");
  const words = [content.things[s].name, clauseOf(fact), o === undefined ? value : content.things[o].name].join(" ");
  const manner = evidenceOf(fact).factuality === "Reported" ? "It is reported that " : isDenied(fact) ? "It is denied that " : "";
  return `${manner}${words}${aside ? ` (${aside})` : ""}`;
}

/** A quotation in plain words, with who says it. @param {number} at */
export function quotationWords(at) {
  const { text, by, indirect } = content.quotations[at];
  return [indirect ? text : `“${text}”`, by !== undefined && content.things[by].name].filter(Boolean).join(" — ");
}

/** Where a passage stands: headline, outlet, day, authors, address. @param {number} at */
function source(at) {
  const { document } = content.passages[at];
  if (document === undefined) return "";
  const { headline, address } = content.documents[document];
  return [headline, imprint(document), address].filter(Boolean).join(" · ");
}

/** @param {number} at */
function quoted(at) {
  return wordsOf(content.passages[at]).text.replace(/\s+/g, " ").trim();
}

/** Where others find something on the page, if the page knows its own address. @param {string} part of the fragment @returns {string[]} */
function addressOf(part) {
  return content.address ? [`${content.address}#${part}&build=${content.build}`] : [];
}

/** A fact with the sentences that say so, and where they and it stand. @param {number} at */
export function factCitation(at) {
  const part = new URLSearchParams({ fact: factNaming.name(at) }).toString();
  return [citation(factWords(at), evidenceOf(content.facts[at])), ...addressOf(part)].join("\n\n");
}

/** What is told, the sentences that say so, and where they stand. @param {string} words @param {import("./data.js").Evidence} evidence */
function citation(words, evidence) {
  const sentences = foldedPassages(evidence).map(({ passage, same }) => [`“${quoted(passage)}”`, ...new Set([passage, ...same].map((at) => `— ${source(at)}`))].join("\n"));
  return [`${words}.`, ...sentences].join("\n\n");
}

/** @param {string} words @param {{evidence?: number}} told @returns {Item} */
function item(words, told) {
  return { words, passages: foldedPassages(evidenceOf(told)).map(({ passage }) => passage) };
}

/** All that the filters leave of a thing. @param {number} at @returns {Part[]} */
function partsOf(at) {
  const facts = factsLeftOf(at).filter((fact) => !content.facts[fact].event);
  const events = [...new Set(factsLeftOf(at).filter((fact) => content.facts[fact].event).map((fact) => content.facts[fact].s))].filter((event) => event !== at);
  const said = content.quotations.filter((quotation) => quotation.by === at && quotationLeft(quotation));
  const order = new Map(content.story.order.map((event, place) => [event, place]));
  events.sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
  const eventWords = (/** @type {number} */ event) => [content.things[event].name, whenWords(content.things[event]), ...doubtsOf(content.things[event])].filter(Boolean).join(", ");
  return [
    { title: "Facts", items: facts.map((fact) => item(factWords(fact), content.facts[fact])) },
    { title: "What happened", items: events.map((event) => item(eventWords(event), content.things[event])) },
    { title: "Quotations", items: said.map((quotation) => item(quotation.indirect ? quotation.text : `“${quotation.text}”`, quotation)) },
  ].filter(({ items }) => items.length);
}

/** The numbers of passages as footnotes, each once, in the order in which they are first asked for. */
function footnotes() {
  /** @type {Map<number, number>} */
  const numbers = new Map();
  const number = (/** @type {number} */ passage) => numbers.get(passage) ?? numbers.set(passage, numbers.size + 1).size;
  return { number, all: () => [...numbers.keys()] };
}

/** @param {string} text */
function unmarked(text) {
  return text.replace(/\s+/g, " ").replace(MARKED_DOWN, "\\$&");
}

/** @param {number} at */
function markdown(at) {
  const { name, aliases = [] } = content.things[at];
  const notes = footnotes();
  const parts = partsOf(at).map(({ title, items }) => {
    const lines = items.map(({ words, passages }) => `- ${unmarked(words)}${passages.map((passage) => `[^${notes.number(passage)}]`).join("")}`);
    return `## ${title}\n\n${lines.join("\n")}\n`;
  });
  const foot = notes.all().map((passage, number) => `[^${number + 1}]: “${unmarked(quoted(passage))}” ${unmarked(source(passage))}`);
  const also = aliases.length ? `, also ${aliases.join(", ")}` : "";
  const own = addressOf(thingPart(at)).map((address) => `<${address}>\n`);
  return [`# ${unmarked(name)}\n`, `${unmarked(kindWords(at) + also)}\n`, ...parts, `${foot.join("\n")}\n`, ...own].join("\n");
}

/** @param {number} at */
function thingPart(at) {
  return new URLSearchParams({ thing: thingName(at) }).toString();
}

/** @param {number} at */
function html(at) {
  const { name, aliases = [] } = content.things[at];
  const notes = footnotes();
  const mark = (/** @type {number} */ passage) => make("sup", {}, make("a", { href: `#note-${notes.number(passage)}` }, `${notes.number(passage)}`));
  const parts = partsOf(at).flatMap(({ title, items }) => [make("h2", {}, title), make("ul", {}, ...items.map(({ words, passages }) => make("li", {}, words, ...passages.map(mark))))]);
  const foot = notes.all().map((passage, number) => make("li", { id: `note-${number + 1}` }, make("q", {}, quoted(passage)), ` ${source(passage)}`));
  const page = document.implementation.createHTMLDocument(name);
  page.head.prepend(make("meta", { charset: "utf-8" }));
  page.body.append(make("h1", {}, name), make("p", {}, [kindWords(at), ...aliases].join(", also ")), ...parts, make("h2", {}, "Sources"), make("ol", {}, ...foot), ...addressOf(thingPart(at)).map((address) => make("p", {}, make("a", { href: address }, address))));
  return `<!doctype html>\n${new XMLSerializer().serializeToString(page.documentElement)}\n`;
}

/** A name of a file, without what file systems do not take. @param {string} name */
export function fileName(name) {
  return name.replace(/[^\p{L}\p{N} ._-]+/gu, " ").replace(/\s+/g, " ").trim().slice(0, 60) || "graph";
}

/** The ways to a dossier. @param {number} at */
export function dossierButtons(at) {
  const file = (/** @type {string} */ ending, /** @type {string} */ type, /** @type {(at: number) => string} */ write) => () =>
    save(`${fileName(content.things[at].name)}.${ending}`, new Blob([write(at)], { type }));
  return make(
    "p",
    { class: "dossier" },
    "Dossier with sources: ",
    make("button", { type: "button", class: "more", onclick: file("md", "text/markdown", markdown) }, "Markdown"),
    " ",
    make("button", { type: "button", class: "more", onclick: file("html", "text/html", html) }, "HTML"),
  );
}
