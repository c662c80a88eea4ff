/**
 * A pause: tells the host where the program stands and serves the debugger until it says how to go on. Logic process.
 * Everything happens inside the call that pauses, so the program does not move; messages that are not for the debugger
 * wait in the process around the engine. Sends DebugPaused, DebugResumed, and the answers to questions.
 */

import { enginesNow } from '../base/built_ins.js';
import { host } from '../base/host.js';
import { limitedSince, readsTooLong, withinLimit } from '../base/limited.js';
import { cut } from '../base/limits.js';
import { post } from '../base/post.js';
import { forOnlookers, pinnedHandle, preview, previewFrom, unpinAll, valueOfHandle } from '../base/preview.js';
import { aside } from '../base/readings.js';
import { outerFrames } from '../base/source_places.js';
import { framesOf } from '../base/stacks.js';
import { onMessage, receiveNow } from '../base/tasks.js';
import { errorText } from '../base/texts.js';
import { toHost } from '../../shared/wire/logic.js';
import { callStack } from './call_stack.js';
import { takeBreakpoints } from './scripts.js';
import { debug } from './state.js';
import { beginStep, endStep, linkOf } from './stepping.js';
import { evaluateIn, scopesOf, thisOf } from './variables.js';

/** An evaluation that takes longer is ended. */
const LONGEST_MS = 5000;
const EVERY_MS = 50;
/** The calls of the pause, with their scopes. */
let paused = [];
/** How to go on; null: not yet. */
let going = null;
let nextLook = 0;

/**
 * Stops the program here. `why`: `reason` and what else the message tells; `top`: script, probe, frame, record and
 * accessors of the probe that pauses; null if no probe does. `calls`: the stack, if it is not that of here.
 * @param {any} why
 * @param {any} top
 */
export function pause(why, top = null, calls = callStack(top)) {
  if (debug.isPaused) return;
  debug.isPaused = true;
  endStep();
  try {
    paused = calls.map((call, i) => ({ call, scopes: scopesOf(call, i === 0 ? top : null) }));
    aside(() => forOnlookers(() => {
      post(toHost.debugPaused({ frames: paused.map(frameForHost), ...why }));
      serve();
    }));
    post(toHost.debugResumed());
  } catch (error) {
    // At the end of the stack there is no room for a pause; the program hears nothing of it.
    post(toHost.uncaught({ message: cut(errorText(error)), stack: [], kind: 'handset', where: 'debugger' }));
  }
  const kind = going === null ? 'resume' : going.kind;
  const chain = kind === 'resume' ? [] : paused.map(({ call }) => linkOf(call)).filter((link) => link !== null);
  going = null;
  paused = [];
  unpinAll();
  debug.isPaused = false;
  if (kind !== 'resume' && debug.isAttached) beginStep(kind, chain);
}

function frameForHost({ call, scopes }, index) {
  const [place] = outerFrames([{ function: call.name, file: call.file, line: call.line, column: call.column }]);
  const shown = scopes.map(({ kind, name, object }) => ({ kind, name, object_id: pinnedHandle(object) }));
  if (call.script !== null) shown.push({ kind: 'global', name: '', object_id: pinnedHandle(globalThis) });
  return { frame_id: index + 1, ...place, waits: call.waits, scopes: shown, this: preview(thisOf(scopes), 0) };
}

function serve() {
  going = null;
  while (going === null) {
    const text = host.debugCommand(true);
    try {
      receiveNow(text);
    } catch (error) {
      post(toHost.uncaught({ message: cut(errorText(error)), stack: [], kind: 'handset', where: 'debugger' }));
    }
  }
}

/** Looks, in the middle of running code, whether the debugger wants something; ends what takes too long. */
export function look() {
  const now = enginesNow();
  if (limitedSince() > 0) {
    // The getter ends, and the others are still shown.
    if (readsTooLong(now)) throw new RangeError('it does not end');
    return;
  }
  if (now < nextLook) return;
  nextLook = now + EVERY_MS;
  for (let text = host.debugCommand(false); text !== ''; text = host.debugCommand(false)) receiveNow(text);
  if (debug.deadline > 0 && now > debug.deadline) throw new RangeError('the evaluation was ended: it took too long');
}

/** Runs what the user has typed, with an end in time. */
export function evaluateWatched(scopes, code) {
  debug.deadline = enginesNow() + LONGEST_MS;
  try {
    return evaluateIn(scopes, code, look);
  } finally {
    debug.deadline = 0;
  }
}

function scopesOfFrame(id) {
  const found = paused[id - 1];
  return found === undefined ? [] : found.scopes;
}

function shown(read) {
  return withinLimit(read) || { t: 'error', v: 'a getter does not end', stack: [] };
}

/** The preview of what was thrown. */
export const previewThrown = (value) => shown(() => forOnlookers(() => preview(value)));

function answerWith(request, make) {
  try {
    const value = make();
    post(toHost.evaluated({ request_id: request, value: shown(() => preview(value)) }));
  } catch (error) {
    post(toHost.evaluated({ request_id: request, error: cut(errorText(error)), stack: outerFrames(framesOf(error)) }));
  }
}

onMessage('debug-evaluate', ({ request_id: request, frame_id: frame, code }) => {
  answerWith(request, () => evaluateWatched(scopesOfFrame(frame), code));
});

onMessage('debug-assign', ({ request_id: request, object_id: id, name, code }) => {
  answerWith(request, () => {
    const owner = valueOfHandle(id);
    if (typeof owner !== 'object' || owner === null) throw new TypeError('the value is no longer there');
    const value = evaluateWatched(scopesOfFrame(1), code);
    if (!Reflect.set(owner, name, value)) throw new TypeError(`${name} cannot be changed`);
    return value;
  });
});

onMessage('debug-members', ({ request_id: request, object_id: id, start = 0 }) => {
  post(toHost.inspected({ request_id: request, value: shown(() => previewFrom(valueOfHandle(id), start)) }));
});

onMessage('debug-go', ({ kind = 'resume' }) => {
  if (debug.isPaused) going = { kind };
});

onMessage('debug-stop', () => {
  if (debug.deadline > 0) debug.deadline = 1;
});

onMessage('debug-pause', () => {
  if (!debug.isPaused) beginStep('pause', []);
});

onMessage('debug-armed', (message) => {
  const { is_attached: isAttached, caught = false, uncaught = false, apis = [], data = [], events = [], active = {}, needs_wxs: needsWxs = false } = message;
  Object.assign(debug, { isAttached, caught, uncaught, apis: new Set(apis), data, events: new Set(events) });
  if (!isAttached) {
    if (debug.isPaused) going = { kind: 'resume' };
    else endStep();
  }
  takeBreakpoints(active, needsWxs);
});
