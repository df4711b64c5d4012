// @ts-check
/** The picture of who and where: as Python laid it out for a width, every name and every word written. */
import { selectFact, selectThing } from "./choose.js";
import { content, evidenceOf } from "./data.js";
import { byId, kindWords, make, PATHS, svgElement } from "./dom.js";
import { factLeft, thingLeft } from "./filters.js";

const ROOMY = 0.93; // of a picture's width that has to be there
const LARGEST = 1.3; // times its size that a picture is shown at most
const NAME_ROW = 17;
const WORD_ROW = 15;
const ARROWHEAD = "M0 0 8 3.5 0 7z";
/** A dash for what is reported; two articles and more make a line thick. */
const THICK = [1.3, 2.8, 4];

/**
 * @typedef {{thing: number, x: number, y: number, radius: number, lines: string[]}} WhoNode
 * @typedef {{x: number, y: number, rows: [number, string][], path: string}} WhoLine
 * @typedef {{width: number, height: number, nodes: WhoNode[], lines: WhoLine[]}} WhoPicture
 */

/** The widest picture that has room; else the narrowest. @param {number} room @returns {WhoPicture} */
function fitting(room) {
  const { pictures } = content.story;
  return pictures.find(({ width }) => width * ROOMY <= room) || pictures[pictures.length - 1];
}

/** The picture of what the filters leave; null where that is nothing. @param {number} room pixels */
function whoPicture(room) {
  const { width, height, nodes, lines } = fitting(room);
  const left = lines
    .map((line) => ({ ...line, rows: line.rows.filter(([fact]) => factLeft[fact]) }))
    .filter(({ rows }) => rows.length);
  const linked = new Set(left.flatMap(({ rows }) => rows.flatMap(([fact]) => [content.facts[fact].s, content.facts[fact].o])));
  const shown = nodes.filter(({ thing }) => thingLeft[thing] && linked.has(thing));
  if (!left.length) return null;
  const svg = svgElement("svg", { viewBox: `0 0 ${width} ${height}`, class: "who", role: "group", "aria-label": "Who and where" });
  svg.style.maxWidth = `${width * LARGEST}px`;
  svg.append(arrowhead(), ...left.map(whoPath), ...shown.map(whoShape), ...left.map(whoWords), ...shown.map(whoName));
  return svg;
}

function arrowhead() {
  const marker = svgElement("marker", { id: "who-arrow", markerWidth: 8, markerHeight: 7, refX: 6, refY: 3.5, orient: "auto", markerUnits: "userSpaceOnUse" });
  marker.append(svgElement("path", { d: ARROWHEAD }));
  return marker;
}

/** How a line is drawn: thick where several articles say so, dashed where it is only reported. @param {number[]} facts */
function whoManner(facts) {
  const told = facts.map((fact) => evidenceOf(content.facts[fact]));
  const articles = Math.max(...told.map(({ articles: count = 0 }) => count));
  const width = THICK[Math.min(articles, THICK.length) - 1] || THICK[0];
  const reported = told.every(({ factuality }) => factuality === "Reported");
  return { "stroke-width": width, ...(reported && { "stroke-dasharray": "8 5" }) };
}

/** @param {WhoLine} line */
function whoPath({ rows, path: d }) {
  const facts = [...new Set(rows.map(([fact]) => fact))];
  const line = svgElement("path", { d, class: "who-line", "data-fact": facts[0], "marker-end": "url(#who-arrow)", ...whoManner(facts) });
  line.addEventListener("click", () => selectFact(facts[0]));
  return line;
}

/** @param {WhoLine} line */
function whoWords({ x, y, rows }) {
  const group = svgElement("g", { class: "who-words" });
  rows.forEach(([fact, row], at) => {
    const text = whoLetters(row, x, y + WORD_ROW * (at + 0.5 - rows.length / 2) + 4);
    text.setAttribute("data-fact", String(fact));
    text.addEventListener("click", () => selectFact(fact));
    group.append(text);
  });
  return group;
}

/** @param {WhoNode} node */
function whoShape({ thing, x, y, radius }) {
  const { kind } = content.things[thing];
  const scale = radius / 6.5;
  const d = PATHS[content.kinds.find(({ key }) => key === kind)?.shape || "dot"];
  const drawn = svgElement("path", { d, class: `who-shape kind-${kind}`, transform: `translate(${x - 8 * scale} ${y - 8 * scale}) scale(${scale})` });
  drawn.addEventListener("click", () => selectThing(thing));
  return drawn;
}

/** @param {WhoNode} node */
function whoName({ thing, x, y, radius, lines }) {
  const group = svgElement("g", {
    class: "who-name",
    role: "button",
    tabindex: 0,
    "data-thing": thing,
    "aria-label": `${content.things[thing].name}, ${kindWords(thing)}`,
  });
  const top = y - radius;
  const height = 2 * radius + lines.length * NAME_ROW;
  group.append(
    svgElement("rect", { x: x - 26, y: top, width: 52, height, class: "who-target" }),
    ...lines.map((line, at) => whoLetters(line, x, y + radius + 13 + NAME_ROW * at)),
  );
  group.addEventListener("click", () => selectThing(thing));
  group.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    selectThing(thing);
  });
  return group;
}

/** @param {string} text @param {number} x @param {number} y */
function whoLetters(text, x, y) {
  const written = svgElement("text", { x, y });
  written.textContent = text;
  return written;
}

/** Draw it where it belongs, and again when there is room for another. @param {HTMLElement} place */
export function drawWho(place) {
  const room = place.clientWidth || byId("view-story").clientWidth;
  const picture = whoPicture(room);
  place.replaceChildren(picture || make("p", { class: "hint" }, "No fact between people, organisations or places is shown."));
  place.dataset.width = String(fitting(room).width);
}

/** True where the picture of another width has room. @param {HTMLElement} place */
export function hasOtherRoom(place) {
  return place.clientWidth > 0 && place.dataset.width !== String(fitting(place.clientWidth).width);
}
