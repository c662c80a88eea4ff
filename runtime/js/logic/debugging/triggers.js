/**
 * Breakpoints that stand at no line: where an API is called, where data is set, where an event is handled. Logic process.
 */

import { parsePath } from '../base/paths.js';
import { pause } from './pausing.js';
import { debug } from './state.js';
import { beginStep, endStep } from './stepping.js';

/** A call of `wx.<name>` begins. */
export function apiIsCalled(name) {
  if (debug.apis.size > 0 && debug.apis.has(name)) pause({ reason: 'api', description: name });
}

/** `setData` is called with these keys. */
export function dataIsSet(keys) {
  if (debug.data.length === 0 || debug.isPaused) return;
  for (const wanted of debug.data) {
    const key = keys.find((one) => touches(parsePath(one), parsePath(wanted)));
    if (key !== undefined) pause({ reason: 'data', description: key });
  }
}

/** A function of the program is about to run for an event (`tap`), or as a part of a life cycle (`onLoad`). */
export function eventIsHandled(name) {
  if (debug.events.size > 0 && debug.events.has(name) && debug.step === null && !debug.isPaused) beginStep('event', [], name);
}

/** It has run. Where it has no probes, nothing was there to stop at. */
export function eventIsOver() {
  if (debug.step !== null && debug.step.kind === 'event') endStep();
}

/** Whether one path is the beginning of the other. */
function touches(set, wanted) {
  if (set === null || wanted === null) return false;
  for (let i = 0; i < set.length && i < wanted.length; i++) if (String(set[i]) !== String(wanted[i])) return false;
  return true;
}
