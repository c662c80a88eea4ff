/**
 * What wxs may do with an element: the page view's side of component descriptors. What wxs itself gets is made of
 * this in its own realm (realm_glue.js); only texts, numbers and truth values go there.
 *
 * Runs in the shell page (Chromium); owned by page_wxs.js. Sends the events `callMethod` and `triggerEvent`.
 * Source: the wxs event page of the reference.
 */

import { inlineStyle } from "../page/css_text.js";

const IDENTIFIER = "-?[\\p{L}_][\\p{L}\\d_-]*";

/** What wxs has put over the markup of one element. */
class Overlay {
  constructor() {
    /** [property, value, priority] that outrank the markup's inline style. */
    this.style = [];
    this.added = new Set();
    this.removed = new Set();
    /** Of the realm that `maker` makes descriptors in. */
    this.descriptor = null;
    this.maker = null;
  }
}

export class Descriptors {
  /** @param {import("../page/page_view.js").PageView} page @param {(api: object) => object} make in the realm */
  constructor(page, make) {
    this.page = page;
    this.make = make;
  }

  /** The descriptor of an element; the page's is that of its body. @param {Element} element */
  of(element) {
    element.__wxs ??= new Overlay();
    const overlay = element.__wxs;
    if (overlay.maker !== this.make) {
      overlay.maker = this.make;
      overlay.descriptor = this.make(this.#api(element));
    }
    return overlay.descriptor;
  }

  #api(element) {
    const { page } = this;
    const isPage = element === page.document.body;
    return {
      select: (selector, limit, take) => this.#select(element, selector, limit, take),
      setStyle: (text) => {
        if (!isPage) this.#setStyle(element, JSON.parse(text));
      },
      addClass: (name) => this.#setClass(element, name, true),
      removeClass: (name) => this.#setClass(element, name, false),
      hasClass: (name) => this.#scoped(element, name).some((token) => element.classList.contains(token)),
      dataset: () => JSON.stringify(page.dom.dataset(element)),
      computedStyle: (names) => JSON.stringify(this.#computed(element, JSON.parse(names))),
      rect: () => JSON.stringify(element.getBoundingClientRect()),
      callMethod: (name, args) => this.#toLogic(element, "callMethod", { name, args: value(args) }),
      triggerEvent: (name, detail, options) => this.#trigger(element, name, value(detail), value(options)),
      requestAnimationFrame: (fn) => page.window.requestAnimationFrame(fn),
      setTimeout: (fn, ms) => page.window.setTimeout(fn, ms),
      clearTimeout: (id) => page.window.clearTimeout(id),
    };
  }

  /** Elements of the same template tree: of a component its own, of any other element what lies in it. */
  #select(element, selector, limit, take) {
    const { dom, document } = this.page;
    const shadow = dom.shadowOf(element);
    const isRoot = shadow !== null || element === document.body;
    const owner = isRoot ? (element === document.body ? null : element) : dom.ownerOf(element);
    const scope = shadow?.scope ?? dom.scopeOf(element);
    let count = 0;
    for (const candidate of element.querySelectorAll(domSelector(selector, scope))) {
      if (candidate.__id === undefined || dom.ownerOf(candidate) !== owner) continue;
      take(this.of(candidate));
      count += 1;
      if (count >= limit) break;
    }
  }

  /** Takes the place of what an earlier call set. Assumed: as one segment of the style, not name by name. */
  #setStyle(element, style) {
    const text = typeof style === "string" ? style : cssText(style ?? {});
    const scratch = this.page.document.createElement("i").style;
    scratch.cssText = inlineStyle(text, this.page.dom.rpx);
    element.__wxs.style = [...scratch].map((name) => [name, scratch.getPropertyValue(name), scratch.getPropertyPriority(name)]);
    this.page.dom.values.restyleElement(element);
  }

  #setClass(element, name, isOn) {
    const { added, removed } = element.__wxs;
    for (const token of this.#scoped(element, name)) {
      added.delete(token);
      removed.delete(token);
      (isOn ? added : removed).add(token);
    }
    this.page.dom.values.reclassElement(element);
  }

  #scoped(element, name) {
    return this.page.dom.scopeOf(element).classes(name).split(" ").filter(Boolean);
  }

  #computed(element, names) {
    const style = this.page.window.getComputedStyle(element);
    return Object.fromEntries(names.map((name) => [name, style.getPropertyValue(kebabCase(String(name)))]));
  }

  #trigger(element, name, detail, options) {
    const isComponent = this.page.dom.shadowOf(element) !== null;
    if (isComponent) this.#toLogic(element, "triggerEvent", { name, detail, options });
    else if (element !== this.page.document.body) this.page.events.emit(element, name, detail);
  }

  #toLogic(element, type, detail) {
    const { page } = this;
    if (element === page.document.body) page.events.plain(type, detail);
    else if (element.hasAttribute("is")) page.events.request(element, type, detail);
    else page.log("warn", `${type} "${detail.name}": only pages and components have methods, <${element.localName.slice(3)}> has none`);
  }
}

function value(text) {
  return text === undefined ? undefined : JSON.parse(text);
}

function cssText(style) {
  return Object.entries(style).map(([name, given]) => `${kebabCase(name)}:${given}`).join(";");
}

function kebabCase(name) {
  return name.startsWith("--") ? name : name.replace(/[A-Z]/g, (letter) => "-" + letter.toLowerCase());
}

/** A selector of the markup (`#id`, `.class`, descendants) for the document, where classes carry prefixes. */
function domSelector(selector, scope) {
  return selector
    .replace(/>>>/g, " ")
    .replace(new RegExp(`\\.(${IDENTIFIER})`, "gu"), (_, name) => `.${scope.classes(name).split(" ")[0]}`)
    .replace(/#([^\s>.#,]+)/g, (_, id) => `[id="${id}"]`);
}
