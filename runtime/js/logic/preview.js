/**
 * Previews of values for the console, the evaluator and AppData (wire, "Previews"). Logic process.
 * A value whose preview is not complete keeps a handle, so that `Inspect` can ask for the rest; the last 1,000 stay.
 */
'use strict';

const MEMBERS = 100;
const TEXT = 10000;
const DEPTH = 2;
const HANDLES = 1000;
const handles = new Map();
let lastHandle = 0;

function keep(value) {
  lastHandle += 1;
  handles.set(lastHandle, value);
  if (handles.size > HANDLES) handles.delete(handles.keys().next().value);
  return lastHandle;
}

/** The value behind a handle of an earlier preview; undefined if it is no longer kept. */
__handset.valueOfHandle = function (id) {
  return handles.get(id);
};

/** The preview of a value. `depth` levels of members are shown at once. */
__handset.preview = function preview(value, depth = DEPTH) {
  switch (typeof value) {
    case 'string':
      return value.length > TEXT ? { t: 'string', v: value.slice(0, TEXT), more: true } : { t: 'string', v: value };
    case 'number':
      if (Number.isFinite(value) && !Object.is(value, -0)) return { t: 'number', v: value };
      return { t: 'number', v: Object.is(value, -0) ? '-0' : String(value) };
    case 'boolean':
      return { t: 'boolean', v: value };
    case 'undefined':
      return { t: 'undefined' };
    case 'symbol':
      return { t: 'symbol', v: String(value) };
    case 'bigint':
      return { t: 'bigint', v: String(value) };
    case 'function':
      return { t: 'function', v: String(value.name || '') };
    default:
      return value === null ? { t: 'null' } : previewObject(value, depth);
  }
};

/** The preview of a value whose members begin at `start`: the next page of a large one. */
__handset.previewFrom = function (value, start) {
  return start > 0 && typeof value === 'object' && value !== null
    ? previewObject(value, DEPTH, start)
    : __handset.preview(value);
};

function previewObject(value, depth, start = 0) {
  if (value instanceof Error) {
    return { t: 'error', v: __handset.errorText(value), stack: __handset.outerFrames(__handset.framesOf(value)) };
  }
  if (value instanceof Date) return { t: 'date', v: isNaN(value) ? 'Invalid Date' : value.toISOString() };
  if (value instanceof RegExp) return { t: 'regexp', v: String(value) };
  if (Array.isArray(value)) return previewArray(value, depth, start);
  const out = { t: 'object', cls: classOf(value), props: [], id: keep(value) };
  const members = membersOf(value, start);
  if (depth <= 0) {
    if (members.length > 0) out.more = true;
    return out;
  }
  const shown = Math.min(members.length, start + MEMBERS);
  for (let i = start; i < shown; i++) out.props.push([members[i][0], previewMember(members[i], depth - 1)]);
  if (start > 0 || shown < members.length) Object.assign(out, { more: true, n: countOf(value, members) });
  if (start > 0) out.start = start;
  return out;
}

function previewArray(value, depth, start) {
  const out = { t: 'array', n: value.length, items: [], id: keep(value) };
  const shown = depth <= 0 ? 0 : Math.min(value.length, start + MEMBERS);
  for (let i = start; i < shown; i++) out.items.push(__handset.preview(value[i], depth - 1));
  if (start > 0 || shown < value.length) out.more = true;
  if (start > 0) out.start = start;
  return out;
}

function countOf(value, members) {
  return ArrayBuffer.isView(value) && value.length !== undefined ? value.length : members.length;
}

function previewMember(member, depth) {
  try {
    return __handset.preview(member[1](), depth);
  } catch (error) {
    return { t: 'error', v: __handset.errorText(error), stack: [] };
  }
}

function membersOf(value, start) {
  if (value instanceof Map) return [...value].map(([key, item]) => [String(key), () => item]);
  if (value instanceof Set) return [...value].map((item, index) => [String(index), () => item]);
  if (value instanceof ArrayBuffer) return [['byteLength', () => value.byteLength]];
  if (ArrayBuffer.isView(value) && value.length !== undefined) {
    return Array.from({ length: Math.min(value.length, start + MEMBERS + 1) }, (_none, i) => [String(i), () => value[i]]);
  }
  return Object.keys(value).map((key) => [key, () => value[key]]);
}

function classOf(value) {
  const prototype = Object.getPrototypeOf(value);
  if (prototype === null) return 'Object';
  const own = value[Symbol.toStringTag];
  if (typeof own === 'string') return own;
  const constructor = value instanceof Promise ? Promise : prototype.constructor;
  return typeof constructor === 'function' && constructor.name ? constructor.name : 'Object';
}
