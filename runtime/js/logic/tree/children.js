/**
 * Exchanges the children of a region. Logic process.
 */

import { settleRegion } from './distribution.js';
import { EMPTY, markRegion } from './fragments.js';
import { dropFragment } from './lifetimes.js';

/** Lets `fill` make new children of a region and drops the former ones; what is new is attached last. */
export function replaceChildren(region, fill) {
  markRegion(region);
  const former = region.list;
  region.list = EMPTY;
  fill();
  for (const child of former) dropFragment(child);
  settleRegion(region, region.list);
}
