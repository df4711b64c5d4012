// @ts-check
/** What is shown as a page of its own: the same scripts, and of the data only what is shown, with its sentences and articles. */
import { content, drawing, evidenceOf, firstThings, outlines } from "./data.js";
import { counted } from "./dom.js";
import { factWords } from "./dossier.js";
import { documentLeft, factShown, quotationLeft, thingShown } from "./filters.js";
import { frame, head } from "./frame.js";
import { places } from "./places.js";
import { graphShown } from "./turtle.js";

const MUCH = 100_000; // letters of JSON, as in `kg/view/render.py`
const MOST_LISTED = 200; // facts for readers without scripts
const SMALL = 300; // things that are shown at once
const ESCAPES = /** @type {Record<string, string>} */ ({ "<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029" });
const ENTITIES = /** @type {Record<string, string>} */ ({ "<": "&lt;", ">": "&gt;", "&": "&amp;", '"': "&quot;" });

/** New numbers for those of a list that are kept, in its order; and the list. @template T @param {T[]} all @param {(at: number) => boolean} isKept */
function renumbered(all, isKept) {
  const kept = all.map((_, at) => at).filter(isKept);
  const numbers = new Map(kept.map((at, number) => [at, number]));
  const of = (/** @type {number | undefined} */ at) => (at === undefined ? undefined : numbers.get(at));
  const some = (/** @type {number[]} */ places = []) => places.flatMap((at) => of(at) ?? []);
  return { kept: kept.map((at) => all[at]), has: (/** @type {number} */ at) => numbers.has(at), of, some, at: (/** @type {number} */ place) => numbers.get(place) ?? 0 };
}

/** What a part keeps of each list. */
function choice() {
  const quotations = renumbered(content.quotations, (at) => {
    const { by, to } = content.quotations[at];
    return quotationLeft(content.quotations[at]) && [by, to].some((end) => end !== undefined && thingShown[end]);
  });
  const facts = renumbered(content.facts, (at) => factShown[at]);
  const told = [...facts.kept, ...quotations.kept, ...content.things.filter((_, at) => thingShown[at])];
  const own = new Set(told.flatMap(({ evidence }) => evidence ?? []));
  const evidence = renumbered(content.evidence, (at) => own.has(at));
  const passages = renumbered(content.passages, passageKept(new Set(evidence.kept.flatMap(({ passages: each = [] }) => each))));
  const read = new Set(passages.kept.flatMap(({ document }) => document ?? []));
  const documents = renumbered(content.documents, (at) => read.has(at) || thingShown[content.documents[at].thing ?? -1]);
  const speakers = [...evidence.kept.flatMap(({ by = [] }) => by), ...quotations.kept.flatMap(({ by, to }) => [by ?? -1, to ?? -1])];
  const needed = new Set([...speakers, ...documents.kept.map(({ thing }) => thing ?? -1)]);
  const things = renumbered(content.things, (at) => thingShown[at] || needed.has(at));
  const used = new Set(facts.kept.map(({ r }) => r));
  const relations = renumbered(content.relations, (at) => used.has(at));
  return { things, facts, quotations, evidence, passages, documents, relations };
}

/** @param {Set<number>} needed */
function passageKept(needed) {
  return (/** @type {number} */ at) => {
    const { document } = content.passages[at];
    return needed.has(at) && (document === undefined || documentLeft(document));
  };
}

/** @typedef {ReturnType<typeof choice>} Choice */

/** The data of a part. @param {Choice} chosen */
function contentOf(chosen) {
  const { things, facts, quotations, evidence, passages, documents, relations } = chosen;
  const told = (/** @type {{evidence?: number}} */ each) => ({ ...each, evidence: evidence.of(each.evidence) });
  const own = things.kept.length <= SMALL;
  return {
    ...content,
    address: "", // it will be elsewhere
    summary: `${counted(documents.kept.length, "article", "articles")}, ${counted(things.kept.length, "thing", "things")}, ${counted(facts.kept.length, "fact", "facts")}: a part of a page. The whole has ${content.summary}`,
    things: things.kept.map((thing) => ({ ...told(thing), document: documents.of(thing.document) })),
    facts: facts.kept.map((fact) => ({ ...told(fact), s: things.at(fact.s), r: relations.at(fact.r), o: things.of(fact.o), against: facts.some(fact.against), replaced: facts.some(fact.replaced) })),
    quotations: quotations.kept.map((each) => ({ ...told(each), by: things.of(each.by), to: things.of(each.to) })),
    documents: documents.kept.map((each) => ({
      ...each,
      thing: things.of(each.thing),
      marks: (each.marks || []).flatMap(([start, end, thing]) => (things.has(thing) ? [[start, end, things.at(thing)]] : [])),
      mentions: things.some(each.mentions),
    })),
    relations: relations.kept,
    evidence: evidence.kept.map((each) => ({ ...each, by: things.some(each.by), passages: passages.some(each.passages) })),
    passages: passages.kept.map((each) => ({ ...each, document: documents.of(each.document) })),
    hidden: content.kinds.map(({ key }) => key).filter((key) => !content.things.some(({ kind }, at) => kind === key && thingShown[at])),
    first: own ? [] : content.first.flatMap(([thing, x, y]) => (things.has(thing) ? [[things.at(thing), x, y]] : [])),
    communities: [],
    story: storyOf(chosen),
  };
}

