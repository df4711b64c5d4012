/** Modules that need nothing of a page: the part of the globe that is shown, and texts with nested mentions. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { height, isWellInside, latitudeAt, needed, projection, withoutThoseApart } from "../../../kg/view/page/extent.js";
import { nested } from "../../../kg/view/page/nested.js";

test("a part of the globe goes over the date line, not around", () => {
  const { x, span } = needed([[170, 10], [-170, -10]], 1);
  assert.equal(Math.abs(((x + 360) % 360) - 180) < 1, true);
  assert.equal(span < 25, true);
});

test("heights and latitudes are the inverse of each other, up to the poles", () => {
  for (const latitude of [-84, -33.3, 0, 12, 65]) assert.equal(Math.abs(latitudeAt(height(latitude)) - latitude) < 1e-9, true);
  assert.equal(height(90), height(84));
});

test("north is above, east is to the right, and the middle is in the middle", () => {
  const project = projection({ x: 10, y: 50, span: 20 }, 400, 300);
  const [middle, north, east] = [project([10, 50]), project([10, 52]), project([12, 50])];
  assert.deepEqual(middle.map(Math.round), [200, 150]);
  assert.equal(north[1] < middle[1] && east[0] > middle[0], true);
});

test("a place apart of which little is told is left out; one of which much is told is not", () => {
  const near = [[100, 40], [104, 42], [108, 41]].map((point) => ({ point, weight: 10 }));
  const far = { point: [-70, -30], weight: 1 };
  assert.deepEqual(withoutThoseApart([...near, far], 0.6), near);
  const heavy = { ...far, weight: 20 };
  assert.equal(withoutThoseApart([...near, heavy], 0.6).length, 4);
});

test("what is seen lies well inside", () => {
  const part = { x: 179, y: 0, span: 20 };
  assert.equal(isWellInside(part, [-179, 0], 1), true);
  assert.equal(isWellInside(part, [150, 0], 1), false);
});

test("a mention inside another is nested, one that crosses it is cut to fit, and no letter is lost", () => {
  const text = "his daughter Varya went";
  const tree = nested(text, [[0, 12, 1], [0, 3, 2], [8, 18, 3], [13, 18, 4]]);
  assert.deepEqual(tree, [{ thing: 1, parts: [{ thing: 2, parts: ["his"] }, " daug", { thing: 3, parts: ["hter"] }] }, " ", { thing: 4, parts: ["Varya"] }, " went"]);
  const flat = (piece) => (typeof piece === "string" ? piece : piece.parts.map(flat).join(""));
  assert.equal(tree.map(flat).join(""), text);
});
