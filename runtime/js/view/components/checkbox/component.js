/**
 * `checkbox`, and the inside that a `switch` of type checkbox shares with it. Runs in the shell page (Chromium).
 */

import { inner } from "../built_in.js";
import { Choice } from "../choice.js";

export class Checkbox extends Choice {
  static skeleton(element) {
    const wrapper = inner(element, "div", "wx-checkbox-wrapper");
    inner(wrapper, "div", "wx-checkbox-input");
    return wrapper;
  }

  draw() {
    super.draw();
    drawCheckbox(this.inside("wx-checkbox-input"), this);
  }

  turn() {
    this.put(!this.isOn);
    this.group("wx-checkbox-group")?.report();
  }
}

/** @param {HTMLElement} box @param {Choice} choice */
export function drawCheckbox(box, choice) {
  box.classList.toggle("wx-checkbox-input-checked", choice.isOn);
  box.classList.toggle("wx-checkbox-input-disabled", choice.is("disabled"));
  box.style.color = choice.text("color");
}
