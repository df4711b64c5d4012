// @ts-check
/** What is shown as tables and as a network for other programs: with IRIs, sentences and where they stand. */
import { checkOf, decidedOf } from "./checked.js";
import { content, evidenceOf, wordsOf } from "./data.js";
import { kindWords, save } from "./dom.js";
import { fileName } from "./dossier.js";
import { factShown, thingShown } from "./filters.js";
import { foldedPassages } from "./folded.js";

const GEXF = "http://gexf.net/1.3";
const GRAPHML = "http://graphml.graphdrawing.org/xmlns";
/** What XML cannot hold. */
// eslint-disable-next-line no-control-regex -- they are what is looked for
const UNWRITABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
const MARK_OF_ORDER = "\ufeff"; // by which spreadsheets see that it is UTF-8

/** @typedef {string | number} Cell */
/** @typedef {{name: string, value: (fact: number) => Cell}} Column */

/** The columns of facts, on the page and in files. @type {Column[]} */
export const COLUMNS = [
  { name: "Thing", value: (at) => content.things[content.facts[at].s].name },
  { name: "Relation", value: (at) => content.relations[content.facts[at].r].clause + (content.facts[at].role ? ` (${content.facts[at].role})` : "") },
  { name: "Thing or value", value: objectName },
  { name: "Said", value: (at) => (evidenceOf(content.facts[at]).factuality || "").toLowerCase() },
  { name: "Confidence", value: (at) => evidenceOf(content.facts[at]).confidence?.toFixed(2) ?? "" },
  { name: "Articles", value: (at) => evidenceOf(content.facts[at]).articles ?? 0 },
];

/** What files tell of a passage. @type {{name: string, value: (passage: number) => string}[]} */
const SOURCES = [
  { name: "Sentence", value: (at) => wordsOf(content.passages[at]).text.replace(/\s+/g, " ").trim() },
  { name: "Headline", value: (at) => articleOf(at)?.headline ?? "" },
  { name: "Outlet", value: (at) => articleOf(at)?.outlet ?? "" },
  { name: "Published", value: (at) => articleOf(at)?.published ?? "" },
  { name: "Address", value: (at) => articleOf(at)?.address ?? "" },
];

/** Who checked it, and how. @type {Column} */
const CHECKED = {
  name: "Checked",
  value: (fact) => {
    const { verdict = "", by = "", on = "", note = "" } = checkOf({ fact }) || {};
    return [verdict && [verdict.toLowerCase(), by, on.slice(0, 10), note].filter(Boolean).join(", "), ...decidedOf({ fact })].filter(Boolean).join("; ");
  },
};

/** @type {Column[]} */
const IRIS = [
  { name: "Thing IRI", value: (at) => content.things[content.facts[at].s].iri },
  { name: "Relation IRI", value: (at) => content.relations[content.facts[at].r].iri },
  { name: "Object IRI", value: (at) => content.things[content.facts[at].o ?? -1]?.iri ?? "" },
];

/** @param {number} at */
function objectName(at) {
  const { o, value } = content.facts[at];
  return o === undefined ? value || "" : content.things[o].name;
}

/** @param {number} passage */
function articleOf(passage) {
  const { document } = content.passages[passage];
  return document === undefined ? undefined : content.documents[document];
}

/** RFC 4180. A cell that a spreadsheet would take for a formula begins with an apostrophe. @param {Cell[][]} rows */
function csv(rows) {
  const cell = (/** @type {Cell} */ value) => `"${String(value).replace(/^(?=[=+\-@\t\r])/, "'").replace(/"/g, '""')}"`;
  return rows.map((cells) => `${cells.map(cell).join(",")}\r\n`).join("");
}

/** A row for each fact, with the first sentence that says so, where it stands, and the other sentences. @param {number[]} facts */
export function factsCsv(facts) {
  const head = [...COLUMNS, ...SOURCES, { name: "More sentences" }, CHECKED, ...IRIS].map(({ name }) => name);
  const rows = facts.map((at) => {
    const [first, ...others] = foldedPassages(evidenceOf(content.facts[at])).map(({ passage }) => passage);
    const source = SOURCES.map(({ value }) => (first === undefined ? "" : value(first)));
    return [...COLUMNS.map(({ value }) => value(at)), ...source, others.map(SOURCES[0].value).join(" | "), CHECKED.value(at), ...IRIS.map(({ value }) => value(at))];
  });
  return csv([head, ...rows]);
}

function thingsCsv() {
  const head = ["Thing", "Kind", "Also called", "Begins", "Ends", "Latitude", "Longitude", "IRI"];
  const rows = shownThings().map((at) => {
    const { name, aliases = [], start = "", end = "", point = ["", ""], iri } = content.things[at];
    return [name, kindWords(at), aliases.join("; "), start, end, ...point, iri];
  });
  return csv([head, ...rows]);
}

function shownThings() {
  return content.things.map((_, at) => at).filter((at) => thingShown[at]);
}

function shownFacts() {
  return content.facts.map((_, at) => at).filter((at) => factShown[at]);
}

