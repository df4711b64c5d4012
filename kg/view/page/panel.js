// @ts-check
/** The panel: all that the filters leave about the chosen thing or line, or about the whole graph where nothing is chosen. */
import { clauseOf, content, evidenceOf, factsOfThing, isDenied, otherEnd } from "./data.js";
import { openArticle } from "./article.js";
import { checkBar } from "./checking.js";
import { byId, counted, dateWords, kindWords, longList, make, nameDoubts, section, shapeOf } from "./dom.js";
import { dossierButtons } from "./dossier.js";
import { eventEntry, quotationEntry, quotationsAbout } from "./entries.js";
import { documentLeft, factLeft, factsLeftOf, isTold, quotationLeft, thingLeft } from "./filters.js";
import { communityPanel, overview } from "./overview.js";
import { pathPanel } from "./pathpanel.js";
import { copyButton, factEntry, otherwise, proof, sentence, thingLink } from "./sentences.js";
import { articleEntry, storyArticles } from "./stories.js";
import { change, FACTUALITIES, follow, narrowed, state, unfiltered } from "./state.js";

const FIRST_QUOTATIONS = 4;
const FIRST_FACTS = 10;
const FIRST_EVENTS = 20;
const IN_PORTRAIT = 3; // facts

const panel = byId("panel");

/** @param {number} at */
function thingPanel(at) {
  const thing = content.things[at];
  const left = factsLeftOf(at);
  const isStory = thing.kind === "story";
  const isPart = (/** @type {number} */ fact) => isStory && content.things[otherEnd(content.facts[fact], at) ?? at].kind === "article";
  const facts = surestFirst(left.filter((fact) => !content.facts[fact].event && !isPart(fact)));
  const roles = left.filter((fact) => content.facts[fact].event);
  const events = thing.kind === "event" ? [] : inOrder([...new Set(roles.map((fact) => content.facts[fact].s))]);
  const quotations = content.quotations.filter(quotationLeft);
  const said = quotations.filter((quotation) => quotation.by === at);
  const heard = quotations.filter((quotation) => quotation.to === at);
  const about = quotationsAbout(at).filter((quotation) => quotation.by !== at && quotation.to !== at);
  const isEvent = thing.kind === "event";
  const them = thing.kind === "person" || thing.kind === "group" ? "them" : "it";
  const parts = [
    isEvent && section("What the articles say", make("div", {}, ...proof(evidenceOf(thing), partners(at)))),
    isEvent && section("Who, where, part of what", make("ul", {}, ...roles.map((fact) => roleEntry(fact, at))), roles.length),
    section("Quotations", longList(said, quotationEntry, FIRST_QUOTATIONS), said.length),
    section("Facts", longList(facts, (fact) => factEntry(fact, at), FIRST_FACTS), facts.length),
    section("Events", longList(events, (event) => eventEntry(event, at), FIRST_EVENTS), events.length),
    section(`Said to ${them}`, longList(heard, quotationEntry, FIRST_QUOTATIONS), heard.length),
    section(`Quotations about ${them}`, longList(about, quotationEntry, FIRST_QUOTATIONS), about.length),
    isStory ? storyArticles(at) : thing.document === undefined ? mentionedIn(at) : articleParts(thing.document),
  ];
  return [heading(at), portrait(at, facts), focusButtons(at), checkBar({ thing: at }), leftOutNote(at), attributes(thing), jumpBar(parts), ...parts, dossierButtons(at), links(thing)];
}

/** Who somebody is in one line: the foremost facts. @param {number} at @param {number[]} facts the surest first */
function portrait(at, facts) {
  const stands = facts.filter((fact) => !isDenied(content.facts[fact]) && evidenceOf(content.facts[fact]).articles);
  const foremost = stands.sort((a, b) => weight(b) - weight(a) || a - b).slice(0, IN_PORTRAIT);
  if (foremost.length < 2) return null;
  const clauses = foremost.map((fact) => {
    const { s, o, value = "", role } = content.facts[fact];
    const end = o === undefined ? make("bdi", {}, value) : thingLink(o, { plain: o === at });
    return make("li", {}, s !== at && thingLink(s), ` ${clauseOf(content.facts[fact])} `, end, role && make("span", { class: "role" }, ` (${role})`));
  });
  return make("ul", { class: "portrait", "aria-label": "In short" }, ...clauses);
}

/** How much a fact says of who somebody is: in several articles, with a post. @param {number} fact */
function weight(fact) {
  const { role } = content.facts[fact];
  return (evidenceOf(content.facts[fact]).articles || 0) + (role ? 1 : 0);
}

