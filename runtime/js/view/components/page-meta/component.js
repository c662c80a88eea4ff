/**
 * `page-meta`: looks and scrolling of the page as a whole. Runs in the shell page (Chromium). What lies outside the page
 * is the shell's (services.js); the bar above is navigation-bar. Source: reference, page-meta.
 */

import { inlineStyle } from "../../page/css_text.js";
import { lengthPx } from "../../page/rpx.js";
import { BuiltIn } from "../built_in.js";

const WINDOW = ["backgroundColor", "backgroundColorTop", "backgroundTextStyle"];
const DEFAULT_DURATION_MS = 300;

export class PageMeta extends BuiltIn {
  begin() {
    this.page.meta = this;
    super.begin();
    this.#tellShell(WINDOW);
    this.#orient();
  }

  connected() {
    if (this.number("scrollTop", 0) !== 0) this.#scroll();
  }

  changed(name, value, before) {
    if (name === "scrollTop") {
      if (value !== before) this.#scroll();
    } else if (name === "pageOrientation") {
      this.#orient();
    } else if (WINDOW.includes(name)) {
      this.#tellShell([name]);
    } else {
      this.draw();
    }
  }

  draw() {
    const { documentElement, body } = this.document;
    const css = (name) => inlineStyle(this.text(name), this.tree.rpx);
    body.style.cssText = css("pageStyle");
    const fontSize = this.#fontSize(css("pageFontSize"));
    if (fontSize) body.style.fontSize = fontSize;
    documentElement.style.fontSize = this.#fontSize(css("rootFontSize"));
    documentElement.style.backgroundColor = css("rootBackgroundColor");
  }

  removed() {
    if (this.page.meta !== this) return;
    this.page.meta = null;
    if (this.orientation) this.services.setOrientation("");
    this.document.body.style.cssText = "";
    this.document.documentElement.style.fontSize = "";
    this.document.documentElement.style.backgroundColor = "";
  }

  /** A size, or that of the phone's own settings. */
  #fontSize(size) {
    return size === "system" ? `${this.services.fontSize}px` : size;
  }

  #tellShell(names) {
    const given = names.filter((name) => this.text(name) !== "");
    const colors = Object.fromEntries(given.map((name) => [name, this.text(name)]));
    if (given.length > 0) this.services.setBackground(colors);
  }

  /** The host hears of a wish, and of its end. */
  #orient() {
    const wish = this.text("pageOrientation");
    if (wish === (this.orientation ?? "")) return;
    this.orientation = wish;
    this.services.setOrientation(wish);
  }

  async #scroll() {
    const scrollTop = lengthPx(this.attributes.scrollTop, this.tree.rpx, 0);
    await this.page.scroll.to({ scrollTop, duration: this.number("scrollDuration", DEFAULT_DURATION_MS) });
    // The event of the last movement comes with the next frame.
    const { window } = this;
    window.requestAnimationFrame(() => window.requestAnimationFrame(() => this.emit("scrolldone")));
  }
}
