/** Filters, paths, names, the search and decisions, on a small graph without a page. */
import { at } from "./stage.js";
import assert from "node:assert/strict";
import { test } from "node:test";
import { binned, lastDay, tickPlaces, unitFor } from "../../../kg/view/page/axis.js";
import { annotate, checkOf, isChecked, judge, setChecker } from "../../../kg/view/page/checked.js";
import { clauseOf, content, evidenceOf, folded, isInferred, isWorldKnowledge } from "../../../kg/view/page/data.js";
import { checksIn, decisionsTurtle } from "../../../kg/view/page/decisions.js";
import { qualifiersOf } from "../../../kg/view/page/dom.js";
import { factLeft, factShown, quotationLeft, thingShown } from "../../../kg/view/page/filters.js";
import { findings } from "../../../kg/view/page/findings.js";
import { factNaming, quotationNaming, thingNamed } from "../../../kg/view/page/names.js";
import { countPaths, pathLayers } from "../../../kg/view/page/path.js";
import { beginning, change, FACTUALITIES, reset, state } from "../../../kg/view/page/state.js";

change({});
const all = () => true;

/** A number from 0 up to 1 that is the same in every run. */
function chances(seed) {
  let last = seed;
  return () => ((last = (last * 16807) % 2147483647) / 2147483647);
}

/** What a reader who reads the choices would expect of a fact. */
function isAsked(fact, { factualities, confidence, articles, hidden, documents }) {
  const { factuality = "Asserted", confidence: sure = 0, articles: many = 0, passages = [] } = evidenceOf(fact);
  const read = passages.map((passage) => content.passages[passage].document);
  return !factualities.has(factuality) && sure >= confidence && many >= articles
    && (!documents.size || read.some((document) => !documents.has(document)))
    && !(hidden.has("world") && isWorldKnowledge(fact)) && !(hidden.has("inferred") && isInferred(fact))
    && [fact.s, fact.o].every((end) => !hidden.has(content.things[end].kind));
}

test("the facts shown are facts asked for, whatever is chosen", () => {
  const chance = chances(7);
  const some = (list) => new Set(list.filter(() => chance() < 0.3));
  for (let round = 0; round < 300; round += 1) {
    change({
      ...beginning(),
      factualities: some(FACTUALITIES),
      confidence: chance() < 0.5 ? 0 : chance(),
      articles: Math.floor(chance() * 3),
      hidden: some(["world", "inferred", "person", "place", "event"]),
      documents: some([0, 1]),
    });
    content.facts.forEach((fact, number) => {
      if (factShown[number]) assert.equal(isAsked(fact, state) && thingShown[fact.s] && thingShown[fact.o], true);
    });
  }
  reset();
});

test("paths go through people and firms first, through countries if there is no other, over facts that are shown", () => {
  assert.deepEqual(pathLayers(at("Ada"), at("Bo"), all).map((layer) => layer.map((thing) => content.things[thing].name)), [["Ada"], ["Globex"], ["Initech"], ["Bo"]]);
  assert.equal(countPaths(pathLayers(at("Ada"), at("Bo"), all), all), 1);
  const without = (fact) => content.relations[content.facts[fact].r].label !== "owns";
  assert.deepEqual(pathLayers(at("Ada"), at("Bo"), without).flat().map((thing) => content.things[thing].name), ["Ada", "Peru", "Bo"]);
  assert.deepEqual(pathLayers(at("Ada"), at("Chile"), (fact) => fact === 0), []);
});

test("facts and things are found again by the names that links have", () => {
  content.facts.forEach((_, fact) => assert.equal(factNaming.find(factNaming.name(fact)), fact));
  assert.equal(thingNamed("person/ada"), at("Ada"));
  assert.equal(thingNamed("person/nobody"), undefined);
});

test("quotations are found again by the names that links have", () => {
  assert.equal(quotationNaming.name(0), "quotation/1");
  assert.equal(quotationNaming.find("quotation/1"), 0);
});

test("what is said is found whatever its accents, and quotations by who said them", () => {
  assert.equal(folded("Łódź’s"), "lodz's");
  assert.equal(findings("lodz strike").sentences.count, 2);
  assert.equal(findings("ada sorry").quotations.count, 1);
  assert.equal(findings("nothing such").sentences.count, 0);
});

