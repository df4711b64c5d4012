// @ts-check
/** What is visible as Turtle in the vocabulary: things, facts with their evidence, passages, quotations. `kg view` reads it again. */
import { content, evidenceOf, wordsOf } from "./data.js";
import { factShown, thingShown } from "./filters.js";

const QUALIFIERS = /** @type {Record<string, string>} */ ({ since: "schema:startDate", until: "schema:endDate", "as of": "kg:asOf" });
const DATES = /** @type {[RegExp, string][]} */ ([[/^\d{4}$/, "xsd:gYear"], [/^\d{4}-\d\d$/, "xsd:gYearMonth"], [/^\d{4}-\d\d-\d\d$/, "xsd:date"]]);
// Roles and the general one that each implies, which stands beside it.
const GENERAL = /** @type {Record<string, string>} */ ({
  "kg:agent": "sem:hasActor", "kg:patient": "sem:hasActor", "kg:recipient": "sem:hasActor", "kg:instrument": "sem:hasActor",
  "kg:origin": "sem:hasPlace", "kg:destination": "sem:hasPlace", "kg:via": "sem:hasPlace",
});
const AS_FACT = ["", "Asserted", "Reported"]; // only what is told as fact stands as a plain triple

/** @typedef {[predicate: string, objects: string[]]} Pair */

