/**
 * What the program sees as `this`: instances of pages and components. Logic process.
 * Methods of all instances stand on one prototype, to which other files add theirs; those of a definition on a prototype
 * below it.
 */

import { clone } from '../base/copy.js';
import { NODE, nodeOfThis } from '../base/node_of.js';
import { boundWorklet } from '../base/worklets.js';

const { apply } = Reflect;
const { toString } = Number.prototype;
let lastSerial = 0;

/** What all instances have. */
export const instancePrototype = {};

/** Gives all instances these methods. */
export function addMethods(methods) {
  for (const name of Object.keys(methods)) {
    Object.defineProperty(instancePrototype, name, { value: methods[name], writable: true, configurable: true });
  }
}

/** Gives all instances members that are read anew each time, from the component behind the instance. */
export function addDerived(members) {
  for (const name of Object.keys(members)) {
    Object.defineProperty(instancePrototype, name, {
      configurable: true,
      get() {
        return members[name](nodeOfThis(this));
      },
      // Programs name fields of their own so (`id` of a page): theirs counts from then on.
      set(value) {
        Object.defineProperty(this, name, { value, writable: true, configurable: true, enumerable: true });
      },
    });
  }
}

const originals = new WeakMap();

/**
 * A page's own field: a copy of a value, or a function that keeps the page as `this` also when it is handed on.
 * Observed: official demo, which registers `this.themeChanged` as a listener.
 */
export function ownField(component, name, instance) {
  const value = component.definition.fields[name];
  if (typeof value !== 'function') return clone(value);
  const bound = boundWorklet(value.bind(instance), value, instance);
  Object.defineProperty(bound, 'name', { value: value.name, configurable: true });
  Object.defineProperty(bound, 'lineNumber', { value: value.lineNumber, configurable: true });
  originals.set(bound, value);
  return bound;
}

/** The function of the definition behind a page's field; any other value as it is. */
export function originalField(value) {
  return typeof value === 'function' && originals.has(value) ? originals.get(value) : value;
}

/** A member that no listing shows. It may be changed: a Proxy must hand out a fixed one as it is. */
function hidden(value) {
  return { value, writable: true, configurable: true };
}

/** Creates the instance of a component; a page also gets `route`, `options` and its own fields. */
export function createInstance(component) {
  const { definition, page } = component;
  const instance = Object.create(definition.prototype);
  lastSerial += 1;
  Object.defineProperties(instance, {
    [NODE]: hidden(() => component),
    __wxWebviewId__: hidden(page.id),
    __wxExparserNodeId__: hidden(apply(toString, lastSerial, [16]).padStart(8, '0')),
  });
  if (definition.fields !== null) {
    for (const name of Object.keys(definition.fields)) give(instance, { [name]: ownField(component, name, instance) });
  }
  instance.data = component.data;
  if (definition.kind === 'component') instance.properties = component.data;
  // What stands for itself alone (logic_in_node) has no path.
  if (component.owner === null && page.path !== '') give(instance, { route: page.path, __route__: page.path, options: { ...page.query } });
  return instance;
}

/** Own members of an instance, whatever it inherits under their names. */
function give(instance, members) {
  for (const name of Object.keys(members)) {
    const value = members[name];
    Object.defineProperty(instance, name, { value, writable: true, enumerable: true, configurable: true });
  }
}
