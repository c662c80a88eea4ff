/**
 * Messages CallFunction, ListMembers, Release, StoreValue and WriteValue: what is done with values behind handles.
 * Logic process. Sends Evaluated and Inspected. Members are listed as they are defined: no getter of the program runs.
 */

import { host } from '../base/host.js';
import { cutName } from '../base/limits.js';
import { post } from '../base/post.js';
import { isKept, previewWithHandle, release, valueOfHandle } from '../base/preview.js';
import { onMessage } from '../base/tasks.js';
import { toHost } from '../../shared/wire/logic.js';
import { answer, answerError, answerSettled } from './answers.js';

const { apply, getOwnPropertyDescriptor, getPrototypeOf, ownKeys } = /** @type {any} */ (Reflect);
const evaluate = eval;
const Failure = Error;
const bigInt = BigInt;
const { entries } = Map.prototype;
const { values } = Set.prototype;
const FILE = '(console)';
const MOST_MEMBERS = 10000;
/** A Proxy may name itself as its prototype. */
const MOST_LEVELS = 100;

/** The value of an argument as the wire carries it. */
function argumentValue(argument) {
  if (argument.object_id > 0) {
    if (!isKept(argument.object_id)) throw new Failure('an argument is no longer kept');
    return valueOfHandle(argument.object_id);
  }
  if (argument.is_undefined) return undefined;
  const { number = '' } = argument;
  if (number === '') return argument.value;
  return number[number.length - 1] === 'n' ? bigInt(number.slice(0, -1)) : Number(number);
}

onMessage('call-function', (message) => {
  const { object_id: id = 0 } = message;
  let value;
  host.running('the evaluator', FILE);
  try {
    if (id > 0 && !isKept(id)) throw new Failure('the object is no longer kept');
    const call = evaluate(`(${message.declaration}\n)`);
    value = apply(call, valueOfHandle(id), (message.arguments || []).map(argumentValue));
  } catch (error) {
    answerError(message.request_id, error, message.form || 'handle');
    return;
  } finally {
    host.running('', '');
  }
  const form = message.form || 'handle';
  if (message.await_promise) answerSettled(message.request_id, value, form);
  else answer(message.request_id, value, form);
});

/** One member, as it is defined. */
function describe(key, descriptor, own) {
  const { enumerable, configurable } = descriptor;
  const out = /** @type {any} */ ({ name: typeof key === 'symbol' ? `Symbol(${key.description || ''})` : key, enumerable, configurable, own });
  if (typeof key === 'symbol') out.symbol = previewWithHandle(key, 0);
  if ('value' in descriptor) {
    out.value = previewWithHandle(descriptor.value, 0);
    out.writable = descriptor.writable;
  } else {
    if (descriptor.get !== undefined) out.get = previewWithHandle(descriptor.get, 0);
    if (descriptor.set !== undefined) out.set = previewWithHandle(descriptor.set, 0);
  }
  out.name = cutName(out.name);
  return out;
}

/** Members of a value, own ones first, each name once. */
function membersOf(value, inherited, accessorsOnly) {
  const out = [];
  const seen = new Set();
  for (let at = value, level = 0; at !== null && level < MOST_LEVELS; at = getPrototypeOf(at), level += 1) {
    for (const key of ownKeys(at)) {
      if (out.length >= MOST_MEMBERS) return out;
      const descriptor = seen.has(key) ? undefined : getOwnPropertyDescriptor(at, key);
      seen.add(key);
      if (descriptor === undefined || (accessorsOnly && 'value' in descriptor)) continue;
      out.push(describe(key, descriptor, level === 0));
    }
    if (!inherited) break;
  }
  return out;
}

/** What the entries of a Map or Set are, as an array of the language; null if the value is neither. */
function entriesOf(value) {
  const out = [];
  const isMap = value instanceof Map;
  if (!isMap && !(value instanceof Set)) return null;
  const iterator = apply(isMap ? entries : values, value, []);
  while (out.length < MOST_MEMBERS) {
    const { done, value: item } = iterator.next();
    if (done) break;
    out.push(isMap ? { key: item[0], value: item[1] } : { value: item });
  }
  return out;
}

/** @returns {[string, any][]} */
function innerOf(value) {
  /** @type {[string, any][]} */
  const inner = [['[[Prototype]]', previewWithHandle(getPrototypeOf(value), 0)]];
  const found = entriesOf(value);
  if (found !== null) inner.push(['[[Entries]]', previewWithHandle(found, 0)]);
  return inner;
}

function describeMembers(value, inherited, accessorsOnly) {
  if (value === null || (typeof value !== 'object' && typeof value !== 'function')) return { members: [], inner: [] };
  try {
    const members = membersOf(value, inherited, accessorsOnly);
    return { members, inner: accessorsOnly ? [] : innerOf(value) };
  } catch (_trap) {
    // A Proxy that refuses, or a thing that only looks like a Map.
    return { members: [], inner: [] };
  }
}

onMessage('list-members', (message) => {
  const id = message.object_id;
  const value = isKept(id) ? describeMembers(valueOfHandle(id), message.inherited === true, message.accessors_only === true) : null;
  post(toHost.inspected({ request_id: message.request_id, value }));
});

onMessage('release', (message) => message.object_ids.forEach(release));

/** Carries out a question about a kept value whose answer is a text. */
function answerText(message, textOf) {
  let text;
  try {
    if (!isKept(message.object_id)) throw new Failure('the object is no longer kept');
    text = textOf(valueOfHandle(message.object_id));
  } catch (error) {
    answerError(message.request_id, error);
    return;
  }
  post(toHost.evaluated({ request_id: message.request_id, json: text }));
}

onMessage('store-value', (message) => answerText(message, (value) => {
  let number = 1;
  while (`temp${number}` in globalThis) number += 1;
  globalThis[`temp${number}`] = value;
  return `temp${number}`;
}));

onMessage('write-value', (message) => answerText(message, (value) => {
  const text = JSON.stringify(value, null, 2);
  if (text === undefined) throw new Failure('JSON has no word for this value');
  return text;
}));
