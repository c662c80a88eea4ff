/**
 * Finds the component that an object such as VideoContext rules. Logic process; called by tree_queries.js.
 */

import { nodeId } from '../tree/nodes.js';
import { walkTree } from '../tree/walk_nodes.js';

/**
 * The first element of a tag in the template of a component, as a node; null if there is none.
 * @param {string} tag @param {string | undefined} id what it must have for an id, if that matters
 * @returns {{fragment: any, node: number} | null}
 */
export function findElement(component, tag, id) {
  /** @type {any} */
  let found = null;
  walkTree(component, (fragment, node) => {
    if (fragment.block.nodes[node].tag !== tag || (id !== undefined && nodeId(fragment, node) !== id)) return false;
    found = { fragment, node };
    return true;
  });
  return found;
}
