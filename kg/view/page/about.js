// @ts-check
/** The box that says how the page is used, and what is in it: everything vendored, with version and licence. */
import { content } from "./data.js";
import { byId, make } from "./dom.js";
import { newestNote } from "./sentences.js";

const KEYS = [
  ["/", "to the search"],
  ["arrow keys", "in the search, the tabs, the map and the picture"],
  ["Enter", "choose"],
  ["j, k", "the next fact, event or quotation, the one before"],
  ["y, n, u, m", "what is chosen is right, wrong, unsure; a note on it"],
  ["Esc", "close what is open, then what is chosen, then the part that is shown"],
];
/** What the picture and the panel mean by their signs. */
const MEANINGS = [
  ["shape and colour", "the kind of a thing, as in the legend; a shape without filling is an event that is not told as fact"],
  ["size", "with how many others a thing is linked; in “Who and where”, how much is told of it"],
  ["arrow", "from whom a fact is about to what it says; from an event to who does it, undergoes it, or where it is"],
  ["dashes", "reported by somebody whom the article names; dots: possible, planned or denied"],
  ["thin line", "no one passage mentions both ends: it is concluded, from a gazetteer, or about the article itself"],
  ["confidence", "how likely a strict reader would call it right, from 0 to 1"],
  ["unsure", "likelier wrong than right: the confidence, which is a probability, is below one half"],
  ["one thing because", "why several mentions were taken for one thing"],
];
const aboutBox = /** @type {HTMLDialogElement} */ (byId("about"));

function showAbout() {
  const close = make("button", { type: "button", class: "close", "aria-label": "Close", onclick: () => aboutBox.close() }, "×");
  const rows = content.about.map(({ name, version, licence, by, does }) =>
    make("tr", {}, make("th", { scope: "row" }, name), make("td", {}, version), make("td", {}, licence), make("td", {}, by), make("td", {}, does)),
  );
  const heads = ["What", "Version", "Licence", "By", "Does"].map((head) => make("th", { scope: "col" }, head));
  aboutBox.replaceChildren(
    make("header", {}, close, make("h2", { id: "about-title" }, "About this page")),
    make(
      "div",
      { class: "text-body" },
      make(
        "p",
        {},
        "One file that asks nothing of any host: what it shows, and all that shows it, is inside. Every fact leads to the sentence that says it.",
      ),
      newestNote(),
      make("h3", {}, "What its signs mean"),
      make("dl", { class: "attributes" }, ...MEANINGS.flatMap(([sign, meaning]) => [make("dt", {}, sign), make("dd", {}, meaning)])),
      make("h3", {}, "Keys"),
      make(
        "dl",
        { class: "attributes" },
        ...KEYS.flatMap(([key, does]) => [make("dt", {}, make("kbd", {}, key)), make("dd", {}, does)]),
      ),
      make("h3", {}, "What is inside"),
      make(
        "div",
        { class: "table", tabindex: "0", role: "group", "aria-label": "What is inside" },
        make("table", {}, make("thead", {}, make("tr", {}, ...heads)), make("tbody", {}, ...rows)),
      ),
    ),
  );
  aboutBox.showModal();
}

byId("about-open").addEventListener("click", showAbout);
