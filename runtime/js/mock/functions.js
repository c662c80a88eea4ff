/**
 * The functions of mock rules: calls them, waits for their promises, says what they answer.
 *
 * Runs alone in a QuickJS context of a process of its own (`simulator/mocks/`), which evaluates this text: an expression
 * whose value takes one message of the host (Run or Settle, `runtime/protocol/mocks.py`) and a second function that gives
 * the lines to be sent (Ask, End). No Python is called from here, so that a time limit can hold.
 *
 * A function is `(args, { origin, wait, fail, count }) => result`, or a promise of it. What it keeps it may keep on
 * `globalThis`.
 */
(function () {
  'use strict';
  const { JSON: { stringify, parse }, Promise, Map, ArrayBuffer, Uint8Array, Error, String } = globalThis;
  const { isView } = ArrayBuffer;
  const ESCAPES = /\\(ud[89a-f][0-9a-f]{2}|.)/g;
  const evaluate = eval;
  const asked = new Map();
  let lines = [];
  let lastAsk = 0;

  class Failure {
    constructor(reason, errno) {
      this.reason = String(reason === undefined ? '' : reason);
      this.errno = typeof errno === 'number' ? errno : null;
    }
  }

  function fail(reason, errno) {
    return new Failure(reason, errno);
  }

  function marked(_key, value) {
    if (value instanceof ArrayBuffer) return { $b64: new Uint8Array(value).toBase64() };
    if (!isView(value)) return value;
    return { $b64: new Uint8Array(value.buffer, value.byteOffset, value.byteLength).toBase64() };
  }

  function unmarked(_key, value) {
    const isMarked = value !== null && typeof value === 'object' && typeof value.$b64 === 'string';
    return isMarked ? Uint8Array.fromBase64(value.$b64).buffer : value;
  }

  /** A lone surrogate cannot be said in UTF-8; it travels as the replacement character. */
  function say(message) {
    const text = stringify(message, marked);
    lines.push(text.replace(ESCAPES, (all, code) => (code.length > 1 ? '\\ufffd' : all)));
  }

  function end(run, how, value) {
    try {
      say({ kind: 'end', run, how, value });
    } catch (error) {
      say({ kind: 'end', run, how: 'error', value: `the result is no JSON: ${told(error)}` });
    }
  }

  function told(error) {
    return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  }

  function ask(run, what, value) {
    return new Promise((resolve, reject) => {
      lastAsk += 1;
      asked.set(lastAsk, { run, resolve, reject });
      say({ kind: 'ask', run, ask: lastAsk, what, value });
    });
  }

  function ended(run, origin, value) {
    if (value === origin) end(run, 'origin');
    else if (value instanceof Failure) end(run, 'fail', { reason: value.reason, errno: value.errno });
    else end(run, 'result', value === undefined ? null : value);
  }

  /** What a real call has failed with may be passed on by throwing it. */
  function failed(run, error) {
    const message = error !== null && typeof error === 'object' && !(error instanceof Error) && error.errMsg;
    if (error instanceof Failure) ended(run, undefined, error);
    else if (typeof message === 'string') ended(run, undefined, fail(message, error.errno));
    else end(run, 'error', told(error));
  }

  async function start({ run, code, args, count }) {
    const origin = (changed) => ask(run, 'origin', changed === undefined ? args : changed);
    const wait = (ms) => ask(run, 'wait', Number(ms) || 0);
    try {
      const called = evaluate(`(${code}\n)`);
      if (typeof called !== 'function') throw new TypeError('a function is wanted: (args, { origin }) => result');
      ended(run, origin, await called(parse(stringify(args), unmarked), { origin, wait, fail, count }));
    } catch (error) {
      failed(run, error);
    }
  }

  function take(text) {
    const message = parse(text);
    if (message.kind === 'run') {
      start(message);
      return;
    }
    const waiting = asked.get(message.ask);
    // What was asked in a context that has been lost is answered to nobody.
    if (!waiting || waiting.run !== message.run) return;
    asked.delete(message.ask);
    const value = parse(stringify(message.value === undefined ? null : message.value), unmarked);
    (message.ok ? waiting.resolve : waiting.reject)(value);
  }

  function said() {
    const text = lines.join('\n');
    lines = [];
    return text;
  }

  return [take, said];
})()
