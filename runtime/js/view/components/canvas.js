/**
 * `canvas`: a drawing surface of the element's size. Runs in the shell page (Chromium).
 */

import { BuiltIn, inner } from "./built_in.js";

export class Canvas extends BuiltIn {
  static reflects = ["canvasId", "type"];

  static css() {
    return `
wx-canvas { display: block; position: relative; width: 300px; height: 150px; }
.wx-canvas-canvas { position: absolute; inset: 0; width: 100%; height: 100%; }
.wx-canvas-content { position: relative; }
`;
  }

  static skeleton(element) {
    const canvas = inner(element, "canvas", "wx-canvas-canvas");
    canvas.width = 300;
    canvas.height = 150;
    return inner(element, "div", "wx-canvas-content");
  }

  /** The drawing surface. @returns {HTMLCanvasElement} */
  get surface() {
    return this.element.firstChild;
  }

  connected() {
    if (this.text("type") !== "") return;
    // The old drawing interface counts in px of the element; the new one sets its own size.
    this.observer = new this.window.ResizeObserver(() => this.#fit());
    this.observer.observe(this.element);
    this.#fit();
  }

  removed() {
    this.observer?.disconnect();
  }

  #fit() {
    const { clientWidth, clientHeight } = this.element;
    const { surface } = this;
    if (surface.width === clientWidth && surface.height === clientHeight) return;
    surface.width = clientWidth;
    surface.height = clientHeight;
  }
}
