// @ts-check
/**
 * Starts the page: takes the choices from the address, draws, and follows the address from then on.
 *
 * The modules come in the order in which they build on each other: each follows the choices from when it is first imported, so that
 * filters know what is visible before a view shows it.
 */
import "./frame.js";
import "./data.js";
import "./dom.js";
import "./state.js";
import "./sources.js";
import "./names.js";
import "./checked.js";
import "./path.js";
import "./filters.js";
import "./choose.js";
import "./theme.js";
import "./address.js";
import "./labels.js";
import "./places.js";
import "./drawn.js";
import "./picture.js";
import "./nested.js";
import "./article.js";
import "./folded.js";
import "./dossier.js";
import "./sentences.js";
import "./entries.js";
import "./overview.js";
import "./stories.js";
import "./pathpanel.js";
import "./panel.js";
import "./who.js";
import "./story.js";
import "./findings.js";
import "./search.js";
import "./legend.js";
import "./spans.js";
import "./choices.js";
import "./chips.js";
import "./axis.js";
import "./timeline.js";
import "./exports.js";
import "./lists.js";
import "./globe.js";
import "./map.js";
import "./image.js";
import "./turtle.js";
import "./decisions.js";
import "./checking.js";
import "./sparql.js";
import "./part.js";
import "./take.js";
import "./about.js";
import "./keys.js";
import { followAddress } from "./address.js";
import { showPicture } from "./picture.js";
import { change } from "./state.js";

followAddress();
showPicture();
change({});
document.body.dataset.ready = "yes";
