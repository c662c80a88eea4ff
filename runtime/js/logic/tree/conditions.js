/**
 * wx:if: which branch stands in a region. Logic process.
 */

import { replaceChildren } from './children.js';
import { EMPTY, createChild, evaluateFor, hits } from './fragments.js';
import { handleRegions } from './region_kinds.js';
import { updateChildren } from './update.js';

handleRegions('if', { fill: fillIf, update: updateIf });

function fillIf(region) {
  const { fragment, spec } = region;
  region.picked = evaluateFor(fragment, spec.pick, -1);
  if (region.picked >= 0) region.list = [createChild(region, spec.blocks[region.picked])];
}

function updateIf(region, changed, force) {
  const spec = region.spec;
  if (force || hits(spec.deps, changed)) {
    const picked = evaluateFor(region.fragment, spec.pick, -1);
    if (picked !== region.picked) {
      replaceChildren(region, () => {
        region.picked = picked;
        region.list = picked < 0 ? EMPTY : [createChild(region, spec.blocks[picked])];
      });
      return;
    }
  }
  updateChildren(region, changed, force);
}
