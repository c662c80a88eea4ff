/**
 * The settings page of the program: a switch for each permission. Runs in the shell page; opened by the host.
 */

import { h } from "./element.js";
import { Sheet } from "./sheet.js";

export class PhoneSettingsPage extends Sheet {
  /** @param {import("./phone.js").Phone} phone */
  constructor(phone) {
    super("settings-page");
    this._phone = phone;
  }

  /**
   * @param {{title: string, empty: string, rows: {name: string, label: string, isOn: boolean}[]}} params
   * @returns {Promise<{rows: {[name: string]: boolean}}>} once it is left
   */
  open({ title, empty, rows }) {
    return new Promise((resolve) => {
      const state = Object.fromEntries(rows.map(({ name, isOn }) => [name, isOn]));
      const done = () => {
        this.close();
        resolve({ rows: state });
      };
      const lines = rows.map(({ name, label, isOn }) => {
        const line = h("button.settings-row", { "role": "switch", "aria-checked": String(isOn), "data-name": name },
          h("span.settings-label", { text: label }), h("span.settings-switch"));
        line.onclick = () => {
          state[name] = !state[name];
          line.setAttribute("aria-checked", String(state[name]));
        };
        return line;
      });
      const head = h("div.settings-head", {}, h("button.settings-back", { text: "\u2039", onclick: done }), h("span", { text: title }));
      this.raise([head, ...(lines.length ? lines : [h("div.settings-empty", { text: empty })])], () => resolve({ rows: state }));
    });
  }
}
