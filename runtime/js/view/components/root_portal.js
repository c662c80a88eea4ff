/**
 * `root-portal`: its content stands at the end of the page, above everything, and belongs to the place where it was
 * written. Runs in the shell page (Chromium). Events take their way from the content to the element, not to the page.
 */

import { BuiltIn, inner } from "./built_in.js";

export class RootPortal extends BuiltIn {
  static css() {
    return "wx-root-portal, .wx-root-portal { display: contents; }";
  }

  static skeleton(element) {
    return inner(element, "div", "wx-root-portal");
  }

  begin() {
    this.content = this.element.firstChild;
    this.content.__portal = this.element;
    super.begin();
  }

  connected() {
    this.#place();
  }

  changed() {
    this.#place();
  }

  removed() {
    this.content.remove();
  }

  #place() {
    const parent = this.is("enable", true) ? this.document.body : this.element;
    if (this.element.isConnected && this.content.parentNode !== parent) parent.append(this.content);
  }
}
