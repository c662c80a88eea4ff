/**
 * wx.createCacheManager: answers of wx.request that rules mean are kept while the network is good; while it is weak, or
 * always, the program's listener of `request` decides what such a request gets. There is one manager in a program, and what
 * it keeps lasts until the program ends.
 *
 * Runs in the logic process (QuickJS), used by facade.js, which hands on the events of the network. The host says at the
 * beginning whether it is weak. Source: reference, CacheManager.
 */

import { bare, bareClass } from '../base/records.js';
import { answerCallbacks } from './call.js';
import { ruleOf } from './cache_rules.js';
import { handedOut } from './interception.js';
import { Listeners } from './listeners.js';
/** @import { Rule } from './cache_rules.js' */
/** @import { Tasks } from './tasks.js' */

const DAY_MS = 86_400_000;
const USUAL_AGE_MS = 7 * DAY_MS;
const LONGEST_AGE_MS = 30 * DAY_MS;
const MOST_KEPT = 500;
const EVENTS = ['request', 'enterWeakNetwork', 'exitWeakNetwork'];

/** @typedef {{ruleId: string, cacheId: string, data: any, createTime: number, maxAge: number}} Kept */

/** The manager of a program, once it has made one. */
export class RequestCaches {
  /** @param {Tasks} tasks */
  constructor(tasks) {
    this.tasks = tasks;
    this.isWeak = false;
    this.lastId = 0;
    /** @type {any} */
    this.manager = null;
    /** @type {Map<string, Rule>} */
    this.rules = new Map();
    /** By what was asked, the oldest first. @type {Map<string, Kept>} */
    this.kept = new Map();
    this.listeners = new Listeners(tasks.calls.bridge, 'CacheManager');
  }

  /** wx.createCacheManager. @param {any} option */
  create(option) {
    if (this.manager !== null) return this.manager;
    const { calls } = this.tasks;
    const { mode = 'weakNetwork', origin = '', maxAge } = option && typeof option === 'object' ? option : {};
    this.isWeak = calls.now('createCacheManager', {}) === true;
    const manager = bare({ mode, origin: String(origin), maxAge: ageOf(maxAge), state: 0 });
    this.manager = manager;
    Object.assign(manager, {
      addRule: (rule) => this.addRule(rule),
      addRules: (rules) => [...rules].map((rule) => this.addRule(rule)),
      deleteRule: (id) => this.deleteRule(id),
      deleteRules: (ids) => [...ids].forEach((id) => this.deleteRule(id)),
      clearRules: () => [...this.rules.keys()].forEach((id) => this.deleteRule(id)),
      match: (event) => this.matching(event),
      deleteCache: (id) => this.drop((kept) => kept.cacheId === id),
      deleteCaches: (ids) => this.drop((kept) => [...ids].includes(kept.cacheId)),
      clearCaches: () => this.kept.clear(),
      on: (event, handler) => EVENTS.includes(event) && this.listeners.add(event, handler),
      off: (event, handler) => this.listeners.remove(event, handler),
      start: () => manager.mode === 'none' && (manager.state = 1),
      stop: () => manager.mode === 'none' && (manager.state = 0),
    });
    this.follow();
    return handedOut(calls.bridge, 'CacheManager', manager);
  }

  /** wx.request. @param {any} option */
  request(option) {
    const rule = this.manager === null ? undefined : this.ruleFor(askedOf(option));
    if (rule === undefined) return this.tasks.start('request', option);
    const isAsked = this.manager.state === 1 && this.listeners.has('request');
    return isAsked ? this.ask(option) : this.keeping(option);
  }

  /** An event of `wx` about the network. @param {string} name @param {any} detail */
  event(name, detail) {
    if (this.manager === null || (name !== 'onNetworkWeakChange' && name !== 'onNetworkStatusChange')) return;
    const wasWeak = this.isWeak;
    this.isWeak = name === 'onNetworkWeakChange' ? Boolean(detail.weakNet) || detail.networkType === 'none' : !detail.isConnected;
    if (wasWeak === this.isWeak) return;
    this.follow();
    this.listeners.fire(this.isWeak ? 'enterWeakNetwork' : 'exitWeakNetwork');
  }

