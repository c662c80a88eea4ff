/**
 * Pressed states: `hover-class` of view, button and navigator, with its delays.
 *
 * Runs in the shell page (Chromium); driven by gestures.js. Source: the reference of view, button and navigator
 * (start and stay times, `hover-stop-propagation`).
 */

const DEFAULTS = {
  "WX-VIEW": { hoverClass: "none", start: 50, stay: 400 },
  "WX-BUTTON": { hoverClass: "button-hover", start: 20, stay: 70 },
  "WX-NAVIGATOR": { hoverClass: "navigator-hover", start: 50, stay: 600 },
};

export class Hover {
  /** @param {import("../page/page_view.js").PageView} page */
  constructor(page) {
    this.page = page;
    /** @type {{element: Element, classes: string, isShown: boolean, timer: number, stay: number}[]} */
    this.pressed = [];
    this.timers = new Set();
  }

  /** A finger went down on an element. @param {Element} target */
  press(target) {
    this.cancel();
    const origin = this.page.events.numbered(target);
    if (!origin) return;
    const { dom } = this.page;
    for (const element of this.page.events.path(origin)) {
      const defaults = DEFAULTS[element.tagName];
      if (!defaults) continue;
      const hoverClass = dom.attribute(element, "hoverClass") ?? defaults.hoverClass;
      const isOff = !hoverClass || hoverClass === "none" || dom.attribute(element, "disabled");
      if (!isOff) this.#schedule(element, hoverClass, defaults);
      if (dom.attribute(element, "hoverStopPropagation")) return;
    }
  }

  /** The finger went up: the state stays a while. */
  release() {
    const held = this.pressed;
    this.pressed = [];
    for (const press of held) {
      // A short tap still shows the state.
      if (!press.isShown) this.#show(press);
      this.page.window.clearTimeout(press.timer);
      this.#later(press.stay, () => this.#hide(press));
    }
  }

  /** The finger does something else: the state ends at once. */
  cancel() {
    for (const press of this.pressed) {
      this.page.window.clearTimeout(press.timer);
      this.#hide(press);
    }
    this.pressed = [];
  }

  /** Shows the pressed state of one element without a finger, or ends that. @param {Element} element @param {boolean} isOn */
  hold(element, isOn) {
    const defaults = DEFAULTS[element.tagName];
    const hoverClass = defaults ? (this.page.dom.attribute(element, "hoverClass") ?? defaults.hoverClass) : "none";
    if (!hoverClass || hoverClass === "none") return;
    const press = { element, classes: this.page.dom.scopeOf(element).classes(hoverClass), isShown: !isOn };
    if (isOn) this.#show(press);
    else this.#hide(press);
  }

  destroy() {
    for (const timer of this.timers) this.page.window.clearTimeout(timer);
    this.cancel();
  }

  #schedule(element, hoverClass, defaults) {
    const { dom } = this.page;
    const classes = dom.scopeOf(element).classes(hoverClass);
    const press = {
      element, classes, isShown: false, timer: 0, stay: number(dom.attribute(element, "hoverStayTime"), defaults.stay),
    };
    this.pressed.push(press);
    press.timer = this.#later(number(dom.attribute(element, "hoverStartTime"), defaults.start), () => this.#show(press));
  }

  #show(press) {
    press.isShown = true;
    press.element.__hover = press.classes;
    press.element.classList.add(...press.classes.split(" ").filter(Boolean));
  }

  #hide(press) {
    if (!press.isShown) return;
    press.isShown = false;
    press.element.__hover = "";
    press.element.className = this.page.dom.writtenClasses(press.element);
  }

  #later(delay, callback) {
    const timer = this.page.window.setTimeout(() => {
      this.timers.delete(timer);
      callback();
    }, delay);
    this.timers.add(timer);
    return timer;
  }
}

function number(value, fallback) {
  const found = Number(value);
  return value === undefined || value === null || value === "" || Number.isNaN(found) ? fallback : found;
}
