/**
 * Values on their way between the program and the handlers of wx.*: JSON, with three forms for what JSON cannot say.
 *
 *   {"$b64": text}   an ArrayBuffer (a typed array is sent as its bytes)
 *   {"$date": ms}    a Date, only where dates are kept (storage); elsewhere a Date is its ISO text, as in JSON
 *   {"$esc": object} an object of the program that looks like one of these
 *
 * Runs in the logic process (QuickJS), called by call.js and by the objects beside it, and in cloud functions (Node.js).
 * No messages of its own.
 */

import { base64Of, bytesOf } from '../base/base64.js';

const MAX_DEPTH = 500;
const ESCAPES = /\\(ud[89a-f][0-9a-f]{2}|.)/g;
const MARKS = ['$b64', '$date', '$esc'];

/**
 * JSON text of a value. Functions and undefined members are left out, as JSON does.
 * @param {unknown} value
 * @param {boolean} keepDates
 * @returns {string}
 */
export function encode(value, keepDates) {
  const text = JSON.stringify(isPlain(value, keepDates, 0) ? value : marked(value, keepDates));
  if (text === undefined) return 'null';
  // A lone surrogate cannot be said in UTF-8; it travels as the replacement character.
  return text.includes('\\ud') ? text.replace(ESCAPES, (all, code) => (code.length > 1 ? '\\ufffd' : all)) : text;
}

/**
 * Turns the marks back into values, in all depths. Changes the object in place and returns it.
 * @param {any} value
 * @returns {any}
 */
export function decode(value) {
  if (value === null || typeof value !== 'object') return value;
  const mark = markOf(value);
  if (mark === '$b64') return bytesOf(value.$b64);
  if (mark === '$date') return new Date(value.$date);
  const target = mark === '$esc' ? value.$esc : value;
  for (const key of Object.keys(target)) {
    const member = target[key];
    if (member !== null && typeof member === 'object') target[key] = decode(member);
  }
  return target;
}

/**
 * Turns the marks of the members themselves back, and looks no deeper: what lies deeper is somebody else's JSON.
 * @param {Record<string, any>} result
 */
export function decodeMembers(result) {
  for (const key of Object.keys(result)) {
    const member = result[key];
    if (member !== null && typeof member === 'object' && markOf(member) === '$b64') result[key] = bytesOf(member.$b64);
  }
  return result;
}

export function isBuffer(value) {
  return value instanceof ArrayBuffer || ArrayBuffer.isView(value);
}

function markOf(value) {
  if (Array.isArray(value)) return undefined;
  const keys = Object.keys(value);
  return keys.length === 1 && MARKS.includes(keys[0]) ? keys[0] : undefined;
}

function isPlain(value, keepDates, depth) {
  if (value === null || typeof value !== 'object') return true;
  if (depth > MAX_DEPTH) throw new TypeError('Converting circular structure to JSON');
  if (isBuffer(value) || (keepDates && value instanceof Date)) return false;
  if (Array.isArray(value)) return value.every((item) => isPlain(item, keepDates, depth + 1));
  if (markOf(value)) return false;
  for (const key of Object.keys(value)) if (!isPlain(value[key], keepDates, depth + 1)) return false;
  return true;
}

function marked(value, keepDates) {
  if (value === null || typeof value !== 'object') return value;
  if (isBuffer(value)) return { $b64: base64Of(value) };
  if (value instanceof Date) return keepDates ? { $date: value.getTime() } : value;
  if (Array.isArray(value)) return value.map((item) => marked(item, keepDates));
  if (typeof value.toJSON === 'function') return value.toJSON();
  const copy = {};
  for (const key of Object.keys(value)) copy[key] = marked(value[key], keepDates);
  return markOf(value) ? { $esc: copy } : copy;
}
