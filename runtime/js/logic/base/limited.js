/**
 * Reading values that somebody wants to see, with an end in time: a getter may never return. Logic process. Meanwhile
 * nothing can be asked of the process around the engine.
 */

import { enginesNow } from './built_ins.js';
import { host } from './host.js';

/** How long a reading may take, and each part of it after one that was ended. */
const LONGEST_MS = 500;
const LATER_MS = 20;
let began = 0;

/** When the reading began that is under way, in the time of `performance.now()`; 0 if none is. */
export const limitedSince = () => began;

/** Whether what is being read takes too long and is ended; whatever else is to be read has a short time of its own. */
export function readsTooLong(now) {
  if (now - began <= LONGEST_MS) return false;
  began = now - LONGEST_MS + LATER_MS;
  return true;
}

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
