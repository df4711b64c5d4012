// @ts-check
/** The map: places with coordinates among the outlines of the countries, drawn from data inside the page. */
import { content, factsOfThing } from "./data.js";
import { byId, counted, longList, make, PATHS, short, svgElement } from "./dom.js";
import { thingShown } from "./filters.js";
import { coasts, turned180 } from "./globe.js";
import { selectThing } from "./choose.js";
import { thingLink } from "./sentences.js";
import { follow, state } from "./state.js";

const LEAST_SPAN = 9; // degrees that are shown at least, so that there are outlines around a single place
const MARGIN = 1.35; // how much more is shown than the places need
const MOST_NAMES = 60;
const LETTER = 7; // pixels of a letter of a name, on the average
const LEAST_WIDE = 260; // pixels
const STEP = 0.25; // of what is shown, for each press of an arrow key

/** What is shown: the middle in degrees, and how many degrees the drawing is wide. @type {{x: number, y: number, span: number} | null} */
let shown = null;
/** Degrees of longitude are drawn this much shorter than those of latitude. */
let squeeze = 1;

/** How wide the drawing is, in pixels. */
let wide = 0;

/** Places that are visible: those that have coordinates, and those that have none. */
function visiblePlaces() {
  const all = content.things.map((_, at) => at).filter((at) => thingShown[at] && content.things[at].kind === "place");
  return { on: all.filter((at) => content.things[at].point), off: all.filter((at) => !content.things[at].point) };
}

/** @param {number} at @returns {{x: number, y: number}} */
function pointOf(at) {
  const [latitude, longitude] = /** @type {[number, number]} */ (content.things[at].point);
  return { x: longitude, y: latitude };
}

/**
 * Show all the places, in as little of the globe as they need.
 * @param {number[]} places @param {number} form height of the drawing for each unit of its width
 */
function frame(places, form) {
  const points = places.map(pointOf);
  const longitudes = points.map(({ x }) => x).sort((a, b) => a - b);
  const gaps = longitudes.map((x, at) => (longitudes[at + 1] ?? longitudes[0] + 360) - x);
  const widest = gaps.indexOf(Math.max(...gaps));
  const [west, degrees] = [longitudes[(widest + 1) % longitudes.length], 360 - gaps[widest]];
  const [south, north] = [Math.min(...points.map(({ y }) => y)), Math.max(...points.map(({ y }) => y))];
  squeeze = Math.max(0.3, Math.cos((((south + north) / 2) * Math.PI) / 180));
  const span = Math.max(LEAST_SPAN, degrees, (north - south) / form / squeeze) * MARGIN;
  shown = { x: turned180(west + degrees / 2), y: (south + north) / 2, span: Math.min(360, span) };
}

/** The map as it is now. */
function drawMap() {
  const view = byId("view-map");
  const { on, off } = visiblePlaces();
  if (!on.length) {
    view.replaceChildren(make("h2", {}, "Places"), make("p", {}, "No place that is shown has coordinates."), notOnMap(off));
    return;
  }
  wide = Math.max(LEAST_WIDE, view.clientWidth - 50);
  const form = Math.min(1.4, Math.max(0.45, (view.clientHeight - 90) / wide));
  if (!shown) frame(on, form);
  view.replaceChildren(
    make("h2", {}, `Places (${on.length.toLocaleString("en")})`),
    make("div", { class: "map" }, drawnMap(on, form), mapButtons(on, form)),
    notOnMap(off),
  );
}

/** From degrees to the drawing; a place is drawn on the nearer way around the globe. @param {{x: number, y: number}} point @param {number} form */
function projected({ x, y }, form) {
  return drawnAt(turned180(x - middleOfMap().x), y, form);
}

function middleOfMap() {
  return /** @type {{x: number, y: number, span: number}} */ (shown);
}

/** @param {number} right degrees from the middle @param {number} y @param {number} form */
function drawnAt(right, y, form) {
  const { y: height, span } = middleOfMap();
  const unit = wide / span;
  return { x: wide / 2 + right * unit, y: (wide * form) / 2 - ((y - height) * unit) / squeeze };
}

