/**
 * `modal` as a tag: gone from the reference, alive in old projects. Runs in the shell page (Chromium). The program shows
 * and hides it by `hidden`; a tap on its buttons is the event `confirm` or `cancel`.
 */

import { BuiltIn, inner } from "../built_in.js";

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
  position: absolute; left: 50%; top: 50%; width: 85%; overflow: hidden; border-radius: 3px; background: #FAFAFC;
  transform: translate(-50%, -50%);
}
.wx-modal-dialog-hd { padding: 1.2em 20px 0.5em; font-size: 17px; color: #000000; }
.wx-modal-dialog-bd { padding: 0 20px; font-size: 15px; text-align: left; color: #888888; word-break: break-all; }
.wx-modal-dialog-ft { display: flex; margin-top: 20px; line-height: 42px; font-size: 17px; box-shadow: inset 0 0.5px 0 #D5D5D6; }
.wx-modal-dialog-ft > div { flex: 1; }
.wx-modal-dialog-ft > div:active { background: #EEEEEE; }
.wx-modal-btn-primary { color: #3CC51F; }
.wx-modal-btn-default { color: #000000; box-shadow: inset -0.5px 0 0 #D5D5D6; }
`;
