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
const LONG_FIRST = 260; // letters of the first sentence of an article
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

/** How something is said, and by how many, as far as it does not go without saying; of an event when it was, too.
 * @param {import("./data.js").Thing | import("./data.js").Fact} what */
function aside(what) {
  const { articles = 0, factuality } = evidenceOf(what);
  const words = ["name" in what && whenWords(what), factuality === "Reported" && "reported", articles > 1 && counted(articles, "article", "articles")];
  const said = words.filter(Boolean).join(", ");
  return said ? make("span", { class: "date" }, ` ${said}`) : null;
}

function shortParts() {
  const { headlines, facts, events, places } = content.story;
  const articles = headlines.filter(documentLeft);
  const factsLeft = facts.filter((fact) => factLeft[fact]);
  const eventsLeft = events.filter((event) => thingLeft[event]);
  const placesLeft = places.filter((place) => thingLeft[place]);
  const more = content.documents.filter((_, at) => documentLeft(at)).length - articles.length;
  return [
    storyTitle("in-short-title", "In short"),
    newestNote(),
    articles.length ? make("ul", { class: "headlines" }, ...articles.map(storyHeadline)) : null,
    more > 0 ? make("p", { class: "hint" }, `and ${counted(more, "more article", "more articles")}`) : null,
    eventsLeft.length ? make("ul", { class: "news" }, ...eventsLeft.map((event) => make("li", {}, thingLink(event), aside(content.things[event])))) : null,
    placesLeft.length ? make("p", { class: "where" }, make("span", { class: "date" }, "Where: "), ...placesLeft.flatMap((place, at) => [at ? ", " : "", thingLink(place)])) : null,
    factsLeft.length ? make("ul", {}, ...factsLeft.map((fact) => make("li", {}, sentence(fact, undefined, () => selectFact(fact)), aside(content.facts[fact])))) : null,
    storyList(),
    articles.length + factsLeft.length + eventsLeft.length ? null : nothingLeft(),
  ];
}

function nothingLeft() {
  const open = make("button", { type: "button", class: "more", onclick: () => change(unfiltered()) }, "Leave nothing out");
  return make("p", { class: "hint" }, "The filters leave nothing of it. ", open);
}

/** The headline of an article; of one alone, whose headline is the title of the page, its first sentence.
 * @param {number} document */
function storyHeadline(document) {
  const open = make("button", { type: "button", class: "headline", title: "Read the article", onclick: () => openArticle(document) }, make("bdi", {}, content.documents[document].headline));
  const whence = imprint(document) ? make("span", { class: "date" }, ` ${imprint(document)}`) : null;
  return make("li", {}, (!several && firstSentence(document)) || open, whence);
}

/** What the article begins with, which tells the news best. @param {number} document */
function firstSentence(document) {
  const passage = content.story.first_sentence === null ? undefined : content.passages[content.story.first_sentence];
  if (!passage || passage.document !== document) return null;
  const open = () => openArticle(document, passage);
  return make("button", { type: "button", class: "said-words first-sentence", title: "Read it in the article", dir: "auto", onclick: open }, short(wordsOf(passage).text, LONG_FIRST));
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
