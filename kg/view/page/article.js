// @ts-check
/** Shows the whole text of an article with a passage marked, and everything it speaks of linked back to the graph. */
import { content, cutByThing } from "./data.js";
import { byId, dateWords, make } from "./dom.js";
import { selectThing } from "./choose.js";

const articleBox = /** @type {HTMLDialogElement} */ (byId("article"));

/** Outlet, date and authors of an article in one line. @param {number} at */
export function imprint(at) {
  const { outlet, published, authors } = content.documents[at];
  return [outlet, published && dateWords(published), authors?.join(", ")].filter(Boolean).join(" · ");
}

/** @param {number} at @param {{start: number, end: number}} [passage] */
export function openArticle(at, passage) {
  const article = content.documents[at];
  const close = make("button", { type: "button", class: "close", "aria-label": "Close", onclick: () => articleBox.close() }, "×");
  const body = article.text
    ? make("div", { class: "article-text", lang: "en" }, ...marked(article.text, article.marks || [], passage))
    : make("p", {}, "The text of this article is not with the graph.");
  articleBox.replaceChildren(
    make(
      "header",
      {},
      close,
      make("h2", { id: "article-headline", dir: "auto" }, article.headline),
      make("p", { class: "imprint" }, imprint(at)),
      address(article),
    ),
    body,
  );
  articleBox.showModal();
  body.querySelector("mark")?.scrollIntoView({ block: "center" });
}

/** @param {import("./data.js").Article} article */
function address({ address }) {
  if (!address || !/^https?:\/\//i.test(address)) return null;
  return make("p", { class: "imprint" }, make("a", { href: address, rel: "noreferrer noopener", target: "_blank" }, address));
}

/**
 * The text in pieces: the passage marked, each mention a button. A mention at the edge of the passage is cut to fit.
 * @param {string} text @param {[number, number, number][]} marks @param {{start: number, end: number}} [passage]
 */
function marked(text, marks, passage) {
  const { start, end } = passage || { start: -1, end: -1 };
  if (!passage) return pieces(text, marks, 0, text.length);
  return [...pieces(text, marks, 0, start), make("mark", {}, ...pieces(text, marks, start, end)), ...pieces(text, marks, end, text.length)];
}

/** @param {string} text @param {[number, number, number][]} marks @param {number} from @param {number} to */
function pieces(text, marks, from, to) {
  return cutByThing(text, marks, from, to).map(({ words, thing }) => (thing === undefined ? words : mention(words, thing)));
}

/** @param {string} words @param {number} thing */
function mention(words, thing) {
  const show = () => {
    articleBox.close();
    selectThing(thing);
  };
  return make(
    "button",
    {
      type: "button",
      class: `mention kind-${content.things[thing].kind}`,
      title: content.things[thing].name.slice(0, 120),
      onclick: show,
    },
    words,
  );
}

articleBox.addEventListener("click", (event) => {
  if (event.target === articleBox) articleBox.close();
});
