/**
 * Which component stands behind an object of the program. Logic process.
 */

export const NODE = Symbol('node');

/**
 * The component node behind an instance; null for anything else. An instance holds a function that gives it: a framework
 * puts a Proxy before every object that is reached through one, and functions pass as they are.
 */
export function nodeOf(instance) {
  const held = instance !== null && typeof instance === 'object' ? instance[NODE] : undefined;
  return typeof held === 'function' ? held() : null;
}

/** The component node of `this`; a method that the program has called without its page or component is refused. */
export function nodeOfThis(instance) {
  const node = nodeOf(instance);
  if (node === null) throw new TypeError('a method of a page or component was called without it');
  return node;
}
