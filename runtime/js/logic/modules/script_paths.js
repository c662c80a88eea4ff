/**
 * Which script a specifier means. Logic process. Source: framework guide, modules and npm.
 */

import { launched } from '../base/launched.js';

const SUFFIXES = ['', '.js', '.ts', '/index.js', '/index.ts'];

/** `a/b/../c` → `a/c`; null if it leads out of the project. */
export function normalisePath(path) {
  const out = [];
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') out.push(part);
    else if (out.pop() === undefined) return null;
  }
  return out.join('/');
}

/** The folder of a path, '' for the root. */
export function folderOf(path) {
  const at = path.lastIndexOf('/');
  return at < 0 ? '' : path.slice(0, at);
}

function find(path) {
  if (path === null) return null;
  const scripts = launched.program.scripts;
  for (const suffix of SUFFIXES) {
    if (Object.hasOwn(scripts, path + suffix)) return path + suffix;
  }
  return null;
}

function applyAlias(specifier) {
  const aliases = launched.program.aliases || {};
  let best = null;
  for (const key of Object.keys(aliases)) {
    const prefix = key.endsWith('*') ? key.slice(0, -1) : key;
    if (specifier.startsWith(prefix) && (best === null || prefix.length > best.prefix.length)) {
      best = { prefix, target: aliases[key] };
    }
  }
  if (best === null) return null;
  const target = best.target.endsWith('*') ? best.target.slice(0, -1) : best.target;
  return normalisePath(`${target}/${specifier.slice(best.prefix.length)}`);
}

/** The script that `specifier` means in file `from`; null if there is none. */
export function resolveScript(specifier, from) {
  const folder = folderOf(from);
  if (specifier.startsWith('/')) return find(normalisePath(specifier));
  const relative = find(normalisePath(`${folder}/${specifier}`));
  if (specifier.startsWith('.')) return relative;
  const alias = applyAlias(specifier);
  const aliased = alias === null ? null : find(alias);
  if (aliased !== null) return aliased;
  for (let at = folder; ; at = folderOf(at)) {
    const packaged = find(normalisePath(`${at}/miniprogram_npm/${specifier}`));
    if (packaged !== null) return packaged;
    if (at === '') return relative;
  }
}
