/**
 * The module system of wxs, and the names that its code sees. Runs in both worlds, as the body of a function with the
 * parameter `__handset`: in the logic process (for mustaches; loaded with the base library) and in the realm that a
 * page of the view keeps for wxs (for event handlers and `change:` observers; runtime/js/view/wxs). No messages.
 *
 * wxs is ES5 without most of its globals; `x.constructor` is the name of the type.
 */
'use strict';

/** What wxs may name beside its own variables. Source: the wxs pages of the reference. */
const VISIBLE = new Set([
  'NaN', 'Infinity', 'undefined', 'Math', 'JSON', 'Number', 'Date', 'console', 'parseInt', 'parseFloat', 'isNaN',
  'isFinite', 'decodeURI', 'decodeURIComponent', 'encodeURI', 'encodeURIComponent',
]);
const TYPE_NAME = '__wxsType__'; // as long as "constructor", so that columns stay
const IDENTIFIER = /^[A-Za-z_$][\w$]*$/;
const REQUIRE = /\brequire\s*\(\s*(['"])([^'"\n]+)\1\s*\)/g;

// wxs code reads this member in place of `constructor`; nothing else sees it.
Object.defineProperty(Object.prototype, TYPE_NAME, {
  configurable: true,
  enumerable: false,
  get() {
    return Object.prototype.toString.call(this).slice(8, -1);
  },
});

function getDate(...args) {
  return args.length === 0 ? new Date() : new Date(...args);
}

function getRegExp(pattern, flags) {
  return new RegExp(pattern, flags);
}

/** Names of the surrounding world that wxs code must not see. */
function hiddenNames() {
  const names = new Set();
  for (let at = globalThis; at !== null; at = Object.getPrototypeOf(at)) {
    for (const name of Object.getOwnPropertyNames(at)) if (!VISIBLE.has(name) && IDENTIFIER.test(name)) names.add(name);
  }
  return [...names];
}

/** `a/b/../c` → `a/c`; null if it leads out of the project. */
function normalised(path) {
  const out = [];
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') out.push(part);
    else if (out.pop() === undefined) return null;
  }
  return out.join('/');
}

/** The file of a module: that of the template for an inline one (`index.wxml#m`). */
function fileOf(path) {
  return path.split('#')[0];
}

/** The path of the module that `require(specifier)` means in the module `from`; null if it leads out of the project. */
__handset.resolveWxs = function (specifier, from) {
  const file = fileOf(from);
  const base = specifier.startsWith('/') ? '' : file.slice(0, Math.max(0, file.lastIndexOf('/')));
  const path = normalised(`${base}/${specifier}`);
  return path !== null && !path.endsWith('.wxs') ? `${path}.wxs` : path;
};

/** Paths of the modules that a module's code requires. */
__handset.requiredWxs = function (path, code) {
  const found = [];
  for (const match of code.matchAll(REQUIRE)) {
    const target = __handset.resolveWxs(match[2], path);
    if (target !== null) found.push(target);
  }
  return found;
};

/**
 * A set of modules, each evaluated at first use.
 * `host`: {source(path) → {code, …} or undefined, evaluate(path, source, head, tail) → function,
 * missing(path), failed(path, error), console?}. A module that fails has what it exported before, reported once.
 */
__handset.createWxsModules = function (host) {
  const loaded = new Map();
  const names = new Map();
  let head = '';

  function load(path) {
    const known = loaded.get(path);
    if (known !== undefined) return known.exports;
    const module = { exports: {} };
    loaded.set(path, module);
    const source = host.source(path);
    if (source === undefined) {
      host.missing(path);
      return module.exports;
    }
    if (head === '') head = `(function(require,module,exports,getDate,getRegExp,console,${hiddenNames().join(',')}){`;
    try {
      const code = source.code.replace(/\.constructor\b/g, `.${TYPE_NAME}`);
      const body = host.evaluate(fileOf(path), { ...source, code }, head, '\n})');
      const require = (specifier) => load(__handset.resolveWxs(String(specifier), path));
      body.call({}, require, module, module.exports, getDate, getRegExp, host.console || console);
    } catch (error) {
      host.failed(path, error);
    }
    nameMembers(path, module.exports);
    return module.exports;
  }

  function nameMembers(path, exports) {
    if (typeof exports !== 'object' || exports === null) return;
    for (const key of Object.keys(exports)) {
      if (typeof exports[key] === 'function') names.set(exports[key], [path, key]);
    }
  }

  return {
    load,
    /** `[path, member]` of an exported function; undefined for any other. */
    nameOf: (fn) => names.get(fn),
    /** Forgets all modules: they are evaluated anew. */
    clear() {
      loaded.clear();
      names.clear();
    },
  };
};
