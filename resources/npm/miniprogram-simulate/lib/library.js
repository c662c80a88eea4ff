'use strict';

/**
 * The base library in the world of the tests: components are made of the tests' own objects, and their scripts are modules
 * of the tests, so that whatever these replace or play (modules, timers, wx) is replaced for components too.
 */

const path = require('path');
const { ask } = require('./compiler');
const { measured } = require('./measured');
const { definitionOf, scriptOf } = require('./parts');
const { answered } = require('./screen_calls');

/** Names that a test may have given before it loads this module; its own are left to it. */
const NAMES = ['App', 'Page', 'getApp', 'getCurrentPages'];

/** Page id → what shows it, as long as a test has hold of it. */
const shown = new Map();
const dropped = new FinalizationRegistry((pageId) => forget(pageId));
/** Script → what it has registered: it runs once, whatever is made of it. */
const registered = new Map();
let current = null;

const host = {
  running() {},
  sourcePlace: () => '',
  limited: (read) => String(read()),
  readings: () => '',
  instrumented: () => '',
  debugCommand: () => '',
  libraryStart: 0,
  libraryEnd: 0,
  say: (level, values) => console[level](...values),
  thrown: (error) => console.error(error),
  post() {},
  changed(pageId) {
    const mounted = mountedOn(pageId);
    if (mounted !== undefined) mounted.refresh();
  },
  answerOf,
  askLater(pageId, call, number) {
    Promise.resolve().then(() => {
      current.receive({ m: 'view-reply', request_id: number, result: answerOf(pageId, call) });
    });
  },
  callApi(name, words, number, isSync) {
    const result = answered(name) || ask({ call: name, args: words, callId: number, sync: Boolean(isSync) }).answer;
    if (typeof result === 'string' && result !== '') return result;
    const told = { ok: Boolean(result), result: result || { errMsg: `${name}:fail there is no phone` } };
    if (isSync) return JSON.stringify(told);
    setTimeout(() => current.receive({ m: 'api-result', call_id: number, ...told }), 0);
    return '';
  },
  loadScript: (script) => run(script),
  elementOf(component) {
    const mounted = mountedOn(component.page.id);
    return mounted === undefined ? undefined : mounted.elementAt(current.hostPlace(component));
  },
};

function answerOf(pageId, call) {
  const mounted = mountedOn(pageId);
  return measured(call, (ref) => (mounted === undefined ? undefined : mounted.elementByRef(ref)));
}

/** What a script registers goes to the base library; if it has run already, what it registered then. */
function run(script) {
  const definition = definitionOf(script);
  if (definition !== undefined) {
    current.Component(definition);
    return;
  }
  const file = scriptOf(script);
  const former = globalThis.Component;
  const calls = [];
  globalThis.Component = (options) => {
    calls.push(options);
    return current.Component(options);
  };
  try {
    require(file);
  } finally {
    globalThis.Component = former;
  }
  if (calls.length > 0) registered.set(file, calls);
  else for (const options of registered.get(file) || []) current.Component(options);
}

function started() {
  const { library, settings, device, tags } = ask({ hello: true });
  const own = NAMES.filter((name) => globalThis[name] !== undefined).map((name) => [name, globalThis[name]]);
  const { wx } = globalThis;
  globalThis.handsetHost = host;
  const made = new Function(`return (${library.trim()})`)();
  made.launch(settings, device);
  globalThis.wx = typeof wx === 'object' && wx !== null ? Object.assign(globalThis.wx, wx) : globalThis.wx;
  for (const [name, value] of own) globalThis[name] = value;
  const builtIn = new Set(tags);
  return { ...made, Component: globalThis.Component, isBuiltIn: (tag) => builtIn.has(tag) };
}

function show(pageId, mounted) {
  shown.set(pageId, new WeakRef(mounted));
  dropped.register(mounted, pageId);
}

function mountedOn(pageId) {
  const held = shown.get(pageId);
  return held === undefined ? undefined : held.deref();
}

function forget(pageId) {
  shown.delete(pageId);
  current.forgetPage(pageId);
}

/** Started with this module: tests use `wx` from then on. */
function library() {
  if (current === null) current = started();
  return current;
}

module.exports = { forget, library, show };
