// @ts-check
/** The tabs: one view at a time. It comes before the views, so that each finds itself visible when it is drawn. */
import { turnTo } from "./choose.js";
import { byId } from "./dom.js";
import { follow, state, VIEWS } from "./state.js";

function tabs() {
  for (const view of VIEWS) {
    const chosen = view === state.view;
    const tab = byId(`tab-${view}`);
    tab.setAttribute("aria-selected", String(chosen));
    tab.tabIndex = chosen ? 0 : -1;
    byId(`view-${view}`).hidden = !chosen;
  }
}

for (const view of VIEWS) byId(`tab-${view}`).addEventListener("click", () => turnTo(view));
document.querySelector(".views")?.addEventListener("keydown", (event) => {
  const step = /** @type {Record<string, number>} */ ({ ArrowRight: 1, ArrowLeft: -1 })[/** @type {KeyboardEvent} */ (event).key];
  if (!step) return;
  const view = VIEWS[(VIEWS.indexOf(state.view) + step + VIEWS.length) % VIEWS.length];
  turnTo(view);
  byId(`tab-${view}`).focus();
});
follow(tabs);
