/**
 * The part of the view that lies inside the realm of worklets: shared values, what is derived from them, animations, and
 * everything that a worklet gets into its hands.
 *
 * realm.js evaluates the text of this file in the realm, joined with those that it imports. A worklet may redefine every
 * built-in of the realm at any time; across the border go texts, numbers and truth values alone (wxs/realm_border.js).
 * Orders come as JSON (`worklet_jobs.js` of the logic layer says which).
 */

import { createEasing } from "../../shared/worklet/easing.js";
import { emptyRealm, tightened } from "../wxs/realm_border.js";
import { createValues } from "./realm_values.js";
import { createSharedValues, ownMap } from "./shared_values.js";

const { apply, defineProperty } = Reflect;
const { parse, stringify } = JSON;
const evaluate = eval;
const textOf = String;
const Marks = WeakMap;
const SOURCE_PREFIX = 'handset-worklet/';
const LANGUAGE =
  'Object Function Array Number parseFloat parseInt Infinity NaN undefined Boolean String Symbol Date Promise RegExp Error ' +
  'AggregateError EvalError RangeError ReferenceError SyntaxError TypeError URIError globalThis JSON Math Intl ArrayBuffer ' +
  'Uint8Array Int8Array Uint16Array Int16Array Uint32Array Int32Array Float32Array Float64Array Uint8ClampedArray DataView ' +
  'BigInt Map Set WeakMap WeakSet WeakRef Proxy Reflect decodeURI decodeURIComponent encodeURI encodeURIComponent isFinite isNaN';

function put(object, name, value) {
  const description = { __proto__: null, value, writable: true, configurable: true, enumerable: false };
  defineProperty(object, name, description);
}

/** Text of a value for the console. */
function shown(value) {
  if (typeof value === 'function') return '[function]';
  if (typeof value !== 'object' || value === null) return textOf(value);
  try {
    return `${stringify(value)}`;
  } catch {
    return '[object]';
  }
}

/**
 * `functions` of the page view: style(id, text), value(id, text) of one that is followed, tell(text) what the logic layer is to hear, failed(message, stack),
 * log(level, text), changed() there is something to send, frame() `tick` is wanted, timer(id, ms), scroll(text).
 */
