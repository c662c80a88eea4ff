/**
 * `scroll-view`. Runs in the shell page (Chromium). The element is the box, an inner one scrolls, so that paddings and
 * borders stay put. The refresher is in refresher.js.
 */

import { lengthPx } from "../../page/rpx.js";
import { BuiltIn, inner, isLaidOut } from "../built_in.js";
import { Refresher } from "./refresher.js";
import { ScrollBar } from "./scroll_bar.js";

/** Methods of ScrollViewContext that rule the refresher. */
const REFRESHER_ORDERS = Object.freeze({
  triggerRefresh: "refresh", closeRefresh: "close", triggerTwoLevel: "openTwoLevel", closeTwoLevel: "closeTwoLevel",
});
/** Assumed: a finger faster than this turns to the next page. px a ms */
const PAGE_VELOCITY = 0.3;

export class ScrollView extends BuiltIn {
  static switches = ["scrollX", "scrollY", "enableFlex", "showScrollbar", "usingSticky"];

  /** @type {HTMLElement} */
  area;
  /** @type {HTMLElement} */
  content;
  /** @type {Refresher} */
  refresher;
  /** @type {ScrollBar} */
  bar;
  /** @type {{top: number, left: number}} */
  last;
  /** @type {boolean} */
  isWaiting;
  /** @type {Record<"top"|"bottom"|"left"|"right", boolean>} */
  zones;

  static skeleton(element) {
    return inner(inner(element, "div", "wx-scroll-view"), "div", "wx-scroll-view-content");
  }

