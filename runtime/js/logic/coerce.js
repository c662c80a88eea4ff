/**
 * Property types: default values and coercion. Logic process; called on every whole-property write, by the parent
 * and by the component's own setData. Source: Component reference, property types.
 */
'use strict';

const TYPES = new Set([String, Number, Boolean, Array, Object, Function]);
const ZERO = new Map([
  [String, ''],
  [Number, 0],
  [Boolean, false],
  [Object, null],
]);

/** What `typeof` says of values that need no look. */
const USUAL = new Map([
  [String, 'string'],
  [Number, 'number'],
  [Boolean, 'boolean'],
]);

/**
 * A property declaration in any of its spellings (`Type`, `null`, `{type, value, observer, optionalTypes}`)
 * as `{type, optional, value, observer, usual}`; a value of the kind `usual` is taken as it is (if it is finite).
 */
__handset.readProperty = function (declaration) {
  const full = typeof declaration === 'object' && declaration !== null ? declaration : { type: declaration };
  const type = TYPES.has(full.type) ? full.type : null;
  const optional = Array.isArray(full.optionalTypes) ? full.optionalTypes : [];
  const value = full.value === undefined ? zero(type) : full.value;
  return { type, optional, value, observer: full.observer || null, usual: USUAL.get(type) };
};

function zero(type) {
  if (type === Array) return [];
  return ZERO.has(type) ? ZERO.get(type) : null;
}

function is(type, value) {
  if (type === null) return true;
  if (type === Array) return Array.isArray(value);
  if (type === Object) return typeof value === 'object' && value !== null;
  if (type === String) return typeof value === 'string';
  if (type === Number) return typeof value === 'number';
  if (type === Boolean) return typeof value === 'boolean';
  if (type === Function) return typeof value === 'function';
  return false;
}

/**
 * The value that a property takes when `value` is written to it; `warn(text)` hears about values of a wrong kind.
 * What has no value of the type becomes the type's empty value, in the newer generation the property's default.
 */
__handset.coerceProperty = function (property, value, isNewer, warn) {
  const { type } = property;
  if (property.optional.some((other) => is(other, value))) return value;
  const fallback = () => (isNewer ? __handset.clone(property.value) : zero(type));
  switch (type) {
    case String:
      if (value === null || value === undefined) return fallback();
      if (typeof value === 'object') warn('expected a String, got an object');
      return __handset.textOf(value);
    case Number:
      if (isNumeric(value)) return Number(value);
      if (value !== undefined) warn(`expected a Number, got ${describe(value)}`);
      return fallback();
    case Boolean:
      return Boolean(value);
    case Array:
    case Object:
    case Function:
      if (value === null ? type === Object : is(type, value)) return value;
      if (value !== undefined && value !== null) warn(`expected ${type.name}, got ${describe(value)}`);
      return fallback();
    default:
      return value === undefined ? fallback() : value;
  }
};

function isNumeric(value) {
  return typeof value !== 'symbol' && typeof value !== 'bigint' && isFinite(value);
}

function describe(value) {
  if (Array.isArray(value)) return 'an Array';
  return value === null ? 'null' : `a ${typeof value}`;
}