test("what is checked goes out as decisions, comes in again, and is a filter", () => {
  setChecker('Ann "Ek"');
  judge({ fact: 0 }, "Wrong");
  annotate({ fact: 0 }, 'No. "Never" \\ \n and ☃');
  judge({ thing: at("Strike") }, "Right");
  judge({ fact: 1 }, "Unsure");
  annotate({ fact: 2 }, "Ask again");
  judge({ quotation: 0 }, "Wrong");
  const text = decisionsTurtle();
  const { checks, others } = checksIn(text);
  assert.equal(others, 0);
  assert.deepEqual(checks.map(([item, { verdict, by }]) => [item, verdict, by]), [
    [{ fact: 0 }, "Wrong", 'Ann "Ek"'],
    [{ thing: at("Strike") }, "Right", 'Ann "Ek"'],
    [{ quotation: 0 }, "Wrong", 'Ann "Ek"'],
    [{ fact: 1 }, "Unsure", 'Ann "Ek"'],
    [{ fact: 2 }, "", 'Ann "Ek"'],
  ]);
  assert.equal(checks[4][1].note, "Ask again");
  assert.equal(checks[0][1].note, checkOf({ fact: 0 })?.note);
  change({ unchecked: true });
  content.facts.forEach((_, fact) => factLeft[fact] && assert.equal(isChecked({ fact }), false));
  assert.equal(factLeft[7], false, "the part in an event is checked with it");
  assert.equal(quotationLeft(content.quotations[0]), false);
  judge({ fact: 0 }, "Wrong");
  assert.equal(checkOf({ fact: 0 })?.verdict, "", "the same verdict again takes it back, the note stays");
  reset();
  assert.equal(checkOf({ fact: 1 })?.verdict, "Unsure", "going back to the beginning keeps what was checked");
});

test("a fact is meant by what it says, where its statement has another name", () => {
  const text = decisionsTurtle().replace(/statement\/1/g, "statement/other");
  const meant = `@prefix kg: <https://w3id.org/newskg/ontology#> . @prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
    @prefix schema: <https://schema.org/> . @prefix dcterms: <http://purl.org/dc/terms/> .
    [] a kg:EditorialDecision ; kg:verdict kg:Wrong ; dcterms:creator "A" ; dcterms:created "2031-01-01" ;
      kg:about [ kg:node <statement/old> ; rdf:subject <person/bo> ; rdf:predicate schema:worksFor ; rdf:object [ kg:node <organisation/initech> ] ] .`;
  assert.deepEqual(checksIn(meant).checks.map(([item]) => item), [{ fact: 2 }]);
  assert.equal(checksIn(text).others, 0);
  assert.throws(() => checksIn("no Turtle"));
});

test("dates fall into days, months and years, the smallest that are not too many", () => {
  assert.deepEqual(binned(["2031-03-04", "2031-03-09", "2031", undefined], "month"), [{ date: "2031-03", count: 2 }]);
  assert.equal(lastDay("2032-02"), "2032-02-29");
  assert.deepEqual([unitFor("2031-03-01", "2031-03-20"), unitFor("2030-01-01", "2031-01-01"), unitFor("1990-01-01", "2031-01-01")], ["day", "month", "year"]);
});

test("a group is many, and nobody else is", () => {
  const { relations, things } = content;
  relations.push({ iri: "https://schema.org/memberOf", clause: "is a member of", many: "are members of", label: "member of" });
  things.push({ iri: "http://example.org/group/1", kind: "group", name: "Five dockers" });
  const [r, group] = [relations.length - 1, things.length - 1];
  assert.equal(clauseOf({ s: group, r }), "are members of");
  assert.equal(clauseOf({ s: at("Ada"), r }), "is a member of");
  assert.equal(clauseOf({ s: group, r: 0 }), "worksFor");
  relations.pop();
  things.pop();
});

test("dates that narrow a fact are words", () => {
  const qualifiers = [["as of", "2031-03-04"], ["until", "2030-02"], ["since", "2029"], ["no longer so", ""]];
  const words = qualifiersOf({ qualifiers }).map((each) => each.words);
  assert.deepEqual(words, ["as of 4 March 2031", "until February 2030", "since 2029", "no longer so"]);
  assert.deepEqual(qualifiersOf({}), []);
});

test("a date of the axis stands below the middle of what it names", () => {
  const scale = (time) => (Number(time) - Date.UTC(2031, 0)) / 17_280_000; // five pixels a day
  scale.ticks = () => [new Date(Date.UTC(2031, 1)), new Date(Date.UTC(2031, 2)), new Date(Date.UTC(2031, 2, 15))];
  const places = tickPlaces(scale, "month", 3);
  assert.deepEqual(places.map(({ words, x }) => [words, x]), [["February 2031", 225], ["March 2031", 372.5]]);
});
