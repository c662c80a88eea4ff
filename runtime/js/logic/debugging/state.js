/**
 * What the debugger knows at a moment. Logic process. `frames.f` is the frame of the call that runs, as the code that
 * runtime/compiler/debugging/instrument.py has put into scripts keeps it:
 *
 *   frame = [record of the scope around, number of its scope, accessor, frame of the caller, is suspended, script, …blocks]
 *   record of a block = [record of the scope around, number of its scope, accessor]
 *
 * A frame whose caller is 0 has ended. The accessor reads and writes the variables: `(number, whether to write, value)`.
 */

import { taskBegun } from '../base/tasks.js';

export const frames = { __proto__: null, f: null };

/** @type {any} */
export const debug = {
  __proto__: null,
  isAttached: false,
  isPaused: false,
  /** Pause on exceptions that somebody catches, that nobody does. */
  caught: false,
  uncaught: false,
  apis: new Set(),
  data: [],
  events: new Set(),
  /** What the user waits for: `{kind, chain, event}`; null if nothing. */
  step: null,
  /** When an evaluation ends at the latest, in the time of `performance.now()`; 0: none is under way. */
  deadline: 0,
};

taskBegun.add(() => {
  frames.f = null;
});

/** Whether the call of this frame waits further down on the stack of the frame that runs, or is it. */
export function isOnStack(frame) {
  for (let at = frames.f; at; at = at[3]) if (at === frame) return true;
  return false;
}

/** Whether the call of this frame has not ended: it is on the stack, or waits for a promise. */
export function isAlive(frame) {
  return frame[3] !== 0 && (frame[4] === 1 || isOnStack(frame));
}
