/**
 * Rejections that nobody handles. Logic process. The engine has no hook for them, so the constructor is wrapped:
 * promises made by `new Promise` and `then` are watched, and those of async functions, which the compiler lets call
 * `callAsync`; reading `constructor` (which `await`, `then` and `Promise.resolve` do) marks a promise as
 * handled. After the microtasks of a task the remaining ones are reported: message `Uncaught`, then
 * `unhandledRejection`.
 */

import { faultOf } from './faults.js';
import { cut } from './limits.js';
import { post } from './post.js';
import { Signal } from './signal.js';
import { outerFrames } from './source_places.js';
import { framesOf } from './stacks.js';
import { errorText } from './texts.js';
import { fireWxEvent } from './wx_events.js';
import { toHost } from '../../shared/wire/logic.js';

const { apply } = Reflect;
const NativePromise = Promise;
const nativeThen = NativePromise.prototype.then;
/** A rejection has been reported. Sent with `{reason, promise}`. */
export const unhandledRejection = new Signal();
const handled = new WeakSet();
let rejected = [];
let isInternal = false;

function watch(promise, where, component) {
  isInternal = true;
  nativeThen.call(promise, undefined, (reason) => {
    rejected.push({ promise, reason, where, component });
  });
  isInternal = false;
}

function WatchedPromise(executor) {
  if (new.target === undefined) throw new TypeError("Promise constructor cannot be invoked without 'new'");
  if (typeof executor !== 'function') throw new TypeError(`Promise resolver ${typeof executor} is not a function`);
  const promise = Reflect.construct(NativePromise, [executor], new.target);
  if (!isInternal) watch(promise, '', null);
  return promise;
}
Object.defineProperty(WatchedPromise, 'name', { value: 'Promise', configurable: true });
Object.setPrototypeOf(WatchedPromise, NativePromise);
WatchedPromise.prototype = NativePromise.prototype;

Object.defineProperty(NativePromise.prototype, 'constructor', {
  configurable: true,
  get() {
    if (!isInternal && this instanceof NativePromise) handled.add(this);
    return isInternal ? NativePromise : WatchedPromise;
  },
  set(value) {
    Object.defineProperty(this, 'constructor', { value, configurable: true, writable: true });
  },
});
NativePromise.prototype.then = function then(onFulfilled, onRejected) {
  if (!(this instanceof NativePromise)) throw new TypeError('Promise.prototype.then was called on what is no promise');
  handled.add(this);
  return nativeThen.call(this, onFulfilled, onRejected);
};
globalThis.Promise = /** @type {any} */ (WatchedPromise);

/** Runs a task among the engine's microtasks. */
export function queueNative(task) {
  nativeThen.call(NativePromise.resolve(), task);
}

/** Watches a promise that the program handed to the base library (result of a handler). */
export function watchPromise(promise, where, component) {
  if (promise instanceof NativePromise && !handled.has(promise)) watch(promise, where, component);
}

/**
 * Calls an async function of the program (runtime/compiler/script/async_functions.py).
 * @param {Function} fn an arrow function
 * @param {ArrayLike<any>} args
 */
export function callAsync(fn, args) {
  const promise = apply(fn, undefined, args);
  watch(promise, fn.name, null);
  return promise;
}

/** Reports what is still unhandled. Called after the microtasks of each task. */
export function reportRejections() {
  if (rejected.length === 0) return;
  const batch = rejected;
  rejected = [];
  const seen = new Set();
  for (const { promise, reason, where, component } of batch) {
    if (handled.has(promise) || seen.has(promise)) continue;
    seen.add(promise);
    post(toHost.uncaught({
      message: `Unhandled promise rejection: ${cut(errorText(reason))}`,
      stack: outerFrames(framesOf(reason)),
      kind: faultOf(reason),
      where,
      page_id: component && component.page ? component.page.id : 0,
    }));
    unhandledRejection.send({ reason, promise });
    fireWxEvent('onUnhandledRejection', { reason, promise });
  }
}
