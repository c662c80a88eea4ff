/**
 * Walks over the nodes of one template tree. Logic process.
 */

import { isDynamic } from './content_regions.js';
import { componentAt } from './places.js';

/**
 * Visits the elements of one template tree in document order (content of components included, shadow trees not).
 * `visit(fragment, node)` returns true to stop; so does the walk. A component that is gone keeps what went with it.
 */
export function walkTree(component, visit) {
  return component.body !== null && walkFragment(component.body, { visit, seesDropped: component.isDetached });
}

function walkFragment(fragment, walk) {
  if (fragment.isDropped && !walk.seesDropped) return false;
  return walkNodes(fragment, fragment.block.definition.tree || [], walk);
}

function walkNodes(fragment, tree, walk) {
  for (const child of tree) {
    if (typeof child === 'string' || child[0] === '$') continue;
    if (child[0] === '?') {
      if (walkRegion(fragment.regions[child[1]], walk)) return true;
      continue;
    }
    if (walk.visit(fragment, child[0])) return true;
    const isHost = fragment.block.hostOf.has(child[0]);
    if (isHost ? walkContent(fragment, child[0], walk) : walkNodes(fragment, child[1] || [], walk)) return true;
  }
  return false;
}

function walkContent(fragment, node, walk) {
  const component = componentAt(fragment, node);
  if (component !== null && isDynamic(component)) {
    return component.slots.some((region) => region.list.some((child) => walkFragment(child, walk)));
  }
  const content = fragment.block.nodes[node].content || [];
  return content.some((index) => walkRegion(fragment.regions[index], walk));
}

function walkRegion(region, walk) {
  if (region.spec.kind === 'slot') return false;
  for (const child of region.list) if (walkFragment(child, walk)) return true;
  return false;
}
