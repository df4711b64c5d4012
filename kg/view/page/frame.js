// @ts-check
/** The page as it came, before anything is written into it: what a page of a part is made with. This has to be the first module. */

/** The meta elements of the head. */
export const head = [...document.head.children].filter(({ tagName }) => tagName === "META").map((element) => element.cloneNode(true));

/** What is in the body besides data and scripts. */
export const frame = [...document.body.children].filter(({ tagName }) => tagName !== "SCRIPT" && tagName !== "NOSCRIPT").map((element) => element.cloneNode(true));
