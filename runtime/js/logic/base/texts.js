/**
 * Text of anything: of values, of what was thrown. None of these throws. Logic process.
 */

/** Text of anything thrown: `TypeError: x is not a function`. */
export function errorText(error) {
  try {
    if (error instanceof Error || (error !== null && typeof error === 'object' && typeof error.message === 'string')) {
      return `${error.name || 'Error'}: ${error.message}`;
    }
    return typeof error === 'object' && error !== null ? JSON.stringify(error) || String(error) : String(error);
  } catch (_unprintable) {
    return `an error that is ${typeof error === 'object' ? 'an object' : typeof error}`;
  }
}

/** String(value) that never throws. */
export function textOf(value) {
  try {
    return String(value);
  } catch (_unprintable) {
    return '[object Object]';
  }
}

/** Text of a text node. */
export function textValue(value) {
  if (typeof value === 'string') return value;
  return value === undefined || value === null ? '' : textOf(value);
}
