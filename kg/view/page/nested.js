// @ts-check
/** A text with what it speaks of nested as the words are: in "his daughter", "his" stands inside, and the whole is not cut. */

/** @typedef {[number, number, number]} Mark from, up to, and the thing */
/** @typedef {string | {thing: number, parts: Nested[]}} Nested */

/**
 * A stretch of a text as a tree of mentions. One at the edge of the stretch is cut to fit, and so is one that another crosses.
 * @param {string} text @param {Mark[]} marks @param {number} [from] @param {number} [to] @returns {Nested[]}
 */
export function nested(text, marks, from = 0, to = text.length) {
  const inside = marks
    .filter(([start, end]) => start < to && end > from)
    .map(([start, end, thing]) => /** @type {Mark} */ ([Math.max(start, from), Math.min(end, to), thing]))
    .filter(([start, end]) => text.slice(start, end).trim())
    .sort((a, b) => a[0] - b[0] || b[1] - a[1]);
  let next = 0;
  const build = (/** @type {number} */ start, /** @type {number} */ end) => {
    /** @type {Nested[]} */
    const found = [];
    let at = start;
    while (next < inside.length && inside[next][0] < end) {
      const [first, last, thing] = inside[next];
      next += 1;
      if (first < at) continue; // it is crossed by the one before, or the same stretch again
      if (first > at) found.push(text.slice(at, first));
      const stop = Math.min(last, end);
      found.push({ thing, parts: build(first, stop) });
      at = stop;
    }
    if (at < end) found.push(text.slice(at, end));
    return found;
  };
  return build(from, to);
}
