/**
 * Calling the program's code. Logic process. User code is never called unguarded: every call from the base library
 * goes through `run`, which catches, reports `Uncaught` (message to the host), calls App.onError and the component's
 * `error` lifetime, and tells the host which handler is running (for `Busy`).
 */
'use strict';

let depth = 0;
let reporting = false;

/** Text of anything thrown: `TypeError: x is not a function`. */
__handset.errorText = function (error) {
  try {
    if (error instanceof Error || (error !== null && typeof error === 'object' && typeof error.message === 'string')) {
      return `${error.name || 'Error'}: ${error.message}`;
    }
    return typeof error === 'object' && error !== null ? JSON.stringify(error) || String(error) : String(error);
  } catch (_unprintable) {
    return `an error that is ${typeof error === 'object' ? 'an object' : typeof error}`;
  }
};

/**
 * Calls a function of the program.
 * @param {Function} fn
 * @param {*} self `this` of the call
 * @param {Array} args
 * @param {string} place who: a page or component path, "App", "setTimeout"…
 * @param {string} name what: the method or lifetime
 * @param {object|null} component the internal component node, for its page and its `error` lifetime
 * @returns the result, or undefined if it threw
 */
__handset.run = function (fn, self, args, place, name, component) {
  const outermost = depth === 0;
  if (outermost) __handset.host.running(`${place} ${name}`.toWellFormed(), __handset.outerPath(__handset.whereIs(fn)));
  depth++;
  try {
    const result = fn.apply(self, args);
    if (result instanceof Promise) __handset.watchPromise(result, `${place} ${name}`, component);
    return result;
  } catch (error) {
    __handset.reportUncaught(error, `${place} ${name}`, component, fn);
    return undefined;
  } finally {
    depth--;
    if (outermost) __handset.host.running('', '');
  }
};

/** What no program can help: the network or a cloud is not there. */
const SURROUNDINGS = /:fail .*(?:net::ERR_|timeout|no cloud environment)/;
/** What Handset has not got, in the words of `api.REASON`, and where the Python of an API has slipped. */
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
 * it lacks what was asked for, slipped in Python, or the engine raised the error in the base library; otherwise the program's. What the base
 * library is given wrongly it refuses in words of its own, and does not let the engine stumble over it.
 */
__handset.faultOf = function (thrown) {
  const words = wordsOf(thrown);
  if (typeof words === 'string') {
    const start = words.slice(0, 1000);
    if (SURROUNDINGS.test(start)) return 'environment';
    if (LACKING.test(start)) return 'handset';
  }
  return __handset.isOwnSlip(thrown) ? 'handset' : 'program';
};

/** Where a function of the program begins: of a full stack the engine tells no frames. */
function framesOfFunction(fn, name) {
  const at = /^(.*):(\d+)$/.exec(__handset.whereIs(fn));
  return at === null ? [] : [{ function: fn.name || name, file: at[1], line: Number(at[2]), column: 1 }];
}

/** Reports an exception that nobody caught. `fn` is the function of the program that was called, if any. */
__handset.reportUncaught = function (error, where, component, fn) {
  let frames = __handset.framesOf(error);
  if (frames.length === 0 && error instanceof RangeError) frames = framesOfFunction(fn, where);
  const text = __handset.errorText(error);
  __handset.post({
    m: 'uncaught',
    message: __handset.cut(text),
    stack: __handset.outerFrames(frames),
    kind: __handset.faultOf(error),
    where,
    page_id: component && component.page ? component.page.id : 0,
  });
  if (reporting) return;
  reporting = true;
  try {
    if (component) component.callLifetime('error', [error]);
    const stack = frames.map((frame) => `    at ${frame.function} (${frame.file}:${frame.line}:${frame.column})`);
    const full = [text, ...stack].join('\n');
    __handset.callApp('onError', [full]);
    __handset.fireApi('onError', { message: text, stack: stack.join('\n') });
  } finally {
    reporting = false;
  }
};
