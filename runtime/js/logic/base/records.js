/**
 * Objects of the base library that have nothing of `Object.prototype`. Logic process. What a program puts there is
 * neither read where a member is missing nor called where one is written.
 */

const { setPrototypeOf } = Object;
const objectPrototype = Object.prototype;

/**
 * Makes such an object of one that nobody outside sees, or of a message of the host; the same one.
 * @param {any} object @returns {any}
 */
export const bare = (object) => setPrototypeOf(object, null);

/** A finished one as the program gets it: a plain object. @param {any} object @returns {any} */
export const asPlain = (object) => setPrototypeOf(object, objectPrototype);

/** All objects in a value of JSON become such objects. */
export function bareThroughout(value) {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) value.forEach(bareThroughout);
  else for (const key of Object.keys(bare(value))) bareThroughout(value[key]);
  return value;
}

/** All instances of a class become such objects. The program never holds one. */
export function bareClass(Class) {
  setPrototypeOf(Class.prototype, null);
}
