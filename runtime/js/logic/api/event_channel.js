/**
 * EventChannel: two ends, one with the page that calls wx.navigateTo, one with the page that it opens. What one end
 * emits, the listeners of the other end hear; what nobody hears is gone.
 *
 * Runs in the logic process (QuickJS). The façade makes a pair by the call's id; the logic layer takes the opened page's
 * end when it carries out the message Route with that `opener_call_id`.
 * Source: reference, EventChannel.
 */

import { keepState, stateOf } from './private_state.js';
/** @import { Bridge } from './facade.js' */

class EventChannel {
  /** @param {Bridge} bridge */
  constructor(bridge) {
    keepState(this, { bridge, other: null, listeners: new Map() });
  }

  /** @param {string} eventName @param {unknown[]} args */
  emit(eventName, ...args) {
    const { other, bridge } = stateOf(this);
    if (!other) return;
    const { listeners } = stateOf(other);
    for (const entry of [...(listeners.get(eventName) || [])]) {
      if (entry.once) other.off(eventName, entry.fn);
      bridge.guard(`EventChannel ${eventName} listener`, entry.fn, undefined, args);
    }
  }

  /** @param {string} eventName @param {Function} fn */
  on(eventName, fn) {
    listen(this, eventName, fn, false);
  }

  /** @param {string} eventName @param {Function} fn */
  once(eventName, fn) {
    listen(this, eventName, fn, true);
  }

  /** @param {string} eventName @param {Function} [fn] all listeners of the event if left out */
  off(eventName, fn) {
    const { listeners } = stateOf(this);
    if (typeof fn !== 'function') listeners.delete(eventName);
    else listeners.set(eventName, (listeners.get(eventName) || []).filter((entry) => entry.fn !== fn));
  }
}

function listen(channel, eventName, fn, once) {
  if (typeof fn !== 'function') return;
  const { listeners } = stateOf(channel);
  listeners.set(eventName, [...(listeners.get(eventName) || []), { fn, once }]);
}

/**
 * Both ends of a new channel.
 * @param {Bridge} bridge @param {Record<string, Function>} [events] listeners of the opening page
 * @returns {[EventChannel, EventChannel]} the opening page's end, the opened page's end
 */
export function channelPair(bridge, events = {}) {
  const opener = new EventChannel(bridge);
  const opened = new EventChannel(bridge);
  stateOf(opener).other = opened;
  stateOf(opened).other = opener;
  for (const name of Object.keys(events)) opener.on(name, events[name]);
  return [opener, opened];
}
