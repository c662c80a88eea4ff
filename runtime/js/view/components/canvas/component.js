/**
 * `canvas`: a drawing surface of the element's size. What is drawn on it comes by jobs.js.
 * Runs in the shell page (Chromium).
 */

import { BuiltIn, inner } from "../built_in.js";
import { CanvasStore } from "./store.js";
import { Surface } from "./surface.js";

const DEFAULT_WIDTH = 300;
const DEFAULT_HEIGHT = 150;
const TOUCHES = ["touchstart", "touchmove", "touchend"];

export class Canvas extends BuiltIn {
  static reflects = ["canvasId", "type"];

  static skeleton(element) {
    const canvas = inner(element, "canvas", "wx-canvas-canvas");
    canvas.width = DEFAULT_WIDTH;
    canvas.height = DEFAULT_HEIGHT;
    return inner(element, "div", "wx-canvas-content");
  }

  begin() {
    const canvas = /** @type {HTMLCanvasElement} */ (this.element.firstChild);
    // The old drawing interface counts in px of the element; with the new one the program says how many pixels there are.
    this.isOld = this.text("type") === "";
    const { surfaces } = CanvasStore.of(this.services);
    this.surface = new Surface(canvas, surfaces, this.isOld ? this.services.pixelRatio : 1);
    if (this.isOld) this.surface.fit(DEFAULT_WIDTH, DEFAULT_HEIGHT);
    super.begin();
  }

  /** What a selector query says of it besides its place: for `NodesRef.node`. */
  get nodeFacts() {
    const { width, height } = this.surface;
    return { type: this.text("type"), canvasId: this.text("canvasId"), surface: { width, height } };
  }

  /** With handlers for touches a canvas can keep the page from scrolling. */
  get holdsScroll() {
    return this.is("disableScroll") && TOUCHES.some((type) => this.page.events.isHandled(this.element, type));
  }

  /** The drawing survives a swap of the template: what was drawn on goes into the new element. */
  keep() {
    return { surface: this.surface, isOld: this.isOld, place: [this.element.__id, this.element.__n] };
  }

  restore({ surface, isOld, place }) {
    if (isOld !== this.isOld) return;
    this.element.replaceChild(surface.canvas, this.surface.canvas);
    this.surface.release();
    this.surface = surface;
    surface.others.add(surface);
    this.page.calls.canvas.moved(place, surface);
    if (this.isOld) this.#fit();
  }

  connected() {
    if (!this.isOld) return;
    this.observer = new this.window.ResizeObserver(() => this.#fit());
    this.observer.observe(this.element);
    this.#fit();
  }

  removed() {
    this.surface.release();
    this.observer?.disconnect();
  }

  #fit() {
    this.surface.fit(this.element.clientWidth, this.element.clientHeight);
  }
}
