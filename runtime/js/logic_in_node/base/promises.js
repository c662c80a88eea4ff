/** Promises are Node's own, and it is Node that tells of rejections that nobody handles. */

import { Signal } from '../../logic/base/signal.js';

const { apply } = Reflect;
/** Never sent. */
export const unhandledRejection = new Signal();

export function queueNative(task) {
  Promise.resolve().then(task);
}

export function watchPromise() {}

export function callAsync(fn, args) {
  return apply(fn, undefined, args);
}

export function reportRejections() {}
