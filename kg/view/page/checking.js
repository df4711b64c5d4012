// @ts-check
/** Checking: right, wrong or unsure, and a note, by buttons below what is chosen and by keys, from one to the next. */
import { annotate, addChecks, checker, checkOf, decidedOf, isCheckable, isChecked, isKept, judge, setChecker } from "./checked.js";
import { selectFact, selectQuotation, selectThing } from "./choose.js";
import { factWords, quotationWords } from "./dossier.js";
import { content } from "./data.js";
import { allItems, checksIn, decisionsTurtle } from "./decisions.js";
import { byId, counted, make, save } from "./dom.js";
import { factLeft, quotationLeft, thingLeft } from "./filters.js";
import { change, state } from "./state.js";

/** @typedef {import("./checked.js").Item} Item */
/** @typedef {import("./checked.js").Verdict} Verdict */

/** The verdicts, each with its key and sign. @type {[Verdict, string, string][]} */
const VERDICTS = [
  ["Right", "y", "✓"],
  ["Wrong", "n", "✗"],
  ["Unsure", "u", "?"],
];
const box = /** @type {HTMLDialogElement} */ (byId("text"));

/** The verdict beside a fact or event in a list; null where there is none. @param {Item} item */
export function checkMark(item) {
  const { verdict = "", note = "" } = checkOf(item) || {};
  const decided = decidedOf(item);
  if (!verdict && !note && !decided.length) return null;
  const sign = VERDICTS.find(([name]) => name === verdict)?.[2];
  const words = [verdict && `Checked: ${verdict.toLowerCase()}`, note, ...decided].filter(Boolean).join(". ");
  return make("span", { class: `checked ${verdict}`, title: words }, sign || (decided.length ? "✓" : "✎"), make("span", { class: "unseen" }, ` ${words}`));
}

/** The buttons for what is chosen; null where it cannot be checked. @param {Item} item */
export function checkBar(item) {
  if (!isCheckable(item)) return null;
  const { verdict, note = "" } = checkOf(item) || {};
  const buttons = VERDICTS.map(([name, key, sign]) =>
    make(
      "button",
      { type: "button", "data-verdict": name, "aria-pressed": String(name === verdict), "aria-keyshortcuts": key, title: `${name} (${key})`, onclick: () => judge(item, name) },
      make("span", { "aria-hidden": "true" }, `${sign} `),
      name.toLowerCase(),
    ),
  );
  const field = /** @type {HTMLInputElement} */ (make("input", { type: "text", id: "check-note", placeholder: "Note (m)", "aria-label": "Note on this", "aria-keyshortcuts": "m", value: note }));
  field.addEventListener("change", () => annotate(item, field.value));
  field.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" && event.key !== "Escape") return;
    event.stopPropagation();
    byId("panel").focus({ preventScroll: true });
  });
  const before = decidedOf(item);
  return make(
    "div",
    { class: "check", role: "group", "aria-label": "Check it" },
    make("span", {}, "Check:"),
    ...buttons,
    field,
    before.length ? make("p", { class: "hint" }, `Decided: ${before.join("; ")}`) : null,
    isKept ? null : make("p", { class: "hint" }, "This browser keeps nothing for this page: save what you checked."),
  );
}

/** What is chosen, if it can be checked. @returns {Item | undefined} */
function chosenItem() {
  return isCheckable(state.selection) ? state.selection : undefined;
}

/** What the filters leave of all that can be checked. */
function itemsLeft() {
  return allItems().filter(({ fact, thing, quotation }) => {
    if (quotation !== undefined) return quotationLeft(content.quotations[quotation]);
    return fact === undefined ? thingLeft[thing ?? 0] : factLeft[fact];
  });
}

/** @param {Item} one @param {Item | undefined} other */
function isSame(one, other) {
  return one.fact === other?.fact && one.thing === other?.thing && one.quotation === other?.quotation;
}

/** @param {Item} item */
function choose({ fact, thing, quotation }) {
  if (quotation !== undefined) selectQuotation(quotation);
  else if (fact !== undefined) selectFact(fact);
  else if (thing !== undefined) selectThing(thing);
}

/** Choose the next one, or the one before. @param {number} way 1 or -1 */
function go(way) {
  const items = itemsLeft();
  if (!items.length) return;
  const at = items.findIndex((item) => isSame(item, chosenItem()));
  choose(items[at < 0 ? (way > 0 ? 0 : items.length - 1) : (at + way + items.length) % items.length]);
}

