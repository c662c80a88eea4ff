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
const DEFAULT_LABEL = 'default';
/** Numbers of the groups that are open, the outermost first. */
let groups = [];
let lastGroup = 0;
/** How many are open beyond those that are told apart. */
let beyond = 0;

function send(level, values, source, stack = framesHere(), more = {}) {
  post(toHost.log({ level, args: previewAll(values), stack: outerFrames(stack), source, groups, ...more }));
}

/** A notice of the base library to the developer. `stack`: where, if not in the caller. */
export function warn(text, stack) {
  send('warn', [text], 'handset', stack);
}

/** A message of the program's, as if it had called `console.log` in this place. */
export function logFrom(text, frames) {
  send('log', [text], 'program', frames);
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

function say(level, ...values) {
  send(level, values, 'program');
}

function labelOf(label) {
  return label === undefined ? DEFAULT_LABEL : String(label);
}

function tellElapsed(label, values) {
  if (!timers.has(label)) say('warn', `Timer '${label}' does not exist`);
  else say('log', `${label}: ${(performance.now() - timers.get(label)).toFixed(3)} ms`, ...values);
}

function openGroup(form, values) {
  const heading = values.length > 0 ? values : [form === 'group' ? 'console.group' : 'console.groupCollapsed'];
  if (groups.length >= DEEPEST) {
    beyond += 1;
    say('log', ...heading);
    return;
  }
  lastGroup += 1;
  send('log', heading, 'program', framesHere(), { form, opens: lastGroup });
  groups = [...groups, lastGroup];
}

globalThis.console = {
  log: write('log'),
  info: write('info'),
  warn: write('warn'),
  error: write('error'),
  debug: write('debug'),
  dir(value) {
    say('log', value);
  },
  dirxml: write('log'),
  table(value, columns) {
    if (value === null || typeof value !== 'object') return say('log', value);
    const wanted = Array.isArray(columns) ? [columns.map(String)] : [];
    return send('log', [value, ...wanted], 'program', framesHere(), { form: 'table' });
  },
  trace(...values) {
    send('log', values.length > 0 ? values : ['console.trace'], 'program', framesHere(), { form: 'trace' });
  },
  assert(condition, ...values) {
    if (condition) return;
    const [first, ...rest] = values;
    if (values.length === 0) say('error', 'Assertion failed: console.assert');
    else if (typeof first === 'string') say('error', `Assertion failed: ${first}`, ...rest);
    else say('error', 'Assertion failed:', ...values);
  },
  group(...values) {
    openGroup('group', values);
  },
  groupCollapsed(...values) {
    openGroup('group-collapsed', values);
  },
  groupEnd() {
    if (beyond > 0) beyond -= 1;
    else groups = groups.slice(0, -1);
  },
  count(label) {
    const name = labelOf(label);
    counts.set(name, (counts.get(name) || 0) + 1);
    say('log', `${name}: ${counts.get(name)}`);
  },
  countReset(label) {
    const name = labelOf(label);
    if (!counts.delete(name)) say('warn', `Count for '${name}' does not exist`);
  },
  time(label) {
    const name = labelOf(label);
    if (timers.has(name)) say('warn', `Timer '${name}' already exists`);
    else timers.set(name, performance.now());
  },
  timeLog(label, ...values) {
    tellElapsed(labelOf(label), values);
  },
  timeEnd(label) {
    const name = labelOf(label);
    tellElapsed(name, []);
    timers.delete(name);
  },
  clear() {
    groups = [];
    beyond = 0;
    send('log', [], 'program', framesHere(), { form: 'clear' });
  },
};