/** The way to each part of a long panel. @param {(HTMLElement | false | null)[]} parts */
function jumpBar(parts) {
  const present = parts.flatMap((part) => (part && part.querySelector("h3") ? [part] : []));
  if (present.length < 2) return null;
  const jump = (/** @type {HTMLElement} */ part) => {
    const title = /** @type {HTMLElement} */ (part.querySelector("h3"));
    const go = () => part.scrollIntoView({ block: "start" });
    return make("button", { type: "button", class: "jump", onclick: go }, ...[...title.childNodes].map((node) => node.cloneNode(true)));
  };
  return make("div", { class: "jumps", role: "group", "aria-label": "Parts of this panel" }, ...present.map(jump));
}

/** What the filters leave out of what is told of a thing, with the way to see it; null where that is nothing. @param {number} at */
function leftOutNote(at) {
  const every = factsOfThing[at].length;
  const out = every - factsLeftOf(at).length;
  if (!isTold(at)) return noteOfFilters("The filters leave this out. ");
  return out ? noteOfFilters(`The filters leave out ${out.toLocaleString("en")} of ${counted(every, "fact", "facts")}. `) : null;
}

/** @param {string} words */
function noteOfFilters(words) {
  const open = make("button", { type: "button", class: "more", onclick: () => change(unfiltered()) }, "Leave nothing out");
  return make("p", { class: "hint left-out" }, words, open);
}

/** @param {number} at */
function heading(at) {
  const { kind, name, aliases = [] } = content.things[at];
  return make(
    "header",
    {},
    make("p", { class: "kind" }, shapeOf(kind), kindWords(at), ...nameDoubts(content.things[at]).map((words) => ` · ${words}`)),
    make("h2", { dir: "auto" }, name),
    aliases.length ? make("p", { class: "aliases" }, "also ", ...aliases.flatMap((alias, row) => [row ? ", " : "", make("bdi", {}, alias)])) : null,
  );
}

/** @param {number} at */
function focusButtons(at) {
  const steps = [1, 2, 3].map((count) => {
    const pressed = state.focus?.thing === at && state.focus.steps === count;
    const show = () => change({ focus: pressed ? null : { thing: at, steps: count } });
    return make(
      "button",
      {
        type: "button",
        "aria-pressed": String(pressed),
        onclick: show,
        title: `Things up to ${counted(count, "step", "steps")} away`,
      },
      String(count),
    );
  });
  return make(
    "div",
    { class: "focus-buttons", role: "group", "aria-label": "Only this and its neighbours, up to so many steps away" },
    make("span", {}, "Neighbours only:"),
    ...steps,
    pathButton(at),
  );
}

/** @param {number} at */
function pathButton(at) {
  const pressed = state.from === at;
  return make(
    "button",
    {
      type: "button",
      class: "path",
      "aria-pressed": String(pressed),
      title: "Then choose where it leads: search, or click",
      onclick: () => change({ from: pressed ? null : at }),
    },
    "Path to …",
  );
}

/** @param {import("./data.js").Thing} thing */
function attributes({ attributes: pairs = [] }) {
  if (!pairs.length) return null;
  return make("dl", { class: "attributes" }, ...pairs.flatMap(([name, value]) => [make("dt", {}, name), make("dd", { dir: "auto" }, dateWords(value))]));
}

/** The things that a thing has facts with. @param {number} at */
function partners(at) {
  return factsOfThing[at].map((fact) => otherEnd(content.facts[fact], at)).filter((other) => other !== undefined);
}

/** @param {number} fact @param {number} here */
function roleEntry(fact, here) {
  const { s } = content.facts[fact];
  return make("li", {}, ...(s === here ? [sentence(fact, here)] : ["has the part ", thingLink(s)]));
}

/** What is told as fact comes first, what is denied last. @param {number[]} facts */
function surestFirst(facts) {
  const doubt = (/** @type {number} */ at) => FACTUALITIES.indexOf(evidenceOf(content.facts[at]).factuality || FACTUALITIES[0]);
  return facts.sort((a, b) => doubt(a) - doubt(b) || a - b);
}

/** Where each event stands in the story. */
const placeInStory = new Map(content.story.order.map((event, place) => [event, place]));

/** @param {number[]} events */
function inOrder(events) {
  return events.sort((a, b) => (placeInStory.get(a) ?? 0) - (placeInStory.get(b) ?? 0));
}

/** @param {number} at */
function mentionedIn(at) {
  const found = content.documents
    .map((_, document) => document)
    .filter((document) => documentLeft(document) && content.documents[document].mentions?.includes(at));
  return section("Mentioned in", longList(found, articleEntry, 10), found.length);
}

