/**
 * The modal dialog, also with a text field. Runs in the shell page. A second one waits until the first is closed.
 */

import { colorStyle, h } from "./element.js";

export class Modal {
  /** @param {import("./phone.js").Phone} phone */
  constructor(phone) {
    this._phone = phone;
    this._waiting = [];
    this.element = h("div.dialog-layer", { hidden: true });
  }

  /**
   * @param {{title?: string, content?: string, showCancel?: boolean, cancelText?: string, cancelColor?: string,
   *   confirmText?: string, confirmColor?: string, editable?: boolean, placeholderText?: string}} params
   * @returns {Promise<{confirm: boolean, cancel: boolean, content: string|null}>} content: the text if editable
   */
  open(params) {
    return new Promise((resolve) => {
      this._waiting.push({ params, resolve });
      if (this._waiting.length === 1) this._showFirst();
    });
  }

  /** Every dialog is closed as if the user had cancelled it. */
  dismiss() {
    const waiting = this._waiting;
    this.close();
    for (const { resolve } of waiting) resolve({ confirm: false, cancel: true, content: null });
  }

  /** Drops every dialog without an answer. */
  close() {
    this._waiting = [];
    this._hide();
  }

  _hide() {
    this.element.hidden = true;
    this.element.replaceChildren();
  }

  _showFirst() {
    const [{ params, resolve }] = this._waiting;
    const { words } = this._phone;
    const field = params.editable
      ? h("textarea.modal-field", { placeholder: params.placeholderText || "", rows: 1 })
      : null;
    if (field) field.value = params.content || "";
    const done = (isConfirmed) => {
      this._waiting.shift();
      this._hide();
      resolve({ confirm: isConfirmed, cancel: !isConfirmed, content: field && isConfirmed ? field.value : null });
      if (this._waiting.length) this._showFirst();
    };
    const button = (name, text, color, isConfirmed) =>
      h(`button.modal-${name}`, { text, style: colorStyle(color), onclick: () => done(isConfirmed) });
    const cancel = params.showCancel === false
      ? null
      : button("cancel", params.cancelText || words.cancel, params.cancelColor, false);
    const box = h(
      "div.modal", { role: "dialog" },
      params.title ? h("div.modal-title", { text: params.title }) : null,
      field || h("div.modal-content", { text: params.content || "" }),
      h("div.modal-buttons", {}, cancel,
        button("confirm", params.confirmText || words.confirm, params.confirmColor, true)),
    );
    box.classList.toggle("untitled", !params.title);
    this.element.replaceChildren(box);
    this.element.hidden = false;
    if (field) field.focus();
  }
}
