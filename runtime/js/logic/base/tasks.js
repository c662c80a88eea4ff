/**
 * The door of the logic layer. Logic process. Python calls `receive(text)` for each message of the host, then `step()`
 * until it answers -1 … one task each, with the engine's microtasks pumped in between, and `endTask()` after each.
 * Other files add what they handle to `receivers`, by the message's tag.
 */
'use strict';

const { defineProperty } = Reflect;
const PLAIN = { __proto__: null, writable: true, enumerable: true, configurable: true };
const objectPrototype = Object.prototype;
const arrayPrototype = Array.prototype;
__handset.receivers = {};
let tasks = [];

/** JSON text of a message. A `toJSON` that the program has given to every object or array has no part in it. */
function encoded(message) {
  const isForged = 'toJSON' in objectPrototype || 'toJSON' in arrayPrototype;
  return JSON.stringify(isForged ? unforged(message) : message);
}

/** The same value, of objects that have a `toJSON` of their own: none. */
function unforged(value) {
  if (typeof value !== 'object' || value === null) return value;
  const own = value.toJSON;
  const isForged = own === objectPrototype.toJSON || own === arrayPrototype.toJSON;
  if (typeof own === 'function' && !isForged) return unforged(value.toJSON());
  const copy = Array.isArray(value) ? [] : { __proto__: null };
  for (const key of Object.keys(value)) defineProperty(copy, key, { ...PLAIN, value: unforged(value[key]) });
  defineProperty(copy, 'toJSON', { __proto__: null, value: undefined });
  return copy;
}

/** Sends one message to the host. */
__handset.post = function (message) {
  let text;
  try {
    text = encoded(message);
  } catch (error) {
    text = encoded({ m: 'uncaught', message: __handset.cut(__handset.errorText(error)), stack: [], kind: 'program', where: message.m });
  }
  __handset.host.post(text);
};

/** The same; `measure` is called when the message has been encoded, and its number becomes the member `name`. */
__handset.postMeasured = function (message, name, measure) {
  let text;
  try {
    text = encoded(message);
  } catch (_unprintable) {
    __handset.post(message);
    return;
  }
  // Joined, not added: the engine hands sums of strings over as trees, which the host cannot take.
  __handset.host.post([text.slice(0, -1), ',"', name, '":', measure(), '}'].join(''));
};

/** Runs `task` as a task of its own, after those that wait already and the timers that are due by now. */
__handset.queueTask = function (task) {
  tasks.push({ run: task, since: performance.now() });
};

/** Takes one message of the host; it becomes one or more tasks. */
__handset.receive = function (text) {
  const message = JSON.parse(text);
  const receiver = __handset.receivers[message.m];
  if (receiver === undefined) throw new Error(`no receiver for the message '${message.m}'`);
  __handset.queueTask(() => receiver(message));
};

/** Runs the next task or due timer. Returns the milliseconds until there is more to do: 0 = now, -1 = nothing. */
__handset.step = function () {
  __handset.taskStarted = performance.now();
  // Whoever has waited longer is first: a flood of messages holds up no timer, and no timer the messages.
  if (tasks.length > 0 && !__handset.isTimerDue(tasks[0].since)) {
    const task = tasks.shift();
    try {
      task.run();
    } catch (error) {
      __handset.reportUncaught(error, 'base library', null);
    }
  } else __handset.runTimer();
};

/** Ends a task, after its microtasks: unhandled rejections, then what the view must hear. Returns as `step` says. */
__handset.endTask = function () {
  try {
    __handset.reportRejections();
    __handset.flush();
  } catch (error) {
    __handset.reportUncaught(error, 'base library', null);
  }
  __handset.isInTap = false;
  return tasks.length > 0 ? 0 : __handset.nextTimerDelay();
};
