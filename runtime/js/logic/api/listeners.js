/**
 * Lists of listeners, for `wx.on…`/`wx.off…` and for the objects that have their own.
 *
 * Runs in the logic process (QuickJS). Events come with the message ApiEvent or from the logic layer itself.
 */

import { asPlain, bare, bareClass } from '../base/records.js';

/** @import { Bridge } from './facade.js' */

/** Listeners by event name (`onThemeChange`), in the order in which they were added. */
export class Listeners {
  /** @param {Bridge} bridge @param {string} owner for messages: 'wx' or the kind of object */
  constructor(bridge, owner) {
    this.bridge = bridge;
    this.owner = owner;
    /** @type {Map<string, Function[]>} */
    this.byEvent = new Map();
  }

  /** @param {string} event @param {unknown} listener what is no function is ignored */
  add(event, listener) {
    if (typeof listener !== 'function') return;
    this.byEvent.set(event, [...(this.byEvent.get(event) || []), listener]);
  }

  /** Removes one listener, or all of them if none is named. @param {string} event @param {unknown} [listener] */
  remove(event, listener) {
    if (typeof listener !== 'function') this.byEvent.delete(event);
    else this.byEvent.set(event, (this.byEvent.get(event) || []).filter((one) => one !== listener));
  }

  /** @param {string} event */
  has(event) {
    return (this.byEvent.get(event) || []).length > 0;
  }

  /** What the latest listener gives. @param {string} event */
  ask(event) {
    const latest = (this.byEvent.get(event) || []).slice(-1)[0];
    return this.bridge.guard(`${this.owner}.${event} listener`, latest, undefined, [{}]);
  }

  /** Calls every listener, each guarded by itself. @param {string} event @param {unknown[]} args */
  fire(event, ...args) {
    for (const listener of this.byEvent.get(event) || []) {
      this.bridge.guard(`${this.owner}.${event} listener`, listener, undefined, args);
    }
  }

  /**
   * Gives an object the methods `onX` and `offX` of these listeners; with them it is complete.
   * @param {any} target @param {string[]} names method names
   */
  attach(target, names) {
    bare(target);
    for (const name of names) {
      target[name] = name.startsWith('on')
        ? (listener) => this.add(name, listener)
        : (listener) => this.remove(name.replace(/^off/, 'on'), listener);
    }
    asPlain(target);
  }
}
bareClass(Listeners);
