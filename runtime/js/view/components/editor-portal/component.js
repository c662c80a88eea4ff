/**
 * `editor-portal`: what the program writes for a block of its own in an editor. The content stands in the block with its
 * key, and belongs to the place where it was written. Runs in the shell page (Chromium).
 */

import { BuiltIn, inner } from "../built_in.js";

export class EditorPortal extends BuiltIn {
  /** @type {HTMLElement} */
  content;

  static skeleton(element) {
    return inner(element, "div", "wx-editor-portal-content");
  }

  /** The element that holds what is written inside, wherever it stands. */
  get outside() {
    return this.content;
  }

  begin() {
    this.content = this.inside("wx-editor-portal-content");
    this.content.__portal = this.element;
    super.begin();
  }

  connected() {
    this.#editor?.placePortals?.();
  }

  changed() {
    this.#editor?.placePortals?.();
  }

  removed() {
    this.content.remove();
  }

  /** Goes into the block of its key, or stays out of sight. @param {Element} root the text of the editor */
  place(root) {
    const blocks = /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll("[data-block-id]"));
    const block = [...blocks].find(({ dataset }) => dataset.blockId === this.text("key"));
    const parent = block ?? this.element;
    if (this.content.parentNode !== parent) parent.append(this.content);
  }

  get #editor() {
    return /** @type {any} */ (this.element.closest("wx-editor"))?.__builtIn;
  }
}
