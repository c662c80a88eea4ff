/**
 * Tells what the user does on one page, as elements of the program: taps, typing, controls, scrolling. Each is told
 * before the program's events of it go out, so that whoever asks for the tree then gets the one that the user saw.
 *
 * Runs in the shell page; called by the gestures, the built-in components and the scrolling of the page. What nobody
 * listens to is not told: it changes nothing.
 */

import { userAct } from "../../shared/wire/user_acts.js";

const TAKEN = ["tap", "touchstart", "touchmove", "touchend", "longpress", "longtap"];
const SCROLLS = ["scroll", "scrolltolower", "scrolltoupper", "dragstart", "dragging", "dragend"];
/** On them it matters where a finger is. */
const PLACES = "wx-canvas, wx-map";
const RESTS_MS = 200;

const MOST_BEYOND = 12;

/** @typedef {{on: [number, number][], beyond: [number, number][], at: [number, number] | null, taker: any, isTold: boolean, isOnField: boolean}} Press */

export class UserActs {
  /** @param {import("../page/page_view.js").PageView} page @param {import("./user_watch.js").UserWatch | undefined} watch */
  constructor(page, watch) {
    this.page = page;
    this.watch = watch;
    /** What a finger that is down means. @type {Press | null} */
    this.press = null;
    /** Areas that the user moves. @type {Map<Element, number>} */
    this.moving = new Map();
    watch?.follow(page.window);
    page.document.addEventListener("scroll", (event) => this.#scrolled(event.target), { capture: true, passive: true });
  }

  get tells() {
    return this.watch?.tells === true;
  }

  /** A finger comes down. @param {Element} target @param {{clientX: number, clientY: number}} at */
  pressed(target, at) {
    this.press = null;
    if (!this.tells) return;
    for (const area of [...this.moving.keys()]) this.#rests(area);
    this.#tell(userAct.pressed());
    this.press = this.#pressOn(target, at);
  }

  /** It has left where it was. */
  tapped() {
    const press = this.#taken();
    // A control that is brought to a value tells of that, a field of what is typed into it.
    if (press && !press.isOnField && !press.taker.__builtIn?.asksForValue) this.#tell(userAct.tapped({ on: press.on, at: press.at, beyond: press.beyond }));
  }

  /** It stays. */
  pressedLong() {
    const press = this.#taken();
    if (press) this.#tell(userAct.pressedLong({ on: press.on }));
  }

  /** It has moved and left. @param {Element} target @param {number} dx @param {number} dy @param {boolean} isMoving something follows it */
  dragged(target, dx, dy, isMoving) {
    const press = this.#taken();
    if (!press || press.isTold) return;
    if (isMoving || this.page.events.isHandled(target, "touchmove")) this.#tell(userAct.dragged({ on: press.on, dx, dy }));
  }

  /** A control stands at another value. @param {Element} element @param {unknown} value */
  brought(element, value) {
    if (!this.tells) return;
    if (this.press) this.press.isTold = true;
    this.#tell(userAct.brought({ on: this.#named(element), value }));
  }

  /** @param {Element} element @param {string} value */
  typed(element, value) {
    if (this.tells) this.#tell(userAct.typed({ on: this.#named(element), value }));
  }

  /** @param {Element} element @param {string} value */
  confirmed(element, value) {
    if (this.tells) this.#tell(userAct.confirmed({ on: this.#named(element), value }));
  }

  /** A field loses the focus. @param {Element} element */
  left(element) {
    if (this.tells && this.page.events.listens(element, "blur")) this.#tell(userAct.left({ on: this.#named(element) }));
  }

  /** The user moves an area, or the page. @param {Element} area */
  scrolls(area) {
    if (!this.tells) return;
    if (this.press) this.press.isTold = true;
    if (!this.moving.has(area)) this.moving.set(area, 0);
  }

  /** Whether it is the user who moves it. @param {Element} area */
  isScrolling(area) {
    return this.moving.has(area);
  }

  /** The page is at its end. */
  reachedBottom() {
    this.#tell(userAct.reachedBottom());
  }

  pulledDown() {
    if (!this.tells) return;
    if (this.press) this.press.isTold = true;
    this.#tell(userAct.pulledDown());
  }

  /** What a finger means that is down, if somebody listens to it. */
  #taken() {
    return this.press && this.press.on.length > 0 ? this.press : null;
  }

