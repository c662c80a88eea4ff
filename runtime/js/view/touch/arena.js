/**
 * Who gets a touch where there are gesture handlers (`pan-gesture-handler` and its like): from the inside out each waits
 * for what it knows; the first takes the touch from the others, from scroll areas and components that drag, but for those
 * with which it has agreed (`simultaneous-handlers`). A handler with `native-view` stands for the scroll area in it.
 *
 * Runs in the shell page (Chromium); driven by gestures.js, asked only where a handler lies on the path of a touch.
 * Source: reference, gesture system. Assumed: distances and times are Flutter's, of which Skyline is made.
 */

import { Momentum } from "./momentum.js";
/** @import { Finger, FingerPoint } from "./fingers.js" */

export const State = Object.freeze({ POSSIBLE: 0, BEGIN: 1, ACTIVE: 2, END: 3, CANCELLED: 4 });

const DRAG_SLOP_PX = 18;
const PAN_SLOP_PX = 36;
const TAP_SLOP_PX = 18;
const DOUBLE_TAP_MS = 300;
const DOUBLE_TAP_PX = 100;
const LONG_PRESS_MS = 500;
const FORCE_PRESSURE = 0.4;
const MOVING = new Set(["pan", "scale", "vertical-drag", "horizontal-drag"]);

export class Arena {
  /** @param {import("../page/page_view.js").PageView} page @param {import("./drag.js").Drag} drag */
  constructor(page, drag) {
    this.page = page;
    this.drag = drag;
    this.momentum = new Momentum(page.window);
    /** Where the first finger came, and where it was last. @type {FingerPoint} */
    this.start = this.last = { clientX: 0, clientY: 0, pressure: 0, timeStamp: 0 };
    this.identifier = 0;
    /** Those on the path, the inner ones first. @type {Contestant[]} */
    this.contestants = [];
    this.isNativeTaken = false;
    /** Its last movement did not move the scroll area. */
    this.isNativeHeld = false;
    this.timer = 0;
    /** @type {{at: number, point: FingerPoint, handler: any} | null} */
    this.lastTap = null;
  }

  get isOpen() {
    return this.contestants.length > 0;
  }

  /** The first finger. @param {Element} target @param {Finger} finger */
  open(target, finger) {
    this.close();
    for (let element = target; element && element !== this.page.document.body; element = /** @type {any} */ (element.parentElement)) {
      const handler = element.__builtIn;
      if (handler?.gesture) this.contestants.push(new Contestant(handler));
    }
    if (!this.isOpen) return;
    this.start = this.last = finger.last;
    this.identifier = finger.identifier;
    this.momentum.begin(finger.last.timeStamp);
    for (const one of this.contestants) if (MOVING.has(one.gesture)) this.#tell(one, State.POSSIBLE, finger.last);
    this.timer = this.page.window.setTimeout(() => this.#pressedLong(), LONG_PRESS_MS);
  }

  /** @param {FingerPoint} point */
  move(point) {
    const [deltaX, deltaY] = [point.clientX - this.last.clientX, point.clientY - this.last.clientY];
    this.last = point;
    this.momentum.sample(deltaX, deltaY, point.timeStamp);
    if (!this.isTaken) this.#decide(point);
    const moved = { deltaX, deltaY, point };
    let isNativeHeld = false;
    for (const one of this.contestants) {
      if (one.state !== State.BEGIN && one.state !== State.ACTIVE) continue;
      const isHeld = one.handler.answers("shouldResponseOnMove", this.#pointerEvent(moved)) === false;
      if (one.isNative && isHeld) isNativeHeld = true;
      if (!isHeld && !one.isFresh) this.#tell(one, State.ACTIVE, point, { deltaX, deltaY });
      one.isFresh = false;
    }
    if (!this.isNativeTaken) return;
    this.isNativeHeld = isNativeHeld;
    if (isNativeHeld) this.drag.skip(point);
    else this.drag.move(point);
  }

  /** The last finger has left. @param {FingerPoint} point */
  up(point) {
    if (!this.isOpen) return;
    const { velocityX, velocityY } = this.momentum.velocity(point.timeStamp);
    const velocity = { velocityX: velocityX * 1000, velocityY: velocityY * 1000 };
    if (!this.isTaken && this.#distance(point) <= TAP_SLOP_PX) this.#tapped(point);
    for (const one of this.contestants) {
      if (one.isGoing) this.#tell(one, State.END, point, { deltaX: 0, deltaY: 0, ...velocity });
      else if (one.state === State.POSSIBLE) this.#tell(one, State.CANCELLED, point);
    }
    this.close();
  }

  /** More fingers are down, or fewer, but some: those who know several go on with them. @param {Finger[]} all */
  changed(all) {
    if (!this.isOpen) return;
    this.page.window.clearTimeout(this.timer);
    for (const one of this.contestants) {
      if (one.gesture !== "scale") {
        if (one.state !== State.CANCELLED) this.#tell(one, State.CANCELLED, this.last);
        continue;
      }
      if (one.isGoing) this.#tellScale(one, State.END, all);
      one.pair = measure(all);
      this.#tellScale(one, State.BEGIN, all);
    }
    this.last = all[0].last;
  }

  /** Several fingers have moved. @param {Finger[]} all */
  moveSeveral(all) {
    for (const one of this.contestants) if (one.gesture === "scale" && one.isGoing) this.#tellScale(one, State.ACTIVE, all);
  }

  /** @param {FingerPoint} point another pressure at the same place */
  pressed(point) {
    for (const one of this.contestants) {
      if (one.gesture !== "force-press" || point.pressure < FORCE_PRESSURE) continue;
      this.#tell(one, one.isGoing ? State.ACTIVE : State.BEGIN, point, { pressure: point.pressure });
    }
  }

  cancel() {
    if (!this.isOpen) return;
    for (const one of this.contestants) if (one.isGoing || one.state === State.POSSIBLE) this.#tell(one, State.CANCELLED, this.last);
    this.close();
  }

  close() {
    this.page.window.clearTimeout(this.timer);
    this.contestants = [];
    this.isNativeTaken = false;
    this.isNativeHeld = false;
  }

  /** Whether somebody has the touch. */
  get isTaken() {
    return this.isNativeTaken || this.contestants.some((one) => one.isGoing);
  }

  #distance(point) {
    return Math.hypot(point.clientX - this.start.clientX, point.clientY - this.start.clientY);
  }

  /** Whether somebody has seen enough: it gets the touch. */
  #decide(point) {
    const [totalX, totalY] = [point.clientX - this.start.clientX, point.clientY - this.start.clientY];
    if (Math.max(Math.abs(totalX), Math.abs(totalY)) < DRAG_SLOP_PX) return;
    const native = this.drag.candidate(point);
    const around = native && this.contestants.findIndex((one) => one.handler.element.contains(native.element));
    const inner = native ? this.contestants.slice(0, around < 0 ? undefined : around) : this.contestants;
    const outer = native && around >= 0 ? this.contestants.slice(around) : [];
    const proxy = outer.find((one) => one.handler.isFor(native.element));
    const ready = (one) => one.isAlert && one.hasSeen(totalX, totalY) && this.#accepts(one);
    const first = inner.find(ready) ?? (proxy && ready(proxy) ? proxy : undefined);
    if (first) this.#win(first, native, point, [totalX, totalY]);
    else if (native && !proxy) this.#winNative(native, point);
    else if (!native || (proxy && proxy.state === State.CANCELLED)) {
      const next = outer.find(ready);
      if (next) this.#win(next, null, point, [totalX, totalY]);
    }
  }

  #accepts(one) {
    if (one.handler.answers("shouldAcceptGesture", {}) !== false) return true;
    this.#tell(one, State.CANCELLED, this.last);
    return false;
  }

