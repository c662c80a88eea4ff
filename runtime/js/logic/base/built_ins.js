/**
 * The built-ins as they are before the program runs. Logic process; the first file. The program shares them with the
 * base library and may replace any of them: by mistake, in a polyfill, or to read and forge what goes to the host.
 *
 * `keptNames` stand in every file of the base library for the globals of the same name (simulator/worker/library.py hands
 * them in), and `$Object` for the `Object` of `Object.keys(…)`. `keptMethods` are the keys under which the methods of the
 * prototypes are kept where nobody can replace them; the loader writes `list.push(…)` as a call under such a key. They
 * are the engine's own functions: nothing is slower. What patterns look up themselves (`exec` in `replace`, `split`) is
 * not kept: polyfills replace it, and so does regexp_statics.js.
 */

const { apply, construct, defineProperty, getOwnPropertyDescriptor, ownKeys } = /** @type {any} */ (Reflect);

/** The members of a namespace or a constructor, where nobody can replace them. */
function kept(original) {
  const copy = { __proto__: null };
  for (const key of ownKeys(original)) {
    const { value } = getOwnPropertyDescriptor(original, key);
    if (value !== undefined) defineProperty(copy, key, { __proto__: null, value });
  }
  return Object.freeze(copy);
}

export const keptNames = { __proto__: null };
for (const name of ['JSON', 'Math', 'Reflect']) keptNames[name] = kept(globalThis[name]);
for (const name of [
  'Object', 'Array', 'Number', 'String', 'WeakRef', 'RegExp', 'Symbol', 'ArrayBuffer', 'Uint8Array',
  'FinalizationRegistry', 'isNaN', 'parseInt', 'parseFloat',
]) keptNames[name] = globalThis[name];
for (const name of ['Object', 'Array', 'Number', 'String']) {
  const Original = globalThis[name];
  // Called as methods, statics have the constructor for `this` all the same.
  const members = kept(Original);
  keptNames[`$${name}`] = name === 'Array' ? arrayStatics(members) : members;
}
for (const name of ['Map', 'Set', 'WeakMap', 'WeakSet']) keptNames[name] = collection(globalThis[name]);
const refusals = new WeakSet();
for (const name of ['Error', 'TypeError', 'RangeError', 'ReferenceError', 'SyntaxError']) {
  keptNames[name] = refusing(globalThis[name]);
}
/** Whether the base library made the error itself: it refuses what the program asks of it. The engine made any other. */
export const isRefusal = (error) => refusals.has(error);
const now = performance.now.bind(performance);
keptNames.performance = Object.freeze({ __proto__: null, now: () => now() });

/** The constructor of an error, as the base library calls it: what it makes is known for a refusal. */
function refusing(Original) {
  function Refusing(...args) {
    const error = construct(Original, args, new.target === undefined || new.target === Refusing ? Original : new.target);
    refusals.add(error);
    return error;
  }
  Refusing.prototype = Original.prototype;
  return Object.freeze(Refusing);
}

/** A collection of its own kind, with its own copies of the methods; `instanceof` it, every one counts. */
function collection(Original) {
  class Kept extends Original {
    static [Symbol.hasInstance](value) {
      return value instanceof Original;
    }
  }
  const { prototype } = Original;
  for (const key of ownKeys(prototype)) {
    if (key !== 'constructor') defineProperty(Kept.prototype, key, getOwnPropertyDescriptor(prototype, key));
  }
  return Object.freeze(Kept);
}

/** `Array.from` and `Array.of` make what `this` says. */
function arrayStatics(members) {
  const ArrayOf = Array;
  const { from, of, isArray } = members;
  return Object.freeze({
    __proto__: null,
    isArray,
    from: (...args) => apply(from, ArrayOf, args),
    of: (...args) => apply(of, ArrayOf, args),
  });
}

const { exec } = RegExp.prototype;

function test(text) {
  return apply(exec, this, [text]) !== null;
}

export const keptMethods = { __proto__: null };
for (const { prototype } of [Array, String, RegExp, Function]) {
  for (const key of ownKeys(prototype)) {
    const { value } = getOwnPropertyDescriptor(prototype, key);
    if (typeof key !== 'string' || typeof value !== 'function' || key === 'constructor') continue;
    keptMethods[key] = keptMethods[key] || Symbol(key);
    // Of what a pattern's `test` looks up itself, the program may have put something else in place.
    const isTest = value === RegExp.prototype.test;
    defineProperty(prototype, keptMethods[key], { __proto__: null, value: isTest ? test : value });
  }
}

// Loops, spreads and destructuring go by these, and nobody but an attacker replaces them.
for (const things of [[], new Map(), new Set(), '']) {
  const iterator = /** @type {object} */ (Reflect.getPrototypeOf(things[Symbol.iterator]()));
  defineProperty(iterator, 'next', { __proto__: null, writable: false, configurable: false });
}
// The engine makes a template literal of it.
defineProperty(String.prototype, 'concat', { __proto__: null, writable: false, configurable: false });
lockIteration(Array.prototype);
lockIteration(String.prototype);

/** An object that derives from it may have its own. */
function lockIteration(prototype) {
  const iterate = prototype[Symbol.iterator];
  defineProperty(prototype, Symbol.iterator, {
    __proto__: null,
    get: () => iterate,
    set(value) {
      if (this !== prototype) defineProperty(this, Symbol.iterator, { value, writable: true, configurable: true });
    },
    configurable: false,
  });
}

for (const { prototype } of [Map, Set]) {
  defineProperty(prototype, keptMethods.forEach, { __proto__: null, value: prototype.forEach });
}

Object.freeze(keptNames);
Object.freeze(keptMethods);
