/**
 * `form`: collects the values of the named controls inside. Runs in the shell page (Chromium). Custom components with
 * `wx://form-field` are added by the logic layer.
 */

import { BuiltIn } from "./built_in.js";

export class Form extends BuiltIn {
  static methods = ["submit", "reset"];

  static css() {
    return "wx-form { display: block; }";
  }

  submit() {
    const value = {};
    for (const control of this.#controls()) {
      const name = control.text("name");
      if (name) value[name] = control.formValue();
    }
    const target = { id: this.element.id, dataset: {} };
    this.emit("submit", this.is("reportSubmit") ? { value, target, formId: "the formId is a mock one" } : { value, target });
  }

  reset() {
    for (const control of this.#controls()) control.reset();
    this.emit("reset", { target: { id: this.element.id, dataset: {} } });
  }

  /** Controls inside that have a value of their own. */
  #controls() {
    return [...this.element.querySelectorAll("*")]
      .map((element) => element.__builtIn)
      .filter((builtIn) => builtIn?.formValue !== undefined);
  }
}
