/**
 * The room of the soft keyboard. Typing comes from the computer's keyboard; the strip only takes the height that the
 * page was told. Runs in the shell page.
 */

import { h } from "./element.js";

export class Keyboard {
  constructor() {
    this.element = h("div.keyboard", { hidden: true });
  }

  /** @param {boolean} visible @param {number} height px */
  set(visible, height) {
    this.element.hidden = !visible || !(height > 0);
    this.element.style.height = `${height || 0}px`;
  }

  /** Takes the strip away. */
  close() {
    this.set(false, 0);
  }
}
