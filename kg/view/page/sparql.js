// @ts-check
/** The choices of now as a SPARQL query: it gives the facts that are visible, from the graph that the page was made of. */
import { content } from "./data.js";
import { factShown, spokenOf, thingShown } from "./filters.js";
import { outletOfDocument } from "./sources.js";
import { onFirstScreen, state } from "./state.js";
import { literal, term } from "./turtle.js";

const ALL_ROLES = "kg:agent kg:patient kg:recipient kg:instrument kg:origin kg:destination kg:via sem:hasActor sem:hasPlace sem:subEventOf";
/** @param {string} variable @param {string[]} terms @param {boolean} [without] */
function among(variable, terms, without) {
  return `FILTER(${variable} ${without ? "NOT IN" : "IN"} (${terms.join(", ")}))`;
}

/** The lines that leave out what the filters do. */
function conditions() {
  return [...saying(), ...relations(), ...articles(), ...kinds(), ...dates(), ...part()];
}

/** How it is said, how sure it is, and by how many. */
function saying() {
  const lines = [];
  const left = [...state.factualities].sort().map((factuality) => `kg:${factuality}`);
  if (left.length) lines.push(`FILTER(!BOUND(?factuality) || ?factuality NOT IN (${left.join(", ")}))`);
  if (state.confidence) lines.push(`FILTER(!BOUND(?confidence) || ?confidence >= ${state.confidence})`);
  if (state.articles) lines.push(`FILTER(!BOUND(?articles) || ?articles >= ${state.articles})`);
  return lines;
}

function relations() {
  const left = [...state.relations].flatMap((at) => [content.relations[at].iri, ...(content.relations[at].inverse || [])]).map(term);
  return left.length ? [among("?relation", left, true)] : [];
}

/** What rests on articles rests on one of those that are let through. */
function articles() {
  const { outlets, documents, published } = state;
  if (!outlets.size && !documents.size && !published) return [];
  const within = (/** @type {string | undefined} */ date) => !published || (date !== undefined && date >= published[0] && date <= published[1]);
  const through = content.documents.filter((document, at) => !documents.has(at) && !outlets.has(outletOfDocument[at]) && within(document.published));
  const iris = through.map(({ thing }) => (thing === undefined ? undefined : term(content.things[thing].iri))).filter((iri) => iri !== undefined);
  const unspoken = content.things.filter((_, at) => !spokenOf(at)).map(({ iri }) => term(iri));
  return [
    "OPTIONAL { ?told prov:wasDerivedFrom/nif:referenceContext ?article }",
    `FILTER(!BOUND(?article) || ?article IN (${iris.join(", ")}))`,
    ...(unspoken.length ? [among("?subject", unspoken, true), `FILTER(isLiteral(?object) || ?object NOT IN (${unspoken.join(", ")}))`] : []),
  ];
}

/** Things of the hidden kinds, by their classes: those that no visible kind has. */
function kinds() {
  const classesOf = (/** @type {(thing: import("./data.js").Thing) => boolean} */ some) => new Set(content.things.filter(some).flatMap(({ classes = [] }) => classes));
  const isHidden = (/** @type {import("./data.js").Thing} */ thing) => state.hidden.has(thing.kind) || Boolean(thing.talk && state.hidden.has("talk"));
  const shown = classesOf((thing) => !isHidden(thing));
  const left = [...classesOf(isHidden)].filter((cls) => !shown.has(cls)).map((cls) => term(content.classes[cls]));
  if (!left.length) return [];
  return [`FILTER NOT EXISTS { VALUES ?class { ${left.join(" ")} } { ?subject a ?class } UNION { ?object a ?class } }`];
}

/** Events without a date are left out as soon as a span is chosen. */
function dates() {
  const { happened } = state;
  if (!happened) return [];
  const span = `STR(?when) >= ${literal(happened[0])} && STR(?when) <= ${literal(happened[1])}`;
  return [
    "OPTIONAL { ?subject sem:hasTimeStamp ?day } OPTIONAL { ?subject sem:hasBeginTimeStamp ?begin }",
    "BIND(COALESCE(?day, ?begin) AS ?when)",
    `FILTER(?told != ?subject || (BOUND(?when) && ${span}))`,
  ];
}

/** A neighbourhood, a path, a community or a first screen: both ends are among its things. */
function part() {
  if (!state.focus && state.community === null && !onFirstScreen()) return [];
  const things = content.things.filter((_, at) => thingShown[at]).map(({ iri }) => term(iri));
  return [among("?subject", things), `FILTER(isLiteral(?object) || ?object IN (${things.join(", ")}))`];
}

/** Relations without a node of evidence, such as who is in a group, where some are visible. */
function plain() {
  const found = content.facts.filter((fact, at) => factShown[at] && !fact.event && !fact.node).map((fact) => term(content.relations[fact.r].iri));
  if (!found.length) return "";
  return ` UNION {
    VALUES ?relation { ${[...new Set(found)].join(" ")} }
    ?subject ?relation ?object . FILTER(isIRI(?object)) BIND(?relation AS ?told)
    FILTER NOT EXISTS { ?statement rdf:subject ?subject ; rdf:object ?object }
    FILTER NOT EXISTS { ?statement rdf:object ?subject ; rdf:subject ?object }
  }`;
}

/** The whole query; it declares its prefixes, so that it works anywhere. */
export function sparql() {
  const body = `SELECT DISTINCT ?subject ?relation ?object ?factuality ?confidence WHERE {
  {
    ?told a rdf:Statement ; rdf:subject ?subject ; rdf:predicate ?relation ; rdf:object ?object .
    FILTER NOT EXISTS { ?told kg:rule ?rule . FILTER(REGEX(?rule, "^inferred:.*:")) } # what a fact here implies: "works for" where it says "leads"
  } UNION {
    VALUES ?relation { ${ALL_ROLES} }
    ?subject ?relation ?object . BIND(?subject AS ?told)
  }${plain()}
  OPTIONAL { ?told kg:factuality ?factuality }
  OPTIONAL { ?told kg:confidence ?confidence }
  OPTIONAL { ?told kg:sourceCount ?articles }
${conditions().map((line) => `  ${line}\n`).join("")}}
`;
  const used = Object.entries(content.prefixes).filter(([prefix]) => new RegExp(`[\\s(^/]${prefix}:`).test(body));
  return used.map(([prefix, start]) => `PREFIX ${prefix}: <${start}>\n`).join("") + body;
}
