/**
 * Rejections that nobody handles. Logic process. The engine has no hook for them, so the constructor is wrapped:
 * promises made by `new Promise` and `then` are watched, and those of async functions, which the compiler lets call
 * `__handset.callAsync`; reading `constructor` (which `await`, `then` and `Promise.resolve` do) marks a promise as
 * handled. After the microtasks of a task the remaining ones are reported: message `Uncaught`, then
 * App.onUnhandledRejection.
 */
'use strict';

const { apply } = Reflect;
const Native = Promise;
const nativeThen = Native.prototype.then;
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
  const promise = Reflect.construct(Native, [executor], new.target);
  if (!isInternal) watch(promise, '', null);
  return promise;
}
Object.defineProperty(WatchedPromise, 'name', { value: 'Promise', configurable: true });
Object.setPrototypeOf(WatchedPromise, Native);
WatchedPromise.prototype = Native.prototype;

Object.defineProperty(Native.prototype, 'constructor', {
  configurable: true,
  get() {
    if (!isInternal && this instanceof Native) handled.add(this);
    return isInternal ? Native : WatchedPromise;
  },
  set(value) {
    Object.defineProperty(this, 'constructor', { value, configurable: true, writable: true });
  },
});
Native.prototype.then = function then(onFulfilled, onRejected) {
  if (!(this instanceof Native)) throw new TypeError('Promise.prototype.then was called on what is no promise');
  handled.add(this);
  return nativeThen.call(this, onFulfilled, onRejected);
};
globalThis.Promise = WatchedPromise;
globalThis.queueMicrotask = function queueMicrotask(callback) {
  if (typeof callback !== 'function') throw new TypeError('queueMicrotask: the argument must be a function');
  nativeThen.call(Native.resolve(), () => __handset.run(callback, undefined, [], 'queueMicrotask', 'callback', null));
};

/** Watches a promise that the program handed to the base library (result of a handler). */
__handset.watchPromise = function (promise, where, component) {
  if (promise instanceof Native && !handled.has(promise)) watch(promise, where, component);
};

/**
 * Calls an async function of the program (runtime/compiler/script/async_functions.py).
 * @param {Function} fn an arrow function
 * @param {ArrayLike<any>} args
 */
__handset.callAsync = function callAsync(fn, args) {
  const promise = apply(fn, undefined, args);
  watch(promise, fn.name, null);
  return promise;
};

/** Reports what is still unhandled. Called after the microtasks of each task. */
__handset.reportRejections = function () {
  if (rejected.length === 0) return;
  const batch = rejected;
  rejected = [];
  const seen = new Set();
  for (const { promise, reason, where, component } of batch) {
    if (handled.has(promise) || seen.has(promise)) continue;
    seen.add(promise);
    __handset.post({
      m: 'uncaught',
      message: `Unhandled promise rejection: ${__handset.cut(__handset.errorText(reason))}`,
      stack: __handset.outerFrames(__handset.framesOf(reason)),
      kind: __handset.faultOf(reason),
      where,
      page_id: component && component.page ? component.page.id : 0,
    });
    __handset.callApp('onUnhandledRejection', [{ reason, promise }]);
    __handset.fireApi('onUnhandledRejection', { reason, promise });
  }
};
