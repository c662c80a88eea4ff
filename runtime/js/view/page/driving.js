/**
 * What drivers of a page ask of its elements and do with them, beyond what automation.js has for tests and commands:
 * places in the page, properties of elements and components, fingers one by one, events, functions in this realm.
 *
 * Runs in the shell page (Chromium); called by automation.js with the element that is meant (the body if none is).
 */

import { placeAt, placeOn, pointerAt } from "./pointers.js";

/** The fingers of a driver begin here; lower numbers are the mouse and those of a pinch. */
const FIRST_FINGER = 10;
const TOUCHES = /^(touch|tap$|longpress$|longtap$)/;

export class Driving {
  /** @param {import("./page_view.js").PageView} page */
  constructor(page) {
    this.page = page;
    /** The fingers that are down, by their identifier. @type {Map<number, import("./pointers.js").Pointer>} */
    this.fingers = new Map();
    this.methods = {
      place: (element) => this.#place(element),
      domProperties: (element, { names }) => names.map((name) => plain(element[name])),
      properties: (element, { names }) => names.map((name) => plain(this.#property(element, name))),
      styles: (element, { names }) => this.#styles(element, names),
      extent: (element) => this.#extent(element),
      windowProperties: (_element, { names }) => names.map((name) => this.#windowProperty(name)),
      touch: (element, params) => this.#touch(element, params),
      dispatch: (element, params) => this.#dispatch(element, params),
      bring: (element, { value }) => bring(element, value),
      operate: (element, params) => this.#operate(element, params),
      callInPage: (_element, params) => this.#callInPage(params),
    };
  }

  /** In the page, whatever of it is seen. */
  #place(element) {
    const { left, top, width, height } = element.getBoundingClientRect();
    const { scrollX, scrollY } = this.page.window;
    return { left: left + scrollX, top: top + scrollY, width, height };
  }

  #styles(element, names) {
    const style = this.page.window.getComputedStyle(element);
    return names.map((name) => style.getPropertyValue(name) || String(style[name] ?? ""));
  }

  /** What the user has made of a built-in component, else what its attribute says. */
  #property(element, name) {
    const builtIn = element.__builtIn;
    if (name === "value" || name === "checked") {
      const value = builtIn?.formValue?.();
      if (value !== undefined) return value;
    }
    if (name === "current" && typeof builtIn?.current === "number") return builtIn.current;
    if (["scrollTop", "scrollLeft"].includes(name) && builtIn?.area) return builtIn.area[name];
    if (name === "dataset") return this.page.dom.dataset(element);
    if (name === "_translateX" || name === "_translateY") return builtIn?.[name.at(-1)?.toLowerCase() ?? ""];
    return this.page.dom.attribute(element, name.replace(/-([a-z])/g, (_, letter) => letter.toUpperCase()));
  }

  #extent(element) {
    const isPage = element === this.page.document.body;
    const area = isPage ? this.page.document.scrollingElement : (element.__builtIn?.area ?? element);
    const { scrollTop, scrollLeft, scrollWidth, scrollHeight, clientWidth, clientHeight } = area;
    return { scrollTop, scrollLeft, scrollWidth, scrollHeight, clientWidth, clientHeight };
  }

  /** `innerWidth`, `document.documentElement.scrollHeight`. */
  #windowProperty(path) {
    let value = /** @type {any} */ (this.page.window);
    for (const name of path.split(".")) {
      if (value === null || value === undefined) return null;
      value = value[name];
    }
    return plain(value);
  }

  /** Fingers come down, move, leave. Without any, one comes down in the middle of the element, and all leave. */
  #touch(element, { phase, fingers = [] }) {
    const down = phase === "end" || phase === "cancel" ? [...this.fingers.keys()].map((identifier) => ({ identifier })) : [];
    const meant = fingers.length > 0 ? fingers : down.length > 0 ? down : [{}];
    for (const { identifier = 0, x = null, y = null } of /** @type {import("../../shared/wire/automation.js").Finger[]} */ (meant)) {
      const at = x === null || y === null ? null : { x, y };
      if (phase === "start") this.#fingerDown(element, identifier, at);
      const finger = this.fingers.get(identifier);
      if (!finger) throw new Error(`no finger ${identifier} is down`);
      if (phase === "move" && at) finger.move(at);
      if (phase === "start" || phase === "move") continue;
      this.fingers.delete(identifier);
      if (phase === "end") finger.up();
      else finger.cancel();
    }
  }

  #fingerDown(element, identifier, at) {
    this.fingers.get(identifier)?.cancel();
    const place = at ? placeAt(this.page, at, element) : placeOn(this.page, element);
    // The first one presses as the mouse does, so that fields get the focus; a second finger is none of the mouse's.
    const isFirst = this.fingers.size === 0;
    const kind = isFirst ? {} : { pointerType: "touch", pointerId: FIRST_FINGER + identifier };
    const finger = pointerAt(this.page, place, kind);
    this.fingers.set(identifier, finger);
    finger.down();
  }

  /** An event as an element or a finger makes it. */
  #dispatch(element, { type, detail = {}, touches = [], changedTouches = touches, bubbles }) {
    const { events } = this.page;
    if (bubbles ?? TOUCHES.test(type)) events.bubble(element, type, { detail, touches, changedTouches });
    else events.emit(element, type, detail);
  }

  /** What is more than one movement of a finger on a built-in component. */
  #operate(element, { method, numbers }) {
    const builtIn = element.__builtIn;
    if (typeof builtIn?.[method] !== "function") throw new Error(`${element.localName.replace(/^wx-/, "")} has no ${method}`);
    builtIn[method](...numbers);
  }

  async #callInPage({ declaration, args = [] }) {
    const fn = /** @type {any} */ (this.page.window).eval(`(${declaration}\n)`);
    if (typeof fn !== "function") throw new Error("functionDeclaration is no function");
    return plain(await fn(...args));
  }
}

/** A control that the user brings to a value by several movements. */
function bring(element, value) {
  const builtIn = element.__builtIn;
  if (typeof builtIn?.bring !== "function") throw new Error(`${element.localName.replace(/^wx-/, "")} takes no value`);
  builtIn.bring(value);
}

/** A value as the wire takes it. */
function plain(value) {
  if (value === undefined || value === null) return null;
  if (typeof value !== "object") return typeof value === "function" || typeof value === "symbol" ? null : value;
  const text = JSON.stringify(value);
  return text === undefined ? null : JSON.parse(text);
}
