/**
 * `switch`, also in its checkbox form. Runs in the shell page (Chromium).
 */

import { inner } from "../built_in.js";
import { drawCheckbox } from "../checkbox/component.js";
import { Choice } from "../choice.js";

export class Switch extends Choice {
  static role = "switch";

  static css(styleVersion) {
    return styleVersion === "v2" ? css("#07C160") + LOOK_V2 : css("#04BE02");
  }

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

const LOOK_V2 = `
.wx-switch-input { border: 2px solid transparent; background-color: rgba(0, 0, 0, 0.1); background-clip: border-box; }
.wx-switch-input::before { display: none; }
.wx-switch-input::after { width: 28px; height: 28px; box-shadow: 0 2px 3px rgba(0, 0, 0, 0.06); }
.wx-switch-input.wx-switch-input-disabled { opacity: 0.3; }
`;

const css = (color) => `
wx-switch { display: inline-block; }
.wx-switch-wrapper { display: inline-flex; align-items: center; vertical-align: middle; }
.wx-switch-input {
  position: relative; width: 52px; height: 32px; margin-right: 5px; box-sizing: border-box; border-radius: 16px;
  border: 1px solid #DFDFDF; background-color: #DFDFDF; transition: background-color 0.1s, border 0.1s;
}
.wx-switch-input::before {
  content: " "; position: absolute; top: 0; left: 0; width: 50px; height: 30px; border-radius: 15px;
  background-color: #FDFDFD; transition: transform 0.3s;
}
.wx-switch-input::after {
  content: " "; position: absolute; top: 0; left: 0; width: 30px; height: 30px; border-radius: 15px;
  background-color: #FFFFFF; box-shadow: 0 1px 3px rgba(0, 0, 0, 0.4); transition: transform 0.3s;
}
.wx-switch-input.wx-switch-input-checked { border-color: ${color}; background-color: ${color}; }
.wx-switch-input.wx-switch-input-checked::before { transform: scale(0); }
.wx-switch-input.wx-switch-input-checked::after { transform: translateX(20px); }
.wx-switch-input.wx-switch-input-disabled { opacity: 0.7; }
`;