  begin() {
    this.area = this.inside("wx-scroll-view");
    this.content = this.inside("wx-scroll-view-content");
    this.refresher = new Refresher(this);
    this.bar = new ScrollBar(this);
    this.last = { top: 0, left: 0 };
    this.isWaiting = false;
    this.zones = { top: false, bottom: false, left: false, right: false };
    this.area.addEventListener("scroll", () => this.#scrolled(), { passive: true });
    this.area.addEventListener("scrollend", () => this.#rested());
    this.isScrolling = false;
    super.begin();
  }

  draw() {
    this.area.style.overflowAnchor = this.is("scrollAnchoring") ? "auto" : "none";
    const { padding } = this.attributes;
    this.content.style.padding = Array.isArray(padding)
      ? padding.slice(0, 4).map((length) => `${lengthPx(length, this.tree.rpx, 0)}px`).join(" ") : "";
  }

  connected() {
    this.worklets = this.services.workletsOf(this.element);
    this.#place(false);
    this.refresher.draw();
    if (this.is("reverse")) this.#stayAtEnd();
  }

  /** What is hidden cannot scroll: it goes to its place when it is first seen. */
  sized() {
    this.sizes?.disconnect();
    this.isWaiting = false;
    this.#place(false);
  }

  changed(name, value, before) {
    if (name.startsWith("refresher")) this.refresher.draw();
    else if (name === "padding" || name === "scrollAnchoring") this.draw();
    else if (name === "scrollTop" && value !== before) this.#scrollBy("top", this.#length("scrollTop"), true);
    else if (name === "scrollLeft" && value !== before) this.#scrollBy("left", this.#length("scrollLeft"), true);
    else if (name === "scrollIntoView" && value) this.#intoView(true);
  }

  /** @param {{top?: number, left?: number, animated?: boolean, duration?: number}} options px */
  scrollTo({ top, left, animated = true } = {}) {
    if (top !== undefined) this.#scrollBy("top", top, animated);
    if (left !== undefined) this.#scrollBy("left", left, animated);
  }

  /** @param {string} selector @param {{offset?: number, animated?: boolean}} options */
  scrollIntoView(selector, { offset = 0, animated = true } = {}) {
    const target = this.area.querySelector(selector);
    if (target) this.#show(target, offset, animated);
  }

  /** A switch of the scroll-view context. @param {string} name @param {boolean} value */
  setSwitch(name, value) {
    if (name === "scrollEnabled") this.area.style.overflow = value ? "" : "hidden";
    else if (name === "decelerationDisabled") this.isUnthrown = Boolean(value);
    else this.assign(name, Boolean(value));
  }

  /** An order of ScrollViewContext. @param {string} method @param {any[]} args */
  invoke(method, [options]) {
    if (Object.hasOwn(REFRESHER_ORDERS, method)) this.refresher[REFRESHER_ORDERS[method]](options ?? {});
    return {};
  }

  /** How far a finger must go before the area follows, px. */
  get slop() {
    return this.number("minDragDistance", 0);
  }

  /** How fast what was thrown slows down: the share of its speed that is left after a ms; 0 = it stops at once. */
  get friction() {
    if (this.isUnthrown) return 0;
    return this.is("enhanced") && this.is("fastDeceleration") ? 0.99 : undefined;
  }

  /** Children came, went or moved. */
  childrenChanged() {
    if (this.refresher.box) this.refresher.draw();
    this.#watchEnd();
  }

  /**
   * The finger has let go: with `paging-enabled` a page comes to rest in the window.
   * @param {"x"|"y"} axis @param {number} velocity px a ms, of the finger
   * @returns {boolean} false if the area runs out by itself
   */
  settle(axis, velocity) {
    if (!this.is("enhanced") || !this.is("pagingEnabled")) return false;
    const [edge, at, size] = axis === "x"
      ? ["left", this.area.scrollLeft, this.area.clientWidth]
      : ["top", this.area.scrollTop, this.area.clientHeight];
    const share = at / (size || 1);
    const isThrown = Math.abs(velocity) > PAGE_VELOCITY;
    const goal = isThrown ? (velocity < 0 ? Math.ceil(share) : Math.floor(share)) : Math.round(share);
    this.area.scrollTo({ [edge]: goal * size, behavior: "smooth" });
    return true;
  }

  canDrag(axis, direction) {
    return this.refresher.canDrag(axis, direction);
  }

  dragged(move) {
    this.refresher.dragged(move);
  }

  dropped() {
    this.refresher.dropped();
  }

  keep() {
    return { top: this.area.scrollTop, left: this.area.scrollLeft };
  }

  restore({ top, left }) {
    this.area.scrollTop = top;
    this.area.scrollLeft = left;
  }

  removed() {
    super.removed();
    this.ends?.disconnect();
    this.refresher.removed();
    this.bar.removed();
  }

  #length(name) {
    return lengthPx(this.attributes[name], this.tree.rpx, 0);
  }

  #place(isAnimated) {
    if (this.attributes.scrollTop !== undefined) this.#scrollBy("top", this.#length("scrollTop"), isAnimated);
    if (this.attributes.scrollLeft !== undefined) this.#scrollBy("left", this.#length("scrollLeft"), isAnimated);
    if (this.attributes.scrollIntoView) this.#intoView(isAnimated);
  }

  #intoView(isAnimated) {
    // Ids that were set in the same batch exist once the batch is through.
    queueMicrotask(() => {
      const id = this.text("scrollIntoView");
      if (!this.#canScroll()) return;
      const target = id && this.area.querySelector(`[id="${this.window.CSS.escape(id)}"]`);
      if (target) this.#show(target, this.number("scrollIntoViewOffset", 0), isAnimated && this.is("scrollWithAnimation"));
    });
  }

