/** What the page's modules need of a browser to be imported, and a small graph as their content. It has to be imported first. */
const evidence = [
  { factuality: "Asserted", confidence: 0.95, articles: 2, passages: [0, 1] },
  { factuality: "Reported", confidence: 0.6, articles: 1, passages: [1] },
  { factuality: "Denied", confidence: 0.7, articles: 1, passages: [0] },
  { factuality: "Asserted", confidence: 1, sources: ["An atlas"] },
  { factuality: "Asserted", confidence: 0.8, articles: 1, passages: [2], rules: ["inferred:member"] },
];
const BASE = "http://example.org/";
const thing = (kind, name) => ({ iri: `${BASE}${kind}/${name.toLowerCase()}`, kind, name });
const people = ["Ada", "Bo", "Cy"].map((name) => thing("person", name));
const firms = ["Globex", "Initech"].map((name) => thing("organisation", name));
const places = ["Peru", "Chile"].map((name) => thing("place", name));
const strike = { ...thing("event", "Strike"), evidence: 1, start: "2031-03-04" };
const papers = ["One", "Two"].map((name, at) => ({ ...thing("document", name), kind: "article", document: at }));
const things = [...people, ...firms, ...places, strike, ...papers];
const at = (name) => things.findIndex((each) => each.name === name);
const relations = ["worksFor", "owns", "nationality", "bordersOn", "agent"].map((name) => ({ iri: `https://schema.org/${name}`, clause: name, label: name }));
const fact = (s, r, o, told, more) => ({ s: at(s), r: relations.findIndex(({ label }) => label === r), o: at(o), evidence: told, ...more });
const facts = [
  fact("Ada", "worksFor", "Globex", 0),
  fact("Globex", "owns", "Initech", 1),
  fact("Bo", "worksFor", "Initech", 2),
  fact("Ada", "nationality", "Peru", 0),
  fact("Bo", "nationality", "Peru", 0),
  fact("Peru", "bordersOn", "Chile", 3),
  fact("Cy", "nationality", "Chile", 0),
  fact("Strike", "agent", "Cy", 1, { event: true }),
  fact("Cy", "worksFor", "Initech", 4),
].map((each, number) => (each.event ? each : { ...each, node: `${BASE}statement/${number}` }));
const text = "Ada works for Globex. Bo’s strike in Łódź was reported.";

const content = {
  build: "b", address: "", summary: "", things, facts, relations, evidence, hidden: [], classes: [], first: [], communities: [], about: [],
  kinds: ["person", "organisation", "place", "event", "article"].map((key) => ({ key, one: key, many: key, shape: "dot", path: "M0 0" })),
  quotations: [{ iri: `${BASE}quotation/1`, text: "We are sorry", by: at("Ada"), evidence: 0 }],
  documents: papers.map(({ name }, number) => ({ thing: at(name), headline: name, outlet: `Paper ${number}`, published: `2031-03-0${number + 4}`, text, mentions: [0, 1, 3], marks: [[0, 3, 0]] })),
  passages: [{ document: 0, start: 0, end: 21 }, { document: 1, start: 0, end: 21 }, { document: 1, start: 22, end: 54 }],
  prefixes: { kg: "https://w3id.org/newskg/ontology#", schema: "https://schema.org/", rdf: "http://www.w3.org/1999/02/22-rdf-syntax-ns#", rdfs: "http://www.w3.org/2000/01/rdf-schema#" },
  story: { headlines: [], facts: [], events: [], quotations: [], denials: [], denied: [], lanes: [], pictures: [], order: [at("Strike")], actors: [at("Cy")] },
};

const kept = new Map();
const data = { content, drawing: { nodes: [], edges: [], options: {} }, outlines: {} };
Object.assign(globalThis, {
  document: { getElementById: (id) => ({ type: "application/json", textContent: JSON.stringify(data[id] ?? {}) }) },
  location: { pathname: "/graph.html", hash: "", href: "file:///graph.html", protocol: "file:" },
  localStorage: { getItem: (place) => kept.get(place) ?? null, setItem: (place, words) => kept.set(place, words) },
});

/** The number of a thing. */
export { at };
