/**
 * The old WebSocket functions without a task (wx.sendSocketMessage, wx.closeSocket, wx.onSocketOpen …): they mean the
 * socket that was connected last.
 *
 * Runs in the logic process (QuickJS), used by facade.js. Their events are those of the task (ApiEvent).
 */

import { answerCallbacks, callWithOption } from './call.js';
/** @import { Tasks } from './tasks.js' */

const EVENTS = { onOpen: 'onSocketOpen', onMessage: 'onSocketMessage', onError: 'onSocketError', onClose: 'onSocketClose' };

/** @param {Tasks} tasks */
export function socketFunctions(tasks) {
  return {
    sendSocketMessage: (option) => onLast(tasks, 'sendSocketMessage', 'send', option),
    closeSocket: (option) => onLast(tasks, 'closeSocket', 'close', option),
  };
}

/** Tells the listeners of `wx` about an event of the last socket. */
export function socketEvent(tasks, listeners, target, name, detail) {
  const isLast = tasks.lastSocket && String(tasks.lastSocketId) === target;
  if (isLast && EVENTS[name]) listeners.fire(EVENTS[name], detail);
}

function onLast(tasks, name, method, option) {
  const { calls } = tasks;
  const given = option && typeof option === 'object' ? option : {};
  if (tasks.lastSocket) return callWithOption(calls, `SocketTask.${method}`, given, { task: tasks.lastSocketId });
  const failure = { errMsg: `${name}:fail WebSocket is not connected` };
  calls.bridge.later(() => answerCallbacks(calls.bridge, name, given, false, failure));
  return undefined;
}