  #win(first, native, point, total) {
    this.page.window.clearTimeout(this.timer);
    this.#begin(first, point);
    for (const one of this.contestants) {
      if (one === first || !one.isAlert) continue;
      const isAgreed = first.handler.agreesWith(one.handler) || one.handler.agreesWith(first.handler);
      if (!isAgreed) this.#tell(one, State.CANCELLED, point);
      else if (MOVING.has(one.gesture) && one.hasSeen(total[0] * 2, total[1] * 2) && this.#accepts(one)) this.#begin(one, point);
    }
    const standsFor = this.contestants.find((one) => one.isGoing && (native ? one.handler.isFor(native.element) : one.handler.area));
    if (!standsFor) return;
    standsFor.isNative = true;
    this.isNativeTaken = true;
    const axis = standsFor.gesture === "horizontal-drag" ? "x" : "y";
    this.drag.begin(native ?? this.drag.scrolling(standsFor.handler.area, axis), point);
  }

  /** A scroll area, or a component that drags, has the touch. */
  #winNative(native, point) {
    this.page.window.clearTimeout(this.timer);
    this.isNativeTaken = true;
    for (const one of this.contestants) if (one.isAlert) this.#tell(one, State.CANCELLED, point);
    this.drag.begin(native, point);
  }

  #begin(one, point) {
    one.isFresh = true;
    if (one.gesture === "scale") one.pair = { x: point.clientX, y: point.clientY, dx: 0, dy: 0, distance: 1, angle: 0, count: 1 };
    this.#tell(one, State.BEGIN, point, { deltaX: 0, deltaY: 0 });
  }

  #pressedLong() {
    const one = this.contestants.find(({ gesture, isAlert }) => gesture === "long-press" && isAlert);
    if (!one || this.isTaken || this.#distance(this.last) > TAP_SLOP_PX || !this.#accepts(one)) return;
    this.#win(one, null, this.last, [0, 0]);
  }

  #tapped(point) {
    const double = this.contestants.find(({ gesture }) => gesture === "double-tap");
    const { lastTap } = this;
    this.lastTap = double ? { at: point.timeStamp, point, handler: double.handler } : null;
    if (double && lastTap && lastTap.handler === double.handler && point.timeStamp - lastTap.at < DOUBLE_TAP_MS &&
        Math.hypot(point.clientX - lastTap.point.clientX, point.clientY - lastTap.point.clientY) < DOUBLE_TAP_PX) {
      this.lastTap = null;
      if (this.#accepts(double)) this.#tellOnce(double, point);
      return;
    }
    const tap = this.contestants.find(({ gesture }) => gesture === "tap");
    if (tap && this.#accepts(tap)) this.#tellOnce(tap, point);
  }

  #tellOnce(one, point) {
    this.#tell(one, State.BEGIN, point);
    one.state = State.END;
  }

  #tell(one, state, point, more = {}) {
    one.state = state;
    const { left, top } = frameOf(this.page);
    const absolute = { absoluteX: point.clientX + left, absoluteY: point.clientY + top };
    if (one.gesture === "scale") {
      this.#tellScale(one, state, null, point, more);
      return;
    }
    /** @type {Record<string, number>} */
    const detail = { ...zeroes(one.gesture), ...more };
    if (one.gesture === "long-press") {
      detail.translationX = point.clientX - this.start.clientX;
      detail.translationY = point.clientY - this.start.clientY;
    }
    one.handler.gestured({ state, ...absolute, ...detail });
  }

  /** @param {Finger[] | null} all null: one finger, at `point` */
  #tellScale(one, state, all, point = this.last, more = {}) {
    one.state = state;
    const now = all ? measure(all) : { x: point.clientX, y: point.clientY, dx: 0, dy: 0, distance: 1, angle: 0, count: state === State.END ? 0 : 1 };
    if (state === State.POSSIBLE || state === State.CANCELLED) return;
    const { left, top } = frameOf(this.page);
    const begun = one.pair ?? now;
    const former = one.formerPair ?? begun;
    one.formerPair = state === State.END ? null : now;
    const ratio = (a, b) => (b === 0 || now.count < 2 ? 1 : a / b);
    one.handler.gestured({
      state, pointerCount: now.count, focalX: now.x + left, focalY: now.y + top,
      focalDeltaX: now.x - former.x, focalDeltaY: now.y - former.y, scale: ratio(now.distance, begun.distance),
      horizontalScale: ratio(now.dx, begun.dx), verticalScale: ratio(now.dy, begun.dy), rotation: now.angle - begun.angle,
      velocityX: more.velocityX ?? 0, velocityY: more.velocityY ?? 0,
    });
  }

  #pointerEvent({ deltaX, deltaY, point }) {
    return {
      identifier: this.identifier, type: "touchmove", deltaX, deltaY, clientX: point.clientX, clientY: point.clientY,
      radiusX: 0, radiusY: 0, rotationAngle: 0, force: point.pressure, timeStamp: point.timeStamp,
    };
  }
}

