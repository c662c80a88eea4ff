/**
 * Objects about the program itself: update manager, log managers, idle callbacks.
 *
 * Runs in the logic process (QuickJS), used by facade.js. `applyUpdate` is the call restartMiniProgram.
 */

import { handedOut } from './interception.js';
import { Listeners } from './listeners.js';
/** @import { Calls } from './call.js' */
/** @import { Bridge } from './facade.js' */

const LEVELS = ['debug', 'info', 'log', 'warn', 'error'];
const IDLE_MS = 10;

/**
 * There is never a newer package, nor a newer plugin: says so to who asks.
 * @param {Calls} calls @param {'UpdateManager' | 'PluginUpdateManager'} kind
 */
export function updateManager(calls, kind) {
  const { bridge } = calls;
  const listeners = new Listeners(bridge, kind);
  const manager = {};
  if (kind === 'UpdateManager') manager.applyUpdate = () => void calls.start('restartMiniProgram', {}, () => {});
  listeners.attach(manager, ['onCheckForUpdate', 'onUpdateReady', 'onUpdateFailed']);
  bridge.later(() => listeners.fire('onCheckForUpdate', { hasUpdate: false }));
  return handedOut(bridge, kind, manager);
}

/** Log managers write to the console. @param {string[]} more names of methods without effect */
export function logManager(more) {
  const manager = {};
  for (const level of LEVELS) manager[level] = (...args) => console[level](...args);
  for (const name of more) manager[name] = () => {};
  return manager;
}

/** getRealtimeLogManager: like a log manager, with filters and tags. @param {Bridge} bridge */
export function realtimeLogManager(bridge) {
  return {
    ...logManager(['setFilterMsg', 'addFilterMsg', 'in', 'getCurrentState']),
    tag: (name) => {
      const tagged = logManager(['setFilterMsg', 'addFilterMsg']);
      for (const level of LEVELS) tagged[level] = (...args) => console[level](`[${name}]`, ...args);
      return handedOut(bridge, 'RealtimeTagLogManager', tagged);
    },
  };
}

/** requestIdleCallback and cancelIdleCallback. @param {Bridge} bridge */
export function idleCallbacks(bridge) {
  let lastId = 0;
  const waiting = new Set();
  return {
    requestIdleCallback(callback) {
      const id = ++lastId;
      waiting.add(id);
      bridge.later(() => {
        if (!waiting.delete(id) || typeof callback !== 'function') return;
        const deadline = { didTimeout: false, timeRemaining: () => IDLE_MS };
        bridge.guard('wx.requestIdleCallback callback', callback, undefined, [deadline]);
      });
      return id;
    },
    cancelIdleCallback(id) {
      waiting.delete(id);
    },
  };
}
