/**
 * `modal` as a tag: gone from the reference, alive in old projects. Runs in the shell page (Chromium). The program shows
 * and hides it by `hidden`; a tap on its buttons is the event `confirm` or `cancel`.
 */

import { BuiltIn, inner } from "../built_in.js";

export class ModalTag extends BuiltIn {
  static skeleton(element) {
    inner(element, "div", "wx-modal-mask");
    const dialog = inner(element, "div", "wx-modal-dialog");
    inner(dialog, "div", "wx-modal-dialog-hd");
    const content = inner(dialog, "div", "wx-modal-dialog-bd");
    const buttons = inner(dialog, "div", "wx-modal-dialog-ft");
    inner(buttons, "div", "wx-modal-btn-default");
    inner(buttons, "div", "wx-modal-btn-primary");
    return content;
  }

  draw() {
    const cancel = this.inside("wx-modal-btn-default");
    this.inside("wx-modal-dialog-hd").textContent = this.text("title");
    cancel.textContent = this.text("cancelText", "取消");
    cancel.hidden = this.is("noCancel");
    this.inside("wx-modal-btn-primary").textContent = this.text("confirmText", "确定");
  }

  tapped(target) {
    if (target === this.inside("wx-modal-btn-primary")) this.emit("confirm");
    else if (target === this.inside("wx-modal-btn-default")) this.emit("cancel");
    else return false;
    return true;
  }
}
