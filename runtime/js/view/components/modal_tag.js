/**
 * `modal` as a tag: gone from the reference, alive in old projects. Runs in the shell page (Chromium). The program shows
 * and hides it by `hidden`; a tap on its buttons is the event `confirm` or `cancel`.
 */

import { BuiltIn, inner } from "./built_in.js";

export class ModalTag extends BuiltIn {
  static css() {
    return CSS;
  }

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

const CSS = `
wx-modal:not([is]) { position: fixed; inset: 0; z-index: 1000; display: block; font-size: 17px; text-align: center; }
.wx-modal-mask { position: absolute; inset: 0; background: rgba(0, 0, 0, 0.6); }
.wx-modal-dialog {
  position: absolute; left: 50%; top: 50%; width: 85%; max-width: 300px; overflow: hidden; border-radius: 3px;
  background: #FFFFFF; transform: translate(-50%, -50%);
}
.wx-modal-dialog-hd { padding: 18px 20px 8px; font-size: 18px; color: #000000; }
.wx-modal-dialog-hd:empty { display: none; }
.wx-modal-dialog-bd {
  min-height: 40px; max-height: 300px; padding: 8px 20px 18px; overflow-y: auto; font-size: 15px; line-height: 1.3;
  color: #888888; word-break: break-word;
}
.wx-modal-dialog-ft { display: flex; line-height: 48px; font-size: 18px; box-shadow: inset 0 1px 0 #D5D5D6; }
.wx-modal-dialog-ft > div { flex: 1; }
.wx-modal-btn-primary { color: #3CC51F; }
.wx-modal-btn-default { color: #000000; box-shadow: inset -1px 0 0 #D5D5D6; }
`;
