'use strict';

/** One mounted component: its page in the base library, and the elements that it shows. */

const { Component } = require('./component');
const { library, show } = require('./library');
const { Mirror, inPixels } = require('./mirror');
const { isFile, tagOf } = require('./parts');
const { feelTouches } = require('./touches');

class Mounted {
  /** `component`: path in the program; `tag`: its own. */
  constructor(component, tag, properties) {
    this.tag = tag;
    this.properties = properties;
    this.tagOf = ({ tag: written, is }) => (is === undefined ? plainTag(written) : tagOf(is, written));
    this.attrs = () => Object.entries(properties)
      .filter(([name]) => !this.page.root.definition.traits.properties.has(camel(name)))
      .map(([name, value]) => ({ name, value }));
    this.components = new WeakMap();
    const prefix = (owner) => this.prefixOf(owner);
    this.page = library().mount(component, camelNamed(properties));
    this.root = document.createElement(this.page.root.definition.isVirtual ? 'virtual' : tag);
    if (typeof properties.style === 'string') this.root.setAttribute('style', inPixels(properties.style));
    this.mirror = new Mirror(this.root, { tag: this.tagOf, prefix });
    feelTouches(this.root, (element, type, options) => this.dispatch(this.mirror.places.get(element) || null, type, options));
    show(this.page.id, this);
    this.refresh();
  }

  refresh() {
    this.mirror.update(library().elementsOf(this.page.root));
  }

  /** The element at a place, which may be off the screen (content without a slot); the root's without one. */
  elementAt(place) {
    if (place === null) return this.root;
    return this.mirror.elementAt(place) || this.mirror.element(library().shownElement(place.fragment, place.node));
  }

  elementByRef([id, node]) {
    const fragment = this.page.shown.get(id);
    return fragment === undefined ? undefined : this.mirror.elementAt({ fragment, node });
  }

  /** The same object for the same place. */
  componentAt(place) {
    const { fragment, node } = place;
    if (!this.components.has(fragment)) this.components.set(fragment, new Map());
    const known = this.components.get(fragment);
    const inner = library().componentAt(fragment, node);
    const there = known.get(node);
    if (there === undefined || there.node !== inner) known.set(node, new Component(this, place, inner));
    return known.get(node);
  }

  dispatch(place, type, { detail, touches, changedTouches }) {
    library().dispatch(this.page, place, type, {
      detail: detail === undefined || detail === null ? {} : detail,
      touches: touches || {},
      changedTouches: changedTouches || {},
    });
  }

  /** What stands before the classes of a component's template. */
  prefixOf(owner) {
    if (!isFile(owner.path)) return '';
    const place = library().hostPlace(owner);
    return `${place === null ? this.tag : tagOf(owner.path, place.fragment.block.nodes[place.node].tag)}--`;
  }
}

const plainTag = (tag) => (library().isBuiltIn(tag) ? `wx-${tag}` : tag);

function camel(name) {
  return name.replace(/-[a-z]/g, (found) => found[1].toUpperCase());
}

function camelNamed(properties) {
  return Object.fromEntries(Object.entries(properties).map(([name, value]) => [camel(name), value]));
}

module.exports = { Mounted };
