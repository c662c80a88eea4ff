/**
 * What scripts with probes call. Logic process. Which code calls what: runtime/compiler/debugging/instrument.py.
 *
 *   p(number, frame, record, …accessors)  a probe whose region is on
 *   x(number, frame, record)              a call returns and passes its end; steps do not stop there
 *   k()                                   a loop or a call has counted down; returns the next count
 *   t(number, value, frame, record, …)    a value is about to be thrown; returns it
 *   c(number, value, frame, isPattern)    a `catch` has begun
 *   v(scope, value)                       the value of a class field or a default value is known; returns it
 *   o(frame, number, value), i(frame, value), r(frame)  before and after `await` and `yield`; at a `finally`
 */

import { enginesNow } from '../base/built_ins.js';
import { escaped } from '../base/failures.js';
import { cut } from '../base/limits.js';
import { unhandledRejection } from '../base/promises.js';
import { errorText } from '../base/texts.js';
import { isHit } from './breakpoints.js';
import { callStack, callStackOf } from './call_stack.js';
import { look, pause, previewThrown } from './pausing.js';
import { debug, frames } from './state.js';
import { endsStep } from './stepping.js';
import { handedTo } from './scripts.js';

const MOST_COUNTED = 1 << 20;
/** A look every few milliseconds: how much may run until the next one follows from how long the last took. */
const LEAST_MS = 2;
const MOST_MS = 10;
let count = 64;
let lookedAt = 0;
/** The last value that was paused for: on its way up it is met again. */
let lastThrown = null;

function tick() {
  const now = enginesNow();
  const since = now - lookedAt;
  lookedAt = now;
  if (since < LEAST_MS) count = Math.min(count * 2, MOST_COUNTED);
  else if (since > MOST_MS) count = Math.max(count >> 1, 1);
  look();
  return count;
}

function enter(frame, value) {
  frame[3] = frames.f;
  frame[4] = 0;
  frames.f = frame;
  // Callers that have ended meanwhile are nobody's any more.
  while (frame.c && frame.c[3] === 0) frame.c = frame.c.c;
  return value;
}

function leave(frame, number, value) {
  if (frame.c === undefined) frame.c = frame[3];
  frames.f = frame[3];
  frame[4] = 1;
  frame.at = number;
  return value;
}

/** A value has no room for the name of its frame: it is the nearest of its scope. */
function leaveValue(script, scope, value) {
  let at = /** @type {any} */ (frames.f);
  while (at && !(at[1] === scope && at[5] === script)) at = at[3];
  if (at) {
    frames.f = at[3];
    at[3] = 0;
  }
  return value;
}

function enterAgain(frame) {
  if (frame[4] === 1) enter(frame, undefined);
  else if (frame[3] !== 0) frames.f = frame;
}

function probed(top, number, endsSteps = true) {
  if (debug.isPaused || debug.deadline > 0) return;
  const { frame } = top;
  if (frame !== 0) enterAgain(frame);
  const { script, probe } = top;
  if (probe.kind === 'debugger') {
    if (debug.isAttached) pause({ reason: 'debugger-statement' }, top);
    return;
  }
  const hit = isHit(script.active[number], top);
  const isStep = endsSteps && probe.kind !== 'expression' && debug.step !== null && endsStep(script, probe, frame);
  if (hit.length > 0) pause({ reason: 'breakpoint', breakpoint_ids: hit }, top);
  else if (isStep) pause(reasonOfStep(debug.step), top);
}

function reasonOfStep({ kind, event }) {
  if (kind === 'event') return { reason: 'event', description: event };
  return { reason: kind === 'pause' ? 'pause' : 'step' };
}

/** Whether something on the stack catches what is thrown here, as far as scripts with probes show. */
function isCaughtAbove(top) {
  return callStack(top).some(({ script, inner: [line, column] }) => {
    if (script === null) return false;
    return script.tries.some(([fromLine, fromColumn, toLine, toColumn]) => {
      const begins = fromLine < line || (fromLine === line && fromColumn <= column);
      return begins && (line < toLine || (line === toLine && column < toColumn));
    });
  });
}

function threw(value, top) {
  if (debug.isPaused || debug.deadline > 0 || !(debug.caught || debug.uncaught)) return value;
  const isCaught = isCaughtAbove(top);
  if (isCaught ? debug.caught : debug.uncaught) pauseForException(value, !isCaught, top);
  return value;
}

function pauseForException(value, isUncaught, top) {
  lastThrown = { value };
  const why = { reason: 'exception', description: cut(errorText(value)), exception: previewThrown(value), is_uncaught: isUncaught };
  const past = top === null ? callStackOf(value) : [];
  if (past.length > 0) pause(why, null, past);
  else pause(why, top);
}

function isNew(value) {
  return lastThrown === null || lastThrown.value !== value;
}

function caught(value, frame, isPattern) {
  if (!debug.isPaused && debug.deadline === 0 && debug.caught && isPattern === undefined && isNew(value)) {
    pauseForException(value, false, null);
  }
  lastThrown = null;
  enterAgain(frame);
}

/** Nobody has caught this: the calls it came through have ended, their variables are still there. */
function pauseForUncaught(value) {
  if (debug.isAttached && debug.uncaught && !debug.isPaused && debug.deadline === 0 && isNew(value)) {
    pauseForException(value, true, null);
  }
  lastThrown = null;
}

escaped.add(pauseForUncaught);
unhandledRejection.add(({ reason }) => pauseForUncaught(reason));

/** The names that a script with probes gets. */
export function hooksFor(script) {
  const topAt = (number, frame, record, accessors) => ({ script, probe: script.probes[number], frame, record, accessors });
  return handedTo(script, {
    d: frames,
    p: (number, frame, record, ...accessors) => probed(topAt(number, frame, record, accessors), number),
    x: (number, frame, record) => probed(topAt(number, frame, record, []), number, false),
    k: tick,
    t: (number, value, frame, record, ...accessors) => threw(value, topAt(number, frame, record, accessors)),
    c: (_number, value, frame, isPattern) => caught(value, frame, isPattern),
    o: leave,
    i: enter,
    r: enterAgain,
    v: (scope, value) => leaveValue(script, scope, value),
  });
}
