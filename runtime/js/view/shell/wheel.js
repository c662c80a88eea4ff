/**
 * One column of a picker: rows that turn under the middle. Drag, mouse wheel, arrow keys, or a touch on a row.
 * Runs in the shell page; owned by `picker.js`.
 */

import { h } from "./element.js";

export const ROW_HEIGHT = 48;
const MIDDLE = 96;
const TOUCH_PX = 5;

export class Wheel {
  /** @param {string[]} rows @param {number} index @param {(index: number) => void} changed */
  constructor(rows, index, changed) {
    this._changed = changed;
    this.index = 0;
    this._rows = h("div.wheel-rows");
    this.element = h("div.wheel", { tabindex: "0" }, this._rows);
    this.element.addEventListener("pointerdown", (event) => this._grab(event));
    this.element.addEventListener("wheel", (event) => this._turn(event), { passive: false });
    this.element.addEventListener("keydown", (event) => this._key(event));
    this.set(rows, index);
  }

  /** @param {string[]} rows @param {number} index */
  set(rows, index) {
    if (rows.length !== this._rows.childElementCount || rows.some((row, i) => this._rows.children[i].textContent !== row)) {
      this._rows.replaceChildren(...rows.map((text) => h("div.wheel-row", { text })));
    }
    this.index = clamp(index, rows.length);
    this._place(0);
  }

  _place(drag) {
    this._rows.style.transform = `translateY(${MIDDLE - this.index * ROW_HEIGHT + drag}px)`;
  }

  _choose(index) {
    const next = clamp(index, this._rows.childElementCount);
    const isNew = next !== this.index;
    this.index = next;
    this._place(0);
    if (isNew) this._changed(next);
  }

  _grab(event) {
    const start = event.clientY;
    this.element.setPointerCapture(event.pointerId);
    this.element.classList.add("dragged");
    const move = (next) => this._place(next.clientY - start);
    const end = (last) => {
      this.element.removeEventListener("pointermove", move);
      this.element.classList.remove("dragged");
      const way = last.clientY - start;
      const touched = Math.floor((last.clientY - this.element.getBoundingClientRect().top - MIDDLE) / ROW_HEIGHT);
      this._choose(this.index + (Math.abs(way) < TOUCH_PX ? touched : -Math.round(way / ROW_HEIGHT)));
    };
    this.element.addEventListener("pointermove", move);
    this.element.addEventListener("pointerup", end, { once: true });
  }

  _turn(event) {
    event.preventDefault();
    this._choose(this.index + Math.sign(event.deltaY));
  }

  _key(event) {
    const step = { ArrowUp: -1, ArrowDown: 1, PageUp: -5, PageDown: 5 }[event.key];
    if (!step) return;
    event.preventDefault();
    this._choose(this.index + step);
  }
}

function clamp(index, count) {
  return Math.max(0, Math.min(count - 1, Math.trunc(index) || 0));
}
