/**
 * The `wx` of plug-ins. Logic process; called by require.js and by what drivers ask. Each plug-in has one of its own, so
 * that what is put in the place of its functions is no matter of the program, nor of other plug-ins.
 */

/** As `PLUGIN_FOLDER` of runtime/project/plugins.py. */
const FOLDER = '__plugin__/';
const own = new Map();
const origins = new WeakMap();
const { defineProperties, getOwnPropertyDescriptors, keys } = Object;

/** The plug-in that a script is of; '' for the program's own. @param {string} path @returns {string} */
export function pluginOf(path) {
  return path.startsWith(FOLDER) ? path.slice(FOLDER.length).split('/', 1)[0] : '';
}

/** @param {string} plugin '' is the program @returns {any} */
export function wxOf(plugin) {
  const { wx } = /** @type {any} */ (globalThis);
  if (plugin === '') return wx;
  if (!own.has(plugin)) own.set(plugin, defineProperties({}, pristine(getOwnPropertyDescriptors(wx))));
  return own.get(plugin);
}

/** A function stands for another one in some `wx`: who gets a `wx` later gets that one. */
export function standsFor(fn, origin) {
  origins.set(fn, origin);
}

function pristine(descriptors) {
  for (const name of keys(descriptors)) {
    const origin = origins.get(descriptors[name].value);
    if (origin !== undefined) descriptors[name].value = origin;
  }
  return descriptors;
}
