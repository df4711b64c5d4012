// @ts-check
/** The picture as it stands on the screen, as a PNG or SVG file. */
import { content } from "./data.js";
import { byId, counted, PATHS, save, short, spanWords, svgElement } from "./dom.js";
import { fileName } from "./dossier.js";
import { communityOf, drawnEdges, drawnNodes, edgeShown } from "./drawn.js";
import { documentLeft, thingShown } from "./filters.js";
import { write } from "./labels.js";
import { bent, scene } from "./picture.js";
import { state } from "./state.js";
import { colour } from "./theme.js";

const FINE = 2.5; // pixels of a PNG for each of the screen
const HEAD = 40; // pixels above the picture, for the title
const FOOT = 52; // and below, for the legend and the sources
const MOST_OUTLETS = 4;
const DASHES = /** @type {const} */ ([
  ["as fact", ""],
  ["reported", "7 4"],
  ["possible, planned, denied", "2 4"],
]);
const ARROW = 7; // pixels
const HALF = 6.5; // of the shapes of the legend, which are drawn in a square of 16

/** @typedef {{x: number, y: number}} Point */

/** Save the picture as pixels, fine enough for print. */
export async function savePng() {
  const drawn = svg();
  const [width, height] = ["width", "height"].map((name) => Number(drawn.getAttribute(name)) * FINE);
  const address = URL.createObjectURL(new Blob([new XMLSerializer().serializeToString(drawn)], { type: "image/svg+xml" }));
  const image = new Image();
  image.src = address;
  await image.decode();
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [width, height];
  /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d")).drawImage(image, 0, 0, width, height);
  URL.revokeObjectURL(address);
  canvas.toBlob((picture) => picture && save(`${fileName(document.title)}.png`, picture));
}

/** Save the picture as shapes and letters. */
export function saveSvg() {
  save(`${fileName(document.title)}.svg`, new Blob([new XMLSerializer().serializeToString(svg())], { type: "image/svg+xml" }));
}

/** The picture with what it needs to be published: title, what lines and shapes mean, and where it is from. @returns {SVGElement} */
function svg() {
  const { clientWidth: width, clientHeight } = byId("picture");
  const height = clientHeight + HEAD + FOOT;
  const whole = svgElement("svg", { xmlns: "http://www.w3.org/2000/svg", width, height, viewBox: `0 0 ${width} ${height}`, "font-family": "system-ui, sans-serif" });
  const title = svgElement("title", {});
  title.textContent = document.title;
  const inner = drawnPicture();
  inner.setAttribute("y", String(HEAD));
  whole.append(title, svgElement("rect", { width, height, fill: colour("paper") }), inner, caption(document.title, 14, 26, 17, "ink"));
  whole.append(...legend(clientHeight + HEAD + 20), caption(short(sourceWords(), Math.floor(width / 6.4)), 14, height - 12, 11.5, "soft"));
  return whole;
}

/** @param {string} words @param {number} x @param {number} y @param {number} size @param {string} ink */
function caption(words, x, y, size, ink) {
  const text = svgElement("text", { x, y, "font-size": size, "font-weight": ink === "ink" ? 650 : 400, fill: colour(ink) });
  text.textContent = words;
  return text;
}

/** Shapes of the kinds that are seen, and the dashes of lines. @param {number} y */
function legend(y) {
  let x = 14;
  const shown = new Set(content.things.filter((_, at) => thingShown[at]).map(({ kind }) => kind));
  const kinds = content.kinds.filter(({ key }) => shown.has(key)).flatMap(({ key, many, shape: form }) => {
    const sign = svgElement("svg", { x, y: y - 11, width: 13, height: 13, viewBox: "0 0 16 16" });
    sign.append(svgElement("path", { d: PATHS[form] || PATHS.dot, fill: colour(key) }));
    const entry = [sign, caption(many, x + 17, y, 11.5, "soft")];
    x += 32 + many.length * 6.4;
    return entry;
  });
  const dashes = DASHES.flatMap(([words, dash]) => {
    const entry = [svgElement("line", { x1: x, x2: x + 26, y1: y - 4, y2: y - 4, stroke: colour("line"), "stroke-width": 1.4, ...(dash && { "stroke-dasharray": dash }) }), caption(words, x + 31, y, 11.5, "soft")];
    x += 46 + words.length * 6.4;
    return entry;
  });
  return [...kinds, ...dashes];
}

/** The outlets and days that the picture rests on. */
function sourceWords() {
  const left = content.documents.filter((_, at) => documentLeft(at));
  const outlets = [...new Set(left.flatMap(({ outlet }) => outlet ?? []))];
  const days = left.flatMap(({ published }) => published ?? []).sort();
  const span = days.length ? spanWords([...new Set([days[0], days[days.length - 1]])]) : "";
  return `Source: ${[counted(left.length, "article", "articles"), outlets.slice(0, MOST_OUTLETS).join(", ") + (outlets.length > MOST_OUTLETS ? " and others" : ""), span].filter(Boolean).join(" · ")}`;
}

