// @ts-check
/** What is drawn: the things, facts and communities as vis-network takes them, which of them are shown, and which stand out. */
import { content, drawing, factsOfThing, isDenied, otherEnd } from "./data.js";
import { nameDoubts, PATHS } from "./dom.js";
import { factShown, onFirstScreen, thingShown } from "./filters.js";
import { state } from "./state.js";

/** vis-network, which comes before this script. @type {any} */
export const vis = /** @type {any} */ (globalThis).vis;

const HALF_SHAPE = 6.5; // of a shape, which is drawn in a square of 16
/** The shapes that vis-network does not have. */
const OWN = new Map(["sheaf", "cross"].map((name) => [name, new Path2D(PATHS[name])]));
const FADED = 0.14;

/** The nodes by their numbers; communities that are not in the picture leave gaps. @type {any[]} */
export const drawnNodes = [];
for (const node of drawing.nodes) drawnNodes[node.id] = node;
/** @type {any[]} */
export const drawnEdges = drawing.edges;
/** The names in lines; below that of an event which is denied or unsure stands that it is. */
export const linesOfThing = drawnNodes.map(({ id, label }) => [...String(label).split("\n"), ...nameDoubts(content.things[id] || {}).map((words) => `(${words})`)]);
export const edgeOfFact = new Map(drawnEdges.map((edge) => [edge.id, edge]));

/** What vis-network has: only what is shown, so that a big graph costs no more than what is seen of it. */
export const shownNodes = new vis.DataSet();
export const shownEdges = new vis.DataSet();

/** Where things stand now. @type {Map<number, import("./places.js").Standing>} */
let standing = new Map();

/** Let things stand elsewhere. @param {import("./places.js").Standing[]} places */
export function stand(places) {
  standing = new Map(places.map((place) => [place.id, place]));
  shownNodes.update(places.filter(({ id }) => shownNodes.get(id)));
}

/** Show what is to be shown now, and take away the rest. */
export function refresh() {
  bring(shownNodes, drawnNodes.filter(({ id }) => nodeShown(id)), faded.nodes, (node) => standing.get(node.id));
  bring(shownEdges, drawnEdges.filter(edgeShown), faded.edges, () => ({}));
}

/** @param {any} set @param {any[]} wanted @param {Set<number>} faint @param {(item: any) => object | undefined} more */
function bring(set, wanted, faint, more) {
  const kept = new Set(wanted.map(({ id }) => id));
  const gone = set.getIds().filter((/** @type {number} */ id) => !kept.has(id));
  set.remove(gone);
  for (const id of gone) faint.delete(id);
  const there = new Set(set.getIds());
  set.add(wanted.filter(({ id }) => !there.has(id)).map(({ label, ...item }) => withShape({ ...item, ...more(item) })));
}

/** Draw all in the colours of now. */
export function recolour() {
  shownNodes.update(drawnNodes.filter(({ id }) => shownNodes.get(id)).map(({ id, group }) => ({ id, group })));
}

/** Who does and undergoes an event: such lines have words only where one points at them. */
const PLAIN_ROLES = new Set(["#agent", "#patient", "/hasActor"]);

/** True where a line says no more than that somebody takes part. @param {any} edge */
export function isPlainRole({ id }) {
  const fact = content.facts[id];
  return Boolean(fact?.event && PLAIN_ROLES.has(content.relations[fact.r].iri.replace(/^.*(?=[#/])/, "")));
}

/** The words of a line; those of a role leave it to the event to say that it is denied. @param {any} edge @returns {string} */
export function wordsOfLine({ id, label }) {
  const fact = content.facts[id];
  return fact && !fact.event && isDenied(fact) ? `denied: ${label}` : label;
}

/** Which community a node stands for; undefined where it is a thing. @param {number} node */
export function communityOf(node) {
  return node < content.things.length ? undefined : node - content.things.length;
}

/** Communities are shown on the first screen only. @param {number} node */
function nodeShown(node) {
  return communityOf(node) === undefined ? thingShown[node] : onFirstScreen();
}

/** @param {any} edge */
export function edgeShown(edge) {
  return edge.id < content.facts.length ? factShown[edge.id] : onFirstScreen() && thingShown[edge.to];
}

/** What stands out: the chosen thing and its neighbours, or the chosen line and its ends; undefined where all are alike. */
export function prominent() {
  const { thing, fact } = state.selection;
  if (state.focus) return undefined;
  if (thing !== undefined) {
    const others = factsOfThing[thing].filter((at) => factShown[at]).map((at) => otherEnd(content.facts[at], thing));
    return new Set([thing, ...others.filter((other) => other !== undefined)]);
  }
  return fact === undefined ? undefined : new Set([content.facts[fact].s, content.facts[fact].o]);
}

/** What is faded now. @type {{nodes: Set<number>, edges: Set<number>}} */
let faded = { nodes: new Set(), edges: new Set() };

/** Let everything fade that does not stand out; only what changes is drawn anew. */
export function fade() {
  const near = prominent();
  const next = {
    nodes: new Set(near ? shownNodes.getIds().filter((/** @type {number} */ id) => !near.has(id)) : []),
    edges: new Set(near ? shownEdges.getIds().filter((/** @type {number} */ id) => !belongs(id)) : []),
  };
  shownNodes.update(turned(faded.nodes, next.nodes).map(([id, faint]) => ({ id, opacity: faint ? FADED : 1 })));
  shownEdges.update(turned(faded.edges, next.edges).map(([id, faint]) => ({ id, color: { opacity: faint ? FADED : 1 } })));
  faded = next;
}

/** What has come into a set, and what has gone out of it. @param {Set<number>} before @param {Set<number>} now @returns {[number, boolean][]} */
function turned(before, now) {
  const come = [...now].filter((id) => !before.has(id)).map((id) => /** @type {[number, boolean]} */ ([id, true]));
  return [...come, ...[...before].filter((id) => !now.has(id)).map((id) => /** @type {[number, boolean]} */ ([id, false]))];
}

/** True where a line is part of what is chosen. @param {number} fact */
export function belongs(fact) {
  const { thing } = state.selection;
  if (thing === undefined) return fact === state.selection.fact;
  return content.facts[fact]?.s === thing || content.facts[fact]?.o === thing;
}

/** A node as vis-network takes it; it has no shapes for stories, and for things of no kind that the page knows. @param {any} node */
function withShape(node) {
  const path = OWN.get(node.shape);
  return path ? { ...node, shape: "custom", ctxRenderer: (/** @type {any} */ where) => drawShape(path, where) } : node;
}

/** @param {Path2D} path @param {{ctx: CanvasRenderingContext2D, x: number, y: number, style: any}} where */
function drawShape(path, { ctx, x, y, style }) {
  const scale = style.size / HALF_SHAPE;
  const drawNode = () => {
    ctx.save();
    ctx.globalAlpha = style.opacity ?? 1;
    ctx.translate(x - 8 * scale, y - 8 * scale);
    ctx.scale(scale, scale);
    ctx.fillStyle = style.color;
    ctx.fill(path);
    ctx.lineWidth = style.borderWidth / scale;
    ctx.strokeStyle = style.borderColor;
    ctx.setLineDash((style.borderDashes || []).map((/** @type {number} */ dash) => dash / scale));
    ctx.stroke(path);
    ctx.restore();
  };
  return { drawNode, nodeDimensions: { width: 2 * style.size, height: 2 * style.size } };
}
