// @ts-check
/** Passages of the same words as one: the caption and the body of an article, or articles that give one report, say so once. */
import { content, wordsOf } from "./data.js";
import { documentLeft } from "./filters.js";

/** @typedef {{passage: number, same: number[]}} Folded a passage, and the others that say the same */

/** The words of a passage by which it is compared. @param {number} at */
function wordsAlone(at) {
  return wordsOf(content.passages[at]).text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim();
}

/** The passages of the articles that the filters leave; all, where what is chosen rests on others alone. @param {import("./data.js").Evidence} evidence */
function passagesLeft({ passages = [] }) {
  const left = passages.filter((at) => documentLeft(content.passages[at].document ?? -1));
  return left.length ? left : passages;
}

/** What says so, each sentence once. @param {import("./data.js").Evidence} evidence @returns {Folded[]} */
export function foldedPassages(evidence) {
  /** @type {Map<string, Folded>} */
  const found = new Map();
  for (const passage of passagesLeft(evidence)) {
    const words = wordsAlone(passage);
    const first = found.get(words);
    if (first) first.same.push(passage);
    else found.set(words, { passage, same: [] });
  }
  return [...found.values()];
}
