/**
 * Input and questions of tests and of the command line: taps, typing, scrolling, places, texts.
 *
 * Runs in the shell page (Chromium); called by page_view.js. Input goes through the DOM as pointer, mouse and keyboard
 * events, so it takes the same way as a finger's. Selectors are those of WXSS (`.row`, `#id`, `view > text`).
 */

import { Driving } from "./driving.js";
import { placeAt, placeOn, pointerAt } from "./pointers.js";
import { shownText, Snapshot } from "./snapshot.js";

const LONGPRESS_MS = 400;

export class Automation {
  /** @param {import("./page_view.js").PageView} page */
  constructor(page) {
    this.page = page;
    this.methods = {
      tree: () => new Snapshot(this.page).of(this.page.document.body),
      tap: (element, params) => this.#tap(element, params),
      longpress: (element, params) => this.#longpress(element, params),
      input: (element, params) => this.#input(element, params),
      scroll: (element, params) => this.#scroll(element, params),
      swipe: (element, params) => this.#swipe(element, params),
      pinch: (element, params) => this.#pinch(element, params),
      rect: (element) => rectOf(element),
      text: (element) => textOf(element),
      at: (_element, params) => nodeAt(this.page.document, params),
      value: (element) => element.__builtIn?.formValue?.() ?? null,
      count: (element, params) => this.#all(params.selector).length,
      exists: (element) => element !== null,
      focus: (element) => element.__builtIn?.focus?.(),
      ...new Driving(page).methods,
      blur: () => /** @type {HTMLElement|null} */ (this.page.document.activeElement)?.blur(),
    };
  }

  /**
   * @param {import("../../shared/wire/automation.js").AutomationAction} action
   */
  run(action) {
    const { name } = action;
    if (!Object.hasOwn(this.methods, name)) throw new Error(`the page view cannot "${name}"`);
    const place = /** @type {{selector?: string, index?: number, id?: number, node?: number}} */ (action);
    const element = this.#find(place);
    if (!element && !["count", "exists", "blur"].includes(name)) {
      throw new Error(place.id === undefined ? `no element for ${place.selector} in ${this.page.path}` : "no such element");
    }
    const result = this.methods[name](element, action);
    return result === undefined ? null : result;
  }

  /** @param {{selector?: string, index?: number, id?: number, node?: number}} params */
  #find({ selector, index = 0, id, node }) {
    if (id !== undefined && node !== undefined) return this.page.dom.element(id, node);
    if (!selector) return this.page.document.body;
    return this.#all(selector)[index] ?? null;
  }

  #all(selector) {
    return [...this.page.document.querySelectorAll(domSelector(selector))];
  }

  #tap(element, { x, y }) {
    const at = placeOn(this.page, element, x, y);
    const { down, up } = pointerAt(this.page, at);
    down();
    up();
  }

  #longpress(element, { x, y }) {
    const { down, up } = pointerAt(this.page, placeOn(this.page, element, x, y));
    down();
    return new Promise((resolve) => {
      this.page.window.setTimeout(() => {
        up();
        resolve(null);
      }, LONGPRESS_MS);
    });
  }

  #swipe(element, { dx = 0, dy = 0, steps = 8, duration = 120 }) {
    const at = placeOn(this.page, element);
    const { down, move, up } = pointerAt(this.page, at);
    down();
    return this.#stepwise(steps, duration, (share) => move({ x: at.x + dx * share, y: at.y + dy * share })).then(up);
  }

  #pinch(element, { x, y, distance = 80, scale = 1, rotation = 0, dx = 0, dy = 0, steps = 8, duration = 120 }) {
    const middle = placeOn(this.page, element, x, y);
    const place = (side, share) => {
      const half = (side * distance * (1 + (scale - 1) * share)) / 2;
      const turned = (rotation * share * Math.PI) / 180;
      return { x: middle.x + dx * share + half * Math.cos(turned), y: middle.y + dy * share + half * Math.sin(turned) };
    };
    const fingers = [-1, 1].map((side) => {
      const at = place(side, 0);
      const kind = { pointerType: "touch", pointerId: side + 3 };
      return { side, ...pointerAt(this.page, placeAt(this.page, at, element), kind) };
    });
    for (const { down } of fingers) down();
    return this.#stepwise(steps, duration, (share) => {
      for (const { side, move } of fingers) move(place(side, share));
    }).then(() => fingers.forEach(({ up }) => up()));
  }

  /** Calls `step` with growing shares of 1 within a time. @param {number} steps @param {number} duration ms */
  #stepwise(steps, duration, step) {
    return new Promise((resolve) => {
      let count = 0;
      const next = () => {
        count += 1;
        step(count / steps);
        if (count < steps) this.page.window.setTimeout(next, duration / steps);
        else resolve(null);
      };
      this.page.window.setTimeout(next, duration / steps);
    });
  }

  /** Types a text over what is there, as from the keyboard. */
  #input(element, { value = "", confirm = false }) {
    const field = element.matches("input, textarea") ? element : element.querySelector("input, textarea");
    if (!field) throw new Error(`${element.localName} takes no text`);
    const { window, document } = this.page;
    field.focus({ preventScroll: true });
    field.select();
    const text = String(value);
    if (!document.execCommand(text === "" ? "delete" : "insertText", false, text)) {
      field.value = text;
      field.dispatchEvent(new window.InputEvent("input", { bubbles: true, data: text }));
    }
    if (!confirm) return;
    for (const type of ["keydown", "keyup"]) {
      field.dispatchEvent(new window.KeyboardEvent(type, { key: "Enter", keyCode: 13, bubbles: true, cancelable: true }));
    }
  }

  #scroll(element, { top, left, dx = 0, dy = 0 }) {
    const area = element === this.page.document.body ? this.page.document.scrollingElement : (element.__builtIn?.area ?? element);
    area.scrollTo({ top: top ?? area.scrollTop + dy, left: left ?? area.scrollLeft + dx, behavior: "instant" });
  }
}

/** Tag names of the markup stand for the elements they become, class names also for those that a component prefixes. */
function domSelector(selector) {
  const isAttribute = /(\[[^\]]*\])/;
  return selector.split(isAttribute).map((part) => (isAttribute.test(part) ? part : domPart(part))).join("");
}

function domPart(part) {
  return part
    .replace(/(^|[\s>+~,(])([a-z][a-z-]*)(?![\w-]*\()/g, (match, before, tag) => {
      if (tag.startsWith("wx-")) return match;
      return before + (tag === "page" ? "body" : `wx-${tag}`);
    })
    .replace(/\.(-?[\p{L}_][\p{L}\d_-]*)/gu, (match, name) => `:is(.${name}, [class$="--${name}"], [class*="--${name} "])`);
}

/** The element of the template at a point of the page: `{id, node}`; null where there is none. */
function nodeAt(document, { x, y }) {
  let element = document.elementFromPoint(x, y);
  while (element && element.__id === undefined) element = element.__portal ?? element.parentNode;
  return element ? { id: element.__id, node: element.__n } : null;
}

function rectOf(element) {
  const { left, top, right, bottom, width, height } = element.getBoundingClientRect();
  return { left, top, right, bottom, width, height };
}

function textOf(element) {
  const value = element.__builtIn?.formValue;
  if (value && element.matches("wx-input, wx-textarea")) return String(element.__builtIn.formValue());
  const parts = [shownText(element)];
  for (const child of element.querySelectorAll("*")) if (child.__id !== undefined) parts.push(shownText(child));
  return parts.filter(Boolean).join(" ");
}
