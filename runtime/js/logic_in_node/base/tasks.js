/** Tests and the base library take turns (`acting.js`); what is queued comes among the microtasks. */

import { act, actBegun, actEnded, actStart } from '../../logic_in_node/acting.js';
import { reportUncaught } from '../../logic/base/failures.js';

const receivers = /** @type {any} */ ({ __proto__: null });

export const taskBegun = actBegun;
export const taskEnded = actEnded;
export const taskStart = actStart;

export function onMessage(tag, receiver) {
  receivers[tag] = receiver;
}

export function queueTask(task) {
  Promise.resolve().then(() => {
    try {
      act(task);
    } catch (error) {
      reportUncaught(error, 'base library', null);
    }
  });
}

/** Takes a message. */
export function receive(message) {
  const receiver = receivers[message.m];
  if (receiver !== undefined) act(() => receiver(message));
}

export const receiveNow = receive;