/** A handler in one touch. */
class Contestant {
  constructor(handler) {
    this.handler = handler;
    this.gesture = handler.gesture;
    /** @type {number} */
    this.state = State.POSSIBLE;
    /** Stands for the scroll area that has the touch. */
    this.isNative = false;
    /** Has begun with this very movement. */
    this.isFresh = false;
    this.pair = null;
    this.formerPair = null;
  }

  /** Waits for its gesture. */
  get isAlert() {
    return this.state === State.POSSIBLE;
  }

  get isGoing() {
    return this.state === State.BEGIN || this.state === State.ACTIVE;
  }

  /** Whether a movement is what it waits for. */
  hasSeen(totalX, totalY) {
    if (this.gesture === "vertical-drag") return Math.abs(totalY) >= DRAG_SLOP_PX;
    if (this.gesture === "horizontal-drag") return Math.abs(totalX) >= DRAG_SLOP_PX;
    return (this.gesture === "pan" || this.gesture === "scale") && Math.hypot(totalX, totalY) >= PAN_SLOP_PX;
  }
}

/** @returns {Record<string, number>} */
function zeroes(gesture) {
  if (gesture === "tap" || gesture === "double-tap") return {};
  if (gesture === "force-press") return { pressure: 0 };
  const velocity = { velocityX: 0, velocityY: 0 };
  return gesture === "long-press" ? { translationX: 0, translationY: 0, ...velocity } : { deltaX: 0, deltaY: 0, ...velocity };
}

/** Where the page lies on the screen. */
function frameOf(page) {
  return page.window.frameElement?.getBoundingClientRect() ?? { left: 0, top: 0 };
}

/** How two fingers lie to each other; of one, where it is. @param {Finger[]} all */
function measure(all) {
  const [a, b] = all.map(({ last }) => last);
  if (!b) return { x: a.clientX, y: a.clientY, dx: 0, dy: 0, distance: 1, angle: 0, count: all.length };
  const [dx, dy] = [b.clientX - a.clientX, b.clientY - a.clientY];
  return {
    x: (a.clientX + b.clientX) / 2, y: (a.clientY + b.clientY) / 2, dx: Math.abs(dx), dy: Math.abs(dy),
    distance: Math.max(1, Math.hypot(dx, dy)), angle: Math.atan2(dy, dx), count: all.length,
  };
}
