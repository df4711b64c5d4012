// @ts-check
/** The panel of a path: what links its things, step by step, with the sentences that say so. */
import { content, evidenceOf } from "./data.js";
import { counted, make, section } from "./dom.js";
import { eventEntry } from "./entries.js";
import { factShown, layersOfPath } from "./filters.js";
import { stepsOfPath } from "./path.js";
import { factEntry, proof, thingLink } from "./sentences.js";

/** @param {number} from @param {number} to */
export function pathPanel(from, to) {
  const layers = layersOfPath(from, to);
  const steps = stepsOfPath(layers, (fact) => factShown[fact]);
  const header = make(
    "header",
    {},
    make("p", { class: "kind" }, layers.length ? `path of ${counted(steps.length, "step", "steps")}` : "no path"),
    make("h2", {}, thingLink(from), " – ", thingLink(to)),
    layers.length ? null : make("p", { class: "hint" }, "The filters leave no facts that link the two."),
  );
  return [header, ...steps.map((facts, at) => section(`Step ${at + 1}`, make("ul", {}, ...facts.map(stepEntry))))];
}

/** A fact, or somebody's part in an event. @param {number} fact */
function stepEntry(fact) {
  const { s, o, event, evidence } = content.facts[fact];
  if (!event || o === undefined) return factEntry(fact);
  const entry = eventEntry(s, o);
  return make("li", { class: "fact" }, make("p", {}, thingLink(o), " · ", ...entry.querySelectorAll(".thing, .role, .date")), ...proof(evidenceOf({ evidence }), [s, o], 1));
}
