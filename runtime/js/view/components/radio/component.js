/**
 * `radio`. Runs in the shell page (Chromium).
 */

import { inner } from "../built_in.js";
import { Choice } from "../choice.js";

export class Radio extends Choice {
  static role = "radio";

  static skeleton(element) {
    const wrapper = inner(element, "div", "wx-radio-wrapper");
    inner(wrapper, "div", "wx-radio-input");
    return wrapper;
  }

  changed(name) {
    super.changed(name);
    if (name === "checked" && this.isOn) this.group("wx-radio-group")?.clearOthers(this);
  }

  draw() {
    super.draw();
    const box = this.inside("wx-radio-input");
    box.classList.toggle("wx-radio-input-checked", this.isOn);
    box.classList.toggle("wx-radio-input-disabled", this.is("disabled"));
    const color = this.isOn && !this.is("disabled") ? this.text("color") : "";
    box.style.backgroundColor = color;
    box.style.borderColor = color;
  }

  turn() {
    if (this.isOn) return;
    this.put(true);
    this.group("wx-radio-group")?.choose(this);
  }
}
