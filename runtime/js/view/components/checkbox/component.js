/**
 * `checkbox`, and the inside that a `switch` of type checkbox shares with it. Runs in the shell page (Chromium).
 */

import { inner } from "../built_in.js";
import { Choice } from "../choice.js";

export class Checkbox extends Choice {
  static css(styleVersion) {
    return css(styleVersion === "v2" ? "#07C160" : "#09BB07");
  }

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

const css = (color) => `
.wx-checkbox-wrapper { display: inline-flex; align-items: center; vertical-align: middle; }
.wx-checkbox-input {
  position: relative; flex: none; width: 22px; height: 22px; margin-right: 5px; box-sizing: border-box;
  border: 1px solid #D1D1D1; border-radius: 3px; background-color: #FFFFFF; color: ${color};
}
.wx-checkbox-input.wx-checkbox-input-checked::before {
  content: "\\2713"; position: absolute; left: 50%; top: 50%; font-size: 22px; font-weight: bold; color: inherit;
  transform: translate(-50%, -48%) scale(0.73);
}
.wx-checkbox-input.wx-checkbox-input-disabled { background-color: #E1E1E1; }
.wx-checkbox-input.wx-checkbox-input-disabled::before { color: #ADADAD; }
`;
