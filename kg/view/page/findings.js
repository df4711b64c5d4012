// @ts-check
/**
 * What is said, found by its words: facts as sentences, quotations, and the sentences of the articles.
 *
 * The texts are in the page already. They are cut into sentences, and freed of accents and capitals, when the search is first used: in
 * slices, so that typing does not wait, or at once if somebody was quicker.
 */
import { clauseOf, content, evidenceOf, folded } from "./data.js";
import { documentLeft, factLeft, quotationLeft } from "./filters.js";

/** Of each group, so many are shown at most. */
export const MOST_FOUND = 100;
const SLICE = 12; // milliseconds of indexing at a time
const SHORTEST = 2; // letters: one is in nearly every sentence
const NONE = /** @type {Found} */ ({ best: [], count: 0 });
const WORD_START = /[\s"'(“‘«[–—-]/;

/** @typedef {{document: number, start: number, end: number, folded: string}} Sentence */
/** @typedef {{at: number, rank: number, size: number}} Ranked how well something answers, and how long it is */
/** @typedef {{best: number[], count: number}} Found places in a list, the best first */

const segmenter = new Intl.Segmenter("en", { granularity: "sentence" });

/** @type {Sentence[]} */
export const sentences = [];
let articlesRead = 0;
/** The words of each fact and quotation, as far as they are read. @type {string[]} */
const factTexts = [];
/** @type {string[]} */
const quotationTexts = [];

/** A fact in words, with all names of its ends. @param {import("./data.js").Fact} fact */
function factText(fact) {
  const { s, o, value = "", role = "", event } = fact;
  if (event) return ""; // what happened is found by the sentence, and by the event's own name
  return folded([content.things[s].name, clauseOf(fact), o === undefined ? value : content.things[o].name, role].join(" "));
}

/** @param {import("./data.js").Quotation} quotation */
function quotationText({ text, by }) {
  return folded(`${by === undefined ? "" : content.things[by].name} said ${text}`);
}

/** Cut one article into sentences. A single line end is a blank: some texts are broken at a width. @param {number} document */
function readArticle(document) {
  const text = (content.documents[document].text || "").replace(/([^\n])\r?\n(?=[^\n\r])/g, (found, before) => before + " ".repeat(found.length - 1));
  for (const { segment, index } of segmenter.segment(text)) {
    const words = segment.trim();
    const start = index + segment.indexOf(words);
    if (words) sentences.push({ document, start, end: start + words.length, folded: folded(words) });
  }
}

/** Read on for some milliseconds. @param {number} time */
function readOn(time) {
  const until = performance.now() + time;
  const isTime = () => performance.now() < until;
  for (; articlesRead < content.documents.length && isTime(); articlesRead += 1) readArticle(articlesRead);
  while (factTexts.length < content.facts.length && isTime()) factTexts.push(factText(content.facts[factTexts.length]));
  while (quotationTexts.length < content.quotations.length && isTime()) quotationTexts.push(quotationText(content.quotations[quotationTexts.length]));
}

/** True where all has been read. */
function isRead() {
  return articlesRead === content.documents.length && factTexts.length === content.facts.length && quotationTexts.length === content.quotations.length;
}

/** Begin to make the index while nothing else is to be done. */
export function prepareFindings() {
  readOn(SLICE);
  if (!isRead()) setTimeout(prepareFindings);
}

/** How well a text answers: 0 where not all words are in it; more where they stand together, and begin words.
 * @param {string} text @param {string[]} words @param {string} wanted */
function answers(text, words, wanted) {
  let sum = 1;
  for (const word of words) {
    const at = text.indexOf(word);
    if (at < 0) return 0;
    if (beginsWord(text, word, at)) sum += 1;
  }
  return sum + (words.length > 1 && text.includes(wanted) ? 2 : 0);
}

/** True where a word begins one of the text. @param {string} text @param {string} word @param {number} first */
function beginsWord(text, word, first) {
  for (let at = first; at >= 0; at = text.indexOf(word, at + 1)) if (at === 0 || WORD_START.test(text[at - 1])) return true;
  return false;
}

/** The best of what has all the words: by how well, the shorter first. @param {number} length @param {(at: number) => string} textOf
 * @param {(at: number) => boolean} left @param {string[]} words @returns {Found} */
function ranked(length, textOf, left, words) {
  const wanted = words.join(" ");
  /** @type {Ranked[]} */
  const best = [];
  let count = 0;
  for (let at = 0; at < length; at += 1) {
    const text = textOf(at);
    const rank = answers(text, words, wanted);
    if (!rank || !left(at)) continue;
    count += 1;
    keep(best, { at, rank, size: text.length });
  }
  return { best: best.map(({ at }) => at), count };
}

/** @param {Ranked} one @param {Ranked} other */
function isBetter(one, other) {
  return (one.rank - other.rank || other.size - one.size || other.at - one.at) > 0;
}

/** Put in where it belongs, if it is among the best: most of what has a word is not. @param {Ranked[]} best @param {Ranked} found */
function keep(best, found) {
  if (best.length === MOST_FOUND && !isBetter(found, best[MOST_FOUND - 1])) return;
  let place = best.length;
  while (place > 0 && isBetter(found, best[place - 1])) place -= 1;
  best.splice(place, 0, found);
  best.length = Math.min(best.length, MOST_FOUND);
}

/** What of that is said has all the words of a query. @param {string} query */
export function findings(query) {
  const wanted = folded(query).trim();
  if (wanted.length < SHORTEST) return { facts: NONE, quotations: NONE, sentences: NONE };
  const words = wanted.split(/\s+/);
  readOn(Infinity);
  return {
    facts: ranked(factTexts.length, (at) => factTexts[at], (at) => factLeft[at], words),
    quotations: ranked(quotationTexts.length, (at) => quotationTexts[at], (at) => quotationLeft(content.quotations[at]), words),
    sentences: ranked(sentences.length, (at) => sentences[at].folded, (at) => documentLeft(sentences[at].document), words),
  };
}

/** The passage of a quotation, which opens its article. @param {number} at @returns {import("./data.js").Passage | undefined} */
export function passageOfQuotation(at) {
  const [passage] = evidenceOf(content.quotations[at]).passages || [];
  return passage === undefined ? undefined : content.passages[passage];
}
