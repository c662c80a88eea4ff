/**
 * Stacks as Chromium writes them (logic/base/stacks.js). Evaluated in the realm of wxs (../realm_debugging.js). Only
 * modules with probes are told: their sources have names.
 */

import { lineIn, locate } from './line_space.js';
import { cutName } from '../../../../logic/base/limits.js';

const NativeError = globalThis.Error;
const FRAME = /^\s*at (?:(.*?) \()?handset-wxs\/(.+?):(\d+):(\d+)\)?$/;
const LONGEST_STACK = 20000;
const LONGEST_LINE = 2000;

/** `Object.price`, `module.exports.price`: the last is the function's. */
function functionName(name) {
  const own = name === undefined ? '' : name.slice(name.lastIndexOf('.') + 1);
  return own === '' || own === 'eval' ? '<anonymous>' : cutName(own);
}

function callsOf(stack) {
  const calls = [];
  for (const text of stack.slice(0, LONGEST_STACK).split('\n')) {
    const match = text.length > LONGEST_LINE ? null : FRAME.exec(text);
    if (match === null) continue;
    const line = lineIn(match[2], Number(match[3]));
    if (line > 0) calls.push({ name: functionName(match[1]), line, column: Number(match[4]) });
  }
  return calls;
}

/** Every call that is under way, innermost first. At most `most` are told. */
export function callsHere(most) {
  NativeError.stackTraceLimit = most;
  const { stack } = new NativeError();
  return typeof stack === 'string' ? callsOf(stack) : [];
}

/** The frames of what wxs has thrown. */
export function framesOf(error) {
  let stack;
  try {
    stack = error !== null && typeof error === 'object' ? error.stack : undefined;
  } catch (_hostile) {
    return [];
  }
  if (typeof stack !== 'string') return [];
  return callsOf(stack).map(({ name, line, column }) => ({ function: name, ...locate(line, column) }));
}