  /** @returns {Press} */
  #pressOn(target, at) {
    const taken = this.#takenFrom(target);
    if (!taken) return { on: [], beyond: [], at: null, taker: null, isTold: false, isOnField: false };
    const { path, taker, around } = taken;
    const press = {
      on: [], beyond: [], at: null, taker, isTold: false, isOnField: isBeyondField(target, taker),
    };
    const place = target.closest(PLACES);
    const alike = place ? [] : path.filter((element) => this.#middleTaker(element) === taker);
    if (alike.length > 0) {
      const beyond = around.filter((element) => this.#middleTaker(element) === taker);
      return { ...press, on: alike.map(numbers), beyond: beyond.map(numbers) };
    }
    // The middle of it would mean something else.
    const named = /** @type {Element} */ (this.page.events.numbered(place ?? target));
    const { left, top } = named.getBoundingClientRect();
    return { ...press, on: [numbers(named)], at: [rounded(at.clientX - left), rounded(at.clientY - top)] };
  }

  /** From what was hit to the one that takes it; null if nobody does. */
  #takenFrom(target) {
    const { events } = this.page;
    const origin = events.numbered(target);
    if (!origin || target.closest("wx-button[disabled]")) return null;
    const path = events.path(origin);
    const at = path.findIndex((element) => this.#takes(element));
    if (at >= 0) {
      const around = path.slice(at + 1, at + 1 + MOST_BEYOND);
      return { path: path.slice(0, at + 1), taker: path[at], around };
    }
    return TAKEN.some((type) => this.page.dom.slotTypes.has(type)) ? { path: [origin], taker: origin, around: [] } : null;
  }

  #takes(element) {
    const builtIn = element.__builtIn;
    if (builtIn?.tapped || builtIn?.gesture || builtIn?.canDrag) return true;
    return TAKEN.some((type) => this.page.events.listens(element, type));
  }

  /** Who would take a finger in the middle of an element. */
  #middleTaker(element) {
    const { left, top, width, height } = element.getBoundingClientRect();
    if (width <= 0 || height <= 0) return null;
    const hit = this.page.document.elementFromPoint(left + width / 2, top + height / 2);
    return hit ? this.#takenFrom(hit)?.taker : null;
  }

  #scrolled(target) {
    const area = target === this.page.document ? this.page.document.scrollingElement : target;
    if (!this.moving.has(area)) return;
    const { window } = this.page;
    window.clearTimeout(this.moving.get(area));
    this.moving.set(area, window.setTimeout(() => this.#rests(area), RESTS_MS));
  }

  #rests(area) {
    this.page.window.clearTimeout(this.moving.get(area));
    this.moving.delete(area);
    const { scrollTop: top, scrollLeft: left } = area;
    if (area === this.page.document.scrollingElement) {
      this.#tell(userAct.scrolled({ on: [], top, left }));
      return;
    }
    const named = this.page.events.numbered(area);
    if (named && SCROLLS.some((type) => this.page.events.listens(named, type))) {
      this.#tell(userAct.scrolled({ on: [numbers(named)], top, left }));
    }
  }

  #named(element) {
    const named = this.page.events.numbered(element);
    return named ? [numbers(named)] : [];
  }

  #tell(act) {
    this.watch?.tell(this.page.pageId, act);
  }
}

/** Whether a finger goes into a field, and something around that hears of it by the way. @param {Element} target @param {Element} taker */
function isBeyondField(target, taker) {
  const field = /** @type {any} */ (target.closest("wx-input, wx-textarea"));
  return field !== null && taker !== field && taker.contains(field) && !field.__builtIn?.is("disabled");
}

/** @returns {[number, number]} */
function numbers(element) {
  return [element.__id, element.__n];
}

function rounded(length) {
  return Math.round(length * 10) / 10;
}
