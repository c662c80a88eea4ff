/**
 * What a wx:for iterates, and the keys of its rows. Logic process; used by `lists.js`.
 */

import { warn } from '../base/console.js';
import { outerPath } from '../base/source_places.js';
import { EMPTY } from './fragments.js';

/**
 * Items and indexes of any value: array, object, string, number. `indexes` is null for 0…n-1. The older generation counts
 * up to a number with a fraction, for the newer one it has no items.
 */
export function itemsOf(value, isNewer) {
  if (Array.isArray(value)) return { items: value, indexes: null };
  if (typeof value === 'string') return { items: value.split(''), indexes: null };
  if (typeof value === 'number') {
    const items = [];
    if (Number.isInteger(value) || (!isNewer && isFinite(value))) for (let i = 0; i < value; i++) items.push(i);
    return { items, indexes: null };
  }
  if (typeof value === 'object' && value !== null) {
    const indexes = [];
    for (const key in value) indexes.push(key);
    return { items: indexes.map((key) => value[key]), indexes };
  }
  return { items: EMPTY, indexes: null };
}

/** The key of a row before it is made unique. */
export function rowKeyOf(item, key) {
  const value = key === '*this' ? item : item === null || item === undefined ? undefined : item[key];
  return value === null || value === undefined ? '' : String(value);
}

/** The keys of all items, made unique: repeated ones get `--0`, `--1`…, and are warned about once per list. */
export function rowKeysOf(region, items) {
  const { spec } = region;
  const keys = new Array(items.length);
  const places = new Map();
  let repeats = null;
  for (let i = 0; i < items.length; i++) {
    let text = rowKeyOf(items[i], spec.key);
    if (places.has(text)) {
      if (repeats === null) repeats = new Map();
      const repeated = text;
      let n = repeats.has(repeated) ? repeats.get(repeated) : 0;
      while (places.has(`${repeated}--${n}`)) n++;
      repeats.set(repeated, n + 1);
      text = `${repeated}--${n}`;
    }
    places.set(text, i);
    keys[i] = text;
  }
  if (repeats !== null) warnOfRepeats(region, repeats.keys().next().value);
  return { keys, places };
}

/** `wx:key="index"` is so common a slip that nobody wants to hear of it; rows are then reused by position. */
function warnOfRepeats(region, key) {
  const { spec } = region;
  if (spec.isWarned || spec.key === 'index') return;
  spec.isWarned = true;
  const file = outerPath(region.fragment.block.definition.file);
  warn(`wx:for in ${file}: the key "${key}" of wx:key="${spec.key}" is not unique`);
}
