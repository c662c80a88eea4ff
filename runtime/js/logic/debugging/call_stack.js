/**
 * The calls that are under way, with the frames that belong to them. Logic process. The engine tells which function runs
 * where, the frames of `state.js` hold the variables; a frame that was left by an exception stands in the chain until its
 * caller goes on, so each call takes the nearest frame of its own function.
 *
 * @typedef {object} Call
 * @property {string} name
 * @property {string} file
 * @property {number} line
 * @property {number} column
 * @property {boolean} waits for a promise, and not on the stack
 * @property {any} script the script with probes; null if it has none
 * @property {number} scope the innermost scope at the place, in a script with probes
 * @property {any} frame the frame; null if there is none
 * @property {number[]} inner line and column in the compiled code
 */

import { characterColumn, sourceColumn } from '../base/columns.js';
import { WRAPPER_FILE, locate, moduleAt, placeIn } from '../base/line_space.js';
import { callsHere, framesOf } from '../base/stacks.js';
import { scriptAt, scriptIn } from './scripts.js';
import { frames } from './state.js';

const MOST = 200; // the engine tells 64 at most
const MOST_WAITING = 20;

/** @returns {Call[]} innermost first; `top`: where the innermost stands, if a probe has told. */
export function callStack(top) {
  const calls = [];
  let chain = frames.f;
  let isDoubled = false;
  for (const site of callsHere(MOST)) {
    const at = locate(site.line, site.column);
    if (at.file === WRAPPER_FILE) {
      isDoubled = site.name === 'callAsync';
      continue;
    }
    if (!isDoubled) {
      const call = calls.length === 0 && top !== null ? topCall(top, site, at) : callAt(site, at);
      if (call.frame === null && call.script !== null) call.frame = frameOf(call, chain);
      if (call.frame !== null) chain = call.frame[3] || null;
      calls.push(call);
    }
    isDoubled = false;
  }
  return withWaiting(calls);
}

/** The call that a probe stands in. */
function topCall({ script, probe, frame }, site, at) {
  const here = { ...at, ...placeOfProbe(script, probe) };
  const inner = [probe.line, probe.column];
  return { name: site.name, ...here, waits: false, script, scope: probe.scope, frame: frame === 0 ? null : frame, inner };
}

/** A probe's line and column in the file that the script was compiled from. */
function placeOfProbe(script, probe) {
  let { column } = probe;
  for (let i = 1; i < script.source.columns.length; i++) column = sourceColumn(script.source.columns[i], probe.line, column);
  return { line: probe.line, column };
}

function callAt(site, at) {
  const module = moduleAt(site.line);
  const script = module === null ? undefined : scriptIn(module);
  if (script === undefined) {
    return { name: site.name, ...at, waits: false, script: null, scope: -1, frame: null, inner: [0, 0] };
  }
  const [line, bytes] = placeIn(module, site.line, site.column);
  const column = sourceColumn(script.source.columns[0], line, characterColumn(module, line, bytes));
  const scope = scopeAt(script, line, column);
  return { name: site.name, ...at, waits: false, script, scope, frame: null, inner: [line, column] };
}

/** The calls that an error came through; they have ended, but nothing has run since. @returns {Call[]} */
export function callStackOf(error) {
  const calls = [];
  let chain = frames.f;
  for (const { function: name, file, line, column } of framesOf(error)) {
    const script = scriptAt(file) || null;
    const scope = script === null ? -1 : scopeAt(script, line, column);
    const call = { name, file, line, column, waits: false, script, scope, frame: null, inner: [line, column] };
    if (script !== null) call.frame = frameOf(call, chain);
    if (call.frame !== null) chain = call.frame[3] || null;
    calls.push(call);
  }
  return calls;
}

function isBefore(line, column, [otherLine, otherColumn]) {
  return line < otherLine || (line === otherLine && column < otherColumn);
}

/** The innermost scope around a place: a function begins behind its first character. */
function scopeAt(script, line, column) {
  let found = 0;
  for (let i = 1; i < script.scopes.length; i++) {
    const { start, end } = script.scopes[i];
    if (isBefore(start[0], start[1], [line, column]) && isBefore(line, column, end)) found = i;
  }
  return found;
}

/** The function, or the script, that a scope is of. */
export function functionOf(script, scope) {
  let at = scope;
  while (script.scopes[at].kind !== 'function' && script.scopes[at].kind !== 'module') at = script.scopes[at].parent;
  return at;
}

function frameOf(call, chain) {
  const wanted = functionOf(call.script, call.scope);
  for (let at = chain; at; at = at[3]) if (at[1] === wanted && at[5] === call.script) return at;
  return null;
}

/** Below the last call: those that wait for what it, an async function, comes to. */
function withWaiting(calls) {
  const last = calls[calls.length - 1];
  let at = last === undefined || last.frame === null ? undefined : last.frame.c;
  for (let count = 0; at && count < MOST_WAITING; count++) {
    if (at[3] !== 0 && at[4] === 1) calls.push(waitingCall(at));
    at = at.c;
  }
  return calls;
}

function waitingCall(frame) {
  const script = frame[5];
  const scope = script.scopes[frame[1]];
  const probe = frame.at === undefined ? null : script.probes[frame.at];
  const place = probe === null ? { line: scope.start[0], column: scope.start[1] } : placeOfProbe(script, probe);
  const name = scope.name || '<async>';
  const where = { script, scope: probe === null ? frame[1] : probe.scope, frame, inner: probe === null ? [0, 0] : [probe.line, probe.column] };
  return { name, file: script.path, ...place, waits: true, ...where };
}
