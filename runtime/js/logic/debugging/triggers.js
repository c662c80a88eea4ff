/**
 * Breakpoints that stand at no line: where an API is called, where data is set. Logic process.
 */

import { parsePath } from '../base/paths.js';
import { pause } from './pausing.js';
import { debug } from './state.js';

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

/** Whether one path is the beginning of the other. */
function touches(set, wanted) {
  if (set === null || wanted === null) return false;
  for (let i = 0; i < set.length && i < wanted.length; i++) if (String(set[i]) !== String(wanted[i])) return false;
  return true;
}
