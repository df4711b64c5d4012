// @ts-check
/** What of the filters is on: a chip for each choice, which takes it back. */
import { content } from "./data.js";
import { byId, make, short, spanWords } from "./dom.js";
import { outlets } from "./sources.js";
import { beginning, change, FACTUALITIES, follow, state, toggled } from "./state.js";

const LONG_CHIP = 40; // letters
const HIDDEN = /** @type {Record<string, string>} */ ({ talk: "acts of speaking", world: "world knowledge", inferred: "what is only concluded" });
const MANY_OUT = 3; // choices of a list that have chips of their own; more of them have one together

/** @typedef {{words: string, part: Partial<import("./state.js").State>}} Chip */

/** The words of what can be hidden. @param {string} key */
function hiddenWords(key) {
  return HIDDEN[key] || content.kinds.find((kind) => kind.key === key)?.many || key;
}

/** What differs from the beginning. @returns {Chip[]} */
function hiddenChips() {
  const first = beginning().hidden;
  const keys = [...Object.keys(HIDDEN), ...content.kinds.map(({ key }) => key)];
  return keys
    .filter((key) => first.has(key) !== state.hidden.has(key))
    .map((key) => ({
      words: `${state.hidden.has(key) ? "without" : "with"} ${hiddenWords(key)}`,
      part: { hidden: toggled(state.hidden, key, first.has(key)) },
    }));
}

/** @returns {Chip[]} */
function mannerChips() {
  const left = FACTUALITIES.filter((factuality) => !state.factualities.has(factuality));
  const none = { factualities: beginning().factualities };
  if (left.length === 1) return [{ words: `only ${mannerWords(left[0])}`, part: none }];
  return [...state.factualities].map((factuality) => ({
    words: `without ${mannerWords(factuality)}`,
    part: { factualities: toggled(state.factualities, factuality, false) },
  }));
}

/** @param {string} factuality */
function mannerWords(factuality) {
  return `what is ${factuality.toLowerCase()}`;
}

/** @param {"relations" | "outlets" | "documents"} name @param {string} many @param {(at: number) => string} words @returns {Chip[]} */
function listChips(name, many, words) {
  const out = [...state[name]];
  if (out.length > MANY_OUT) return [{ words: `without ${out.length.toLocaleString("en")} ${many}`, part: { [name]: new Set() } }];
  return out.map((at) => ({ words: `without ${short(words(at), LONG_CHIP)}`, part: { [name]: toggled(state[name], at, false) } }));
}

/** @param {"happened" | "published"} name @param {string} words @returns {Chip[]} */
function spanChips(name, words) {
  const span = state[name];
  return span ? [{ words: `${words} ${spanWords(span)}`, part: { [name]: null } }] : [];
}

/** @returns {Chip[]} */
function numberChips() {
  const { confidence, articles, unchecked } = state;
  return [
    ...(confidence ? [{ words: `confidence ${confidence.toFixed(2)} and more`, part: { confidence: 0 } }] : []),
    ...(articles ? [{ words: `${articles} articles and more`, part: { articles: 0 } }] : []),
    ...(unchecked ? [{ words: "only what is unchecked", part: { unchecked: false } }] : []),
  ];
}

/** @returns {Chip[]} */
export function chipsOn() {
  return [
    ...mannerChips(),
    ...numberChips(),
    ...spanChips("happened", "happened"),
    ...spanChips("published", "appeared"),
    ...hiddenChips(),
    ...listChips("outlets", "outlets", (at) => outlets[at] || "outlet not known"),
    ...listChips("documents", "articles", (at) => content.documents[at].headline),
    ...listChips("relations", "relations", (at) => content.relations[at].label),
  ];
}

/** @param {Chip} chip */
function chipButton({ words, part }) {
  const press = () => {
    change(part);
    /** @type {HTMLElement | null} */ (byId("chips").querySelector("button"))?.focus();
  };
  return make("li", {}, make("button", { type: "button", class: "chip", title: "Take this back", onclick: press }, make("bdi", {}, words), make("span", { "aria-hidden": "true" }, " ×")));
}

let chipped = "";
follow(() => {
  const chips = chipsOn();
  const now = chips.map(({ words }) => words).join("\n");
  if (now === chipped) return;
  chipped = now;
  byId("chips").hidden = !chips.length;
  byId("chips").replaceChildren(...chips.map(chipButton));
});
