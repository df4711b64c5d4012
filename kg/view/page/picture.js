// @ts-check
/** The picture: vis-network draws shapes and lines where Python placed them; names are written by `labels.js`. */
import { content, drawing, firstThings } from "./data.js";
import { byId } from "./dom.js";
import {
  belongs,
  communityOf,
  drawnEdges,
  drawnNodes,
  edgeOfFact,
  edgeShown,
  fade,
  isPlainRole,
  linesOfThing,
  prominent,
  recolour,
  refresh,
  shownEdges,
  shownNodes,
  stand,
  vis,
  wordsOfLine,
} from "./drawn.js";
import { factShown, fewLeft, thingShown } from "./filters.js";
import { nameAt, write } from "./labels.js";
import { places } from "./places.js";
import { expand, openCommunity, selectFact, selectThing } from "./choose.js";
import { filtered, follow, change, state } from "./state.js";
import { colour, followTheme, groups } from "./theme.js";

const CLOSE = 1.3; // zoom at which a chosen thing is shown, unless the reader is nearer
const NEAREST = 1.4; // zoom of a graph that is smaller than the screen
const NARROW = 700; // pixels
const LEGIBLE = 0.8; // zoom at which most names find room
const MARGIN_X = Math.min(80, innerWidth / 8); // pixels around the whole, for the names at its edge
const MARGIN_TOP = 30; // and more where a note stands there
const NOTE = 46;
const MARGIN_BOTTOM = 84;
const MANY_LINES = 900; // from here on lines are left out while the picture is moved
const FROM_HUB = [0.64, 0.55, 0.73, 0.46, 0.82]; // of the way from what is chosen to a neighbour
const FROM_MIDDLE = [0.5, 0.42, 0.58]; // of the way from one end of a line to the other
const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
const motion = still ? false : { duration: 350, easingFunction: "easeInOutQuad" };

/** @type {any} */
let network;
/** What the pointer is over. @type {{thing?: number, fact?: number}} */
let pointed = {};
/** True while a choice comes from the picture itself, which then stays where it is. */
let chosenHere = false;

/** The choices when the picture was last seen: what has changed since is drawn when it is seen again. */
let seenLast = state;
/** Whether the filters left few things then. */
let fewLast = false;
/** False until all has been fitted to the screen, which is not possible while another view is shown. */
let fitted = false;

/** Build the picture; called once, when the choices of the address are known. */
export function showPicture() {
  stand(places());
  refresh();
  const options = {
    ...drawing.options,
    groups: groups(),
    interaction: {
      ...drawing.options.interaction,
      hideEdgesOnDrag: drawnEdges.length > MANY_LINES,
      hideEdgesOnZoom: drawnEdges.length > MANY_LINES,
      keyboard: { enabled: true, bindToWindow: false },
    },
  };
  network = new vis.Network(byId("picture"), { nodes: shownNodes, edges: shownEdges }, { ...options, edges: { ...options.edges, ...lineColours() } });
  nameFrame();
  network.on("afterDrawing", paint);
  network.on("click", chosen);
  network.on("doubleClick", (/** @type {any} */ event) => {
    const thing = event.nodes[0] ?? nameAt(event.pointer.DOM);
    if (thing !== undefined && communityOf(thing) === undefined) expand(thing);
  });
  network.on("hoverNode", (/** @type {any} */ event) => point({ thing: event.node }));
  network.on("hoverEdge", (/** @type {any} */ event) => point({ fact: event.edge }));
  network.on("blurNode", () => point({}));
  network.on("blurEdge", () => point({}));
  followTheme(repaint);
  buttons();
  begin();
  fade();
  select();
  if (!state.focus) centre();
  [seenLast, fewLast] = [state, fewLeft];
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
  const node = event.nodes[0] ?? nameAt(event.pointer.DOM);
  const community = node === undefined ? undefined : communityOf(node);
  chosenHere = true;
  if (community !== undefined) openCommunity(community);
  else if (node !== undefined) selectThing(node);
  else if (event.edges.length && event.edges[0] < content.facts.length) selectFact(event.edges[0]);
  else change({ selection: {} });
  chosenHere = false;
}

