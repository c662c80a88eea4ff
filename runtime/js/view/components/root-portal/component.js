/**
 * `root-portal`: its content stands behind the page, above everything, and belongs to the place where it was written.
 * What the program's sheets give to `page` does not reach it. Runs in the shell page (Chromium). Events take their way
 * from the content to the element, not to the page.
 */

import { BuiltIn, inner } from "../built_in.js";

export class RootPortal extends BuiltIn {
  /** @type {HTMLElement} */
  content;

  static skeleton(element) {
    return inner(element, "div", "wx-root-portal");
  }

  /** The element that holds what is written inside, wherever it stands. */
  get outside() {
    return this.content;
  }

  begin() {
    this.content = this.inside("wx-root-portal");
    this.content.__portal = this.element;
    super.begin();
  }

  connected() {
    this.#place();
  }

  draw() {
    this.content.className = `wx-root-portal ${this.scoped(this.text("externalClass"))}`.trim();
  }

  changed() {
    this.draw();
    this.#place();
  }

  removed() {
    this.content.remove();
  }

  #place() {
    const parent = this.is("enable", true) ? this.document.documentElement : this.element;
    if (this.element.isConnected && this.content.parentNode !== parent) parent.append(this.content);
  }
}
