/**
 * The gesture handlers: `pan-gesture-handler` and its seven siblings. They are no boxes: their child has the touch. What
 * belongs to which of them is decided by touch/arena.js; their handlers are worklets.
 *
 * Runs in the shell page (Chromium); loaded with the first page that has one.
 */

import { BuiltIn } from "../built_in.js";

/** What early versions of the renderer called the handlers. */
const EARLY_NAMES = {
  onGestureEvent: "ongesture", onGesture: "ongesture", shouldResponseOnMove: "shouldResponseOnMove",
  shouldAcceptGesture: "shouldAcceptGesture",
};

export class component extends BuiltIn {
  begin() {
    /** Which gesture it knows: `pan`, `long-press` … */
    this.gesture = this.element.localName.slice("wx-".length, -"-gesture-handler".length);
    super.begin();
  }

  connected() {
    this.worklets = this.services.workletsOf(this.element, this.#early());
  }

  /** What a worklet of the program answers; undefined without one. @param {string} name @param {object} event */
  answers(name, event) {
    return this.worklets?.call(name, event);
  }

  /** @param {object} event */
  gestured(event) {
    this.worklets?.call("ongesture", event);
  }

  /** Whether it may have a touch at the same time as another. @param {component} other */
  agreesWith(other) {
    const { simultaneousHandlers: names } = this.attributes;
    return Array.isArray(names) && names.includes(other.text("tag"));
  }

  /** Whether it stands for a scroll area or swiper in it. @param {Element | null} element */
  isFor(element) {
    const view = this.text("nativeView");
    if (!element || (view !== "scroll-view" && view !== "swiper") || !this.element.contains(element)) return false;
    return element.closest(`wx-${view}`) !== null && this.element.contains(element.closest(`wx-${view}`));
  }

  /** What scrolls in the scroll area that it stands for; null if it stands for none. @returns {HTMLElement | null} */
  get area() {
    if (this.text("nativeView") !== "scroll-view") return null;
    return this.element.querySelector("wx-scroll-view")?.__builtIn?.area ?? null;
  }

  /** @returns {Record<string, string> | null} */
  #early() {
    /** @type {Record<string, string>} */
    const given = {};
    for (const [name, event] of Object.entries(EARLY_NAMES)) {
      if (typeof this.attributes[name] === "string") given[event] = this.attributes[name];
    }
    return Object.keys(given).length > 0 ? given : null;
  }
}
