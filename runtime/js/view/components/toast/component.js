/**
 * `toast` and `loading` as tags: gone from the reference, alive in old projects. Runs in the shell page (Chromium). The
 * program shows them by `hidden`; a toast asks to be hidden by the event `change` when its time is over.
 */

import { BuiltIn, inner } from "../built_in.js";

const DEFAULT_DURATION_MS = 1500;

export class ToastTag extends BuiltIn {
  static skeleton(element) {
    inner(element, "div", "wx-toast-mask");
    const box = inner(element, "div", "wx-toast-box");
    inner(box, "div", "wx-toast-icon");
    return inner(box, "div", "wx-toast-text");
  }

  draw() {
    this.inside("wx-toast-icon").dataset.icon = this.text("icon", "success_no_circle");
  }

  connected() {
    this.hiddenChanged();
  }

  /** The program showed or hid it. */
  hiddenChanged() {
    this.window.clearTimeout(this.timer);
    if (this.element.hidden) return;
    const duration = this.number("duration", DEFAULT_DURATION_MS);
    if (duration > 0) this.timer = this.window.setTimeout(() => this.emit("change"), duration);
  }

  removed() {
    this.window.clearTimeout(this.timer);
  }
}

export class LoadingTag extends BuiltIn {
  static skeleton(element) {
    return ToastTag.skeleton(element);
  }

  draw() {
    this.inside("wx-toast-icon").dataset.icon = "loading";
  }
}
