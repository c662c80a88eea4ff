/**
 * The built-ins as they are before the program runs. Logic process; the first file. The program shares them with the
 * base library and may replace any of them: by mistake, in a polyfill, or to read and forge what goes to the host.
 *
 * `keptNames` stand in every file of the base library for the globals of the same name (simulator/worker/library.py hands
 * them in), and `$Object` for the `Object` of `Object.keys(…)`. `keptMethods` are the keys under which the methods of the
 * prototypes are kept where nobody can replace them; the loader writes `list.push(…)` as a call under such a key. They
 * are the engine's own functions: nothing is slower. Patterns that the base library gives to `replace`, `split` or
 * `match` are its own, and look up their `exec` where nobody can replace it (`ownPattern`).
 *
 * What no name and no key can keep is in locks.js.
 */

const { apply, construct, defineProperty, getOwnPropertyDescriptor, ownKeys, setPrototypeOf } = /** @type {any} */ (Reflect);

/** The members of a namespace or a constructor, where nobody can replace them. */
function kept(original) {
  const copy = { __proto__: null };
  for (const key of ownKeys(original)) {
    const { value } = getOwnPropertyDescriptor(original, key);
    if (value !== undefined) defineProperty(copy, key, { __proto__: null, value: withBareDescriptors(key, value) });
  }
  return Object.freeze(copy);
}

/** What a descriptor does not say itself, nobody says. */
function withBareDescriptors(name, original) {
  if (name === 'defineProperty') {
    return (object, key, descriptor) => original(object, key, setPrototypeOf(descriptor, null) && descriptor);
  }
  if (name !== 'defineProperties') return original;
  return (object, descriptors) => {
    for (const key of ownKeys(descriptors)) setPrototypeOf(descriptors[key], null);
    return original(object, descriptors);
  };
}

export const keptNames = { __proto__: null };
for (const name of ['JSON', 'Math', 'Reflect']) keptNames[name] = kept(globalThis[name]);
for (const name of [
  'Object', 'Array', 'Number', 'String', 'WeakRef', 'RegExp', 'Symbol', 'ArrayBuffer', 'Uint8Array', 'Float32Array',
  'Float64Array', 'FinalizationRegistry', 'Boolean', 'isNaN', 'isFinite', 'parseInt', 'parseFloat',
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
/** The time of the engine itself, whatever clock the program and the base library read. */
export const enginesNow = performance.now.bind(performance);
let now = enginesNow;
/** Another clock for the base library. */
export function useClock(clock) {
  now = clock;
}
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

/** A pattern with all that RegExp.prototype has, and nothing above it. */
class Pattern extends RegExp {}
for (const key of ownKeys(RegExp.prototype)) {
  if (key !== 'constructor') defineProperty(Pattern.prototype, key, getOwnPropertyDescriptor(RegExp.prototype, key));
}
setPrototypeOf(Pattern.prototype, null);
Object.freeze(Pattern.prototype);
defineProperty(Pattern, Symbol.species, { __proto__: null, value: Pattern });
Object.freeze(Pattern);

/** Makes a pattern of the base library one that nobody else has a part in. */
function ownPattern(pattern) {
  if (typeof pattern === 'object' && pattern !== null) setPrototypeOf(pattern, Pattern.prototype);
  return pattern;
}

/** The method of a string, called with a pattern of the base library or with a text. */
function withPattern(method) {
  return function (pattern, other) {
    return apply(method, this, [ownPattern(pattern), other]);
  };
}

const TAKES_PATTERN = ['match', 'matchAll', 'replace', 'replaceAll', 'split'];

export const keptMethods = { __proto__: null };
for (const { prototype } of [Array, String, RegExp, Function, Number]) {
  for (const key of ownKeys(prototype)) {
    const { value } = getOwnPropertyDescriptor(prototype, key);
    if (typeof key !== 'string' || typeof value !== 'function' || key === 'constructor') continue;
    keptMethods[key] = keptMethods[key] || Symbol(key);
    defineProperty(prototype, keptMethods[key], { __proto__: null, value: keptMethod(prototype, key, value) });
  }
}

function keptMethod(prototype, key, value) {
  if (prototype === RegExp.prototype && key === 'test') return test;
  return prototype === String.prototype && TAKES_PATTERN.includes(key) ? withPattern(value) : value;
}

for (const { prototype } of [Map, Set]) {
  defineProperty(prototype, keptMethods.forEach, { __proto__: null, value: prototype.forEach });
}

Object.freeze(keptNames);
Object.freeze(keptMethods);
