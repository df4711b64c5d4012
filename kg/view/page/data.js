// @ts-check
/**
 * The content of the page, as `kg/view/payload.py` embeds it, and the indexes that everything else asks.
 *
 * Things, facts, evidence, passages and articles refer to each other by their place in these lists.
 *
 * @typedef {{key: string, one: string, many: string, shape: string, path: string}} Kind
 * @typedef {{iri: string, kind: string, name: string, aliases?: string[], types?: string[], links?: string[], near?: string[],
 *   attributes?: [string, string][], evidence?: number, start?: string, end?: string, within?: string[], talk?: boolean, document?: number,
 *   classes?: number[], point?: [number, number]}} Thing
 * @typedef {{s: number, r: number, o?: number, value?: string, role?: string, qualifiers?: [string, string][], evidence?: number,
 *   event?: boolean, node?: string, implied?: string[], apart?: boolean, against?: number[], replaced?: number[]}} Fact
 * @typedef {{iri: string, text: string, by?: number, to?: number, date?: string, indirect?: boolean, evidence?: number}} Quotation
 * @typedef {{factuality?: string, confidence?: number, rules?: string[], by?: number[], articles?: number, passages?: number[],
 *   sources?: string[], decided?: string[]}} Evidence
 * @typedef {{document?: number, start: number, end: number, words?: string}} Passage
 * @typedef {{thing?: number, headline: string, outlet?: string, published?: string, authors?: string[], address?: string,
 *   text?: string, marks?: [number, number, number][], mentions?: number[]}} Article
 * @typedef {{iri: string, clause: string, many?: string, label: string, inverse?: string[]}} Relation
 * @typedef {{build: string, address: string, summary: string, newest?: string, kinds: Kind[], things: Thing[], facts: Fact[], quotations: Quotation[], documents: Article[],
 *   relations: Relation[], classes: string[], evidence: Evidence[], passages: Passage[], hidden: string[],
 *   prefixes: Record<string, string>, about: Vendored[], first: Place[],
 *   communities: Community[], story: Story}} Content
 * @typedef {{headlines: number[], first_sentence: number | null, facts: number[], events: number[], places: number[], quotations: number[], denials: number[], denied: number[],
 *   lanes: {thing: number, events: number[]}[], pictures: import("./who.js").WhoPicture[],
 *   order: number[], actors: number[]}} Story
 * @typedef {[number, number, number]} Place a thing, x and y
 * @typedef {{name: string, members: number[], places: Place[]}} Community
 * @typedef {{name: string, version: string, licence: string, by: string, does: string}} Vendored
 */

/** What stands in a script element: JSON, or, where that is long, JSON packed with gzip and base64. @param {string} id @returns {Promise<any>} */
export async function embedded(id) {
  const element = /** @type {HTMLScriptElement} */ (document.getElementById(id));
  const text = element.textContent || "{}";
  return JSON.parse(element.type.endsWith("+gzip") ? await unpacked(text) : text);
}

/** @param {string} text */
async function unpacked(text) {
  const letters = atob(text);
  const bytes = new Uint8Array(letters.length);
  for (let at = 0; at < letters.length; at += 1) bytes[at] = letters.charCodeAt(at); // five times faster than Uint8Array.from
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).text();
}

/** @type {Content} */
export const content = await embedded("content");

/** The network as pyvis wrote it: nodes with places, edges with words, options of vis-network. */
export const drawing = await embedded("drawing");

/** The outlines of the countries, as `tools/make_outlines.py` writes them; without any where no place has coordinates.
 * @type {{steps: number, arcs: number[][], countries: [string, number[][]][]}} */
export const outlines = await embedded("outlines");

/** The facts of each thing, whichever end it is. @type {number[][]} */
export const factsOfThing = content.things.map(() => []);
content.facts.forEach((fact, at) => {
  factsOfThing[fact.s].push(at);
  if (fact.o !== undefined && fact.o !== fact.s) factsOfThing[fact.o].push(at);
});

