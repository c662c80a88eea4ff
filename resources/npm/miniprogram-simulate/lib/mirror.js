'use strict';

/** The tree of the logic tier as elements of jsdom. An element stays the same as long as its node does. */

class Mirror {
  /** `isBuiltIn`: whether a tag is one of the platform's own. */
  constructor(root, isBuiltIn) {
    this.root = root;
    this.isBuiltIn = isBuiltIn;
    this.elements = new Map();
  }

  /** Brings everything up to date; `children` is what the mounted component shows. */
  update(children, tag) {
    const former = this.elements;
    this.elements = new Map();
    this.fill(this.root, children, former, new Map([[keyOf([]), tag]]), tag);
  }

  element(ref) {
    return this.elements.get(keyOf(ref));
  }

  fill(parent, children, former, tags, outer) {
    const wanted = [];
    for (const child of flat(children)) {
      wanted.push(typeof child === 'string' ? document.createTextNode(child) : this.node(child, former, tags, outer));
    }
    reconcile(parent, wanted);
  }

  node(node, former, tags, outer) {
    const key = keyOf(node.ref);
    const isComponent = node.is !== undefined;
    const name = isComponent || !this.isBuiltIn(node.tag) ? node.tag : `wx-${node.tag}`;
    const kept = former.get(key);
    const element = kept !== undefined && kept.localName === name.toLowerCase() ? kept : document.createElement(name);
    this.elements.set(key, element);
    const prefix = node.in === undefined ? outer : tags.get(keyOf(node.in)) || outer;
    dress(element, node, prefix);
    if (isComponent) tags.set(key, node.tag);
    this.fill(element, node.children, former, tags, outer);
    return element;
  }
}

/** Slots stand around what they show. */
function* flat(children) {
  for (const child of children) {
    if (typeof child !== 'string' && child.tag === 'slot' && child.ref === undefined) yield* flat(child.children);
    else yield child;
  }
}

function keyOf(ref) {
  return ref.join('.');
}

function reconcile(parent, wanted) {
  wanted.forEach((child, index) => {
    const there = parent.childNodes[index];
    if (there === child) return;
    if (there !== undefined && there.nodeType === 3 && child.nodeType === 3) {
      if (there.data !== child.data) there.data = child.data;
      return;
    }
    parent.insertBefore(child, there || null);
  });
  while (parent.childNodes.length > wanted.length) parent.removeChild(parent.lastChild);
}

function dress(element, { attr }, prefix) {
  const given = new Map();
  for (const [name, value] of Object.entries(attr)) {
    if (value === undefined || value === null || name.includes(':')) continue;
    if (name === 'class') {
      const words = String(value).split(/\s+/).filter(Boolean);
      if (words.length > 0) given.set('class', words.map((word) => `${prefix}--${word}`).join(' '));
    } else if (name === 'id') given.set('id', `${value}`);
    else if (name === 'style') {
      if (value !== '') given.set('style', String(value).replace(/(\d+)rpx/gi, '$1px'));
    } else if (name.startsWith('data-')) given.set(name, typeof value === 'object' ? JSON.stringify(value) : `${value}`);
  }
  for (const name of element.getAttributeNames()) if (!given.has(name)) element.removeAttribute(name);
  for (const [name, value] of given) if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}

module.exports = { Mirror };
