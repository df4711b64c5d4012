// @ts-check
/** The legend, which is a filter too, and the lines that say how much is visible and of what. */
import { chipsOn } from "./chips.js";
import { content, isDenied } from "./data.js";
import { byId, counted, make, shapeOf, short } from "./dom.js";
import { factShown, layersOfPath, leftOut, MOST_DRAWN, onFirstScreen, thingShown } from "./filters.js";
import { countPaths } from "./path.js";
import { beginning, change, follow, reset, state, toggled } from "./state.js";

/** What no article says: the legend, which strikes through what is hidden, does not have it. */
const UNSAID = ["world", "inferred"];

/** @type {(() => void)[]} */
const pressed = [];

/** All kinds but one: where they were hidden already, none of them. @param {string} key */
function allBut(key) {
  const kinds = [...content.kinds.map((kind) => kind.key), "talk"];
  const only = new Set([...state.hidden].filter((other) => !kinds.includes(other)));
  if (kinds.every((kind) => (kind === key) !== state.hidden.has(kind))) {
    return new Set([...only, ...content.hidden.filter((kind) => kinds.includes(kind) && kind !== key)]); // once more: as at the beginning
  }
  for (const kind of kinds) if (kind !== key) only.add(kind);
  return only;
}

/** A button that shows or hides a kind. @param {string} key @param {string} words @param {number} count @param {Node | null} picture */
function kindButton(key, words, count, picture) {
  const press = (/** @type {MouseEvent} */ { altKey }) => change({ hidden: altKey ? allBut(key) : toggled(state.hidden, key, !state.hidden.has(key)) });
  const button = make(
    "button",
    { type: "button", "data-kind": key, title: "Show or hide; with Alt, show only this", onclick: press },
    picture,
    words,
    make("span", { class: "count" }, count.toLocaleString("en")),
  );
  pressed.push(() => button.setAttribute("aria-pressed", String(!state.hidden.has(key))));
  return button;
}

function legend() {
  const buttons = content.kinds.map(({ key, many }) => {
    const count = content.things.filter((thing) => thing.kind === key).length;
    return count > (key === "story" ? 1 : 0) ? kindButton(key, many, count, shapeOf(key)) : null; // a single story is all that is told
  });
  const talks = content.things.filter((thing) => thing.talk).length;
  const talk = talks ? kindButton("talk", "acts of speaking", talks, null) : null;
  byId("legend").append(.../** @type {Node[]} */ ([...buttons, talk].filter((button) => button)));
}

/** "43 of 812 things, 60 of 1,900 facts", and why not all. The story is of the whole: there it is written once something is left out. */
function status() {
  const things = thingShown.filter(Boolean).length;
  const facts = factShown.filter(Boolean).length;
  const of = (/** @type {number} */ some, /** @type {number} */ every) =>
    (some === every ? "" : `${some.toLocaleString("en")} of `) + every.toLocaleString("en");
  const line = `${of(things, content.things.length)} things, ${of(facts, content.facts.length)} facts`;
  const more = onFirstScreen() && make("button", { type: "button", class: "plain", onclick: () => change({ first: false }) }, allWords);
  const why = !more && UNSAID.some((key) => beginning().hidden.has(key) && state.hidden.has(key)) && ", without what no article says";
  byId("status").replaceChildren(line, ...[why, more && " ", more].filter((part) => part !== false));
  byId("status").classList.toggle("unseen", state.view === "story" && !chipsOn().length);
}

/** What the button says that leaves the first screen. */
const allWords = content.things.length > MOST_DRAWN ? `Show the ${MOST_DRAWN.toLocaleString("en")} foremost` : "Show all";

/** The note on the picture that only a part is shown, or that the end of a path is awaited. */
function focusNote() {
  const { focus, from, community } = state;
  byId("focus").hidden = !focus && from === null && community === null && !leftOut;
  const name = (/** @type {number} */ at) => make("bdi", {}, short(content.things[at].name, 50));
  const end = (/** @type {string} */ words, /** @type {Partial<import("./state.js").State>} */ part) =>
    make("button", { type: "button", onclick: () => change(part) }, words);
  if (from !== null)
    byId("focus").replaceChildren("Choose where the path from ", name(from), " leads ", end("Cancel", { from: null }));
  else if (focus?.to !== undefined)
    byId("focus").replaceChildren(...pathNote(focus.thing, focus.to, name), end("Show all", { focus: null }));
  else if (focus)
    byId("focus").replaceChildren(
      "Only ",
      name(focus.thing),
      ` and what is up to ${counted(focus.steps, "step", "steps")} away `,
      ...moreNote(focus.more, name),
      end("Show all", { focus: null }),
    );
  else if (community !== null)
    byId("focus").replaceChildren(
      ...communityNote(content.communities[community]),
      end("Back to the beginning", { community: null }),
    );
  else byId("focus").replaceChildren(end("Back to the beginning", { first: true }));
  if (leftOut)
    byId("focus").prepend(
      `The ${MOST_DRAWN.toLocaleString("en")} foremost of ${(MOST_DRAWN + leftOut).toLocaleString("en")} things; the search and the other views have all. `,
    );
}

/** @param {number[] | undefined} more @param {(at: number) => HTMLElement} name */
function moreNote(more, name) {
  return more?.length ? ["and around ", ...more.flatMap((at, row) => [row ? ", " : "", name(at)]), " "] : [];
}

/** @param {import("./data.js").Community} community */
function communityNote({ name, members, places }) {
  const some = places.length < members.length ? `${places.length} foremost of the ${members.length.toLocaleString("en")} things of ` : "";
  return [some && "The ", some, make("bdi", {}, short(name, 60)), " "];
}

/** @param {number} thing @param {number} to @param {(at: number) => HTMLElement} name */
function pathNote(thing, to, name) {
  const count = countPaths(layersOfPath(thing, to), (fact) => factShown[fact]);
  const words = count > 1 ? `The ${count.toLocaleString("en")} shortest paths from ` : "The shortest path from ";
  return [count ? words : "There is no path from ", name(thing), " to ", name(to), " "];
}

legend();
byId("line-community").hidden = !content.communities.length;
byId("line-apart").hidden = !content.facts.some(({ apart, o }) => apart && o !== undefined);
byId("line-denied").hidden = !content.facts.some(isDenied);
byId("summary").textContent = content.summary;
byId("reset").addEventListener("click", reset);
follow(() => {
  for (const press of pressed) press();
  status();
  focusNote();
});
