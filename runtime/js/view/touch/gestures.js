/**
 * Turns fingers into the touches of a phone: touchstart, touchmove, touchend, touchcancel, touchforcechange, tap,
 * longpress, longtap; and starts what fingers start: pressed states, scrolling, the components' own dragging and pinching.
 *
 * Runs in the shell page (Chromium), one per mini-program page, on the page's document. Delivers through events.js.
 * Source: the reference's event page (longpress after 350 ms, a handled longpress suppresses the tap; touchforcechange
 * comes with pressure alone, which a pen or a touch screen has, and a mouse has not).
 */

import { Arena } from "./arena.js";
import { Drag } from "./drag.js";
import { Fingers } from "./fingers.js";
import { Hover } from "./hover.js";
import { Pinch } from "./pinch.js";
import { activate } from "./activation.js";
import { sendPointerEvents } from "./pointer_events.js";
/** @import { Finger } from "./fingers.js" */
/** @typedef {{target: Element, isTap: boolean, isLong: boolean, timer: number, axis: ""|"h"|"v"}} Press */

const LONGPRESS_MS = 350;
/** Assumed: beyond this distance a finger no longer taps. */
const TAP_SLOP_PX = 10;

export class Gestures {
  /** @param {import("../page/page_view.js").PageView} page */
  constructor(page) {
    this.page = page;
    this.hover = new Hover(page);
    this.drag = new Drag(page);
    this.arena = new Arena(page, this.drag);
    this.pinch = new Pinch();
    /** What began with the first finger and ends with the last. @type {Press|null} */
    this.touch = null;
    this.abort = new page.window.AbortController();
    const { document } = page;
    const on = (type, listener, options = {}) =>
      document.addEventListener(type, listener, { capture: true, signal: this.abort.signal, ...options });
    sendPointerEvents(page, this.abort.signal);
    this.fingers = new Fingers(/** @type {any} */ (page.window), document, {
      down: (changed, event) => this.#down(changed, event),
      move: (changed) => this.#move(changed),
      up: (changed) => this.#up(changed),
      cancel: (changed) => this.#cancel(changed),
      pressed: (finger) => this.#pressed(finger),
    });
    on("mousedown", (event) => this.#mouseDown(event));
    on("wheel", (event) => this.drag.wheel(event), { passive: false });
    on("dragstart", (event) => event.preventDefault());
    on("contextmenu", (event) => event.preventDefault());
  }

  destroy() {
    this.fingers.destroy();
    this.drag.stop();
    this.hover.destroy();
    this.abort.abort();
  }

  /** For what happens only while there is a finger. @returns {Press} */
  get #press() {
    return /** @type {Press} */ (this.touch);
  }

  /** @param {Finger[]} changed @param {PointerEvent} event */
  #down(changed, event) {
    const { all } = this.fingers;
    const [finger] = all;
    if (all.length === changed.length) {
      this.touch = { target: finger.target, isTap: all.length === 1, isLong: false, timer: 0, axis: "" };
      this.drag.stop();
    }
    const touch = this.#press;
    if (all.length === 1) this.page.user.pressed(finger.target, finger.start);
    const isHeld = this.#deliver("touchstart", changed);
    if (all.length > 1) {
      this.#several(isHeld);
      return;
    }
    this.hover.press(finger.target);
    this.drag.down(finger.target, event);
    if (isHeld) this.drag.refuse();
    this.arena.open(finger.target, finger);
    touch.timer = this.page.window.setTimeout(() => this.#longpress(touch, finger), LONGPRESS_MS);
  }

