/**
 * One call of wx.*: arguments out, answer back, the program's callbacks in their order.
 *
 * Runs in the logic process (QuickJS). Used by facade.js and the objects that it hands out. Through
 * `bridge.callApi(name, argsJson, callId, sync)` a call reaches Python, which answers at once (JSON text) or leaves the
 * answer to the host (empty text): then the message ApiResult comes, and the logic layer calls `calls.result`.
 */

import { bare, bareClass } from '../base/records.js';
import { decode, decodeMembers, encode } from './codec.js';
/** @import { Bridge } from './facade.js' */

const CALLBACKS = ['success', 'fail', 'complete'];
const KEEPS_DATES = /^batchSetStorage|^setStorage|^Worker\.postMessage$|^DB\./;
const DEEP_RESULTS = /Storage|^getBluetoothDevices$|^onBluetoothDeviceFound$|^onDiscovered$/;
/** Asynchronous in form, but answered before the call returns. Source: reference, wx.getSystemInfo; no other says so. */
const ANSWERED_AT_ONCE = new Set(['getSystemInfo']);

/** All calls that wait for an answer. */
export class Calls {
  /** @param {Omit<Bridge, 'calls'>} bridge */
  constructor(bridge) {
    this.bridge = { ...bridge, calls: this };
    this.lastId = 0;
    /** @type {Map<number, {done: (ok: boolean, result: object) => void, goOn: () => void}>} */
    this.waiting = new Map();
  }

  /**
   * Starts a call. `done` runs later, in a task of its own, never within this call but for `ANSWERED_AT_ONCE`.
   * @param {string} name
   * @param {object} args
   * @param {(ok: boolean, result: object) => void} done
   * @param {() => void} [goOn] for a call that the host has only seen: carries it out here
   * @returns {number} the call's id
   */
  start(name, args, done, goOn = () => {}) {
    const callId = ++this.lastId;
    const text = this.encoded(name, args, done);
    if (text === undefined) return callId;
    this.waiting.set(callId, { done, goOn });
    const answer = this.bridge.callApi(name, text, callId, false);
    if (answer) {
      const { ok, result } = JSON.parse(answer);
      if (ANSWERED_AT_ONCE.has(name)) this.result(callId, ok, result);
      else this.bridge.later(() => this.result(callId, ok, result));
    }
    return callId;
  }

  /**
   * Carries out a call and returns the member `value` of its result. Throws an Error with the failure's text.
   * @param {string} name
   * @param {object} args
   */
  now(name, args) {
    const text = textOf(name, args);
    const { ok, result } = JSON.parse(this.bridge.callApi(name, text, ++this.lastId, true));
    if (!ok) throw Object.assign(new Error(result.errMsg), result);
    return decodedResult(name, result).value;
  }

  /** The answer of a call has come (message ApiResult, or Python's own). `goesOn`: the host leaves the call to us. */
  result(callId, ok, result, goesOn = false) {
    const call = this.waiting.get(callId);
    if (!call) return;
    this.waiting.delete(callId);
    if (goesOn) call.goOn();
    else call.done(ok, result);
  }

  encoded(name, args, done) {
    try {
      return textOf(name, args);
    } catch (error) {
      const errMsg = `${titleOf(name)}:fail ${error.message}`;
      this.bridge.later(() => done(false, { errMsg }));
      return undefined;
    }
  }
}
bareClass(Calls);

/** Arguments for the wire: an object, whatever a `toJSON` of the program's makes of it. */
function textOf(name, args) {
  const text = encode(args, KEEPS_DATES.test(name));
  return text !== undefined && text[0] === '{' ? text : '{}';
}

export function decodedResult(name, result) {
  return DEEP_RESULTS.test(name) ? decode(result) : decodeMembers(result);
}

/** The name as messages write it. @param {string} name */
export function titleOf(name) {
  return name.slice(name.lastIndexOf('.') + 1);
}

/** The option object without its callbacks. @param {object} option */
export function argumentsOf(option) {
  const args = bare({});
  for (const key in option) if (!CALLBACKS.includes(key)) args[key] = option[key];
  return args;
}

/**
 * Arguments by the names of their parameters; functions are no arguments for the wire.
 * @param {string[] | undefined} names of the table; undefined: one option object carries them all
 * @param {any[]} args @param {object} [otherwise] without names
 */
export function namedArguments(names, args, otherwise) {
  if (!names) return otherwise || (args[0] && typeof args[0] === 'object' ? args[0] : {});
  const given = {};
  names.forEach((name, index) => {
    if (args[index] !== undefined && typeof args[index] !== 'function') given[name] = args[index];
  });
  return given;
}

/** @param {any} option */
export function hasCallback(option) {
  return CALLBACKS.some((name) => typeof option[name] === 'function');
}

/**
 * Runs the program's callbacks: success or fail, then complete, with the same object. Each is guarded by itself.
 * @param {Bridge} bridge @param {string} name @param {any} option @param {boolean} ok @param {object} result
 */
export function answerCallbacks(bridge, name, option, ok, result) {
  const outcome = ok ? 'success' : 'fail';
  if (typeof option[outcome] === 'function') bridge.guard(`wx.${name} ${outcome}`, option[outcome], option, [result]);
  if (typeof option.complete === 'function') bridge.guard(`wx.${name} complete`, option.complete, option, [result]);
}

/**
 * The program's callbacks hear what becomes of a promise; without any, the promise is what it gets.
 * @param {Bridge} bridge @param {string} name @param {any} option @param {Promise<any>} promise
 * @returns {Promise<any> | undefined}
 */
export function withCallbacks(bridge, name, option, promise) {
  if (!hasCallback(option)) return promise;
  promise.then(
    (result) => answerCallbacks(bridge, name, option, true, result),
    (result) => answerCallbacks(bridge, name, option, false, result),
  );
  return undefined;
}

/**
 * Calls an API with an option object: callbacks run, or a promise is returned if there are none.
 * @param {Calls} calls @param {string} name @param {any} option @param {object} [extra] more arguments
 */
export function callWithOption(calls, name, option, extra) {
  const given = option === undefined || option === null ? {} : option;
  if (typeof given !== 'object') {
    const type = { string: 'String', number: 'Number', boolean: 'Boolean', function: 'Function' }[typeof given];
    const errMsg = `${titleOf(name)}:fail parameter error: parameter should be Object instead of ${type};`;
    return Promise.reject({ errMsg });
  }
  const args = Object.assign(argumentsOf(given), extra);
  if (hasCallback(given)) {
    calls.start(name, args, (ok, result) => answerCallbacks(calls.bridge, name, given, ok, decodedResult(name, result)));
    return undefined;
  }
  return new Promise((resolve, reject) => {
    calls.start(name, args, (ok, result) => (ok ? resolve : reject)(decodedResult(name, result)));
  });
}