/** What a network tells of a thing. @param {number} at @returns {Record<string, Cell | undefined>} */
function valuesOfNode(at) {
  return { kind: kindWords(at), iri: content.things[at].iri };
}

/** The facts between two things that are shown. */
function shownLines() {
  return shownFacts().filter((at) => content.facts[at].o !== undefined);
}

/** What a network tells of a fact. @param {number} at @returns {Record<string, Cell | undefined>} */
function valuesOfLine(at) {
  const { factuality, confidence } = evidenceOf(content.facts[at]);
  const [first] = foldedPassages(evidenceOf(content.facts[at]));
  return { said: factuality?.toLowerCase(), confidence, sentence: first && SOURCES[0].value(first.passage) };
}

const OF_NODES = ["kind", "iri"];
const OF_LINES = ["said", "confidence", "sentence"];

/** @param {string} title */
function typeOf(title) {
  return title === "confidence" ? "double" : "string";
}

/** An XML file of a network, and how elements are put into it. @param {string} space @param {string} root */
function xmlOf(space, root) {
  const page = document.implementation.createDocument(space, root);
  const clean = (/** @type {Cell} */ value) => String(value).replace(UNWRITABLE, "");
  const add = (/** @type {Element} */ parent, /** @type {string} */ name, /** @type {Record<string, Cell>} */ attributes, /** @type {Cell} */ text = "") => {
    const element = page.createElementNS(space, name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, clean(value));
    element.textContent = clean(text);
    parent.append(element);
    return element;
  };
  const written = () => `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(page)}\n`;
  return { root: page.documentElement, add, written };
}

/** The network as GEXF 1.3, for Gephi and others. */
export function gexf() {
  const { root, add, written } = xmlOf(GEXF, "gexf");
  root.setAttribute("version", "1.3");
  const graph = add(root, "graph", { defaultedgetype: "directed" });
  const attributes = (/** @type {string} */ of, /** @type {string[]} */ titles) => {
    const list = add(graph, "attributes", { class: of });
    for (const title of titles) add(list, "attribute", { id: title, title, type: typeOf(title) });
  };
  const values = (/** @type {Element} */ element, /** @type {Record<string, Cell | undefined>} */ pairs) => {
    const list = add(element, "attvalues", {});
    for (const [key, value] of Object.entries(pairs)) if (value !== undefined && value !== "") add(list, "attvalue", { for: key, value });
  };
  attributes("node", OF_NODES);
  attributes("edge", OF_LINES);
  const nodes = add(graph, "nodes", {});
  for (const at of shownThings()) values(add(nodes, "node", { id: at, label: content.things[at].name }), valuesOfNode(at));
  const edges = add(graph, "edges", {});
  for (const at of shownLines()) {
    const { s, o = s } = content.facts[at];
    values(add(edges, "edge", { id: at, source: s, target: o, label: COLUMNS[1].value(at) }), valuesOfLine(at));
  }
  return written();
}

/** The network as GraphML, which yEd, Cytoscape, networkx and others read. */
export function graphml() {
  const { root, add, written } = xmlOf(GRAPHML, "graphml");
  const keys = (/** @type {string} */ of, /** @type {string[]} */ titles) =>
    titles.forEach((title) => add(root, "key", { id: `${of}-${title}`, for: of, "attr.name": title, "attr.type": typeOf(title) }));
  const values = (/** @type {Element} */ element, /** @type {string} */ of, /** @type {Record<string, Cell | undefined>} */ pairs) => {
    for (const [key, value] of Object.entries(pairs)) if (value !== undefined && value !== "") add(element, "data", { key: `${of}-${key}` }, value);
  };
  keys("node", ["label", ...OF_NODES]);
  keys("edge", ["label", ...OF_LINES]);
  const graph = add(root, "graph", { edgedefault: "directed" });
  for (const at of shownThings()) values(add(graph, "node", { id: `n${at}` }), "node", { label: content.things[at].name, ...valuesOfNode(at) });
  for (const at of shownLines()) {
    const { s, o = s } = content.facts[at];
    values(add(graph, "edge", { id: `e${at}`, source: `n${s}`, target: `n${o}` }), "edge", { label: COLUMNS[1].value(at), ...valuesOfLine(at) });
  }
  return written();
}

/** @param {string} text */
function saveCsv(text, what = "facts") {
  save(`${fileName(document.title)} - ${what}.csv`, new Blob([MARK_OF_ORDER, text], { type: "text/csv" }));
}

/** @param {number[]} [facts] in the order of the file; by default those that are shown */
export function saveFacts(facts = shownFacts()) {
  saveCsv(factsCsv(facts));
}

export function saveThings() {
  saveCsv(thingsCsv(), "things");
}

export function saveGexf() {
  save(`${fileName(document.title)}.gexf`, new Blob([gexf()], { type: "application/gexf+xml" }));
}

export function saveGraphml() {
  save(`${fileName(document.title)}.graphml`, new Blob([graphml()], { type: "application/graphml+xml" }));
}
