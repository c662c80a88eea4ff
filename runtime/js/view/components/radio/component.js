/**
 * `radio`. Runs in the shell page (Chromium).
 */

import { inner } from "../built_in.js";
import { Choice } from "../choice.js";

export class Radio extends Choice {
  static role = "radio";

  static css(styleVersion) {
    return css(styleVersion === "v2" ? "#07C160" : "#09BB07");
  }

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

const css = (color) => `
.wx-radio-wrapper { display: inline-flex; align-items: center; vertical-align: middle; }
.wx-radio-input {
  position: relative; flex: none; width: 22px; height: 22px; margin-right: 5px; box-sizing: border-box;
  border: 1px solid #D1D1D1; border-radius: 50%; background-color: #FFFFFF;
}
.wx-radio-input.wx-radio-input-checked { background-color: ${color}; border-color: ${color}; }
.wx-radio-input.wx-radio-input-checked::before {
  content: "\\2713"; position: absolute; left: 50%; top: 50%; font-size: 18px; font-weight: bold; color: #FFFFFF;
  transform: translate(-50%, -48%) scale(0.73);
}
.wx-radio-input.wx-radio-input-disabled { background-color: #E1E1E1; border-color: #D1D1D1; }
.wx-radio-input.wx-radio-input-disabled::before { color: #ADADAD; }
`;