/** @param {number[]} places @param {number} form */
function drawnMap(places, form) {
  const svg = svgElement("svg", {
    viewBox: `0 0 ${wide} ${Math.round(wide * form)}`,
    role: "group",
    "aria-label": "Map of the places. They stand as buttons from north to south.",
    tabindex: 0,
  });
  svg.append(svgElement("path", { d: landPath(form), class: "land" }), ...markers(places, form));
  svg.addEventListener("keydown", (event) => moveByKey(/** @type {KeyboardEvent} */ (event)));
  svg.addEventListener("pointerdown", (event) => drag(/** @type {PointerEvent} */ (event), svg));
  svg.addEventListener("wheel", (event) => {
    event.preventDefault();
    zoomBy(/** @type {WheelEvent} */ (event).deltaY > 0 ? 1.25 : 0.8);
  }, { passive: false });
  return svg;
}

/** Those outlines that reach into what is shown, each as often as the globe comes around. @param {number} form */
function landPath(form) {
  return coasts().flatMap((ring) => [-360, 0, 360].map((turn) => ringPath(ring, turn, form))).join("");
}

/** @param {Float64Array} ring @param {number} turn degrees @param {number} form */
function ringPath(ring, turn, form) {
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  let path = "";
  const aside = turn - middleOfMap().x;
  for (let at = 0; at < ring.length; at += 2) {
    const { x, y } = drawnAt(ring[at] + aside, ring[at + 1], form);
    [left, right, top, bottom] = [Math.min(left, x), Math.max(right, x), Math.min(top, y), Math.max(bottom, y)];
    path += `${at ? "L" : "M"}${x.toFixed(1)} ${y.toFixed(1)}`;
  }
  return right > 0 && left < wide && bottom > 0 && top < wide * form ? `${path}z` : "";
}

/** The places as buttons, north before south; the foremost get their names first, as far as there is room. @param {number[]} places @param {number} form */
function markers(places, form) {
  const inside = places.map((at) => ({ at, ...projected(pointOf(at), form) })).filter(({ x, y }) => x >= 0 && x <= wide && y >= 0 && y <= wide * form);
  const foremost = [...inside].sort(
    (a, b) =>
      Number(b.at === state.selection.thing) - Number(a.at === state.selection.thing) ||
      factsOfThing[b.at].length - factsOfThing[a.at].length ||
      a.at - b.at,
  );
  /** @type {{left: number, right: number, y: number}[]} */
  const taken = inside.map(({ x, y }) => ({ left: x - 5, right: x + 5, y }));
  /** @type {Map<number, string>} */
  const named = new Map();
  for (const { at, x, y } of foremost.slice(0, MOST_NAMES)) {
    const name = short(content.things[at].name, 34);
    const width = name.length * LETTER;
    const sides = [{ side: "start", left: x + 11, right: x + 11 + width, y }, { side: "end", left: x - 11 - width, right: x - 11, y }];
    const free = sides.find(
      (box) =>
        box.right < wide &&
        box.left > 0 &&
        !taken.some((other) => Math.abs(other.y - box.y) < 15 && other.left < box.right && box.left < other.right),
    );
    if (!free) continue;
    taken.push(free);
    named.set(at, free.side);
  }
  return inside.sort((a, b) => a.y - b.y || a.x - b.x).map(({ at, x, y }) => marker(at, x, y, named.get(at)));
}

/** @param {number} at @param {number} x @param {number} y @param {string} [side] of its name; none where there is no room */
function marker(at, x, y, side) {
  const { name } = content.things[at];
  const size = Math.min(2.2, 0.9 + Math.sqrt(factsOfThing[at].length) / 6);
  const chosen = at === state.selection.thing;
  const told = `${short(name, 90)}, ${counted(factsOfThing[at].length, "fact", "facts")}`;
  const button = svgElement("g", {
    class: `place${chosen ? " chosen" : ""}`,
    role: "button",
    tabindex: 0,
    "aria-label": told,
    "aria-pressed": String(chosen),
    "data-thing": at,
    transform: `translate(${x.toFixed(1)} ${y.toFixed(1)})`,
  });
  const title = svgElement("title", {});
  title.textContent = told;
  button.append(
    title,
    svgElement("path", {
      d: PATHS.triangle,
      transform: `translate(${(-8 * size).toFixed(1)} ${(-8 * size).toFixed(1)}) scale(${size.toFixed(2)})`,
    }),
  );
  if (side) {
    const letters = svgElement("text", { x: side === "start" ? 11 : -11, y: 4, "text-anchor": side });
    letters.textContent = short(name, 34);
    button.append(letters);
  }
  const choose = () => {
    selectThing(at);
    /** @type {SVGElement | null} */ (byId("view-map").querySelector(`[data-thing="${at}"]`))?.focus();
  };
  button.addEventListener("click", choose);
  button.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    choose();
  });
  return button;
}

