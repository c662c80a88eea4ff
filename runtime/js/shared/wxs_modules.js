/**
 * The module system of wxs, and the names that its code sees. Runs in both worlds: in the logic process (for mustaches;
 * joined with the base library) and in the realm that a page of the view keeps for wxs (for event handlers and `change:`
 * observers; joined with runtime/js/view/wxs/realm_glue.js). No messages.
 *
 * wxs is ES5 without most of its globals; `x.constructor` is the name of the type (the compiler has written it as
 * `x.__wxsType__`). Its code shares the built-ins with this file and may redefine them: what is used here is captured
 * before it runs, and nothing is looked up on a built-in or its prototype afterwards.
 */

const { apply, construct, defineProperty, getPrototypeOf, ownKeys } = Reflect;
const { create } = Object;
const { toString } = Object.prototype;
const { endsWith, slice } = String.prototype;
const { exec } = RegExp.prototype;
const textOf = String;
const DateOf = Date;
const RegExpOf = RegExp;
const world = globalThis;

/** What wxs may name beside its own variables. Source: the wxs pages of the reference. */
export const visibleInWxs = {
  __proto__: null, NaN: 1, Infinity: 1, undefined: 1, Math: 1, JSON: 1, Number: 1, Date: 1, console: 1, parseInt: 1,
  parseFloat: 1, isNaN: 1, isFinite: 1, decodeURI: 1, decodeURIComponent: 1, encodeURI: 1, encodeURIComponent: 1,
};
const IDENTIFIER = /^[A-Za-z_$][\w$]*$/;

// wxs code reads this member in place of `constructor`; nothing else sees it.
defineProperty(Object.prototype, '__wxsType__', {
  configurable: true,
  enumerable: false,
  get() {
    return apply(slice, apply(toString, this, []), [8, -1]);
  },
});

function getDate(...args) {
  return construct(DateOf, args);
}

function getRegExp(pattern, flags) {
  return new RegExpOf(pattern, flags);
}

/** Names of the surrounding world that wxs code must not see, each with a comma in front. */
function hiddenNames() {
  const seen = create(null);
  let names = '';
  for (let at = /** @type {object|null} */ (world); at !== null; at = getPrototypeOf(at)) {
    const keys = ownKeys(at);
    for (let i = 0; i < keys.length; i++) {
      const name = keys[i];
      if (typeof name !== 'string' || name in visibleInWxs || name in seen) continue;
      seen[name] = true;
      if (apply(exec, IDENTIFIER, [name]) !== null) names += `,${name}`;
    }
  }
  return names;
}

/** The folder of a file, '' for the root. */
function folderOf(file) {
  let at = file.length;
  while (at > 0 && file[at] !== '/') at--;
  return apply(slice, file, [0, at]);
}

/** The file of a module: that of the template for an inline one (`index.wxml#m`). */
function fileOf(path) {
  let at = 0;
  while (at < path.length && path[at] !== '#') at++;
  return apply(slice, path, [0, at]);
}

/** `a/b/../c` → `a/c`; null if it leads out of the project. */
function normalised(path) {
  let out = '';
  let part = '';
  for (let i = 0; i <= path.length; i++) {
    if (i < path.length && path[i] !== '/') {
      part += path[i];
      continue;
    }
    if (part === '..') {
      if (out === '') return null;
      out = folderOf(out);
    } else if (part !== '' && part !== '.') out = out === '' ? part : `${out}/${part}`;
    part = '';
  }
  return out;
}

/** The path of the module that `require(specifier)` means in the module `from`; null if it leads out of the project. */
export function resolveWxs(specifier, from) {
  const path = normalised(specifier[0] === '/' ? specifier : `${folderOf(fileOf(from))}/${specifier}`);
  return path !== null && !apply(endsWith, path, ['.wxs']) ? `${path}.wxs` : path;
}

/**
 * A set of modules, each evaluated at first use.
 * `host`: {source(path) → what `evaluate` takes, or undefined; evaluate(file, source, head, tail) → function,
 * missing(path), failed(path, error), loaded?(path, exports), console}. A module that fails has what it exported
 * before, reported once.
 */
export function createWxsModules(host) {
  let known = create(null);
  let head = '';

  function load(path) {
    if (path in known) return known[path].exports;
    const module = { exports: {} };
    known[path] = module;
    const source = host.source(path);
    if (source === undefined) {
      host.missing(path);
      return module.exports;
    }
    if (head === '') head = `(function(require,module,exports,getDate,getRegExp,console${hiddenNames()}){`;
    const require = (specifier) => load(resolveWxs(textOf(specifier), path));
    try {
      const body = host.evaluate(fileOf(path), source, head, '\n})');
      apply(body, {}, [require, module, module.exports, getDate, getRegExp, host.console]);
    } catch (error) {
      host.failed(path, error);
    }
    if (host.loaded) host.loaded(path, module.exports);
    return module.exports;
  }

  return {
    load,
    /** Forgets all modules: they are evaluated anew. */
    clear() {
      known = create(null);
    },
  };
}
