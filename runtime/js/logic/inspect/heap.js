/**
 * What a program holds, as far as one can see: its values by constructor, and pages that were unloaded. Logic process;
 * asked by the evaluator (message Inspect), after the process has freed what nobody reaches.
 */

import { cutName } from '../base/limits.js';
import { pagesStillHeld } from '../pages/left_pages.js';
import { reach } from './reachable.js';

const { getOwnPropertyDescriptor, getPrototypeOf } = /** @type {any} */ (Reflect);
const MOST_KINDS = 200;
/** So many objects with the same members are a kind of their own. */
const OF_A_SHAPE = 20;
const SHOWN_KEYS = 5;
/** Texts that are longer are counted once, however many hold them. */
const SHORT_TEXT = 64;

/** For each page that is still there its path, and behind a line break the way to it; empty if none can be seen. */
export function leftPages() {
  const held = pagesStillHeld();
  if (held.length === 0) return [];
  const reached = reach();
  return held.map(({ path, value }) => `${path}\n${reached.wayTo(value)}`);
}

/** The values that can be reached, by constructor, those that take most room first. Sizes are estimates. */
export function heapCensus() {
  const kinds = new Map();
  const longTexts = new Set();
  const count = (name, size, place) => add(kinds, { name, count: 1, size, largest: size, place });
  const reached = reach(({ values, kinds: begun }, place, { size, texts, keys }) => {
    const name = begun[place] || kindOf(values[place]);
    count(name === 'Object' ? shapeOf(keys) : name, size, place);
    for (const text of texts) {
      if (text.length > SHORT_TEXT && longTexts.has(text)) continue;
      if (text.length > SHORT_TEXT) longTexts.add(text);
      count('(string)', 16 + text.length, place);
    }
  });
  const sorted = [...withoutRareShapes(kinds).values()].sort((one, other) => other.size - one.size);
  return {
    values: reached.values.length,
    is_cut: reached.isCut || sorted.length > MOST_KINDS,
    kinds: sorted.slice(0, MOST_KINDS).map(({ name, count: number, size, place }) => ({
      name, count: number, size, way: reached.wayToPlace(place),
    })),
  };
}

/** One more of a kind, or many. */
function add(kinds, more) {
  const kind = kinds.get(more.name);
  if (kind === undefined) {
    kinds.set(more.name, more);
    return;
  }
  kind.count += more.count;
  kind.size += more.size;
  if (more.largest > kind.largest) Object.assign(kind, { largest: more.largest, place: more.place });
}

/** Plain objects are told apart by their members. */
function shapeOf(keys) {
  const names = [];
  for (let i = 0; i < keys.length && i < SHOWN_KEYS; i += 1) names.push(String(keys[i]));
  return cutName(`Object {${names.join(', ')}${keys.length > SHOWN_KEYS ? ', …' : ''}}`);
}

function withoutRareShapes(kinds) {
  const found = new Map();
  for (const kind of kinds.values()) {
    const isRare = kind.name.startsWith('Object {') && kind.count < OF_A_SHAPE;
    add(found, isRare ? { ...kind, name: 'Object' } : kind);
  }
  return found;
}

/** The name of the constructor that a value says it has. */
function kindOf(value) {
  try {
    if (typeof value === 'function') return 'Function';
    if (Array.isArray(value)) return 'Array';
    const prototype = getPrototypeOf(value);
    if (prototype === null) return 'Object';
    const constructor = getOwnPropertyDescriptor(prototype, 'constructor');
    const name = constructor === undefined || typeof constructor.value !== 'function'
      ? undefined : getOwnPropertyDescriptor(constructor.value, 'name');
    return name !== undefined && typeof name.value === 'string' && name.value !== '' ? cutName(name.value) : 'Object';
  } catch (_trap) {
    return 'Proxy';
  }
}
