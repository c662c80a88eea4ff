/**
 * The area that shows when a page is pulled down: window background and three dots. Runs in the shell page; each
 * page layer owns one. The page view follows the finger (`port.pull`) and tells when a refresh starts (`port.signal`).
 */

import { h } from "./element.js";

const REFRESH_HEIGHT = 60;

export class PhonePullDown {
  /** @param {ReturnType<import("./page_frame.js").prepareFrame>} frame @param {{animations: boolean}} settings */
  constructor(frame, settings) {
    this._frame = frame;
    this._settings = settings;
    this._isRefreshing = false;
    this.element = h("div.pull-down", {}, h("span.pull-dots", {}, h("i"), h("i"), h("i")));
  }

  /** @param {{color?: string, textStyle?: string}} look what is left out stays; textStyle: "dark" or "light" dots */
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

  /** The page stays down until `stop`. @returns {boolean} false if it is down already */
  start() {
    if (this._isRefreshing) return false;
    this._isRefreshing = true;
    this.element.classList.add("refreshing");
    this._move(REFRESH_HEIGHT, true);
    return true;
  }

  /** The page goes back up. */
  stop() {
    this._isRefreshing = false;
    this.element.classList.remove("refreshing");
    this._move(0, true);
  }

  _move(distance, isSmooth) {
    const { style } = this._frame.box;
    this.element.classList.toggle("open", distance > 0);
    style.transition = isSmooth && this._settings.animations ? "transform .2s ease-out" : "";
    style.transform = distance > 0 ? `translateY(${distance}px)` : "";
  }
}
