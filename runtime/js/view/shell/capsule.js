/**
 * The capsule with ••• and ◉, at the rectangle that the device names. Runs in the shell page.
 * Sends the shell events capsule-menu and capsule-close.
 */

import { h, icon } from "./element.js";
import { touched } from "../../shared/wire/shell.js";

const DOTS = '<g fill="currentColor"><circle cx="4.200" cy="10" r="1.700"/><circle cx="10" cy="10" r="2.900"/><circle cx="15.800" cy="10" r="1.700"/></g>';
const RING = '<g><circle cx="10" cy="10" r="7.600" fill="none" stroke="currentColor" stroke-width="2.200"/><circle cx="10" cy="10" r="3" fill="currentColor"/></g>';

export class Capsule {
  /** @param {import("./phone.js").Phone} phone */
  constructor(phone) {
    this.element = h(
      "div.capsule", {},
      h("button.capsule-menu", { onclick: () => this._openMenu(phone) }, icon(DOTS, 20)),
      h("span.capsule-line"),
      h("button.capsule-close", { onclick: () => phone.shellEvent(touched.capsuleClosed()) }, icon(RING, 20)),
    );
  }

  /** @param {"black"|"white"} style */
  setTextStyle(style) {
    this.element.dataset.textStyle = style;
  }

  _openMenu(phone) {
    phone.shellEvent(touched.menuOpened());
    phone.capsuleMenu.open();
  }
}
