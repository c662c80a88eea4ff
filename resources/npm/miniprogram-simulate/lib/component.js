'use strict';

/** Components and elements as tests see them. */

const { ask } = require('./compiler');
const { Mirror } = require('./mirror');
const { Realm, baseLibrary } = require('./realm');
const { partsOf, parts } = require('./parts');
const { snapshotOf } = require('./snapshot');

const TOUCHES = new Set(['touchstart', 'touchmove', 'touchend', 'touchcancel']);
const LONG_PRESS_MS = 350;
const MOVE = 10;

/** An element of a mounted component. */
class Component {
  constructor(mounted, ref) {
    this.mounted = mounted;
    this.ref = ref;
  }

  get dom() {
    this.mounted.refresh();
    return this.mounted.mirror.element(this.ref);
  }

  get instance() {
    return this.mounted.instance(this.ref);
  }

  get data() {
    const { instance } = this;
    return instance === undefined ? undefined : here(instance.data);
  }

  querySelector(selector) {
    return this.querySelectorAll(selector)[0];
  }

  querySelectorAll(selector) {
    return this.mounted.find(selector, this.ref);
  }

  setData(data, callback) {
    this.instance.setData(data);
    this.mounted.catchUp();
    if (typeof callback === 'function') Promise.resolve().then(callback);
  }

  /** A touch or another event, as it comes from a page: after the present task. */
  dispatchEvent(type, options = {}) {
    Promise.resolve().then(() => this.mounted.happen(this.ref, type, options));
  }

  addEventListener(type, handler) {
    this.mounted.listen(this.ref, type, handler);
  }

  removeEventListener(type, handler) {
    this.mounted.listeners = this.mounted.listeners.filter(
      (one) => one.key !== this.ref.join('.') || one.type !== type || one.handler !== handler,
    );
  }

  /** The base library alone decides when a component begins and ends. */
  triggerLifeTime(name) {
    throw new Error(`triggerLifeTime('${name}') is not supported: mount, attach and detach the component`);
  }

  /** Of the page around it: `show` and `hide`. */
  triggerPageLifeTime(name) {
    this.mounted.livePage(name);
  }

  toJSON() {
    return snapshotOf(this.mounted.described(this.ref), this.mounted.isBuiltIn);
  }
}

/** The component that a test has mounted. It begins with the first look at it, at the latest when it is attached. */
class RootComponent extends Component {
  constructor(id, properties, root) {
    super(null, []);
    this.id = id;
    this.properties = properties;
    this.rootPath = root;
    this.parentNode = null;
    this.begun = null;
    Object.defineProperty(this, 'mounted', { get: () => this.begin(), set() {} });
    Object.defineProperty(this, 'ref', { get: () => this.begin().rootRef, set() {} });
  }

  begin() {
    if (this.begun === null) this.begun = new Mounted(this.id, this.properties, this.rootPath);
    return this.begun;
  }

  get dom() {
    const mounted = this.begin();
    mounted.refresh();
    return mounted.root;
  }

  attach(parent) {
    parent.appendChild(this.dom);
    this.parentNode = parent;
  }

  detach() {
    if (this.parentNode === null) return;
    this.parentNode.removeChild(this.dom);
    this.parentNode = null;
    this.begin().leave();
  }
}

/** A program with one component in it. */
class Mounted {
  constructor(id, properties, rootPath) {
    const { order, placed } = partsOf(id);
    const { tag } = parts.get(id);
    const names = Object.keys(properties);
    const request = { root: rootPath, parts: placed, entry: 0, tag, properties: names };
    const { program, page, errors } = ask(request);
    if (errors.length > 0) throw new Error(errors.join('\n'));
    this.tag = tag;
    this.root = document.createElement(tag);
    this.listeners = [];
    this.heard = new Set();
    this.instances = new Map();
    this.touch = null;
    this.realm = new Realm(program, page, {
      __definition: (number) => definitionOf(parts.get(order[number]).definition),
      __properties: () => Object.fromEntries(names.map((name, index) => [`v${index}`, properties[name]])),
    });
    const tags = new Set(baseLibrary().tags);
    this.isBuiltIn = (name) => tags.has(name);
    this.mirror = new Mirror(this.root, this.isBuiltIn);
    globalThis.wx = this.realm.context.wx;
    const [host] = this.realm.ask({ m: 'describe', form: 'composed', ref: [] });
    this.rootRef = host.ref;
  }

  catchUp() {
    this.realm.catchUp();
  }

  refresh() {
    this.realm.flush();
    const [host] = this.realm.ask({ m: 'inspect', what: 'tree', ref: [] }) || [];
    if (host !== undefined) this.mirror.update(host.children, this.tag);
  }

  described(ref) {
    const all = this.realm.ask({ m: 'describe', form: 'snapshot', ref: [] });
    return nodeWith(all, ref.join('.'));
  }

  find(selector, within) {
    return this.realm.find(selector, [within]).map(({ ref }) => new Component(this, ref));
  }

  instance(ref) {
    const key = ref.join('.');
    if (!this.instances.has(key)) {
      const found = this.realm.instance(ref);
      this.instances.set(key, found === undefined ? undefined : watched(found, this));
    }
    return this.instances.get(key);
  }

