/**
 * What checkbox, radio and switch share: a box that is on or off, drawn from `checked`, turned by a tap or a label.
 *
 * Runs in the shell page (Chromium).
 */

import { BuiltIn } from "./built_in.js";

export class Choice extends BuiltIn {
  static switches = ["disabled"];
  /** Role for assistive techniques; style sheets select by `aria-checked`, too. */
  static role = "checkbox";

  /** @type {boolean} */
  isOn;

  begin() {
    this.isOn = this.is("checked");
    super.begin();
  }

  draw() {
    this.element.setAttribute("role", /** @type {typeof Choice} */ (this.constructor).role);
    this.element.setAttribute("aria-checked", String(this.isOn));
    this.element.setAttribute("aria-disabled", String(this.is("disabled")));
  }

  changed(name) {
    if (name === "checked") this.isOn = this.is("checked");
    this.draw();
  }

  tapped() {
    if (!this.is("disabled")) this.turn();
    return true;
  }

  /** A label was tapped. */
  labelled() {
    this.tapped();
  }

  /** What the kind of box does when the user taps it. */
  turn() {}

  /** @param {boolean} isOn */
  put(isOn) {
    this.isOn = isOn;
    this.draw();
  }

  reset() {
    this.put(this.is("checked"));
  }

  keep() {
    return this.isOn;
  }

  restore(isOn) {
    this.put(isOn);
  }

  /** The group around, if there is one. @param {string} tag */
  group(tag) {
    return this.element.closest(tag)?.__builtIn ?? null;
  }
}
