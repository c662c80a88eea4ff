/**
 * Events of `wx` that the base library knows itself: onAppShow, onError, onAppRoute … Logic process. What `wx` is to the
 * program adds a handler: the façade (api/), or a worker's `worker`.
 */

import { Signal } from './signal.js';

/** Sent with the name of the event, then what its listeners get. */
export const wxEvents = new Signal();

/** Sent with the name of an event whose listener gives something, and a function that takes it. */
export const wxQuestions = new Signal();

/** What the latest listener of `wx.on…` gives; undefined without one. @param {string} event */
export function askWxListener(event) {
  let given;
  wxQuestions.send(event, (answer) => { given = answer; });
  return given;
}

/** Tells `wx.on…` listeners. */
export function fireWxEvent(event, ...args) {
  wxEvents.send(event, ...args);
}
