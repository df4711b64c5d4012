// @ts-check
/** Starts the page: takes the choices from the address, draws, and follows the address from then on. */
import { showPicture } from "./picture.js";
import { change, stateOfAddress } from "./state.js";

change(stateOfAddress());
showPicture();
change({});
addEventListener("popstate", () => change(stateOfAddress()));
