// @ts-check
/**
 * Names that last: what a link calls things, facts, relations, outlets, articles and communities.
 *
 * The numbers by which the page refers to them are others in the next build; IRIs are not. What has no name in this graph is
 * remembered, so that the page can say so.
 */
import { content, thingOfIri } from "./data.js";
import { outlets } from "./sources.js";

/** @template T @typedef {{name: (member: T) => string, find: (name: string) => T | undefined}} Naming */

const START = commonStart(content.things.map((thing) => thing.iri));

/** What a link asks for and this graph does not have. @type {Set<string>} */
export const unknown = new Set();

/** @param {string[]} texts */
function commonStart(texts) {
  if (!texts.length) return "";
  let start = texts[0];
  for (const text of texts) while (!text.startsWith(start)) start = start.slice(0, -1);
  return start.slice(0, start.lastIndexOf("/") + 1);
}

/** @param {number} thing */
export function thingName(thing) {
  return content.things[thing].iri.slice(START.length);
}

/** The thing of a name, where the beginning that it leaves out may have been a longer one. @param {string} name @returns {number | undefined} */
export function thingNamed(name) {
  if (!name) return undefined;
  const exact = thingOfIri.get(START + name) ?? thingOfIri.get(name);
  if (exact !== undefined) return exact;
  const found = content.things.flatMap(({ iri }, at) => (iri.endsWith(`/${name}`) ? [at] : []));
  return found.length === 1 ? found[0] : undefined;
}

/** A property with the prefix that the graph gives it. @param {string} iri */
function compact(iri) {
  const [prefix, start] = Object.entries(content.prefixes).find(([, start]) => iri.startsWith(start)) || ["", ""];
  return start ? `${prefix}:${iri.slice(start.length)}` : iri;
}

/** @type {Naming<number>} */
export const relationNaming = naming(() => content.relations.map(({ iri }) => compact(iri)));
/** @type {Naming<number>} */
export const outletNaming = naming(() => outlets.map((outlet) => outlet || "-"));
/** @type {Naming<number>} */
export const articleNaming = {
  name: (at) => (content.documents[at].thing === undefined ? content.documents[at].headline : thingName(/** @type {number} */ (content.documents[at].thing))),
  find: (name) => {
    const thing = thingNamed(name);
    const found = content.documents.findIndex((document) => (thing === undefined ? document.headline === name : document.thing === thing));
    return found < 0 ? undefined : found;
  },
};
/** A community by its foremost thing. @type {Naming<number>} */
export const communityNaming = naming(() => content.communities.map(({ members }) => thingName(members[0])));
/** A fact by its ends and relation, which stay the same when more articles say so. @type {Naming<number>} */
export const factNaming = naming(() => unlike(content.facts.map(factName)));

/** A quotation by its IRI, without how all of them begin. @type {Naming<number>} */
export const quotationNaming = naming(() => content.quotations.map(({ iri }) => (iri.startsWith(START) ? iri.slice(START.length) : iri)));

/** @param {import("./data.js").Fact} fact */
function factName({ s, r, o, value = "" }) {
  const end = o === undefined ? JSON.stringify(value) : thingName(o);
  return [thingName(s), compact(content.relations[r].iri), end].join(" ");
}

/** Names of which the second and later ones that are the same get a number. @param {string[]} names */
function unlike(names) {
  /** @type {Map<string, number>} */
  const times = new Map();
  return names.map((name) => {
    const time = (times.get(name) || 0) + 1;
    times.set(name, time);
    return time > 1 ? `${name} ~${time}` : name;
  });
}

/** Names by place in a list; made when they are first asked for. @param {() => string[]} make @returns {Naming<number>} */
function naming(make) {
  /** @type {string[] | undefined} */
  let names;
  /** @type {Map<string, number> | undefined} */
  let places;
  const known = () => (names ||= make());
  return {
    name: (at) => known()[at],
    find: (name) => (places ||= new Map(known().map((each, at) => /** @type {[string, number]} */ ([each, at])).reverse())).get(name),
  };
}
