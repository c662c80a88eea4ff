/**
 * `swiper`. Runs in the shell page (Chromium). Lays out its `swiper-item` children along one axis and moves them by
 * finger, by itself (`autoplay`) or by attribute (`current`); reports `change` when another item becomes the current
 * one, `transition` while it moves and `animationfinish` when it has arrived.
 */

import { lengthPx } from "../../page/rpx.js";
import { BuiltIn, inner } from "../built_in.js";
import { Indicator } from "./indicator.js";
import { lookOf } from "./layouts.js";

const FLICK_PX_PER_MS = 0.3;
const EDGE_RESISTANCE = 0.35;

const EASINGS = {
  linear: (t) => t,
  easeInCubic: (t) => t ** 3,
  easeOutCubic: (t) => 1 - (1 - t) ** 3,
  easeInOutCubic: (t) => (t < 0.5 ? 4 * t ** 3 : 1 - (2 - 2 * t) ** 3 / 2),
  default: (t) => 1 - (1 - t) ** 3,
};

export class Swiper extends BuiltIn {
  static switches = ["vertical"];

  /** @type {HTMLElement} */
  frame;
  /** @type {HTMLElement} */
  slides;
  /** @type {Indicator} */
  indicator;
  /** @type {HTMLElement[]} */
  items;
  /** @type {number} */
  current;
  /** @type {number} */
  position;
  /** @type {number} */
  timer;
  /** @type {number} */
  animation;
  /** @type {number|null} */
  dragStart;
  /** Where the movement that goes on has begun; null = at rest. @type {number|null} */
  origin;

  static skeleton(element) {
    const wrapper = inner(element, "div", "wx-swiper-wrapper");
    const frame = inner(inner(wrapper, "div", "wx-swiper-slides"), "div", "wx-swiper-slide-frame");
    inner(wrapper, "div", "wx-swiper-dots");
    return frame;
  }

  begin() {
    this.frame = this.inside("wx-swiper-slide-frame");
    this.slides = this.inside("wx-swiper-slides");
    this.indicator = new Indicator(this, this.inside("wx-swiper-dots"));
    this.items = [];
    this.current = 0;
    this.position = 0;
    this.timer = 0;
    this.animation = 0;
    this.dragStart = null;
    this.origin = null;
    super.begin();
  }

  connected() {
    this.worklets = this.services.workletsOf(this.element);
    this.#collect();
    this.current = this.#clamped(this.#wanted());
    this.position = this.current;
    this.#layout();
    this.#schedule();
  }

  changed(name, value) {
    if (this.items.length === 0) return;
    if (name === "current" || name === "currentItemId") {
      const wanted = this.#clamped(this.#wanted());
      if (value !== undefined && wanted !== this.current) this.#go(wanted, "", this.is("scrollWithAnimation", true));
    } else {
      this.#layout();
      this.#schedule();
    }
  }

  childrenChanged() {
    if (!this.element.isConnected) return;
    const before = this.items[this.current];
    this.#collect();
    const kept = this.items.indexOf(before);
    if (before && kept === this.current && this.animation !== 0) {
      this.#layout();
      return;
    }
    this.current = this.#clamped(kept >= 0 ? kept : this.#wanted());
    this.#halt();
    this.position = this.current;
    this.#layout();
    this.#schedule();
  }

  /** An item lost its place with its inline style. */
  place() {
    if (this.items.length > 0) this.#layout();
  }

