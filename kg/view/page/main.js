// @ts-check
/** Starts the page: takes the choices from the address, draws, and follows the address from then on. */
import { followAddress } from "./address.js";
import { showPicture } from "./picture.js";
import { change } from "./state.js";

followAddress();
showPicture();
change({});
document.body.dataset.ready = "yes";
