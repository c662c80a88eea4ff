/**
 * Stacks. Logic process. Makes `error.stack` read with true positions (`line_space.js`) and gives stacks as frames, the
 * base library's own left out.
 */

import { isRefusal } from './built_ins.js';
import { isOfValue, nameExpression } from './engine_words.js';
import { host } from './host.js';
import { cutName } from './limits.js';
import { WRAPPER_FILE, locate, moduleAt } from './line_space.js';

/** The constructor that the engine asks how a stack is written; the base library's own makes refusals. */
const NativeError = globalThis.Error;
const { apply, getOwnPropertyDescriptor } = /** @type {any} */ (Reflect);
const preparing = getOwnPropertyDescriptor(NativeError, 'prepareStackTrace');
const readStack = getOwnPropertyDescriptor(NativeError.prototype, 'stack').get;
const LONGEST_STACK = 20000;
const LONGEST_LINE = 2000;
const FRAME = /^\s*at (?:(.*?) \()?(.*?):(\d+)(?::(\d+))?\)?$/;

/** Frames of the engine's call sites, the base library's own left out; the nearest so many. */
function framesAt(sites, most = Infinity) {
  const frames = [];
  let isDoubled = false;
  for (let i = 0; i < sites.length && frames.length < most; i++) {
    const site = sites[i];
    const line = site.getLineNumber();
    if (typeof line !== 'number' || line <= 0) continue;
    const name = site.getFunctionName();
    const at = locate(line, site.getColumnNumber());
    if (at.file === WRAPPER_FILE) {
      // An async function calls the one inside it, which has its name (compiler, async_functions): one of them is shown.
      isDoubled = name === 'callAsync';
      continue;
    }
    if (!isDoubled) frames.push({ function: functionName(name), file: at.file, line: at.line, column: at.column });
    isDoubled = false;
  }
  return frames;
}

function functionName(name) {
  return name ? (name === '<eval>' ? '<module>' : cutName(name)) : '<anonymous>';
}

/** Errors → whether the engine raised them in the base library itself. Thrown on, an error stays whose it was. */
const slips = new WeakMap();

/** Whether the base library slipped where this error was raised. What it refuses is no slip. */
export const isOwnSlip = (thrown) => slips.get(thrown) === true && !isRefusal(thrown);

/** Whether the line that raised it, or that called what is native and did, is the base library's. */
function isOwnSite(sites) {
  for (let i = 0; i < sites.length; i++) {
    const line = sites[i].getLineNumber();
    // Below the base library's lines stands code that the program makes of text.
    if (typeof line === 'number' && line > 0) return line >= host.libraryStart && moduleAt(line) === null;
  }
  return false;
}

NativeError.stackTraceLimit = 30;
NativeError.prepareStackTrace = function (error, sites) {
  try {
    if (!slips.has(error)) slips.set(error, isOwnSite(sites) && !isOfValue(error));
    if (error instanceof TypeError) nameExpression(error, sites[0]);
  } catch (_hostile) {
    // A class of the program's that has its own idea of a message.
  }
  let text = '';
  for (const at of framesAt(sites)) text += `    at ${at.function} (${at.file}:${at.line}:${at.column})\n`;
  return text;
};

function stackOf(error) {
  try {
    return error !== null && typeof error === 'object' ? error.stack : undefined;
  } catch (_hostile) {
    return undefined;
  }
}

/** Stack frames of an error: `[{function, file, line, column}]`, the base library's own left out. */
export function framesOf(error) {
  const stack = stackOf(error);
  if (typeof stack !== 'string') return [];
  const frames = [];
  // A program may have put anything there.
  for (const text of stack.slice(0, LONGEST_STACK).split('\n')) {
    const match = text.length > LONGEST_LINE ? null : FRAME.exec(text);
    if (match === null || match[2] === 'native') continue;
    let at = { file: match[2], line: Number(match[3]), column: Number(match[4] || 0) };
    if (at.file === '<input>') at = locate(at.line, at.column);
    if (at.file === WRAPPER_FILE) continue;
    frames.push({ function: cutName(match[1] || ''), file: at.file, line: at.line, column: at.column });
  }
  return frames;
}

/** The stack of here as `prepare` makes it of the engine's call sites, whatever the program has put in its place. */
function stackHere(prepare) {
  const former = apply(preparing.get, NativeError, []);
  apply(preparing.set, NativeError, [prepare]);
  const stack = apply(readStack, new NativeError(), []);
  apply(preparing.set, NativeError, [former]);
  return stack;
}

/** Every call that is under way, innermost first: `{name, line, column}` in the line space. At most `most` are told. */
export function callsHere(most) {
  const limit = NativeError.stackTraceLimit;
  NativeError.stackTraceLimit = most;
  const calls = stackHere((_error, sites) => {
    const found = [];
    for (let i = 0; i < sites.length; i++) {
      const line = sites[i].getLineNumber();
      if (typeof line !== 'number' || line <= 0) continue;
      found.push({ name: functionName(sites[i].getFunctionName()), line, column: sites[i].getColumnNumber() });
    }
    return found;
  });
  NativeError.stackTraceLimit = limit;
  return Array.isArray(calls) ? calls : [];
}

/** Frames of the caller in the program, the nearest so many. @param {number} [most] */
export function framesHere(most) {
  const frames = stackHere((_error, sites) => framesAt(sites, most));
  return Array.isArray(frames) ? frames : [];
}

function lineNumbers(_error, sites) {
  const lines = [];
  for (let i = 0; i < sites.length; i++) lines[i] = sites[i].getLineNumber();
  return lines;
}

/** The script that the nearest function of the program stands in; '' if there is none, or if the program hides it. */
export function callerFile() {
  const lines = stackHere(lineNumbers);
  for (let i = 0; typeof lines === 'object' && i < lines.length; i++) {
    const module = typeof lines[i] === 'number' ? moduleAt(lines[i]) : null;
    if (module !== null) return module.file;
  }
  return '';
}
