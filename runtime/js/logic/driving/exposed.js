/**
 * Message Expose: global functions that drivers hear of. Logic process. Sends ExposedCalled.
 */

import { post } from '../base/post.js';
import { onMessage } from '../base/tasks.js';
import { toHost } from '../../shared/wire/logic.js';
import { answerWith } from './asked.js';

const globals = /** @type {any} */ (globalThis);
/** Who hears of a function, and what stood under its name before. @type {Map<string, {drivers: Set<number>, former: any}>} */
const exposed = new Map();

function expose({ name, driver }) {
  const known = exposed.get(name);
  if (known !== undefined) {
    known.drivers.add(driver);
    return;
  }
  exposed.set(name, { drivers: new Set([driver]), former: Object.getOwnPropertyDescriptor(globalThis, name) });
  const value = (...args) => post(toHost.exposedCalled({ name, arguments: args }));
  Object.defineProperty(globalThis, name, { value, writable: true, configurable: true, enumerable: true });
}

/** A driver has gone. */
export function forgetExposed(driver) {
  for (const [name, { drivers, former }] of [...exposed]) {
    drivers.delete(driver);
    if (drivers.size > 0) continue;
    exposed.delete(name);
    if (former !== undefined) Object.defineProperty(globalThis, name, former);
    else delete globals[name];
  }
}

onMessage('expose', (message) => answerWith(message, () => expose(message)));
