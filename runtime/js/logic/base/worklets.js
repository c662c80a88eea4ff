/**
 * The program's functions that are marked `'worklet'`: what the compiler has noted of each (`compiler/script/worklets.py`).
 * What is around one is copied where it stands, as a phone does. Logic process. What becomes of it in the view is
 * api/worklet_values.js's.
 *
 * @typedef {object} Worklet
 * @property {string} text @property {string} path @property {number} line
 * @property {Record<string, () => any>} taken names from around it
 * @property {Record<string, any>} copied what they were where it stands, as far as they were there
 * @property {string[] | null} own members of `this` that it names
 * @property {{target: Function, self: any, args: any[]} | null} bound what `bind` has made it of
 */

const ITEMS = 10000;
const DEEPEST = 50;
const { getPrototypeOf, defineProperty } = Reflect;
const objectPrototype = Object.prototype;
/** @type {WeakMap<Function, Worklet>} */
const known = new WeakMap();

/** What is known of a function; undefined if it is no worklet. @returns {Worklet | undefined} */
export const workletOf = (fn) => known.get(fn);

/** The function that a script gets as `__worklet`. @param {string} path */
export function markWorkletOf(path) {
  return (fn, text, line, taken, own = null) => {
    if (typeof fn !== 'function') return fn;
    if (text !== undefined && !known.has(fn)) {
      known.set(fn, { text, path, line, taken, copied: {}, own, bound: null });
      defineProperty(fn, 'bind', { value: bindWorklet, writable: true, configurable: true });
    }
    const worklet = known.get(fn);
    if (worklet !== undefined) copyTaken(worklet);
    return fn;
  };
}

/** `bind` of a worklet gives one. */
function bindWorklet(self, ...args) {
  const target = this;
  return boundWorklet((...more) => Reflect.apply(target, self, [...args, ...more]), target, self, args);
}

/** `bound` is a function bound to `self`, and a worklet if that is one. @param {Function} bound @param {Function} target */
export function boundWorklet(bound, target, self, args = []) {
  const worklet = known.get(target);
  if (worklet === undefined) return bound;
  known.set(bound, { ...worklet, bound: { target, self, args } });
  defineProperty(bound, 'bind', { value: bindWorklet, writable: true, configurable: true });
  return bound;
}

/** What a worklet takes from around it: as it was where it stands, or as it is now if it was not there yet. */
export function takenBy(worklet) {
  copyTaken(worklet);
  return worklet.copied;
}

function copyTaken({ taken, copied }) {
  for (const name of Object.keys(taken)) {
    if (copied[name] !== undefined) continue;
    try {
      copied[name] = copyOf(taken[name](), { left: ITEMS }, 0);
    } catch {
      // It is declared further down.
    }
  }
}

/** Plain objects and lists are copied, all else is what it is; so is what is too large, or cyclic: it is told when sent. */
function copyOf(value, room, depth) {
  if (value === null || typeof value !== 'object') return value;
  const isList = Array.isArray(value);
  const prototype = getPrototypeOf(value);
  if (!isList && prototype !== objectPrototype && prototype !== null) return value;
  const keys = Object.keys(value);
  room.left -= keys.length + 1;
  if (room.left < 0 || depth > DEEPEST) return value;
  const copy = isList ? [] : {};
  for (const key of keys) {
    const at = Reflect.getOwnPropertyDescriptor(value, key);
    if (at === undefined || !('value' in at)) return value;
    copy[key] = copyOf(at.value, room, depth + 1);
  }
  return copy;
}
