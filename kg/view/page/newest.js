// @ts-check
/** Says so where the page shows the newest of more articles, and how one sees what the others say. */
import { content } from "./data.js";
import { make } from "./dom.js";

/** A paragraph; nothing where the page shows all articles. */
export function newestNote() {
  if (!content.newest) return null;
  const code = (/** @type {string} */ words) => make("code", {}, words);
  return make(
    "p",
    { class: "hint" },
    `This page shows ${content.newest} and what they say. Of all articles, `,
    code("kg view DIR --focus NAME"),
    " makes a page about what has a name, and ",
    code("kg query DIR"),
    " answers questions.",
  );
}