/** The picture as it stands on the screen. @returns {SVGElement} */
function drawnPicture() {
  const { clientWidth: width, clientHeight: height } = byId("picture");
  const { names, words, scale } = scene();
  const whole = svgElement("svg", {
    xmlns: "http://www.w3.org/2000/svg",
    width,
    height,
    viewBox: `0 0 ${width} ${height}`,
    "font-family": "system-ui, sans-serif",
  });
  const places = new Map(names.map(({ id, x, y, radius }) => [id, { x, y, radius }]));
  for (const edge of drawnEdges) {
    const [from, to] = [places.get(edge.from), places.get(edge.to)];
    if (from && to && edgeShown(edge)) whole.append(...line(edge, from, to, scale));
  }
  for (const { id, x, y, radius, faint } of names) whole.append(shape(id, x, y, radius, faint));
  whole.append(...texts(names, words, { width, height }));
  return whole;
}

/** A line with its arrow. @param {any} edge @param {Point} from @param {Point & {radius: number}} to @param {number} scale */
function line(edge, from, to, scale) {
  const { x, y } = bent(edge, from, to);
  const dashes = edge.dashes && edge.dashes.map((/** @type {number} */ dash) => dash * scale).join(" ");
  const stroke = { fill: "none", stroke: colour("line"), "stroke-width": Math.max(0.6, 1.2 * scale), ...(dashes && { "stroke-dasharray": dashes }) };
  const found = [svgElement("path", { d: `M${round(from.x)} ${round(from.y)}Q${round(x)} ${round(y)} ${round(to.x)} ${round(to.y)}`, ...stroke })];
  if (edge.arrows === "") return found;
  const angle = Math.atan2(to.y - y, to.x - x);
  const at = (/** @type {number} */ back, /** @type {number} */ aside) =>
    [
      round(to.x - Math.cos(angle) * (to.radius + back) - Math.sin(angle) * aside),
      round(to.y - Math.sin(angle) * (to.radius + back) + Math.cos(angle) * aside),
    ].join(" ");
  const size = ARROW * Math.min(1, scale);
  return [...found, svgElement("path", { d: `M${at(0, 0)}L${at(size, size / 2.6)}L${at(size, -size / 2.6)}z`, fill: colour("line") })];
}

/** @param {number} id @param {number} x @param {number} y @param {number} radius @param {boolean} faint */
function shape(id, x, y, radius, faint) {
  const { group, shape: form, shapeProperties } = drawnNodes[id];
  const key = group.replace(" open", "");
  const hollow = group.endsWith(" open") || communityOf(id) !== undefined;
  const ink = communityOf(id) === undefined ? colour(key) : colour("soft");
  const size = radius / HALF;
  return svgElement("path", {
    d: PATHS[form] || PATHS.dot,
    transform: `translate(${round(x - 8 * size)} ${round(y - 8 * size)}) scale(${round(size)})`,
    fill: hollow ? colour("paper") : ink,
    stroke: hollow ? ink : colour("paper"),
    "stroke-width": 1.5 / size,
    ...(hollow && shapeProperties && { "stroke-dasharray": "3 2" }),
    opacity: faint ? 0.2 : 1,
  });
}

/** The letters, found by writing them to something that takes down what is written instead of a canvas.
 * @param {import("./labels.js").Name[]} names @param {import("./labels.js").Words[]} words @param {{width: number, height: number}} screen */
function texts(names, words, screen) {
  const ruler = /** @type {CanvasRenderingContext2D} */ (document.createElement("canvas").getContext("2d"));
  /** @type {SVGElement[]} */
  const found = [];
  const taker = {
    font: "", direction: "ltr", globalAlpha: 1, fillStyle: "", strokeStyle: "", lineWidth: 1, lineJoin: "", textAlign: "", textBaseline: "",
    measureText: (/** @type {string} */ text) => {
      ruler.font = taker.font;
      return ruler.measureText(text);
    },
    strokeText: () => {},
    fillText: (/** @type {string} */ text, /** @type {number} */ x, /** @type {number} */ y) => {
      const [, weight, size] = /^(\d+) (\d+)px/.exec(taker.font) || [];
      const letters = svgElement("text", {
        x: round(x),
        y: round(y),
        "text-anchor": "middle",
        "dominant-baseline": "middle",
        "font-size": size,
        "font-weight": weight,
        fill: taker.fillStyle,
        stroke: taker.strokeStyle,
        "stroke-width": taker.lineWidth,
        "stroke-linejoin": "round",
        "paint-order": "stroke",
        opacity: taker.globalAlpha,
        direction: taker.direction,
      });
      letters.textContent = text;
      found.push(letters);
    },
  };
  write(/** @type {any} */ (taker), names, words, screen);
  return found;
}

/** @param {number} number */
function round(number) {
  return Math.round(number * 10) / 10;
}

/** The colours of the screen, which on paper are those of paper. */
const INKS = ["ink", "soft", "paper", "line", "accent", "wash", ...content.kinds.map(({ key }) => key)];

/** Put the picture on paper as shapes and letters: pixels would be coarse there, and squeezed to its form. */
function layOnPaper() {
  takeFromPaper();
  if (state.view !== "graph") return;
  const drawn = drawnPicture();
  const inks = new Map(INKS.map((name) => [colour(name), `var(--${name})`]));
  for (const element of drawn.querySelectorAll("*")) {
    for (const name of ["fill", "stroke"]) {
      const ink = inks.get(element.getAttribute(name) || "");
      if (ink) element.setAttribute(name, ink);
    }
  }
  drawn.setAttribute("class", "on-paper");
  drawn.setAttribute("aria-hidden", "true");
  byId("view-graph").prepend(drawn);
}

function takeFromPaper() {
  byId("view-graph").querySelector(".on-paper")?.remove();
}

addEventListener("beforeprint", layOnPaper);
addEventListener("afterprint", takeFromPaper);
