/** Whatever a test calls is a task at once, or a part of the one that is under way. */

import { Signal } from '../logic/base/signal.js';

export const actBegun = new Signal();
export const actEnded = new Signal();
let depth = 0;
let began = 0;

export function act(work) {
  if (depth > 0) return work();
  depth += 1;
  began = performance.now();
  actBegun.send();
  try {
    return work();
  } finally {
    depth -= 1;
    actEnded.send();
  }
}

/** When the present one began. */
export const actStart = () => began;