/** @param {Choice} chosen */
function storyOf({ things, facts, quotations, documents, passages }) {
  const { story } = content;
  const ordered = story.order.map((event, at) => ({ event, actor: story.actors[at] })).filter(({ event }) => things.has(event));
  return {
    headlines: documents.some(story.headlines),
    first_sentence: passages.of(story.first_sentence ?? undefined) ?? null,
    facts: facts.some(story.facts),
    events: things.some(story.events),
    places: things.some(story.places),
    quotations: quotations.some(story.quotations),
    denials: things.some(story.denials),
    denied: facts.some(story.denied),
    lanes: story.lanes.flatMap(({ thing, events }) => (things.has(thing) ? [{ thing: things.at(thing), events: things.some(events) }] : [])),
    pictures: story.pictures.map((picture) => ({
      ...picture,
      nodes: picture.nodes.flatMap((node) => (things.has(node.thing) ? [{ ...node, thing: things.at(node.thing) }] : [])),
      lines: picture.lines.flatMap((line) => {
        const rows = line.rows.flatMap(([fact, words]) => (facts.has(fact) ? [[facts.at(fact), words]] : []));
        return rows.length ? [{ ...line, rows }] : [];
      }),
    })),
    order: ordered.map(({ event }) => things.at(event)),
    actors: ordered.map(({ actor }) => things.of(actor) ?? -1),
  };
}

/** The picture of a part, in which things stand where they are seen now. @param {Choice} chosen */
function drawingOf({ things, facts }) {
  const standing = new Map(firstThings.size ? places().map(({ id, x, y }) => [id, { x, y }]) : []);
  return {
    ...drawing,
    nodes: drawing.nodes.flatMap((/** @type {any} */ node) => (things.has(node.id) ? [{ ...node, ...standing.get(node.id), id: things.at(node.id) }] : [])),
    edges: drawing.edges.flatMap((/** @type {any} */ edge) =>
      facts.has(edge.id) ? [{ ...edge, id: facts.at(edge.id), from: things.at(edge.from), to: things.at(edge.to) }] : [],
    ),
  };
}

/** A script element with data, as `kg/view/render.py` writes it. @param {string} name @param {unknown} value */
async function dataElement(name, value) {
  const text = JSON.stringify(value);
  if (text.length < MUCH) return `<script type="application/json" id="${name}">${text.replace(/[<>&\u2028\u2029]/g, (letter) => ESCAPES[letter])}</script>`;
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream("gzip"));
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
  let letters = "";
  for (const byte of bytes) letters += String.fromCharCode(byte);
  return `<script type="application/json+gzip" id="${name}">${btoa(letters)}</script>`;
}

/** @param {string} text */
function escaped(text) {
  return text.replace(/[<>&"]/g, (letter) => ENTITIES[letter]);
}

/** What a reader without scripts sees of a part: its facts. */
function listOfFacts() {
  const facts = content.facts.map((_, at) => at).filter((at) => factShown[at] && !content.facts[at].event);
  const entries = facts.slice(0, MOST_LISTED).map((at) => {
    const { articles = 0 } = evidenceOf(content.facts[at]);
    return `<li dir="auto">${escaped(factWords(at))}${articles ? ` <span class="date">${counted(articles, "article", "articles")}</span>` : ""}</li>`;
  });
  return `<noscript><section class="static"><h1>${escaped(document.title)}</h1><ul>${entries.join("")}</ul></section></noscript>`;
}

/** The page of what is shown. */
export async function partPage() {
  const chosen = choice();
  const written = (/** @type {Node[]} */ nodes) => nodes.map((node) => new XMLSerializer().serializeToString(node)).join("\n");
  const scripts = [...document.body.querySelectorAll(":scope > script:not([type])")].map(({ textContent }) => `<script>${textContent}</script>`);
  const hasMap = chosen.things.kept.some(({ point }) => point);
  const data = await Promise.all([
    dataElement("content", contentOf(chosen)),
    dataElement("drawing", drawingOf(chosen)),
    dataElement("outlines", hasMap ? outlines : {}),
    dataElement("graph", await graphShown()),
  ]);
  const style = document.head.querySelector("style")?.textContent || "";
  return [
    `<!doctype html>\n<html lang="en">\n<head>\n${written(head)}\n<title>${escaped(document.title)}</title>\n<style>${style}</style>\n</head>\n<body>`,
    written(frame),
    listOfFacts(),
    ...data,
    ...scripts,
    "</body>\n</html>\n",
  ].join("\n");
}
