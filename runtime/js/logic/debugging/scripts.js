/**
 * The scripts and wxs modules that run with probes, by path. Logic process. `modules/require.js` and `wxs.js` ask here for the code of each
 * script that they evaluate; Python has put the probes in, and knows which breakpoints are bound to which.
 *
 * @typedef {object} DebuggedScript
 * @property {string} path
 * @property {any} source code, line and columns, as the program has them
 * @property {{line: number, column: number, scope: number, region: number, kind: string}[]} probes
 * @property {any[]} scopes
 * @property {number[][]} tries lines and columns of what stands under a `try` with a `catch`
 * @property {Record<string, any[]>} active breakpoints by number of the probe
 * @property {(regions: number[]) => void} turn switches its regions
 */

import { host } from '../base/host.js';
import { bare, bareThroughout } from '../base/records.js';
import { Signal } from '../base/signal.js';
import { debug } from './state.js';

/** A script that may say itself where it wants to pause. */
const DEBUGGER = /\bdebugger\b/;
const TEMPLATE = /\.wxml$/;
/** wxs modules run without probes and are needed with them. */
export const wxsIsNeededWithProbes = new Signal();
/** @type {Map<string, DebuggedScript>} */
const scripts = new Map();

/** A script with probes, in the place of one of the program; null if it runs as it is. */
export function debuggedScript(path, script) {
  const former = scripts.get(path);
  if (former !== undefined) turnAll(former, 0);
  scripts.delete(path);
  const text = host.instrumented(path, DEBUGGER.test(script.code));
  if (text === '') return null;
  const { code, columns, probes, scopes, tries, active } = bareThroughout(JSON.parse(text));
  const source = { code, line: script.line, columns: [columns, ...(script.columns || [])], evals: script.evals };
  const made = { path, source, probes, scopes, tries, active, turn: () => {} };
  scripts.set(path, made);
  return made;
}

/** The script with probes that has this path. */
export const scriptAt = (path) => scripts.get(path);

/** The script with probes whose code a module of the line space is; several wxs modules may stand in one template. */
export function scriptIn(module) {
  const script = scripts.get(module.file);
  if (script !== undefined) return script.source.code === module.code ? script : undefined;
  if (!TEMPLATE.test(module.file)) return undefined;
  for (const inline of scripts.values()) if (inline.source.code === module.code) return inline;
  return undefined;
}

/** What the code of a script gets as `__debug`. */
export function handedTo(script, hooks) {
  return bare({ ...hooks, m: script, arms(turn) {
    script.turn = turn;
    turnRegions(script);
  } });
}

function turnAll(script, value) {
  const regions = [];
  for (const { region } of script.probes) regions[region] = value;
  script.turn(regions);
}

/** Regions with a breakpoint are on; all are while the user waits for a step. */
function turnRegions(script) {
  if (debug.step !== null) {
    turnAll(script, 1);
    return;
  }
  const regions = [];
  for (const number of Object.keys(script.active)) {
    const probe = script.probes[number];
    if (probe !== undefined) regions[probe.region] = 1;
  }
  script.turn(regions);
}

/** The user waits for something else, or breakpoints are others. */
export function turnEverywhere() {
  for (const script of scripts.values()) turnRegions(script);
}

/** Breakpoints by script and probe; `needsWxs`: wxs modules run without probes that are needed with them. */
export function takeBreakpoints(active, needsWxs) {
  if (needsWxs) wxsIsNeededWithProbes.send();
  for (const [path, script] of scripts) script.active = active[path] || {};
  turnEverywhere();
}