/** @param {number} document */
function articleParts(document) {
  const things = (content.documents[document].mentions || []).filter((thing) => thingLeft[thing]);
  const read = make("button", { type: "button", class: "read", onclick: () => openArticle(document) }, "Read the article");
  return make("section", {}, read, section("It speaks of", longList(things, (thing) => make("li", {}, thingLink(thing, { shape: true })), 30), things.length));
}

/** @param {import("./data.js").Thing} thing */
function links({ iri, links: same = [], near = [] }) {
  const entry = (/** @type {string} */ address, /** @type {string} */ words) =>
    make("li", {}, words, /^https?:\/\//i.test(address) ? make("a", { href: address, rel: "noreferrer noopener", target: "_blank" }, address) : address);
  return section(
    "Identifiers",
    make(
      "ul",
      { class: "links" },
      ...same.map((address) => entry(address, "same as ")),
      ...near.map((address) => entry(address, "perhaps ")),
      make("li", {}, make("code", {}, iri)),
    ),
  );
}

/** @param {number} at */
function factPanel(at) {
  const fact = content.facts[at];
  const title = fact.event
    ? make(
        "h2",
        {},
        thingLink(fact.s),
        ` – ${content.relations[fact.r].label} – `,
        fact.o === undefined ? fact.value || "" : thingLink(fact.o),
      )
    : make("h2", {}, sentence(at));
  const about = fact.o === undefined ? [fact.s] : [fact.s, fact.o];
  return [
    make("header", {}, make("p", { class: "kind" }, fact.event ? "role in an event" : "fact"), title, copyButton(at)),
    checkBar({ fact: at }),
    factLeft[at] ? null : noteOfFilters("The filters leave this out. "),
    section("What the articles say", make("div", {}, ...proof(evidenceOf(fact), about), otherwise(at))),
    section("Relation", make("ul", { class: "links" }, make("li", {}, make("code", {}, content.relations[fact.r].iri)))),
  ];
}

/** @param {number} at */
function quotationPanel(at) {
  const quotation = content.quotations[at];
  const { text, by, to, date, indirect } = quotation;
  return [
    make("header", {}, make("p", { class: "kind" }, indirect ? "quotation, not word for word" : "quotation"), make("h2", { dir: "auto" }, indirect ? text : `“${text}”`)),
    make("p", {}, by === undefined ? "Nobody is named as its speaker" : thingLink(by), to === undefined ? null : " to ", to === undefined ? null : thingLink(to), date ? `, ${dateWords(date)}` : null),
    checkBar({ quotation: at }),
    quotationLeft(quotation) ? null : noteOfFilters("The filters leave this out. "),
    section("What the articles say", make("div", {}, ...proof(evidenceOf(quotation), by === undefined ? [] : [by]))),
  ];
}

/** What is told of the choice; undefined where nothing is chosen. @param {import("./state.js").Selection} selection */
function partsOfChoice({ thing, fact, quotation }) {
  if (thing !== undefined) return thingPanel(thing);
  if (fact !== undefined) return factPanel(fact);
  return quotation === undefined ? undefined : quotationPanel(quotation);
}

function show() {
  const { community, focus } = state;
  const chosenParts = partsOfChoice(state.selection);
  const onPath = focus?.to !== undefined && !chosenParts;
  const parts = chosenParts || (onPath && focus.to !== undefined ? pathPanel(focus.thing, focus.to) : undefined) || (community === null ? overview() : communityPanel(community));
  const back = make(
    "button",
    {
      type: "button",
      class: "close",
      "aria-label": "Close: show what is in the whole graph",
      onclick: () => change(onPath ? { focus: null } : { selection: {} }),
    },
    "×",
  );
  const chosen = chosenParts !== undefined || onPath;
  panel.replaceChildren(...[chosen && back, ...parts].filter((part) => part).map((part) => /** @type {Node} */ (part)));
  document.body.classList.toggle("chosen", chosen);
}

follow((now, before) => {
  const turned = /** @type {const} */ (["thing", "fact", "quotation"]).some((kind) => now.selection[kind] !== before.selection[kind]);
  if (!panel.hasChildNodes() || turned || now.from !== before.from || now.checks !== before.checks || narrowed(now, before)) {
    const within = panel.contains(document.activeElement);
    show();
    if (within) panel.focus({ preventScroll: true }); // what had the focus is gone: it must not be thrown to the beginning
  }
  if (turned || now.community !== before.community) panel.scrollTop = 0;
});
