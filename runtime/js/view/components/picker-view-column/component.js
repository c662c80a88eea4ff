/**
 * `picker-view-column`: one wheel, turned by a finger, at rest on a row. Runs in the shell page (Chromium).
 */

import { BuiltIn, inner, isLaidOut } from "../built_in.js";

const DEFAULT_ROW_PX = 34;
const FLING_MS = 160;

export class PickerViewColumn extends BuiltIn {
  /** @type {HTMLElement} */
  content;
  /** @type {HTMLElement} */
  indicator;
  /** @type {HTMLElement} */
  mask;
  /** @type {number} */
  current;
  /** @type {number} */
  wanted;
  /** @type {number} */
  position;
  /** @type {number|null} */
  dragStart;
  /** @type {number} */
  rowHeight;
  /** @type {number} */
  count;

  static skeleton(element) {
    const group = inner(element, "div", "wx-picker-view-group");
    inner(group, "div", "wx-picker-view-mask");
    inner(group, "div", "wx-picker-view-indicator");
    return inner(group, "div", "wx-picker-view-content");
  }

  begin() {
    this.content = this.inside("wx-picker-view-content");
    this.indicator = this.inside("wx-picker-view-indicator");
    this.mask = this.inside("wx-picker-view-mask");
    this.current = 0;
    this.wanted = 0;
    this.position = 0;
    this.dragStart = null;
    super.begin();
  }

  connected() {
    this.#observe();
    this.layout();
  }

  sized() {
    this.layout();
  }

  childrenChanged() {
    this.layout();
  }

  /** Row on which the wheel rests, without an event. @param {number} index */
  place(index) {
    this.wanted = index;
    this.layout();
  }

  /** Sizes of the parts, after a change of rows, styles or the row to rest on. */
  layout() {
    if (!this.element.isConnected) return;
    if (!isLaidOut(this.element)) {
      this.#observe();
      return;
    }
    const view = this.#view;
    for (const part of /** @type {const} */ (["indicator", "mask"])) {
      const element = this[part];
      const { style, classes } = view?.look(part) ?? { style: "", classes: "" };
      element.style.cssText = style;
      element.className = `wx-picker-view-${part} ${classes}`.trim();
    }
    this.rowHeight = this.indicator.offsetHeight || DEFAULT_ROW_PX;
    const rows = /** @type {HTMLElement[]} */ ([...this.content.children]);
    for (const row of rows) Object.assign(row.style, { height: `${this.rowHeight}px`, overflow: "hidden" });
    const padding = (this.element.clientHeight - this.rowHeight) / 2;
    this.content.style.padding = `${padding}px 0`;
    this.mask.style.backgroundSize = `100% ${padding}px`;
    this.count = rows.length;
    this.current = Math.max(0, Math.min(this.count - 1, this.wanted));
    this.#moveTo(this.current, false);
  }

  canDrag(axis) {
    return axis === "y" && this.count > 0;
  }

  dragged({ totalY }) {
    if (this.dragStart === null) {
      this.dragStart = this.position;
      this.#view?.turning("pickstart");
    }
    const position = this.dragStart - totalY / this.rowHeight;
    this.#moveTo(Math.max(-0.4, Math.min(this.count - 0.6, position)), false);
    if (this.#view?.is("immediateChange")) this.#rest(Math.round(this.position));
  }

  dropped({ velocityY }) {
    if (this.dragStart === null) return;
    this.dragStart = null;
    const target = Math.round(this.position - (velocityY * FLING_MS) / this.rowHeight);
    const index = Math.max(0, Math.min(this.count - 1, target));
    this.#moveTo(index, true);
    this.#rest(index);
    this.#view?.turning("pickend");
  }

  #observe() {
    this.observeSizes(this.element, this.indicator);
  }

  get #view() {
    return this.element.closest("wx-picker-view")?.__builtIn ?? null;
  }

  #rest(index) {
    if (index === this.current) return;
    this.current = this.wanted = index;
    this.#view?.report();
  }

  #moveTo(position, isAnimated) {
    this.position = position;
    this.content.style.transition = isAnimated ? "transform 0.25s ease-out" : "";
    this.content.style.transform = `translateY(${-position * this.rowHeight}px)`;
  }
}
