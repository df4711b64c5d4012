// @ts-check
/** Keeps the choices in the fragment of the address, so that a link leads to them and one can go back and forward. */
import { content } from "./data.js";
import { byId, make, short } from "./dom.js";
import { articleNaming, communityNaming, factNaming, outletNaming, quotationNaming, relationNaming, thingName, thingNamed, unknown } from "./names.js";
import { beginning, change, follow, narrowed, state, VIEWS } from "./state.js";

const FARTHEST = 3; // steps from a thing
/** How many steps back there are, and how many forward. */
let steps = { back: 0, forward: 0 };

/** The state as the fragment of an address; only what differs from the beginning. */
export function fragment() {
  const first = beginning();
  const parts = new URLSearchParams();
  const { thing, fact, quotation } = state.selection;
  const put = (/** @type {string} */ name, /** @type {unknown} */ value) => parts.set(name, String(value));
  if (state.view !== first.view) put("view", state.view);
  if (thing !== undefined) put("thing", thingName(thing));
  if (fact !== undefined) put("fact", factNaming.name(fact));
  if (quotation !== undefined) put("quotation", quotationNaming.name(quotation));
  if (state.reading) put("read", readingName(state.reading));
  if (state.focus) put("around", `${state.focus.steps} ${thingName(state.focus.thing)}`);
  if (state.focus?.to !== undefined) put("to", thingName(state.focus.to));
  if (state.focus?.more?.length) put("and", state.focus.more.map(thingName).join(" "));
  if (state.community !== null) put("community", communityNaming.name(state.community));
  if (!same(state.hidden, first.hidden)) put("hide", [...state.hidden].sort().join(" "));
  for (const name of LISTS) if (state[name].size) put(NAMES[name], [...state[name]].map(NAMINGS[name].name).map(encodeURIComponent).sort().join(" "));
  if (!same(state.factualities, first.factualities)) put("not", [...state.factualities].sort().join(" "));
  for (const name of SPANS) if (state[name]) put(name, state[name]?.join(" "));
  if (state.confidence) put("confidence", state.confidence);
  if (state.articles) put("articles", state.articles);
  if (state.unchecked) put("unchecked", "yes");
  if (state.first !== first.first) put("all", "yes");
  return parts.toString();
}

const LISTS = /** @type {const} */ (["relations", "outlets", "documents"]);
const NAMINGS = { relations: relationNaming, outlets: outletNaming, documents: articleNaming };
const NAMES = { relations: "without", outlets: "without-outlets", documents: "without-articles" };
const SPANS = /** @type {const} */ (["happened", "published"]);

/** @param {Set<unknown>} one @param {Set<unknown>} other */
function same(one, other) {
  return one.size === other.size && [...one].every((member) => other.has(member));
}

/** What a link calls by a name; what this graph does not have is kept in mind. @template T @param {string | null | undefined} name
 * @param {(name: string) => T | undefined} find @returns {T | undefined} */
function called(name, find) {
  if (!name) return undefined;
  const found = find(name);
  if (found === undefined) unknown.add(name);
  return found;
}

/** @param {string} word */
function decoded(word) {
  try {
    return decodeURIComponent(word);
  } catch {
    return word;
  }
}

/** The state that a fragment asks for; whatever in it is not known is passed over. @param {string} asked @returns {import("./state.js").State} */
function stateOf(asked) {
  const parts = new URLSearchParams(asked);
  const first = beginning();
  const words = (/** @type {string} */ name) => (parts.get(name) || "").split(" ").filter(Boolean);
  const thing = called(parts.get("thing"), thingNamed);
  const fact = called(parts.get("fact"), factNaming.find);
  const quotation = called(parts.get("quotation"), quotationNaming.find);
  const list = (/** @type {typeof LISTS[number]} */ name) => new Set(words(NAMES[name]).flatMap((word) => called(decoded(word), NAMINGS[name].find) ?? []));
  return {
    ...first,
    view: VIEWS.find((view) => view === parts.get("view")) || first.view,
    selection: thing !== undefined ? { thing } : fact !== undefined ? { fact } : quotation !== undefined ? { quotation } : {},
    reading: readingOf(parts.get("read")),
    focus: focusOf(words("around"), called(parts.get("to"), thingNamed), words("and")),
    community: called(parts.get("community"), communityNaming.find) ?? null,
    hidden: parts.has("hide") ? new Set(words("hide")) : first.hidden,
    relations: list("relations"),
    outlets: list("outlets"),
    documents: list("documents"),
    factualities: parts.has("not") ? new Set(words("not")) : first.factualities,
    happened: spanOf(words("happened")),
    published: spanOf(words("published")),
    confidence: Math.min(1, Math.max(0, Number(parts.get("confidence")) || 0)),
    articles: Math.max(0, Number(parts.get("articles")) || 0),
    unchecked: parts.has("unchecked"),
    first: first.first && !parts.has("all"),
  };
}

