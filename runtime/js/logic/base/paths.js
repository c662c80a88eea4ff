/**
 * Paths in data: `a.b[0].c`. Logic process; used by setData (writing) and by observers (matching).
 *
 * A path is an array of names (strings) and indexes (numbers). Data writes happen in this file only.
 */

const CACHE_LIMIT = 4000;
const SPECIAL = /[.[\\]/;
const ESCAPED = /\\([.[\]\\])/g;
const OBSERVED_NAME = /^\s*((?:[A-Za-z_]|\\.)(?:\w|\\.)*)\s*/;
const OBSERVED_STEP = /^(?:\.\s*((?:[A-Za-z_]|\\.)(?:\w|\\.)*)|\[\s*(\d+)\s*\])\s*/;
const OBSERVED_REST = /^\s*\.?\s*\*\*\s*$/;
let cache = new Map();

/** Segments of a path, or null if it is malformed. */
export function parsePath(text) {
  const known = cache.get(text);
  if (known !== undefined) return known;
  if (cache.size >= CACHE_LIMIT) cache = new Map();
  const segments = parse(text);
  cache.set(text, segments);
  return segments;
}

/** Empty names count for nothing, brackets may stay open at the end; only a bad index makes a path malformed. */
function parse(text) {
  if (!SPECIAL.test(text)) return [text];
  const segments = [];
  for (let i = 0; i < text.length; ) {
    if (text[i] === '[') {
      const start = i + 1;
      i = start;
      while (text[i] >= '0' && text[i] <= '9') i += 1;
      if (i === start) return null;
      segments.push(Number(text.slice(start, i)));
      if (i < text.length && text[i] !== ']') return null;
      i += 1;
    } else {
      const isFirst = i === 0 && text[0] !== '.';
      if (text[i] === '.') i += 1;
      const end = nameEnd(text, i);
      if (end > i || isFirst) segments.push(unescaped(text.slice(i, end)));
      i = end;
    }
  }
  return segments.length === 0 ? [''] : segments;
}

function unescaped(name) {
  return name.includes('\\') ? name.replace(ESCAPED, '$1') : name;
}

/** Where a name that begins at `i` ends; a backslash takes the meaning from the dot or bracket behind it. */
function nameEnd(text, i) {
  while (i < text.length && text[i] !== '.' && text[i] !== '[') i += text[i] === '\\' ? 2 : 1;
  return Math.min(i, text.length);
}

/** The text of a path: `parsePath` gives the same segments. */
export function pathText(segments) {
  return segments
    .map((segment) => (typeof segment === 'number' ? `[${segment}]` : `.${String(segment).replace(/[.[\]\\]/g, '\\$&')}`))
    .join('')
    .slice(1);
}

function fits(container, segment) {
  if (typeof container !== 'object' || container === null) return false;
  return typeof segment === 'number' ? Array.isArray(container) : !Array.isArray(container);
}

function emptyFor(segment) {
  return typeof segment === 'number' ? [] : {};
}

/** Writes in place. A missing container, or one of the wrong kind, is replaced by an empty one. */
export function writePath(root, segments, value) {
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
}

/**
 * Writes into immutable view data: every container on the path is replaced by a copy, once per batch.
 * `fresh` is the set of containers that this batch has already copied.
 */
export function writeViewPath(root, segments, value, fresh) {
  let target = root;
  const last = segments.length - 1;
  for (let i = 0; i < last; i++) {
    let next = target[segments[i]];
    if (!fits(next, segments[i + 1])) {
      next = emptyFor(segments[i + 1]);
      fresh.add(next);
    } else if (!fresh.has(next)) {
      next = Array.isArray(next) ? next.slice() : { ...next };
      fresh.add(next);
    }
    target[segments[i]] = next;
    target = next;
  }
  target[segments[last]] = value;
}

/** The value at a path; undefined if any step is missing. */
export function readPath(root, segments) {
  let value = root;
  for (let i = 0; i < segments.length; i++) {
    if (value === null || value === undefined) return undefined;
    value = value[segments[i]];
  }
  return value;
}

/**
 * An observer key `"a, b.c, d.**"` as `[{segments, deep}]`; blanks may stand anywhere between names. Null if a part is
 * malformed: such an observer is never called.
 */
export function parseObserverKey(key) {
  const paths = key.split(',').map(observedPath);
  return paths.includes(null) ? null : paths;
}

function observedPath(text) {
  const first = OBSERVED_NAME.exec(text);
  if (first === null) return OBSERVED_REST.test(text) ? { segments: [], deep: true } : null;
  /** @type {(string | number)[]} */
  const segments = [first[1].replace(/\\(.)/g, '$1')];
  let rest = text.slice(first[0].length);
  for (let step = OBSERVED_STEP.exec(rest); step !== null; step = OBSERVED_STEP.exec(rest)) {
    segments.push(step[2] === undefined ? step[1].replace(/\\(.)/g, '$1') : Number(step[2]));
    rest = rest.slice(step[0].length);
  }
  if (rest === '') return { segments, deep: false };
  return OBSERVED_REST.test(rest) ? { segments, deep: true } : null;
}

/** Whether setting path `set` touches an observed path: equal, above it, or (deep) below it. */
export function isTouched(observed, set) {
  const segments = observed.segments;
  const shared = Math.min(segments.length, set.length);
  for (let i = 0; i < shared; i++) {
    if (segments[i] !== set[i] && String(segments[i]) !== String(set[i])) return false;
  }
  return set.length <= segments.length || observed.deep;
}
