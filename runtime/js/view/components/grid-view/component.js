/**
 * `grid-view`: columns within a scroll area, as many as it is told, or as many as there must be for none to be wider than
 * `max-cross-axis-extent`. Runs in the shell page (Chromium).
 */

import { Relative } from "../relative.js";

const COLUMNS = 2;

export class GridView extends Relative {
  connected() {
    super.connected();
    this.observeSizes(this.element);
  }

  sized() {
    this.draw();
  }

  draw() {
    super.draw();
    const { style } = this.element;
    style.columnGap = `${this.number("crossAxisGap", 0)}px`;
    style.rowGap = `${this.number("mainAxisGap", 0)}px`;
    style.gridTemplateColumns = `repeat(${this.#columns()}, minmax(0, 1fr))`;
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
