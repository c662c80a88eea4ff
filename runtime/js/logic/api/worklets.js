/**
 * `wx.worklet`, `this.applyAnimatedStyle`, `this.clearAnimatedStyle`, and handlers of elements that are worklets. Worklets
 * run in the view; what a program sets and reads here is its own copy of a shared value, which both sides tell each other.
 *
 * Runs in the logic process (QuickJS), used by facade.js. Sends ViewCall `worklets` with orders, each an object with its
 * kind in `$`: `fn`, `instance`, `shared`, `set`, `derived`, `run`, `cancel`, `style`, `unstyle`, `handlers`. Hears view
 * events of type `observer` with `worklet` in the detail, and of type `worklet`. Source: reference, wx.worklet.
 */

import { nodeOf } from '../base/node_of.js';
import { bareClass } from '../base/records.js';
import { workletOf } from '../base/worklets.js';
import { askHost } from './interception.js';
import { WorkletValues } from './worklet_values.js';
import { createEasing } from '../../shared/worklet/easing.js';
import { viewCall } from '../../shared/wire/view_calls.js';
/** @import { Bridge } from './facade.js' */

/** Of a program. */
export class Worklets {
  /** @param {Bridge} bridge */
  constructor(bridge) {
    this.bridge = bridge;
    /** Orders that have not been sent yet. @type {any[]} */
    this.jobs = [];
    this.values = new WorkletValues((job) => this.jobs.push(job), bridge.isComponent, bridge.complain);
    this.lastStyle = 0;
    /** Updaters whose elements are not there yet. @type {any[]} */
    this.waiting = [];
    /** Of each instance: selector → numbers of its updaters. @type {WeakMap<object, Map<string, number[]>>} */
    this.styles = new WeakMap();
  }

  /** `wx.worklet`. */
  namespace() {
    const { values } = this;
    const easing = createEasing((curve, name, args) =>
      values.mark(curve, { $: 'e', name, args: args === null ? null : values.written(args, 'an argument of a curve') }));
    const animation = (fields) => {
      values.mark(fields, { $: 'm' });
      return fields;
    };
    const scrollTo = (ref, options) => this.runOnUI(scrolling.scrollTo, [ref, options]);
    const scrolling = this.offered('WorkletScrollViewContext', { scrollTo });
    const toolkit = this.offered('Worklet', {
      shared: (value) => this.shared(value),
      derived: (updater) => this.derived(updater),
      timing: (to, options, callback) => animation({ kind: 'timing', to, options, callback }),
      spring: (to, options, callback) => animation({ kind: 'spring', to, options, callback }),
      decay: (options, callback) => animation({ kind: 'decay', options, callback }),
      delay: (ms, delayed) => animation({ kind: 'delay', ms, animation: delayed }),
      repeat: (repeated, times, isReversed, callback) =>
        animation({ kind: 'repeat', animation: repeated, times, isReversed, callback }),
      sequence: (...list) => animation({ kind: 'sequence', list }),
      runOnUI: (fn) => (...args) => this.runOnUI(fn, args),
      runOnJS: (fn) => fn,
      cancelAnimation: (shared) => this.cancel(shared),
      Easing: easing,
      scrollViewContext: scrolling,
    });
    for (const name of Object.keys(toolkit)) values.mark(toolkit[name], { $: 'k', name });
    values.mark(scrolling.scrollTo, { $: 'k', name: 'scrollViewContext.scrollTo' });
    values.mark(toolkit, { $: 'k', name: '' });
    return toolkit;
  }

  /** An object that is there from the start: the host may want to see its calls later. @template T @param {string} kind @param {T} object */
  offered(kind, object) {
    const { bridge } = this;
    const rows = bridge.table.objects[kind];
    for (const method of Object.keys(rows)) {
      const own = object[method];
      const name = `${kind}.${method}`;
      object[method] = (...args) => {
        if (!bridge.intercepted.has(name)) return own(...args);
        return askHost(bridge, { name, row: rows[method], args, carryOut: () => own(...args) });
      };
    }
    return object;
  }

  shared(value) {
    const { values } = this;
    const id = values.nextId();
    const record = { value, version: 0 };
    const object = {};
    Object.defineProperty(object, 'value', {
      enumerable: true,
      get: () => record.value,
      set: (given) => this.set(id, record, given),
    });
    values.shareds.set(id, { object, record });
    values.mark(object, { $: 's', id });
    this.jobs.push({ $: 'shared', id, value: values.written(value, 'a shared value') });
    return object;
  }

  /** The view is told; an animation leaves the value as it is until the view tells how far it is. */
  set(id, record, given) {
    const said = typeof given === 'object' && given !== null ? this.values.marks.get(given) : undefined;
    if (said === undefined || said.$ !== 'm') record.value = given;
    record.version += 1;
    this.jobs.push({ $: 'set', id, version: record.version, value: this.values.written(given, 'a shared value') });
  }