/** @param {{thing?: number, fact?: number}} what */
function point(what) {
  pointed = what;
  /** @type {HTMLElement} */ (byId("picture").firstElementChild).style.cursor = what.thing !== undefined || what.fact !== undefined ? "pointer" : "";
  network.redraw();
}

/** Show all; where the screen is too narrow for names then, begin around the foremost thing, as near as names need. */
function begin() {
  showAll(false);
  if (byId("picture").clientWidth >= NARROW || network.getScale() >= LEGIBLE || state.focus || state.community !== null) return;
  const [foremost] = shownNodes.getIds().sort((/** @type {number} */ a, /** @type {number} */ b) => drawnNodes[b].size - drawnNodes[a].size || a - b);
  const { [foremost]: position } = network.getPositions([foremost]);
  network.moveTo({ position, scale: LEGIBLE });
}

/** Everything visible, as large as it fits. @param {boolean} [moving] */
function showAll(moving = true) {
  const standing = Object.values(network.getPositions(shownNodes.getIds()));
  if (!standing.length) return;
  const [left, right] = ends(standing.map(({ x }) => x));
  const [top, bottom] = ends(standing.map(({ y }) => y));
  const { clientWidth, clientHeight } = byId("picture");
  fitted = clientWidth > 0;
  if (!fitted) return;
  const above = MARGIN_TOP + (state.focus || state.community !== null ? NOTE : 0);
  const scale = Math.min(NEAREST, (clientWidth - 2 * MARGIN_X) / (right - left || 1), (clientHeight - above - MARGIN_BOTTOM) / (bottom - top || 1));
  const y = (top + bottom) / 2 + (MARGIN_BOTTOM - above) / 2 / scale;
  network.moveTo({ position: { x: (left + right) / 2, y }, scale: Math.max(scale, 0.02), animation: moving && motion });
}

/** The least and the greatest. @param {number[]} numbers */
function ends(numbers) {
  return numbers.reduce(([least, most], number) => [Math.min(least, number), Math.max(most, number)], [Infinity, -Infinity]);
}

function repaint() {
  network.setOptions({ groups: groups(), edges: lineColours() });
  recolour();
}

/** Write the names and the words of the lines over what vis-network has drawn. @param {CanvasRenderingContext2D} ctx */
function paint(ctx) {
  const ratio = ctx.canvas.width / ctx.canvas.clientWidth;
  const screen = { width: ctx.canvas.clientWidth, height: ctx.canvas.clientHeight };
  ctx.save();
  ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
  const { names, words } = scene();
  write(ctx, names, words, screen);
  ctx.restore();
}

/** What stands where on the screen now: the shapes with their names, and the words of the lines. */
export function scene() {
  const scale = network.getScale();
  const standing = network.getPositions(shownNodes.getIds());
  return { scale, names: namesOf(standing, scale), words: wordsOfLines(standing, scale) };
}

/** @param {Record<number, {x: number, y: number}>} standing @param {number} scale */
function namesOf(standing, scale) {
  const near = prominent();
  return Object.entries(standing).map(([key, place]) => {
    const id = Number(key);
    const { x, y } = network.canvasToDOM(place);
    const node = drawnNodes[id];
    const faint = Boolean(near && !near.has(id));
    const late = content.things[id]?.kind === "event";
    return { id, x, y, radius: node.size * scale, lines: linesOfThing[id], rank: rank(id, node.size, faint), faint, late };
  });
}

/** Names of a lower rank are written first. @param {number} id @param {number} size @param {boolean} faint */
function rank(id, size, faint) {
  if (id === state.selection.thing || id === pointed.thing) return -100;
  if (faint) return 200 - size;
  return (state.selection.thing !== undefined ? 0 : 50) - size + 30;
}