  follow() {
    const { manager } = this;
    if (manager.mode === 'always') manager.state = 1;
    else if (manager.mode !== 'none') manager.state = this.isWeak ? 1 : 0;
  }

  addRule(written) {
    const rule = ruleOf(written, `rule-${++this.lastId}`);
    this.rules.set(rule.id, rule);
    return rule.id;
  }

  deleteRule(id) {
    this.rules.delete(id);
    this.drop((kept) => kept.ruleId === id);
  }

  drop(isMeant) {
    for (const [key, kept] of [...this.kept]) if (isMeant(kept)) this.kept.delete(key);
  }

  ruleFor(asked) {
    return [...this.rules.values()].find((rule) => rule.holds(asked, this.manager.origin));
  }

  /** What is kept for an event of `request`; without any, an object without data. */
  matching(event) {
    const kept = this.kept.get(keyOf(askedOf(event)));
    if (kept === undefined || Date.now() - kept.createTime > kept.maxAge) return {};
    const { data } = kept;
    return { ...kept, data: data !== null && typeof data === 'object' ? { ...data, fromCache: true } : data };
  }

  keep(asked, data) {
    const rule = this.ruleFor(asked);
    if (rule === undefined) return;
    const key = keyOf(asked);
    this.kept.delete(key);
    const maxAge = rule.maxAge === undefined ? this.manager.maxAge : ageOf(rule.maxAge);
    this.kept.set(key, { ruleId: rule.id, cacheId: `cache-${++this.lastId}`, data, createTime: Date.now(), maxAge });
    if (this.kept.size > MOST_KEPT) this.kept.delete(this.kept.keys().next().value);
  }

  /** A request to the network, whose answer is kept. */
  keeping(option) {
    const { success } = option;
    const heard = (result) => {
      this.keep(askedOf(option), result);
      if (typeof success === 'function') success.call(option, result);
    };
    return this.tasks.start('request', { ...option, success: heard });
  }

  /** A request that the program's listener answers. */
  ask(option) {
    const { bridge } = this.tasks.calls;
    const [handler] = this.listeners.byEvent.get('request') || [];
    const toNetwork = ({ needUpdateCache = false } = {}) =>
      new Promise((resolve, reject) => {
        const callbacks = { success: resolve, fail: reject, complete: undefined };
        if (needUpdateCache) this.keeping({ ...option, ...callbacks });
        else this.tasks.start('request', { ...option, ...callbacks });
      });
    const event = { ...askedOf(option), request: toNetwork };
    bridge.later(() => {
      const answer = bridge.guard('CacheManager.request listener', handler, undefined, [event]);
      Promise.resolve(answer).then(
        (result) => answerCallbacks(bridge, 'request', option, true, result),
        (failure) => answerCallbacks(bridge, 'request', option, false, failureOf(failure)),
      );
    });
    return this.tasks.object('RequestTask', 0, new Listeners(bridge, 'RequestTask'));
  }
}
bareClass(RequestCaches);

function askedOf(option) {
  const { url = '', method = 'GET', data } = option && typeof option === 'object' ? option : {};
  return { url: String(url), method: String(method).toUpperCase(), data };
}

/** Equal requests have equal keys, in whatever order their data is written. */
function keyOf({ url, method, data }) {
  return JSON.stringify([method, url, sorted(data)]);
}

function sorted(value) {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map(sorted);
  return Object.keys(value).sort().map((key) => [key, sorted(value[key])]);
}

function ageOf(maxAge) {
  return typeof maxAge === 'number' && maxAge >= 0 ? Math.min(maxAge, LONGEST_AGE_MS) : USUAL_AGE_MS;
}

function failureOf(failure) {
  return failure !== null && typeof failure === 'object' ? failure : { errMsg: `request:fail ${failure}` };
}
