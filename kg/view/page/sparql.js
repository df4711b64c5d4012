// @ts-check
/** The choices of now as a SPARQL query: it gives the facts that are visible, from the graph that the page was made of. */
import { isChecked } from "./checked.js";
import { content } from "./data.js";
import { documentLeft, factShown, isTold, onFirstScreen, thingLeft, thingShown } from "./filters.js";
import { state } from "./state.js";
import { literal, term } from "./turtle.js";

const ALL_ROLES = "kg:agent kg:patient kg:recipient kg:instrument kg:origin kg:destination kg:via sem:hasActor sem:hasPlace sem:subEventOf";

// Of how many articles the passages are, where the graph does not state how many independent articles say so.
const COUNTED = `OPTIONAL { ?told kg:sourceCount ?stated }
  OPTIONAL { SELECT ?told (COUNT(DISTINCT ?document) AS ?counted) WHERE { ?told prov:wasDerivedFrom/nif:referenceContext ?document } GROUP BY ?told }`;
// How what did not take place is told: such an act of speaking is like any other event.
const UNSAID = "kg:Denied, kg:Planned, kg:Possible";

/** @param {string} variable @param {string[]} terms @param {boolean} [without] */
function among(variable, terms, without) {
  return `FILTER(${variable} ${without ? "NOT IN" : "IN"} (${terms.join(", ")}))`;
}

/** The lines that leave out what the filters do. */
function conditions() {
  return [...saying(), ...relations(), ...articles(), ...kinds(), ...dates(), ...wholes(), ...unchecked(), ...part()];
}

/** How it is said, how sure it is, by how many, and whether by gazetteers alone. What is not told is not enough. */
function saying() {
  const lines = [];
  const left = [...state.factualities].sort().map((factuality) => `kg:${factuality}`);
  if (left.length) lines.push(`FILTER(COALESCE(?factuality, kg:Asserted) NOT IN (${left.join(", ")}))`);
  if (state.confidence) lines.push(`FILTER(?confidence >= ${state.confidence})`);
  if (state.articles) lines.push(COUNTED, `FILTER(COALESCE(?stated, ?counted, 0) >= ${state.articles})`);
  if (state.hidden.has("world"))
    lines.push(
      "FILTER(!EXISTS { ?told prov:wasDerivedFrom ?origin } || EXISTS { ?told prov:wasDerivedFrom/nif:referenceContext ?any })",
    );
  if (state.hidden.has("inferred"))
    lines.push('FILTER(!EXISTS { ?told kg:rule ?any_rule } || EXISTS { ?told kg:rule ?own . FILTER(!STRSTARTS(?own, "inferred:")) })');
  return lines;
}

function relations() {
  const left = [...state.relations].flatMap((at) => [content.relations[at].iri, ...(content.relations[at].inverse || [])]).map(term);
  return left.length ? [among("?relation", left, true)] : [];
}

/** What is told rests on one of the articles that are let through, and is about none of the others. */
function articles() {
  const places = content.documents.map((_, at) => at);
  if (places.every(documentLeft)) return [];
  const irisOf = (/** @type {number[]} */ some) => some.flatMap((at) => content.documents[at].thing ?? []).map((thing) => term(content.things[thing].iri));
  const through = irisOf(places.filter(documentLeft));
  const others = irisOf(places.filter((at) => !documentLeft(at)));
  return [
    "?told prov:wasDerivedFrom/nif:referenceContext ?article",
    among("?article", through),
    among("?subject", others, true),
    `FILTER(isLiteral(?object) || ?object NOT IN (${others.join(", ")}))`,
  ];
}

/** Things of the hidden kinds, by their classes: those that no visible kind has; and acts of speaking. */
function kinds() {
  const classesOf = (/** @type {boolean} */ hidden) =>
    new Set(
      content.things.filter(({ kind }) => state.hidden.has(kind) === hidden).flatMap(({ classes = [] }) => classes),
    );
  const shown = classesOf(false);
  const left = [...classesOf(true)].filter((cls) => !shown.has(cls)).map((cls) => term(content.classes[cls]));
  const lines = left.length ? [`FILTER NOT EXISTS { VALUES ?class { ${left.join(" ")} } { ?subject a ?class } UNION { ?object a ?class } }`] : [];
  if (!state.hidden.has("talk")) return lines;
  const spoken = (/** @type {string} */ end) =>
    `FILTER NOT EXISTS { ${end} a kg:Communication . OPTIONAL { ${end} kg:factuality ?manner } FILTER(COALESCE(?manner, kg:Asserted) NOT IN (${UNSAID})) }`;
  return [...lines, spoken("?subject"), spoken("?object")];
}

/** Events without a date, and that are part of nothing that has one, are left out as soon as a span is chosen. */
function dates() {
  const { happened } = state;
  if (!happened) return [];
  const span = `STR(?when) >= ${literal(happened[0])} && STR(?when) <= ${literal(happened[1])}`;
  return [
    "OPTIONAL { ?subject sem:hasTimeStamp ?day } OPTIONAL { ?subject sem:hasBeginTimeStamp ?begin }",
    "OPTIONAL { ?subject sem:subEventOf+/(sem:hasTimeStamp|sem:hasBeginTimeStamp) ?whole }",
    "BIND(COALESCE(?day, ?begin, ?whole) AS ?when)",
    `FILTER(?told != ?subject || (BOUND(?when) && ${span}))`,
  ];
}

/** What a shown event is part of has to be told as the filters want it, too. */
function wholes() {
  const out = content.facts.flatMap(({ s, o }) => (o !== undefined && content.things[o].kind === "event" && thingLeft[s] && !isTold(o) ? [o] : []));
  const iris = [...new Set(out)].map((at) => term(content.things[at].iri));
  return iris.length ? [`FILTER(isLiteral(?object) || ?object NOT IN (${iris.join(", ")}))`] : [];
}

/** What was decided is in the graph; what was checked here since is not. */
function unchecked() {
  if (!state.unchecked) return [];
  const facts = content.facts.flatMap(({ node, implied = [] }, fact) => (node && isChecked({ fact }) ? [node, ...implied] : []));
  const events = content.things.flatMap(({ iri, kind }, thing) => (kind === "event" && isChecked({ thing }) ? [iri] : []));
  const iris = [...facts, ...events].map(term);
  return ["FILTER NOT EXISTS { ?told kg:decidedBy ?decision }", ...(iris.length ? [among("?told", iris, true)] : [])];
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
${conditions().map((line) => `  ${line}\n`).join("")}}
`;
  const used = Object.entries(content.prefixes).filter(([prefix]) => new RegExp(`[\\s(^/]${prefix}:`).test(body));
  return used.map(([prefix, start]) => `PREFIX ${prefix}: <${start}>\n`).join("") + body;
}
