// @ts-check
/** The picture: vis-network draws shapes and lines where Python placed them; names are written by `labels.js`. */
import { content, drawing, evidenceOf, factsOfThing, firstThings, otherEnd } from "./data.js";
import { byId, short } from "./dom.js";
import { factShown, thingShown } from "./filters.js";
import { nameAt, write } from "./labels.js";
import { places } from "./places.js";
import { change, follow, selectFact, selectThing, state } from "./state.js";
import { colour, followTheme, groups } from "./theme.js";

/** vis-network, which comes before this script. @type {any} */
const vis = /** @type {any} */ (globalThis).vis;

const CLOSE = 1.3; // zoom at which a chosen thing is shown, unless the reader is nearer
const NEAREST = 1.4; // zoom of a graph that is smaller than the screen
const MARGIN_X = Math.min(80, innerWidth / 8); // pixels around the whole, for the names at its edge
const MARGIN_TOP = 30;
const MARGIN_BOTTOM = 84;
const MANY_LINES = 900; // from here on lines are left out while the picture is moved
const FADED = 0.14;
const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
const motion = still ? false : { duration: 350, easingFunction: "easeInOutQuad" };

/** @type {any[]} */
const drawnNodes = drawing.nodes;
/** @type {any[]} */
const drawnEdges = drawing.edges;
const linesOfThing = drawnNodes.map((node) => String(node.label).split("\n"));
const edgeOfFact = new Map(drawnEdges.map((edge) => [edge.id, edge]));

const nodes = new vis.DataSet(drawnNodes.map(({ label, ...node }) => node));
const edges = new vis.DataSet(drawnEdges.map(({ label, ...edge }) => edge));
const shownNodes = new vis.DataView(nodes, { filter: (/** @type {any} */ node) => thingShown[node.id] });
const shownEdges = new vis.DataView(edges, { filter: (/** @type {any} */ edge) => factShown[edge.id] });

/** @type {any} */
let network;
/** What the pointer is over. @type {{thing?: number, fact?: number}} */
let pointed = {};
/** True while a choice comes from the picture itself, which then stays where it is. */
let chosenHere = false;

/** Build the picture; called once, when the choices of the address are known. */
export function showPicture() {
  nodes.update(places());
  shownNodes.refresh();
  shownEdges.refresh();
  const options = {
    ...drawing.options,
    groups: groups(),
    interaction: { ...drawing.options.interaction, hideEdgesOnDrag: drawnEdges.length > MANY_LINES, keyboard: { enabled: true, bindToWindow: false } },
  };
  network = new vis.Network(byId("picture"), { nodes: shownNodes, edges: shownEdges }, { ...options, edges: { ...options.edges, ...lineColours() } });
  nameFrame();
  network.on("afterDrawing", paint);
  network.on("click", chosen);
  network.on("doubleClick", (/** @type {any} */ event) => {
    const thing = event.nodes[0] ?? nameAt(event.pointer.DOM);
    if (thing !== undefined) change({ focus: { thing, steps: 1 }, selection: { thing } });
  });
  network.on("hoverNode", (/** @type {any} */ event) => point({ thing: event.node }));
  network.on("hoverEdge", (/** @type {any} */ event) => point({ fact: event.edge }));
  network.on("blurNode", () => point({}));
  network.on("blurEdge", () => point({}));
  followTheme(repaint);
  buttons();
  showAll(false);
  fade();
  select();
  if (!state.focus) centre();
}

/** The element that takes the keys gets a name and its place in the order of tabs. */
function nameFrame() {
  const frame = /** @type {HTMLElement} */ (byId("picture").firstElementChild);
  frame.tabIndex = 0;
  frame.setAttribute("role", "application");
  frame.setAttribute("aria-label", "Picture of the graph: arrow keys move it. Everything in it also stands in the panel and under Facts.");
}

function lineColours() {
  return { color: { color: colour("line"), hover: colour("ink"), highlight: colour("accent"), inherit: false } };
}

/** @param {any} event */
function chosen(event) {
  const named = event.nodes.length ? undefined : nameAt(event.pointer.DOM);
  chosenHere = true;
  if (event.nodes.length) selectThing(event.nodes[0]);
  else if (named !== undefined) selectThing(named);
  else if (event.edges.length) selectFact(event.edges[0]);
  else change({ selection: {} });
  chosenHere = false;
}

