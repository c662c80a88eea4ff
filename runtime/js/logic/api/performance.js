/**
 * wx.getPerformance: the newest entries of the program's run, and observers of those that come.
 *
 * Runs in the logic process (QuickJS), used by facade.js, which hands the entries on (pages/timeline.js).
 */

import { bareClass } from '../base/records.js';
import { handedOut } from './interception.js';
/** @import { Bridge } from './facade.js' */

/** Source: reference, Performance.setBufferSize. */
const BUFFER_SIZE = 30;
const TYPES = ['navigation', 'render', 'script', 'loadPackage'];

/** The entries of one program, and who observes them. */
export class Timeline {
  /** @param {Bridge} bridge */
  constructor(bridge) {
    this.bridge = bridge;
    this.size = BUFFER_SIZE;
    this.entries = [];
    /** @type {Set<Observer>} */
    this.observers = new Set();
  }

  add(entry) {
    this.entries.push(entry);
    while (this.entries.length > this.size) this.entries.shift();
    for (const observer of this.observers) observer.take(entry);
  }

  /** What wx.getPerformance returns. */
  performance() {
    const timeline = this;
    return {
      ...entryList(() => timeline.entries),
      setBufferSize(size) {
        if (!(size >= 0)) return;
        timeline.size = Math.floor(size);
        timeline.entries.splice(0, timeline.entries.length - timeline.size);
      },
      createObserver(callback) {
        const observer = new Observer(timeline, callback);
        return handedOut(timeline.bridge, 'PerformanceObserver', {
          supportedEntryTypes: [...TYPES],
          observe: (options) => observer.observe(options),
          disconnect: () => observer.disconnect(),
        });
      },
    };
  }
}
bareClass(Timeline);

/** Gets the entries of some types, together where several come in one task. */
class Observer {
  constructor(timeline, callback) {
    this.timeline = timeline;
    this.callback = callback;
    this.types = [];
    this.taken = [];
  }

  observe(options) {
    const given = options && typeof options === 'object' ? options : {};
    this.types = given.type === undefined ? [...(given.entryTypes || [])] : [given.type];
    this.timeline.observers.add(this);
    if (given.type !== undefined && given.buffered) for (const entry of this.timeline.entries) this.take(entry);
  }

  disconnect() {
    this.timeline.observers.delete(this);
    this.taken = [];
  }

  take(entry) {
    if (!this.types.includes(entry.entryType)) return;
    this.taken.push(entry);
    if (this.taken.length > 1) return;
    const { bridge } = this.timeline;
    bridge.later(() => {
      const taken = this.taken.splice(0);
      if (taken.length === 0 || typeof this.callback !== 'function') return;
      bridge.guard('PerformanceObserver callback', this.callback, undefined, [handedOut(bridge, 'EntryList', entryList(() => taken))]);
    });
  }
}
bareClass(Observer);

/** The methods that find entries; each hands out copies. @param {() => object[]} entries */
function entryList(entries) {
  const found = (isWanted) => entries().filter(isWanted).map((entry) => ({ ...entry }));
  return {
    getEntries: () => found(() => true),
    getEntriesByName: (name, type) => found((one) => one.name === name && (type === undefined || one.entryType === type)),
    getEntriesByType: (type) => found((one) => one.entryType === type),
  };
}
