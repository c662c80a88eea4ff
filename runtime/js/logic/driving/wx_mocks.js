/**
 * Messages CallWx, MockWx, RestoreWx and ForgetDriver: functions of `wx` that drivers call, and that they answer in the
 * platform's place. Logic process.
 *
 * A mocked function stays what it has become once; it asks who answers now. So a program, or a client that has wrapped
 * it meanwhile, keeps what it has when the mock is taken back. Of several drivers the last one counts.
 */

import { answerCallbacks } from '../api/call.js';
import { reportUncaught, run } from '../base/failures.js';
import { launched } from '../base/launched.js';
import { onMessage, queueTask } from '../base/tasks.js';
import { standsFor, wxOf } from '../modules/plugin_wx.js';
import { answerWith } from './asked.js';
import { forgetExposed } from './exposed.js';

const evaluate = eval;
const Failure = Error;
const { apply } = Reflect;
const { resolve, reject } = Promise;
const OwnPromise = Promise;
const byDrivers = new WeakMap();

/** @typedef {{driver: number, answer: (self: object, args: any[]) => any}} Layer */

/** Rows of the table of `wx` by name; see `runtime/api/table.py`. */
function rowOf(name) {
  const table = launched.settings.apis;
  return table === undefined ? undefined : table.functions[name];
}

/** Whether what a function returns is its answer. A name that nobody knows says it itself. */
function isAtOnce(name) {
  const row = rowOf(name);
  return row === undefined ? /Sync$/.test(name) : !'at'.includes(row[0]);
}

/** What the program holds in its hands while a task is under way that a mock answers. */
function idleTask() {
  const names = ['abort', 'onProgressUpdate', 'offProgressUpdate', 'onHeadersReceived', 'offHeadersReceived', 'onChunkReceived', 'offChunkReceived'];
  return Object.fromEntries(names.map((name) => [name, () => {}]));
}

/** The answer of a mock takes the way of the function that it stands for. */
function answered(name, args, value) {
  if (isAtOnce(name)) return value;
  const option = args[0] !== null && typeof args[0] === 'object' ? args[0] : {};
  const hasCallback = ['success', 'fail', 'complete'].some((one) => typeof option[one] === 'function');
  const promise = apply(resolve, OwnPromise, [value]).then((found) => withMessage(name, found));
  const isTask = (rowOf(name) || [''])[0] === 't';
  if (!hasCallback) {
    const settled = promise.then((result) => (isFailure(result) ? apply(reject, OwnPromise, [result]) : result));
    return isTask ? Object.assign(settled, idleTask()) : settled;
  }
  promise.then(
    (result) => queueTask(() => answerCallbacks(guarded, name, option, !isFailure(result), result)),
    (error) => reportUncaught(error, `mock of wx.${name}`, null),
  );
  return isTask ? idleTask() : undefined;
}

const guarded = /** @type {any} */ ({ guard: (where, fn, self, args) => run(fn, self, args, where, null) });

function withMessage(name, found) {
  const result = found === undefined || found === null ? {} : found;
  return typeof result !== 'object' || 'errMsg' in result ? result : { errMsg: `${name}:ok`, ...result };
}

function isFailure(result) {
  return typeof result === 'object' && result !== null && /:fail/.test(String(result.errMsg));
}

/** The function of `wx` that asks who answers; made once. */
function mockable(name, plugin) {
  const wx = wxOf(plugin);
  const present = wx[name];
  if (typeof present !== 'function') throw new Failure(`wx.${name} not exists`);
  const known = byDrivers.get(present);
  if (known !== undefined) return known;
  const kept = { origin: present, layers: /** @type {Layer[]} */ ([]) };
  function mocked(...args) {
    const layer = kept.layers[kept.layers.length - 1];
    if (layer === undefined) return apply(present, this, args);
    return answered(name, args, layer.answer({ origin: (...given) => apply(present, wx, given) }, args));
  }
  byDrivers.set(mocked, kept);
  standsFor(mocked, present);
  const key = keyOf(name, plugin);
  mocks.set(key, [...(mocks.get(key) || []), kept]);
  wx[name] = mocked;
  return kept;
}

/** A function of the program's `wx`, or of a plug-in's. */
const keyOf = (name, plugin) => `${plugin} ${name}`;

/** All that have been mocked, by `keyOf`. @type {Map<string, {layers: Layer[]}[]>} */
const mocks = new Map();

/** @param {import("../../shared/wire/driving.js").MockWx} message @returns {Layer} */
function layerOf({ driver, result, declaration, arguments: more = [] }) {
  if (!declaration) return { driver, answer: () => result };
  const fn = evaluate(`(${declaration}\n)`);
  if (typeof fn !== 'function') throw new Failure('functionDeclaration is no function');
  return { driver, answer: (self, args) => apply(fn, self, [...args, ...more]) };
}

function dropLayers(driver, key) {
  for (const kept of mocks.get(key) || []) kept.layers = kept.layers.filter((layer) => layer.driver !== driver);
}

onMessage('mock-wx', (message) =>
  answerWith(message, () => {
    const layer = layerOf(message);
    const { method, plugin = '' } = message;
    const kept = mockable(method, plugin);
    dropLayers(message.driver, keyOf(method, plugin));
    kept.layers = [...kept.layers, layer];
  }));

onMessage('restore-wx', (message) =>
  answerWith(message, () => dropLayers(message.driver, keyOf(message.method, message.plugin || ''))));

onMessage('forget-driver', ({ driver }) => {
  for (const key of [...mocks.keys()]) dropLayers(driver, key);
  forgetExposed(driver);
});

/** What success gets, or what a function returns; what fail gets is thrown as its text. */
async function outcomeOf(promise) {
  try {
    return await promise;
  } catch (failure) {
    const text = failure !== null && typeof failure === 'object' ? failure.errMsg : undefined;
    throw text === undefined ? failure : new Failure(String(text));
  }
}

onMessage('call-wx', (message) =>
  answerWith(message, () => {
    const wx = wxOf(message.plugin || '');
    const fn = wx[message.method];
    if (typeof fn !== 'function') throw new Failure(`wx.${message.method} not exists`);
    const given = message.arguments || [];
    const args = given.length === 0 && !isAtOnce(message.method) ? [{}] : given;
    const value = apply(fn, wx, args);
    return isAtOnce(message.method) ? value : outcomeOf(value);
  }));
