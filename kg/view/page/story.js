// @ts-check
/** The first screen, of what the filters leave: in short, who and where, what happened. */
import { imprint, openArticle } from "./article.js";
import { selectFact, selectThing } from "./choose.js";
import { content, evidenceOf, factsOfThing, isUnsure, otherEnd, wordsOf } from "./data.js";
import { byId, counted, doubtsOf, make, section, short, whenWords } from "./dom.js";
import { documentLeft, factLeft, quotationLeft, thingLeft } from "./filters.js";
import { newestNote, sentence, thingLink } from "./sentences.js";
import { storyList } from "./stories.js";
import { change, follow, narrowed, state, unfiltered } from "./state.js";
import { drawWho, hasOtherRoom } from "./who.js";

const LONG_QUOTE = 170; // letters of a quotation or passage; a click shows all of it
const LONG_STEP = 70; // letters of an event in a lane

/** True where there are several articles: of one alone, how many say something says nothing. */
const several = content.documents.length > 1;

const who = make("div", { class: "who-place" });
const inShort = make("section", { class: "in-short", "aria-labelledby": "in-short-title" });
const told = make("section", { class: "told", "aria-label": "What is said and denied" });
const lanes = make("section", { class: "lanes", "aria-labelledby": "lanes-title" });
byId("view-story").append(
  make("div", { class: "story-main" }, make("section", { class: "who-section", "aria-labelledby": "who-title" }, storyTitle("who-title", "Who and where", lineKey()), who), lanes),
  make("div", { class: "story-side" }, inShort, told),
);

/** @param {string} id @param {string} words @param {Node} [key] */
function storyTitle(id, words, key) {
  return make("h2", { id, class: "story-title" }, words, key);
}

/** What the thickness and the dashes of lines mean. */
function lineKey() {
  const drawn = content.story.pictures.flatMap(({ lines }) => lines.flatMap(({ rows }) => rows.map(([fact]) => content.facts[fact])));
  const isReported = drawn.some((fact) => evidenceOf(fact).factuality === "Reported");
  const words = [several && "thick: more articles say so", isReported && "dashed: reported"];
  return make("span", { class: "key" }, words.filter(Boolean).join(" · "));
}

/** How many articles say something, as a way to their sentences. @param {number} fact */
function factProof(fact) {
  return proofButton(content.facts[fact], () => selectFact(fact));
}

/** @param {{evidence?: number}} what @param {() => void} show */
function proofButton(what, show) {
  const { articles = 0, factuality } = evidenceOf(what);
  const words = [factuality === "Reported" && "reported", several ? counted(articles, "article", "articles") : "sentence"].filter(Boolean).join(", ");
  return make("button", { type: "button", class: "proof", title: "Show the sentences that say so", onclick: show }, words);
}

/** The date of an event, beside it. @param {number} event */
function when(event) {
  const words = whenWords(content.things[event]);
  return words ? make("span", { class: "date" }, ` ${words} `) : null;
}

function shortParts() {
  const { headlines, facts, events } = content.story;
  const articles = headlines.filter(documentLeft);
  const factsLeft = facts.filter((fact) => factLeft[fact]);
  const eventsLeft = events.filter((event) => thingLeft[event]);
  const more = content.documents.filter((_, at) => documentLeft(at)).length - articles.length;
  return [
    storyTitle("in-short-title", "In short"),
    newestNote(),
    articles.length ? make("ul", { class: "headlines" }, ...articles.map(storyHeadline)) : null,
    more > 0 ? make("p", { class: "hint" }, `and ${counted(more, "more article", "more articles")}`) : null,
    factsLeft.length ? make("ul", {}, ...factsLeft.map((fact) => make("li", {}, sentence(fact), " ", factProof(fact)))) : null,
    eventsLeft.length ? make("ul", {}, ...eventsLeft.map((event) => make("li", {}, thingLink(event), when(event), " ", proofButton(content.things[event], () => selectThing(event))))) : null,
    storyList(),
    articles.length + factsLeft.length + eventsLeft.length ? null : nothingLeft(),
  ];
}

function nothingLeft() {
  const open = make("button", { type: "button", class: "more", onclick: () => change(unfiltered()) }, "Leave nothing out");
  return make("p", { class: "hint" }, "The filters leave nothing of it. ", open);
}

/** @param {number} document */
function storyHeadline(document) {
  const open = make("button", { type: "button", class: "headline", title: "Read the article", onclick: () => openArticle(document) }, make("bdi", {}, content.documents[document].headline));
  return make("li", {}, open, imprint(document) ? make("span", { class: "date" }, ` ${imprint(document)}`) : null);
}

function toldParts() {
  const { quotations, denials, denied } = content.story;
  const said = quotations.filter((at) => quotationLeft(content.quotations[at]));
  const not = [
    ...denials.filter((event) => thingLeft[event]).map((event) => denial(content.things[event], () => selectThing(event))),
    ...denied.filter((fact) => factLeft[fact]).map((fact) => denial(content.facts[fact], () => selectFact(fact))),
  ];
  return [
    section("Said", make("ul", {}, ...said.map(quotation)), said.length),
    section("Denied", make("ul", {}, ...not), not.length),
  ];
}

