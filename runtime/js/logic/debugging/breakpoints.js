/**
 * Which breakpoints of a probe are hit: conditions, hit counts, logpoints. Logic process.
 */

import { logFrom, warn } from '../base/console.js';
import { errorText } from '../base/texts.js';
import { callStack } from './call_stack.js';
import { evaluateWatched } from './pausing.js';
import { scopesOf } from './variables.js';

const HIT_CONDITION = /^\s*(==?=?|>=?|<=?|%)?\s*(\d+)\s*$/;
/** How often each breakpoint was met, by its number. */
const hits = new Map();
/** Breakpoints whose condition has failed, which is told once. */
const failed = new Set();

/** The numbers of the breakpoints at which the program has to stop. `top`: the probe, as `pause` takes it. */
export function isHit(list, top) {
  const found = [];
  if (list === undefined) return found;
  for (const breakpoint of list) if (isMet(breakpoint, top)) found.push(breakpoint.id);
  return found;
}

function isMet(breakpoint, top) {
  const { id, condition = '', hit_condition: hitCondition = '', log_message: logMessage = '' } = breakpoint;
  const scopes = () => scopesOf({ script: top.script, scope: top.probe.scope, frame: null }, top);
  if (condition !== '' && !isTrue(id, condition, scopes)) return false;
  const count = (hits.get(id) || 0) + 1;
  hits.set(id, count);
  if (!isCountMet(hitCondition, count)) return false;
  if (logMessage === '') return true;
  const text = logMessage.replace(/\{([^{}]*)\}/g, (_all, code) => shown(code, scopes));
  logFrom(text, callStack(top).map(({ name, file, line, column }) => ({ function: name, file, line, column })));
  return false;
}

function isTrue(id, condition, scopes) {
  try {
    return Boolean(evaluateWatched(scopes(), condition));
  } catch (error) {
    if (!failed.has(id)) {
      failed.add(id);
      warn(`The condition of a breakpoint fails, so the program does not stop there: ${condition}: ${errorText(error)}`);
    }
    return false;
  }
}

function shown(code, scopes) {
  try {
    const value = evaluateWatched(scopes(), code);
    return typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value);
  } catch (error) {
    return `{${code}: ${errorText(error)}}`;
  }
}

/** `5` means from the fifth time on. */
function isCountMet(text, count) {
  const match = HIT_CONDITION.exec(text);
  if (match === null) return true;
  const wanted = Number(match[2]);
  switch (match[1]) {
    case '=': case '==': case '===': return count === wanted;
    case '>': return count > wanted;
    case '<': return count < wanted;
    case '<=': return count <= wanted;
    case '%': return wanted > 0 && count % wanted === 0;
    default: return count >= wanted;
  }
}
