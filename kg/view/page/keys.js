// @ts-check
/** Escape goes up, one step at a time; and what is chosen is said aloud to those who do not see it. */
import { closeArticle } from "./article.js";
import { content } from "./data.js";
import { factWords, quotationWords } from "./dossier.js";
import { byId, kindWords } from "./dom.js";
import { change, follow, state } from "./state.js";

/** Close what is open, else what is chosen, else the part that is shown. True where there was something to close. */
function goUp() {
  if (state.reading) closeArticle();
  else if (Object.values(state.selection).some((chosen) => chosen !== undefined)) change({ selection: {} });
  else if (state.from !== null) change({ from: null });
  else if (state.focus || state.community !== null) change({ focus: null, community: null });
  else return false;
  return true;
}

document.addEventListener("keydown", (event) => {
  const typing = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement;
  if (event.key !== "Escape" || event.defaultPrevented || typing || document.querySelector("dialog[open], details.filters[open]")) return;
  if (goUp()) event.preventDefault();
});

/** @param {import("./state.js").Selection} selection */
function chosenWords({ thing, fact, quotation }) {
  if (quotation !== undefined) return `Chosen: ${quotationWords(quotation)}`;
  if (thing !== undefined) return `Chosen: ${content.things[thing].name}, ${kindWords(thing)}`;
  return fact === undefined ? "Nothing is chosen" : `Chosen: ${factWords(fact)}`;
}

follow((now, before) => {
  const { thing, fact, quotation } = now.selection;
  if (thing !== before.selection.thing || fact !== before.selection.fact || quotation !== before.selection.quotation) byId("said").textContent = chosenWords(now.selection);
});