/** @param {string[]} around @param {number | undefined} to @param {string[]} and @returns {import("./state.js").Focus | null} */
function focusOf([far, iri], to, and) {
  const thing = called(iri ?? null, thingNamed);
  if (thing === undefined) return null;
  const more = and.map((iri) => called(iri, thingNamed)).filter((other) => other !== undefined);
  return { thing, steps: Math.min(FARTHEST, Math.max(1, Number(far) || 1)), to, ...(more.length && { more: /** @type {number[]} */ (more) }) };
}

/** An article, and where in it a passage is. @param {import("./state.js").Reading} reading */
function readingName({ document, start, end }) {
  const name = articleNaming.name(document);
  return start === undefined ? name : `${name} ${start}-${end}`;
}

/** @param {string | null} asked @returns {import("./state.js").Reading | null} */
function readingOf(asked) {
  const [, name, start, end] = /^(.*?)(?: (\d{1,9})-(\d{1,9}))?$/s.exec(asked || "") || [];
  const document = called(name, articleNaming.find);
  if (document === undefined) return null;
  return start === undefined ? { document } : { document, start: Number(start), end: Number(end) };
}

/** @param {string[]} dates @returns {import("./state.js").Span | null} */
function spanOf([from, to]) {
  return from && to ? [from, to] : null;
}

/** A new entry of the browser's history, or the present one changed. A sandboxed frame has no address of its own: there the history
 * keeps the choices all the same. @param {"pushState" | "replaceState"} method @param {string} asked */
function keep(method, asked) {
  const entry = { asked, back: steps.back };
  try {
    history[method](entry, "", `#${asked}`);
  } catch {
    history[method](entry, "");
  }
}

/** @param {PopStateEvent} event */
function wentThere(event) {
  const back = event.state?.back ?? 0;
  steps = { back, forward: Math.max(0, steps.forward + steps.back - back) };
  going = true;
  change(stateOf(event.state?.asked ?? location.hash.slice(1)));
  going = false;
}

const SLIDING = 900; // milliseconds within which changes of the same choice are one step
const SLIDERS = /** @type {const} */ (["confidence", "articles", "happened", "published"]);
/** Which slider was moved last, and when. */
let slid = { name: "", at: 0 };

/** True where a change is a step that one can go back from; a slider that goes on moving is in the same one.
 * @param {import("./state.js").State} now @param {import("./state.js").State} before */
function isTurn(now, before) {
  const slider = SLIDERS.find((name) => now[name] !== before[name]) || "";
  const goesOn = slider !== "" && slider === slid.name && Date.now() - slid.at < SLIDING;
  slid = { name: slider, at: Date.now() };
  return !goesOn && (now.selection.thing !== before.selection.thing || now.reading !== before.reading || now.view !== before.view || narrowed(now, before));
}

/** True while the choices come from the history. */
let going = false;

function historyButtons() {
  /** @type {HTMLButtonElement} */ (byId("back")).disabled = !steps.back;
  /** @type {HTMLButtonElement} */ (byId("forward")).disabled = !steps.forward;
}

/** Say that a link was made of another build, and what of it is no longer in the graph. Nothing where all is there, and the same. */
function tellOfLink() {
  const build = new URLSearchParams(location.hash.slice(1)).get("build");
  const other = build !== null && build !== content.build;
  byId("link-note").hidden = !other && !unknown.size;
  if (byId("link-note").hidden) return;
  const gone = unknown.size ? `Not in this graph any more: ${[...unknown].map((name) => short(name, 90)).join("; ")}.` : "All that it names is in this graph.";
  const close = make("button", { type: "button", class: "more", onclick: () => (byId("link-note").hidden = true) }, "Close");
  byId("link-note").replaceChildren(`${other ? "The link was made from another build of the graph. " : ""}${gone} `, close);
}

/** Take the choices from the address, and follow it from then on. */
export function followAddress() {
  change(stateOf(location.hash.slice(1)));
  tellOfLink();
  let last = fragment();
  follow((now, before) => {
    const asked = fragment();
    if (!going && asked !== last) {
      const turned = isTurn(now, before);
      if (turned) steps = { back: steps.back + 1, forward: 0 };
      keep(turned ? "pushState" : "replaceState", asked);
    }
    last = asked;
    historyButtons();
  });
  historyButtons();
  addEventListener("popstate", wentThere);
  byId("back").addEventListener("click", () => history.back());
  byId("forward").addEventListener("click", () => history.forward());
}
