// @ts-check
/** What was checked as decisions.ttl, whose form `docs/vocabulary.md` lays down and every build honours; and such files taken in. */
import Parser from "n3/src/N3Parser.js";
import { content, evidenceOf, isDenied, thingOfIri } from "./data.js";
import { checker, checkOf, isCheckable } from "./checked.js";
import { literal, term } from "./turtle.js";

/** @typedef {import("./checked.js").Item} Item */
/** @typedef {import("./checked.js").Check} Check */

const NOBODY = "a reader of the page"; // who gave no name
const REMARK = "# What people decided about this graph; every build honours it (docs/vocabulary.md).";
/** What is unsure, or only noted, decides nothing: it is kept beside the decisions as remarks, which a build passes over. */
const REMARKED = /^# (unsure|note): <([^>]*)> (\{.*\})$/gm;
const PREFIXES = { dcterms: "http://purl.org/dc/terms/", xsd: "http://www.w3.org/2001/XMLSchema#" };
const KG = "https://w3id.org/newskg/ontology#";
const RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
const RDFS = "http://www.w3.org/2000/01/rdf-schema#";

/** All that can be checked: facts, then events in the order of the story, then quotations. @returns {Item[]} */
export function allItems() {
  const facts = content.facts.map((_, fact) => ({ fact })).filter(isCheckable);
  const quotations = content.quotations.map((_, quotation) => ({ quotation })).filter(isCheckable);
  return [...facts, ...content.story.order.map((thing) => ({ thing })), ...quotations];
}

/** The node of the graph that an item is. @param {Item} item */
function iriOf({ fact, thing, quotation }) {
  if (quotation !== undefined) return content.quotations[quotation].iri;
  return fact === undefined ? content.things[thing ?? 0].iri : content.facts[fact].node || "";
}

/** What was checked, as Turtle. @returns {string} */
export function decisionsTurtle() {
  const checked = allItems().flatMap((item) => /** @type {[Item, Check | undefined][]} */ ([[item, checkOf(item)]]));
  const found = checked.flatMap(([item, check]) => (check ? [block(item, check)] : []));
  const used = { ...content.prefixes, ...PREFIXES };
  const prologue = Object.entries(used).map(([prefix, start]) => `@prefix ${prefix}: <${start}> .\n`);
  return `${REMARK}\n${prologue.sort().join("")}${found.join("")}`;
}

/** @param {Item} item @param {Check} check */
function block(item, check) {
  const { verdict, note, on } = check;
  const by = check.by || checker || NOBODY;
  if (verdict !== "Right" && verdict !== "Wrong") return `\n# ${verdict ? "unsure" : "note"}: <${iriOf(item)}> ${JSON.stringify({ note, by, on })}\n`;
  const pairs = [
    `kg:verdict kg:${verdict}`,
    `kg:about ${itemMeant(item)}`,
    `dcterms:creator ${literal(by)}`,
    `dcterms:created ${literal(on)}^^xsd:dateTime`,
    ...(note ? [`rdfs:comment ${literal(note)}`] : []),
  ];
  return `\n[] a kg:EditorialDecision ;\n${pairs.map((pair) => `    ${pair}`).join(" ;\n")} .\n`;
}

/** What an item is, so that it is found after articles have changed. @param {Item} item */
function itemMeant({ fact, thing = 0, quotation }) {
  if (quotation !== undefined) return quotationMeant(content.quotations[quotation]);
  return fact === undefined ? thingMeant(thing, documentsOf(content.things[thing])) : factMeant(fact);
}

/** A quotation by its words and the articles that have them. @param {import("./data.js").Quotation} quotation */
function quotationMeant(quotation) {
  return meantBy(quotation.iri, quotation.text, documentsOf(quotation));
}

/** A fact by what it says, so that it is found after articles have changed; one with a value or qualifiers by its statement. @param {number} at */
function factMeant(at) {
  const fact = content.facts[at];
  const { s, r, o, node = "", qualifiers = [] } = fact;
  if (o === undefined || qualifiers.length) return term(node);
  const documents = documentsOf(fact);
  const parts = [
    `kg:node ${term(node)}`,
    `rdf:subject ${thingMeant(s, documents)}`,
    `rdf:predicate ${term(content.relations[r].iri)}`,
    `rdf:object ${thingMeant(o, documents)}`,
    ...(isDenied(fact) ? ["kg:factuality kg:Denied"] : []),
  ];
  return `[ ${parts.join(" ;\n        ")} ]`;
}