  /** There is more than one finger: none of them taps or drags. */
  #several(isHeld) {
    this.#noTap();
    this.hover.cancel();
    this.drag.cancel();
    this.pinch.end();
    this.arena.changed(this.fingers.all);
    if (this.fingers.all.length === 2 && !isHeld) this.pinch.begin(this.fingers.all[0], this.fingers.all[1]);
  }

  #pressed(finger) {
    this.#deliver("touchforcechange", [finger]);
    this.arena.pressed(finger.last);
  }

  #noTap() {
    this.#press.isTap = false;
    this.page.window.clearTimeout(this.#press.timer);
  }

  #longpress(touch, finger) {
    if (this.touch !== touch || !touch.isTap || this.drag.isActive) return;
    const { events, window } = this.page;
    touch.isLong = events.isHandled(touch.target, "longpress");
    if (touch.isLong || events.isHandled(touch.target, "longtap")) this.page.user.pressedLong();
    const detail = { x: finger.start.clientX + window.scrollX, y: finger.start.clientY + window.scrollY };
    const list = [this.#touchPoint(touch.target, 0, finger.start)];
    events.bubble(touch.target, "longpress", { detail, touches: list, changedTouches: list });
    events.bubble(touch.target, "longtap", { detail, touches: list, changedTouches: list });
    const origin = events.numbered(touch.target);
    for (const element of origin ? events.path(origin) : []) /** @type {any} */ (element).__builtIn?.longPressed?.();
  }

  /** @param {Finger[]} changed */
  #move(changed) {
    const [{ start, last }] = changed;
    if (this.#press.isTap && Math.hypot(last.clientX - start.clientX, last.clientY - start.clientY) > TAP_SLOP_PX) {
      this.#noTap();
    }
    const isHeld = this.#deliver("touchmove", changed, this.#movableMove(changed));
    if (this.fingers.all.length > 1) {
      if (!isHeld) this.pinch.move();
      this.arena.moveSeveral(this.fingers.all);
      return;
    }
    if (isHeld) this.drag.pass(last);
    else if (this.arena.isOpen) this.arena.move(last);
    else this.drag.move(last);
    if (this.drag.isActive || this.arena.isTaken) this.hover.cancel();
  }

  /**
   * htouchmove or vtouchmove of a movable-view, by its first movement. Returns where touchmove is caught with it.
   * @param {Finger[]} changed @returns {[number, number, boolean] | undefined}
   */
  #movableMove(changed) {
    const [{ target, start, last }] = changed;
    const movable = target.closest("wx-movable-view");
    if (!movable) return undefined;
    const [dx, dy] = [last.clientX - start.clientX, last.clientY - start.clientY];
    const touch = this.#press;
    touch.axis ||= Math.abs(dx) >= Math.abs(dy) ? "h" : "v";
    const type = `${touch.axis}touchmove`;
    this.#deliver(type, changed);
    return this.page.events.isCaught(movable, type) ? [movable.__id, movable.__n, false] : undefined;
  }

  /** @param {Finger[]} changed */
  #up(changed) {
    const touch = this.#press;
    const { all } = this.fingers;
    const [{ last }] = changed;
    if (all.length > 0) {
      this.#deliver("touchend", changed);
      this.pinch.end();
      this.arena.changed(all);
      this.#goOn(all);
      return;
    }
    this.touch = null;
    this.page.window.clearTimeout(touch.timer);
    this.#deliver("touchend", changed);
    const wasDragged = this.drag.isActive || this.arena.isTaken;
    this.pinch.end();
    if (this.arena.isNativeHeld) this.drag.cancel();
    else this.drag.up(last);
    this.arena.up(last);
    this.hover.release();
    if (touch.isLong) return;
    if (!touch.isTap || wasDragged) {
      const [{ start }] = changed;
      this.page.user.dragged(touch.target, last.clientX - start.clientX, last.clientY - start.clientY, wasDragged);
      return;
    }
    this.page.user.tapped();
    this.tap(touch.target, last);
  }

  /** What those do that stay when another finger has left. @param {Finger[]} left */
  #goOn(left) {
    const [first, second] = left;
    if (!second) this.drag.down(first.target, { ...first.last, target: first.target });
    else if (left.length === 2) this.pinch.begin(first, second);
  }

  /**
   * A tap at a point: the event, then what the built-in components on the path do with it.
   * @param {Element} target @param {{clientX: number, clientY: number}} at
   */
  tap(target, at) {
    // A disabled button swallows taps.
    if (target.closest?.("wx-button[disabled]")) return;
    const { window, events } = this.page;
    const map = target.closest?.("wx-map")?.__builtIn;
    if (map?.takesTap?.(target, at)) return;
    const list = [this.#touchPoint(target, 0, { ...at, pressure: 1 })];
    const detail = { x: at.clientX + window.scrollX, y: at.clientY + window.scrollY, ...map?.tapDetail?.(at) };
    events.bubble(target, "tap", { detail, touches: list, changedTouches: list });
    activate(this.page, target, at);
  }

  /** @param {Finger[]} changed */
  #cancel(changed) {
    const touch = this.#press;
    this.touch = null;
    this.page.window.clearTimeout(touch.timer);
    this.#deliver("touchcancel", changed);
    this.arena.cancel();
    this.pinch.end();
    this.drag.cancel();
    this.hover.cancel();
  }

  /** Pressing elsewhere takes the focus from a field, except from one that holds the keyboard. */
  #mouseDown(event) {
    const field = this.page.document.activeElement?.closest?.("wx-input, wx-textarea");
    if (field && !field.contains(event.target) && field.__builtIn?.attributes.holdKeyboard) event.preventDefault();
  }

  /**
   * One event for each element that fingers lie on. Returns whether wxs prevented what the fingers would move.
   * @param {string} type @param {Finger[]} changed @param {[number, number, boolean]} [stop] where it goes no further
   */
  #deliver(type, changed, stop) {
    const point = ({ target, identifier, last }) => this.#touchPoint(target, identifier, last);
    const touches = this.fingers.all.map(point);
    let isHeld = false;
    for (const target of new Set(changed.map((finger) => finger.target))) {
      const changedTouches = changed.filter((finger) => finger.target === target).map(point);
      if (this.page.events.bubble(target, type, { detail: {}, touches, changedTouches, stop })) isHeld = true;
    }
    return isHeld;
  }

  /** A point as the program gets it; on a canvas with its place in it. */
  #touchPoint(target, identifier, { clientX, clientY, pressure }) {
    const { window } = this.page;
    const canvas = target.closest?.("wx-canvas");
    const box = canvas?.getBoundingClientRect();
    return {
      identifier, clientX, clientY, pageX: clientX + window.scrollX, pageY: clientY + window.scrollY,
      force: pressure || 1, ...(box ? { x: clientX - box.left, y: clientY - box.top } : {}),
    };
  }
}
