/**
 * What the engine itself looks up while it runs the base library, locked before the program runs: nobody but an
 * attacker changes it, and no copy of ours (built_ins.js) would be asked instead. Logic process.
 *
 * Loops, spreads and destructuring look up how arrays, strings, maps and sets are iterated; `map` and `slice` look up
 * what kind of array they make; template literals call `concat`; a text that is given where a pattern could be is asked
 * for a method of its own; and whatever adds to an array looks for accessors under its number on the two prototypes
 * that every array has.
 */

const { apply, defineProperty, getOwnPropertyDescriptor, getPrototypeOf, ownKeys } = /** @type {any} */ (Reflect);
const objectPrototype = Object.prototype;
const arrayPrototype = Array.prototype;
const FIXED = { __proto__: null, writable: false, configurable: false };

for (const things of [[], new Map(), new Set(), '', ''.matchAll(/a/g)]) {
  const iterator = getPrototypeOf(things[Symbol.iterator]());
  defineProperty(iterator, 'next', FIXED);
  // A loop that is left early asks for it.
  defineProperty(iterator, 'return', { ...FIXED, value: undefined });
}
defineProperty(String.prototype, 'concat', FIXED);
for (const symbol of [Symbol.match, Symbol.matchAll, Symbol.replace, Symbol.search, Symbol.split]) {
  defineProperty(String.prototype, symbol, { ...FIXED, value: undefined });
}
lock(arrayPrototype, Symbol.iterator);
lock(arrayPrototype, 'constructor');
lock(String.prototype, Symbol.iterator);
lock(getPrototypeOf(getPrototypeOf([].values())), Symbol.iterator);
defineProperty(Array, Symbol.species, { __proto__: null, configurable: false });

/** An object that derives from it may have its own. */
function lock(prototype, key) {
  const value = prototype[key];
  defineProperty(prototype, key, {
    __proto__: null,
    get: () => value,
    set(other) {
      if (this === prototype) return;
      defineProperty(this, key, { __proto__: null, value: other, writable: true, configurable: true });
    },
    configurable: false,
  });
}

/** A key, asked once. Throws if it is a number: all arrays would have an accessor or a constant there. */
function fitKey(name) {
  const key = typeof name === 'symbol' ? name : String(name);
  if (typeof key === 'string' && `${Number(key) >>> 0}` === key) {
    throw new TypeError(`a numbered member of all arrays cannot be defined: '${key}'`);
  }
  return key;
}

function fitMembers(members) {
  const fit = { __proto__: null };
  for (const key of ownKeys(members)) {
    if (getOwnPropertyDescriptor(members, key).enumerable) fit[fitKey(key)] = members[key];
  }
  return fit;
}

function fitForFreezing(target) {
  for (const key of ownKeys(target)) fitKey(key);
  return target;
}

function fitPrototype(target, prototype) {
  if (target === arrayPrototype && prototype !== objectPrototype) throw new TypeError('the prototype of arrays stays');
  return prototype;
}

/** The same function; where `targetOf` a call is one of the two prototypes, its arguments go through `fit` first. */
function guarded(original, targetOf, fit) {
  return new Proxy(original, {
    __proto__: null,
    apply(fn, self, args) {
      const target = targetOf(self, args);
      const isOfAllArrays = target === objectPrototype || target === arrayPrototype;
      return apply(fn, self, isOfAllArrays ? fit(args, target) : args);
    },
  });
}

function guard(holder, name, targetOf, fit) {
  const descriptor = getOwnPropertyDescriptor(holder, name);
  const part = descriptor.value === undefined ? 'set' : 'value';
  defineProperty(holder, name, { ...descriptor, [part]: guarded(descriptor[part], targetOf, fit) });
}

const given = (_self, args) => args[0];
const self = (self) => self;
for (const holder of [Object, globalThis.Reflect]) {
  guard(holder, 'defineProperty', given, (args) => [args[0], fitKey(args[1]), args[2]]);
  guard(holder, 'setPrototypeOf', given, (args) => [args[0], fitPrototype(args[0], args[1])]);
}
guard(Object, 'defineProperties', given, (args) => [args[0], fitMembers(args[1])]);
guard(Object, 'freeze', given, (args) => [fitForFreezing(args[0])]);
guard(objectPrototype, '__defineGetter__', self, (args) => [fitKey(args[0]), args[1]]);
guard(objectPrototype, '__defineSetter__', self, (args) => [fitKey(args[0]), args[1]]);
guard(objectPrototype, '__proto__', self, (args, target) => [fitPrototype(target, args[0])]);
