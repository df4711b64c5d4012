// @ts-check
/** The box that says how the page is used, and what is in it: everything vendored, with version and licence. */
import { content } from "./data.js";
import { byId, make } from "./dom.js";
import { newestNote } from "./sentences.js";

const KEYS = [
  ["/", "to the search"],
  ["arrow keys", "in the search, the tabs, the map and the picture"],
  ["Enter", "choose"],
  ["j, k", "the next fact or event, the one before"],
  ["y, n, u, m", "what is chosen is right, wrong, unsure; a note on it"],
  ["Esc", "close what is open, then what is chosen, then the part that is shown"],
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
