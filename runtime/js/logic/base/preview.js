/**
 * Previews of values for the console, the evaluator and AppData (wire, "Previews"). Logic process.
 * A value whose preview is not complete keeps a handle, so that `Inspect` can ask for the rest; the last 1,000 stay.
 * Never throws, whatever the value is: a Proxy, a getter that throws, an object that only looks like a Map.
 */

import { cutName } from './limits.js';
import { bare } from './records.js';
import { outerFrames } from './source_places.js';
import { framesOf } from './stacks.js';
import { errorText } from './texts.js';

const { apply, getOwnPropertyDescriptor, getPrototypeOf } = /** @type {any} */ (Reflect);
const MEMBERS = 100;
const TEXT = 10000;
const DEPTH = 2;
const HANDLES = 1000;
/** Of one message, about, whatever it shows: characters of texts, members of objects. */
const ALL_TEXT = 60000;
const ALL_MEMBERS = 3000;
const ARGUMENTS = 100;
const LEAST_TEXT = 50;
const ONLOOKERS_FROM = 1 << 28;
const ofRun = { kept: new Map(), last: 0 };
/** Handles of those who look at a run that stands still: whether they do makes no difference to the run's own. */
const ofOnlookers = { kept: new Map(), last: ONLOOKERS_FROM };
let handles = ofRun;
/** Values that stay until `unpinAll`, however many others come. */
const pinned = new Map();
let textLeft = 0;
let membersLeft = 0;
let keepsHandles = true;

const sizeOfMap = getOwnPropertyDescriptor(Map.prototype, 'size').get;
const sizeOfSet = getOwnPropertyDescriptor(Set.prototype, 'size').get;
const { entries } = Map.prototype;
const { values } = Set.prototype;
const { getTime, toISOString } = Date.prototype;
const sourceOfRegExp = getOwnPropertyDescriptor(RegExp.prototype, 'source').get;
const lengthOfBuffer = getOwnPropertyDescriptor(ArrayBuffer.prototype, 'byteLength').get;
const TypedArray = getPrototypeOf(Uint8Array);
const lengthOfTyped = getOwnPropertyDescriptor(TypedArray.prototype, 'length').get;

/** What a method of `Type` says of a value; undefined if the value is none of its kind, even if it looks like one. */
function ask(Type, read, value) {
  try {
    return value instanceof Type ? apply(read, value, []) : undefined;
  } catch (_another) {
    return undefined;
  }
}

/** A handle that stays until `unpinAll`. */
export function pinnedHandle(value) {
  ofOnlookers.last += 1;
  pinned.set(ofOnlookers.last, value);
  return ofOnlookers.last;
}

/** Lets go of them. */
export function unpinAll() {
  pinned.clear();
}

/** From now on previews have no handles. */
export function keepNoHandles() {
  keepsHandles = false;
}

function keep(value) {
  if (!keepsHandles) return undefined;
  handles.last += 1;
  handles.kept.set(handles.last, value);
  if (handles.kept.size > HANDLES) handles.kept.delete(handles.kept.keys().next().value);
  return handles.last;
}

/** Calls a function whose previews are those of an onlooker. */
export function forOnlookers(show) {
  const before = handles;
  handles = ofOnlookers;
  try {
    return show();
  } finally {
    handles = before;
  }
}

const storeOf = (id) => (id > ONLOOKERS_FROM ? ofOnlookers : ofRun).kept;

/** The value behind a handle of an earlier preview; undefined if it is no longer kept. */
export function valueOfHandle(id) {
  return pinned.has(id) ? pinned.get(id) : storeOf(id).get(id);
}

/** Whether the value behind a handle is still kept. */
export function isKept(id) {
  return pinned.has(id) || storeOf(id).has(id);
}

/** Nobody asks for the value behind a handle any more. */
export function release(id) {
  storeOf(id).delete(id);
}

/** The preview of a value, with a handle whatever kind of object or function it is. */
export function previewWithHandle(value, depth) {
  const out = preview(value, depth);
  const isKeepable = typeof value === 'function' || typeof value === 'symbol' || (typeof value === 'object' && value !== null);
  if (isKeepable && out.id === undefined) out.id = keep(value);
  return out;
}

function begin() {
  textLeft = ALL_TEXT;
  membersLeft = ALL_MEMBERS;
}

/** The preview of a value. `depth` levels of members are shown at once. */
export function preview(value, depth = DEPTH) {
  begin();
  return previewOf(value, depth);
}

/** The previews of the arguments of one call; a last text stands for those that are too many. */
export function previewAll(list) {
  begin();
  const out = [];
  for (let i = 0; i < list.length && i < ARGUMENTS; i++) out.push(previewOf(list[i], DEPTH));
  if (list.length > ARGUMENTS) out.push({ t: 'string', v: `… (${list.length} values)` });
  return out;
}

/** The preview of a value whose members begin at `start`: the next page of a large one. */
export function previewFrom(value, start) {
  begin();
  return previewOf(value, DEPTH, start);
}

function shown(text, limit = TEXT) {
  const count = Math.min(limit, Math.max(textLeft, LEAST_TEXT));
  textLeft -= Math.min(text.length, count);
  return text.length > count ? text.slice(0, count) : text;
}

function previewText(text) {
  const v = shown(text);
  return v.length < text.length ? { t: 'string', v, more: true } : { t: 'string', v };
}