/** A thing by its name and the articles that speak of it. @param {number} at @param {number[]} documents */
function thingMeant(at, documents) {
  const { iri, name, kind } = content.things[at];
  return meantBy(iri, name, documents.filter((document) => kind === "event" || content.documents[document].mentions?.includes(at)));
}

/** @param {string} iri @param {string} name @param {number[]} articles */
function meantBy(iri, name, articles) {
  const iris = articles.flatMap((document) => content.documents[document].thing ?? []).map((thing) => term(content.things[thing].iri));
  if (!iris.length) return term(iri);
  return `[ kg:node ${term(iri)} ; rdfs:label ${literal(name)} ; kg:inArticle ${iris.join(", ")} ]`;
}

/** @param {{evidence?: number}} told */
function documentsOf(told) {
  return [...new Set((evidenceOf(told).passages || []).flatMap((at) => content.passages[at].document ?? []))];
}

/**
 * Read a file of decisions: the checks in it, and how many of its decisions are about something else than facts and events of this
 * page. What is no Turtle is an error.
 * @param {string} text @returns {{checks: [Item, Check][], others: number}}
 */
export function checksIn(text) {
  const quads = new Parser({ baseIRI: baseOfGraph() }).parse(text);
  /** @type {Map<string, Map<string, string[]>>} */
  const nodes = new Map();
  for (const { subject, predicate, object } of quads) {
    const values = nodes.get(subject.value) || new Map();
    values.set(predicate.value, [...(values.get(predicate.value) || []), object.value]);
    nodes.set(subject.value, values);
  }
  const items = itemsByIri();
  const decisions = [...nodes.values()].filter((values) => values.get(`${RDF}type`)?.includes(`${KG}EditorialDecision`));
  const checks = decisions.flatMap((values) => checkIn(values, nodes, items));
  return { checks: [...checks, ...remarkedIn(text, items)], others: decisions.length - checks.length };
}

/** @param {Map<string, string[]>} values @param {Map<string, Map<string, string[]>>} nodes @param {Map<string, Item>} items @returns {[Item, Check][]} */
function checkIn(values, nodes, items) {
  const first = (/** @type {string} */ property) => values.get(property)?.[0] || "";
  const verdict = first(`${KG}verdict`).slice(KG.length);
  const about = first(`${KG}about`);
  const meant = nodes.get(about);
  const item = items.get(about) || items.get(meant?.get(`${KG}node`)?.[0] || "") || (meant && itemSaying(meant, nodes));
  if ((verdict !== "Right" && verdict !== "Wrong") || !item) return [];
  const on = first(`${PREFIXES.dcterms}created`);
  return [[item, { verdict, note: first(`${RDFS}comment`), by: first(`${PREFIXES.dcterms}creator`), on }]];
}

/** The fact that says what a description does. @param {Map<string, string[]>} meant @param {Map<string, Map<string, string[]>>} nodes @returns {Item | undefined} */
function itemSaying(meant, nodes) {
  const end = (/** @type {string} */ property) => {
    const [node = ""] = meant.get(`${RDF}${property}`) || [];
    return thingOfIri.get(nodes.get(node)?.get(`${KG}node`)?.[0] || node);
  };
  const [predicate] = meant.get(`${RDF}predicate`) || [];
  const [s, o] = [end("subject"), end("object")];
  const fact = content.facts.findIndex((each) => s !== undefined && each.s === s && o !== undefined && each.o === o && content.relations[each.r].iri === predicate);
  return fact < 0 || !isCheckable({ fact }) ? undefined : { fact };
}

/** @param {string} text @param {Map<string, Item>} items @returns {[Item, Check][]} */
function remarkedIn(text, items) {
  return [...text.matchAll(REMARKED)].flatMap(([, kind, iri, told]) => {
    const item = items.get(iri);
    if (!item) return [];
    try {
      const { note = "", by = "", on = "" } = JSON.parse(told);
      return [/** @type {[Item, Check]} */ ([item, { verdict: kind === "unsure" ? "Unsure" : "", note: String(note), by: String(by), on: String(on) }])];
    } catch {
      return [];
    }
  });
}

function itemsByIri() {
  /** @type {Map<string, Item>} */
  const items = new Map();
  for (const item of allItems()) {
    items.set(iriOf(item), item);
    if (item.fact !== undefined) for (const implied of content.facts[item.fact].implied || []) items.set(implied, item);
  }
  return items;
}

/** The base IRI of the graph, to which names in files of decisions may be relative. */
function baseOfGraph() {
  const [iri = "https://example.org/"] = content.things.map((thing) => thing.iri);
  return iri.replace(/[^/]+\/[^/]*$/, "");
}
