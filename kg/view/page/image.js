// @ts-check
/** The picture as it stands on the screen, as a PNG or SVG file. */
import { byId, PATHS, save, short, svgElement } from "./dom.js";
import { communityOf, drawnEdges, drawnNodes, edgeShown } from "./drawn.js";
import { write } from "./labels.js";
import { bent, scene } from "./picture.js";
import { colour } from "./theme.js";

const ARROW = 7; // pixels
const HALF = 6.5; // of the shapes of the legend, which are drawn in a square of 16

/** @typedef {{x: number, y: number}} Point */

/** @param {string} ending */
function fileName(ending) {
  return `${short(document.title, 60)}.${ending}`;
}

/** Save the picture as pixels. */
export function savePng() {
  const drawn = /** @type {HTMLCanvasElement} */ (byId("picture").querySelector("canvas"));
  const copy = document.createElement("canvas");
  copy.width = drawn.width;
  copy.height = drawn.height;
  const ctx = /** @type {CanvasRenderingContext2D} */ (copy.getContext("2d"));
  ctx.fillStyle = colour("paper");
  ctx.fillRect(0, 0, copy.width, copy.height);
  ctx.drawImage(drawn, 0, 0);
  copy.toBlob((picture) => picture && save(fileName("png"), picture));
}

/** Save the picture as shapes and letters. */
export function saveSvg() {
  save(fileName("svg"), new Blob([new XMLSerializer().serializeToString(svg())], { type: "image/svg+xml" }));
}

/** @returns {SVGElement} */
function svg() {
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
  const title = svgElement("title", {});
  title.textContent = document.title;
  whole.append(title, svgElement("rect", { width, height, fill: colour("paper") }));
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

