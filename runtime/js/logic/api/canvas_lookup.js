/**
 * Finds the canvas that a canvas-id names. Logic process; called by tree_queries.js for the old drawing interface.
 */

import { nodeAttribute } from '../tree/nodes.js';
import { walkTree } from '../tree/walk_nodes.js';

/**
 * The canvas in the template of a component, as a node; null if there is none.
 * @returns {{fragment: any, node: number} | null}
 */
export function findCanvas(component, canvasId) {
  /** @type {any} */
  let found = null;
  walkTree(component, (fragment, node) => {
    if (fragment.block.nodes[node].tag !== 'canvas' || canvasIdOf(fragment, node) !== canvasId) return false;
    found = { fragment, node };
    return true;
  });
  return found;
}

function canvasIdOf(fragment, node) {
  const canvasId = nodeAttribute(fragment, node, 'canvasId');
  return canvasId === undefined ? '' : String(canvasId);
}
