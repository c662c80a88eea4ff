/**
 * The thin bar that a phone shows at the edge of what is scrolled, for as long as it moves. Nothing of it takes room.
 *
 * Runs in the shell page (Chromium); used by component.js.
 */

import { inner } from "../built_in.js";

const SHOWN_MS = 600;
const LEAST_PX = 24;

export class ScrollBar {
  /** @param {import("./component.js").ScrollView} view */
  constructor(view) {
    this.view = view;
    /** @type {HTMLElement | null} */
    this.bar = null;
    this.timer = 0;
  }

  /** What is scrolled has moved. @param {boolean} isVertical */
  moved(isVertical) {
    const { view } = this;
    if (!view.is("showScrollbar", true)) return;
    const { area, window } = view;
    const [room, all, at] = isVertical
      ? [area.clientHeight, area.scrollHeight, area.scrollTop]
      : [area.clientWidth, area.scrollWidth, area.scrollLeft];
    const length = Math.max(LEAST_PX, (room * room) / Math.max(all, 1));
    const place = all > room ? ((room - length) * at) / (all - room) : 0;
    this.bar ??= inner(view.element, "div", "wx-scroll-view-bar");
    this.bar.classList.toggle("horizontal", !isVertical);
    this.bar.style[isVertical ? "height" : "width"] = `${length}px`;
    this.bar.style[isVertical ? "width" : "height"] = "";
    this.bar.style.transform = isVertical ? `translateY(${place}px)` : `translateX(${place}px)`;
    this.bar.classList.add("shown");
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.bar?.classList.remove("shown"), SHOWN_MS);
  }

  removed() {
    this.view.window.clearTimeout(this.timer);
    this.bar?.remove();
    this.bar = null;
  }
}
