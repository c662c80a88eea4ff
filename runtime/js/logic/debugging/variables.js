/**
 * Variables of calls as objects, and source text evaluated among them. Logic process. A scope is an object whose members
 * are the variables, so whatever works on values works on scopes.
 */

import { host } from '../base/host.js';
import { placeLoose } from '../base/line_space.js';

const FILE = '(console)';
const evaluate = eval;
const { apply } = Reflect;
const THIS = 0;
const MOST_TEXTS = 500;
/** What has been evaluated lately, as the engine gets it. */
const texts = new Map();
/** In an eval of its own, because strict code, such as this, has no `with`; where wxs runs, `eval` is no global. */
const WITH_NAMES = '(function(__names,__code,eval){with(__names){return function(){"use strict";return eval(__code)}}})';

/** The scopes of a call, innermost first: `{kind, name, object}`. `top`: what the probe has handed over, if it told. */
export function scopesOf(call, top) {
  if (call.script === null) return [];
  const found = [];
  const { inner, record } = top === null ? innermost(call) : handedOver(call, top);
  for (const [index, accessor] of inner) add(found, call, index, accessor);
  for (let at = record; at; at = at[0]) add(found, call, at[1], at[2], at);
  return found;
}

function add(found, call, index, accessor, record = null) {
  const scope = call.script.scopes[index];
  if (scope.names.length === 0 && scope.kind !== 'function' && scope.kind !== 'module') return;
  if (typeof accessor !== 'function') return;
  const isOwn = !found.some((other) => other.kind === 'local' || other.kind === 'closure');
  const kind = scope.kind === 'function' ? (isOwn ? 'local' : 'closure') : scope.kind;
  const name = scope.kind === 'function' && !isOwn ? scope.name : '';
  found.push({ kind, name, object: objectOf(scope.names, accessor), accessor, record });
}

/** Of a call below the topmost: the latest record of the innermost block around its place. */
function innermost(call) {
  const { script, frame } = call;
  if (frame === null) return { inner: [], record: null };
  for (let at = call.scope; at >= 0 && at !== frame[1]; at = script.scopes[at].parent) {
    const { is_kept: isKept, slot } = script.scopes[at];
    if (isKept && slot > 0 && frame[slot]) return { inner: [], record: frame[slot] };
  }
  return { inner: [], record: frame };
}

/** Of the topmost: accessors of the scopes that have no record, from the outermost, and the nearest record. */
function handedOver(call, { record, accessors }) {
  const inner = [];
  let at = call.scope;
  for (let i = accessors.length - 1; i >= 0 && at >= 0; i--) {
    inner.push([at, accessors[i]]);
    at = call.script.scopes[at].parent;
  }
  return { inner, record };
}

function objectOf(names, accessor) {
  const object = Object.create(null);
  for (let i = 0; i < names.length; i++) {
    Object.defineProperty(object, names[i], {
      enumerable: true,
      configurable: true,
      get: () => accessor(i + 1, false),
      set: (value) => {
        accessor(i + 1, true, value);
      },
    });
  }
  return object;
}

/** `this` of a call; undefined where there is none yet. */
export function thisOf(scopes) {
  const own = scopes.find(({ kind }) => kind === 'local' || kind === 'module');
  if (own === undefined) return undefined;
  try {
    return own.accessor(THIS, false);
  } catch (_beforeSuper) {
    return undefined;
  }
}

/** A text is evaluated as strict code in which the names of the scopes are known. Throws what it throws. */
export function evaluateIn(scopes, code, tick) {
  const names = new Proxy(Object.create(null), {
    has: (_target, name) => name === '__tick' || scopes.some(({ object }) => Object.hasOwn(object, name)),
    get: (_target, name) => (name === '__tick' ? tick : typeof name === 'symbol' ? undefined : ownerOf(scopes, name)[name]),
    set: (_target, name, value) => {
      ownerOf(scopes, name)[name] = value;
      return true;
    },
  });
  return apply(evaluate(WITH_NAMES)(names, placedText(code), evaluate), thisOf(scopes), []);
}

/** A text with watched loops in a place of the line space. A condition is evaluated many times and has one place. */
function placedText(code) {
  let text = texts.get(code);
  if (text === undefined) {
    const watched = host.watchLoops(code);
    text = placeLoose(FILE, watched) + watched;
    if (texts.size >= MOST_TEXTS) texts.clear();
    texts.set(code, text);
  }
  return text;
}

function ownerOf(scopes, name) {
  return scopes.find(({ object }) => Object.hasOwn(object, name)).object;
}
