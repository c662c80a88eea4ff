/**
 * Walks through what a program's values reach, the nearest first: from the App, the pages that are open, their
 * components, what modules export, and globals. Logic process; called by `heap.js`.
 *
 * No getter of the program runs. What only a closure holds nobody can see.
 */

import { cutName } from '../base/limits.js';
import { NODE } from '../base/node_of.js';
import { appInstance } from '../pages/app.js';
import { pages } from '../pages/stack.js';
import { loadedModules } from '../modules/require.js';
import { componentByRef, componentsOf } from '../tree/places.js';

const { apply, getOwnPropertyDescriptor, ownKeys } = /** @type {any} */ (Reflect);
const MOST_VALUES = 100000;
/** Of one array or collection. */
const MOST_ITEMS = 10000;
const { entries } = Map.prototype;
const { values } = Set.prototype;
const NAMES_OF_FUNCTIONS = ['length', 'name', 'arguments', 'caller'];
const ownNames = new Set();
const ownValues = new Set();

/** What is global now is none of the program's. */
export function noteOwnGlobals() {
  for (const key of ownKeys(globalThis)) {
    const { value } = getOwnPropertyDescriptor(globalThis, key);
    ownNames.add(key);
    ownValues.add(value);
    if (typeof value === 'function') ownValues.add(value.prototype);
  }
}

/** Values that were reached, each with the one that holds it and under which name. */
class Reached {
  constructor() {
    this.values = [];
    this.holders = [];
    this.names = [];
    /** What values are that were begun with: a page, a component. */
    this.kinds = [];
    this.isCut = false;
    this.places = new Map();
  }

  /** The fields by which a value is reached; empty if it is not. */
  wayTo(value) {
    const place = this.places.get(value);
    return place === undefined ? '' : this.wayToPlace(place);
  }

  /** The same, of the value that was reached as number `place`. */
  wayToPlace(place) {
    const names = [];
    for (let at = place; at >= 0; at = this.holders[at]) names.push(this.names[at]);
    return cutName(names.reverse().join(''));
  }

  take(value, holder, name, kind = '') {
    if (value === null || (typeof value !== 'object' && typeof value !== 'function')) return;
    if (this.places.has(value) || ownValues.has(value)) return;
    if (this.values.length >= MOST_VALUES) {
      this.isCut = true;
      return;
    }
    this.places.set(value, this.values.length);
    this.values.push(value);
    this.holders.push(holder);
    this.names.push(name);
    this.kinds.push(kind);
  }
}

/** @typedef {{size: number, texts: string[], keys: (string|symbol)[]}} Own what a value has of its own; sizes are estimates */

/** @param {(reached: Reached, place: number, own: Own) => void} [visit] is told of each value */
export function reach(visit = () => {}) {
  const reached = new Reached();
  takeRoots(reached);
  for (let place = 0; place < reached.values.length; place += 1) {
    const value = reached.values[place];
    const own = { size: 0, texts: [], keys: [] };
    try {
      own.size = takeMembers(reached, value, place, own);
    } catch (_trap) {
      // A Proxy that refuses.
    }
    visit(reached, place, own);
  }
  return reached;
}

function takeRoots(reached) {
  reached.take(appInstance(), -1, 'getApp()', 'App');
  for (const page of pages.values()) {
    reached.take(page.root.instance, -1, page.path, `Page ${page.path}`);
    for (const { ref, is } of componentsOf(page)) {
      const component = componentByRef(page, ref);
      if (component !== null) reached.take(component.instance, -1, is, `Component ${is}`);
    }
  }
  for (const [path, module] of loadedModules()) reached.take(module.exports, -1, `require('${path}')`);
  for (const key of ownKeys(globalThis)) {
    const field = ownNames.has(key) ? undefined : getOwnPropertyDescriptor(globalThis, key);
    if (field !== undefined) reached.take(field.value, -1, `globalThis.${String(key)}`);
  }
}

/** Notes what a value holds; returns about how many bytes it takes itself. */
function takeMembers(reached, value, place, own) {
  const { texts } = own;
  if (value instanceof ArrayBuffer) return 48 + value.byteLength;
  if (ArrayBuffer.isView(value)) {
    reached.take(value.buffer, place, '.buffer');
    return 64;
  }
  if (Array.isArray(value)) return takeItems(reached, value, place, texts);
  const inside = takeEntries(reached, value, place, texts);
  own.keys = ownKeys(value);
  for (const key of own.keys) {
    if (typeof value === 'function' && NAMES_OF_FUNCTIONS.includes(/** @type {string} */ (key))) continue;
    const field = getOwnPropertyDescriptor(value, key);
    if (field === undefined || !('value' in field) || key === NODE) continue;
    note(reached, field.value, place, typeof key === 'string' ? `.${key}` : `[${String(key)}]`, texts);
  }
  return 48 + 24 * own.keys.length + inside;
}

function takeItems(reached, value, place, texts) {
  const { length } = value;
  if (length > MOST_ITEMS) reached.isCut = true;
  for (let i = 0; i < length && i < MOST_ITEMS; i += 1) {
    const field = getOwnPropertyDescriptor(value, String(i));
    if (field !== undefined && 'value' in field) note(reached, field.value, place, `[${i}]`, texts);
  }
  return 64 + 16 * length;
}

function takeEntries(reached, value, place, texts) {
  const isMap = value instanceof Map;
  if (!isMap && !(value instanceof Set)) return 0;
  const iterator = apply(isMap ? entries : values, value, []);
  let count = 0;
  for (; count < MOST_ITEMS; count += 1) {
    const { done, value: item } = iterator.next();
    if (done) return 40 * count;
    if (!isMap) note(reached, item, place, '.values()', texts);
    else {
      note(reached, item[0], place, '.keys()', texts);
      note(reached, item[1], place, typeof item[0] === 'string' ? `.get('${cutName(item[0])}')` : '.values()', texts);
    }
  }
  reached.isCut = true;
  return 40 * count;
}

function note(reached, value, holder, name, texts) {
  if (typeof value === 'string') texts.push(value);
  else reached.take(value, holder, name);
}
