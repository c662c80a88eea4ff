/**
 * Class names of bound values. Logic process.
 */

import { textOf } from '../base/texts.js';

/** Class text of a bound value; lists are joined, in any depth. In the newer generation false and 0 are names too. */
export function classText(value, isNewer) {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map((item) => classText(item, true)).filter(Boolean).join(' ');
  const isNone = value === undefined || value === null || (!isNewer && !value);
  return isNone ? '' : textOf(value);
}
