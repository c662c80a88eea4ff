/**
 * What compiled templates call (wire §1, `R`). Logic process. None of these throws.
 */

import { run } from '../base/failures.js';
import { post } from '../base/post.js';
import { preview } from '../base/preview.js';
import { outerFrames } from '../base/source_places.js';
import { framesOf } from '../base/stacks.js';
import { textOf } from '../base/texts.js';
import { toHost } from '../../shared/wire/logic.js';

function isHidden(key) {
  return key === '__proto__' || key === 'prototype' || key === 'caller' || key === null || key === undefined;
}

/** Reads a member of data: never throws, gives no functions. */
function g(object, key) {
  return isHidden(key) ? undefined : f(object, key);
}

/** The same of a name that the compiler has looked at: it is not hidden. */
function f(object, name) {
  if (object === null || object === undefined) return undefined;
  const value = object[name];
  return typeof value === 'function' ? undefined : value;
}

/** Reads a member of a wxs module. */
function m(object, key) {
  if (object === null || object === undefined || isHidden(key)) return undefined;
  return object[key];
}

/** Calls a wxs function. */
function c(fn, self, args) {
  if (typeof fn !== 'function') return undefined;
  try {
    return fn.apply(self, args);
  } catch (error) {
    post(toHost.log({
      level: 'error',
      args: [preview('wxs:'), preview(error)],
      stack: outerFrames(framesOf(error)),
    }));
    return undefined;
  }
}

/** Reads what data hold themselves, functions too, nothing inherited: what the newer generation may call. */
function o(object, key) {
  if (typeof object !== 'object' || object === null || isHidden(key)) return undefined;
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

/** Calls a function held in data. */
function d(fn, args) {
  return typeof fn === 'function' ? run(fn, undefined, args, `mustache ${fn.name}`) : undefined;
}

/** Text of one mustache in mixed text. */
function s(value) {
  if (typeof value === 'string') return value;
  return value === undefined ? '' : textOf(value);
}

/** Copies for an object spread. */
function x(target, source) {
  if (typeof source === 'object' && source !== null) Object.assign(target, source);
  return target;
}

/** Copies for an array spread. */
function a(array, source) {
  if (Array.isArray(source)) for (let i = 0; i < source.length; i++) array.push(source[i]);
  else if (typeof source === 'string') array.push(...source);
  return array;
}

/** What was set of a member, in the tree of what was set; see compiler/wxml/expressions/touch.py. */
function t(tree, key) {
  if (tree === undefined || tree === true) return tree;
  return isHidden(key) ? undefined : tree[key];
}

/** The same of an object or array that the template makes: undefined if nothing of it was set. */
function l(tree) {
  for (const key of Object.keys(tree)) if (tree[key] !== undefined) return tree;
  return undefined;
}

/** The same of the members of a spread object. */
function y(target, tree, source) {
  if (tree === true) for (const key of Object.keys(source === null || source === undefined ? {} : source)) target[key] = true;
  else if (tree !== undefined) Object.assign(target, tree);
  return target;
}

/** The same in the newer generation of the framework: null leaves no text. */
function newerText(value) {
  return value === null ? '' : s(value);
}

export const primitives = { g, f, m, c, s, x, a, t, l, y };
export const newerPrimitives = { g, f, m, c, s: newerText, x, a, t, l, y, o, d };