  #show(target, offset, isAnimated) {
    const box = this.area.getBoundingClientRect();
    const goal = target.getBoundingClientRect();
    const behavior = isAnimated ? "smooth" : "instant";
    const alignment = this.text("scrollIntoViewAlignment", "start");
    const left = aligned(alignment, goal.left - box.left, goal.width, box.width);
    const top = aligned(alignment, goal.top - box.top, goal.height, box.height);
    if (this.is("scrollX")) this.area.scrollTo({ left: this.area.scrollLeft + left + offset, behavior });
    if (this.is("scrollY")) this.area.scrollTo({ top: this.area.scrollTop + top + offset, behavior });
  }

  /** False while the area is hidden; the attributes are followed later. */
  #canScroll() {
    if (!isLaidOut(this.area)) {
      this.isWaiting = true;
      this.observeSizes(this.area);
    }
    return !this.isWaiting;
  }

  #scrollBy(edge, length, isAnimated) {
    if (!this.#canScroll()) return;
    const isSmooth = isAnimated && this.is("scrollWithAnimation");
    this.area.scrollTo({ [edge]: length, behavior: isSmooth ? "smooth" : "instant" });
  }

  #scrolled() {
    const { scrollTop: top, scrollLeft: left, scrollHeight, scrollWidth, clientHeight, clientWidth } = this.area;
    const deltaX = this.last.left - left;
    const deltaY = this.last.top - top;
    if (deltaX === 0 && deltaY === 0) return;
    this.last = { top, left };
    this.bar.moved(deltaY !== 0);
    if (!this.isScrolling) {
      this.isScrolling = true;
      this.#tell("scrollstart", { isDrag: this.#isHeld });
    }
    this.worklets?.call("onscrollupdate", { type: "scrollupdate", detail: { scrollTop: top, scrollLeft: left, isDrag: this.#isHeld } });
    this.emit("scroll", { scrollLeft: left, scrollTop: this.is("reverse") ? scrollHeight - clientHeight - top : top, scrollHeight, scrollWidth, deltaX, deltaY });
    const upper = lengthPx(this.attributes.upperThreshold, this.tree.rpx, 50);
    const lower = lengthPx(this.attributes.lowerThreshold, this.tree.rpx, 50);
    if (this.is("scrollY")) {
      this.#zone("top", deltaY > 0 && top <= upper, top <= upper, "scrolltoupper");
      const rest = scrollHeight - clientHeight - top;
      this.#zone("bottom", deltaY < 0 && rest <= lower, rest <= lower, "scrolltolower");
    }
    if (this.is("scrollX")) {
      this.#zone("left", deltaX > 0 && left <= upper, left <= upper, "scrolltoupper");
      const rest = scrollWidth - clientWidth - left;
      this.#zone("right", deltaX < 0 && rest <= lower, rest <= lower, "scrolltolower");
    }
  }

  get #isHeld() {
    return this.page.gestures.fingers.all.length > 0;
  }

  #rested() {
    if (!this.isScrolling) return;
    this.isScrolling = false;
    this.#tell("scrollend", { isDrag: this.#isHeld });
  }

  /** To handlers of both layers. */
  #tell(type, detail) {
    this.emit(type, detail);
    this.worklets?.call(`on${type}`, { type, detail });
  }

  /** A reversed area begins at its end, and stays there while content comes. */
  #stayAtEnd() {
    const { area } = this;
    const toEnd = () => {
      if (!this.#isAtEnd) return;
      area.scrollTo({ top: area.scrollHeight, left: area.scrollWidth, behavior: "instant" });
      end = area.scrollTop;
    };
    let end = 0;
    this.#isAtEnd = true;
    this.ends = new this.window.ResizeObserver(toEnd);
    this.#watchEnd();
    area.addEventListener("scroll", () => {
      // Content may have come since the area was brought to its end: it is left by scrolling back alone.
      this.#isAtEnd = area.scrollTop >= end - 1 || area.scrollTop + area.clientHeight >= area.scrollHeight - 1;
    });
    toEnd();
  }

  #isAtEnd = false;

  /** The area's own content has the area's height: what is in it grows. */
  #watchEnd() {
    for (const element of [this.area, ...this.content.children]) this.ends?.observe(element);
  }

  /** How fast the area runs out after the finger, px a ms of the finger. @param {number} velocity */
  runOut(velocity) {
    const adjusted = this.worklets?.call("adjustDecelerationVelocity", -velocity * 1000);
    return typeof adjusted === "number" ? -adjusted / 1000 : velocity;
  }

  /** Reports a threshold once each time it is crossed. */
  #zone(direction, isEntering, isInside, type) {
    if (isEntering && !this.zones[direction]) {
      this.zones[direction] = true;
      this.emit(type, { direction });
    }
    if (!isInside) this.zones[direction] = false;
  }
}

/** How far to scroll, px, until something stands where it is to stand. */
function aligned(alignment, distance, size, room) {
  if (alignment === "center") return distance - (room - size) / 2;
  if (alignment === "end") return distance - (room - size);
  if (alignment !== "nearest" || distance < 0) return distance;
  return Math.max(0, Math.min(distance, distance + size - room));
}
