/**
 * `checkbox-group`: the values of the checked boxes inside. Runs in the shell page (Chromium).
 */

import { BuiltIn } from "../built_in.js";

export class CheckboxGroup extends BuiltIn {
  /** A box inside was turned by the user. */
  report() {
    this.emit("change", { value: this.formValue() });
  }

  formValue() {
    return this.#boxes().filter((box) => box.isOn).map((box) => box.text("value"));
  }

  reset() {
    for (const box of this.#boxes()) box.reset();
  }

  #boxes() {
    return this.all("wx-checkbox");
  }
}