  derived(updater) {
    if (!this.isWorklet(updater, 'wx.worklet.derived')) return this.shared(undefined);
    const object = this.shared(this.bridge.guard('derived', updater, undefined, []));
    this.jobs.push({ $: 'derived', id: this.values.marks.get(object).id, fn: this.values.ofFunctionOnce(updater).id });
    return object;
  }

  runOnUI(fn, args) {
    const said = typeof fn === 'function' ? this.values.written(fn, 'a worklet') : undefined;
    if (said === undefined || said.$ === 'f') {
      this.isWorklet(fn, 'wx.worklet.runOnUI');
      return;
    }
    this.jobs.push({ $: 'run', fn: said, args: this.values.written(args, 'an argument of a worklet') });
  }

  cancel(shared) {
    const said = typeof shared === 'object' && shared !== null ? this.values.marks.get(shared) : undefined;
    if (said !== undefined && said.$ === 's') this.jobs.push({ $: 'cancel', id: said.id });
  }

  /** Says so if a function is no worklet. @param {string} what wants one */
  isWorklet(fn, what) {
    if (typeof fn === 'function' && workletOf(fn) !== undefined) return true;
    this.bridge.complain(`${what} needs a function with the directive 'worklet'`);
    return false;
  }

  /** `this.applyAnimatedStyle`. @param {any} options `immediate`: whether the updater runs at once */
  applyStyle(instance, selector, updater, options, callback) {
    if (!this.isWorklet(updater, 'applyAnimatedStyle')) return;
    this.lastStyle += 1;
    const id = this.lastStyle;
    const bySelector = this.styles.get(instance) || new Map();
    this.styles.set(instance, bySelector);
    bySelector.set(selector, [...(bySelector.get(selector) || []), id]);
    this.waiting.push({ id, instance, selector, updater });
    if (typeof callback === 'function') this.bridge.later(() => this.bridge.guard('applyAnimatedStyle callback', callback, instance, [{ styleId: id }]));
  }

  /** `this.clearAnimatedStyle`. @param {number[] | null} ids none = all of the selector */
  clearStyle(instance, selector, ids, callback) {
    const bySelector = this.styles.get(instance) || new Map();
    const applied = bySelector.get(selector) || [];
    const gone = Array.isArray(ids) && ids.length > 0 ? applied.filter((id) => ids.includes(id)) : applied;
    bySelector.set(selector, applied.filter((id) => !gone.includes(id)));
    this.waiting = this.waiting.filter(({ id }) => !gone.includes(id));
    for (const id of gone) this.jobs.push({ $: 'unstyle', id });
    if (typeof callback === 'function') this.bridge.later(() => this.bridge.guard('clearAnimatedStyle callback', callback, instance, []));
  }

  /** The elements may be there now. A page that has gone takes its updaters with it. */
  bindStyles() {
    const { bridge } = this;
    for (const style of this.waiting.splice(0)) {
      const { id, instance, selector, updater } = style;
      const page = bridge.pageIdOf(instance);
      const component = nodeOf(instance);
      if (page === 0 || !bridge.hasPage(page) || (component !== null && component.isDetached)) continue;
      const nodes = bridge.hasTree(instance) ? bridge.select(instance, selector).map(({ ref }) => [ref[0], ref[1]]) : [];
      if (nodes.length === 0 || nodes.some(([fragment]) => fragment === 0)) this.waiting.push(style);
      else {
        const fn = this.values.ofFunctionOnce(updater).id;
        this.jobs.push({ $: 'style', page, id, fn, nodes });
      }
    }
  }

  /** The view asks for the handlers of an element. @param {object} instance whose template has it @param {Record<string, string>} given */
  handlers(pageId, instance, node, given) {
    const handlers = {};
    for (const name of Object.keys(given)) {
      const method = given[name];
      const fn = instance[method];
      if (!this.isWorklet(fn, `worklet:${name} ("${method}" of ${instance.is})`)) continue;
      const said = this.values.refresh(instance, workletOf(fn)?.own || []);
      handlers[name] = { instance: said.id, fn: this.values.ofFunctionOnce(fn).id, name: method };
    }
    this.jobs.push({ $: 'handlers', page: pageId, node, handlers });
  }

  /** What the view tells: values that have changed, a function that is called. */
  event({ values: changed, call }) {
    const { values } = this;
    for (const [id, version, said] of changed || []) {
      const record = values.shareds.get(id)?.record;
      // What was set here meanwhile is newer.
      if (record && record.version === version) record.value = values.read(said);
    }
    if (call === undefined) return;
    const known = values.functions.get(call.fn);
    if (known === undefined) return;
    const self = values.read(call.self);
    this.bridge.guard('runOnJS', known.fn, self === undefined ? known.owner : self, values.read(call.args));
  }

  /** Sends what has been ordered; called after the DOM operations of a task. */
  flush() {
    if (this.jobs.length === 0 && this.waiting.length === 0) return;
    const page = this.bridge.pageIdOf(null);
    if (page === 0) return;
    if (this.waiting.length > 0) this.bindStyles();
    if (this.jobs.length > 0) this.bridge.order(page, viewCall.worklets({ jobs: this.jobs.splice(0) }));
  }
}
bareClass(Worklets);
