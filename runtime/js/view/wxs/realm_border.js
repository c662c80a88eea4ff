/**
 * The border of a realm in which code of a program runs beside the page: what both sides of it hold on to.
 *
 * Evaluated in the realm (wxs/realm.js, worklet/realm.js), joined with the glue of that realm. Code of the program may
 * redefine every built-in of the realm at any time: what is used here is captured before. Across the border go texts,
 * numbers and truth values. What a function of the page view throws is of the other realm, so it is dropped unseen.
 */

const { defineProperty, deleteProperty, ownKeys } = Reflect;
const world = globalThis;

/** Nothing of the browser stays but what cannot be deleted, and that leads nowhere in a frame without a document. */
export function emptyRealm(kept) {
  // V8 would hand frames of the page's functions to a function of the program.
  defineProperty(Error, 'prepareStackTrace', { value: undefined, writable: false, configurable: false });
  for (const name of ownKeys(world)) if (!(name in kept)) deleteProperty(world, name);
}

/**
 * A function of the page view as the glue calls it: nothing that it throws (where the stack runs out that may be
 * anywhere in it) and no object gets out.
 */
function tight(fn) {
  return (a, b, c) => {
    try {
      const value = fn(a, b, c);
      return typeof value === 'object' || typeof value === 'function' ? undefined : value;
    } catch {
      return undefined;
    }
  };
}

/** The same for all functions of an object. */
export function tightened(functions) {
  const out = { __proto__: null };
  for (const name of ownKeys(functions)) out[name] = tight(functions[name]);
  return out;
}
