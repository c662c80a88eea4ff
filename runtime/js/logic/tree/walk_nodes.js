/**
 * Walks over the nodes of one template tree. Logic process.
 */

import { isDynamic } from './content_regions.js';
import { componentAt } from './places.js';

/**
 * Visits the elements of one template tree in document order (content of components included, shadow trees not).
 * `visit(fragment, node)` returns true to stop; so does the walk.
 */
export function walkTree(component, visit) {
  return component.body !== null && walkFragment(component.body, visit);
}

function walkFragment(fragment, visit) {
  return !fragment.isDropped && walkNodes(fragment, fragment.block.definition.tree || [], visit);
}

function walkNodes(fragment, tree, visit) {
  for (const child of tree) {
    if (typeof child === 'string' || child[0] === '$') continue;
    if (child[0] === '?') {
      if (walkRegion(fragment.regions[child[1]], visit)) return true;
      continue;
    }
    if (visit(fragment, child[0])) return true;
    const isHost = fragment.block.hostOf.has(child[0]);
    if (isHost ? walkContent(fragment, child[0], visit) : walkNodes(fragment, child[1] || [], visit)) return true;
  }
  return false;
}

function walkContent(fragment, node, visit) {
  const component = componentAt(fragment, node);
  if (component !== null && isDynamic(component)) {
    return component.slots.some((region) => region.list.some((child) => walkFragment(child, visit)));
  }
  const content = fragment.block.nodes[node].content || [];
  return content.some((index) => walkRegion(fragment.regions[index], visit));
}

function walkRegion(region, visit) {
  if (region.spec.kind === 'slot') return false;
  for (const child of region.list) if (walkFragment(child, visit)) return true;
  return false;
}
