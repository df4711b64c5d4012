// @ts-check
/** What one takes along: pictures, Turtle, a query, a link, paper. */
import { fragment } from "./address.js";
import { showChecks } from "./checking.js";
import { turnTo } from "./choose.js";
import { content } from "./data.js";
import { byId, make, save } from "./dom.js";
import { fileName } from "./dossier.js";
import { saveFacts, saveGexf, saveGraphml, saveThings } from "./exports.js";
import { savePng, saveSvg } from "./image.js";
import { partPage } from "./part.js";
import { sparql } from "./sparql.js";
import { state } from "./state.js";
import { turtle } from "./turtle.js";

const textBox = /** @type {HTMLDialogElement} */ (byId("text"));

/** Show a text that can be copied, also where the browser forbids the clipboard. @param {string} title @param {string} words @param {string} text */
function showText(title, words, text) {
  const field = /** @type {HTMLTextAreaElement} */ (make("textarea", { readonly: true, rows: 18, spellcheck: "false", "aria-label": title, dir: "ltr" }));
  field.value = text;
  const told = make("span", { role: "status" });
  const copy = async () => {
    field.select();
    try {
      await navigator.clipboard.writeText(text);
      told.textContent = "Copied";
    } catch {
      told.textContent = "Marked: copy it with Ctrl+C";
    }
  };
  const close = make("button", { type: "button", class: "close", "aria-label": "Close", onclick: () => textBox.close() }, "×");
  textBox.replaceChildren(
    make("header", {}, close, make("h2", { id: "text-title" }, title), make("p", { class: "imprint" }, words)),
    make(
      "div",
      { class: "text-body" },
      field,
      make(
        "p",
        { class: "list-tools" },
        make("button", { type: "button", class: "plain", onclick: copy }, "Copy"),
        told,
      ),
    ),
  );
  textBox.showModal();
  field.select();
}

/** Save the picture, which has to be seen for that. @param {() => void} saving */
function ofPicture(saving) {
  if (state.view === "graph") return saving();
  turnTo("graph");
  requestAnimationFrame(() => requestAnimationFrame(saving)); // when it has been drawn
}

/** What is said of a link, and the link: at the address that the page was made for, else at its own; of a file, which others have
 * elsewhere, from its name on. @returns {[string, string]} */
function linkWords() {
  const asked = [fragment(), `build=${content.build}`].filter(Boolean).join("&");
  const [own] = location.href.split("#");
  if (content.address) return ["Whoever can open this address sees the same.", `${content.address}#${asked}`];
  if (location.protocol === "file:") return ["Whoever has this file, too, puts this in place of its name in the address.", `${own.slice(own.lastIndexOf("/") + 1)}#${asked}`];
  return ["Whoever can open this address sees the same.", `${own}#${asked}`];
}

const ACTIONS = /** @type {Record<string, () => void>} */ ({
  facts: () => saveFacts(),
  things: saveThings,
  gexf: saveGexf,
  graphml: saveGraphml,
  png: () => ofPicture(savePng),
  svg: () => ofPicture(saveSvg),
  turtle: async () => save(`${fileName(document.title)}.ttl`, new Blob([await turtle()], { type: "text/turtle" })),
  page: async () => save(`${fileName(document.title)} - part.html`, new Blob([await partPage()], { type: "text/html" })),
  checks: showChecks,
  sparql: () => showText("The filters as SPARQL", "It gives the facts that are shown now: kg query DIR @FILE, or any other endpoint with the graph.", sparql()),
  link: () => showText("Link to what is shown", ...linkWords()),
  print: () => print(),
});

for (const [name, act] of Object.entries(ACTIONS)) {
  byId(`take-${name}`).addEventListener("click", () => {
    /** @type {HTMLDetailsElement} */ (byId("take")).open = false;
    act();
  });
}

/** A menu closes when one clicks elsewhere or presses Escape. */
for (const menu of [byId("take"), byId("filters")].map((element) => /** @type {HTMLDetailsElement} */ (element))) {
  document.addEventListener("pointerdown", (event) => {
    if (menu.open && !menu.contains(/** @type {Node} */ (event.target))) menu.open = false;
  });
  menu.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !menu.open) return;
    menu.open = false;
    menu.querySelector("summary")?.focus();
  });
}
