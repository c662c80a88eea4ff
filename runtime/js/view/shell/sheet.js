/**
 * A panel that comes up from the lower edge over a dimmed screen. Runs in the shell page; the base of action sheet,
 * picker, capsule menu and share card.
 */

import { h } from "./element.js";

export class Sheet {
  /** @param {string} name class of the panel */
  constructor(name) {
    this._panel = h(`div.sheet.${name}`);
    this._mask = h("div.sheet-mask", { onclick: () => this.dismiss() });
    this.element = h("div.sheet-layer", { hidden: true }, this._mask, this._panel);
    this._dismissed = null;
  }

  /** @returns {boolean} */
  get isOpen() {
    return !this.element.hidden;
  }

  /** @param {Node[]} children @param {() => void} dismissed the user touched the dimmed part */
  raise(children, dismissed) {
    this._dismissed = dismissed;
    this._panel.replaceChildren(...children.filter(Boolean));
    this.element.hidden = false;
  }

  /** As if the user touched the dimmed part. */
  dismiss() {
    if (!this.isOpen) return;
    const dismissed = this._dismissed;
    this.close();
    if (dismissed) dismissed();
  }

  /** Takes the panel away without telling anybody. */
  close() {
    this._dismissed = null;
    this.element.hidden = true;
    this._panel.replaceChildren();
  }
}
