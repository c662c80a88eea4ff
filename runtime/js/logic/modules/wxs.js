/**
 * wxs in the logic layer: the modules that templates call in mustaches, and what the view needs to run handlers and
 * `change:` observers itself (operation "V", events `callMethod` and `triggerEvent`). Logic process.
 */

import { createWxsModules, resolveWxs } from '../../shared/wxs_modules.js';
import { complain } from '../base/console.js';
import { reportUncaught } from '../base/failures.js';
import { launched } from '../base/launched.js';
import { hooksFor } from '../debugging/hooks.js';
import { debuggedScript, wxsIsNeededWithProbes } from '../debugging/scripts.js';
import { evaluateSource } from './sources.js';
import { operation } from '../../shared/wire/operations.js';

const REQUIRE = /\brequire\s*\(\s*(['"])([^'"\n]+)\1\s*\)/g;
let sent = new Map();
let names = new Map();

const modules = createWxsModules({
  source(path) {
    const source = launched.program.wxs[path];
    return source === undefined ? undefined : { path, source };
  },
  evaluate,
  missing: (path) => complain(`wxs module '${path}' is not found`),
  failed: (path, error) => reportUncaught(error, `${path} (wxs)`, null),
  loaded: nameMembers,
  console,
});

/** With probes, the names that they use stand around the module. */
function evaluate(file, { path, source }, head, tail) {
  const debugged = debuggedScript(path, source);
  if (debugged === null) return evaluateSource(file, source, head, tail);
  return evaluateSource(file, debugged.source, `(function(__debug){return ${head}`, `${tail}})`)(hooksFor(debugged));
}

// What templates have bound meanwhile goes on as it is; the next render takes the modules with probes.
wxsIsNeededWithProbes.add(() => modules.clear());

function nameMembers(path, exports) {
  if (typeof exports !== 'object' || exports === null) return;
  for (const key of Object.keys(exports)) {
    if (typeof exports[key] === 'function') names.set(exports[key], [path, key]);
  }
}

/** An object whose members are the wxs modules of a template file, loaded when read (wire §1, `W`). */
export function wxsOf(paths) {
  const out = {};
  for (const name of Object.keys(paths)) {
    Object.defineProperty(out, name, { get: () => modules.load(paths[name]), enumerable: true });
  }
  return out;
}

/** Forgets wxs modules after a patch; the view gets those that it uses again. */
export function forgetWxs() {
  modules.clear();
  sent = new Map();
  names = new Map();
}

/** A bound handler as the view takes it: a method's name, `{$w: [path, function]}`, or null. */
export function handlerForView(value) {
  if (typeof value === 'string') return value;
  const name = typeof value === 'function' ? names.get(value) : undefined;
  return name === undefined ? null : { $w: name };
}

/** Names of the wxs modules that the view needs for a block; null for all of its file. */
function modulesInView(block) {
  const names = new Set();
  for (const node of block.nodes) {
    for (const [name] of Object.values(node.wxsEvents || {})) names.add(name);
    for (const [name] of Object.values(node.change || {})) names.add(name);
  }
  return block.binds.some((bind) => bind[1] === 'handler') ? null : names;
}

/** The definition of a block as the view gets it: with the paths of its wxs modules, which go out before it. */
export function definitionForView(block, ops, page) {
  const paths = block.module.wxs;
  const needed = modulesInView(block);
  if (paths === undefined || (needed !== null && needed.size === 0)) return block.definition;
  const wxs = {};
  for (const name of needed || Object.keys(paths)) {
    if (paths[name] === undefined) continue;
    wxs[name] = paths[name];
    sendModule(paths[name], ops, page);
  }
  return { ...block.definition, wxs };
}

function sendModule(path, ops, page) {
  const source = launched.program.wxs[path];
  if (source === undefined) return;
  if (!sent.has(path)) sent.set(path, { isKnown: false });
  const entry = sent.get(path);
  if (entry.isKnown) return;
  entry.isKnown = true;
  page.introduced.push(entry);
  ops.push(operation.defineWxs(path, source.code));
  for (const match of source.code.matchAll(REQUIRE)) {
    const required = resolveWxs(match[2], path);
    if (required !== null) sendModule(required, ops, page);
  }
}
