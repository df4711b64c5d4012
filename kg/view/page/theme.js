// @ts-check
/** The colours of the picture, light and dark: those of the style sheet, so that there is one place for them. */
import { content } from "./data.js";

const root = document.documentElement;
const dark = matchMedia("(prefers-color-scheme: dark)");

/** @param {string} name */
export function colour(name) {
  return getComputedStyle(root).getPropertyValue(`--${name}`).trim();
}

/** Options of vis-network for each kind of node, in the colours of now; what is not told as fact is a rim without a filling. */
export function groups() {
  const styles = content.kinds.flatMap(({ key }) => [
    [key, filled(colour(key), colour("paper"))],
    [`${key} open`, { ...filled(colour("paper"), colour(key)), borderWidth: 2 }],
  ]);
  const community = { ...filled(colour("wash"), colour("soft")), borderWidth: 3, shapeProperties: { borderDashes: [3, 4] } };
  return Object.fromEntries([...styles, ["community", community]]);
}

/** @param {string} background @param {string} border */
function filled(background, border) {
  const chosen = { background, border: colour("ink") };
  return { color: { background, border, highlight: chosen, hover: chosen } };
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
