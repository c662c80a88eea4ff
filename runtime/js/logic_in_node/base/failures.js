/**
 * Calls of the program's functions: what they throw is told to the console, as in miniprogram-simulate, and the rest of
 * the tree goes on.
 */

import { around } from '../../logic_in_node/around.js';
import { Signal } from '../../logic/base/signal.js';

const { apply } = Reflect;
export const uncaught = new Signal();
export const escaped = new Signal();
let isReporting = false;

export function run(fn, self, args, what, component = null) {
  try {
    return apply(fn, self, args);
  } catch (error) {
    reportUncaught(error, what, component);
    return undefined;
  }
}

export function reportUncaught(error, where, component) {
  around.thrown(error, where);
  if (isReporting || !component) return;
  isReporting = true;
  try {
    component.callLifetime('error', [error]);
  } finally {
    isReporting = false;
  }
}
