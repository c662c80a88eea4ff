/**
 * Values on their way to the worklets of the view and back; `view/worklet/realm_values.js` has the other end and says
 * what the members `$` mean. Plain values are copied; shared values, worklets, functions, pages and components, elements
 * and the parts of `wx.worklet` go by their numbers and names.
 *
 * Runs in the logic process (QuickJS), used by worklets.js.
 */

import { bareClass } from '../base/records.js';
import { takenBy, workletOf } from '../base/worklets.js';

const ITEMS = 20000;
const CHARACTERS = 2000000;
const DEEPEST = 50;
const { getPrototypeOf, apply } = Reflect;
const DateOf = Date;
const { getTime } = Date.prototype;
const objectPrototype = Object.prototype;
const TOO_LARGE = 'is too large, too deep, or contains itself';

/** Numbers of what goes to the view, and what it is told of each. */
export class WorkletValues {
  /**
   * @param {(job: object) => void} send
   * @param {(value: any) => boolean} isInstance whether a value is a page or a component
   * @param {(text: string) => void} complain
   */
  constructor(send, isInstance, complain) {
    this.send = send;
    this.isInstance = isInstance;
    this.complain = complain;
    this.lastId = 0;
    /** What goes by a number or a name. @type {WeakMap<object, any>} */
    this.marks = new WeakMap();
    /** By number: functions of the program, pages and components, shared values with what they are here. @type {Map<number, any>} */
    this.functions = new Map();
    this.instances = new Map();
    this.shareds = new Map();
  }

  nextId() {
    this.lastId += 1;
    return this.lastId;
  }

  /** @param {object} value @param {any} said what the view is told of it @returns {any} the latter */
  mark(value, said) {
    this.marks.set(value, said);
    return said;
  }

  /** What the view is told of a value; of one that cannot go there, undefined, and the console hears why. @param {string} what */
  written(value, what) {
    try {
      return this.write(value, { items: ITEMS, characters: CHARACTERS }, 0, null);
    } catch (error) {
      this.complain(`${what} ${error instanceof RangeError && error.message === TOO_LARGE ? TOO_LARGE : `cannot be read: ${error && error.message}`}`);
      return { $: 'u' };
    }
  }

  write(value, room, depth, owner) {
    if (value === undefined || typeof value === 'symbol' || typeof value === 'bigint') return { $: 'u' };
    if (typeof value === 'number') {
      return value - value === 0 && !Object.is(value, -0) ? value : { $: 'n', v: Object.is(value, -0) ? '-0' : String(value) };
    }
    if (typeof value === 'string') {
      room.characters -= value.length;
      if (room.characters < 0) throw new RangeError(TOO_LARGE);
      return value;
    }
    if (value === null || typeof value === 'boolean') return value;
    const said = this.marks.get(value);
    if (said !== undefined && said.$ !== 'm') return said;
    if (typeof value === 'function') return this.ofFunction(value, owner);
    if (this.isInstance(value)) return this.ofInstance(value, []);
    room.items -= 1;
    if (depth > DEEPEST || room.items < 0) throw new RangeError(TOO_LARGE);
    if (Array.isArray(value)) return this.list(value, room, depth);
    if (value instanceof DateOf) return { $: 'd', v: apply(getTime, value, []) };
    const v = {};
    for (const name of Object.keys(value)) {
      Object.defineProperty(v, name, {
        value: this.write(value[name], room, depth + 1, null), enumerable: true, configurable: true, writable: true,
      });
    }
    return said === undefined ? { $: 'o', v } : { $: 'm', v };
  }

  list(value, room, depth) {
    const out = [];
    for (let i = 0; i < value.length; i++) out.push(this.write(value[i], room, depth + 1, null));
    return out;
  }

