/**
 * The full-screen picture viewer: swipe between pictures, pinch or tap twice to enlarge one, touch to close. Runs in the
 * shell page.
 */

import { Fingers } from "../touch/fingers.js";
import { between } from "../touch/pinch.js";
import { h } from "./element.js";
import { resourceUrl } from "./resource_url.js";
/** @import { FingerPoint } from "../touch/fingers.js" */
/** @import { FingerPair } from "../touch/pinch.js" */

const SWIPE_PX = 40;
const TOUCH_PX = 6;
const TWO_TAPS_MS = 250;
/** A smaller picture springs back. */
const SCALE = { least: 0.5, usual: 1, twoTaps: 2, most: 4 };
/** @typedef {{scale: number, x: number, y: number}} PreviewLook where its middle is from that of the screen, px */
/** @typedef {PreviewLook & {at: FingerPoint, pair: FingerPair|null}} PreviewStart */
const AS_IT_IS = Object.freeze({ scale: SCALE.usual, x: 0, y: 0 });

export class PreviewImage {
  /** How it lay when fingers took it, and where they were. @type {PreviewStart} */
  _start;

  /** @param {import("./phone.js").Phone} phone */
  constructor(phone) {
    this._phone = phone;
    /** @type {string[]} */
    this._urls = [];
    this._index = 0;
    /** How the picture lies. @type {PreviewLook} */
    this._look = AS_IT_IS;
    this._closing = 0;
    this._strip = h("div.preview-strip");
    this._count = h("div.preview-count");
    this.element = h("div.preview-layer", { hidden: true, tabindex: "-1" }, this._strip, this._count);
    this._fingers = new Fingers(window, this.element, {
      down: (_changed, event) => this._grab(event),
      move: () => this._move(),
      up: (changed) => this._release(changed[0]),
      cancel: () => this._rest(),
    });
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
    clearTimeout(this._closing);
    this._closing = 0;
    this._fingers.cancel();
    this.element.hidden = true;
    this._strip.replaceChildren();
    this._look = AS_IT_IS;
  }

  _go(index, drag) {
    const goal = Math.min(this._urls.length - 1, Math.max(0, index));
    if (goal !== this._index) this._lay(AS_IT_IS);
    this._index = goal;
    this._strip.classList.toggle("dragged", drag !== 0);
    this._strip.style.transform = `translateX(calc(${-100 * this._index}% + ${drag}px))`;
    this._count.textContent = this._urls.length > 1 ? `${this._index + 1}/${this._urls.length}` : "";
  }

  _lay(look) {
    this._look = look;
    const picture = /** @type {HTMLElement | null | undefined} */ (this._strip.children[this._index]?.firstElementChild);
    if (picture) picture.style.transform = `translate(${look.x}px, ${look.y}px) scale(${look.scale})`;
  }

  /** Fingers are down, perhaps one more than before: what they do is reckoned from here. */
  _grab(event) {
    if (event.isTrusted) this.element.setPointerCapture(event.pointerId);
    const [first, second] = this._fingers.all;
    this._start = { ...this._look, at: first.last, pair: second ? between(first.last, second.last) : null };
    this._isTouch = !second;
    if (second) this._go(this._index, 0);
  }

  _move() {
    const [first, second] = this._fingers.all;
    const { scale, x, y, at, pair } = this._start;
    if (second && pair) {
      const now = between(first.last, second.last);
      const goal = Math.max(SCALE.least, Math.min(SCALE.most, (scale * now.distance) / pair.distance));
      this._lay(around(this._start, goal, pair, now));
      return;
    }
    const [dx, dy] = [first.last.clientX - at.clientX, first.last.clientY - at.clientY];
    if (Math.hypot(dx, dy) >= TOUCH_PX) this._isTouch = false;
    if (scale > SCALE.usual) this._lay({ scale, x: x + dx, y: y + dy });
    else this._go(this._index, dx || 0.01);
  }

  _release(finger) {
    const [left] = this._fingers.all;
    if (left) {
      this._start = { ...this._look, at: left.last, pair: null };
      return;
    }
    const { scale, at, pair } = this._start;
    const way = finger.last.clientX - at.clientX;
    if (this._isTouch) this._touched(finger.last);
    else if (scale <= SCALE.usual && !pair) this._go(this._index + (way < -SWIPE_PX ? 1 : way > SWIPE_PX ? -1 : 0), 0);
    this._rest();
  }

  /** What is smaller than it should be grows back. */
  _rest() {
    if (this._look.scale <= SCALE.usual) this._lay(AS_IT_IS);
  }

  /** One touch closes, a second one soon after it enlarges instead. */
  _touched(at) {
    if (!this._closing) {
      this._closing = window.setTimeout(() => this.close(), TWO_TAPS_MS);
      return;
    }
    clearTimeout(this._closing);
    this._closing = 0;
    const isLarge = this._look.scale > SCALE.usual;
    this._lay(isLarge ? AS_IT_IS : around(this._look, SCALE.twoTaps, at, at));
  }

  _key(event) {
    if (event.key === "Escape") this.close();
    if (event.key === "ArrowLeft") this._go(this._index - 1, 0);
    if (event.key === "ArrowRight") this._go(this._index + 1, 0);
  }
}

/** Another scale for a picture: what was at one point of the screen comes to lie at another. */
function around({ scale, x, y }, goal, from, to) {
  const [middleX, middleY] = [window.innerWidth / 2, window.innerHeight / 2];
  const share = goal / scale;
  return {
    scale: goal,
    x: to.clientX - middleX - (from.clientX - middleX - x) * share,
    y: to.clientY - middleY - (from.clientY - middleY - y) * share,
  };
}
