/**
 * An error over the last good screen: title, message, place. Runs in the shell page.
 * Sends the shell event open-source {file, line}.
 */

import { h } from "./element.js";
import { touched } from "../../shared/wire/shell.js";

export class ErrorOverlay {
  /** @param {import("./phone.js").Phone} phone */
  constructor(phone) {
    this._phone = phone;
    this.element = h("div.error-layer", { hidden: true });
  }

  /** @param {{title?: string, message?: string, file?: string, line?: number, close?: string}} params no message = take
   * it away; `close` is the button's text in the language of whoever develops */
  set({ title = "", message = "", file = "", line = 0, close = "" }) {
    this.element.hidden = !message && !title;
    if (this.element.hidden) {
      this.element.replaceChildren();
      return;
    }
    const { words } = this._phone;
    const place = file ? `${file}${line ? `:${line}` : ""}` : "";
    this.element.replaceChildren(h(
      "div.error-card", { role: "alert" },
      h("div.error-title", { text: title || words["error-title"] }),
      place ? h("button.error-place", { text: place, onclick: () => this._phone.shellEvent(touched.placeTouched({ file, line })) }) : null,
      h("pre.error-message", { text: message }),
      h("button.error-close", { text: close || words.close, onclick: () => this.close() }),
    ));
  }

  /** Takes it away. */
  close() {
    this.set({});
  }
}
