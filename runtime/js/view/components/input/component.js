/**
 * `input`. Runs in the shell page (Chromium). A native field inside; the hint is an element of its own, so that it can
 * carry the project's classes. What field and textarea share is in text_field.js.
 */

import { inner } from "../built_in.js";
import { TextField } from "../text_field.js";

/** Characters that a phone's keyboard of this type can type. */
const TYPABLE = { number: /^[0-9]*$/, digit: /^[0-9.]*$/, idcard: /^[0-9xX]*$/ };
const INPUT_MODES = { number: "numeric", digit: "decimal", idcard: "text" };

export class Input extends TextField {
  static placeholderClass = "input-placeholder";

  static css() {
    return CSS;
  }

  static skeleton(element) {
    const wrapper = inner(element, "div", "wx-input-wrapper");
    inner(wrapper, "div", "wx-input-placeholder");
    const field = inner(wrapper, "input", "wx-input-input");
    field.autocomplete = "off";
    field.spellcheck = false;
  }

  draw() {
    super.draw();
    const type = this.text("type", "text");
    this.field.type = this.is("password") || type === "safe-password" ? "password" : "text";
    this.field.inputMode = INPUT_MODES[type] ?? "text";
    this.field.enterKeyHint = this.text("confirmType", "done");
  }

  begin() {
    super.begin();
    this.field.addEventListener("beforeinput", (event) => {
      const typable = TYPABLE[this.text("type")];
      if (typable && event.data && !event.isComposing && !typable.test(event.data)) event.preventDefault();
    });
    this.field.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || event.isComposing) return;
      event.preventDefault();
      this.confirm();
      if (!this.is("confirmHold")) this.field.blur();
    });
  }
}

const CSS = `
wx-input { display: block; height: 1.4rem; min-height: 1.4rem; overflow: hidden; text-overflow: clip; cursor: auto; }
.wx-input-wrapper {
  position: relative; display: flex; flex-direction: column; justify-content: center; width: 100%; height: 100%;
  text-align: inherit;
}
.wx-input-input {
  display: block; width: 100%; height: 100%; min-width: 0; flex: none; margin: 0; padding: 0; border: 0; outline: none;
  background: none; box-sizing: border-box; appearance: none; user-select: text; -webkit-user-select: text;
  color: inherit; font: inherit; text-align: inherit; letter-spacing: inherit; line-height: normal; opacity: 1;
  text-transform: inherit; direction: inherit;
}
.wx-input-placeholder {
  position: absolute; left: 0; top: auto !important; width: 100%; overflow: clip visible; text-overflow: clip;
  white-space: pre; pointer-events: none; line-height: inherit; text-align: inherit;
}
.input-placeholder, .textarea-placeholder { color: #808080; }
`;
