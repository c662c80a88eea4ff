/**
 * The program's `console`. Logic process; each call sends one `Log` message with previews and the caller's stack.
 * `warn` is for the base library's own notices, which stand under source "handset".
 */

import { post } from './post.js';
import { previewAll } from './preview.js';
import { outerFrames } from './source_places.js';
import { framesHere, framesOf } from './stacks.js';
import { toHost } from '../../shared/wire/logic.js';

const counts = new Map();
const timers = new Map();
/** Groups that are told apart. */
const DEEPEST = 50;
let indent = 0;

function send(level, values, source, stack = framesHere()) {
  const args = previewAll(values);
  if (indent > 0) args.unshift({ t: 'string', v: '  '.repeat(Math.min(indent, DEEPEST)).slice(1) });
  post(toHost.log({ level, args, stack: outerFrames(stack), source }));
}

/** A notice of the base library to the developer. `stack`: where, if not in the caller. */
export function warn(text, stack) {
  send('warn', [text], 'handset', stack);
}

/** A mistake in the program that the base library found. */
export function complain(text) {
  send('error', [text], 'handset');
}

function write(level) {
  return (...values) => send(level, values, 'program', originOf(level, values));
}

/** Where an error that is reported comes from: its own place says more than that of whoever reports it. */
function originOf(level, values) {
  for (const value of level === 'error' || level === 'warn' ? values : []) {
    if (!(value instanceof Error)) continue;
    const frames = framesOf(value);
    if (frames.length > 0) return frames;
  }
  return undefined;
}

function elapsed(label) {
  return `${label}: ${(performance.now() - timers.get(label)).toFixed(3)} ms`;
}

globalThis.console = {
  log: write('log'),
  info: write('info'),
  warn: write('warn'),
  error: write('error'),
  debug: write('debug'),
  dir: write('log'),
  table: write('log'),
  trace(...values) {
    send('log', ['Trace:', ...values], 'program');
  },
  assert(condition, ...values) {
    if (!condition) send('error', ['Assertion failed:', ...values], 'program');
  },
  group(...values) {
    if (values.length > 0) send('log', values, 'program');
    indent++;
  },
  groupCollapsed(...values) {
    console.group(...values);
  },
  groupEnd() {
    indent = Math.max(0, indent - 1);
  },
  count(label = 'default') {
    const name = String(label);
    counts.set(name, (counts.get(name) || 0) + 1);
    send('log', [`${name}: ${counts.get(name)}`], 'program');
  },
  countReset(label = 'default') {
    counts.delete(String(label));
  },
  time(label = 'default') {
    timers.set(String(label), performance.now());
  },
  timeLog(label = 'default', ...values) {
    if (timers.has(String(label))) send('log', [elapsed(String(label)), ...values], 'program');
  },
  timeEnd(label = 'default') {
    console.timeLog(label);
    timers.delete(String(label));
  },
  clear() {},
};
