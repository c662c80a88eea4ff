/**
 * What still runs former code after a script was evaluated anew: functions that instances hold in fields of their own,
 * and timers. Logic process; asked by `script_swaps.js` before anything is exchanged.
 */

import { fileOfFunction } from '../base/line_space.js';
import { nodeOf } from '../base/node_of.js';
import { pendingCallbacks } from '../base/timers.js';
import { originalField } from '../component/instances.js';

const MAX_VALUES = 2000;
const BOUND = /^bound /;
/** Fields that every instance has from the base library. */
const GIVEN = new Set(['data', 'properties', 'options', 'route', '__route__']);

/** The file that a function of the program stands in; 'bound' for one whose place cannot be told; '' for native ones. */
function fileOf(fn) {
  const file = fileOfFunction(fn);
  return file === '' && BOUND.test(fn.name) ? 'bound' : file;
}

/** Whether code of one of the files is reachable from a value, as far as one can see. */
function holdsCodeOf(files, value) {
  const seen = new Set([value]);
  for (const one of seen) {
    if (typeof one === 'function') {
      const file = fileOf(one);
      if (file === 'bound' || files.has(file)) return true;
      continue;
    }
    if (seen.size > MAX_VALUES || nodeOf(one) !== null) continue;
    const inner = one instanceof Map || one instanceof Set ? [...one.values()] : Object.values(one);
    for (const item of inner) if (typeof item === 'function' || (typeof item === 'object' && item !== null)) seen.add(item);
    const { constructor } = Object.getPrototypeOf(one) || {};
    if (typeof constructor === 'function') seen.add(constructor);
  }
  return false;
}

/** The first field of an instance, beside those of its definition, that holds former code of `files`; '' if none does. */
export function fieldWithCode(component, files) {
  const { instance, definition } = component;
  const fields = definition.fields || {};
  const name = Object.keys(instance).find((key) => {
    const value = instance[key];
    if (GIVEN.has(key) || (typeof value !== 'function' && (typeof value !== 'object' || value === null))) return false;
    if (typeof value !== 'function') return holdsCodeOf(files, value);
    // A function in a field was made by a handler: whatever it closes over is of before.
    return originalField(value) !== fields[key] && fileOf(value) !== '';
  });
  return name === undefined ? '' : name;
}

/** Whether a timer waits for code of `files` that is not the same in the new text. `textOf(file)`: that text. */
export function hasTimerWithCode(files, textOf) {
  return pendingCallbacks().some((callback) => {
    const fn = originalField(callback);
    const file = fileOf(fn);
    return file === 'bound' || (files.has(file) && !textOf(file).includes(String(fn)));
  });
}