/** Give the verdict on what is chosen, and go on to the next that has none. @param {Verdict} verdict */
function judgeAndGoOn(verdict) {
  const item = chosenItem();
  if (!item) return;
  const items = itemsLeft();
  const at = items.findIndex((each) => isSame(each, item));
  const next = [...items.slice(at + 1), ...items.slice(0, Math.max(0, at))].find((each) => !isChecked(each));
  judge(item, verdict);
  if (next && isChecked(item)) choose(next);
  byId("said").textContent = `${isChecked(item) ? verdict : "Not checked"}. ${next ? wordsOf(next) : "All that is shown is checked."}`;
}

/** @param {Item} item */
function wordsOf({ fact, thing, quotation }) {
  if (quotation !== undefined) return quotationWords(quotation);
  return fact === undefined ? content.things[thing ?? 0].name : factWords(fact);
}

const KEYS = /** @type {Record<string, () => void>} */ ({
  j: () => go(1),
  k: () => go(-1),
  m: () => document.getElementById("check-note")?.focus(),
  ...Object.fromEntries(VERDICTS.map(([verdict, key]) => [key, () => judgeAndGoOn(verdict)])),
});

document.addEventListener("keydown", (event) => {
  const { target, key, ctrlKey, metaKey, altKey } = event;
  const typing = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
  if (typing || ctrlKey || metaKey || altKey || !Object.hasOwn(KEYS, key) || document.querySelector("dialog[open]")) return;
  event.preventDefault();
  KEYS[key]();
});

/** How much is checked, with ways to save it and to take it in. */
export function showChecks() {
  const told = make("p", { role: "status", class: "hint" });
  const name = /** @type {HTMLInputElement} */ (make("input", { type: "text", id: "checked-by", value: checker, autocomplete: "name" }));
  name.addEventListener("change", () => setChecker(name.value));
  const file = /** @type {HTMLInputElement} */ (make("input", { type: "file", id: "checks-file", accept: ".ttl,text/turtle" }));
  file.addEventListener("change", async () => {
    told.textContent = file.files?.[0] ? await takeIn(file.files[0]) : "";
    tally.textContent = tallyWords();
    file.value = ""; // so that the same file can be taken in again
  });
  const tally = make("p", { id: "checks-tally" }, tallyWords());
  const write = () => {
    setChecker(name.value);
    save("decisions.ttl", new Blob([decisionsTurtle()], { type: "text/turtle" }));
  };
  const next = () => {
    box.close();
    change({ unchecked: true });
    go(1);
  };
  const close = make("button", { type: "button", class: "close", "aria-label": "Close", onclick: () => box.close() }, "×");
  box.replaceChildren(
    make("header", {}, close, make("h2", { id: "text-title" }, "What was checked"), make("p", { class: "imprint" }, "j and k go to the next fact, event or quotation and back; y right, n wrong, u unsure, m a note. A build honours the file: kg build … --decisions decisions.ttl")),
    make(
      "div",
      { class: "text-body checks" },
      tally,
      make("p", {}, make("button", { type: "button", class: "plain", id: "checks-go", onclick: next }, "Go through what is unchecked")),
      make("p", {}, make("label", {}, "Checked by ", name)),
      make("p", {}, make("button", { type: "button", class: "plain", id: "checks-save", onclick: write }, "Save decisions.ttl")),
      make("p", {}, make("label", {}, "Take in a decisions.ttl ", file)),
      told,
    ),
  );
  box.showModal();
}

/** "12 of 129 are checked: 9 right, 2 wrong, 1 unsure." */
function tallyWords() {
  const items = allItems();
  const verdicts = items.map((item) => checkOf(item)?.verdict);
  const each = VERDICTS.map(([name]) => `${verdicts.filter((verdict) => verdict === name).length.toLocaleString("en")} ${name.toLowerCase()}`);
  return `${items.filter(isChecked).length.toLocaleString("en")} of ${counted(items.length, "fact, event and quotation", "facts, events and quotations")} are checked; here ${each.join(", ")}.`;
}

/** @param {File} file @returns {Promise<string>} what became of it */
async function takeIn(file) {
  try {
    const { checks, others } = checksIn(await file.text());
    addChecks(checks);
    const rest = others ? ` ${counted(others, "decision is", "decisions are")} about something else than facts, events and quotations of this page; a build honours these, too.` : "";
    return `${counted(checks.length, "check", "checks")} taken in.${rest}`;
  } catch (error) {
    return `${file.name} cannot be read as Turtle: ${/** @type {Error} */ (error).message}`;
  }
}
