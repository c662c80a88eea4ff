/**
 * What every built-in component with behaviour of its own is made of. A component draws the inside of its element,
 * reacts to attributes and reports events; the element itself, its id, classes and styles belong to page/values.js.
 *
 * Runs in the shell page (Chromium). Made by page/values.js for each element; reaches its page through `tree.page`.
 */

export class BuiltIn {
  /** Attributes with a text that are shown in the DOM, for selectors of style sheets. */
  static reflects = /** @type {string[]} */ ([]);
  /** Attributes that are shown in the DOM while they are true: empty text and 0 are false. */
  static switches = /** @type {string[]} */ ([]);

  /**
   * Draws the inside once per block; clones share it. Returns the element that holds the children.
   * @param {HTMLElement} element @param {object} node the node of the block definition
   * @returns {HTMLElement|undefined|void}
   */
  static skeleton(element, node) {
    return undefined;
  }

  /**
   * @param {HTMLElement} element @param {object} attributes static ones, camelCase
   * @param {import("../page/tree.js").Tree} tree
   */
  constructor(element, attributes, tree) {
    this.element = element;
    this.attributes = { ...attributes };
    this.tree = tree;
    this.hasBegun = false;
  }

  get page() {
    return this.tree.page;
  }

  /** What the component may ask of the phone and the host. */
  get services() {
    return this.page.services;
  }

  get window() {
    return this.tree.window;
  }

  get document() {
    return this.tree.document;
  }

  /** All attributes are known; the element is not in the document yet, its children do not exist yet. */
  begin() {
    this.hasBegun = true;
    this.draw();
  }

  /** Shows all attributes. */
  draw() {}

  /** The element is in the document, with its children. */
  connected() {}

  /** @param {string} name camelCase @param {unknown} value undefined = absent */
  assign(name, value) {
    const before = this.attributes[name];
    this.attributes[name] = value;
    if (this.hasBegun) this.changed(name, value, before);
  }

  /** An attribute was set again, perhaps to the same value. @param {string} name @param {any} value @param {any} before */
  changed(name, value, before) {
    this.draw();
  }

  /** Class or inline style of the element changed. */
  restyled() {}

  /** `hidden` was set, perhaps before the element is in the document. */
  hiddenChanged() {}

  /** One of the elements of `observeSizes` has another size; they are in the document and laid out. */
  sized() {}

  /** The element is gone: timers and observers end. */
  removed() {
    this.sizes?.disconnect();
  }

  /** What the user did that no attribute knows; undefined = nothing. @returns {any} */
  keep() {
    return undefined;
  }

  /** @param {any} state of `keep` */
  restore(state) {}

  /** Calls `sized` whenever an element is laid out in another size, first as soon as it has one. @param {...Element} elements */
  observeSizes(...elements) {
    this.sizes?.disconnect();
    this.sizes = new this.window.ResizeObserver(() => {
      if (this.element.isConnected && isLaidOut(this.element)) this.sized();
    });
    for (const element of elements) this.sizes.observe(element);
  }

  /** Reports an event. @param {string} type @param {object} [detail] */
  emit(type, detail = {}) {
    this.page.events.emit(this.element, type, detail);
  }

  /** Attribute as text. @param {string} name @param {string} fallback */
  text(name, fallback = "") {
    const value = this.attributes[name];
    return value === undefined || value === null ? fallback : String(value);
  }

  /** Attribute as truth: "false" is true, empty text and 0 are not, as on the platform. @param {string} name @param {boolean} fallback */
  is(name, fallback = false) {
    const value = this.attributes[name];
    return value === undefined ? fallback : Boolean(value);
  }

  /** Attribute as number. @param {string} name @param {number} fallback */
  number(name, fallback) {
    const value = this.attributes[name];
    if (value === undefined || value === null || value === "") return fallback;
    const found = Number(value);
    return Number.isNaN(found) ? fallback : found;
  }

  /** The components of one tag inside. @param {string} tag as in the DOM @returns {any[]} */
  all(tag) {
    return [...this.element.querySelectorAll(tag)].map((element) => element.__builtIn);
  }

  /** The first element inside that carries a class. @param {string} name @returns {HTMLElement} */
  inside(name) {
    return /** @type {HTMLElement} */ (this.element.getElementsByClassName(name)[0]);
  }

  /** Classes for an inner element, as the markup around the component means them. @param {unknown} classes */
  scoped(classes) {
    return this.tree.scopeOf(this.element).classes(classes);
  }
}

/** Whether an element has a place on the page: neither it nor what is around it is hidden. @param {Element} element */
export function isLaidOut(element) {
  return element.getClientRects().length > 0;
}

/**
 * An element of the inside of a component.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {HTMLElement} parent @param {Tag} tag @param {string} className @returns {HTMLElementTagNameMap[Tag]}
 */
export function inner(parent, tag, className) {
  const element = parent.ownerDocument.createElement(tag);
  if (className) element.className = className;
  parent.append(element);
  return element;
}
