'use strict';

/** Components and elements as tests see them. */

const { forget, library } = require('./library');
const { marked, snapshotOf } = require('./snapshot');
const { touched } = require('./touches');

/** An element of a mounted component: `place` in a template, `node` the component there (null: a built-in one). */
class Component {
  constructor(mounted, place, node) {
    this.mounted = mounted;
    this.place = place;
    this.node = node;
  }

  get dom() {
    return this.mounted.elementAt(this.place);
  }

  get instance() {
    if (this.node !== null) return this.node.instance;
    const { fragment, node } = this.place;
    return library().plainInstance(fragment, node);
  }

  get data() {
    return this.node === null ? {} : this.node.data;
  }

  querySelector(selector) {
    return this.querySelectorAll(selector)[0];
  }

  querySelectorAll(selector) {
    if (this.node === null) return [];
    return library().find(this.node, selector).map((place) => this.mounted.componentAt(place));
  }

  setData(data, callback) {
    if (this.node !== null) this.node.instance.setData(data);
    if (typeof callback === 'function') Promise.resolve().then(callback);
  }

  /** Comes as from a page: after what the test is doing. */
  dispatchEvent(type, options = {}) {
    const { dom } = this;
    Promise.resolve().then(() => {
      if (dom !== undefined && touched(dom, type, options)) return;
      if (dom !== undefined) dom.dispatchEvent(new window.CustomEvent(type, options));
      this.mounted.dispatch(this.place, type, options);
    });
  }

  addEventListener(type, handler, capture = false) {
    const isCapture = isCapturing(capture);
    library().heardBy(this.node, this.place).push({ node: this.place && this.place.node, type, handler, isCapture });
  }

  removeEventListener(type, handler, capture = false) {
    const heard = library().heardBy(this.node, this.place);
    const isCapture = isCapturing(capture);
    const at = heard.findIndex((one) => one.type === type && one.handler === handler && one.isCapture === isCapture);
    if (at >= 0) heard.splice(at, 1);
  }

  triggerLifeTime(name, ...args) {
    if (this.node !== null) library().lifetime(this.node, name, args);
  }

  triggerPageLifeTime(name, ...args) {
    if (this.node !== null) library().pageLifetime(this.node, name, args);
  }

  toJSON() {
    const { fragment, node } = this.place;
    return snapshotOf(library().snapshotOf(fragment, node), this.mounted.tagOf);
  }
}

/** The component that a test has mounted. */
class RootComponent extends Component {
  constructor(mounted) {
    super(mounted, null, mounted.page.root);
    this.parentNode = null;
  }

  attach(parent) {
    parent.appendChild(this.dom);
    this.parentNode = parent;
    library().attach(this.mounted.page);
  }

  detach() {
    if (this.parentNode === null) return;
    this.parentNode.removeChild(this.dom);
    this.parentNode = null;
    library().detach(this.mounted.page);
    forget(this.mounted.page.id);
  }

  toJSON() {
    const { tag, attrs, tagOf } = this.mounted;
    const children = library().snapshotBelow(this.node)
      .map((child) => (typeof child === 'string' ? child : snapshotOf(child, tagOf)));
    if (this.node.definition.isVirtual) return children[0];
    // As the original: the name of a built-in component stands for that one here.
    return marked({ tagName: tagOf({ tag }), event: {}, attrs: attrs(), children });
  }
}

function isCapturing(capture) {
  return typeof capture === 'object' && capture !== null ? Boolean(capture.capture) : Boolean(capture);
}

module.exports = { Component, RootComponent };
