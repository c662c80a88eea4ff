/**
 * Values on their way between the logic layer and worklets, as the realm of worklets reads and writes them. What JSON
 * cannot say is an object with the member `$` (`logic/api/worklet_values.js` has the other end): `u` undefined, `n` a
 * number that is none, `d` a date, `o` a plain object, `s` a shared value, `w` a worklet, `f` a function of the logic
 * layer (`isDirect`: worklets call it as it is), `i` a page or component, `e` a curve, `k` a part of `wx.worklet`, `m` an animation, `r` an element.
 *
 * Evaluated in the realm, joined with realm_glue.js.
 */

const { apply, defineProperty, getPrototypeOf } = Reflect;
const { isArray } = Array;
const { keys } = Object;
const DateOf = Date;
const getTime = Date.prototype.getTime;
const DEEPEST = 50;
const ITEMS = 20000;

/** JSON has neither the numbers that are none nor the zero below. */
function number(value) {
  if (value === 0 && 1 / value < 0) return { $: 'n', v: '-0' };
  return value - value === 0 ? value : { $: 'n', v: `${value}` };
}

/** A member of an object as an assignment makes it, whatever stands on prototypes. */
function put(object, name, value) {
  const description = { __proto__: null, value, writable: true, enumerable: true, configurable: true };
  defineProperty(object, name, description);
}

/**
 * The functions that read and write. `known` holds what the realm has: shared(id), worklet(id), remote(id, name),
 * instance(id), element(ref), part(path), animation(fields), and `markOf(value)`, the marks of what it has made.
 */
export function createValues(known) {
  const readers = {
    __proto__: null,
    u: () => undefined,
    n: ({ v }) => (v === 'NaN' ? NaN : v === '-0' ? -0 : v === '-Infinity' ? -Infinity : Infinity),
    d: ({ v }) => new DateOf(v),
    o: ({ v }) => object(v),
    s: ({ id }) => known.shared(id),
    w: ({ id }) => known.worklet(id),
    f: ({ id, name, isDirect }) => known.remote(id, name, isDirect === true),
    i: ({ id }) => known.instance(id),
    e: ({ name, args }) => known.curve(name, args === null ? null : read(args)),
    k: ({ name }) => known.part(name),
    m: ({ v }) => known.animation(object(v)),
    r: ({ v }) => known.element(v),
  };

  function object(members) {
    const result = {};
    for (const name of keys(members)) put(result, name, read(members[name]));
    return result;
  }

  /** A value of what JSON says. */
  function read(said) {
    if (said === null || typeof said !== 'object') return said;
    if (!isArray(said)) return readers[said.$](said);
    const list = [];
    for (let i = 0; i < said.length; i++) put(list, i, read(said[i]));
    return list;
  }

  function written(value, room, depth) {
    if (value === undefined || typeof value === 'symbol' || typeof value === 'bigint') return { $: 'u' };
    if (typeof value === 'number') return number(value);
    if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
    const mark = known.markOf(value);
    if (mark !== undefined) return mark;
    if (typeof value === 'function') return { $: 'u' };
    room.left -= 1;
    if (depth > DEEPEST || room.left < 0) throw new RangeError('the value is too large, too deep, or contains itself');
    if (isArray(value)) {
      const list = [];
      for (let i = 0; i < value.length; i++) put(list, i, written(value[i], room, depth + 1));
      return list;
    }
    if (value instanceof DateOf) return { $: 'd', v: apply(getTime, value, []) };
    const v = {};
    for (const name of keys(value)) put(v, name, written(value[name], room, depth + 1));
    return { $: 'o', v };
  }

  return { read, write: (value) => written(value, { left: ITEMS }, 0) };
}
