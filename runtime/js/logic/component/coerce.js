/**
 * Property types: default values and coercion. Logic process; called on every whole-property write, by the parent
 * and by the component's own setData. Source: Component reference, property types.
 */

import { clone } from '../base/copy.js';
import { run } from '../base/failures.js';
import { textOf } from '../base/texts.js';

const TYPES = new Set([String, Number, Boolean, Array, Object, Function]);
/** @type {Map<any, any>} */
const ZERO = new Map(/** @type {[any, any][]} */ ([
  [String, ''],
  [Number, 0],
  [Boolean, false],
  [Object, null],
]));

/** What `typeof` says of values that need no look. */
const USUAL = new Map(/** @type {[any, string][]} */ ([
  [String, 'string'],
  [Number, 'number'],
  [Boolean, 'boolean'],
]));

/**
 * A property declaration in any of its spellings (`Type`, `null`, `{type, value, observer, optionalTypes, default}`)
 * as `{type, optional, value, make, observer, usual, isNewer}`; a value of the kind `usual` is taken as it is (if it is
 * finite). Without a type the first of the optional types is the type. `default` is a function of the newer generation:
 * it makes the first value, and the one in place of values of a wrong kind.
 */
export function readProperty(declaration, isNewer) {
  const full = typeof declaration === 'object' && declaration !== null ? declaration : { type: declaration };
  const optional = Array.isArray(full.optionalTypes) ? full.optionalTypes : [];
  const type = typeOf(full, optional, isNewer);
  const make = isNewer && typeof full.default === 'function' ? full.default : null;
  const value = full.value === undefined ? zero(type, isNewer) : full.value;
  return { type, optional, value, make, observer: full.observer || null, usual: USUAL.get(type), isNewer };
}

function typeOf(full, optional, isNewer) {
  const isKnown = (type) => TYPES.has(type) && (isNewer || type !== Function);
  if (isKnown(full.type)) return full.type;
  const isAny = full.type === null && !isNewer;
  return !isAny && optional.length > 0 && isKnown(optional[0]) ? optional[0] : null;
}

function zero(type, isNewer) {
  if (type === Array) return [];
  if (type === Function && isNewer) return function () {};
  return ZERO.has(type) ? ZERO.get(type) : null;
}

/** The value that a new instance starts with; its own copy. */
export function firstValue(property) {
  return property.make === null ? clone(property.value) : fallback(property);
}

/** What stands for a value that is none of the type. */
function fallback(property) {
  const { make, type, isNewer } = property;
  const made = make === null ? undefined : run(make, null, [], 'properties default');
  return made === undefined ? zero(type, isNewer) : made;
}

/** Whether a value is of an optional type. In the newer generation null is an object as well. */
function is(type, value, isNewer) {
  if (type === Array) return Array.isArray(value);
  if (type === Object) return typeof value === 'object' && !Array.isArray(value) && (isNewer || value !== null);
  if (type === String) return typeof value === 'string';
  if (type === Number) return Number.isFinite(value);
  if (type === Boolean) return typeof value === 'boolean';
  if (type === Function && isNewer) return typeof value === 'function';
  return value !== undefined;
}

/**
 * The value that a property takes when `value` is written to it; `warn(text)` hears about values of a wrong kind.
 * What has no value of the type becomes the type's empty value: `value` is only what the property starts with.
 */
export function coerceProperty(property, value, warn) {
  const { type, isNewer } = property;
  if (property.optional.some((other) => is(other, value, isNewer))) return value;
  switch (type) {
    case String:
      if (value === null || value === undefined) return fallback(property);
      if (typeof value === 'object') warn('expected a String, got an object');
      return textOf(value);
    case Number:
      if (isNumeric(value)) return Number(value);
      if (value !== undefined) warn(`expected a Number, got ${describe(value)}`);
      return fallback(property);
    case Boolean:
      return Boolean(value);
    case Array:
    case Object:
    case Function:
      if (isOf(type, value)) return value;
      if (value !== undefined && value !== null) warn(`expected ${type.name}, got ${describe(value)}`);
      return fallback(property);
    default:
      return value === undefined ? fallback(property) : value;
  }
}

function isOf(type, value) {
  if (type === Object) return typeof value === 'object';
  return type === Array ? Array.isArray(value) : typeof value === 'function';
}

function isNumeric(value) {
  return typeof value !== 'symbol' && typeof value !== 'bigint' && isFinite(value);
}

function describe(value) {
  if (Array.isArray(value)) return 'an Array';
  return value === null ? 'null' : `a ${typeof value}`;
}
