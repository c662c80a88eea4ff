/**
 * Property types: default values and coercion. Logic process; called on every whole-property write, by the parent
 * and by the component's own setData. Source: Component reference, property types.
 */
'use strict';

const ZERO = new Map([
  [String, ''],
  [Number, 0],
  [Boolean, false],
  [Object, null],
]);

/**
 * A property declaration in any of its spellings (`Type`, `null`, `{type, value, observer, optionalTypes}`)
 * as `{type, optional, value, observer}`.
 */
__handset.readProperty = function (declaration) {
  const full = typeof declaration === 'object' && declaration !== null ? declaration : { type: declaration };
  const type = full.type === undefined ? null : full.type;
  const optional = Array.isArray(full.optionalTypes) ? full.optionalTypes : [];
  const value = full.value === undefined ? zero(type) : full.value;
  return { type, optional, value, observer: full.observer || null };
};

function zero(type) {
  if (type === Array) return [];
  return ZERO.has(type) ? ZERO.get(type) : type === null ? null : undefined;
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

/** The value that a property takes when `value` is written to it; `warn(text)` hears about values of a wrong kind. */
__handset.coerceProperty = function (property, value, warn) {
  const type = property.type;
  if (type === null || type === undefined) return value === undefined ? __handset.clone(property.value) : value;
  if (property.optional.length > 0 && property.optional.some((other) => is(other, value))) return value;
  if (type === String) {
    if (value === null || value === undefined) return property.value === undefined ? '' : property.value;
    if (typeof value === 'object') warn('expected a String, got an object');
    return typeof value === 'string' ? value : String(value);
  }
  if (type === Number) {
    if (value !== null && typeof value !== 'symbol' && isFinite(value)) return Number(value);
    if (value !== undefined && value !== null) warn(`expected a Number, got ${describe(value)}`);
    return typeof property.value === 'number' ? property.value : 0;
  }
  if (type === Boolean) return value === undefined ? Boolean(property.value) : Boolean(value);
  if (is(type, value)) return value;
  if (value !== undefined && value !== null) warn(`expected ${type.name || 'another type'}, got ${describe(value)}`);
  return __handset.clone(property.value);
};

function describe(value) {
  if (Array.isArray(value)) return 'an Array';
  return value === null ? 'null' : `a ${typeof value}`;
}
