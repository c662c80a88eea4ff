/**
 * Calls that the host's own desk answers (simulator/running/desk_calls.py). Logic process; used by what the program cannot
 * reach itself: the evaluator's `handset`, and the answers to the host's questions.
 */

import { host } from './host.js';

/** Calls of the program count from 1 and never come here. */
const FIRST_CALL = 2 ** 30;
let deskCalls = 0;

/** What the host answers; what it refuses is thrown. */
export function askDesk(name, args) {
  const { ok, result } = JSON.parse(sendToDesk(name, args, true));
  if (!ok) throw new Error(result.errMsg);
  return result.value;
}

/** Tells the host; nobody waits for its answer. */
export function tellDesk(name, args) {
  sendToDesk(name, args, false);
}

function sendToDesk(name, args, isSync) {
  return host.callApi(name, JSON.stringify(args), FIRST_CALL + deskCalls++, isSync, 0, false, '[]');
}