  canDrag(axis) {
    return axis === (this.#isVertical ? "y" : "x") && this.items.length > 1;
  }

  dragged({ totalX, totalY }) {
    if (this.dragStart === null) {
      this.#halt();
      this.window.clearTimeout(this.timer);
      this.dragStart = this.position;
    }
    const moved = -(this.#isVertical ? totalY : totalX) / this.#itemLength();
    let position = this.dragStart + moved;
    position = this.#allowed(position, this.dragStart);
    if (!this.#isCircular) {
      if (position < 0) position *= EDGE_RESISTANCE;
      else if (position > this.#last) position = this.#last + (position - this.#last) * EDGE_RESISTANCE;
    }
    this.#travel(position);
  }

  dropped({ velocityX, velocityY }) {
    if (this.dragStart === null) return;
    const start = Math.round(this.dragStart);
    this.dragStart = null;
    const velocity = this.#isVertical ? velocityY : velocityX;
    let target = Math.round(this.position);
    if (Math.abs(velocity) > FLICK_PX_PER_MS && target === start) target = velocity < 0 ? start + 1 : start - 1;
    target = this.#allowed(target, start);
    if (!this.#isCircular) target = Math.max(0, Math.min(this.#last, target));
    this.#animate(target, "touch");
  }

  /** Where a finger may take the items from a place: forth, back or both ways. */
  #allowed(position, from) {
    const direction = this.text("direction", "all");
    if (direction === "positive") return Math.max(position, from);
    return direction === "negative" ? Math.min(position, from) : position;
  }

  /** As a finger would bring an item to the front. @param {number} index */
  swipeTo(index) {
    if (this.items.length > 0) this.#go(this.#clamped(Math.floor(index)), "touch");
  }

  keep() {
    return this.current;
  }

  restore(current) {
    this.current = this.#clamped(current);
    this.position = this.current;
    this.#layout();
  }

  removed() {
    this.#halt();
    this.window.clearTimeout(this.timer);
  }

  get #isVertical() {
    return this.is("vertical");
  }

  get #isCircular() {
    return this.is("circular") && this.items.length > this.#shown;
  }

  get #shown() {
    return Math.max(1, Math.floor(this.number("displayMultipleItems", 1)));
  }

  /** The last position of a swiper that is not circular. */
  get #last() {
    return Math.max(0, this.items.length - this.#shown);
  }

