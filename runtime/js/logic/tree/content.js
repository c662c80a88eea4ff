/**
 * What is written inside a component's tag, in the tree of the outer component. Logic process. Where it is shown is
 * decided by `distribution.js`.
 */

import { replaceChildren } from './children.js';
import { isDynamic } from './content_regions.js';
import { distribute, distributeFor } from './distribution.js';
import { updateDynamic } from './dynamic_slots.js';
import { createChild, createFragment, evaluateFor, fillRegion, hits } from './fragments.js';
import { handleRegions } from './region_kinds.js';
import { slotNameOf } from './slots.js';
import { updateChildren, updateRegion } from './update.js';

handleRegions('part', { fill: fillPart, update: updatePart });
handleRegions('content', { fill: fillPart, update: updatePart });

/** The slot that a piece of content asks for. */
function wantedName(region) {
  const { slot, slotOf } = region.spec;
  return slotNameOf(slotOf ? evaluateFor(region.fragment, slotOf, '') : slot);
}

/** Creates the content written inside a component's tag and shows it. */
export function fillContent(component) {
  if (component.content.length === 0) return;
  if (!isDynamic(component)) for (const region of component.content) fillRegion(region);
  distribute(component);
}

/** Updates the content of a component with the outer template. */
export function updateContent(component, changed, force) {
  if (!isDynamic(component)) {
    for (const region of component.content) updateRegion(region, changed, force);
    return;
  }
  for (const region of component.slots) updateDynamic(component, region, changed, force);
}

/** The slot for whose copies a piece of content is made; null if it is made once. */
function targetOf(region) {
  for (let at = region; at !== null; at = at.fragment.region) {
    if (at.target !== null) return at.target;
    if (at.spec.kind === 'content') return null;
  }
  return null;
}

/** Whether a piece of content stays away from the slot for which this copy is made. */
function isElsewhere(region) {
  if (region.spec.blocks[0].isDivided) return false;
  const target = targetOf(region);
  return target !== null && target.name !== region.name;
}

/** Fills a piece of content: a `part` or `content` region. */
function fillPart(region) {
  const name = wantedName(region);
  if (name !== '') region.name = name;
  if (!isElsewhere(region)) region.list = [createPart(region)];
}

function createPart(region) {
  const { fragment, spec } = region;
  const block = spec.blocks[0];
  if (block.slotVars.length === 0) return createChild(region, block);
  const data = region.target === null || region.target.data === null ? {} : region.target.data;
  const loop = fragment.loop.concat(block.slotVars.map((name) => data[name]));
  return createFragment(block, region, fragment.data, loop);
}

/** Updates a piece of content; its `slot` may have changed. */
function updatePart(region, changed, force) {
  const { spec } = region;
  if (spec.slotOf && (force || hits(spec.deps, changed))) {
    const name = wantedName(region);
    if (name !== region.name) rename(region, name);
  }
  updateChildren(region, changed, force);
}

function rename(region, name) {
  region.name = name;
  const isAway = isElsewhere(region);
  if (targetOf(region) === null) distributeFor(region);
  else if (isAway !== (region.list.length === 0)) {
    replaceChildren(region, () => {
      if (!isAway) region.list = [createPart(region)];
    });
  }
}
