/**
 * The room of the soft keyboard. Typing comes from the computer's keyboard; the strip takes the height that the page was
 * told, and the touches there. Runs in the shell page.
 */

import { h, icon } from "./element.js";

const KEYS = '<rect x="2" y="6" width="20" height="12.500" rx="2" fill="none" stroke="currentColor" stroke-width="1.300"/><path d="M5.500 9.500h1M9 9.500h1M12.500 9.500h1M16 9.500h2.500M5.500 12.200h1M9 12.200h1M12.500 12.200h1M16 12.200h2.500M8 15.200h8" stroke="currentColor" stroke-width="1.300" stroke-linecap="round"/>';

/**
 * @typedef {{suggestion?: string, choose?: () => void, confirm?: () => void}} KeyboardBar what stands over the keys: a
 *   text to fill in, the key "done"
 */

export class Keyboard {
  /** @param {import("./phone.js").Phone} phone */
  constructor(phone) {
    this._phone = phone;
    this._bar = h("div.keyboard-bar", { hidden: true });
    // The field that is typed into keeps the focus.
    this.element = h("div.keyboard", { hidden: true, onmousedown: (event) => event.preventDefault() }, this._bar, icon(KEYS));
  }

  /** @param {boolean} visible @param {number} height px @param {KeyboardBar|null} [bar] */
  set(visible, height, bar = null) {
    this.element.hidden = !visible || !(height > 0 || bar);
    this.element.style.height = `${height || 0}px`;
    this._bar.hidden = !bar;
    this._bar.replaceChildren(...(bar ? this._keys(bar) : []));
  }

  /** @param {KeyboardBar} bar */
  _keys({ suggestion, choose, confirm }) {
    const key = (name, text, onclick) => h(`button.keyboard-${name}`, { text, onclick });
    return [
      ...(suggestion ? [key("suggestion", suggestion, choose)] : []),
      ...(confirm ? [key("done", this._phone.words.done, confirm)] : []),
    ];
  }

  /** Takes the strip away. */
  close() {
    this.set(false, 0);
  }
}