/** @param {number} factor */
function zoomBy(factor) {
  if (shown) shown.span = Math.min(360, Math.max(0.5, shown.span * factor));
  drawMap();
}

/** @param {KeyboardEvent} event */
function moveByKey(event) {
  const ways = /** @type {Record<string, [number, number]>} */ ({ ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] });
  const zoom = /** @type {Record<string, number>} */ ({ "+": 0.8, "-": 1.25 })[event.key];
  const way = ways[event.key];
  if (!shown || (!way && !zoom) || event.target !== event.currentTarget) return;
  event.preventDefault();
  if (way) moveBy(way[0] * STEP, way[1] * STEP);
  else zoomBy(zoom);
  /** @type {SVGElement | null} */ (byId("view-map").querySelector(".map svg"))?.focus();
}

/** Move by shares of what is shown. @param {number} right @param {number} up */
function moveBy(right, up) {
  if (!shown) return;
  shown.x = turned180(shown.x + right * shown.span);
  shown.y = Math.max(-85, Math.min(85, shown.y + up * shown.span * squeeze));
  drawMap();
}

/** Move the map with the pointer; it is drawn anew when the pointer is let go. @param {PointerEvent} start @param {SVGElement} svg */
function drag(start, svg) {
  const width = svg.getBoundingClientRect().width;
  const moved = (/** @type {PointerEvent} */ event) => {
    const [right, down] = [event.clientX - start.clientX, event.clientY - start.clientY];
    return Math.hypot(right, down) > 4 ? { right: right / width, down: down / width } : null;
  };
  const pull = (/** @type {PointerEvent} */ event) => {
    const way = moved(event);
    if (way) svg.setAttribute("viewBox", svg.getAttribute("viewBox")?.replace(/^\S+ \S+/, `${-way.right * wide} ${-way.down * wide}`) || "");
  };
  const end = (/** @type {PointerEvent} */ event) => {
    removeEventListener("pointermove", pull);
    const way = moved(event);
    if (way) moveBy(-way.right, way.down);
  };
  addEventListener("pointermove", pull);
  addEventListener("pointerup", end, { once: true });
}

/** @param {number[]} places @param {number} form */
function mapButtons(places, form) {
  const button = (/** @type {string} */ label, /** @type {string} */ sign, /** @type {() => void} */ act) =>
    make("button", { type: "button", "aria-label": label, title: label, onclick: act }, sign);
  const all = () => {
    frame(places, form);
    drawMap();
  };
  return make(
    "div",
    { class: "zoom", role: "group", "aria-label": "Map" },
    button("Zoom in", "+", () => zoomBy(0.7)),
    button("Zoom out", "−", () => zoomBy(1.4)),
    button("Show all places", "⤢", all),
  );
}

/** @param {number[]} places */
function notOnMap(places) {
  if (!places.length) return "";
  const list = longList(places, (at) => make("li", {}, thingLink(at, { shape: true })), 40);
  return make("section", { class: "not-on-map" }, make("h3", {}, `Not on the map: coordinates not known (${places.length.toLocaleString("en")})`), list);
}

follow((now, before) => {
  if (now.view !== "map") return;
  const chosen = now.selection.thing;
  if (shown && chosen !== undefined && chosen !== before.selection.thing && content.things[chosen].point) bringIn(pointOf(chosen));
  drawMap();
});

/** Move so far that a point is shown. @param {{x: number, y: number}} point */
function bringIn(point) {
  if (!shown) return;
  const half = shown.span * 0.45;
  if (Math.abs(turned180(point.x - shown.x)) > half || Math.abs(point.y - shown.y) > half * squeeze * 0.6) Object.assign(shown, point);
}
