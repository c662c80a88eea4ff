/**
 * wx.createWorker: the object in the program. The worker runs in a process of its own (simulator/worker/wx_workers.py)
 * and is known by the id of the call that created it.
 *
 * Runs in the logic process (QuickJS), used by facade.js. Its events come as ApiEvent with that id as target:
 * `onMessage` (`{message}`), `onError`, `onProcessKilled`.
 */

import { bareClass } from '../base/records.js';
import { decode } from './codec.js';
import { handedOut } from './interception.js';
import { Listeners } from './listeners.js';
import { noticeOnce } from './unsupported_objects.js';
import { USER_DATA_PATH } from './user_data.js';
/** @import { Calls } from './call.js' */

/** The workers that can still be heard. */
export class Workers {
  /** @param {Calls} calls */
  constructor(calls) {
    this.calls = calls;
    /** @type {Map<string, Listeners>} */
    this.running = new Map();
  }

  /** @param {unknown} scriptPath @param {object} [options] @returns {object} the worker */
  create(scriptPath, options) {
    const { calls, running } = this;
    calls.now('createWorker', { scriptPath, options });
    const task = calls.lastId;
    const listeners = new Listeners(calls.bridge, 'Worker');
    running.set(String(task), listeners);
    const worker = {
      env: { USER_DATA_PATH: USER_DATA_PATH },
      postMessage(message) {
        if (running.has(String(task))) calls.now('Worker.postMessage', { task, message });
      },
      terminate() {
        if (running.delete(String(task))) calls.now('Worker.terminate', { task });
      },
      testOnProcessKilled() {
        if (running.has(String(task))) calls.now('Worker.testOnProcessKilled', { task });
      },
      getCameraFrameData: noticeOnce(calls.bridge, 'Worker.getCameraFrameData'),
    };
    listeners.attach(worker, ['onMessage', 'onError', 'onProcessKilled']);
    return handedOut(calls.bridge, 'Worker', worker);
  }

  /** An event of a worker. @returns {boolean} whether the target is one of them */
  event(target, name, detail) {
    const listeners = this.running.get(target);
    if (listeners === undefined) return false;
    if (name === 'onProcessKilled') this.running.delete(target);
    listeners.fire(name, name === 'onMessage' ? decode(detail.message) : detail);
    return true;
  }
}
bareClass(Workers);
