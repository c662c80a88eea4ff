/**
 * A strip below the phone that the user never sees. Its colour tells the host which frame has reached the screen
 * (`simulator.phone.capture`). Runs in the shell page; built by `main.js`.
 */

import { h } from "./element.js";

export class FrameMark {
  /** @param {HTMLElement} root */
  constructor(root) {
    this._strip = h("div.frame-mark");
    root.append(this._strip);
  }

  /** @param {number} mark 1 to 7: three bits, one for each of red, green and blue */
  set(mark) {
    const [red, green, blue] = [1, 2, 4].map((bit) => (mark & bit ? 255 : 0));
    this._strip.style.backgroundColor = `rgb(${red} ${green} ${blue})`;
  }
}
