'use strict';

/**
 * What tests of components call: load, render, behavior, match, sleep, scroll. Runs in Jest with jsdom; components run in
 * the base library of Handset, which `handset simulate --serve` compiles for.
 */

const path = require('path');
const { RootComponent } = require('./lib/component');
const { partOfDefinition, partOfPath, parts, rootOf } = require('./lib/parts');

/** Notes a component; what `render` mounts. By its path without ending, or defined here with a template. */
function load(component, tagName, options) {
  if (typeof tagName === 'object' && tagName !== null) return load(component, '', tagName);
  if (typeof component === 'string') {
    const root = (options && options.rootPath) || path.dirname(component);
    return partOfPath(component, tagName || 'main', root, options && options.usingComponents);
  }
  if (typeof component !== 'object' || component === null) throw new Error('componentPath must be a string');
  return partOfDefinition(component);
}

/** A component that `load` has noted, with properties. */
function render(id, properties) {
  if (!id || parts.get(id) === undefined) throw new Error('you need to pass the componentId');
  return new RootComponent(id, properties || {}, rootOf(id));
}

/** A behavior that definitions may name. */
function behavior(definition) {
  if (typeof definition !== 'object') throw new Error('definition must be a object');
  return { $behavior: definition };
}

/** Whether an element is what a piece of markup says. */
function match(dom, html) {
  if (!(dom instanceof window.Element) || !html || typeof html !== 'string') return false;
  const wanted = dom.cloneNode();
  wanted.innerHTML = html.trim().replace(/(>)[\n\r\s\t]+(<)/g, '$1$2');
  return dom.isEqualNode(wanted);
}

function sleep(time = 0) {
  return new Promise((resolve) => {
    setTimeout(resolve, time);
  });
}

/** Scrolls an element step by step, an event for each. */
function scroll(component, offset = 0, times = 20, property = 'scrollTop') {
  if (!component || !component.dom) throw new Error('invalid params');
  const { dom } = component;
  const target = Math.max(0, offset);
  const steps = typeof times === 'number' && times > 0 ? times : 1;
  const from = dom[property];
  for (let step = 1; step <= steps; step++) {
    setTimeout(() => {
      dom[property] = step === steps ? target : from + Math.trunc((target - from) / steps) * step;
      dom.dispatchEvent(new window.Event('scroll', { bubbles: true, cancelable: false }));
    }, 0);
  }
}

module.exports = { behavior, load, match, render, scroll, sleep };
