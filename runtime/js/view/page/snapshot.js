/**
 * What is on the screen, as JSON: the composed tree of elements with places and texts.
 *
 * Runs in the shell page (Chromium); called for tests, the command line and the WXML panel. The inside of built-in
 * components is left out.
 */

/** Reads one page. */
export class Snapshot {
  /** @param {import("./page_view.js").PageView} page */
  constructor(page) {
    this.page = page;
  }

  /**
   * @param {Element} element
   * @returns {{tag: string, attrs: object, rect: object, children: Array, text: string}}
   */
  of(element) {
    const { left, top, width, height } = element.getBoundingClientRect();
    return {
      tag: element === this.page.document.body ? "page" : element.localName.replace(/^wx-/, ""),
      attrs: this.#attributes(element),
      rect: { left: round(left), top: round(top), width: round(width), height: round(height) },
      children: this.#children(element).map((child) => this.of(child)),
      text: shownText(element),
    };
  }

  #attributes(element) {
    const attributes = {};
    for (const { name, value } of element.attributes) attributes[name] = value;
    const { dom } = this.page;
    const given = { ...dom.nodeOf(element)?.attrs, ...element.__attrs, ...element.__builtIn?.attributes };
    for (const [name, value] of Object.entries(given)) {
      if (value !== undefined && typeof value !== "object") attributes[name] = value;
    }
    if (element.__builtIn?.formValue) attributes.value = element.__builtIn.formValue();
    return attributes;
  }

  /** Numbered elements below, across the inside of built-in components. */
  #children(element) {
    const found = [];
    for (const child of (element.__builtIn?.outside ?? element).children) {
      if (child.__id !== undefined) found.push(child);
      else found.push(...this.#children(child));
    }
    return found;
  }
}

/** Text of an element without that of its numbered descendants. */
export function shownText(element) {
  let text = "";
  for (const child of element.childNodes) {
    if (child.nodeType === 3) text += child.data;
    else if (child.nodeType === 1 && child.__id === undefined) text += shownText(child);
  }
  return text.trim();
}

function round(length) {
  return Math.round(length * 100) / 100;
}
