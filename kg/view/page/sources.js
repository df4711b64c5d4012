// @ts-check
/** Which articles facts, events and things rest on, and the outlets that published them. */
import { content } from "./data.js";

/** The outlets in order of name; articles of an unknown one have "". */
export const outlets = [...new Set(content.documents.map(({ outlet = "" }) => outlet))].sort((a, b) => a.localeCompare(b, "en"));

/** The outlet of each article, as its place in `outlets`. */
export const outletOfDocument = content.documents.map(({ outlet = "" }) => outlets.indexOf(outlet));

/** The articles whose passages make up each evidence. */
const documentsOfEvidence = content.evidence.map(({ passages = [] }) => {
  const found = passages.map((at) => content.passages[at].document).filter((document) => document !== undefined);
  return [...new Set(/** @type {number[]} */ (found))];
});

/** The articles that say so; none for world knowledge. @param {{evidence?: number}} told @returns {number[]} */
export function documentsOf(told) {
  return told.evidence === undefined ? [] : documentsOfEvidence[told.evidence];
}

/** How many facts rest on each article. */
export function factsPerDocument() {
  const counts = content.documents.map(() => 0);
  for (const fact of content.facts) for (const document of documentsOf(fact)) counts[document] += 1;
  return counts;
}

/** How many facts rest on the articles of each outlet. */
export function factsPerOutlet() {
  const counts = outlets.map(() => 0);
  for (const fact of content.facts) {
    for (const outlet of new Set(documentsOf(fact).map((document) => outletOfDocument[document]))) counts[outlet] += 1;
  }
  return counts;
}
