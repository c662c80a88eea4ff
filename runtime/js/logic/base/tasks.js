/**
 * The door of the logic layer. Logic process. Python calls `receive(text)` for each message of the host, then `step()`
 * until it answers -1 … one task each, with the engine's microtasks pumped in between, and `endTask()` after each.
 * Other files add what they handle with `onMessage`, and what they do around tasks with the signals.
 */

import { reportUncaught } from './failures.js';
import { reportRejections } from './promises.js';
import { bare } from './records.js';
import { Signal } from './signal.js';
import { isTimerDue, nextTimerDelay, runTimer } from './timers.js';

/** @import { Receivers } from '../../shared/wire/logic.js' */

/** A task begins. */
export const taskBegun = new Signal();
/** A task has ended, with its microtasks: what the view must hear goes out. */
export const taskEnded = new Signal();
const receivers = /** @type {any} */ ({ __proto__: null });
let tasks = [];
let taskStarted = 0;

/**
 * The messages with a tag go to this function.
 * @template {keyof Receivers} Tag
 * @param {Tag} tag
 * @param {Receivers[Tag]} receiver
 */
export function onMessage(tag, receiver) {
  if (receivers[tag] !== undefined) throw new Error(`two receivers for the message '${tag}'`);
  receivers[tag] = receiver;
}

/** When the present task began, in the time of `performance.now()`; 0 before the first. */
export const taskStart = () => taskStarted;

/** Runs `task` as a task of its own, after those that wait already and the timers that are due by now. */
export function queueTask(task) {
  tasks.push({ run: task, since: performance.now() });
}

/** Takes one message of the host; it becomes one or more tasks. */
export function receive(text) {
  const message = bare(JSON.parse(text));
  const receiver = receivers[message.m];
  if (receiver === undefined) throw new Error(`no receiver for the message '${message.m}'`);
  queueTask(() => receiver(message));
}

/** The same at once, in the middle of another task; for what stands still meanwhile. */
export function receiveNow(text) {
  const message = bare(JSON.parse(text));
  const receiver = receivers[message.m];
  if (receiver !== undefined) receiver(message);
}

/** Runs the next task or due timer. Returns the milliseconds until there is more to do: 0 = now, -1 = nothing. */
export function step() {
  taskStarted = performance.now();
  taskBegun.send();
  // Whoever has waited longer is first: a flood of messages holds up no timer, and no timer the messages.
  if (tasks.length > 0 && !isTimerDue(tasks[0].since)) {
    const task = tasks.shift();
    try {
      task.run();
    } catch (error) {
      reportUncaught(error, 'base library', null);
    }
  } else runTimer();
}

/** Ends a task, after its microtasks: unhandled rejections, then what the view must hear. Returns as `step` says. */
export function endTask() {
  try {
    reportRejections();
    taskEnded.send();
  } catch (error) {
    reportUncaught(error, 'base library', null);
  }
  return tasks.length > 0 ? 0 : nextTimerDelay();
}
