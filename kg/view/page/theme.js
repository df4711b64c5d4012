// @ts-check
/** The colours of the picture, light and dark: those of the style sheet, so that there is one place for them. */
import { content } from "./data.js";

const root = document.documentElement;
const dark = matchMedia("(prefers-color-scheme: dark)");

/** @param {string} name */
export function colour(name) {
  return getComputedStyle(root).getPropertyValue(`--${name}`).trim();
}

/** Options of vis-network for each kind of node, in the colours of now. */
export function groups() {
  return Object.fromEntries(
    content.kinds.map(({ key }) => {
      const fill = colour(key);
      const border = colour("paper");
      const chosen = { background: fill, border: colour("ink") };
      return [key, { color: { background: fill, border, highlight: chosen, hover: chosen } }];
    }),
  );
}

/** Light or dark by the reader's choice, whatever the system says. @param {() => void} redraw */
export function followTheme(redraw) {
  dark.addEventListener("change", redraw);
  document.getElementById("theme")?.addEventListener("click", () => {
    const isDark = root.dataset.theme ? root.dataset.theme === "dark" : dark.matches;
    root.dataset.theme = isDark ? "light" : "dark";
    redraw();
  });
}
