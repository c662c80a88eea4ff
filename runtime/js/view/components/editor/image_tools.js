/**
 * What an editor shows around a picture that was tapped: its size, corners to drag, and a bar that puts it left, in
 * the middle, right, or takes it away; each as the attributes ask for it.
 *
 * Runs in the shell page (Chromium); made by component.js. Assumed: what the bar holds.
 */

import { inner } from "../built_in.js";
import { formatted, replaced } from "./cells.js";

const CORNERS = ["nw", "ne", "sw", "se"];
const ALIGNS = ["left", "center", "right"];
const MIN_WIDTH_PX = 10;

export class ImageTools {
  /** @param {import("./component.js").EditorView} editor */
  constructor(editor) {
    this.editor = editor;
    /** @type {HTMLImageElement|null} */
    this.image = null;
    this.frame = inner(editor.element, "div", "wx-editor-image-frame");
    this.frame.contentEditable = "false";
    this.corners = CORNERS.map((name) => inner(this.frame, "i", `wx-editor-image-corner wx-editor-image-corner-${name}`));
    this.size = inner(this.frame, "span", "wx-editor-image-size");
    this.bar = inner(this.frame, "div", "wx-editor-image-toolbar");
    for (const align of ALIGNS) inner(this.bar, "i", `wx-editor-image-align wx-editor-image-align-${align}`).dataset.align = align;
    inner(this.bar, "i", "wx-editor-image-delete").dataset.delete = "true";
    this.drag = null;
  }

  get isWanted() {
    return ["showImgSize", "showImgToolbar", "showImgResize"].some((name) => this.editor.is(name));
  }

  /** @param {any} target @returns {boolean} whether the tap ends here */
  tapped(target) {
    if (this.frame.contains(target)) {
      this.#press(target);
      return true;
    }
    const isImage = target.localName === "img" && this.editor.root.contains(target);
    this.image = isImage && this.isWanted && !this.editor.is("readOnly") ? target : null;
    this.draw();
    return this.image !== null;
  }

  /** The text was drawn: a picture that is no more has no tools. */
  drawnAnew() {
    if (this.image && !this.image.isConnected) this.image = null;
    this.draw();
  }

  draw() {
    const { frame, image, editor } = this;
    frame.hidden = image === null;
    if (!image) return;
    const box = image.getBoundingClientRect();
    const around = editor.element.getBoundingClientRect();
    Object.assign(frame.style, {
      left: `${box.left - around.left}px`, top: `${box.top - around.top}px`, width: `${box.width}px`, height: `${box.height}px`,
    });
    for (const corner of this.corners) corner.hidden = !editor.is("showImgResize");
    this.size.hidden = !editor.is("showImgSize");
    this.size.textContent = `${Math.round(box.width)} × ${Math.round(box.height)}`;
    this.bar.hidden = !editor.is("showImgToolbar");
  }

  grab({ target }) {
    const corner = this.corners.indexOf(target);
    if (!this.image || corner < 0) return false;
    const { width } = this.image.getBoundingClientRect();
    this.drag = { width, sign: CORNERS[corner].endsWith("w") ? -1 : 1 };
    return true;
  }

  dragged({ totalX }) {
    if (!this.image || !this.drag) return;
    this.image.style.width = `${Math.max(MIN_WIDTH_PX, this.drag.width + totalX * this.drag.sign)}px`;
    this.image.style.height = "auto";
    this.draw();
  }

  dropped() {
    const { image, editor } = this;
    if (!image || !this.drag) return;
    this.drag = null;
    const { width, height } = image.getBoundingClientRect();
    const index = this.#index;
    const cell = editor.cells[index];
    const attributes = Object.freeze({ ...cell.attributes, height: String(Math.round(height)), width: String(Math.round(width)) });
    editor.change(replaced(editor.cells, index, 1, [Object.freeze({ ...cell, attributes })]), editor.range);
    this.#showAt(index);
  }

  #press({ dataset }) {
    const { editor } = this;
    const index = this.#index;
    if (dataset.delete) editor.change(replaced(editor.cells, index, 1, []), { start: index, length: 0 });
    else if (dataset.align) {
      editor.change(formatted(editor.cells, index, 1, "align", dataset.align), editor.range);
      this.#showAt(index);
    }
  }

  get #index() {
    const image = /** @type {Element} */ (this.image);
    return this.editor.caret.indexOf(/** @type {Node} */ (image.parentNode), [.../** @type {Node} */ (image.parentNode).childNodes].indexOf(/** @type {ChildNode} */ (image)));
  }

  /** The picture of a cell is drawn anew when it changes. */
  #showAt(index) {
    const place = this.editor.caret.place(index);
    const found = place?.node.childNodes[place.offset];
    this.image = found && /** @type {Element} */ (found).localName === "img" ? /** @type {HTMLImageElement} */ (found) : null;
    if (this.image && !this.image.complete) this.image.addEventListener("load", () => this.draw(), { once: true });
    this.draw();
  }
}
