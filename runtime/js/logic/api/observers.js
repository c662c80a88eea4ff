/**
 * IntersectionObserver and MediaQueryObserver: the view watches, its events come back by key.
 *
 * Runs in the logic process (QuickJS). Sends ViewCall `observe`, `mediaQuery`, `unobserve`; view events of type
 * `observer` (wire.md, "View calls") reach `Observers.event`.
 * Source: reference, IntersectionObserver and MediaQueryObserver.
 */

import { bareClass } from '../base/records.js';
import { keepState, stateOf } from './private_state.js';
import { viewCall } from '../../shared/wire/view_calls.js';
/** @import { Bridge } from './facade.js' */

/** The observers that are connected. */
export class Observers {
  /** @param {Bridge} bridge */
  constructor(bridge) {
    this.bridge = bridge;
    this.lastKey = 0;
    /** @type {Map<number, (detail: object) => void>} */
    this.byKey = new Map();
  }

  /** An event of the view. @param {{key: number}} detail */
  event(detail) {
    const heard = this.byKey.get(detail.key);
    if (heard) heard(detail);
  }

  /** A key for events of the view. @param {(detail: any) => void} heard @returns {number} */
  keyFor(heard) {
    this.byKey.set(++this.lastKey, heard);
    return this.lastKey;
  }

  connect(scope, call, heard) {
    const pageId = this.bridge.pageIdOf(scope);
    const key = this.keyFor(heard);
    this.bridge.callView(pageId, { ...call, key }, () => {});
    return () => {
      if (this.byKey.delete(key)) this.bridge.callView(pageId, viewCall.unobserve({ key }), () => {});
    };
  }
}
bareClass(Observers);

export class IntersectionObserver {
  /** @param {Observers} observers @param {object | null} scope @param {object} [options] */
  constructor(observers, scope, options) {
    const { thresholds = [0], initialRatio = 0, observeAll = false } = options || {};
    const state = { observers, scope, thresholds, initialRatio, observeAll, relative: [], disconnect: null };
    keepState(this, state);
  }

  /** @param {string} selector @param {object} [margins] */
  relativeTo(selector, margins = {}) {
    stateOf(this).relative.push({ selector, margins });
    return this;
  }

  /** @param {object} [margins] */
  relativeToViewport(margins = {}) {
    stateOf(this).relative.push({ selector: null, margins });
    return this;
  }

  /** Starts; once for an observer. @param {string} targetSelector @param {Function} callback */
  observe(targetSelector, callback) {
    const { observers, scope, thresholds, initialRatio, observeAll, relative } = stateOf(this);
    if (stateOf(this).disconnect) return;
    const { bridge } = observers;
    const found = bridge.select(scope, String(targetSelector));
    const targets = observeAll ? found : found.slice(0, 1);
    if (targets.length === 0) return;
    const call = viewCall.observe({
      key: 0,
      nodes: targets.map((node) => node.ref),
      thresholds,
      initialRatio,
      relative: relative.map((one) => reference(bridge, scope, one)),
    });
    stateOf(this).disconnect = observers.connect(scope, call, (detail) => {
      const { key: _key, index, ...measured } = detail;
      const node = targets[index] || targets[0];
      const result = { id: node.id, dataset: node.dataset, ...measured };
      bridge.guard('IntersectionObserver callback', callback, undefined, [result]);
    });
  }

  /** Ends; no callback comes any more. */
  disconnect() {
    if (stateOf(this).disconnect) stateOf(this).disconnect();
    stateOf(this).disconnect = null;
  }
}

export class MediaQueryObserver {
  /** @param {Observers} observers @param {object | null} scope */
  constructor(observers, scope) {
    keepState(this, { observers, scope, disconnect: null });
  }

  /** @param {object} descriptor @param {Function} callback gets `{matches}`, at once and on every change */
  observe(descriptor, callback) {
    const { observers, scope } = stateOf(this);
    this.disconnect();
    const call = viewCall.observeMedia({ key: 0, descriptor });
    stateOf(this).disconnect = observers.connect(scope, call, (detail) => {
      const result = { matches: Boolean(detail.matches) };
      observers.bridge.guard('MediaQueryObserver callback', callback, undefined, [result]);
    });
  }

  /** Ends; no callback comes any more. */
  disconnect() {
    if (stateOf(this).disconnect) stateOf(this).disconnect();
    stateOf(this).disconnect = null;
  }
}

function reference(bridge, scope, { selector, margins }) {
  if (selector === null) return { nodes: 'viewport', margins };
  return { nodes: bridge.select(scope, selector).slice(0, 1).map((node) => node.ref), margins };
}
