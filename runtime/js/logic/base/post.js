/**
 * Messages to the host. Logic process. What the program has done to `toJSON` has no part in them.
 */

import { host } from './host.js';
import { cut } from './limits.js';
import { errorText } from './texts.js';
import { toHost } from '../../shared/wire/logic.js';

const { defineProperty, getOwnPropertyDescriptor, getPrototypeOf } = Reflect;
const PLAIN = { __proto__: null, writable: true, enumerable: true, configurable: true };
const objectPrototype = /** @type {any} */ (Object.prototype);
const arrayPrototype = /** @type {any} */ (Array.prototype);

/** JSON text of a message to the host. A `toJSON` that the program has given to every object or array has no part in it. */
export function encoded(message) {
  const isForged = 'toJSON' in objectPrototype || 'toJSON' in arrayPrototype;
  return JSON.stringify(isForged ? unforged(message) : message);
}

/** The same value, of objects that have a `toJSON` of their own: none. */
function unforged(value) {
  if (typeof value !== 'object' || value === null) return value;
  const own = ownToJson(value);
  if (typeof own === 'function') return unforged(own.call(value));
  const copy = Array.isArray(value) ? [] : { __proto__: null };
  for (const key of Object.keys(value)) defineProperty(copy, key, { ...PLAIN, value: unforged(value[key]) });
  defineProperty(copy, 'toJSON', { __proto__: null, value: undefined });
  return copy;
}

/** The `toJSON` of an object that not every other one has too. */
function ownToJson(value) {
  for (let at = value; at !== null && at !== objectPrototype && at !== arrayPrototype; at = getPrototypeOf(at)) {
    const own = getOwnPropertyDescriptor(at, 'toJSON');
    if (own !== undefined) return own.value;
  }
  return undefined;
}

/** Sends one message to the host. */
export function post(message) {
  let text;
  try {
    text = encoded(message);
  } catch (error) {
    text = encoded(toHost.uncaught({ message: cut(errorText(error)), stack: [], kind: 'program', where: message.m }));
  }
  host.post(text);
}

/** The same; `measure` is called when the message has been encoded, and its number becomes the member `name`. */
export function postMeasured(message, name, measure) {
  let text;
  try {
    text = encoded(message);
  } catch (_unprintable) {
    post(message);
    return;
  }
  // Joined, not added: the engine hands sums of strings over as trees, which the host cannot take.
  host.post([text.slice(0, -1), ',"', name, '":', measure(), '}'].join(''));
}
