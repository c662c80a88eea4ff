/**
 * Walks over the components of a tree. Logic process.
 */

import { eachContentRegion } from './content_regions.js';

/** Visits the hosts of a fragment in document order: `visit(component)`. Content inside plain hosts is included. */
export function eachComponent(fragment, visit) {
  const { block } = fragment;
  if (!block.mayHost) return;
  for (const step of block.plan) {
    if (step < 0) eachInRegion(fragment.regions[-1 - step], visit);
    else if (fragment.hosts[step] !== null) visit(fragment.hosts[step]);
    else {
      for (const index of block.nodes[block.hostNodes[step]].content || []) {
        eachInRegion(fragment.regions[index], visit);
      }
    }
  }
}

function eachInRegion(region, visit) {
  if (region.spec.kind === 'slot') return;
  for (const child of region.list.slice()) eachComponent(child, visit);
}

/** Visits the components in what is written inside a component's tag. */
export function eachContentComponent(component, visit) {
  eachContentRegion(component, (region) => eachInRegion(region, visit));
}

/** Visits the components of a component's own shadow tree. */
export function eachShadowComponent(component, visit) {
  if (component.body !== null) eachComponent(component.body, visit);
}

/** The first component of a page, the page itself included, that a test accepts; null if there is none. */
export function findComponent(root, isMeant) {
  let found = isMeant(root) ? root : null;
  eachShadowComponent(root, function visit(component) {
    if (found !== null) return;
    if (isMeant(component)) found = component;
    eachContentComponent(component, visit);
    eachShadowComponent(component, visit);
  });
  return found;
}
