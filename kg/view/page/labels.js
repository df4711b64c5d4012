// @ts-check
/**
 * Writes the names of things and the words of lines onto the picture so that none lies on another, at any zoom.
 *
 * Letters have one size on the screen. What matters most is written first; what finds no room is left out until there is room:
 * nearer, or when it is chosen or pointed at.
 */
import { colour } from "./theme.js";

const LINE = 14;
const GAP = 3;
const CELL = 48;
const FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif";
const BIG = 17; // radius from which a name is written bold

const FOREMOST = 30; // names that may lie on shapes where these are tiny, so that a far view is not nameless
const TINY = 5;

/**
 * @typedef {{left: number, top: number, right: number, bottom: number}} Box
 * @typedef {{id: number, x: number, y: number, radius: number, lines: string[], rank: number, faint: boolean, struck: boolean}} Name
 * @typedef {{x: number, y: number, length: number, text: string, faint: boolean, struck: boolean, must: boolean}} Words
 */

/** Boxes on the screen, found by the cells that they touch. */
class Room {
  constructor() {
    /** @type {Map<string, Box[]>} */
    this.cells = new Map();
  }

  /** @param {Box} box @param {(cell: string) => void} visit */
  each(box, visit) {
    for (let x = Math.floor(box.left / CELL); x <= Math.floor(box.right / CELL); x += 1) {
      for (let y = Math.floor(box.top / CELL); y <= Math.floor(box.bottom / CELL); y += 1) visit(`${x} ${y}`);
    }
  }

  /** @param {Box} box */
  take(box) {
    this.each(box, (cell) => {
      const boxes = this.cells.get(cell);
      if (boxes) boxes.push(box);
      else this.cells.set(cell, [box]);
    });
  }

  /** @param {Box} box */
  isFree(box) {
    let free = true;
    this.each(box, (cell) => {
      if (free) free = !(this.cells.get(cell) || []).some((other) => overlap(box, other));
    });
    return free;
  }
}

const NO_SHAPES = new Room();

/** @param {Box} a @param {Box} b */
function overlap(a, b) {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/** @type {Map<string, number>} */
const widths = new Map();

/** @param {CanvasRenderingContext2D} ctx @param {string} text */
function widthOf(ctx, text) {
  const key = ctx.font + text;
  let width = widths.get(key);
  if (width === undefined) {
    width = ctx.measureText(text).width;
    widths.set(key, width);
  }
  return width;
}

/** Where the names stand that are written now, for finding what was clicked. @type {{id: number, box: Box}[]} */
let written = [];

/** The thing whose name is at a point of the screen. @param {{x: number, y: number}} point */
export function nameAt({ x, y }) {
  return written.find(({ box }) => x >= box.left && x <= box.right && y >= box.top && y <= box.bottom)?.id;
}

/**
 * Write all that finds room: names, then the words of lines, then the names that are faint.
 * @param {CanvasRenderingContext2D} ctx in pixels of the screen @param {Name[]} names @param {Words[]} words
 * @param {{width: number, height: number}} screen
 */
export function write(ctx, names, words, screen) {
  const room = new Room();
  const seen = names.filter(({ x, y }) => x > -60 && y > -60 && x < screen.width + 60 && y < screen.height + 60);
  const shapes = new Room();
  for (const { x, y, radius } of seen) shapes.take({ left: x - radius, top: y - radius, right: x + radius, bottom: y + radius });
  written = [];
  ctx.lineJoin = "round";
  ctx.textBaseline = "middle";
  const colours = { ink: colour("ink"), soft: colour("soft"), paper: colour("paper") };
  seen.sort((a, b) => a.rank - b.rank || a.id - b.id);
  const writeNames = (/** @type {boolean} */ faint) =>
    seen.forEach((name, at) => {
      const free = at < FOREMOST && name.radius < TINY ? NO_SHAPES : shapes;
      if (name.faint === faint) writeName(ctx, name, room, free, colours, screen);
    });
  writeNames(false);
  for (const line of words) writeWords(ctx, line, room, shapes, colours);
  writeNames(true);
}

/** @param {CanvasRenderingContext2D} ctx @param {Name} name @param {Room} room taken by letters @param {Room} shapes @param {Record<string, string>} colours
 * @param {{width: number}} screen */
function writeName(ctx, name, room, shapes, colours, screen) {
  const { x, y, radius, lines } = name;
  ctx.font = `${radius >= BIG || name.rank < 0 ? 600 : 400} 12px ${FONT}`;
  const width = Math.max(...lines.map((line) => widthOf(ctx, line)));
  const height = lines.length * LINE;
  const spots = /** @type {const} */ ([
    ["center", x, y + radius + GAP],
    ["left", x + radius + GAP, y - height / 2],
    ["right", x - radius - GAP, y - height / 2],
    ["center", x, y - radius - GAP - height],
    ["left", x - radius, y + radius + GAP],
    ["right", x + radius, y + radius + GAP],
    ["left", x - radius, y - radius - GAP - height],
    ["right", x + radius, y - radius - GAP - height],
  ]);
  for (const [align, at, top] of spots) {
    const left = align === "center" ? at - width / 2 : align === "left" ? at : at - width;
    const box = { left: left - 2, top, right: left + width + 2, bottom: top + height };
    const must = name.rank < 0 && align === "center" && top > y;
    if (!must && !(box.left > 0 && box.right < screen.width && room.isFree(box) && shapes.isFree(box))) continue;
    room.take(box);
    written.push({ id: name.id, box });
    lines.forEach((line, row) => letters(ctx, line, left + width / 2 + shift(ctx, align, width, line), top + LINE * (row + 0.5), name, colours.ink, colours.paper));
    return;
  }
}

/** How far the middle of a line lies from the middle of its label. @param {CanvasRenderingContext2D} ctx @param {string} align @param {number} width @param {string} line */
function shift(ctx, align, width, line) {
  const spare = (width - widthOf(ctx, line)) / 2;
  return align === "left" ? -spare : align === "right" ? spare : 0;
}

/** @param {CanvasRenderingContext2D} ctx @param {Words} line @param {Room} room taken by letters @param {Room} shapes @param {Record<string, string>} colours */
function writeWords(ctx, line, room, shapes, colours) {
  ctx.font = `400 11px ${FONT}`;
  const text = line.text.length > 34 ? `${line.text.slice(0, 33)}…` : line.text;
  const width = widthOf(ctx, text);
  if (line.length < width * 0.7 && !line.must) return;
  const box = { left: line.x - width / 2 - 2, top: line.y - 7, right: line.x + width / 2 + 2, bottom: line.y + 7 };
  if (!line.must && !(room.isFree(box) && shapes.isFree(box))) return;
  room.take(box);
  letters(ctx, text, line.x, line.y, line, colours.soft, colours.paper);
}

/** Letters with a rim of the background, so that they can be read over lines.
 * @param {CanvasRenderingContext2D} ctx @param {string} text @param {number} x @param {number} y
 * @param {{faint: boolean, struck: boolean}} style @param {string} ink @param {string} paper */
function letters(ctx, text, x, y, style, ink, paper) {
  ctx.globalAlpha = style.faint ? 0.3 : 1;
  ctx.textAlign = "center";
  ctx.strokeStyle = paper;
  ctx.lineWidth = 4;
  ctx.strokeText(text, x, y);
  ctx.fillStyle = ink;
  ctx.fillText(text, x, y);
  if (style.struck) ctx.fillRect(x - widthOf(ctx, text) / 2, y - 0.5, widthOf(ctx, text), 1.2);
  ctx.globalAlpha = 1;
}
