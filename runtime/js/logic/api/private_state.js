/**
 * What the objects of `wx` keep to themselves, also when a framework has put a Proxy before them: a reactive store wraps
 * every object that is reached through it, but no function. So the state is the result of a function, `object._`, and
 * the property may be changed, because a Proxy must hand out a fixed one as it is.
 *
 * Runs in the logic process (QuickJS); used by the classes of this folder.
 */

/** Gives an object its state. @param {object} object @param {object} state */
export function keepState(object, state) {
  Object.defineProperty(object, '_', { value: () => state, writable: true, configurable: true });
}

/** The state of an object. A method that the program has called without its object is refused. @param {object} object */
export function stateOf(object) {
  const held = object === undefined || object === null ? undefined : object._;
  if (typeof held !== 'function') throw new TypeError('a method of an object of wx was called without the object');
  return held();
}
