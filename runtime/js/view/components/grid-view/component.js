/**
 * `grid-view`: columns within a scroll area, as many as it is told, or as many as there must be for none to be wider than
 * `max-cross-axis-extent`; with `type="masonry"` each cell goes to the column that is shortest so far.
 *
 * Runs in the shell page (Chromium).
 */

import { Relative } from "../relative.js";

const COLUMNS = 2;

export class GridView extends Relative {
  connected() {
    super.connected();
    this.#observe();
  }

  childrenChanged() {
    this.#observe();
  }

  sized() {
    this.draw();
  }

  draw() {
    super.draw();
    const { style } = this.element;
    const columns = this.#columns();
    const isMasonry = this.text("type") === "masonry";
    style.columnGap = `${this.number("crossAxisGap", 0)}px`;
    style.rowGap = isMasonry ? "0" : `${this.number("mainAxisGap", 0)}px`;
    style.gridTemplateColumns = `repeat(${columns}, minmax(0, 1fr))`;
    style.gridAutoRows = isMasonry ? "1px" : "";
    if (isMasonry) this.#pack(columns);
  }

  #observe() {
    if (this.text("type") === "masonry") this.observeSizes(this.element, ...this.element.children);
    else this.observeSizes(this.element);
  }

  /** Rows are pixels; a cell spans as many as it is high. @param {number} columns */
  #pack(columns) {
    const gap = Math.max(0, this.number("mainAxisGap", 0));
    const heights = new Array(columns).fill(0);
    for (const cell of /** @type {HTMLElement[]} */ ([...this.element.children])) {
      const column = heights.indexOf(Math.min(...heights));
      const rows = Math.ceil(cell.getBoundingClientRect().height);
      cell.style.gridColumn = String(column + 1);
      cell.style.gridRow = `${heights[column] + 1} / span ${Math.max(1, rows)}`;
      heights[column] += Math.max(1, rows) + gap;
    }
  }

  #columns() {
    const extent = this.number("maxCrossAxisExtent", 0);
    if (!(extent > 0)) return Math.max(1, Math.min(100, Math.trunc(this.number("crossAxisCount", COLUMNS)) || 1));
    const gap = this.number("crossAxisGap", 0);
    const { paddingLeft, paddingRight } = this.window.getComputedStyle(this.element);
    const room = this.element.clientWidth - parseFloat(paddingLeft || "0") - parseFloat(paddingRight || "0");
    return Math.max(1, Math.min(100, Math.ceil((room + gap) / (extent + gap))));
  }
}
