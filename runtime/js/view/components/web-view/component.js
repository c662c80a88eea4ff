/**
 * `web-view`: a page of the web over the whole mini-program page. Runs in the shell page (Chromium).
 *
 * The frame is another origin without any way to the shell: sandboxed, without the right to move the page that holds
 * it or to open windows. Its scripts find no `wx.miniProgram`. Sites that refuse to be framed stay blank.
 */

import { BuiltIn, inner } from "../built_in.js";

const SANDBOX = "allow-scripts allow-forms allow-same-origin";
const REMOTE = /^https?:\/\//i;

export class WebView extends BuiltIn {
  begin() {
    this.frame = null;
    super.begin();
  }

  draw() {
    const source = this.text("src").trim();
    if (source === this.shown) return;
    this.shown = source;
    this.element.replaceChildren();
    this.frame = null;
    if (source === "") return;
    if (REMOTE.test(source)) this.#load(source);
    else inner(this.element, "div", "wx-web-view-label").textContent = `<web-view> shows pages of http and https, not ${source}`;
  }

  #load(source) {
    const frame = this.document.createElement("iframe");
    frame.setAttribute("sandbox", SANDBOX);
    frame.setAttribute("referrerpolicy", "no-referrer");
    frame.addEventListener("load", () => this.emit("load", { src: source }));
    frame.src = source;
    this.frame = frame;
    this.element.append(frame);
  }
}