/** @param {Record<number, {x: number, y: number}>} standing @param {number} scale */
function wordsOfLines(standing, scale) {
  const some = prominent() !== undefined;
  const found = [];
  for (const edge of drawnEdges) {
    const must = edge.id === pointed.fact || edge.id === state.selection.fact;
    if ((edge.id >= content.facts.length || isPlainRole(edge)) && !must) continue; // how many links lead to a community is told when one points at it
    if (!edgeShown(edge) || (some && !must && !belongs(edge.id)) || !standing[edge.from] || !standing[edge.to]) continue;
    const from = standing[edge.from];
    const to = standing[edge.to];
    const spots = sharesOf(edge).map((share) => network.canvasToDOM(onLine(edge, from, to, share)));
    const length = Math.hypot(to.x - from.x, to.y - from.y) * scale;
    found.push({ spots, length, text: wordsOfLine(edge), faint: false, must, role: Boolean(content.facts[edge.id]?.event) });
  }
  return found.sort((a, b) => Number(b.must) - Number(a.must) || b.length - a.length);
}

/** @typedef {{x: number, y: number}} Point */

/** The point that a line bends towards, as vis-network bends it. @param {any} edge @param {Point} from @param {Point} to */
export function bent(edge, from, to) {
  const straight = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
  if (!edge.smooth) return straight;
  const side = (edge.smooth.type === "curvedCW" ? 1 : -1) * edge.smooth.roundness;
  return { x: straight.x + (to.y - from.y) * side, y: straight.y - (to.x - from.x) * side };
}

/** Where on a line its words can stand, the best first: in its middle, or nearer to the neighbour of what stands in the middle of
 * all: there is room, and one sees whose they are. @param {any} edge @returns {number[]} shares of its length */
function sharesOf(edge) {
  const hub = state.focus?.to === undefined ? (state.selection.thing ?? state.focus?.thing) : undefined;
  if (edge.from === hub) return FROM_HUB;
  return edge.to === hub ? FROM_HUB.map((share) => 1 - share) : FROM_MIDDLE;
}

/** A point on a line. @param {any} edge @param {Point} from @param {Point} to @param {number} share of its length */
function onLine(edge, from, to, share) {
  const towards = bent(edge, from, to);
  const along = (/** @type {"x" | "y"} */ axis) => (1 - share) ** 2 * from[axis] + 2 * share * (1 - share) * towards[axis] + share ** 2 * to[axis];
  return { x: along("x"), y: along("y") };
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
  const { nodes, edges } = network.getSelection();
  if (nodes.length || edges.length) network.unselectAll(); // which draws all at once
  if (thing !== undefined && thingShown[thing]) network.selectNodes([thing], false);
  else if (fact !== undefined && factShown[fact] && edgeOfFact.has(fact)) network.selectEdges([fact]);
}

function buttons() {
  const zoom = (/** @type {number} */ factor) => network.moveTo({ scale: network.getScale() * factor, animation: motion });
  byId("zoom-in").addEventListener("click", () => zoom(1.4));
  byId("zoom-out").addEventListener("click", () => zoom(1 / 1.4));
  byId("zoom-all").addEventListener("click", () => showAll());
}

follow((now) => {
  if (!network || now.view !== "graph") return;
  const before = seenLast;
  const other = filtered(now, before);
  const fewer = fewLeft !== fewLast;
  [seenLast, fewLast] = [now, fewLeft];
  const elsewhere = firstThings.size > 0 && (fewer || now.focus !== before.focus || now.first !== before.first || now.community !== before.community);
  if (elsewhere) stand(places());
  if (other || now.selection !== before.selection) {
    refresh();
    fade();
    select();
  }
  if (!fitted) begin();
  else if (elsewhere || now.focus !== before.focus) showAll(!elsewhere);
  else if (now.selection !== before.selection && !chosenHere) centre();
});
