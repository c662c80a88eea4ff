'use strict';

/** What a mounted component shows, as elements of jsdom. An element stays the same as long as its node does. */

class Mirror {
  /** `look`: how tags, classes and styles are written here. */
  constructor(root, look) {
    this.root = root;
    this.look = look;
    /** Fragment → node → element. */
    this.elements = new WeakMap();
    /** Element → its place. */
    this.places = new WeakMap();
  }

  /** Brings everything below the root up to date. */
  update(children) {
    this.fill(this.root, children);
  }

  elementAt({ fragment, node }) {
    const known = this.elements.get(fragment);
    return known === undefined ? undefined : known.get(node);
  }

  fill(parent, children) {
    reconcile(parent, children.map((child) => (typeof child === 'string' ? child : this.element(child))));
  }

  element(described) {
    const { fragment, node, children } = described;
    if (!this.elements.has(fragment)) this.elements.set(fragment, new Map());
    const known = this.elements.get(fragment);
    if (!known.has(node)) {
      const made = document.createElement(this.look.tag(described));
      known.set(node, made);
      this.places.set(made, { fragment, node });
    }
    const element = known.get(node);
    this.dress(element, described);
    this.fill(element, children);
    return element;
  }

  dress(element, { classes, style, data }) {
    const given = new Map();
    const words = classes.map(([word, owner]) => `${this.look.prefix(owner)}${word}`);
    if (words.length > 0) given.set('class', words.join(' '));
    for (const [name, value] of data) given.set(name, value);
    // A style that has gone leaves the attribute.
    if (style !== '' || element.hasAttribute('style')) given.set('style', inPixels(style));
    for (const name of element.getAttributeNames()) if (!given.has(name)) element.removeAttribute(name);
    for (const [name, value] of given) if (element.getAttribute(name) !== value) element.setAttribute(name, value);
  }
}

/** A style as jsdom has it. */
function inPixels(style) {
  return style.replace(/(\d+)rpx/gi, '$1px');
}

/** `wanted`: elements and texts. */
function reconcile(parent, wanted) {
  wanted.forEach((child, index) => {
    const there = parent.childNodes[index];
    if (there === child) return;
    if (typeof child !== 'string') parent.insertBefore(child, there || null);
    else if (there === undefined || there.nodeType !== 3) parent.insertBefore(document.createTextNode(child), there || null);
    else if (there.data !== child) there.data = child;
  });
  while (parent.childNodes.length > wanted.length) parent.removeChild(parent.lastChild);
}

module.exports = { Mirror, inPixels };