/** @param {{thing?: number, fact?: number}} what */
function point(what) {
  pointed = what;
  /** @type {HTMLElement} */ (byId("picture").firstElementChild).style.cursor = what.thing !== undefined || what.fact !== undefined ? "pointer" : "";
  network.redraw();
}

/** Everything visible, as large as it fits. @param {boolean} [moving] */
export function showAll(moving = true) {
  const standing = Object.values(network.getPositions(shownNodes.getIds()));
  if (!standing.length) return;
  const [left, right] = ends(standing.map(({ x }) => x));
  const [top, bottom] = ends(standing.map(({ y }) => y));
  const { clientWidth, clientHeight } = byId("picture");
  const scale = Math.min(NEAREST, (clientWidth - 2 * MARGIN_X) / (right - left || 1), (clientHeight - MARGIN_TOP - MARGIN_BOTTOM) / (bottom - top || 1));
  const y = (top + bottom) / 2 + (MARGIN_BOTTOM - MARGIN_TOP) / 2 / scale;
  network.moveTo({ position: { x: (left + right) / 2, y }, scale: Math.max(scale, 0.02), animation: moving && motion });
}

/** The least and the greatest. @param {number[]} numbers */
function ends(numbers) {
  return numbers.reduce(([least, most], number) => [Math.min(least, number), Math.max(most, number)], [Infinity, -Infinity]);
}

function repaint() {
  network.setOptions({ groups: groups(), edges: lineColours() });
  shownNodes.refresh();
  fade();
}

/** What stands out: the chosen thing and its neighbours, or the chosen line and its ends; undefined where all are alike. */
function prominent() {
  const { thing, fact } = state.selection;
  if (state.focus) return undefined;
  if (thing !== undefined) {
    const others = factsOfThing[thing].filter((at) => factShown[at]).map((at) => otherEnd(content.facts[at], thing));
    return new Set([thing, ...others.filter((other) => other !== undefined)]);
  }
  return fact === undefined ? undefined : new Set([content.facts[fact].s, content.facts[fact].o]);
}

/** True where a line is part of what is chosen. @param {number} fact */
function belongs(fact) {
  const { thing } = state.selection;
  if (thing === undefined) return fact === state.selection.fact;
  return content.facts[fact].s === thing || content.facts[fact].o === thing;
}

/** Let everything fade that does not stand out. */
function fade() {
  const near = prominent();
  nodes.update(drawnNodes.map(({ id }) => ({ id, opacity: near && !near.has(id) ? FADED : 1 })));
  edges.update(drawnEdges.map(({ id }) => ({ id, color: { opacity: near && !belongs(id) ? FADED : 1 } })));
}

/** Write the names and the words of the lines over what vis-network has drawn. @param {CanvasRenderingContext2D} ctx */
function paint(ctx) {
  const ratio = ctx.canvas.width / ctx.canvas.clientWidth;
  const screen = { width: ctx.canvas.clientWidth, height: ctx.canvas.clientHeight };
  ctx.save();
  ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
  const scale = network.getScale();
  const standing = network.getPositions(shownNodes.getIds());
  write(ctx, names(standing, scale), words(standing, scale), screen);
  ctx.restore();
}

/** @param {Record<number, {x: number, y: number}>} standing @param {number} scale */
function names(standing, scale) {
  const near = prominent();
  return Object.entries(standing).map(([key, place]) => {
    const id = Number(key);
    const { x, y } = network.canvasToDOM(place);
    const node = drawnNodes[id];
    const faint = Boolean(near && !near.has(id));
    const struck = evidenceOf(content.things[id]).factuality === "Denied";
    return { id, x, y, radius: node.size * scale, lines: linesOfThing[id], rank: rank(id, node.size, faint), faint, struck };
  });
}

/** Names of a lower rank are written first. @param {number} id @param {number} size @param {boolean} faint */
function rank(id, size, faint) {
  if (id === state.selection.thing || id === pointed.thing) return -100;
  if (faint) return 200 - size;
  return (state.selection.thing !== undefined ? 0 : 50) - size + 30;
}

