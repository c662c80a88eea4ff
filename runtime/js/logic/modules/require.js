/**
 * CommonJS for the program's scripts. Logic process. A script is evaluated at its first `require`, in sloppy mode,
 * with the names of a browser that a mini program does not have as undefined parameters.
 */

import { launched } from '../base/launched.js';
import { callAsync } from '../base/promises.js';
import { markWorkletOf } from '../base/worklets.js';
import { hooksFor } from '../debugging/hooks.js';
import { debuggedScript } from '../debugging/scripts.js';
import { noticeEvals } from './dynamic_code.js';
import { pluginOf, wxOf } from './plugin_wx.js';
import { serveMatchStatics } from './regexp_statics.js';
import { resolveScript } from './script_paths.js';
import { evaluateSource } from './sources.js';

const ABSENT =
  'window,document,frames,self,location,navigator,localStorage,history,Caches,screen,alert,confirm,prompt,' +
  'XMLHttpRequest,WebSocket,Reporter,webkit,WeixinJSCore';
const { apply } = Reflect;
const { keys, values } = Object;
const loaded = new Map();
const dependents = new Map();

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
  const value = (specifier) => requireLater(specifier, from);
  return Object.defineProperty(require, 'async', { value, writable: true, enumerable: true, configurable: true });
}

function requireLater(specifier, from) {
  return new Promise((resolve, reject) => {
    try {
      resolve(requireFrom(specifier, from));
    } catch (error) {
      reject({ mod: specifier, errMsg: error.message });
    }
  });
}

function requireFrom(specifier, from) {
  if (typeof specifier !== 'string') throw new TypeError(`require: expected a string in ${from}, got ${typeof specifier}`);
  const path = resolveScript(specifier, from);
  if (path === null) {
    throw new Error(`module '${specifier}' is not found: required by '${from}'. Check the path and its spelling.`);
  }
  if (!dependents.has(path)) dependents.set(path, new Set());
  dependents.get(path).add(from);
  return loadScript(path);
}

/** Of a plug-in that the compiler knows by name, the call has become a `require`. */
globalThis.requirePlugin = function requirePlugin(name) {
  throw new Error(`plugin "${name}" is not available: its source is not in this project`);
};

globalThis.requirePlugin.async = (name) =>
  Promise.reject({ mod: `plugin://${name}`, errMsg: `plugin "${name}" is not available` });

/** The scripts that have required a script. */
export function dependentsOf(path) {
  return dependents.has(path) ? [...dependents.get(path)] : [];
}

/** The exports of a script, evaluated now if it has not been before. Throws what the script throws. */
export function loadScript(path) {
  const known = loaded.get(path);
  if (known !== undefined) return known.exports;
  const module = { exports: {} };
  loaded.set(path, module);
  try {
    const script = launched.program.scripts[path];
    serveMatchStatics(script.code);
    noticeEvals(path, script);
    const debugged = debuggedScript(path, script);
    const names = namesFor(path, module, debugged);
    const head = `(function(${keys(names).join()},${ABSENT}){`;
    const body = evaluateSource(path, debugged === null ? script : debugged.source, head, '\n})');
    apply(body, undefined, values(names));
  } catch (error) {
    loaded.delete(path);
    throw error;
  }
  return module.exports;
}

/** What a script is given by name. A plug-in has a `wx` of its own; the program's is a global. */
function namesFor(path, module, debugged) {
  const { exports } = module;
  const names = { require: makeRequire(path), module, exports, __async: callAsync, __worklet: markWorkletOf(path) };
  const plugin = pluginOf(path);
  return {
    ...names,
    ...(debugged === null ? {} : { __debug: hooksFor(debugged) }),
    ...(plugin === '' ? {} : { wx: wxOf(plugin) }),
  };
}

/** Forgets scripts, so that the next require evaluates them again. */
export function forgetScripts(paths) {
  for (const path of paths) loaded.delete(path);
}

/** The scripts that have been evaluated, with their modules. */
export const loadedModules = () => loaded.entries();

/** Whether a script has been evaluated. */
export function isLoaded(path) {
  return loaded.has(path);
}

globalThis.global = globalThis;
