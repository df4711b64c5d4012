// @ts-check
/**
 * What is shown as Turtle, in the words of the graph itself, which the page carries along: the things, facts and quotations that are
 * visible, and whatever these rest on: passages, articles, gazetteers, amounts, and those who say so. `kg validate`, `kg view` and
 * `kg query` read it.
 */
import { content, embedded, factsOfThing, otherEnd, thingOfIri } from "./data.js";
import { factShown, quotationLeft, thingShown } from "./filters.js";

// A piece of Turtle as `kg/view/carried.py` writes it: an IRI, a text with its type or language, or whatever stands between spaces.
const TOKEN = /<[^>]*>|"(?:[^"\\]|\\.)*"(?:\^\^<[^>]*>|[^\s]*)?|[^\s]+/g;
// Properties between things that are no facts: what they lead to is told where it is visible.
const PLAIN = ["kg:nearMiss", "owl:sameAs", "schema:mentions", "skos:closeMatch"];
// Properties that lead to those who say so, to where they do, and from a story to its articles: what they lead to is told in any case.
const SAYING = ["nif:referenceContext", "prov:wasAttributedTo", "prov:wasDerivedFrom", "schema:hasPart"];

/** @typedef {[predicate: string, object: string]} Pair both as Turtle writes them */

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
  const escapes = /** @type {Record<string, string>} */ ({ "\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t", "\b": "\\b", "\f": "\\f" });
  return `"${words.replace(/[\\"\n\r\t\b\f]/g, (letter) => escapes[letter])}"`;
}

/** The IRI that a piece of Turtle stands for, or the label of a blank node; undefined where it is a literal. @param {string} token */
function iriOf(token) {
  if (token.startsWith("<")) return token.slice(1, -1);
  if (token.startsWith("_:")) return token.slice(2);
  const [, prefix, name] = /^([\w-]+):(.*)$/s.exec(token) || [];
  return content.prefixes[prefix] === undefined ? undefined : content.prefixes[prefix] + name.replace(/\\(.)/g, "$1");
}

/** The graph by subject, in its order. @type {Map<string, string[]> | undefined} */
let blocks;

/** Unpacked when it is first asked for. */
async function blocksOfGraph() {
  if (blocks) return blocks;
  /** @type {Map<string, string[]>} */
  const found = new Map();
  const text = /** @type {string} */ (await embedded("graph"));
  for (const block of text.split(" .\n")) {
    const iri = iriOf((block.match(TOKEN) || [""])[0]);
    if (iri === undefined) continue;
    const others = found.get(iri);
    if (others) others.push(block);
    else found.set(iri, [block]);
  }
  blocks = found;
  return found;
}

/** What a block says of its subject. @param {string} block @returns {Pair[]} */
function pairs(block) {
  const [, ...tokens] = block.match(TOKEN) || [];
  /** @type {Pair[]} */
  const found = [];
  let predicate = "";
  for (const token of tokens) {
    if (token === ";") predicate = "";
    else if (!predicate) predicate = token;
    else if (token !== ",") found.push([predicate, token]);
  }
  return found;
}

/** The nodes to begin with: visible things, the statements of visible facts, and quotations by and to visible things. */
function nodesShown() {
  const heard = content.quotations.filter(
    (quotation) =>
      [quotation.by, quotation.to].some((end) => end !== undefined && thingShown[end]) && quotationLeft(quotation),
  );
  return [
    ...content.things.filter((_, at) => thingShown[at]).map(({ iri }) => iri),
    ...content.facts.flatMap(({ node, implied = [] }, at) => (factShown[at] && node ? [node, ...implied] : [])),
    ...heard.map(({ iri }) => iri),
  ];
}

/** True where a triple between things, or a value of one, is not of what the filters hide. @param {number} thing @param {Pair} pair */
function pairShown(thing, [predicate, object]) {
  const iri = iriOf(object);
  const other = iri === undefined ? undefined : thingOfIri.get(iri);
  if (other !== undefined && SAYING.includes(predicate)) return true;
  if (other !== undefined && PLAIN.includes(predicate)) return thingShown[other];
  const relation = iriOf(predicate);
  const between = factsOfThing[thing].filter((at) => (other === undefined ? content.facts[at].o === undefined : otherEnd(content.facts[at], thing) === other));
  const same = between.filter((at) => says(content.facts[at], relation));
  if (other === undefined) return !same.length || same.some((at) => factShown[at] && (iri !== undefined || isValue(object, content.facts[at].value || "")));
  return (same.length ? same : between).some((at) => factShown[at]);
}

/** True where a literal, as Turtle writes it, has that value. @param {string} token @param {string} value */
function isValue(token, value) {
  return token === value || token.startsWith(literal(value));
}

/** True where a fact is told with a relation or with its inverse. @param {import("./data.js").Fact} fact @param {string | undefined} relation */
function says({ r }, relation) {
  const { iri, inverse = [] } = content.relations[r];
  return relation === iri || (relation !== undefined && inverse.includes(relation));
}

/** Everything that is visible, and what it rests on. */
export async function turtle() {
  const prefixes = Object.entries(content.prefixes).map(([prefix, start]) => `@prefix ${prefix}: <${start}> .\n`);
  return prefixes.join("") + (await graphShown());
}

/** The same without prefixes, as a page carries it. */
export async function graphShown() {
  const graph = await blocksOfGraph();
  const ahead = nodesShown();
  const seen = new Set(ahead);
  /** @type {Map<string, Pair[]>} */
  const told = new Map();
  for (let iri = ahead.pop(); iri !== undefined; iri = ahead.pop()) {
    const thing = thingOfIri.get(iri);
    const own = (graph.get(iri) || []).flatMap(pairs).filter((pair) => thing === undefined || pairShown(thing, pair));
    told.set(iri, own);
    for (const end of own.map(([, object]) => iriOf(object))) {
      if (end === undefined || seen.has(end) || !graph.has(end)) continue;
      seen.add(end);
      ahead.push(end);
    }
  }
  const nodes = [...graph.keys()].filter((iri) => told.get(iri)?.length);
  return nodes.map((iri) => turtleOf(iri, told.get(iri) || [])).join("");
}

/** All about one node, each property once. @param {string} iri @param {Pair[]} own */
function turtleOf(iri, own) {
  /** @type {Map<string, string[]>} */
  const objects = new Map();
  for (const [predicate, object] of own) objects.set(predicate, [...(objects.get(predicate) || []), object]);
  const subject = (blocks?.get(iri)?.[0].match(TOKEN) || [""])[0];
  return `\n${subject} ${[...objects].map(([predicate, values]) => `${predicate} ${values.join(" , ")}`).join(" ;\n    ")} .\n`;
}