/** @param {Record<number, {x: number, y: number}>} standing @param {number} scale */
function words(standing, scale) {
  const some = prominent() !== undefined;
  const found = [];
  for (const edge of drawnEdges) {
    const must = edge.id === pointed.fact || edge.id === state.selection.fact;
    if (!factShown[edge.id] || (some && !must && !belongs(edge.id)) || !standing[edge.from] || !standing[edge.to]) continue;
    const from = standing[edge.from];
    const to = standing[edge.to];
    const { x, y } = network.canvasToDOM(middle(edge, from, to));
    const length = Math.hypot(to.x - from.x, to.y - from.y) * scale;
    const struck = evidenceOf(content.facts[edge.id]).factuality === "Denied";
    found.push({ x, y, length, text: edge.label, faint: false, struck, must });
  }
  return found.sort((a, b) => Number(b.must) - Number(a.must) || b.length - a.length);
}

/** The middle of a line, bent as vis-network bends it. @param {any} edge @param {{x: number, y: number}} from @param {{x: number, y: number}} to */
function middle(edge, from, to) {
  const straight = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
  if (!edge.smooth) return straight;
  const side = (edge.smooth.type === "curvedCW" ? 1 : -1) * edge.smooth.roundness * 0.5;
  return { x: straight.x + (to.y - from.y) * side, y: straight.y - (to.x - from.x) * side };
}

/** Bring what is chosen into view. */
function centre() {
  const { thing, fact } = state.selection;
  const edge = fact === undefined ? undefined : edgeOfFact.get(fact);
  const goal = thing !== undefined && thingShown[thing] ? [thing] : edge && factShown[edge.id] ? [edge.from, edge.to] : [];
  if (!goal.length) return;
  const there = Object.values(network.getPositions(goal));
  const position = { x: there.reduce((sum, { x }) => sum + x, 0) / there.length, y: there.reduce((sum, { y }) => sum + y, 0) / there.length };
  network.moveTo({ position, scale: Math.max(network.getScale(), CLOSE), animation: motion });
}

function select() {
  const { thing, fact } = state.selection;
  network.unselectAll();
  if (thing !== undefined && thingShown[thing]) network.selectNodes([thing], false);
  else if (fact !== undefined && factShown[fact] && edgeOfFact.has(fact)) network.selectEdges([fact]);
}

function buttons() {
  const zoom = (/** @type {number} */ factor) => network.moveTo({ scale: network.getScale() * factor, animation: motion });
  byId("zoom-in").addEventListener("click", () => zoom(1.4));
  byId("zoom-out").addEventListener("click", () => zoom(1 / 1.4));
  byId("zoom-all").addEventListener("click", () => showAll());
  byId("save").addEventListener("click", save);
}

/** The picture as it stands on the screen, as a PNG file. */
function save() {
  const drawn = /** @type {HTMLCanvasElement} */ (byId("picture").querySelector("canvas"));
  const copy = document.createElement("canvas");
  copy.width = drawn.width;
  copy.height = drawn.height;
  const ctx = /** @type {CanvasRenderingContext2D} */ (copy.getContext("2d"));
  ctx.fillStyle = colour("paper");
  ctx.fillRect(0, 0, copy.width, copy.height);
  ctx.drawImage(drawn, 0, 0);
  const link = document.createElement("a");
  link.download = `${short(document.title, 60)}.png`;
  link.href = copy.toDataURL("image/png");
  link.click();
}

follow((now, before) => {
  if (!network) return;
  const filtered = ["focus", "hidden", "relations", "factualities", "confidence", "articles", "first"].some(
    (name) => /** @type {any} */ (now)[name] !== /** @type {any} */ (before)[name],
  );
  const moved = firstThings.size > 0 && (now.focus !== before.focus || now.first !== before.first);
  if (moved) nodes.update(places());
  shownNodes.refresh();
  shownEdges.refresh();
  if (now.selection !== before.selection || filtered) {
    fade();
    select();
  }
  if (moved || now.focus !== before.focus) showAll(!moved);
  else if (now.selection !== before.selection && !chosenHere) centre();
});