  /** A worklet goes with its text and what is around it, any other function stays here. @param {object | null} owner its `this` */
  ofFunction(fn, owner) {
    const worklet = workletOf(fn);
    const id = this.nextId();
    if (worklet === undefined) {
      this.functions.set(id, { fn, owner });
      return this.mark(fn, { $: 'f', id, name: String(fn.name || 'a function') });
    }
    const said = this.mark(fn, { $: 'w', id });
    const { text, path, line, own, bound } = worklet;
    if (bound !== null) {
      if (own !== null && this.isInstance(bound.self)) this.ofInstance(bound.self, own);
      const target = this.ofFunctionOnce(bound.target).id;
      const self = this.written(bound.self, `"this" of the worklet ${fn.name}`);
      this.send({ $: 'fn', id, bound: { target, self, args: this.written(bound.args, 'an argument of a worklet') } });
      return said;
    }
    const copied = takenBy(worklet);
    const taken = {};
    for (const name of Object.keys(worklet.taken)) {
      const value = copied[name];
      if (name === 'this' && own !== null && this.isInstance(value)) this.ofInstance(value, own);
      taken[name] = this.written(value, `"${name}", which a worklet takes from around it (${path}:${line}),`);
    }
    this.send({ $: 'fn', id, text, path, line, taken, bound: null });
    return said;
  }

  /** A function of ours that worklets call without `runOnJS`. @param {Function} fn @param {string} name */
  ofDirect(fn, name) {
    const id = this.nextId();
    this.functions.set(id, { fn, owner: undefined });
    return this.mark(fn, { $: 'f', id, name, isDirect: true });
  }

  ofFunctionOnce(fn) {
    return this.marks.get(fn) || this.ofFunction(fn, null);
  }

  /** A page or component, with the members that a worklet names. @param {string[]} names `*` for all that are no data */
  ofInstance(instance, names) {
    let said = this.marks.get(instance);
    if (said === undefined) {
      said = this.mark(instance, { $: 'i', id: this.nextId() });
      this.instances.set(said.id, { instance, names: new Set() });
    }
    const known = this.instances.get(said.id).names;
    const wanted = names.includes('*') ? [...names, ...Object.keys(instance)] : names;
    const fresh = wanted.filter((name) => name !== '*' && !known.has(name));
    for (const name of fresh) known.add(name);
    if (fresh.length > 0) this.tellMembers(instance, said.id, fresh);
    return said;
  }

  /** Members as they are now. Methods bring their own with them. */
  tellMembers(instance, id, names) {
    const members = {};
    for (const name of names) {
      const [outer, inner] = name.split('.');
      const holder = inner === undefined ? instance : instance[outer];
      const value = holder === null || holder === undefined ? undefined : holder[inner === undefined ? outer : inner];
      if (value === undefined) continue;
      if (typeof value === 'function') {
        const worklet = workletOf(value);
        if (worklet !== undefined && worklet.own !== null) this.ofInstance(instance, worklet.own);
        members[name] = this.marks.get(value) || this.ofFunction(value, instance);
      } else members[name] = this.written(value, `"${name}" of ${instance.is || 'a page'}, which a worklet names,`);
    }
    this.send({ $: 'instance', id, members });
  }

  /** All members that worklets know of an instance, as they are now. */
  refresh(instance, names) {
    const said = this.ofInstance(instance, names);
    this.tellMembers(instance, said.id, [...this.instances.get(said.id).names]);
    return said;
  }

  /** A value of what the view says. */
  read(said) {
    if (said === null || typeof said !== 'object') return said;
    if (Array.isArray(said)) return said.map((one) => this.read(one));
    const { $: kind, v, id } = said;
    if (kind === 'n') return v === '-0' ? -0 : Number(v);
    if (kind === 'd') return new DateOf(v);
    if (kind === 's') return this.shareds.get(id)?.object;
    if (kind === 'f') return this.functions.get(id)?.fn;
    if (kind === 'i') return this.instances.get(id)?.instance;
    if (kind !== 'o') return undefined;
    const out = {};
    for (const name of Object.keys(v)) {
      Object.defineProperty(out, name, { value: this.read(v[name]), enumerable: true, configurable: true, writable: true });
    }
    return out;
  }
}
bareClass(WorkletValues);
