/**
 * The check of arguments for the calls that JavaScript answers, in the platform's words: what runtime/api/arguments.py does
 * for all others, by the same table. Only what is required is looked at, and as it would be on the wire.
 *
 * Runs in the logic process (QuickJS), used by interception.js. No messages of its own.
 */

import { isBuffer } from './codec.js';

const NAMES = { string: 'String', boolean: 'Boolean', object: 'Object' };

/**
 * A function that says what is wrong with up to three arguments, as
 * `parameter error: parameter.url should be String instead of Undefined;`; an empty text: nothing is.
 * @param {[string, string[]][]} required arguments, each with the types that it may be
 * @param {string[] | undefined} names of the positions; what stands at none is a member of the option object
 * @returns {(first: any, second: any, third: any) => string}
 */
export function checkOf(required, names) {
  const wanted = required.map(([name, types]) => ({
    name,
    place: names ? names.indexOf(name) : -1,
    types: types.join(' or '),
    isRight: Object.fromEntries(types.map((type) => [type, true])),
  }));
  return (first, second, third) => {
    let wrong = '';
    for (let i = 0; i < wanted.length; i++) {
      const { name, place, types, isRight } = wanted[i];
      const value = place < 0 ? memberOf(first, name) : place === 0 ? first : place === 1 ? second : third;
      const actual = typeOf(value);
      if (isRight[actual] !== true) wrong += `parameter.${name} should be ${types} instead of ${actual};`;
    }
    return wrong && `parameter error: ${wrong}`;
  };
}

function memberOf(option, name) {
  return option === null || typeof option !== 'object' ? undefined : option[name];
}

function typeOf(value) {
  const type = typeof value;
  if (type === 'number') return isFinite(value) ? 'Number' : 'Null';
  if (type !== 'object') return NAMES[type] || 'Undefined';
  if (value === null) return 'Null';
  if (Array.isArray(value)) return 'Array';
  return isBuffer(value) ? 'ArrayBuffer' : 'Object';
}