  /** Handlers of a test hear what the component itself triggers. */
  listen(ref, type, handler) {
    const key = ref.join('.');
    const instance = this.realm.instance(ref);
    this.listeners.push({ key, type, handler });
    if (instance === undefined || this.heard.has(key)) return;
    this.heard.add(key);
    const trigger = instance.triggerEvent;
    instance.triggerEvent = (name, detail, options) => {
      for (const one of this.listeners) {
        if (one.key === key && one.type === name) one.handler({ type: name, detail: here(detail) });
      }
      return trigger.call(instance, name, detail, options);
    };
  }

  /** A touch makes a tap or a long press, as a finger does. */
  happen(ref, type, { detail, touches, changedTouches, bubbles } = {}) {
    if (!TOUCHES.has(type)) {
      this.event(ref, type, { detail: detail || {}, touches, changedTouches, bubbles: bubbles !== false });
      return;
    }
    const isEnd = type === 'touchend' || type === 'touchcancel';
    const fingers = (touches || (isEnd ? [] : [{ x: 0, y: 0 }])).map(point);
    const changed = (changedTouches || [{ x: 0, y: 0 }]).map(point);
    this.event(ref, type, { detail: {}, touches: fingers, changedTouches: changed, bubbles: true });
    if (type === 'touchstart') this.begins(ref, fingers[0]);
    else if (type === 'touchmove') this.moves(fingers[0]);
    else this.ends(type, changed[0]);
  }

  begins(ref, at) {
    const press = setTimeout(() => {
      if (this.touch === null || this.touch.isOver) return;
      this.touch.isOver = true;
      this.event(ref, 'longpress', { detail: { x: at.pageX, y: at.pageY }, touches: [at], changedTouches: [at], bubbles: true });
    }, LONG_PRESS_MS);
    this.touch = { ref, at, press, isOver: false };
  }

  moves(at) {
    if (this.touch === null || at === undefined) return;
    const far = Math.abs(at.pageX - this.touch.at.pageX) >= MOVE || Math.abs(at.pageY - this.touch.at.pageY) >= MOVE;
    if (far) this.touch.isOver = true;
  }

  ends(type, at) {
    const { touch } = this;
    this.touch = null;
    if (touch === null) return;
    clearTimeout(touch.press);
    if (type === 'touchend' && !touch.isOver && at !== undefined) {
      const detail = { x: at.pageX, y: at.pageY };
      this.event(touch.ref, 'tap', { detail, touches: [], changedTouches: [at], bubbles: true });
    }
  }

  event([id, node], type, { detail, touches, changedTouches, bubbles }) {
    const event = { type, id, node, exact: true, ts: Date.now(), bubbles, detail };
    if (touches !== undefined) event.touches = touches;
    if (changedTouches !== undefined) event.changedTouches = changedTouches;
    this.realm.send({ m: 'view-events', page_id: 1, events: [event] });
    this.catchUp();
  }

  livePage(name) {
    if (name !== 'show' && name !== 'hide') throw new Error(`triggerPageLifeTime('${name}') is not supported`);
    this.realm.send({ m: 'route', open_type: 'navigateTo', stack: [1], steps: [{ step: name, page_id: 1 }] });
  }

  leave() {
    this.realm.send({ m: 'route', open_type: 'navigateBack', stack: [], steps: [{ step: 'unload', page_id: 1 }] });
  }
}

/** What a test defines, without what is compiled. */
function definitionOf(definition) {
  const { template, usingComponents, tagName, ...rest } = definition;
  const behaviors = (rest.behaviors || []).map((one) => (one && one.$behavior ? one.$behavior : one));
  return { ...rest, behaviors };
}

/** An instance whose calls are followed by all that they set going. */
function watched(instance, mounted) {
  const own = new Set();
  return new Proxy(instance, {
    get(target, name) {
      const value = Reflect.get(target, name, target);
      if (name === 'data' || name === 'properties') return here(value);
      if (typeof value !== 'function' || own.has(name)) return value;
      return (...words) => {
        const outcome = value.apply(target, words);
        mounted.catchUp();
        return outcome && typeof outcome.then === 'function' ? mounted.realm.promised(outcome) : outcome;
      };
    },
    set(target, name, value) {
      own.add(name);
      return Reflect.set(target, name, value, target);
    },
  });
}

/** A value of the program's world as one of the test's own, so that equal ones are equal. */
function here(value) {
  if (value === null || typeof value !== 'object') return value;
  const known = new Map();
  const copy = (one) => {
    if (one === null || typeof one !== 'object') return one;
    if (known.has(one)) return known.get(one);
    if (Array.isArray(one)) {
      const list = [];
      known.set(one, list);
      for (const item of one) list.push(copy(item));
      return list;
    }
    if (Object.prototype.toString.call(one) === '[object Date]') return new Date(Number(one));
    const object = {};
    known.set(one, object);
    for (const name of Object.keys(one)) object[name] = copy(one[name]);
    return object;
  };
  return copy(value);
}

function point({ x, y, pageX, pageY }, index) {
  const left = pageX === undefined ? x || 0 : pageX;
  const top = pageY === undefined ? y || 0 : pageY;
  return { identifier: index, pageX: left, pageY: top, clientX: left, clientY: top };
}

function nodeWith(nodes, key) {
  for (const node of nodes || []) {
    if (typeof node === 'string') continue;
    if (node.ref.join('.') === key) return node;
    const inside = nodeWith(node.children, key);
    if (inside !== undefined) return inside;
  }
  return undefined;
}

module.exports = { Component, RootComponent };
