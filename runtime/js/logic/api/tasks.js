/**
 * The objects that request, uploadFile, downloadFile and connectSocket return.
 *
 * Runs in the logic process (QuickJS), used by facade.js. A task is known by the id of the call that made it: its
 * methods are calls with `task: id`, its events come as ApiEvent with `target` = the id as text.
 */

import { bare, bareClass } from '../base/records.js';
import { answerCallbacks, argumentsOf, callWithOption, decodedResult } from './call.js';
import { handedOut } from './interception.js';
import { Listeners } from './listeners.js';
/** @import { Calls } from './call.js' */
/** @import { ApiTable } from './facade.js' */

/** Tasks that can still get events. */
export class Tasks {
  /** @param {Calls} calls @param {ApiTable} table */
  constructor(calls, table) {
    this.calls = calls;
    this.table = table;
    /** @type {Map<string, Listeners>} */
    this.running = new Map();
    /** The WebSocket that the old functions without a task mean. @type {object | null} */
    this.lastSocket = null;
    this.lastSocketId = 0;
  }

  /**
   * Starts a call that returns a task.
   * @param {string} name @param {any} option
   * @param {{kind: string, args: object, finish: (ok: boolean, result: object) => object}} [other] what differs from the
   *   usual: the kind of task, the arguments, what a result becomes
   * @returns {object} the task
   */
  start(name, option, other) {
    const given = option && typeof option === 'object' ? option : {};
    const kind = other ? other.kind : this.table.returns[name];
    const { bridge } = this.calls;
    const listeners = new Listeners(bridge, kind);
    const callId = this.calls.start(name, other ? other.args : argumentsOf(given), (ok, result) => {
      if (kind !== 'SocketTask' || !ok) this.running.delete(String(callId));
      answerCallbacks(bridge, name, given, ok, other ? other.finish(ok, result) : decodedResult(name, result));
    });
    this.running.set(String(callId), listeners);
    const task = this.object(kind, callId, listeners);
    if (kind === 'SocketTask') {
      this.lastSocket = task;
      this.lastSocketId = callId;
    }
    return task;
  }

  /** An event of a task. @param {string} target @param {string} name @param {any} detail */
  event(target, name, detail) {
    const listeners = this.running.get(target);
    if (!listeners) return;
    listeners.fire(name, detail);
    if (name === 'onClose') this.running.delete(target);
  }

  object(kind, callId, listeners) {
    const task = bare({});
    const methods = this.table.objects[kind] || {};
    for (const method of Object.keys(methods)) {
      const [letter] = methods[method];
      if (letter === '+' || letter === '-') continue;
      task[method] = (option) => callWithOption(this.calls, `${kind}.${method}`, optionOf(option), { task: callId });
    }
    listeners.attach(task, Object.keys(methods).filter((method) => '+-'.includes(methods[method][0])));
    return handedOut(this.calls.bridge, kind, task);
  }
}
bareClass(Tasks);

/** A promise of a task's method that fails has nobody to hear it, so it gets a callback. */
function optionOf(option) {
  const given = option && typeof option === 'object' ? option : {};
  return { complete() {}, ...given };
}
