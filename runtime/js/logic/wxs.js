/**
 * wxs modules in the logic layer: those that templates call in mustaches. Logic process.
 * (Event handlers and `change:` observers of wxs run in the view, in modules of their own.)
 */
'use strict';

const HEAD = '(function(require,module,exports,getDate,getRegExp,Page,Component,App,wx,setTimeout){';
const TYPE_NAME = '__wxsType__'; // as long as "constructor", so that columns stay
const loaded = new Map();

// In wxs `x.constructor` is the name of the type. The modules read this instead, which nothing else sees.
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

/** The exports of a wxs module, evaluated at first use; `{}` if it fails, which is reported once. */
__handset.loadWxs = function (path) {
  const known = loaded.get(path);
  if (known !== undefined) return known.exports;
  const module = { exports: {} };
  loaded.set(path, module);
  const source = __handset.program.wxs[path];
  if (source === undefined) {
    __handset.complain(`wxs module '${path}' is not found`);
    return module.exports;
  }
  try {
    const file = path.split('#')[0];
    const code = source.code.replace(/\.constructor\b/g, `.${TYPE_NAME}`);
    const body = __handset.evaluateSource(file, { ...source, code }, HEAD, '\n})');
    const require = (specifier) => __handset.loadWxs(resolve(specifier, file));
    body.call({}, require, module, module.exports, getDate, getRegExp);
  } catch (error) {
    __handset.reportUncaught(error, `${path} (wxs)`, null);
  }
  return module.exports;
};

function resolve(specifier, from) {
  const base = specifier.startsWith('/') ? '' : __handset.folderOf(from);
  const path = __handset.normalisePath(`${base}/${specifier}`);
  return path !== null && !path.endsWith('.wxs') ? `${path}.wxs` : path;
}

/** An object whose members are the wxs modules of a template file, loaded when read (wire §1, `W`). */
__handset.wxsOf = function (modules) {
  const out = {};
  for (const name of Object.keys(modules)) {
    Object.defineProperty(out, name, { get: () => __handset.loadWxs(modules[name]), enumerable: true });
  }
  return out;
};

/** Forgets wxs modules after a patch. */
__handset.forgetWxs = function () {
  loaded.clear();
};
