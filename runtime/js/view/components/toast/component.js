/**
 * `toast` and `loading` as tags: gone from the reference, alive in old projects. Runs in the shell page (Chromium). The
 * program shows them by `hidden`; a toast asks to be hidden by the event `change` when its time is over.
 */

import { BuiltIn, inner } from "../built_in.js";
import { spinnerImage } from "../spinner.js";

const DEFAULT_DURATION_MS = 1500;

export class ToastTag extends BuiltIn {
  static css() {
    return CSS;
  }

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

const CSS = `
wx-toast:not([is]), wx-loading:not([is]) { position: fixed; inset: 0; z-index: 1000; display: block; }
.wx-toast-mask { position: absolute; inset: 0; }
.wx-toast-box {
  position: absolute; left: 50%; top: 180px; width: 7.6em; min-height: 7.6em; margin-left: -3.8em; border-radius: 5px;
  background: rgba(40, 40, 40, 0.75); color: #FFFFFF; font-size: 16px; text-align: center;
}
.wx-toast-text { margin-bottom: 15px; padding: 0 6px; }
.wx-toast-icon { position: relative; height: 55px; margin: 14px 0 8px; }
.wx-toast-icon::before {
  content: " "; position: absolute; left: 50%; top: 50%; width: 42px; height: 20px; margin: -17px 0 0 -21px;
  box-sizing: border-box; border: solid currentColor; border-width: 0 0 4px 4px; transform: rotate(-45deg);
}
.wx-toast-icon[data-icon=loading] { height: 38px; margin: 30px 0 10px; }
.wx-toast-icon[data-icon=loading]::before {
  width: 38px; height: 38px; margin: -19px; border: 0; background: ${spinnerImage()} no-repeat; background-size: 100%;
  transform: none; animation: wx-toast-turn 1s steps(12, end) infinite;
}
@keyframes wx-toast-turn { to { transform: rotate(360deg); } }
`;