export function createRealm(functions) {
  const port = tightened(functions);
  const names = { __proto__: null };
  for (const name of LANGUAGE.split(' ')) names[name] = 1;
  emptyRealm(names);

  const worklets = ownMap();
  const instances = ownMap();
  const remotes = ownMap();
  const timers = ownMap();
  const marks = new Marks();
  put(marks, 'get', Marks.prototype.get);
  put(marks, 'set', Marks.prototype.set);
  let lastLocal = 0;
  let clock = 0;

  const easing = createEasing((curve, name, args) => marks.set(curve, { $: 'e', name, args: args === null ? null : args.map(mark) }));
  const values = createValues({
    __proto__: null, markOf: (value) => marks.get(value), shared: (id) => shareds.at(id).object, worklet: workletAt, remote: remoteAt,
    instance: instanceAt, part, animation: animated,
    curve: (name, args) => (args === null ? easing[name] : apply(easing[name], undefined, args)),
    element: (ref) => marked({}, { $: 'r', v: ref }),
  });

  const shareds = createSharedValues({
    __proto__: null, guarded, report, frame: () => port.frame(), changed: () => port.changed(),
    made: (object, id) => marked(object, { $: 's', id }), animation: (value) => (isAnimation(value) ? value : null),
    curve: easing.inOut(easing.quad),
  });

  function mark(value) {
    return values.write(value);
  }

  function marked(object, said) {
    marks.set(object, said);
    return object;
  }

  // Calls.

  let depth = 0;

  /** Runs code of the program; undefined if it throws. What it has changed has its effects afterwards. */
  function guarded(run) {
    depth += 1;
    try {
      return run();
    } catch (error) {
      report(error);
      return undefined;
    } finally {
      depth -= 1;
      if (depth === 0) shareds.settle();
    }
  }

  /** What a worklet has thrown: anything, with getters that throw in turn. */
  function report(error) {
    let message = 'an error without words';
    let stack = '';
    try {
      const isError = typeof error === 'object' && error !== null;
      message = textOf(isError ? error.message : error);
      if (isError) stack = textOf(error.stack);
    } catch {
      // What there is will do.
    }
    port.failed(message, stack);
  }

  /** A worklet by its number. It is built when it is first called, so that worklets may name each other. */
  function workletAt(id) {
    const known = worklets.get(id);
    if (known !== undefined) return known;
    let built = null;
    const stub = function (...args) {
      built ??= build(facts.get(id));
      return apply(built, this, args);
    };
    worklets.set(id, stub);
    return marked(stub, { $: 'w', id });
  }

  const facts = ownMap();

  function build(fact) {
    if (fact === undefined) throw new ReferenceError('a worklet is not known');
    const { text, path, line, taken, bound } = fact;
    if (bound) {
      const target = workletAt(bound.target);
      const self = values.read(bound.self);
      const given = values.read(bound.args);
      return (...args) => apply(target, self, [...given, ...args]);
    }
    let around = '';
    let self;
    const list = [];
    for (const name in taken) {
      if (name === 'this') self = values.read(taken[name]);
      else {
        around += list.length > 0 ? `,${name}` : name;
        list[list.length] = values.read(taken[name]);
      }
    }
    const lines = '\n'.repeat(line > 1 && line < 200000 ? line - 1 : 0);
    return apply(evaluate(`${lines}(function(${around}){return (${text}\n)})\n//# sourceURL=${SOURCE_PREFIX}${path}`), self, list);
  }

  /** A function of the logic layer, which `runOnJS` calls. */
  function remoteAt(id, name, isDirect) {
    const known = remotes.get(id);
    if (known !== undefined) return known;
    const stub = (...args) => {
      if (isDirect) return runOnJS(stub)(...args);
      throw new TypeError(`"${name}" is a function of the logic layer: a worklet calls it by wx.worklet.runOnJS`);
    };
    bindable(stub, { $: 'f', id, name }, undefined, []);
    remotes.set(id, stub);
    return stub;
  }

  /** `bind` of such a function gives another. */
  function bindable(stub, said, self, args) {
    marked(stub, said);
    put(stub, 'handsetCall', { id: said.id, self, args });
    put(stub, 'bind', (given, ...more) => {
      const bound = () => stub();
      bindable(bound, said, given, [...args, ...more]);
      return bound;
    });
  }

  function runOnJS(fn) {
    const call = typeof fn === 'function' ? fn.handsetCall : undefined;
    if (call === undefined) return (...args) => (typeof fn === 'function' ? apply(fn, undefined, args) : undefined);
    return (...args) => {
      const said = { fn: call.id, self: mark(call.self), args: mark([...call.args, ...args]) };
      // The function sees what follows from what the worklet has set.
      shareds.settle();
      port.tell(stringify({ call: said }));
    };
  }

  function instanceAt(id) {
    if (!instances.has(id)) instances.set(id, marked({}, { $: 'i', id }));
    return instances.get(id);
  }

  // What worklets find in their surroundings.

  function isAnimation(value) {
    const said = typeof value === 'object' && value !== null ? marks.get(value) : undefined;
    return said !== undefined && said.$ === 'm';
  }

  function animated(fields) {
    const { callback } = fields;
    if (typeof callback === 'function' && callback.handsetCall !== undefined) fields.callback = runOnJS(callback);
    return marked(fields, { $: 'm' });
  }

  const toolkit = {
    Easing: easing,
    shared: (value) => shareds.add(--lastLocal, value).object,
    derived(fn) {
      const record = shareds.add(--lastLocal, undefined);
      shareds.follow(record.id, fn, (value) => shareds.change(record, value));
      return record.object;
    },
    timing: (to, options, callback) => animated({ kind: 'timing', to, options, callback }),
    spring: (to, options, callback) => animated({ kind: 'spring', to, options, callback }),
    decay: (options, callback) => animated({ kind: 'decay', options, callback }),
    delay: (ms, animation) => animated({ kind: 'delay', ms, animation }),
    repeat: (animation, times = 2, isReversed = false, callback = undefined) =>
      animated({ kind: 'repeat', animation, times, isReversed, callback }),
    sequence: (...list) => animated({ kind: 'sequence', list }),
    cancelAnimation(shared) {
      const said = marks.get(shared);
      if (said !== undefined && said.$ === 's') shareds.stop(shareds.at(said.id));
    },
    runOnUI: (fn) => fn,
    runOnJS,
    scrollViewContext: {
      scrollTo: (ref, options) => port.scroll(stringify({ ref: mark(ref), options })),
    },
  };
  for (const name in toolkit) if (typeof toolkit[name] === 'function') marked(toolkit[name], { $: 'k', name });
  marked(toolkit, { $: 'k', name: '' });
  marked(easing, { $: 'k', name: 'Easing' });
  marked(toolkit.scrollViewContext, { $: 'k', name: 'scrollViewContext' });

  function part(name) {
    if (name.startsWith('route:')) return gestureCounter(name);
    if (name === 'scrollViewContext.scrollTo') return toolkit.scrollViewContext.scrollTo;
    return name === '' ? toolkit : toolkit[name];
  }

  /** `startUserGesture` and `stopUserGesture` of a route: `route:<by>:<shared value>`. */
  function gestureCounter(name) {
    const [, by, id] = name.split(':');
    return marked(() => {
      const shared = shareds.at(+id).object;
      shared.value += +by;
    }, { $: 'k', name });
  }

  const line = (level) => (...args) => {
    let text = '';
    for (let i = 0; i < args.length; i++) text += `${i > 0 ? ' ' : ''}${shown(args[i])}`;
    port.log(level, text);
  };
  let lastTimer = 0;
  const later = (fn, ms) => {
    if (typeof fn !== 'function') return 0;
    lastTimer += 1;
    timers.set(lastTimer, fn);
    port.timer(lastTimer, ms);
    return lastTimer;
  };
  globalThis.wx = { worklet: toolkit };
  globalThis.console = /** @type {Console} */ ({ log: line('log'), info: line('log'), debug: line('log'), warn: line('warn'), error: line('error') });
  globalThis.setTimeout = (fn, ms) => later(fn, typeof ms === 'number' ? ms : 0);
  globalThis.clearTimeout = (id) => timers.delete(id);
  globalThis.requestAnimationFrame = (fn) => later(fn, -1);
  globalThis.cancelAnimationFrame = (id) => timers.delete(id);
  globalThis.runOnJS = runOnJS;

  // What the page view orders.

  const orders = {
    __proto__: null,
    fn: ({ id, ...fact }) => facts.set(id, fact),
    shared: ({ id, value }) => shareds.setFromLogic(id, 0, values.read(value)),
    set: ({ id, value, version }) => shareds.setFromLogic(id, version, values.read(value)),
    derived({ id, fn }) {
      const record = shareds.at(id);
      shareds.follow(id, workletAt(fn), (value) => shareds.change(record, value));
    },
    instance({ id, members }) {
      const object = instanceAt(id);
      for (const name in members) member(object, name, values.read(members[name]));
    },
    run: ({ fn, args }) => apply(values.read(fn), undefined, values.read(args)),
    cancel: ({ id }) => toolkit.cancelAnimation(shareds.at(id).object),
    style: ({ id, fn }) => shareds.follow(`style ${id}`, workletAt(fn), (value) => port.style(id, cssOf(value))),
    /** The page view hears of a shared value. */
    value: ({ id, shared }) => shareds.follow(`style ${id}`, () => shareds.at(shared).object.value, (value) => port.value(id, stringify(mark(value)))),
    /** One shared value is as another is. */
    follow: ({ from, to }) => shareds.follow(`follow ${to}`, () => shareds.at(from).object.value, (value) => shareds.change(shareds.at(to), value)),
    /** The page view sets a value, of which the logic layer is to hear. */
    drive: ({ id, value }) => shareds.assign(shareds.at(id), values.read(value)),
    unstyle: ({ id }) => shareds.unfollow(`style ${id}`),
  };

  /** `data.x` is a member of `data`. */
  function member(object, name, value) {
    const dot = name.indexOf('.');
    if (dot < 0) {
      object[name] = value;
      return;
    }
    const outer = name.slice(0, dot);
    if (typeof object[outer] !== 'object' || object[outer] === null) object[outer] = {};
    object[outer][name.slice(dot + 1)] = value;
  }

  /** `[[name, value] …]` as JSON of what an updater has returned. */
  function cssOf(style) {
    const list = [];
    if (typeof style === 'object' && style !== null) {
      for (const name in style) {
        const value = style[name];
        if (typeof value === 'number' || typeof value === 'string') list[list.length] = [name, value];
      }
    }
    return stringify(list);
  }

  return {
    __proto__: null,
    /** Carries out an order, as JSON text. */
    take(text) {
      guarded(() => {
        const order = parse(text);
        orders[order.$](order);
      });
    },
    /** Calls a worklet with an event; what it returns, if that is a truth value, a number or a text. */
    call(id, event) {
      const value = guarded(() => apply(workletAt(id), undefined, [parse(event)]));
      return typeof value === 'object' || typeof value === 'function' ? undefined : value;
    },
    /** The same of a method: `this` is a page or component. */
    callOn(instance, id, event) {
      const value = guarded(() => apply(workletAt(id), instanceAt(instance), [parse(event)]));
      return typeof value === 'object' || typeof value === 'function' ? undefined : value;
    },
    /** Brings all animations to a moment, ms; whether some go on. */
    tick(now) {
      clock = now;
      return guarded(() => shareds.tick(now)) === true;
    },
    timer(id) {
      const fn = timers.get(id);
      timers.delete(id);
      if (fn !== undefined) guarded(() => apply(fn, undefined, [clock]));
    },
    /** The values that have changed since the last time, `[[id, version, value] …]` as JSON. */
    changes() {
      const list = [];
      shareds.changes(({ id, version, value }) => {
        list[list.length] = [id, version, guarded(() => mark(value)) ?? { $: 'u' }];
      });
      return stringify(list);
    },
    /** A shared value as JSON. */
    read: (id) => stringify(mark(shareds.at(id).value)),
  };
}
