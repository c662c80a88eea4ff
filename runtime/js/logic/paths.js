/**
 * Paths in data: `a.b[0].c`. Logic process; used by setData (writing) and by observers (matching).
 *
 * A path is an array of names (strings) and indexes (numbers). Data writes happen in this file only.
 */
'use strict';

const CACHE_LIMIT = 4000;
let cache = new Map();

/** Segments of a path, or null if it is malformed. */
__handset.parsePath = function (text) {
  const known = cache.get(text);
  if (known !== undefined) return known;
  if (cache.size >= CACHE_LIMIT) cache = new Map();
  const segments = parse(text);
  cache.set(text, segments);
  return segments;
};

function parse(text) {
  if (!/[.[\]\\]/.test(text)) return text === '' ? null : [text];
  const segments = [];
  let name = '';
  let expectsName = true;
  let i = 0;
  while (i < text.length) {
    const c = text[i];
    if (c === '\\') {
      name += i + 1 < text.length ? text[i + 1] : '\\';
      expectsName = false;
      i += 2;
    } else if (c === '.') {
      if (expectsName) return null;
      if (name !== '') segments.push(name);
      name = '';
      expectsName = true;
      i++;
    } else if (c === '[') {
      if (name !== '') segments.push(name);
      if (segments.length === 0) return null;
      name = '';
      const end = text.indexOf(']', i);
      const index = end < 0 ? '' : text.slice(i + 1, end);
      if (!/^\d+$/.test(index)) return null;
      segments.push(Number(index));
      expectsName = false;
      i = end + 1;
      if (i < text.length && text[i] !== '.' && text[i] !== '[') return null;
    } else if (c === ']') {
      return null;
    } else {
      name += c;
      expectsName = false;
      i++;
    }
  }
  if (expectsName) return null;
  if (name !== '') segments.push(name);
  return segments;
}

function fits(container, segment) {
  if (typeof container !== 'object' || container === null) return false;
  return typeof segment === 'number' ? Array.isArray(container) : !Array.isArray(container);
}

function emptyFor(segment) {
  return typeof segment === 'number' ? [] : {};
}

/** Writes in place. A missing container, or one of the wrong kind, is replaced by an empty one. */
__handset.writePath = function (root, segments, value) {
  let target = root;
  const last = segments.length - 1;
  for (let i = 0; i < last; i++) {
    let next = target[segments[i]];
    if (!fits(next, segments[i + 1])) {
      next = emptyFor(segments[i + 1]);
      target[segments[i]] = next;
    }
    target = next;
  }
  target[segments[last]] = value;
};

/**
 * Writes into immutable view data: every container on the path is replaced by a copy, once per batch.
 * `fresh` is the set of containers that this batch has already copied.
 */
__handset.writeViewPath = function (root, segments, value, fresh) {
  let target = root;
  const last = segments.length - 1;
  for (let i = 0; i < last; i++) {
    let next = target[segments[i]];
    if (!fits(next, segments[i + 1])) {
      next = emptyFor(segments[i + 1]);
      fresh.add(next);
    } else if (!fresh.has(next)) {
      next = Array.isArray(next) ? next.slice() : Object.assign({}, next);
      fresh.add(next);
    }
    target[segments[i]] = next;
    target = next;
  }
  target[segments[last]] = value;
};

/** The value at a path; undefined if any step is missing. */
__handset.readPath = function (root, segments) {
  let value = root;
  for (let i = 0; i < segments.length; i++) {
    if (value === null || value === undefined) return undefined;
    value = value[segments[i]];
  }
  return value;
};

/** An observer key `"a, b.c, d.**"` as `[{segments, deep}]`; malformed parts are left out. */
__handset.parseObserverKey = function (key) {
  const out = [];
  for (const part of key.split(',')) {
    const text = part.trim();
    if (text === '**') out.push({ segments: [], deep: true });
    else {
      const deep = text.endsWith('.**');
      const segments = parse(deep ? text.slice(0, -3) : text);
      if (segments !== null) out.push({ segments, deep });
    }
  }
  return out;
};

/** Whether setting path `set` touches an observed path: equal, above it, or (deep) below it. */
__handset.isTouched = function (observed, set) {
  const segments = observed.segments;
  const shared = Math.min(segments.length, set.length);
  for (let i = 0; i < shared; i++) {
    if (segments[i] !== set[i] && String(segments[i]) !== String(set[i])) return false;
  }
  return set.length <= segments.length || observed.deep;
};
