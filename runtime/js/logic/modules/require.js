/**
 * CommonJS for the program's scripts. Logic process. A script is evaluated at its first `require`, in sloppy mode,
 * with the names of a browser that a mini program does not have as undefined parameters.
 */
'use strict';

const evaluate = eval;
const ABSENT =
  'window,document,frames,self,location,navigator,localStorage,history,Caches,screen,alert,confirm,prompt,' +
  'XMLHttpRequest,WebSocket,Reporter,webkit,WeixinJSCore';
const HEAD = `(function(require,module,exports,__async,${ABSENT}){`;
const SUFFIXES = ['', '.js', '.ts', '/index.js', '/index.ts'];
const loaded = new Map();
const dependents = new Map();

/** Evaluates the text of a source file in its place in the line space and returns the value. */
__handset.evaluateSource = function (file, source, head, tail, isGenerated = false) {
  const newlines = __handset.placeSource(file, source, head.length, isGenerated);
  return (0, evaluate)(newlines + head + source.code + tail);
};

/** `a/b/../c` → `a/c`; null if it leads out of the project. */
__handset.normalisePath = function (path) {
  const out = [];
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') out.push(part);
    else if (out.pop() === undefined) return null;
  }
  return out.join('/');
};

/** The folder of a path, '' for the root. */
__handset.folderOf = function (path) {
  const at = path.lastIndexOf('/');
  return at < 0 ? '' : path.slice(0, at);
};

function find(path) {
  if (path === null) return null;
  const scripts = __handset.program.scripts;
  for (const suffix of SUFFIXES) {
    if (Object.hasOwn(scripts, path + suffix)) return path + suffix;
  }
  return null;
}

function applyAlias(specifier) {
  const aliases = __handset.program.aliases || {};
  let best = null;
  for (const key of Object.keys(aliases)) {
    const prefix = key.endsWith('*') ? key.slice(0, -1) : key;
    if (specifier.startsWith(prefix) && (best === null || prefix.length > best.prefix.length)) {
      best = { prefix, target: aliases[key] };
    }
  }
  if (best === null) return null;
  const target = best.target.endsWith('*') ? best.target.slice(0, -1) : best.target;
  return __handset.normalisePath(`${target}/${specifier.slice(best.prefix.length)}`);
}

/** The script that `specifier` means in file `from`; null if there is none. */
__handset.resolveScript = function (specifier, from) {
  const folder = __handset.folderOf(from);
  if (specifier.startsWith('/')) return find(__handset.normalisePath(specifier));
  const relative = find(__handset.normalisePath(`${folder}/${specifier}`));
  if (specifier.startsWith('.')) return relative;
  const alias = applyAlias(specifier);
  const aliased = alias === null ? null : find(alias);
  if (aliased !== null) return aliased;
  for (let at = folder; ; at = __handset.folderOf(at)) {
    const packaged = find(__handset.normalisePath(`${at}/miniprogram_npm/${specifier}`));
    if (packaged !== null) return packaged;
    if (at === '') return relative;
  }
};

function makeRequire(from) {
  const require = function (specifier, onLoad, onFail) {
    if (typeof onLoad !== 'function') return requireFrom(specifier, from);
    try {
      const exports = requireFrom(specifier, from);
      Promise.resolve().then(() => onLoad(exports));
    } catch (error) {
      if (typeof onFail === 'function') Promise.resolve().then(() => onFail({ mod: specifier, errMsg: error.message }));
    }
    return undefined;
  };
  require.async = (specifier) =>
    new Promise((resolve, reject) => {
      try {
        resolve(requireFrom(specifier, from));
      } catch (error) {
        reject({ mod: specifier, errMsg: error.message });
      }
    });
  return require;
}

function requireFrom(specifier, from) {
  if (typeof specifier !== 'string') throw new TypeError(`require: expected a string in ${from}, got ${typeof specifier}`);
  const path = __handset.resolveScript(specifier, from);
  if (path === null) {
    throw new Error(`module '${specifier}' is not found: required by '${from}'. Check the path and its spelling.`);
  }
  if (!dependents.has(path)) dependents.set(path, new Set());
  dependents.get(path).add(from);
  return __handset.loadScript(path);
}

/** Of a plug-in that the compiler knows by name, the call has become a `require`. */
globalThis.requirePlugin = function requirePlugin(name) {
  throw new Error(`plugin "${name}" is not available: its source is not in this project`);
};

globalThis.requirePlugin.async = (name) =>
  Promise.reject({ mod: `plugin://${name}`, errMsg: `plugin "${name}" is not available` });

/** The scripts that have required a script. */
__handset.dependentsOf = function (path) {
  return dependents.has(path) ? [...dependents.get(path)] : [];
};

/** The exports of a script, evaluated now if it has not been before. Throws what the script throws. */
__handset.loadScript = function (path) {
  const known = loaded.get(path);
  if (known !== undefined) return known.exports;
  const module = { exports: {} };
  loaded.set(path, module);
  try {
    const script = __handset.program.scripts[path];
    __handset.serveMatchStatics(script.code);
    __handset.noticeEvals(path, script);
    const body = __handset.evaluateSource(path, script, HEAD, '\n})');
    body.call(undefined, makeRequire(path), module, module.exports, __handset.callAsync);
  } catch (error) {
    loaded.delete(path);
    throw error;
  }
  return module.exports;
};

/** Forgets scripts, so that the next require evaluates them again. */
__handset.forgetScripts = function (paths) {
  for (const path of paths) loaded.delete(path);
};

/** Whether a script has been evaluated. */
__handset.isLoaded = function (path) {
  return loaded.has(path);
};

globalThis.global = globalThis;
