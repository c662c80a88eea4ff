'use strict';

/**
 * One program in the base library, in a world of its own of this process: what it says to the view and to the host is
 * answered as where there is no screen. Turns are taken at once, so that a test sees what its call has done.
 */

const vm = require('vm');
const { ask } = require('./compiler');
const { nowhere } = require('./nowhere');
const { plainText } = require('./plain_text');

let base = null;
const MOST_TURNS = 1000;
const STEP = new vm.Script('__turn.step()');
const END = new vm.Script('__turn.endTask()');
/** QuickJS has the calls of an error, and how they are written, as accessors. */
const PREPARED = `{
  let prepare;
  const accessor = { configurable: true, get() { return prepare; }, set(value) { prepare = value; } };
  Object.defineProperty(Error, 'prepareStackTrace', accessor);
  Object.defineProperty(Error.prototype, 'stack', { configurable: true, get() { return ''; }, set() {} });
}`;

/** Values of the test become values of the program's world: its functions are called, its types are known. */
const TAKEN = `(() => {
  const { apply } = Reflect;
  const inner = [Object, String, Number, Boolean, Array, Date, RegExp, Map, Set, Function, null];
  const wrapped = (outer) => function (...words) { return apply(outer, this, words); };
  const value = (given, types, known = new Map()) => {
    if (typeof given === 'function') {
      const type = types.indexOf(given);
      return type < 0 ? wrapped(given) : inner[type];
    }
    if (given === null || typeof given !== 'object') return given;
    if (known.has(given)) return known.get(given);
    const kind = Object.prototype.toString.call(given);
    if (kind !== '[object Object]' && kind !== '[object Array]') return given;
    const taken = kind === '[object Array]' ? [] : {};
    known.set(given, taken);
    for (const name of Object.keys(given)) taken[name] = value(given[name], types, known);
    return taken;
  };
  const followed = (promise, resolve, reject) => { promise.then((one) => resolve(one), (why) => reject(why)); };
  return { followed, value, wrapped };
})()`;
const OUTER = [Object, String, Number, Boolean, Array, Date, RegExp, Map, Set, Function];

function baseLibrary() {
  if (base === null) {
    const answer = ask({ hello: true });
    base = { ...answer, script: new vm.Script(answer.library, { filename: 'handset' }) };
  }
  return base;
}

class Realm {
  /** `program` is what the compiler has made; `given` what its scripts ask the test for, by name. */
  constructor(program, page, given) {
    const { script, libraryEnd, firstLine, settings, device } = baseLibrary();
    this.listeners = [];
    this.answers = new Map();
    this.number = 0;
    this.timer = null;
    const clock = { now: () => Date.now() };
    this.context = vm.createContext({
      post: (text) => this.posted(JSON.parse(text)),
      callApi: (name, words, number, isSync) => this.called(name, words, number, isSync),
      askView: (call) => JSON.stringify({ error: '', result: nowhere(JSON.parse(call)) }),
      running() {}, readings: () => '', sourcePlace: () => '', describeError: () => '', instrumented: () => '',
      debugCommand: () => '', watchLoops: (code) => code, limited: (read) => String(read()),
      libraryStart: firstLine, libraryEnd, performance: clock,
    }, { microtaskMode: 'afterEvaluate' });
    vm.runInContext(PREPARED, this.context);
    const library = script.runInContext(this.context);
    this.queue = [];
    this.unpainted = [];
    this.context.__turn = library;
    const taken = vm.runInContext(TAKEN, this.context);
    this.taken = taken;
    for (const [name, give] of Object.entries(given)) {
      this.context[name] = taken.wrapped((...words) => taken.value(give(...words), OUTER));
    }
    this.send({ m: 'launch', program, device, settings, launch_options: { path: '', query: {}, scene: 1001 } });
    this.send({
      m: 'route', open_type: 'appLaunch', stack: [1],
      steps: [
        { step: 'app-launch' }, { step: 'app-show' }, { step: 'load', page_id: 1, path: page, query: {} },
        { step: 'show', page_id: 1 },
      ],
    });
    this.send({ m: 'page-ready', page_id: 1 });
  }

  /** A message of the host, taken at once. */
  send(message) {
    this.context.__turn.receive(JSON.stringify(message));
    STEP.runInContext(this.context);
    this.flush();
    while (this.unpainted.length > 0) this.send(this.unpainted.shift());
  }

  /** What calls from outside have changed is told to the view; what is due later comes in the test's own time. */
  flush() {
    const delay = END.runInContext(this.context);
    if (this.queue.length > 0 || delay >= 0) this.goOnIn(this.queue.length > 0 ? 0 : delay);
  }

  goOnIn(delay) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.goOn(), delay);
    if (this.timer && this.timer.unref) this.timer.unref();
  }

  /** Answers of view and host arrive; one timer or task that is due. */
  goOn() {
    const arrived = this.queue.splice(0);
    for (const message of arrived) this.send(message);
    STEP.runInContext(this.context);
    this.flush();
  }

  /** After a call from outside, and after what it has promised. */
  catchUp() {
    this.flush();
    Promise.resolve().then(() => this.flush());
  }

  posted(message) {
    switch (message.m) {
      case 'dom':
        this.unpainted.push({ m: 'painted', page_id: message.page_id, batch_id: message.batch_id });
        break;
      case 'view-call':
        if (message.request_id) {
          this.queue.push({ m: 'view-reply', request_id: message.request_id, result: nowhere(message.call) });
        }
        break;
      case 'inspected':
        this.answers.set(message.request_id, message.value);
        break;
      case 'evaluated':
        this.answers.set(message.request_id, message);
        break;
      case 'log':
        (console[message.level] || console.log)(plainText(message.args));
        break;
      case 'uncaught':
        console.error(message.message);
        break;
      default:
    }
  }

  /** What needs no phone is answered; the rest fails as documented. */
  called(name, words, number, isSync) {
    const { answer } = ask({ call: name, args: words, callId: number, sync: Boolean(isSync) });
    if (answer !== '') return answer;
    const result = { errMsg: `${name}:fail there is no phone` };
    if (isSync) return JSON.stringify({ ok: false, result });
    this.queue.push({ m: 'api-result', call_id: number, ok: false, result });
    return '';
  }

  /** The answer of the logic tier to a question. */
  ask(question) {
    this.number += 1;
    const { number } = this;
    this.send({ ...question, request_id: number, page_id: 1 });
    // A timer that is due may come first.
    for (let turn = 0; turn < MOST_TURNS && !this.answers.has(number); turn++) {
      STEP.runInContext(this.context);
      this.flush();
    }
    const answer = this.answers.get(number);
    this.answers.delete(number);
    return answer;
  }

  /** A promise of the program's world, whose turns are its own, as one of the test's. */
  promised(promise) {
    return new Promise((resolve, reject) => {
      this.taken.followed(promise, resolve, reject);
      this.catchUp();
    });
  }

  /** The elements that a selector finds in these. */
  find(selector, within) {
    const found = this.ask({ m: 'find-nodes', selector, within, is_deep: false });
    if (typeof found === 'string') throw new Error(found);
    return found || [];
  }

  /** The component at an element, as its methods see it; undefined for a built-in one. */
  instance(ref) {
    let taken;
    this.context.__taken = (value) => {
      taken = value;
    };
    this.ask({ m: 'evaluate', code: '__taken(this)', ref, form: 'preview', await_promise: false });
    return taken;
  }
}

module.exports = { Realm, baseLibrary };
