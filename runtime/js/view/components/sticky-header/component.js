/**
 * `sticky-header`: stays at the top of the scroll area while something of its section is there, and says when it begins
 * and ends to. Runs in the shell page (Chromium).
 */

import { Relative } from "../relative.js";

export class StickyHeader extends Relative {
  connected() {
    super.connected();
    this.isStuck = false;
    this.abort = new this.window.AbortController();
    const options = { capture: true, passive: true, signal: this.abort.signal };
    this.document.addEventListener("scroll", (event) => this.#scrolled(/** @type {Node} */ (event.target)), options);
  }

  draw() {
    super.draw();
    this.element.style.top = `${this.number("offsetTop", 0)}px`;
  }

  removed() {
    super.removed();
    this.abort?.abort();
  }

  /** @param {Node} area */
  #scrolled(area) {
    if (!area.contains(this.element)) return;
    const edge = area === this.document ? 0 : /** @type {Element} */ (area).getBoundingClientRect().top;
    const section = this.element.parentElement?.getBoundingClientRect();
    const top = this.element.getBoundingClientRect().top - edge;
    const isStuck = top <= this.number("offsetTop", 0) + 0.5 && (section ? section.top - edge < top : true);
    if (isStuck === this.isStuck) return;
    this.isStuck = isStuck;
    this.emit("stickontopchange", { isStickOnTop: isStuck });
  }
}
