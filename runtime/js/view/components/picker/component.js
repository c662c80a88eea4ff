/**
 * `picker`: a tap opens the shell's picker sheet; what was chosen comes back as `change`. Runs in the shell page
 * (Chromium). The sheet is drawn by the shell (services.js).
 */

import { BuiltIn } from "../built_in.js";

const SPEC = ["range", "rangeKey", "start", "end", "fields", "customItem", "level", "headerText"];

export class Picker extends BuiltIn {
  static reflects = ["mode"];
  static switches = ["disabled"];

  begin() {
    this.value = this.attributes.value;
    this.sheet = null;
    super.begin();
  }

  changed(name, value) {
    if (name === "value") this.value = value;
    if ((name === "value" || name === "range") && this.sheet) this.sheet.update({ [name]: value });
  }

  /** A tap alone does nothing to the program. */
  get asksForValue() {
    return true;
  }

  tapped() {
    if (!this.is("disabled")) this.#open();
    return true;
  }

  /** As if the sheet had been closed with it. @param {any} value */
  bring(value) {
    if (this.is("disabled")) return;
    this.#take({ value });
  }

  formValue() {
    return this.value ?? (this.text("mode", "selector") === "selector" ? "" : null);
  }

  reset() {
    this.value = this.attributes.value;
  }

  async #open() {
    const spec = { mode: this.text("mode", "selector"), value: this.value };
    for (const name of SPEC) if (this.attributes[name] !== undefined) spec[name] = this.attributes[name];
    spec.columnChange = (column, value) => this.emit("columnchange", { column, value });
    spec.opened = (sheet) => {
      this.sheet = sheet;
    };
    const answer = await this.services.pick(spec);
    this.sheet = null;
    if (!answer) {
      this.emit("cancel");
      return;
    }
    this.page.user.brought(this.element, answer.value);
    this.#take(answer);
  }

  #take(answer) {
    // Observed: the index of a selector comes as text.
    const value = this.text("mode", "selector") === "selector" ? String(answer.value) : answer.value;
    this.value = answer.value;
    this.emit("change", { ...answer, value });
  }
}
