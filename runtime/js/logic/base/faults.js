/**
 * Whose fault an error is that nobody caught. Logic process.
 */

import { isOwnSlip } from './stacks.js';

/** What no program can help: the network or a cloud is not there. */
const SURROUNDINGS = /:fail .*(?:net::ERR_|timeout|cloud functions: )/;
/** What Handset has not got, in the words of `unsupported_objects.js`, and where the Python of an API has slipped. */
const LACKING = /:fail (?:not supported by Handset|internal error )/;

/** The words of anything thrown; a program may have put anything there. */
function wordsOf(thrown) {
  try {
    return thrown !== null && typeof thrown === 'object' ? thrown.errMsg || thrown.message : thrown;
  } catch (_hostile) {
    return '';
  }
}

/**
 * Whose fault an error is that nobody caught: of the surroundings, if the network or a cloud is missing; Handset's, if
 * it lacks what was asked for, slipped in Python, or the engine raised the error in the base library; otherwise the
 * program's. What the base library is given wrongly it refuses in words of its own, and does not let the engine stumble
 * over it.
 */
export function faultOf(thrown) {
  const words = wordsOf(thrown);
  if (typeof words === 'string') {
    const start = words.slice(0, 1000);
    if (SURROUNDINGS.test(start)) return 'environment';
    if (LACKING.test(start)) return 'handset';
  }
  return isOwnSlip(thrown) ? 'handset' : 'program';
}
