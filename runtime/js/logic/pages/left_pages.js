/**
 * Pages that were unloaded: which of them something of the program still holds, and as far as one can see, what. Logic
 * process; asked by the evaluator (message Inspect), after the process has freed what nobody reaches.
 */

import { appInstance } from './app.js';

const MOST_PAGES = 200;
const MAX_VALUES = 5000;
const left = [];

/** A page has been unloaded. */
export function pageLeft(page) {
  left.push({ path: page.path, instance: new WeakRef(page.root.instance) });
  if (left.length > MOST_PAGES) left.shift();
}

/** The fields by which a value is reached from the App; empty if it is not, as far as one can see. Getters do not run. */
function wayTo(wanted) {
  const app = appInstance();
  const ways = new Map([[app, 'getApp()']]);
  for (const [holder, way] of ways) {
    if (holder === null || typeof holder !== 'object' || ways.size > MAX_VALUES) continue;
    for (const key of Reflect.ownKeys(holder)) {
      const field = Reflect.getOwnPropertyDescriptor(holder, key);
      const value = field === undefined ? undefined : field.value;
      if (value === null || typeof value !== 'object' || ways.has(value)) continue;
      const inner = `${way}.${String(key)}`;
      if (value === wanted) return inner;
      ways.set(value, inner);
    }
  }
  return '';
}

/** For each page that is still there its path, and behind a line break the way to it. */
export function leftPages() {
  const found = [];
  for (const { path, instance } of left) {
    const value = instance.deref();
    if (value !== undefined) found.push(`${path}\n${wayTo(value)}`);
  }
  return found;
}
