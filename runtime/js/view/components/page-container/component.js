/**
 * `page-container`: a layer that slides over the page and takes one step back for itself. Runs in the shell page
 * (Chromium). While it is open it lies in `page.layers`, from where the shell's back button closes it.
 */

import { inlineStyle } from "../../page/css_text.js";
import { BuiltIn, inner } from "../built_in.js";

const CLOSE_SHARE = 0.25;

export class PageContainer extends BuiltIn {
  static reflects = ["position"];
  static switches = ["round"];

  /** @type {HTMLElement} */
  overlay;
  /** @type {HTMLElement} */
  content;
  /** @type {boolean} */
  isOpen;
  /** @type {number} */
  timer;

  static skeleton(element) {
    inner(element, "div", "wx-page-container-overlay");
    return inner(element, "div", "wx-page-container-content");
  }

  begin() {
    this.overlay = this.inside("wx-page-container-overlay");
    this.content = this.inside("wx-page-container-content");
    this.isOpen = false;
    this.timer = 0;
    super.begin();
  }

  draw() {
    const style = (name) => inlineStyle(this.text(name), this.tree.rpx);
    this.overlay.style.cssText = style("overlayStyle");
    this.content.style.cssText = style("customStyle");
    this.overlay.hidden = !this.is("overlay", true);
    const duration = `${this.number("duration", 300)}ms`;
    this.overlay.style.transitionDuration = duration;
    this.content.style.transitionDuration = duration;
    const zIndex = String(this.number("zIndex", 100));
    this.overlay.style.zIndex = zIndex;
    this.content.style.zIndex = zIndex;
  }

  connected() {
    this.#follow();
  }

  changed() {
    this.draw();
    this.#follow();
  }

  removed() {
    this.window.clearTimeout(this.timer);
    this.page.setLayer(this, false);
  }

  /** The user goes back, or slides it away. */
  close() {
    this.attributes.show = false;
    this.#follow();
  }

  tapped(target) {
    if (target !== this.overlay) return false;
    this.emit("clickoverlay");
    return true;
  }

  canDrag(axis, direction) {
    return this.isOpen && axis === "y" && direction > 0 && this.is("closeOnSlideDown");
  }

  dragged({ totalY }) {
    this.content.style.transition = "none";
    this.content.style.transform = `translateY(${Math.max(0, totalY)}px)`;
  }

  dropped({ totalY, isCancelled }) {
    this.content.style.transition = "";
    this.content.style.transform = "";
    if (!isCancelled && totalY > this.content.offsetHeight * CLOSE_SHARE) this.close();
  }

  #follow() {
    const isOpen = this.is("show");
    if (isOpen === this.isOpen) return;
    this.isOpen = isOpen;
    this.window.clearTimeout(this.timer);
    const [before, during, after] = isOpen ? ["beforeenter", "enter", "afterenter"] : ["beforeleave", "leave", "afterleave"];
    this.page.setLayer(this, isOpen);
    this.emit(before);
    this.element.toggleAttribute("mounted", true);
    // The transition starts from where the layer lies closed.
    this.content.getBoundingClientRect();
    this.element.toggleAttribute("open", isOpen);
    this.emit(during);
    this.timer = this.window.setTimeout(() => {
      if (!isOpen) this.element.removeAttribute("mounted");
      this.emit(after);
    }, this.number("duration", 300));
  }
}
