/**
 * `input`. Runs in the shell page (Chromium). A native field inside; the hint is an element of its own, so that it can
 * carry the project's classes. What field and textarea share is in text_field.js.
 */

import { inner } from "../built_in.js";
import { TextField } from "../text_field.js";

/** Characters that a phone's keyboard of this type can type. */
const TYPABLE = { number: /^[0-9]*$/, digit: /^[0-9.]*$/, idcard: /^[0-9xX]*$/ };
const INPUT_MODES = { number: "numeric", digit: "decimal", idcard: "text" };

/** @extends {TextField<HTMLInputElement>} */
export class Input extends TextField {
  static placeholderClass = "input-placeholder";

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

  assigned(text) {
    this.emit("change", { value: text });
  }

  /** For a nickname the keyboard offers the user's own. */
  keyboardBar() {
    const suggestion = this.services.account?.nickName;
    if (this.text("type") !== "nickname" || !suggestion) return undefined;
    return { suggestion, choose: () => this.fillIn(suggestion) };
  }

  begin() {
    super.begin();
    // Assumed: every name passes. The event comes once the user has left the field.
    this.field.addEventListener("blur", () => {
      if (this.text("type") === "nickname" && !this.isSilent) this.emit("nicknamereview", { pass: true, timeout: false });
    });
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
