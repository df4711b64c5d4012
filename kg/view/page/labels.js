// @ts-check
/**
 * Writes the names of things and the words of lines onto the picture so that none lies on another, at any zoom.
 *
 * Letters have one size on the screen. What matters most is written first; what finds no room is left out until there is room:
 * nearer, or when it is chosen or pointed at.
 */
import { colour } from "./theme.js";

const RIGHT_TO_LEFT = /^[^\p{L}]*[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u; // by its first letter
const LINE = 14;
const GAP = 3;
const CELL = 48;
const ROWS = 10000; // more than cells fit below one another on any screen
const FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif";
const BIG = 17; // radius from which a name is written bold

const FOREMOST = 6; // names that may lie on shapes where there is no other room for them
const SIDE = 2; // pixels beside the letters
const CORE = 0.6; // of a shape's radius: names may touch its corners

/**
 * @typedef {{left: number, top: number, right: number, bottom: number}} Box
 * @typedef {{id: number, x: number, y: number, radius: number, lines: string[], rank: number, faint: boolean, late: boolean}} Name
 * @typedef {{spots: {x: number, y: number}[], length: number, text: string, faint: boolean, must: boolean, role: boolean}} Words
 */

/** Boxes on the screen, found by the cells that they touch. */
class Room {
  constructor() {
    /** @type {Map<number, Box[]>} */
    this.cells = new Map();
  }

  /** @param {Box} box @param {(cell: number) => void} visit */
  each(box, visit) {
    for (let x = Math.floor(box.left / CELL); x <= Math.floor(box.right / CELL); x += 1) {
      for (let y = Math.floor(box.top / CELL); y <= Math.floor(box.bottom / CELL); y += 1) visit(x * ROWS + y);
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

/** @param {number} x @param {number} y @param {number} half @returns {Box} */
function square(x, y, half) {
  return { left: x - half, top: y - half, right: x + half, bottom: y + half };
}

/** @param {Box} a @param {Box} b */
function overlap(a, b) {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/** How wide texts are, by font. @type {Map<string, Map<string, number>>} */
const widths = new Map();
/** The font of now; to ask the canvas for it takes longer than all else here. */
let font = "";

/** @param {CanvasRenderingContext2D} ctx @param {number} weight @param {number} size */
function useFont(ctx, weight, size) {
  font = `${weight} ${size}px ${FONT}`;
  ctx.font = font;
}

/** @param {CanvasRenderingContext2D} ctx @param {string} text */
function widthOf(ctx, text) {
  const own = widths.get(font) || new Map();
  widths.set(font, own);
  let width = own.get(text);
  if (width === undefined) {
    width = ctx.measureText(text).width;
    own.set(text, width);
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
 * Write all that finds room: names, the words of facts, the names of events, the words of roles, then the names that are faint.
 * @param {CanvasRenderingContext2D} ctx in pixels of the screen @param {Name[]} names @param {Words[]} words
 * @param {{width: number, height: number}} screen
 */
export function write(ctx, names, words, screen) {
  const room = new Room();
  const seen = names.filter(({ x, y }) => x > -60 && y > -60 && x < screen.width + 60 && y < screen.height + 60);
  const shapes = new Room();
  for (const { x, y, radius } of seen) shapes.take(square(x, y, radius * CORE));
  written = [];
  ctx.lineJoin = "round";
  ctx.textBaseline = "middle";
  const colours = { ink: colour("ink"), soft: colour("soft"), paper: colour("paper") };
  seen.sort((a, b) => a.rank - b.rank || a.id - b.id);
  const writeNames = (/** @type {(name: Name) => boolean} */ are) =>
    seen.forEach((name, at) => {
      if (are(name)) writeName(ctx, name, { room, shapes, width: screen.width, bold: at < FOREMOST }, colours);
    });
  const isLate = (/** @type {Name} */ { late, rank }) => late && rank >= 0;
  const writeLines = (/** @type {boolean} */ role) => words.forEach((line) => line.role === role && writeWords(ctx, line, room, shapes, colours));
  writeNames((name) => !name.faint && !isLate(name));
  writeLines(false);
  writeNames((name) => !name.faint && isLate(name));
  writeLines(true);
  writeNames((name) => name.faint);
}

/**
 * Write a name where it finds room: beside no other letters or shapes; if it matters most, on shapes; and anyhow if it is chosen.
 * @param {CanvasRenderingContext2D} ctx @param {Name} name
 * @param {{room: Room, shapes: Room, width: number, bold: boolean}} place @param {Record<string, string>} colours
 */
function writeName(ctx, name, { room, shapes, width, bold }, colours) {
  useFont(ctx, name.radius >= BIG || name.rank < 0 ? 600 : 400, 12);
  const spots = spotsAround(name, Math.max(...name.lines.map((line) => widthOf(ctx, line))));
  const free = spots.filter(({ box }) => box.left > 0 && box.right < width && room.isFree(box));
  const spot = free.find(({ box }) => shapes.isFree(box)) || (bold && free[0]) || (name.rank < 0 && spots[0]);
  if (!spot) return;
  room.take(spot.box);
  written.push({ id: name.id, box: spot.box });
  name.lines.forEach((line, row) => {
    const x = (spot.box.left + spot.box.right) / 2 + shift(ctx, spot.align, spot.box.right - spot.box.left - 2 * SIDE, line);
    letters(ctx, line, x, spot.box.top + LINE * (row + 0.5), name, colours.ink, colours.paper);
  });
}

/** Where a name can stand, the best first: below, at the sides, above, and shifted below and above. @param {Name} name @param {number} width */
function spotsAround({ x, y, radius, lines }, width) {
  const height = lines.length * LINE;
  const [below, above] = [y + radius + GAP, y - radius - GAP - height];
  const spots = /** @type {[string, number, number][]} */ ([
    ["center", x - width / 2, below],
    ["left", x + radius + GAP, y - height / 2],
    ["right", x - radius - GAP - width, y - height / 2],
    ["center", x - width / 2, above],
    ...[below, above].flatMap((top) => [["left", x - radius, top], ["right", x + radius - width, top]]),
  ]);
  return spots.map(([align, left, top]) => ({ align, box: { left: left - SIDE, top, right: left + width + SIDE, bottom: top + height } }));
}

/**
 * How far the middle of a line lies from the middle of its label.
 * @param {CanvasRenderingContext2D} ctx @param {string} align @param {number} width @param {string} line
 */
function shift(ctx, align, width, line) {
  const spare = (width - widthOf(ctx, line)) / 2;
  return align === "left" ? -spare : align === "right" ? spare : 0;
}

/**
 * @param {CanvasRenderingContext2D} ctx @param {Words} line @param {Room} room taken by letters
 * @param {Room} shapes @param {Record<string, string>} colours
 */
function writeWords(ctx, line, room, shapes, colours) {
  useFont(ctx, 400, 11);
  const text = line.text.length > 34 ? `${line.text.slice(0, 33)}…` : line.text;
  const width = widthOf(ctx, text);
  if (line.length < width * 0.7 && !line.must) return;
  const boxOf = (/** @type {{x: number, y: number}} */ { x, y }) => ({ left: x - width / 2 - 2, top: y - 7, right: x + width / 2 + 2, bottom: y + 7 });
  const free = line.spots.find((spot) => room.isFree(boxOf(spot)) && shapes.isFree(boxOf(spot))) || (line.must && line.spots[0]);
  if (!free) return;
  room.take(boxOf(free));
  letters(ctx, text, free.x, free.y, line, colours.soft, colours.paper);
}

/** Letters with a rim of the background, so that they can be read over lines.
 * @param {CanvasRenderingContext2D} ctx @param {string} text @param {number} x @param {number} y
 * @param {{faint: boolean}} style @param {string} ink @param {string} paper */
function letters(ctx, text, x, y, style, ink, paper) {
  ctx.globalAlpha = style.faint ? 0.3 : 1;
  ctx.textAlign = "center";
  ctx.direction = RIGHT_TO_LEFT.test(text) ? "rtl" : "ltr";
  ctx.strokeStyle = paper;
  ctx.lineWidth = 4;
  ctx.strokeText(text, x, y);
  ctx.fillStyle = ink;
  ctx.fillText(text, x, y);
  ctx.globalAlpha = 1;
}
