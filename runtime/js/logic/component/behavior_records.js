/**
 * What stands behind the handles that Behavior() and Behavior.trait() return. Logic process.
 */

export const behaviorRecords = new WeakMap();
export const traitTransforms = new WeakMap();

/** What `traitBehavior(trait)` of a component gives that implements it so. */
export function implementationOf(trait, implementation) {
  return traitTransforms.has(trait) ? traitTransforms.get(trait)(implementation) : implementation;
}

/** The function by which a behavior adds calls to a chain; null if it has none. */
export function chainingFilterOf(handle) {
  const record = behaviorRecords.get(handle);
  return record === undefined || typeof record.options.chainingFilter !== 'function' ? null : record.options.chainingFilter;
}

export function behaviorsOf(options) {
  return Array.isArray(options.behaviors) ? options.behaviors : [];
}
