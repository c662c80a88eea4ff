/**
 * The full-screen picture viewer: swipe between pictures, touch to close. Runs in the shell page.
 */

import { h } from "./element.js";
import { resourceUrl } from "./resource_url.js";

const SWIPE_PX = 40;
const TOUCH_PX = 6;

export class PreviewImage {
  /** @param {import("./phone.js").Phone} phone */
  constructor(phone) {
    this._phone = phone;
    /** @type {string[]} */
    this._urls = [];
    this._index = 0;
    this._strip = h("div.preview-strip");
    this._count = h("div.preview-count");
    this.element = h("div.preview-layer", { hidden: true, tabindex: "-1" }, this._strip, this._count);
    this.element.addEventListener("pointerdown", (event) => this._grab(event));
    this.element.addEventListener("keydown", (event) => this._key(event));
  }

  /** @param {{urls: string[], current?: string|number}} params current: a URL of the list, or its index */
  open({ urls, current = 0 }) {
    const base = this._phone.pages.visible?.path || "app";
    const index = typeof current === "number" ? current : urls.indexOf(current);
    this._urls = urls;
    this._strip.replaceChildren(...urls.map((url) =>
      h("div.preview-slide", {}, h("img", { src: resourceUrl(url, base), draggable: "false", alt: "" }))));
    this.element.hidden = false;
    this._go(Math.max(0, index), 0);
    this.element.focus();
  }

  /** Takes it away. */
  close() {
    this.element.hidden = true;
    this._strip.replaceChildren();
  }

  _go(index, drag) {
    this._index = Math.min(this._urls.length - 1, Math.max(0, index));
    this._strip.classList.toggle("dragged", drag !== 0);
    this._strip.style.transform = `translateX(calc(${-100 * this._index}% + ${drag}px))`;
    this._count.textContent = this._urls.length > 1 ? `${this._index + 1}/${this._urls.length}` : "";
  }

  _grab(event) {
    const start = event.clientX;
    this.element.setPointerCapture(event.pointerId);
    const move = (next) => this._go(this._index, next.clientX - start || 0.01);
    const end = (last) => {
      this.element.removeEventListener("pointermove", move);
      const way = last.clientX - start;
      if (Math.abs(way) < TOUCH_PX) this.close();
      else this._go(this._index + (way < -SWIPE_PX ? 1 : way > SWIPE_PX ? -1 : 0), 0);
    };
    this.element.addEventListener("pointermove", move);
    this.element.addEventListener("pointerup", end, { once: true });
  }

  _key(event) {
    if (event.key === "Escape") this.close();
    if (event.key === "ArrowLeft") this._go(this._index - 1, 0);
    if (event.key === "ArrowRight") this._go(this._index + 1, 0);
  }
}
