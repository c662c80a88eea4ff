/**
 * Code made of text: `eval(…)` and `new Function(…)` work here, and no phone has them. Logic process; says so once each.
 * `Function('return this')` is the form that phones allow. The compiler finds the calls of `eval` (`evals` of a script),
 * which must stay calls of the engine's own to see the variables around them.
 */

import { warn } from '../base/console.js';
import { framesHere } from '../base/stacks.js';

const Native = Function;
const ALLOWED = /^\s*return\s+this\s*;?\s*$/;
/** What a developer types there is no part of the program. */
const CONSOLE = '(console)';
const noticed = new Set();

function notice(name, stack) {
  if (noticed.has(name) || stack[0] === undefined || stack[0].file === CONSOLE) return;
  noticed.add(name);
  warn(`${name}(…) makes code of text: it runs here, but does not exist on a phone.`, stack);
}

/** A script is about to run. `script.evals`: lines and columns of its calls of `eval`. */
export function noticeEvals(path, script) {
  if (script.evals === undefined) return;
  const [line, column] = script.evals[0];
  notice('eval', [{ function: '', file: path, line, column }]);
}

function FunctionOfText(...args) {
  if (args.length !== 1 || !ALLOWED.test(String(args[0]))) notice('Function', framesHere());
  return new.target === undefined || new.target === FunctionOfText ? Native(...args) : Reflect.construct(Native, args, new.target);
}

Object.defineProperty(FunctionOfText, 'name', { value: 'Function' });
Object.defineProperty(FunctionOfText, 'prototype', { value: Native.prototype });
Object.defineProperty(Native.prototype, 'constructor', { value: FunctionOfText });
globalThis.Function = /** @type {any} */ (FunctionOfText);
