/**
 * The way of the calls that JavaScript answers itself: their arguments are checked (arguments.js), they are shown to the
 * host first if it wants to see them (message Intercept, `bridge.intercepted`), and told to the timeline (message ApiTrace)
 * unless they are quiet, as what a program calls for each element or frame is.
 *
 * Runs in the logic process (QuickJS), used by facade.js and by what hands out objects. A call that returns at once waits
 * for the host's word. `goesOn` is its word that it only wanted to see the call.
 *
 * @typedef {object} Carried a call
 * @property {string} name
 * @property {any[]} row its row in the table
 * @property {any[]} args as the program gave them
 * @property {() => any} carryOut does it here
 */

import { toHost } from '../../shared/wire/logic.js';
import { checkOf } from './arguments.js';
import { answerCallbacks, argumentsOf, decodedResult, hasCallback, namedArguments, titleOf } from './call.js';
import { encode } from './codec.js';
/** @import { Bridge } from './facade.js' */

const STATES = { w: 'works', s: 'simulated', u: 'unsupported' };
const AT_ONCE = 'sf+-';
const UNLISTED = ['s', 'j', 'w'];

/**
 * A function of `wx` that JavaScript answers, on the one way of all calls.
 * @param {Bridge} bridge @param {string} name @param {any[]} row of the table
 * @param {Function} own what it does
 */
export function interceptable(bridge, name, row, own) {
  const required = bridge.table.required[name];
  const way = unchecked(bridge, name, row, own);
  if (!required) return way;
  const check = checkOf(required, row[3]);
  return (a, b, c) => {
    const reason = check(a, b, c);
    return reason ? refused(bridge, { name, row, args: [a, b, c] }, reason) : way(a, b, c);
  };
}

function unchecked(bridge, name, row, own) {
  const { intercepted } = bridge;
  const carried = (args) => ({ name, row, args, carryOut: () => own(...args) });
  if (!AT_ONCE.includes(row[0]) || bridge.table.quiet.includes(name)) {
    // No function of `wx` has more parameters; gathering them costs more than most of these do.
    return (a, b, c) => {
      if (intercepted.size === 0 || !intercepted.has(name)) return own(a, b, c);
      return askHost(bridge, carried([a, b, c]));
    };
  }
  return (...args) => {
    const call = carried(args);
    return intercepted.has(name) ? askHost(bridge, call) : told(bridge, call, ++bridge.calls.lastId);
  };
}

/**
 * An object some of whose methods JavaScript answers, as a program gets it: those that the host wants to see ask it.
 * @template {object} T @param {Bridge} bridge @param {T} object @returns {T}
 * @param {string} kind its name in the catalogue, or what its names begin with (`CanvasRenderingContext`)
 */
export function handedOut(bridge, kind, object) {
  if (bridge.intercepted.size === 0) return object;
  const rows = bridge.table.objects[kind] || {};
  const members = /** @type {Record<string, any>} */ (object);
  for (const name of bridge.intercepted) {
    const method = titleOf(name);
    const row = rows[method] || UNLISTED;
    const own = members[method];
    if (!name.startsWith(`${kind}.`) || row[1] !== 'j' || typeof own !== 'function') continue;
    members[method] = (/** @type {any[]} */ ...args) =>
      askHost(bridge, { name, row, args, carryOut: () => own.apply(object, args) });
  }
  return object;
}

/**
 * Asks the host about a call, which it answers or leaves to us.
 * @param {Bridge} bridge @param {Carried} call
 */
export function askHost(bridge, call) {
  return AT_ONCE.includes(call.row[0]) ? askNow(bridge, call) : askLater(bridge, call);
}

function askNow(bridge, call) {
  const { name, row } = call;
  const callId = ++bridge.calls.lastId;
  const text = JSON.stringify(plain(namedArguments(row[3], call.args, {})));
  const answer = JSON.parse(bridge.callApi(name, text, callId, true));
  if (answer.goesOn) return goOn(bridge, call, callId);
  if (answer.ok) return decodedResult(name, answer.result).value;
  // An object that Handset does not carry out never throws at a program.
  if (row[2] === 'u' && name.includes('.')) return call.carryOut();
  throw Object.assign(new Error(answer.result.errMsg), answer.result);
}

function askLater(bridge, call) {
  const { calls } = bridge;
  const { name, args } = call;
  const hasOption = args[0] !== null && typeof args[0] === 'object';
  const option = hasOption ? args[0] : {};
  const given = hasOption ? argumentsOf(option) : namedArguments(call.row[3], args, {});
  if (hasCallback(option)) {
    const end = (ok, result) => answerCallbacks(bridge, name, option, ok, decodedResult(name, result));
    const callId = calls.start(name, given, end, () => goOn(bridge, call, callId));
    return undefined;
  }
  return new Promise((resolve, reject) => {
    const end = (ok, result) => (ok ? resolve : reject)(decodedResult(name, result));
    const callId = calls.start(name, given, end, () => resolve(goOn(bridge, call, callId)));
  });
}

/** What Handset does not carry out has been told by Python, which says that it is so. */
function goOn(bridge, call, callId) {
  return call.row[2] === 'u' ? call.carryOut() : told(bridge, call, callId);
}

/** Carries a call out and tells the timeline. @param {"handler" | "arguments"} [endedBy] */
function told(bridge, call, callId, endedBy = 'handler') {
  const began = Date.now();
  let result = {};
  let isOk = false;
  try {
    const value = call.carryOut();
    if (call.row[0] === 's') result = { value };
    isOk = true;
    return value;
  } catch (error) {
    result = { errMsg: String(error && error.message) };
    throw error;
  } finally {
    bridge.post(toHost.apiTrace({
      call_id: callId, name: call.name, args: plain(namedArguments(call.row[3], call.args, {})),
      result: plain(result), ok: isOk, began_ms: began, duration_ms: Date.now() - began, state: STATES[call.row[2]],
      ended_by: endedBy, sync: true,
    }));
  }
}

/** Fails a call as Python does: one that returns at once throws, others tell it later. */
function refused(bridge, { name, row, args }, reason) {
  const failure = { errMsg: `${name}:fail ${reason}` };
  if (!AT_ONCE.includes(row[0])) return failLater(bridge, name, args[0], failure);
  const carryOut = () => {
    throw Object.assign(new Error(failure.errMsg), failure);
  };
  if (bridge.table.quiet.includes(name)) return carryOut();
  return told(bridge, { name, row, args, carryOut }, ++bridge.calls.lastId, 'arguments');
}

function failLater(bridge, name, option, failure) {
  if (option === null || typeof option !== 'object' || !hasCallback(option)) return Promise.reject(failure);
  bridge.later(() => answerCallbacks(bridge, name, option, false, failure));
  return undefined;
}

/** A value as the wire takes it; what cannot be said there is left out. */
function plain(value) {
  try {
    return JSON.parse(encode(value, false));
  } catch {
    return {};
  }
}
