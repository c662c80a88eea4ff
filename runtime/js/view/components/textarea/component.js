/**
 * `textarea`. Runs in the shell page (Chromium). What it shares with `input` is in text_field.js.
 */

import { inner } from "../built_in.js";
import { TextField } from "../text_field.js";

/** @extends {TextField<HTMLTextAreaElement>} */
export class Textarea extends TextField {
  static reflects = [];
  static switches = ["disabled", "autoHeight"];
  static placeholderClass = "textarea-placeholder";

  /** @type {number} */
  lineCount;
  /** @type {ResizeObserver} */
  observer;

  static skeleton(element) {
    const wrapper = inner(element, "div", "wx-textarea-wrapper");
    inner(wrapper, "div", "wx-textarea-placeholder");
    const field = inner(wrapper, "textarea", "wx-textarea-textarea");
    field.spellcheck = false;
    field.rows = 1;
    inner(wrapper, "div", "wx-textarea-line").textContent = "\u00a0";
  }

  begin() {
    super.begin();
    this.lineCount = 0;
    this.observer = new this.window.ResizeObserver(() => this.resized());
    this.field.addEventListener("keydown", (event) => {
      const type = this.text("confirmType", "return");
      if (event.key !== "Enter" || event.isComposing || type === "return") return;
      event.preventDefault();
      this.confirm();
      if (!this.is("confirmHold")) this.field.blur();
    });
  }

  /** The key "done" over a keyboard whose own key makes new lines. */
  keyboardBar() {
    if (!this.is("showConfirmBar", true) || this.services.keyboardHeight === 0) return undefined;
    const confirm = () => {
      this.confirm();
      this.blur();
    };
    return { confirm };
  }

  connected() {
    super.connected();
    this.observer.observe(this.element);
    this.resized();
  }

  changed(name, value, before) {
    super.changed(name, value, before);
    if (name === "autoHeight") this.resized();
  }

  /** The text or the room for it changed. */
  resized() {
    if (!this.element.isConnected || !this.observer) return;
    const { field } = this;
    field.style.height = "0";
    const height = field.scrollHeight;
    field.style.height = this.is("autoHeight") ? `${height}px` : "";
    const lineHeight = this.inside("wx-textarea-line").offsetHeight || 1;
    const lineCount = field.value === "" ? 1 : Math.max(1, Math.round(height / lineHeight));
    if (lineCount === this.lineCount) return;
    this.lineCount = lineCount;
    const heightRpx = (height * 750) / this.tree.rpx.windowWidth;
    this.emit("linechange", { height, heightRpx, lineCount, lineHeight });
  }

  removed() {
    super.removed();
    this.observer.disconnect();
  }
}
