// @ts-check
/** A shape that vis-network does not have: a cross, for things of no kind that the page knows. */
import { PATHS } from "./dom.js";

const HALF_CROSS = 6.5; // of the shape, which is drawn in a square of 16
const cross = new Path2D(PATHS.cross);

/** A node as vis-network takes it. @param {any} node */
export function withCross(node) {
  return node.shape === "cross" ? { ...node, shape: "custom", ctxRenderer: drawCross } : node;
}

/** @param {{ctx: CanvasRenderingContext2D, x: number, y: number, style: any}} where */
function drawCross({ ctx, x, y, style }) {
  const scale = style.size / HALF_CROSS;
  const drawNode = () => {
    ctx.save();
    ctx.globalAlpha = style.opacity ?? 1;
    ctx.translate(x - 8 * scale, y - 8 * scale);
    ctx.scale(scale, scale);
    ctx.fillStyle = style.color;
    ctx.fill(cross);
    ctx.lineWidth = style.borderWidth / scale;
    ctx.strokeStyle = style.borderColor;
    ctx.setLineDash((style.borderDashes || []).map((/** @type {number} */ dash) => dash / scale));
    ctx.stroke(cross);
    ctx.restore();
  };
  return { drawNode, nodeDimensions: { width: 2 * style.size, height: 2 * style.size } };
}
