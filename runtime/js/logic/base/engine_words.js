/**
 * The engine says "not a function" and where; the parser knows the expression that stands there. Logic process; used by
 * `stacks.js`.
 */

import { host } from './host.js';
import { moduleAt, placeIn } from './line_space.js';

const { defineProperty } = Reflect;
const NOT_A_FUNCTION = 'not a function';
const TERSE = [NOT_A_FUNCTION, 'cannot read property ', 'cannot set property ', 'value is not iterable'];
/** What errors at a place are about, of so many places in a module. */
const MOST_DESCRIBED = 1000;

/** What the engine says of a value or a text, wherever it is used: the program gave it. */
const OF_A_VALUE = /^(?:toPrimitive$|cannot convert |revoked proxy|proxy: |circular reference|.*[Bb]ig[Ii]nt )/;
const OUT_OF_ROOM = ['out of memory', 'string too long', 'interrupted'];

/** Whether the engine complains of a value of the program's, or that there is no room for it. */
export function isOfValue(error) {
  const { message } = error;
  return error instanceof RangeError || error instanceof SyntaxError || OUT_OF_ROOM.includes(message) || OF_A_VALUE.test(message);
}

/** The engine says "not a function" and where; the parser knows the expression that stands there. */
export function nameExpression(error, site) {
  const { message } = error;
  if (typeof message !== 'string' || site === undefined || !TERSE.some((words) => message.startsWith(words))) return;
  const line = site.getLineNumber();
  const entry = typeof line === 'number' ? moduleAt(line) : null;
  const said = entry === null || entry.isGenerated ? ofNative(message, site) : ofModule(entry, line, site.getColumnNumber(), message);
  if (said !== message) defineProperty(error, 'message', { value: said, writable: true, configurable: true });
}

function ofNative(message, site) {
  const name = site.getFunctionName();
  return site.isNative() && name && message === NOT_A_FUNCTION ? `${message} (given to ${name})` : message;
}

function ofModule(entry, line, column, message) {
  if (entry.described === null) entry.described = new Map();
  const { described } = entry;
  const key = `${line}:${column}:${message}`;
  let said = described.get(key);
  if (said === undefined) {
    if (described.size >= MOST_DESCRIBED) described.clear();
    try {
      const [inFile, inBytes] = placeIn(entry, line, column);
      said = host.describeError(entry.code, inFile, inBytes, message);
    } catch (_unsayable) {
      said = message;
    }
    described.set(key, said);
  }
  return said;
}