/** An IRI as Turtle writes it. @param {string} iri */
export function term(iri) {
  for (const [prefix, start] of Object.entries(content.prefixes)) {
    if (iri.startsWith(start) && /^[A-Za-z][\w-]*$/.test(iri.slice(start.length))) return `${prefix}:${iri.slice(start.length)}`;
  }
  const escaped = iri.replace(/[\p{Cc} <>"{}|^`\\]/gu, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`);
  return `<${escaped}>`;
}

/** A text as Turtle and SPARQL write it. @param {string} words */
export function literal(words) {
  const escapes = /** @type {Record<string, string>} */ ({ "\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r" });
  return `"${words.replace(/[\\"\n\r]/g, (letter) => escapes[letter])}"`;
}

/** A value with its type: a date, a whole number, or a text. @param {string} value */
function typed(value) {
  const date = DATES.find(([form]) => form.test(value));
  if (date) return `${literal(value)}^^${date[1]}`;
  return /^(\d{1,3}|\d{5,})$/.test(value) ? value : literal(value);
}

/** @param {number} number */
function decimal(number) {
  return Number.isInteger(number) ? `${number}.0` : String(number);
}

/** @param {number} characters */
function offset(characters) {
  return `"${characters}"^^xsd:nonNegativeInteger`;
}

/** Everything about one node; empty where there is nothing to say. @param {string} iri @param {Pair[]} pairs */
function block(iri, pairs) {
  const told = pairs.filter(([, objects]) => objects.length).map(([predicate, objects]) => `${predicate} ${objects.join(", ")}`);
  return told.length ? `${term(iri)} ${told.join(" ;\n    ")} .\n` : "";
}

/** The passages that have been named, which have to be told as well. @type {Set<number>} */
const named = new Set();

/** @param {import("./data.js").Evidence} evidence @returns {Pair[]} */
function evidencePairs({ factuality, confidence, rules = [], by = [], articles, passages = [] }) {
  const origins = passages.filter((at) => content.passages[at].document !== undefined);
  for (const at of origins) named.add(at);
  return [
    ["kg:factuality", factuality ? [`kg:${factuality}`] : []],
    ["kg:confidence", confidence === undefined ? [] : [decimal(confidence)]],
    ["kg:rule", rules.map(literal)],
    ["kg:sourceCount", articles ? [String(articles)] : []],
    ["prov:wasAttributedTo", by.map((thing) => term(content.things[thing].iri))],
    ["prov:wasDerivedFrom", origins.map((at) => term(passageIri(at)))],
  ];
}

/** Offsets count code points in the graph, UTF-16 units on the page. @param {import("./data.js").Passage} passage */
function codePoints({ document, start, end }) {
  const text = document === undefined ? "" : content.documents[document].text || "";
  const before = (/** @type {number} */ units) => (text ? [...text.slice(0, units)].length : units);
  return [before(start), before(end)];
}

/** @param {number} at */
function passageIri(at) {
  const passage = content.passages[at];
  return `${documentIri(/** @type {number} */ (passage.document))}#char=${codePoints(passage).join(",")}`;
}

/** @param {number} at */
function documentIri(at) {
  const { thing, headline } = content.documents[at];
  return thing === undefined ? headline : content.things[thing].iri;
}

/** @param {number} at */
function passageBlock(at) {
  const passage = content.passages[at];
  const [start, end] = codePoints(passage);
  return block(passageIri(at), [
    ["a", ["nif:RFC5147String"]],
    ["nif:referenceContext", [term(documentIri(/** @type {number} */ (passage.document)))]],
    ["nif:beginIndex", [offset(start)]],
    ["nif:endIndex", [offset(end)]],
    ["nif:anchorOf", [literal(wordsOf(passage).text)]],
  ]);
}

/** @param {number} at */
function thingBlock(at) {
  const { iri, name, aliases = [], classes = [], links = [], near = [], point, attributes = [], document, kind } = content.things[at];
  const known = attributes.filter(([words]) => content.attributes[words]);
  return block(iri, [
    ["a", classes.map((cls) => term(content.classes[cls]))],
    [document === undefined ? "rdfs:label" : "schema:headline", [literal(name)]],
    ["skos:altLabel", aliases.map(literal)],
    ["owl:sameAs", links.map(term)],
    ["skos:closeMatch", near.map(term)],
    ["geo:lat", point ? [decimal(point[0])] : []],
    ["geo:long", point ? [decimal(point[1])] : []],
    ...known.map(([words, value]) => /** @type {Pair} */ ([term(content.attributes[words]), [typed(value)]])),
    ...(document === undefined ? [] : articlePairs(document)),
    ...(kind === "event" ? evidencePairs(evidenceOf(content.things[at])) : []),
  ]);
}

/** @param {number} at @returns {Pair[]} */
function articlePairs(at) {
  const { outlet, authors = [], address, mentions = [] } = content.documents[at];
  return [
    ["schema:publisher", outlet ? [literal(outlet)] : []],
    ["schema:author", authors.map(literal)],
    ["schema:url", address ? [literal(address)] : []],
    ["schema:mentions", mentions.filter((thing) => thingShown[thing]).map((thing) => term(content.things[thing].iri))],
  ];
}

/** @param {number} at */
function factBlocks(at) {
  const { s, r, o, value = "", role, qualifiers = [], node } = content.facts[at];
  const [subject, relation] = [content.things[s].iri, content.relations[r].iri];
  const object = o === undefined ? typed(value) : term(content.things[o].iri);
  const evidence = evidenceOf(content.facts[at]);
  const general = GENERAL[term(relation)];
  if (general) return block(subject, [[term(relation), [object]], [general, [object]]]);
  const plain = !node || AS_FACT.includes(evidence.factuality || "") ? block(subject, [[term(relation), [object]]]) : "";
  if (!node) return plain;
  return `${plain}${block(node, [
    ["a", ["rdf:Statement"]],
    ["rdf:subject", [term(subject)]],
    ["rdf:predicate", [term(relation)]],
    ["rdf:object", [object]],
    ["kg:role", role ? [literal(role)] : []],
    ...qualifiers.map(([words, date]) => /** @type {Pair} */ (QUALIFIERS[words] ? [QUALIFIERS[words], [typed(date)]] : ["kg:past", ["true"]])),
    ...evidencePairs(evidence),
  ])}`;
}

/** @param {import("./data.js").Quotation} quotation */
function quotationBlock({ iri, text, by, to, date, indirect, evidence }) {
  const thing = (/** @type {number | undefined} */ at) => (at === undefined ? [] : [term(content.things[at].iri)]);
  return block(iri, [
    ["a", ["schema:Quotation"]],
    ["schema:text", [literal(text)]],
    ["schema:creator", thing(by)],
    ["kg:addressee", thing(to)],
    ["sem:hasTimeStamp", date ? [typed(date)] : []],
    ["kg:indirect", [String(Boolean(indirect))]],
    ...evidencePairs(evidenceOf({ evidence })),
  ]);
}

/** Everything that is visible, and the articles that it rests on. */
export function turtle() {
  named.clear();
  const prefixes = Object.entries(content.prefixes).map(([prefix, start]) => `@prefix ${prefix}: <${start}> .\n`);
  const facts = content.facts.map((_, at) => (factShown[at] ? factBlocks(at) : ""));
  const quotations = content.quotations.filter(({ by, to }) => [by, to].some((end) => end !== undefined && thingShown[end])).map(quotationBlock);
  const events = content.things.map(({ kind }, at) => (thingShown[at] && kind === "event" ? thingBlock(at) : ""));
  const articles = new Set([...named].map((at) => content.documents[/** @type {number} */ (content.passages[at].document)].thing));
  const things = content.things.map(({ kind }, at) => (kind !== "event" && (thingShown[at] || articles.has(at)) ? thingBlock(at) : ""));
  return [...prefixes, "\n", ...things, ...events, ...facts, ...quotations, ...[...named].map(passageBlock)].join("");
}
