/**
 * The area that shows when a page is pulled down: window background and three dots. Runs in the shell page; each
 * page layer owns one. The page view decides when a refresh starts (`port.pull`, signal onPullDownRefresh).
 */

import { h } from "./element.js";

const REFRESH_HEIGHT = 60;

export class PullDown {
  /** @param {object} frame see page_frame.js @param {{animations: boolean}} settings */
  constructor(frame, settings) {
    this._frame = frame;
    this._settings = settings;
    this.element = h("div.pull-down", {}, h("span.pull-dots", {}, h("i"), h("i"), h("i")));
    this.element.hidden = true;
  }

  /** @param {{color?: string, textStyle?: string}} look textStyle: "dark" or "light" dots */
  set({ color, textStyle }) {
    if (color) this.element.style.backgroundColor = color;
    if (textStyle) this.element.dataset.textStyle = textStyle;
  }

  /** @param {number} top where the page starts, px */
  layOut(top) {
    this.element.style.top = `${top}px`;
  }

  /** Follows the finger. @param {number} distance px, 0 = let go */
  drag(distance) {
    if (!this._isRefreshing) this._move(Math.max(0, distance), distance === 0);
  }

  /** The page stays down until `stop`. */
  start() {
    this._isRefreshing = true;
    this.element.classList.add("refreshing");
    this._move(REFRESH_HEIGHT, true);
  }

  /** The page goes back up. */
  stop() {
    this._isRefreshing = false;
    this.element.classList.remove("refreshing");
    this._move(0, true);
  }

  _move(distance, isSmooth) {
    const { style } = this._frame.box;
    this.element.hidden = distance === 0 && !isSmooth;
    if (distance > 0) this.element.hidden = false;
    style.transition = isSmooth && this._settings.animations ? "transform .2s ease-out" : "";
    style.transform = distance > 0 ? `translateY(${distance}px)` : "";
  }
}
