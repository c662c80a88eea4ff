/**
 * Questions of somebody who looks on while a recorded run is repeated: the run does not notice. Logic process; called by
 * simulator/worker/engine.py. What such a question shows has handles of its own, and what is read of clocks is none of
 * the recording's.
 */

import { forOnlookers } from '../base/preview.js';
import { receiveNow } from '../base/tasks.js';
import { aside } from '../base/readings.js';

/** Takes a message at once, between two turns. */
export function receiveAside(text) {
  aside(() => forOnlookers(() => receiveNow(text)));
}
