/**
 * Dates of texts on an iPhone: its engine reads fewer forms than others. `2024-02-10 10:34:33` is an invalid date there,
 * and so it is here while the phone shown is one. Logic process; tells of each place once. Texts that stand in the code
 * are found without running it (compiler/lint/script/dates.py, whose forms these are).
 */

import { warn } from '../base/console.js';
import { launched } from '../base/launched.js';
import { clocks } from '../base/readings.js';
import { framesHere } from '../base/stacks.js';

const Native = Date;
const IPHONE = /^ios/i;
// Dashes with a blank before the time, single digits, dots: not ISO 8601, which is all that JavaScriptCore reads.
const UNREADABLE =
  /^\s*(?:\d{4}-\d{1,2}-\d{1,2} +\d{1,2}:\d|\d{4}-(?:\d-\d{1,2}|\d{2}-\d)(?!\d)|\d{4}\.\d{1,2}\.\d)/;
const told = new Set();
const { toString } = Native.prototype;

function isUnreadable(value) {
  if (typeof value !== 'string' || !UNREADABLE.test(value)) return false;
  const { device } = launched;
  return device !== undefined && IPHONE.test(device.system);
}

function tell(text) {
  const [at] = framesHere();
  const place = at === undefined ? '' : `${at.file}:${at.line}`;
  if (told.has(place)) return;
  told.add(place);
  warn(`An iPhone cannot read the date "${text}": it is invalid here as there. Write it with "/" or as ISO 8601.`);
}

function DateOfPhone(...args) {
  if (new.target === undefined) return clocks.wall === null ? Native() : Reflect.apply(toString, new Native(clocks.wall()), []);
  if (args.length === 0 && clocks.wall !== null) args[0] = clocks.wall();
  if (args.length === 1 && isUnreadable(args[0])) {
    tell(args[0]);
    args[0] = NaN;
  }
  return Reflect.construct(Native, args, new.target === DateOfPhone ? Native : new.target);
}

function parse(text) {
  if (!isUnreadable(text)) return Native.parse(text);
  tell(text);
  return NaN;
}

for (const name of ['now', 'UTC']) {
  Object.defineProperty(DateOfPhone, name, { value: Native[name], writable: true, configurable: true });
}
Object.defineProperty(DateOfPhone, 'parse', { value: parse, writable: true, configurable: true });
Object.defineProperty(DateOfPhone, 'name', { value: 'Date', configurable: true });
Object.defineProperty(DateOfPhone, 'length', { value: Native.length, configurable: true });
Object.defineProperty(DateOfPhone, 'prototype', { value: Native.prototype });
Object.defineProperty(Native.prototype, 'constructor', { value: DateOfPhone, writable: true, configurable: true });
globalThis.Date = /** @type {any} */ (DateOfPhone);