/** @param {number} at */
function quotation(at) {
  const { text, by, indirect, evidence } = content.quotations[at];
  const words = indirect ? short(text, LONG_QUOTE) : `“${short(text, LONG_QUOTE)}”`;
  const [passage] = evidenceOf({ evidence }).passages || [];
  const open = () => passage !== undefined && openArticle(content.passages[passage].document ?? 0, content.passages[passage]);
  return make(
    "li",
    {},
    make("button", { type: "button", class: "said-words", title: "Read it in the article", dir: "auto", onclick: open }, words),
    " — ",
    by === undefined ? null : thingLink(by),
  );
}

/** A denial in the words of its article, which say it best. @param {{evidence?: number}} what @param {() => void} show */
function denial(what, show) {
  const [passage] = evidenceOf(what).passages || [];
  const text = passage === undefined ? "" : wordsOf(content.passages[passage]).text.trim();
  return make("li", {}, make("button", { type: "button", class: "said-words", title: "Show what is denied", dir: "auto", onclick: show }, short(text, LONG_QUOTE)));
}

function laneParts() {
  const left = content.story.lanes
    .map(({ thing, events }) => ({ thing, events: events.filter((event) => thingLeft[event]) }))
    .filter(({ thing, events }) => thingLeft[thing] && events.length);
  if (!left.length) return [];
  return [storyTitle("lanes-title", "What happened", make("span", { class: "key" }, "in the order of days and articles")), ...left.map(lane)];
}

/** @param {{thing: number, events: number[]}} one */
function lane({ thing, events }) {
  const all = factsOfThing[thing].filter((fact) => factLeft[fact] && content.facts[fact].event);
  const more = new Set(all.map((fact) => otherEnd(content.facts[fact], thing)).filter((event) => event !== undefined && thingLeft[event] && !events.includes(event))).size;
  const rest = more ? make("li", {}, make("button", { type: "button", class: "more", onclick: () => selectThing(thing) }, `${more} more`)) : null;
  return make("div", { class: "lane" }, make("h3", { class: "lane-of" }, thingLink(thing, { shape: true })), make("ol", {}, ...events.map((event) => step(event, thing)), rest));
}

/** One event of a lane, without the name of who the lane is of. @param {number} event @param {number} actor */
export function step(event, actor) {
  const { name } = content.things[event];
  const { factuality = "", articles = 0 } = evidenceOf(content.things[event]);
  const own = `${content.things[actor]?.name} `;
  const words = name.startsWith(own) ? name.slice(own.length) : name;
  const marks = [
    whenWords(content.things[event]),
    ...doubtsOf(content.things[event]),
    articles > 1 && counted(articles, "article", "articles"),
  ].filter(Boolean);
  return make(
    "li",
    {},
    make(
      "button",
      { type: "button", class: `step said-${factuality || "Asserted"}${isUnsure(content.things[event]) ? " unsure" : ""}`, "data-thing": event, title: passageOf(event), onclick: () => selectThing(event) },
      make("bdi", {}, short(words, LONG_STEP)),
      marks.length ? make("span", { class: "date" }, ` ${marks.join(", ")}`) : null,
    ),
  );
}

/** The sentence of an event, for the pointer. @param {number} event */
function passageOf(event) {
  const [passage] = evidenceOf(content.things[event]).passages || [];
  return passage === undefined ? undefined : wordsOf(content.passages[passage]).text;
}

/** @param {(Node | null)[]} parts */
function present(parts) {
  return parts.filter((part) => part !== null).map((part) => /** @type {Node} */ (part));
}

function drawStory() {
  inShort.replaceChildren(...present(shortParts()));
  told.replaceChildren(...present(toldParts()));
  lanes.replaceChildren(...laneParts());
  drawWho(who);
}

/** Mark what is chosen; nothing is built anew, so that the focus stays where it is. */
function markStory() {
  const { thing, fact } = state.selection;
  for (const element of byId("view-story").querySelectorAll("[data-thing], [data-fact]")) {
    const { dataset } = /** @type {HTMLElement} */ (element);
    const chosen = dataset.fact === undefined ? Number(dataset.thing) === thing : Number(dataset.fact) === fact;
    element.classList.toggle("chosen", chosen);
  }
}

let drawnStory = false;
follow((now, before) => {
  if (now.view !== "story") {
    drawnStory = drawnStory && !narrowed(now, before);
    return;
  }
  if (!drawnStory || narrowed(now, before)) drawStory();
  drawnStory = true;
  markStory();
});
new ResizeObserver(() => {
  if (!drawnStory || state.view !== "story" || !hasOtherRoom(who)) return;
  drawWho(who);
  markStory();
}).observe(who);
