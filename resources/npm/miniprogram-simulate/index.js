'use strict';

/**
 * What tests of components call: load, render, behavior, match, sleep, scroll. Runs in Jest with jsdom; components run in
 * the base library of Handset, which `handset simulate --serve` compiles for.
 */

const fs = require('fs');
const path = require('path');
const { ask } = require('./lib/compiler');
const { RootComponent } = require('./lib/component');
const { library } = require('./lib/library');
const { Mounted } = require('./lib/mounted');
const { noteTags, partOfDefinition, partOfPath, parts, place, requestFor } = require('./lib/parts');
const { wantStyles } = require('./lib/styles');

library();

/** Notes a component, which `render` mounts, and runs its script. By its path without ending, or defined here. */
function load(component, tagName, options) {
  if (typeof tagName === 'object' && tagName !== null) return load(component, '', tagName);
  const id = noted(component, typeof tagName === 'string' && tagName !== '' ? tagName : 'main', options || {});
  const request = requestFor(id);
  const { program, entry, root, errors } = ask(request);
  const fatal = errors.filter((error) => !isOfTest(error));
  if (fatal.length > 0) throw new Error(fatal.map((error) => path.join(root, error)).join('\n'));
  // A test may rely on markup that only nearly is what it should be.
  for (const error of errors) console.warn(error);
  place(program, root);
  library().addProgram(program);
  Object.assign(parts.get(id), { entry, request: { ...request, is_less: Boolean(options && options.less) } });
  noteTags(id, program.components);
  library().define(entry);
  return id;
}

/** Whether a finding is about a template that the test itself has written. */
const isOfTest = (error) => error.startsWith('handset-simulate/');

function noted(component, tag, { rootPath, usingComponents }) {
  if (typeof component === 'string') {
    if (!fs.existsSync(`${component}.json`)) throw new Error(`invalid componentPath: ${component}`);
    return partOfPath(component, tag, rootPath || path.dirname(component), usingComponents || {});
  }
  if (typeof component !== 'object' || component === null) throw new Error('componentPath must be a string');
  return partOfDefinition(component);
}

/** A component that `load` has noted, with properties. */
function render(id, properties) {
  if (!id) throw new Error('you need to pass the componentId');
  if (!parts.has(id)) return undefined;
  const { entry, request, tag } = parts.get(id);
  wantStyles({ id, request, entry, tag });
  return new RootComponent(new Mounted(entry, tag, properties || {}));
}

/** A behavior that definitions may name. */
function behavior(definition) {
  if (typeof definition !== 'object') throw new Error('definition must be a object');
  return globalThis.Behavior(definition);
}

/** Whether an element is what a piece of markup says. */
function match(dom, html) {
  if (!(dom instanceof window.Element) || !html || typeof html !== 'string') return false;
  const there = dom.cloneNode();
  const wanted = dom.cloneNode();
  there.innerHTML = dom.innerHTML;
  wanted.innerHTML = html.trim().replace(/(>)[\n\r\s\t]+(<)/g, '$1$2');
  return there.isEqualNode(wanted);
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
  const unit = Math.trunc((target - dom[property]) / steps);
  for (let step = 1; step <= steps; step++) {
    setTimeout(() => {
      dom[property] = step === steps ? target : dom[property] + unit;
      dom.dispatchEvent(new window.Event('scroll', { bubbles: true, cancelable: false }));
    }, 0);
  }
}

module.exports = { behavior, load, match, render, scroll, sleep };