  #collect() {
    const children = /** @type {HTMLElement[]} */ ([...this.frame.children]);
    this.items = children.filter((child) => child.localName === "wx-swiper-item");
  }

  #wanted() {
    const id = this.attributes.currentItemId;
    if (id) {
      const found = this.items.findIndex((item) => this.#itemId(item) === String(id));
      if (found >= 0) return found;
    }
    return Math.floor(this.number("current", 0));
  }

  #itemId(item) {
    const id = item ? this.tree.attribute(item, "itemId") : "";
    return id === undefined || id === null ? "" : String(id);
  }

  #clamped(index) {
    if (!(index >= 0)) return 0;
    return Math.min(index, Math.max(0, this.items.length - 1));
  }

  #itemLength() {
    const box = this.frame.getBoundingClientRect();
    return ((this.#isVertical ? box.height : box.width) || 1) / this.#shown;
  }

  #layout() {
    const previous = lengthPx(this.attributes.previousMargin, this.tree.rpx, 0);
    const next = lengthPx(this.attributes.nextMargin, this.tree.rpx, 0);
    this.slides.style.inset = this.#isVertical ? `${previous}px 0 ${next}px 0` : `0 ${next}px 0 ${previous}px`;
    const share = `${100 / this.#shown}%`;
    for (const item of this.items) {
      item.style.width = this.#isVertical ? "100%" : share;
      item.style.height = this.#isVertical ? share : "100%";
    }
    this.#drawDots();
    this.#moveTo(this.position);
  }

  #moveTo(position) {
    this.position = position;
    const count = this.items.length;
    this.#snap();
    const kind = {
      layout: this.text("layoutType", "normal"), transformer: this.text("transformerType", "scaleAndFade"), isVertical: this.#isVertical,
    };
    this.items.forEach((item, index) => {
      let offset = index - position;
      if (this.#isCircular) offset = wrapped(offset, count, this.#shown);
      const { transform, opacity = 1, zIndex = 0, origin = "" } = lookOf(kind, offset);
      item.style.transform = transform;
      item.style.opacity = opacity === 1 ? "" : String(opacity);
      item.style.zIndex = zIndex === 0 ? "" : String(zIndex);
      item.style.transformOrigin = origin;
    });
    this.#followDots();
  }

  /** With `snap-to-edge` the first and the last item lie at the edges, without a margin. Assumed: after its name. */
  #snap() {
    const { style } = this.slides;
    style.translate = "";
    if (!this.is("snapToEdge") || this.#isCircular || this.items.length < 2) return;
    const previous = lengthPx(this.attributes.previousMargin, this.tree.rpx, 0);
    const next = lengthPx(this.attributes.nextMargin, this.tree.rpx, 0);
    const shift = next * Math.max(0, 1 - Math.max(0, this.#last - this.position)) - previous * Math.max(0, 1 - Math.max(0, this.position));
    style.translate = this.#isVertical ? `0 ${shift}px` : `${shift}px 0`;
  }

  #drawDots() {
    this.indicator.draw({ count: this.items.length, isVertical: this.#isVertical });
    this.#followDots();
  }

  #followDots() {
    const { position, current } = this;
    this.indicator.follow({ position, current, shown: this.#shown, isVertical: this.#isVertical });
  }

  /** To an item by the shorter way. */
  #go(index, source, isAnimated = true) {
    let target = index;
    if (this.#isCircular) target = this.position + wrapped(index - this.position, this.items.length, 1);
    this.#animate(Math.round(target), source, isAnimated);
  }

  #animate(target, source, isAnimated = true) {
    this.#halt();
    this.window.clearTimeout(this.timer);
    const count = this.items.length;
    const index = count === 0 ? 0 : ((target % count) + count) % count;
    const hasChanged = index !== this.current;
    this.current = index;
    this.#drawDots();
    const detail = () => ({ current: index, currentItemId: this.#itemId(this.items[index]), source });
    if (hasChanged && source === "touch") this.page.user.brought(this.element, index);
    if (hasChanged) this.emit("change", detail());
    const from = this.position;
    const duration = isAnimated ? Math.max(0, this.number("duration", 500)) : 0;
    const ease = EASINGS[this.text("easingFunction", "default")] ?? EASINGS.default;
    const startedAt = this.window.performance.now();
    const step = (now) => {
      const share = duration === 0 ? 1 : Math.min(1, Math.max(0, (now - startedAt) / duration));
      this.#travel(from + (target - from) * ease(share));
      if (share < 1) {
        this.animation = this.window.requestAnimationFrame(step);
        return;
      }
      this.animation = 0;
      this.worklets?.call("onscrollend", { type: "scrollend", detail: this.#way() });
      this.origin = null;
      this.#moveTo(this.current);
      this.emit("animationfinish", detail());
      this.#schedule();
    };
    this.animation = this.window.requestAnimationFrame(step);
  }

  /** Moves on, and says how far from where the movement has begun. */
  #travel(position) {
    if (this.origin === null) {
      this.origin = this.position;
      this.worklets?.call("onscrollstart", { type: "scrollstart", detail: this.#way() });
    }
    this.#moveTo(position);
    const detail = this.#way();
    this.emit("transition", detail);
    this.worklets?.call("onscrollupdate", { type: "scrollupdate", detail });
  }

  #way() {
    const shift = (this.position - (this.origin ?? this.position)) * this.#itemLength();
    return this.#isVertical ? { dx: 0, dy: shift } : { dx: shift, dy: 0 };
  }

  #halt() {
    this.window.cancelAnimationFrame(this.animation);
    this.animation = 0;
  }

  #schedule() {
    this.window.clearTimeout(this.timer);
    if (!this.is("autoplay") || this.items.length <= this.#shown) return;
    this.timer = this.window.setTimeout(() => this.#autoplay(), Math.max(16, this.number("interval", 5000)));
  }

  #autoplay() {
    if (this.dragStart !== null || this.animation !== 0) return;
    const isAtEnd = !this.#isCircular && this.current >= this.#last;
    if (isAtEnd) this.#go(0, "autoplay");
    else this.#animate(Math.round(this.position) + 1, "autoplay");
  }
}

/** Puts an offset of a circle of `count` items into the range that is on screen, or nearly so. */
function wrapped(offset, count, shown) {
  const half = shown > 1 ? count / 2 - (shown - 1) / 2 : count / 2;
  return ((((offset + half) % count) + count) % count) - half;
}
