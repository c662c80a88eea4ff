/** Built-ins are those of the tests: whoever replaces one there means it for components too. */

const names = ['JSON', 'Math', 'Reflect', 'Object', 'Array', 'Number', 'String', 'WeakRef', 'RegExp', 'Symbol', 'ArrayBuffer',
  'Uint8Array', 'Float32Array', 'Float64Array', 'FinalizationRegistry', 'Boolean', 'isNaN', 'isFinite', 'parseInt',
  'parseFloat', 'Map', 'Set', 'WeakMap', 'WeakSet', 'Error', 'TypeError', 'RangeError', 'ReferenceError', 'SyntaxError'];

/** @type {any} */
export const keptNames = {};
for (const name of names) keptNames[name] = globalThis[name];

export const keptMethods = {};

export const isRefusal = () => false;

export const enginesNow = () => performance.now();

export function useClock() {}

keptNames.performance = { now: enginesNow };