/** The number of each quotation. @type {Map<Quotation, number>} */
export const numberOfQuotation = new Map(content.quotations.map((quotation, at) => [quotation, at]));

/** @type {Map<string, number>} */
export const thingOfIri = new Map(content.things.map((thing, at) => [thing.iri, at]));

/** @type {Map<string, Kind>} */
export const kindOfKey = new Map(content.kinds.map((kind) => [kind.key, kind]));

const NOTHING = /** @type {Evidence} */ ({});

/** The things of the first screen of a big graph; empty where all can be shown at once. */
export const firstThings = new Set(content.first.map(([at]) => at));

/** @param {{evidence?: number}} told @returns {Evidence} */
export function evidenceOf(told) {
  return told.evidence === undefined ? NOTHING : content.evidence[told.evidence];
}

/** True where something is told as not being so. @param {{evidence?: number}} told */
export function isDenied(told) {
  return evidenceOf(told).factuality === "Denied";
}

/** What is less sure than this is likelier wrong than right, as `kg/view/prominence.py` has it. */
export const EVEN = 0.5;

/** True where something is likelier wrong than right. @param {{evidence?: number}} told */
export function isUnsure(told) {
  return (evidenceOf(told).confidence ?? EVEN) < EVEN;
}

/** True where a gazetteer says so and no article does. @param {{evidence?: number}} told */
export function isWorldKnowledge(told) {
  const { sources = [], passages = [] } = evidenceOf(told);
  return sources.length > 0 && !passages.length;
}

/** When an event began, or the whole that it is part of. @param {Thing} event @returns {string | undefined} */
export function dayOf({ start, within = [] }) {
  return start ?? within[0];
}

/** True where something is only concluded from what articles say. @param {{evidence?: number}} told */
export function isInferred(told) {
  const { rules = [] } = evidenceOf(told);
  return rules.length > 0 && rules.every((rule) => rule.startsWith("inferred:"));
}

/** The other end of a fact, if that is a thing. @param {Fact} fact @param {number} thing @returns {number | undefined} */
export function otherEnd(fact, thing) {
  return fact.s === thing ? fact.o : fact.s;
}

/** The words between the ends of a fact; a group is many: "13 employees are members of". @param {Fact} fact */
export function clauseOf({ s, r }) {
  const { clause, many = clause } = content.relations[r];
  return content.things[s].kind === "group" ? many : clause;
}

/** The words of a passage, and the stretches in it that speak of things. @param {Passage} passage */
export function wordsOf(passage) {
  const article = passage.document === undefined ? undefined : content.documents[passage.document];
  if (passage.words !== undefined || !article?.text) return { text: passage.words || "", marks: [] };
  const marks = (article.marks || []).filter(([start, end]) => start >= passage.start && end <= passage.end);
  return {
    text: article.text.slice(passage.start, passage.end),
    marks: marks.map(([start, end, thing]) => /** @type {[number, number, number]} */ ([start - passage.start, end - passage.start, thing])),
  };
}

// Letters that no accent can be taken from, and signs that are typed in more than one way.
const PLAIN_LETTERS = /** @type {Record<string, string>} */ ({
  ł: "l",
  ø: "o",
  đ: "d",
  ð: "d",
  ħ: "h",
  ı: "i",
  ß: "ss",
  æ: "ae",
  œ: "oe",
  þ: "th",
  "’": "'",
  "‘": "'",
  ʼ: "'",
  "`": "'",
  "–": "-",
  "‑": "-",
});
const ODD_LETTER = new RegExp(`[${Object.keys(PLAIN_LETTERS).join("")}]`, "g");

/** A text without accents, invisible signs and capitals, for searching. @param {string} text */
export function folded(text) {
  const bare = text.normalize("NFKD").replace(/[\p{M}\p{Cf}]/gu, "").toLowerCase();
  return bare.replace(ODD_LETTER, (letter) => PLAIN_LETTERS[letter]);
}
