/**
 * `movable-view`: a box that a finger moves within a `movable-area`, and two fingers make larger and smaller.
 *
 * Runs in the shell page (Chromium). Two fingers are for the box that both lie on, or, with the area's `scale-area`, for
 * the first box of the area that can be scaled.
 */

import { lengthPx } from "../../page/rpx.js";
import { BuiltIn, isLaidOut } from "../built_in.js";

const MOVES = { all: "xy", horizontal: "x", vertical: "y" };
const OUT_OF_BOUNDS_SHARE = 0.3;
/** Source: the reference, movable-view: no scale is smaller or larger. */
const SCALE = { least: 0.1, most: 10 };
/** What the reference calls the defaults, and how they are seen: a spring of 20 is there in 250 ms, and after a finger of
 * 1 px/ms a box with friction 2 goes on for 150 px. */
const USUAL = { damping: 20, springMs: 250, friction: 2, reachMs: 150 };

export class MovableView extends BuiltIn {
  /** @type {number} */
  x;
  /** @type {number} */
  y;
  /** Where the box belongs, if the area has room for it. @type {{x: number, y: number}} */
  wanted;
  /** @type {{x: number, y: number}|null} */
  dragStart;
  /** @type {number} */
  scale;
  /** Where two fingers found it. @type {{x: number, y: number, scale: number} | null} */
  pinchStart;

  begin() {
    this.x = 0;
    this.y = 0;
    this.wanted = { x: 0, y: 0 };
    this.dragStart = null;
    this.scale = 1;
    this.pinchStart = null;
    super.begin();
  }

  connected() {
    this.#observe();
    this.scale = this.#scaled(this.number("scaleValue", 1));
    this.#follow(false);
  }

  /** The area or the box has another size, perhaps its first one. */
  sized() {
    if (this.dragStart === null && this.pinchStart === null) this.#goTo(false);
  }

  restyled() {
    if (this.hasBegun) this.#show(false);
  }

  changed(name, value, before) {
    if ((name === "x" || name === "y") && value !== before) this.#follow(this.is("animation", true));
    else if (name.startsWith("scale") && this.element.isConnected) this.#rescale(name);
  }

  canPinch() {
    return this.is("scale") && !this.is("disabled");
  }

  pinchBegan() {
    this.pinchStart = { x: this.x, y: this.y, scale: this.scale };
  }

  /** @param {import("../../touch/pinch.js").PinchMove} movement */
  pinched({ scale }) {
    if (!this.pinchStart) return;
    this.scale = this.#scaled(this.pinchStart.scale * scale);
    const { x, y } = this.#bounded(this.pinchStart.x, this.pinchStart.y);
    this.wanted = { x, y };
    this.#put(x, y, false);
    this.emit("scale", { x, y, scale: this.scale });
  }

  pinchEnded() {
    this.pinchStart = null;
  }

  canDrag(axis) {
    return !this.is("disabled") && (MOVES[this.text("direction")] ?? "").includes(axis);
  }

  dragged({ totalX, totalY }) {
    this.dragStart ??= { x: this.x, y: this.y };
    const moves = MOVES[this.text("direction")] ?? "";
    const x = this.dragStart.x + (moves.includes("x") ? totalX : 0);
    const y = this.dragStart.y + (moves.includes("y") ? totalY : 0);
    const inside = this.#bounded(x, y);
    const isOut = inside.x !== x || inside.y !== y;
    const give = this.is("outOfBounds") ? OUT_OF_BOUNDS_SHARE : 0;
    this.wanted = inside;
    this.#put(inside.x + (x - inside.x) * give, inside.y + (y - inside.y) * give, false);
    this.#report(isOut && give > 0 ? "touch-out-of-bounds" : "touch");
  }

  dropped({ velocityX, velocityY }) {
    if (this.dragStart === null) return;
    this.dragStart = null;
    const friction = Math.max(this.number("friction", USUAL.friction), 0) || USUAL.friction;
    const reach = this.is("inertia") ? (USUAL.reachMs * USUAL.friction) / friction : 0;
    const { x, y } = this.#bounded(this.x + velocityX * reach, this.y + velocityY * reach);
    if (x === this.x && y === this.y) return;
    const source = this.is("inertia") ? "friction" : "out-of-bounds";
    this.wanted = { x, y };
    this.#put(x, y, true);
    this.#report(source);
  }

  /** As a finger would bring it there. @param {number} x px @param {number} y px */
  moveTo(x, y) {
    if (this.is("disabled")) return;
    this.wanted = this.#bounded(x, y);
    this.#put(this.wanted.x, this.wanted.y, false);
    this.#report("touch");
  }

  /** To where the attributes say. */
  #follow(isAnimated) {
    const { rpx } = this.tree;
    this.wanted = { x: lengthPx(this.attributes.x, rpx, 0), y: lengthPx(this.attributes.y, rpx, 0) };
    // What is hidden has no bounds yet.
    if (isLaidOut(this.element)) this.#goTo(isAnimated);
    else this.#observe();
  }

  #observe() {
    const area = this.element.closest("wx-movable-area");
    this.observeSizes(...(area ? [area, this.element] : [this.element]));
  }

  #goTo(isAnimated) {
    const { x, y } = this.#bounded(this.wanted.x, this.wanted.y);
    if (x === this.x && y === this.y && this.element.style.transform) return;
    const hasMoved = x !== this.x || y !== this.y;
    this.#put(x, y, isAnimated);
    if (hasMoved) this.#report("");
  }

  /** `scale-value` says how large it is; its limits and `scale` hold for what it has become. */
  #rescale(name) {
    this.scale = this.#scaled(name === "scaleValue" ? this.number("scaleValue", 1) : this.scale);
    const { x, y } = this.#bounded(this.wanted.x, this.wanted.y);
    this.#put(x, y, this.is("animation", true));
  }

  /** A scale within its limits; 1 without `scale`. */
  #scaled(scale) {
    if (!this.is("scale")) return 1;
    const least = Math.max(SCALE.least, this.number("scaleMin", SCALE.least));
    const most = Math.min(SCALE.most, this.number("scaleMax", SCALE.most));
    return Math.max(least, Math.min(most, scale));
  }

  /** A smaller box stays inside the area, a larger one keeps it covered, as large as it is shown. */
  #bounded(x, y) {
    const area = this.element.closest("wx-movable-area");
    if (!area) return { x, y };
    const clamp = (value, size, room) => {
      const [near, far] = [(size * (this.scale - 1)) / 2, room - size - (size * (this.scale - 1)) / 2];
      return Math.max(Math.min(near, far), Math.min(Math.max(near, far), value));
    };
    return {
      x: clamp(x, this.element.offsetWidth, area.clientWidth),
      y: clamp(y, this.element.offsetHeight, area.clientHeight),
    };
  }

  #put(x, y, isAnimated) {
    this.x = x;
    this.y = y;
    this.#show(isAnimated);
  }

  #show(isAnimated) {
    const { style } = this.element;
    const damping = Math.max(this.number("damping", USUAL.damping), 0) || USUAL.damping;
    const duration = Math.round((USUAL.springMs * USUAL.damping) / damping);
    style.transition = isAnimated ? `transform ${duration}ms ease-out` : "";
    style.transform = `translate(${this.x}px, ${this.y}px) scale(${this.scale})`;
  }

  #report(source) {
    this.emit("change", { x: this.x, y: this.y, source });
  }
}
