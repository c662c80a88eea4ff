/**
 * Reading values that somebody wants to see, with an end in time: a getter may never return. Logic process. Meanwhile
 * nothing can be asked of the process around the engine.
 */

import { enginesNow } from './built_ins.js';
import { host } from './host.js';

let began = 0;

/** When the reading began that is under way, in the time of `performance.now()`; 0 if none is. */
export const limitedSince = () => began;

/** What `read` returns as JSON has it; null if it does not end. */
export function withinLimit(read) {
  began = enginesNow();
  try {
    const text = host.limited(() => JSON.stringify(read()));
    return text === '' ? null : JSON.parse(text);
  } finally {
    began = 0;
  }
}
