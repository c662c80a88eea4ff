/**
 * The room of the soft keyboard. Typing comes from the computer's keyboard; the strip takes the height that the page was
 * told, and the touches there. Runs in the shell page.
 */

import { h, icon } from "./element.js";

const KEYS = '<rect x="2" y="6" width="20" height="12.500" rx="2" fill="none" stroke="currentColor" stroke-width="1.300"/><path d="M5.500 9.500h1M9 9.500h1M12.500 9.500h1M16 9.500h2.500M5.500 12.200h1M9 12.200h1M12.500 12.200h1M16 12.200h2.500M8 15.200h8" stroke="currentColor" stroke-width="1.300" stroke-linecap="round"/>';

export class Keyboard {
  constructor() {
    // The field that is typed into keeps the focus.
    this.element = h("div.keyboard", { hidden: true, onmousedown: (event) => event.preventDefault() }, icon(KEYS));
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
