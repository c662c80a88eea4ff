/**
 * Slot regions: where content stands. Logic process. Who shows what is decided by `distribution.js`.
 */

import { isSame } from '../base/copy.js';
import { replaceChildren } from './children.js';
import { isDynamic } from './content_regions.js';
import { distribute } from './distribution.js';
import { fillDynamic, updateDynamic } from './dynamic_slots.js';
import { EMPTY, evaluateFor, hits } from './fragments.js';
import { dropFragment, forget } from './lifetimes.js';
import { handleRegions } from './region_kinds.js';

handleRegions('slot', { fill: openSlot, update: updateSlot, drop: closeSlot });

/** A slot's name as text. */
export function slotNameOf(value) {
  return value === undefined || value === null ? '' : String(value);
}

function slotName(region) {
  const { name, nameOf } = region.spec;
  return slotNameOf(nameOf ? evaluateFor(region.fragment, nameOf, '') : name);
}

/** A slot region has come into being. Who shows what is decided when it stands in its place (`settleRegion`). */
function openSlot(region) {
  const component = region.fragment.owner;
  const name = slotName(region);
  if (name !== '') region.name = name;
  if (region.spec.valuesOf) region.data = evaluateFor(region.fragment, region.spec.valuesOf, {});
  if (component.slots === EMPTY) component.slots = [region];
  else component.slots.push(region);
  component.isUnsettled = true;
}

/** A slot region goes away: its content is shown elsewhere, or not at all. */
function closeSlot(region) {
  const component = region.fragment.owner;
  const shown = region.list;
  region.list = EMPTY;
  if (isDynamic(component)) for (const fragment of shown) dropFragment(fragment);
  // What goes as a whole has dropped its content before.
  if (component.isDetached) return;
  component.slots = component.slots.filter((other) => other !== region);
  component.isUnsettled = true;
  if (isDynamic(component)) return;
  for (const fragment of shown) {
    fragment.place = null;
    forget(fragment);
  }
}

/** The name or the values of a slot may have changed. */
function updateSlot(region, changed, force) {
  if (!force && !hits(region.spec.deps, changed)) return;
  const component = region.fragment.owner;
  const name = slotName(region);
  const isRenamed = name !== region.name;
  region.name = name;
  if (!isDynamic(component)) {
    if (isRenamed) distribute(component);
    return;
  }
  const former = region.data;
  if (region.spec.valuesOf) region.data = evaluateFor(region.fragment, region.spec.valuesOf, {});
  if (isRenamed) replaceChildren(region, () => fillDynamic(component, region));
  else if (!isSame(former, region.data)) updateDynamic(component, region, Object.create(null), true);
}
