// @ts-check
/** The map: places with coordinates among the outlines of the countries, drawn from data inside the page. */
import { geoGraticule, geoPath } from "d3-geo";
import { content, factsOfThing } from "./data.js";
import { byId, counted, longList, make, PATHS, short, svgElement } from "./dom.js";
import { height, isWellInside, latitudeAt, needed, projection, withoutThoseApart } from "./extent.js";
import { factsLeftOf, thingShown } from "./filters.js";
import { land } from "./globe.js";
import { selectThing } from "./choose.js";
import { thingLink } from "./sentences.js";
import { change, follow, state } from "./state.js";

const MARGIN = 1.35; // how much more is shown than the places need
const MOST_NAMES = 60;
const LETTER = 7; // pixels of a letter of a name, on the average
const LEAST_WIDE = 260; // pixels
const STEP = 0.25; // of what is shown, for each press of an arrow key

const NAMED_OUTSIDE = 6; // places outside of what is shown that are named

/** @type {import("./extent.js").Part | null} */
let shown = null;

/** How wide the drawing is, in pixels. */
let wide = 0;

/** Places that are visible: those that have coordinates, and those that have none. */
function visiblePlaces() {
  const all = content.things.map((_, at) => at).filter((at) => thingShown[at] && content.things[at].kind === "place");
  return { on: all.filter((at) => content.things[at].point), off: all.filter((at) => !content.things[at].point) };
}

/** @param {number} at @returns {import("./extent.js").Point} */
function pointOf(at) {
  const [latitude, longitude] = /** @type {[number, number]} */ (content.things[at].point);
  return [longitude, latitude];
}

/** Show places in as little of the globe as they need. @param {number[]} places @param {number} form height of the drawing for each unit of its width */
function frame(places, form) {
  const part = needed(places.map(pointOf), form);
  shown = { ...part, span: Math.min(360, part.span * MARGIN) };
}

/** The places that the map begins with. @param {number[]} places @param {number} form */
function beginning(places, form) {
  const weighed = places.map((at) => ({ at, point: pointOf(at), weight: factsLeftOf(at).length }));
  return withoutThoseApart(weighed, form).map(({ at }) => at);
}

/** The map as it is now. */
function drawMap() {
  const view = byId("view-map");
  const { on, off } = visiblePlaces();
  if (!on.length) {
    view.replaceChildren(make("h2", {}, "Places"), make("p", {}, "No place that is shown has coordinates. ", wayToAll()), notOnMap(off));
    return;
  }
  wide = Math.max(LEAST_WIDE, view.clientWidth - 50);
  const form = Math.min(1.4, Math.max(0.45, (view.clientHeight - 90) / wide));
  if (!shown) frame(beginning(on, form), form);
  view.replaceChildren(
    make("h2", {}, `Places (${on.length.toLocaleString("en")})`),
    make("div", { class: "map" }, drawnMap(on, form), mapButtons(on, form)),
    outsideNote(on, form),
    notOnMap(off),
  );
}

/** Where only a part is shown that has no place on the map, the way to those of the whole. */
function wayToAll() {
  const isPart = state.focus !== null || state.community !== null;
  if (!isPart || !content.things.some(({ point }) => point)) return null;
  return make("button", { type: "button", class: "more", onclick: () => change({ focus: null, community: null }) }, "Show the places of the whole graph");
}

/** The places that lie outside of what is shown, with the way to them. @param {number[]} places @param {number} form */
function outsideNote(places, form) {
  const project = projected(form);
  const outside = places.filter((at) => !isInside(project(pointOf(at)), form));
  if (!outside.length) return "";
  const named = outside.slice(0, NAMED_OUTSIDE).flatMap((at, row) => [row ? ", " : "", thingLink(at)]);
  const more = outside.length > NAMED_OUTSIDE ? ` and ${counted(outside.length - NAMED_OUTSIDE, "more", "more")}` : "";
  return make("p", { class: "hint map-places" }, outside.length > 1 ? "Outside of what is shown lie " : "Outside of what is shown lies ", ...named, `${more}.`);
}

/** @param {[number, number] | null} point @param {number} form */
function isInside(point, form) {
  return point !== null && point[0] >= 0 && point[0] <= wide && point[1] >= 0 && point[1] <= wide * form;
}

/** From degrees to the drawing. @param {number} form */
function projected(form) {
  return projection(/** @type {import("./extent.js").Part} */ (shown), wide, wide * form);
}

/** @param {number[]} places @param {number} form */
function drawnMap(places, form) {
  const svg = svgElement("svg", {
    viewBox: `0 0 ${wide} ${Math.round(wide * form)}`,
    role: "group",
    "aria-label": "Map of the places. They stand as buttons from north to south.",
    tabindex: 0,
  });
  const path = geoPath(projected(form)).digits(1);
  svg.append(
    svgElement("path", { d: path(land()) || "", class: "land" }),
    svgElement("path", { d: path(meridians()) || "", class: "meridians" }),
    ...markers(places, form),
  );
  svg.addEventListener("keydown", (event) => moveByKey(/** @type {KeyboardEvent} */ (event)));
  svg.addEventListener("pointerdown", (event) => drag(/** @type {PointerEvent} */ (event), svg));
  svg.addEventListener("wheel", (event) => {
    event.preventDefault();
    zoomBy(/** @type {WheelEvent} */ (event).deltaY > 0 ? 1.25 : 0.8);
  }, { passive: false });
  return svg;
}

/** Lines of whole degrees, as many as the eye can tell apart. */
function meridians() {
  const step = (shown?.span ?? 360) > 60 ? 10 : 2;
  return geoGraticule().step([step, step])();
}

/** The places as buttons, north before south; the foremost get their names first, as far as there is room. @param {number[]} places @param {number} form */
function markers(places, form) {
  const project = projected(form);
  const inside = places.flatMap((at) => {
    const point = project(pointOf(at));
    return point !== null && isInside(point, form) ? [{ at, x: point[0], y: point[1] }] : [];
  });
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
  shown.x += right * shown.span;
  shown.y = latitudeAt(height(shown.y) + up * shown.span);
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

/** Move so far that a point is shown. @param {import("./extent.js").Point} point */
function bringIn(point) {
  const svg = byId("view-map").querySelector(".map > svg");
  const form = svg ? svg.clientHeight / svg.clientWidth || 1 : 1;
  if (shown && !isWellInside(shown, point, form)) Object.assign(shown, { x: point[0], y: point[1] });
}
