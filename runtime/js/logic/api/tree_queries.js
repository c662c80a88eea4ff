/**
 * What wx.* asks of the tree: nodes that a selector finds, the canvas of a canvas-id. Logic process.
 */

import { flush } from '../pages/flush.js';
import { referenceTo } from '../pages/view_calls.js';
import { nodeDataset, nodeId, nodeMark } from '../tree/nodes.js';
import { selectNodes } from '../tree/selectors.js';
import { findCanvas } from './canvas_lookup.js';
import { findElement } from './element_lookup.js';
import { rootInScope } from './scopes.js';

/** Whether the template of a component (null: of the page on top) has been built. */
export function hasTree(scope) {
  const root = rootInScope(scope);
  return root === null || root.body !== null || root.isAttached;
}

/** The nodes that a selector finds in a scope, in document order. */
export function nodesInScope(scope, selector) {
  const root = rootInScope(scope);
  if (root === null) return [];
  flush();
  return selectNodes(root, selector, true).map(({ fragment, node }) => ({
    get ref() {
      return referenceTo(fragment, node);
    },
    tag: fragment.block.nodes[node].tag,
    id: nodeId(fragment, node),
    dataset: nodeDataset(fragment, node),
    mark: nodeMark(fragment, node),
  }));
}

/** The canvas with a canvas-id in the template of a component (null: of the page on top), or null. */
export function canvasOf(scope, canvasId) {
  const root = rootInScope(scope);
  if (root === null) return null;
  flush();
  const found = findCanvas(root, canvasId);
  return found === null ? null : referenceTo(found.fragment, found.node);
}

/** The first element of a tag, with an id if one is named, in the template of a component (null: of the page on top), or null. */
export function elementOf(scope, tag, id) {
  const root = rootInScope(scope);
  if (root === null) return null;
  flush();
  const found = findElement(root, tag, id);
  return found === null ? null : referenceTo(found.fragment, found.node);
}