function previewOf(value, depth, start = 0) {
  switch (typeof value) {
    case 'string':
      return previewText(value);
    case 'number':
      if (Number.isFinite(value) && !Object.is(value, -0)) return { t: 'number', v: value };
      return { t: 'number', v: Object.is(value, -0) ? '-0' : String(value) };
    case 'boolean':
      return { t: 'boolean', v: value };
    case 'undefined':
      return { t: 'undefined' };
    case 'symbol':
      return { t: 'symbol', v: shown(String(value)) };
    case 'bigint':
      return { t: 'bigint', v: shown(String(value)) };
    case 'function':
      return { t: 'function', v: nameOf(value) };
    default:
      return value === null ? { t: 'null' } : previewObject(value, depth, start);
  }
}

/** The name of a function; empty where the program has put something else there. */
function nameOf(fn) {
  const own = getOwnPropertyDescriptor(fn, 'name');
  return own !== undefined && typeof own.value === 'string' ? cutName(own.value) : '';
}

function previewObject(value, depth, start) {
  try {
    return (
      (getPrototypeOf(value) === Object.prototype ? null : previewBuiltIn(value)) ||
      (Array.isArray(value) ? previewArray(value, depth, start) : previewMembers(value, depth, start))
    );
  } catch (_hostile) {
    return { t: 'object', cls: 'Proxy', props: [] };
  }
}

function previewBuiltIn(value) {
  if (value instanceof Error) {
    return { t: 'error', v: shown(errorText(value)), stack: outerFrames(framesOf(value)) };
  }
  const time = ask(Date, getTime, value);
  if (time !== undefined) return { t: 'date', v: isNaN(time) ? 'Invalid Date' : apply(toISOString, value, []) };
  if (ask(RegExp, sourceOfRegExp, value) !== undefined) return { t: 'regexp', v: shown(String(value)) };
  return null;
}

function previewArray(value, depth, start) {
  const count = Number(value.length) || 0;
  const out = bare({ t: 'array', n: count, items: [], id: keep(value) });
  const end = depth <= 0 || membersLeft <= 0 ? 0 : Math.min(count, start + MEMBERS);
  for (let i = start; i < end; i++) out.items.push(previewMember(() => value[i], depth - 1));
  if (start > 0 || start + out.items.length < count) out.more = true;
  if (start > 0) out.start = start;
  return out;
}

function previewMembers(value, depth, start) {
  const out = bare({ t: 'object', cls: classOf(value), props: [], id: keep(value) });
  const { count, members } = membersOf(value, start);
  if (depth <= 0 || membersLeft <= 0) {
    if (count > 0) out.more = true;
    return out;
  }
  for (let i = 0; i < members.length; i++) {
    const [key, read] = members[i];
    out.props.push([shown(key, 200), previewMember(read, depth - 1)]);
  }
  if (start > 0 || start + out.props.length < count) Object.assign(out, { more: true, n: count });
  if (start > 0) out.start = start;
  return out;
}

function previewMember(read, depth) {
  membersLeft -= 1;
  try {
    return previewOf(read(), depth);
  } catch (error) {
    return { t: 'error', v: shown(errorText(error)), stack: [] };
  }
}

/** How many members there are, and those from `start` on, as many as are shown: `[name, () => value]`. */
function membersOf(value, start) {
  return (getPrototypeOf(value) === Object.prototype ? null : membersOfBuiltIn(value, start)) || membersOfObject(value, start);
}

function membersOfBuiltIn(value, start) {
  const inMap = ask(Map, sizeOfMap, value);
  if (inMap !== undefined) {
    return page(inMap, taken(apply(entries, value, []), start), ([key, item]) => [textOf(key), () => item]);
  }
  const inSet = ask(Set, sizeOfSet, value);
  if (inSet !== undefined) {
    return page(inSet, taken(apply(values, value, []), start), (item, i) => [String(start + i), () => item]);
  }
  const bytes = ask(ArrayBuffer, lengthOfBuffer, value);
  if (bytes !== undefined) return { count: 1, members: [['byteLength', () => bytes]] };
  const length = ask(TypedArray, lengthOfTyped, value);
  if (length !== undefined) {
    const numbers = Array.from({ length: Math.max(0, Math.min(MEMBERS, length - start)) });
    return page(length, numbers, (_none, i) => [String(start + i), () => value[start + i]]);
  }
  return null;
}

function membersOfObject(value, start) {
  const keys = Object.keys(value);
  return page(keys.length, keys.slice(start, start + MEMBERS), (key) => [key, () => value[key]]);
}

function page(count, items, member) {
  return { count, members: items.map(member) };
}

/** Up to `MEMBERS` items of an iterator, after the first `start`. */
function taken(iterator, start) {
  const out = [];
  for (let i = 0; i < start + MEMBERS; i++) {
    const { done, value } = iterator.next();
    if (done) break;
    if (i >= start) out.push(value);
  }
  return out;
}

/** The key of a Map as text. */
function textOf(key) {
  try {
    return String(key);
  } catch (_unprintable) {
    return '[object]';
  }
}

function classOf(value) {
  const prototype = getPrototypeOf(value);
  if (prototype === null) return 'Object';
  const own = value[Symbol.toStringTag];
  if (typeof own === 'string') return cutName(own);
  const constructor = value instanceof Promise ? Promise : prototype.constructor;
  return (typeof constructor === 'function' && nameOf(constructor)) || 'Object';
}
