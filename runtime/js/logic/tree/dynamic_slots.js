/**
 * Slots of components with `dynamicSlots` (newer generation): each makes copies of its own of what asks for it. Logic
 * process.
 */

import { Region, fillRegion, showIn } from './fragments.js';
import { attachFragments } from './lifetimes.js';
import { updateRegion } from './update.js';

/** Makes the copies of a slot. */
export function fillDynamic(component, slot) {
  slot.copies = component.content.map((content) => {
    const copy = /** @type {any} */ (new Region(component.fragment, content.spec));
    copy.target = slot;
    fillRegion(copy);
    return copy;
  });
  showCopies(slot);
  for (const copy of slot.copies) {
    copy.isAttached = component.isAttached;
    attachFragments(copy.list, copy);
  }
}

function showCopies(slot) {
  const list = slot.copies.flatMap((copy) => copy.list);
  for (const fragment of list) fragment.place = slot;
  showIn(slot, list);
}

/** Brings the copies of a slot up to date. */
export function updateDynamic(component, slot, changed, force) {
  for (const copy of slot.copies) {
    for (const fragment of copy.list) {
      fragment.data = component.fragment.data;
      if (force) takeValues(fragment, component.fragment.loop, slot.data === null ? {} : slot.data);
    }
    updateRegion(copy, changed, force);
  }
  showCopies(slot);
}

/** Loop variables of the place where the content is written, then the values of the slot; the array is shared. */
function takeValues(fragment, outer, data) {
  const values = fragment.block.slotVars.map((name) => data[name]);
  const all = outer.concat(values);
  for (let i = 0; i < all.length; i++) fragment.loop[i] = all[i];
}
