/**
 * `draggable-sheet`: a sheet at the bottom of its place that a finger makes higher and lower, before what is in it scrolls.
 * Runs in the shell page (Chromium).
 */

import { Relative } from "../relative.js";

/** A sheet that is left faster than this goes on to the next size, px per ms. */
const FLING = 0.5;

const CURVES = new Set(["linear", "ease", "ease-in", "ease-out", "ease-in-out"]);

export class DraggableSheet extends Relative {
  /** Share of the place that the sheet takes. @type {number} */
  share;
  /** What it was when a finger took the sheet. @type {number | null} */
  dragStart;

  begin() {
    this.share = this.number("initialChildSize", 0.5);
    this.dragStart = null;
    super.begin();
  }

  draw() {
    this.#show(this.share, false);
  }

  changed(name) {
    if (name === "initialChildSize") this.share = this.number("initialChildSize", 0.5);
    if (this.dragStart === null) this.draw();
  }

  /**
   * Whether a finger within moves the sheet before anything that scrolls.
   * @param {"x"|"y"} axis @param {number} direction of the finger @param {Element} target
   */
  precedes(axis, direction, target) {
    if (axis !== "y") return false;
    const { least, most } = this.#limits;
    if (direction < 0) return this.share < most - 0.001;
    return this.share > least + 0.001 && !this.#isScrolled(target);
  }

  canDrag(axis) {
    return axis === "y";
  }

  dragged({ totalY }) {
    this.dragStart ??= this.share;
    this.#show(this.dragStart - totalY / this.#room, false);
  }

  dropped({ velocityY = 0 }) {
    if (this.dragStart === null) return;
    this.dragStart = null;
    if (this.is("snap")) this.#show(this.#nearest(velocityY), true);
  }

  /**
   * DraggableSheetContext.scrollTo: to a share of its place, or so many pixels; duration in ms.
   * @param {string} method @param {any[]} args
   */
  invoke(method, [options]) {
    const { size, pixels, animated = true, duration = 300, easingFunction = "ease" } = options ?? {};
    const share = typeof size === "number" ? size : typeof pixels === "number" ? pixels / this.#room : NaN;
    if (method !== "scrollTo" || Number.isNaN(share)) return {};
    this.#show(share, Boolean(animated), `${Number(duration) || 0}ms ${CURVES.has(easingFunction) ? easingFunction : "ease"}`);
    return {};
  }

  get #limits() {
    const least = Math.max(0, Math.min(1, this.number("minChildSize", 0.25)));
    return { least, most: Math.max(least, Math.min(1, this.number("maxChildSize", 1))) };
  }

  get #room() {
    return /** @type {HTMLElement} */ (this.element.offsetParent ?? this.document.documentElement).clientHeight || 1;
  }

  /** The size to rest at: the nearest one, or the next in the direction of a quick finger. */
  #nearest(velocityY) {
    const { least, most } = this.#limits;
    const given = this.attributes.snapSizes;
    const inside = (Array.isArray(given) ? given : []).map(Number).filter((size) => size > least && size < most);
    const sizes = [least, ...inside, most];
    const quick = Math.abs(velocityY) < FLING ? sizes : sizes.filter((size) => (velocityY < 0 ? size > this.share : size < this.share));
    const rests = quick.length > 0 ? quick : sizes;
    return rests.reduce((best, size) => (Math.abs(size - this.share) < Math.abs(best - this.share) ? size : best));
  }

  #show(share, isAnimated, how = "0.2s ease-out") {
    const { least, most } = this.#limits;
    this.share = Math.max(least, Math.min(most, share));
    const { style } = this.element;
    style.transition = isAnimated ? `height ${how}` : "";
    style.height = `${this.share * 100}%`;
  }

  #isScrolled(target) {
    for (let one = target; one && one !== this.element; one = /** @type {Element} */ (one.parentElement)) {
      if (one.scrollTop > 0) return true;
    }
    return false;
  }
}
