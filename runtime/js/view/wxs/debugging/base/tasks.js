/** The door of the debugger in the realm of wxs (logic/base/tasks.js). Evaluated in the realm (../realm_debugging.js). */

import { bare } from '../../../../logic/base/records.js';
import { Signal } from '../../../../logic/base/signal.js';

/** wxs is about to be called, and none is running. */
export const taskBegun = new Signal();
const receivers = { __proto__: null };

/** The messages with a tag go to this function. */
export function onMessage(tag, receiver) {
  receivers[tag] = receiver;
}

/** Takes a message of the debugger's. */
export function receiveNow(text) {
  const message = bare(JSON.parse(text));
  const receiver = receivers[message.m];
  if (receiver !== undefined) receiver(message);
}
