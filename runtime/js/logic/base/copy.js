/**
 * Copies of program values. Logic process; used by every file that hands data from one owner to another.
 *
 * The view never sees the program's own objects: what `setData` gets is copied into immutable *view data*. Copying
 * against the former value shares what is deeply equal, so "same reference" means "same content" in the templates.
 */

import { nodeOf } from './node_of.js';

const CAREFUL_DEPTH = 12;
const { getPrototypeOf } = Object;
const plainPrototype = Object.prototype;
let size = 0;

/** Starts counting the (approximate) serialised size of the copies that follow. */
export function resetCopiedSize() {
  size = 0;
}

/** Characters that the copies since `resetCopiedSize` would need on the wire, roughly. */
export function copiedSize() {
  return size;
}

export class CyclicDataError extends Error {}

function below(ancestors, value, depth) {
  if (depth < CAREFUL_DEPTH) return null;
  if (ancestors !== null && ancestors.includes(value)) {
    throw new CyclicDataError('the data contains itself (a cyclic structure)');
  }
  return ancestors === null ? [value] : ancestors.concat([value]);
}

function copyArray(source, old, depth, ancestors) {
  const above = below(ancestors, source, depth);
  const former = Array.isArray(old) ? old : [];
  const count = source.length;
  const known = former.length;
  let out = null;
  size += count;
  for (let i = 0; i < count; i++) {
    const value = source[i];
    const kind = typeof value;
    let copy = value;
    if (kind === 'object' && value !== null) copy = copyObject(value, former[i], depth + 1, above);
    else if (kind === 'string') size += value.length + 2;
    else size += 4;
    if (out !== null) out.push(copy);
    else if (i >= known || copy !== former[i]) {
      out = former.slice(0, i);
      out.push(copy);
    }
  }
  if (out !== null) return out;
  return Array.isArray(old) && known === count ? old : former.slice(0, count);
}

function copyFields(source, old, depth, ancestors) {
  if (isUnchanged(source, old)) return old;
  const above = below(ancestors, source, depth);
  const keys = Object.keys(source);
  const count = keys.length;
  const former = typeof old === 'object' && old !== null && !Array.isArray(old) ? old : null;
  let out = former === null ? {} : null;
  for (let i = 0; i < count; i++) {
    const key = keys[i];
    const value = source[key];
    const kind = typeof value;
    let copy = value;
    size += key.length + 4;
    if (kind === 'object' && value !== null) {
      copy = copyObject(value, former === null ? undefined : former[key], depth + 1, above);
    } else if (kind === 'string') size += value.length + 2;
    else size += 4;
    if (out === null && (copy !== former[key] || (copy === undefined && !(key in former)))) {
      out = {};
      for (let j = 0; j < i; j++) out[keys[j]] = former[keys[j]];
    }
    if (out !== null) out[key] = copy;
  }
  if (out !== null) return out;
  if (Object.keys(former).length === count) return former;
  out = {};
  for (let i = 0; i < count; i++) out[keys[i]] = former[keys[i]];
  return out;
}

/** Whether an object without others in it is what it was, as most rows of a list are that is set again; counts its size. */
function isUnchanged(source, former) {
  if (typeof former !== 'object' || former === null) return false;
  const keys = Object.keys(source);
  const count = keys.length;
  let length = 0;
  for (let i = 0; i < count; i++) {
    const key = keys[i];
    const value = source[key];
    if (value !== former[key] || value === undefined || typeof value === 'object') return false;
    length += key.length + (typeof value === 'string' ? value.length + 6 : 8);
  }
  if (Object.keys(former).length !== count || Array.isArray(former)) return false;
  size += length;
  return true;
}

function copyObject(source, old, depth, ancestors) {
  if (getPrototypeOf(source) === plainPrototype) return copyFields(source, old, depth, ancestors);
  if (Array.isArray(source)) return copyArray(source, old, depth, ancestors);
  if (source instanceof Date || source instanceof RegExp) return {};
  if (nodeOf(source) !== null) return {};
  if (source instanceof ArrayBuffer || ArrayBuffer.isView(source)) return source;
  return copyFields(source, old, depth, ancestors);
}

/**
 * An immutable copy for the templates. Parts that are deeply equal to `old` are taken from it; the top container is
 * always a new object, so that a whole field that was set counts as changed.
 * Throws CyclicDataError.
 */
export function viewCopy(value, old) {
  if (typeof value !== 'object' || value === null) {
    size += typeof value === 'string' ? value.length + 2 : 4;
    return value;
  }
  const copy = copyObject(value, old, 0, null);
  if (copy !== old) return copy;
  return Array.isArray(copy) ? copy.slice() : { ...copy };
}

/**
 * A mutable deep copy for another owner: functions and instances of classes by reference.
 * Items of an array that the owner already has at the same place of `own` stay as they are.
 */
export function clone(value, own = undefined) {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    const known = Array.isArray(own) ? own : [];
    const out = [];
    for (let i = 0; i < value.length; i++) {
      const item = value[i];
      out.push(typeof item === 'object' && item !== null && item !== known[i] ? clone(item) : item);
    }
    return out;
  }
  if (value instanceof Date) return new Date(value.getTime());
  const prototype = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null && !isForeignPlain(prototype)) return value;
  const out = {};
  const keys = Object.keys(value);
  for (let i = 0; i < keys.length; i++) {
    const item = value[keys[i]];
    out[keys[i]] = typeof item === 'object' && item !== null ? clone(item) : item;
  }
  return out;
}

function isForeignPlain(prototype) {
  return Object.getPrototypeOf(prototype) === null && Object.hasOwn(prototype, 'hasOwnProperty');
}

/** Deep equality of two view values. */
export function isSame(a, b) {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a !== a && b !== b;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = Object.keys(a);
  if (keys.length !== Object.keys(b).length) return false;
  for (let i = 0; i < keys.length; i++) {
    if (!Object.hasOwn(b, keys[i]) || !isSame(a[keys[i]], b[keys[i]])) return false;
  }
  return true;
}
