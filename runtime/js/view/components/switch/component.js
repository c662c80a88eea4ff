/**
 * `switch`, also in its checkbox form. Runs in the shell page (Chromium).
 */

import { inner } from "../built_in.js";
import { drawCheckbox } from "../checkbox/component.js";
import { Choice } from "../choice.js";

export class Switch extends Choice {
  static role = "switch";

  static skeleton(element) {
    const wrapper = inner(element, "div", "wx-switch-wrapper");
    inner(wrapper, "div", "wx-switch-input");
    inner(wrapper, "div", "wx-checkbox-input").hidden = true;
    return inner(wrapper, "div", "wx-switch-content");
  }

  draw() {
    super.draw();
    const rail = this.inside("wx-switch-input");
    const box = this.inside("wx-checkbox-input");
    const isCheckbox = this.text("type", "switch") === "checkbox";
    rail.hidden = isCheckbox;
    box.hidden = !isCheckbox;
    drawCheckbox(box, this);
    rail.classList.toggle("wx-switch-input-checked", this.isOn);
    rail.classList.toggle("wx-switch-input-disabled", this.is("disabled"));
    const color = this.isOn ? this.text("color") : "";
    rail.style.backgroundColor = color;
    rail.style.borderColor = color;
  }

  turn() {
    this.put(!this.isOn);
    this.emit("change", { value: this.isOn });
  }

  formValue() {
    return this.isOn;
  }
}
