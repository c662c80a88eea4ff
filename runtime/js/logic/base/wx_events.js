/**
 * Events of `wx` that the base library knows itself: onAppShow, onError, onAppRoute … Logic process. What `wx` is to the
 * program adds a handler: the façade (api/), or a worker's `worker`.
 */

import { Signal } from './signal.js';

/** Sent with the name of the event, then what its listeners get. */
export const wxEvents = new Signal();

/** Tells `wx.on…` listeners. */
export function fireWxEvent(event, ...args) {
  wxEvents.send(event, ...args);
}
