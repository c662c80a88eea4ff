/**
 * Behavior(): what several components share. Logic process.
 */

import { run } from '../base/failures.js';
import { isNewerAt } from '../modules/generation.js';
import { behaviorRecords, behaviorsOf, traitTransforms } from './behavior_records.js';
import { startChain } from './chaining.js';

/** The program's `Behavior(options)`: a handle to be named in `behaviors`. Without options it begins a chain. */
globalThis.Behavior = function Behavior(options) {
  if (options === undefined && isNewerAt('')) return startChain(define);
  return define(options || {});
};

function define(options) {
  applyDefinitionFilters(options);
  const handle = Object.freeze({ is: 'behavior' });
  behaviorRecords.set(handle, { options });
  return handle;
}

/** `Behavior.trait(transform)`: what components may implement, each in its own way. */
globalThis.Behavior.trait = function trait(transform) {
  const handle = Object.freeze({ is: 'trait' });
  traitTransforms.set(handle, typeof transform === 'function' ? transform : (implementation) => implementation);
  return handle;
};

/** Calls the `definitionFilter` of every behavior that `options` uses directly. */
export function applyDefinitionFilters(options) {
  for (const handle of behaviorsOf(options)) {
    const filter = filterOf(handle);
    if (filter !== null) run(filter, undefined, [options], 'Behavior definitionFilter');
  }
}

/**
 * The filter of a behavior, which has at hand those of the behaviors that it uses itself; null if it has none. In the
 * newer generation the list has a place for each of them.
 */
function filterOf(handle) {
  const record = behaviorRecords.get(handle);
  if (record === undefined || typeof record.options.definitionFilter !== 'function') return null;
  const inner = behaviorsOf(record.options).map(filterOf);
  const given = isNewerAt('') ? inner : inner.filter((filter) => filter !== null);
  return (definition) => record.options.definitionFilter(definition, given);
}
