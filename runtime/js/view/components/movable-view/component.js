/**
 * `movable-view`: a box that a finger moves within a `movable-area`. Runs in the shell page (Chromium).
 */

import { lengthPx } from "../../page/rpx.js";
import { BuiltIn, isLaidOut } from "../built_in.js";

const MOVES = { all: "xy", horizontal: "x", vertical: "y" };
const OUT_OF_BOUNDS_SHARE = 0.3;

export class MovableView extends BuiltIn {
  /** @type {number} */
  x;
  /** @type {number} */
  y;
  /** Where the box belongs, if the area has room for it. @type {{x: number, y: number}} */
  wanted;
  /** @type {{x: number, y: number}|null} */
  dragStart;

  begin() {
    this.x = 0;
    this.y = 0;
    this.wanted = { x: 0, y: 0 };
    this.dragStart = null;
    super.begin();
  }

  connected() {
    this.#observe();
    this.#follow(false);
  }

  /** The area or the box has another size, perhaps its first one. */
  sized() {
    if (this.dragStart === null) this.#goTo(false);
  }

  restyled() {
    if (this.hasBegun) this.#show(false);
  }

  changed(name, value, before) {
    if ((name === "x" || name === "y") && value !== before) this.#follow(this.is("animation", true));
    else if (name === "scaleValue") this.#show(this.is("animation", true));
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
    const reach = this.is("inertia") ? 150 : 0;
    const { x, y } = this.#bounded(this.x + velocityX * reach, this.y + velocityY * reach);
    if (x === this.x && y === this.y) return;
    const source = this.is("inertia") ? "friction" : "out-of-bounds";
    this.wanted = { x, y };
    this.#put(x, y, true);
    this.#report(source);
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

  /** A smaller box stays inside the area, a larger one keeps it covered. */
  #bounded(x, y) {
    const area = this.element.closest("wx-movable-area");
    if (!area) return { x, y };
    const clamp = (value, room) => Math.max(Math.min(0, room), Math.min(Math.max(0, room), value));
    return {
      x: clamp(x, area.clientWidth - this.element.offsetWidth),
      y: clamp(y, area.clientHeight - this.element.offsetHeight),
    };
  }

  #put(x, y, isAnimated) {
    this.x = x;
    this.y = y;
    this.#show(isAnimated);
  }

  #show(isAnimated) {
    const { style } = this.element;
    style.transition = isAnimated ? "transform 0.25s ease-out" : "";
    const scale = this.is("scale") ? this.number("scaleValue", 1) : 1;
    style.transform = `translate(${this.x}px, ${this.y}px) scale(${scale})`;
  }

  #report(source) {
    this.emit("change", { x: this.x, y: this.y, source });
  }
}
