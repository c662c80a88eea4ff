/**
 * `label`: a tap on it goes to a control, the one that `for` names or the first inside. Runs in the shell page
 * (Chromium).
 */

import { BuiltIn } from "../built_in.js";

const CONTROLS = "wx-button, wx-checkbox, wx-radio, wx-switch, wx-input, wx-textarea";

export class Label extends BuiltIn {
  static reflects = ["for"];

  tapped() {
    const id = this.text("for");
    const control = id
      ? this.document.querySelector(`[id="${this.window.CSS.escape(id)}"]`)
      : this.element.querySelector(CONTROLS);
    if (!control?.__builtIn?.labelled) return false;
    control.__builtIn.labelled();
    return true;
  }
}
