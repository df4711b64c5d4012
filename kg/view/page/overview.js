// @ts-check
/** The panel where nothing is chosen: what the whole graph has, and its communities. */
import { openCommunity } from "./choose.js";
import { content } from "./data.js";
import { longList, make, section } from "./dom.js";
import { factsLeftOf, thingLeft } from "./filters.js";
import { newestNote, thingLink } from "./sentences.js";

const TOP = 8; // things of a kind that the overview names at first

/** A thing with how many facts the filters leave about it. @param {number} at */
function countedThing(at) {
  return make("li", {}, thingLink(at, { shape: true }), make("span", { class: "count" }, factsLeftOf(at).length.toLocaleString("en")));
}

/** What the whole graph is, where to begin, and where the page comes from. */
export function overview() {
  const kinds = content.kinds.map((kind) => {
    const things = content.things.map((_, at) => at).filter((at) => thingLeft[at] && content.things[at].kind === kind.key);
    const facts = new Map(things.map((at) => [at, factsLeftOf(at).length]));
    const ranked = things.sort((a, b) => (facts.get(b) || 0) - (facts.get(a) || 0) || a - b);
    return section(kind.many, longList(ranked, countedThing, TOP), ranked.length);
  });
  return [
    make(
      "header",
      {},
      make("h2", {}, "What is in this graph"),
      make(
        "p",
        { class: "hint" },
        "Choose a thing or a line to see the sentences that say so. Double-click a thing for its neighbours. “/” goes to the search.",
      ),
      newestNote(),
    ),
    communityList(),
    ...kinds,
  ];
}

/** The members of a community, those with most facts first. @param {number} at */
export function communityPanel(at) {
  const { name, members, places } = content.communities[at];
  const left = members.filter((member) => thingLeft[member]);
  const hint =
    places.length < members.length
      ? `The picture shows the ${places.length} foremost; the others are in this list.`
      : "All of them are in the picture.";
  return [
    make("header", {}, make("p", { class: "kind" }, "things that belong together"), make("h2", { dir: "auto" }, name), make("p", { class: "hint" }, hint)),
    section("Things", longList(left, countedThing, 60), left.length),
  ];
}

/** The communities of a big graph, each with how many of its things the filters leave. */
function communityList() {
  const left = content.communities.map(({ members }) => members.filter((member) => thingLeft[member]).length);
  const entry = (/** @type {number} */ at) => {
    const open = make("button", { type: "button", class: "thing", onclick: () => openCommunity(at) }, make("bdi", {}, content.communities[at].name));
    return make("li", {}, open, make("span", { class: "count" }, left[at].toLocaleString("en")));
  };
  const some = left.map((_, at) => at).filter((at) => left[at]);
  return section("Communities", longList(some, entry, TOP), some.length);
}
