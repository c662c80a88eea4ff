/**
 * setTimeout and setInterval. Logic process. The worker's loop asks `nextTimerDelay` how long it may sleep, and calls
 * `runTimer` for each one that is due, so that microtasks run in between.
 */

import { complain } from './console.js';
import { run } from './failures.js';

let queue = [];
let lastId = 0;

function insert(timer) {
  let low = 0;
  let high = queue.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (queue[middle].due <= timer.due) low = middle + 1;
    else high = middle;
  }
  queue.splice(low, 0, timer);
}

function start(name, callback, delay, args, repeats) {
  if (typeof callback !== 'function') {
    complain(`${name}: the first argument must be a function, got ${typeof callback}`);
    return 0;
  }
  const asked = typeof delay === 'symbol' || typeof delay === 'bigint' ? NaN : Number(delay);
  const wait = Math.max(repeats ? 1 : 0, Number.isFinite(asked) ? asked : 0);
  lastId += 1;
  insert({ id: lastId, name, callback, args, due: performance.now() + wait, every: repeats ? wait : -1 });
  return lastId;
}

function stop(id) {
  queue = queue.filter((timer) => timer.id !== id);
}

globalThis.setTimeout = (callback, delay, ...args) => start('setTimeout', callback, delay, args, false);
globalThis.setInterval = (callback, delay, ...args) => start('setInterval', callback, delay, args, true);
globalThis.clearTimeout = stop;
globalThis.clearInterval = stop;

/** Milliseconds until the next timer is due (0 = now); -1 if there is none. */
export function nextTimerDelay() {
  return queue.length === 0 ? -1 : Math.max(0, queue[0].due - performance.now());
}

/** The functions that timers wait to call. */
export const pendingCallbacks = () => queue.map((timer) => timer.callback);

/** Whether a timer was due at this time of `performance.now()`. */
export function isTimerDue(time) {
  return queue.length > 0 && queue[0].due <= time;
}

/** Runs the timer that is due first, if any is due. */
export function runTimer() {
  const now = performance.now();
  if (!isTimerDue(now)) return;
  const timer = queue.shift();
  if (timer.every >= 0) {
    // An interval keeps its beat; beats that the program has slept through are left out.
    timer.due += timer.every * Math.max(1, Math.ceil((now - timer.due) / timer.every));
    insert(timer);
  }
  run(timer.callback, undefined, timer.args, `${timer.name} callback`);
}
