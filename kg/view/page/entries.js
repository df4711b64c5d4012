// @ts-check
/** Entries of the panel's lists: events in one line, and quotations. */
import { content, evidenceOf, numberOfQuotation, otherEnd } from "./data.js";
import { dateWords, make, whenWords } from "./dom.js";
import { checkMark } from "./checking.js";
import { selectQuotation } from "./choose.js";
import { factsLeftOf, quotationLeft } from "./filters.js";
import { foldedPassages } from "./folded.js";
import { proof, quote, thingLink } from "./sentences.js";

/** An event in one line; the sentences on demand. @param {number} event @param {number} here */
export function eventEntry(event, here) {
  const thing = content.things[event];
  const roles = factsLeftOf(event)
    .filter((fact) => otherEnd(content.facts[fact], event) === here)
    .map((fact) => content.relations[content.facts[fact].r].label);
  const sentences = make("div", { hidden: true });
  const unfold = () => {
    sentences.hidden = !sentences.hidden;
    open.setAttribute("aria-expanded", String(!sentences.hidden));
    if (!sentences.hasChildNodes()) sentences.append(...proof(evidenceOf(thing), [here]).filter((part) => part).map((part) => /** @type {Node} */ (part)));
  };
  const open = make("button", { type: "button", class: "unfold", "aria-expanded": "false", "aria-label": "The sentences that say so", title: "The sentences that say so", onclick: unfold });
  return make(
    "li",
    { class: "fact event" },
    make(
      "p",
      {},
      open,
      thingLink(event, { shape: true }),
      make("span", { class: "role" }, ` (${roles.join(", ")})`),
      whenWords(thing) && make("span", { class: "date" }, ` ${whenWords(thing)}`),
      checkMark({ thing: event }),
    ),
    sentences,
  );
}

/** @param {import("./data.js").Quotation} quotation */
export function quotationEntry(quotation) {
  const { text, by, to, date, indirect } = quotation;
  const who = make(
    "p",
    { class: "footing" },
    by !== undefined && make("span", {}, thingLink(by)),
    to !== undefined && make("span", {}, "to ", thingLink(to)),
    date && make("span", {}, dateWords(date)),
    indirect && make("span", {}, "not word for word"),
  );
  const at = numberOfQuotation.get(quotation) ?? 0;
  const open = make("button", { type: "button", class: "open", "aria-label": "Show this quotation", title: "Show this quotation, to check it", onclick: () => selectQuotation(at) }, "⟷");
  const words = make("p", { class: "words", dir: "auto" }, indirect ? text : `“${text}”`, checkMark({ quotation: at }), open);
  const passages = foldedPassages(evidenceOf(quotation));
  return make("li", { class: "fact" }, words, who, ...passages.map(({ passage, same }) => quote(passage, by === undefined ? [] : [by], same)));
}

/** The quotations in whose passages a thing is spoken of. @param {number} at */
export function quotationsAbout(at) {
  const passagesOf = (/** @type {import("./data.js").Quotation} */ quotation) => evidenceOf(quotation).passages || [];
  return content.quotations.filter((quotation) => quotationLeft(quotation) && passagesOf(quotation).some((passage) => speaksOf(content.passages[passage], at)));
}

/** @param {import("./data.js").Passage} passage @param {number} thing */
function speaksOf({ document, start, end }, thing) {
  if (document === undefined || !content.documents[document].mentions?.includes(thing)) return false;
  return content.documents[document].marks?.some(([from, to, marked]) => marked === thing && from >= start && to <= end);
}
