/**
 * Turns the mouse (or a pen, or a finger) into the touches of a phone: touchstart, touchmove, touchend, touchcancel,
 * tap, longpress, longtap; and starts what a finger starts: pressed states, scrolling, the components' own dragging.
 *
 * Runs in the shell page (Chromium), one per mini-program page, on the page's document. Delivers through events.js.
 * Source: the reference's event page (longpress after 350 ms, a handled longpress suppresses the tap).
 */

import { Drag } from "./drag.js";
import { Hover } from "./hover.js";
import { activate } from "./activation.js";

const LONGPRESS_MS = 350;
/** Assumed: beyond this distance a finger no longer taps. */
const TAP_SLOP_PX = 10;

export class Gestures {
  /** @param {import("../page/page_view.js").PageView} page */
  constructor(page) {
    this.page = page;
    this.hover = new Hover(page);
    this.drag = new Drag(page);
    /** The touch that is going on. */
    this.touch = null;
    this.abort = new page.window.AbortController();
    const { document } = page;
    const on = (type, listener, options = {}) =>
      document.addEventListener(type, listener, { capture: true, signal: this.abort.signal, ...options });
    on("pointerdown", (event) => this.#down(event));
    on("pointermove", (event) => this.#move(event));
    on("pointerup", (event) => this.#up(event));
    on("pointercancel", () => this.#cancel());
    on("mousedown", (event) => this.#mouseDown(event));
    on("wheel", (event) => this.drag.wheel(event), { passive: false });
    on("dragstart", (event) => event.preventDefault());
    on("contextmenu", (event) => event.preventDefault());
    page.window.addEventListener("blur", () => this.#cancel(), { signal: this.abort.signal });
  }

  destroy() {
    this.#cancel();
    this.drag.stop();
    this.hover.destroy();
    this.abort.abort();
  }

  #down(event) {
    if (this.touch || (event.pointerType === "mouse" && event.button !== 0)) return;
    const target = event.target.nodeType === 1 ? event.target : event.target.parentElement;
    const touch = {
      target, pointerId: event.pointerId, x: event.clientX, y: event.clientY, isTap: true, isLong: false, timer: 0,
      last: point(event),
    };
    this.touch = touch;
    this.drag.stop();
    const isHeld = this.#deliver("touchstart", event);
    this.hover.press(target);
    this.drag.down(target, event);
    if (isHeld) this.drag.refuse();
    touch.timer = this.page.window.setTimeout(() => this.#longpress(touch, point(event)), LONGPRESS_MS);
  }

  #longpress(touch, at) {
    if (this.touch !== touch || !touch.isTap || this.drag.isActive) return;
    const { events, window } = this.page;
    touch.isLong = events.isHandled(touch.target, "longpress");
    const detail = { x: at.clientX + window.scrollX, y: at.clientY + window.scrollY };
    const list = [this.#touchPoint(touch.target, at)];
    events.bubble(touch.target, "longpress", { detail, touches: list, changedTouches: list });
    events.bubble(touch.target, "longtap", { detail, touches: list, changedTouches: list });
  }

  #move(event) {
    const { touch } = this;
    if (!touch || event.pointerId !== touch.pointerId) return;
    touch.last = point(event);
    if (event.clientX === touch.x && event.clientY === touch.y && touch.isTap) return;
    const distance = Math.hypot(event.clientX - touch.x, event.clientY - touch.y);
    if (touch.isTap && distance > TAP_SLOP_PX) {
      touch.isTap = false;
      this.page.window.clearTimeout(touch.timer);
    }
    if (this.#deliver("touchmove", event)) this.drag.pass(event);
    else this.drag.move(event);
    if (this.drag.isActive) this.hover.cancel();
  }

  #up(event) {
    const { touch } = this;
    if (!touch || event.pointerId !== touch.pointerId) return;
    this.touch = null;
    this.page.window.clearTimeout(touch.timer);
    this.#deliver("touchend", event, touch);
    const wasDragged = this.drag.isActive;
    this.drag.up(event);
    this.hover.release();
    if (!touch.isTap || touch.isLong || wasDragged) return;
    this.tap(touch.target, point(event));
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
    const list = [this.#touchPoint(target, { ...at, pressure: 1 })];
    const detail = { x: at.clientX + window.scrollX, y: at.clientY + window.scrollY, ...map?.tapDetail?.(at) };
    events.bubble(target, "tap", { detail, touches: list, changedTouches: list });
    activate(this.page, target, at);
  }

  #cancel() {
    const { touch } = this;
    if (!touch) return;
    this.touch = null;
    this.page.window.clearTimeout(touch.timer);
    if (!touch) return false;
    const changedTouches = [this.#touchPoint(touch.target, touch.last)];
    this.page.events.bubble(touch.target, "touchcancel", { detail: {}, touches: [], changedTouches });
    this.drag.cancel();
    this.hover.cancel();
  }

  /** Pressing elsewhere takes the focus from a field, except from one that holds the keyboard. */
  #mouseDown(event) {
    const field = this.page.document.activeElement?.closest?.("wx-input, wx-textarea");
    if (field && !field.contains(event.target) && field.__builtIn?.attributes.holdKeyboard) event.preventDefault();
  }

  /** Returns whether wxs prevented what the finger would move. */
  #deliver(type, event, touch = this.touch) {
    if (!touch) return false;
    const changedTouches = [this.#touchPoint(touch.target, event)];
    const isEnd = type === "touchend";
    const touches = isEnd ? [] : changedTouches;
    return this.page.events.bubble(touch.target, type, { detail: {}, touches, changedTouches });
  }

  /** A point as the program gets it; on a canvas with its place in it. */
  #touchPoint(target, { clientX, clientY, pressure }) {
    const { window } = this.page;
    const canvas = target.closest?.("wx-canvas");
    const box = canvas?.getBoundingClientRect();
    return {
      identifier: 0, clientX, clientY, pageX: clientX + window.scrollX, pageY: clientY + window.scrollY,
      force: pressure || 1, ...(box ? { x: clientX - box.left, y: clientY - box.top } : {}),
    };
  }
}

function point({ clientX, clientY, pressure }) {
  return { clientX, clientY, pressure };
}
