/**
 * What a property or attribute is bound to with `model:`. Logic process.
 */

import { pathText } from '../base/paths.js';

/** The place in the owner's data that a property or attribute is bound to with `model:`; null if it is not. */
export function modelPath(fragment, node, name) {
  const { model } = fragment.block.nodes[node];
  const field = model === undefined ? undefined : model[name];
  if (Array.isArray(field)) return pathText(fragment.values[field[1]]);
  return field === undefined ? null : field;
}
