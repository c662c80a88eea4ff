/**
 * The action sheet. Runs in the shell page.
 */

import { colorStyle, h } from "./element.js";
import { Sheet } from "./sheet.js";

export class PhoneActionSheet extends Sheet {
  /** @param {import("./phone.js").Phone} phone */
  constructor(phone) {
    super("action-sheet");
    this._phone = phone;
  }

  /**
   * @param {{itemList: string[], itemColor?: string, alertText?: string}} params
   * @returns {Promise<{tapIndex: number}>} -1 = cancelled
   */
  open({ itemList, itemColor = "", alertText = "" }) {
    return new Promise((resolve) => {
      const done = (tapIndex) => {
        this.close();
        resolve({ tapIndex });
      };
      const items = itemList.map((text, index) =>
        h("button.sheet-item", { text, style: colorStyle(itemColor), onclick: () => done(index) }));
      const cancel = h("button.sheet-cancel", { text: this._phone.words.cancel, onclick: () => done(-1) });
      const alert = alertText ? h("div.sheet-alert", { text: alertText }) : null;
      this.raise([...(alert ? [alert] : []), ...items, cancel], () => resolve({ tapIndex: -1 }));
    });
  }
}
