/**
 * queueMicrotask. Logic process.
 */

import { run } from './failures.js';
import { queueNative } from './promises.js';

globalThis.queueMicrotask = function queueMicrotask(callback) {
  if (typeof callback !== 'function') throw new TypeError('queueMicrotask: the argument must be a function');
  queueNative(() => run(callback, undefined, [], 'queueMicrotask callback'));
};
