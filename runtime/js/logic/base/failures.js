/**
 * Calling the program's code. Logic process. User code is never called unguarded: every call from the base library
 * goes through `run`, which catches, reports `Uncaught` (message to the host), tells `uncaught` and the component's
 * `error` lifetime, and tells the host which handler is running (for `Busy`).
 */

import { faultOf } from './faults.js';
import { host } from './host.js';
import { cut } from './limits.js';
import { whereIs } from './line_space.js';
import { post } from './post.js';
import { watchPromise } from './promises.js';
import { Signal } from './signal.js';
import { outerFrames, outerPath } from './source_places.js';
import { framesOf } from './stacks.js';
import { errorText } from './texts.js';
import { fireWxEvent } from './wx_events.js';
import { toHost } from '../../shared/wire/logic.js';

/** An exception that nobody caught has been reported. Sent with its text, the stack's lines below it. */
export const uncaught = new Signal();
/** An exception that nobody caught is about to be reported. Sent with what was thrown. */
export const escaped = new Signal();
let depth = 0;
let reporting = false;

/**
 * Calls a function of the program.
 * @param {Function} fn
 * @param {*} self `this` of the call
 * @param {any[]} args
 * @param {string} what whose it is and its name (`App onShow`); of a component its name alone (`attached`)
 * @param {any} [component] the node whose function it is, for its path, its page and its `error` lifetime
 * @returns the result, or undefined if it threw
 */
export function run(fn, self, args, what, component = null) {
  const outermost = depth === 0;
  if (outermost) host.running(nameOf(what, component).toWellFormed(), outerPath(whereIs(fn)));
  depth++;
  try {
    const result = fn.apply(self, args);
    if (result instanceof Promise) watchPromise(result, nameOf(what, component), component);
    return result;
  } catch (error) {
    reportUncaught(error, nameOf(what, component), component, fn);
    return undefined;
  } finally {
    depth--;
    if (outermost) host.running('', '');
  }
}

/** A page goes by the path by which it was opened. */
function nameOf(what, component) {
  if (component === null) return what;
  const path = component.owner === null && component.page ? component.page.path : component.path;
  return `${path} ${what}`;
}

/** Where a function of the program begins: of a full stack the engine tells no frames. */
function framesOfFunction(fn, name) {
  const at = /^(.*):(\d+)$/.exec(whereIs(fn));
  return at === null ? [] : [{ function: fn.name || name, file: at[1], line: Number(at[2]), column: 1 }];
}

/** Reports an exception that nobody caught. `fn` is the function of the program that was called, if any. */
export function reportUncaught(error, where, component, fn) {
  escaped.send(error);
  let frames = framesOf(error);
  if (frames.length === 0 && error instanceof RangeError) frames = framesOfFunction(fn, where);
  const text = errorText(error);
  post(toHost.uncaught({
    message: cut(text),
    stack: outerFrames(frames),
    kind: faultOf(error),
    where,
    page_id: component && component.page ? component.page.id : 0,
  }));
  if (reporting) return;
  reporting = true;
  try {
    if (component) component.callLifetime('error', [error]);
    const stack = frames.map((frame) => `    at ${frame.function} (${frame.file}:${frame.line}:${frame.column})`);
    const full = [text, ...stack].join('\n');
    uncaught.send(full);
    fireWxEvent('onError', { message: text, stack: stack.join('\n') });
  } finally {
    reporting = false;
  }
}
