// @ts-check
/** Stories: articles that tell of the same events, in a list on the first screen, each with its articles in the panel. */
import { imprint, openArticle } from "./article.js";
import { selectThing } from "./choose.js";
import { content, factsOfThing, otherEnd } from "./data.js";
import { counted, longList, make, section, spanWords } from "./dom.js";
import { documentLeft } from "./filters.js";

const FIRST_STORIES = 6;
const FIRST_ARTICLES = 10;

/** The articles of a story that the filters leave, the earliest first. @param {number} story */
function articlesOf(story) {
  const ends = factsOfThing[story].map((fact) => content.things[otherEnd(content.facts[fact], story) ?? story].document);
  const articles = [...new Set(ends.filter((document) => document !== undefined && documentLeft(document)).map(Number))];
  const day = (/** @type {number} */ at) => content.documents[at].published || "~";
  return articles.sort((a, b) => day(a).localeCompare(day(b)) || a - b);
}

/** The stories of which the filters leave articles, the largest first; null where there is but one, which the whole page tells. */
export function storyList() {
  const stories = content.things.map((_, at) => at).filter((at) => content.things[at].kind === "story");
  const articles = new Map(stories.map((at) => [at, articlesOf(at)]));
  const size = (/** @type {number} */ at) => articles.get(at)?.length || 0;
  const left = stories.filter(size).sort((a, b) => size(b) - size(a) || a - b);
  return section("Stories", longList(left, (at) => entry(at, articles.get(at) || []), FIRST_STORIES), left.length > 1 ? left.length : 0);
}

/** @param {number} story @param {number[]} articles */
function entry(story, articles) {
  const days = articles.flatMap((at) => content.documents[at].published ?? []);
  const told = [counted(articles.length, "article", "articles"), days.length && spanWords([days[0], days[days.length - 1]])].filter(Boolean).join(", ");
  const open = make("button", { type: "button", class: "thing", "data-thing": story, onclick: () => selectThing(story) }, make("bdi", {}, content.things[story].name));
  return make("li", {}, open, make("span", { class: "date" }, ` ${told}`));
}

/** The articles of a story, for the panel. @param {number} story */
export function storyArticles(story) {
  const articles = articlesOf(story);
  return section("Articles", longList(articles, articleEntry, FIRST_ARTICLES), articles.length);
}

/** @param {number} document */
export function articleEntry(document) {
  const open = make("button", { type: "button", class: "thing", onclick: () => openArticle(document) }, make("bdi", {}, content.documents[document].headline));
  return make("li", {}, open, make("span", { class: "date" }, ` ${imprint(document)}`));
}
