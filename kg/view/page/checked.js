// @ts-check
/**
 * What the reader has checked: a verdict and a note on facts, events and quotations, kept by the browser for the page at this address.
 *
 * They are called by the names that links have, so that what was checked is found again after the next build.
 */
import { content, evidenceOf } from "./data.js";
import { factNaming, quotationNaming, thingName } from "./names.js";
import { change, keepChecks, state } from "./state.js";

/** @typedef {"Right" | "Wrong" | "Unsure"} Verdict */
/** @typedef {{verdict: Verdict | "", note: string, by: string, on: string}} Check `on` is an ISO moment; a note may come before a verdict */
/** @typedef {{fact?: number, thing?: number, quotation?: number}} Item a fact, an event or a quotation */

const PLACE = `newskg checks ${location.pathname}`;
const OWNER = "newskg checked by";

/** What the browser has kept; nothing where it keeps nothing, as in a frame without rights. @param {string} place */
function kept(place) {
  try {
    return localStorage.getItem(place) || "";
  } catch {
    return "";
  }
}

/** @param {string} place @param {string} text @returns {boolean} whether it is kept */
function keep(place, text) {
  try {
    localStorage.setItem(place, text);
    return true;
  } catch {
    return false;
  }
}

/** True as long as the browser keeps what is checked. */
export let isKept = true;

/** Who checks. */
export let checker = kept(OWNER);

/** @param {string} name */
export function setChecker(name) {
  checker = name.trim();
  keep(OWNER, checker);
}

/** @param {string} text @returns {[string, Check][]} */
function entriesOf(text) {
  try {
    const found = JSON.parse(text || "[]");
    return Array.isArray(found) ? found.filter((entry) => Array.isArray(entry) && typeof entry[1]?.verdict === "string") : [];
  } catch {
    return [];
  }
}

keepChecks(new Map(entriesOf(kept(PLACE))));

/** What a fact, event or quotation is called. @param {Item} item */
function nameOf({ fact, thing, quotation }) {
  if (quotation !== undefined) return quotationNaming.name(quotation);
  return fact === undefined ? thingName(thing ?? 0) : factNaming.name(fact);
}

/** What an item is on the page. @param {Item} item @returns {{evidence?: number}} */
function toldOf({ fact, thing, quotation }) {
  if (quotation !== undefined) return content.quotations[quotation];
  return fact === undefined ? content.things[thing ?? 0] : content.facts[fact];
}

/** A fact with a statement, an event or a quotation: what a decision can be about. A role is part of its event. @param {Item} item */
export function isCheckable({ fact, thing, quotation }) {
  if (quotation !== undefined) return Boolean(content.quotations[quotation].iri);
  if (fact !== undefined) return Boolean(content.facts[fact].node && !content.facts[fact].event);
  return thing !== undefined && content.things[thing].kind === "event";
}

/** @param {Item} item @returns {Check | undefined} */
export function checkOf(item) {
  return state.checks.size ? state.checks.get(nameOf(item)) : undefined;
}

/** What people decided of it before the page was made, in words. @param {Item} item @returns {string[]} */
export function decidedOf(item) {
  return evidenceOf(toldOf(item)).decided || [];
}

/** True where somebody has given a verdict: here, or before the page was made. A role is checked with its event. @param {Item} asked */
export function isChecked(asked) {
  const item = asked.fact !== undefined && content.facts[asked.fact].event ? { thing: content.facts[asked.fact].s } : asked;
  return Boolean(decidedOf(item).length || checkOf(item)?.verdict);
}

/** Write down checks; one without verdict and note is taken back. @param {[Item, Check][]} some */
export function addChecks(some) {
  const checks = new Map(state.checks);
  for (const [item, check] of some) {
    if (check.verdict || check.note) checks.set(nameOf(item), check);
    else checks.delete(nameOf(item));
  }
  isKept = keep(PLACE, JSON.stringify([...checks]));
  change({ checks });
}

/** Give a verdict, or take the same one back. @param {Item} item @param {Verdict} verdict */
export function judge(item, verdict) {
  const { verdict: before, note = "" } = checkOf(item) || {};
  addChecks([[item, { verdict: before === verdict ? "" : verdict, note, by: checker, on: now() }]]);
}

/** @param {Item} item @param {string} words */
export function annotate(item, words) {
  const { verdict = "" } = checkOf(item) || {};
  addChecks([[item, { verdict, note: words.trim(), by: checker, on: now() }]]);
}

/** This moment, to the second. */
function now() {
  return new Date().toISOString().replace(/\.\d+/, "");
}
