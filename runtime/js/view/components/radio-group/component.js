/**
 * `radio-group`: the value of the one radio that is on. Runs in the shell page (Chromium).
 */

import { BuiltIn } from "../built_in.js";

export class RadioGroup extends BuiltIn {
  /** The user chose a radio inside. @param {import("../radio/component.js").Radio} radio */
  choose(radio) {
    this.clearOthers(radio);
    this.emit("change", { value: radio.text("value") });
  }

  /** @param {import("../radio/component.js").Radio} radio */
  clearOthers(radio) {
    for (const other of this.#radios()) if (other !== radio && other.isOn) other.put(false);
  }

  formValue() {
    return this.#radios().find((radio) => radio.isOn)?.text("value") ?? "";
  }

  reset() {
    for (const radio of this.#radios()) radio.reset();
  }

  #radios() {
    return this.all("wx-radio");
  }
}
