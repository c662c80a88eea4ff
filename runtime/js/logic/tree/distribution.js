/**
 * Which slot shows which content. Logic process.
 *
 * Content belongs to the outer component; a slot region only shows it. Content is divided into units, each with the name
 * of the slot that it asks for: children of `part` regions and of content regions that are not divided. `distribute`
 * decides which slot shows which units: of slots with the same name the first one; without `multipleSlots` the unnamed
 * one takes everything, in the newer generation the first one.
 */

import { isDynamic } from './content_regions.js';
import { fillDynamic } from './dynamic_slots.js';
import { EMPTY, showIn } from './fragments.js';
import { attachFragments } from './lifetimes.js';

/** Decides again about the component whose content a region belongs to. */
export function distributeFor(region) {
  let at = region;
  while (at !== null && at.spec.kind !== 'content') at = at.fragment.region;
  const component = at === null ? null : at.fragment.hosts[at.spec.host];
  if (component !== null) distribute(component);
}

/** The children of a region have changed: whatever that means for slots, then the new ones are attached. */
export function settleRegion(region, added) {
  const { owner, block } = region.fragment;
  if (owner.isUnsettled) distribute(owner);
  if (block.isDivided && region.target === null) distributeFor(region);
  attachFragments(added, region);
}

/** Decides which slots of a component show its content. */
export function distribute(component) {
  component.isUnsettled = false;
  if (component.content.length === 0) return;
  if (isDynamic(component)) {
    for (const slot of component.slots) if (slot.copies === EMPTY) fillDynamic(component, slot);
  } else if (component.definition.options.multipleSlots) distributeByName(component);
  else showWhole(component, inOrder(component));
}

/** The slot that takes all content; null if there is none. */
function onlySlot(component, slots) {
  const { isNewer } = component.definition;
  for (const slot of slots) if (isNewer || slot.name === '') return slot;
  return null;
}

/** All content stands in one slot. */
function showWhole(component, slots) {
  const target = onlySlot(component, slots);
  const { content } = component;
  const list = content.length === 1 ? content[0].list : content.flatMap((region) => region.list);
  for (const fragment of list) fragment.place = target;
  for (const slot of slots) showIn(slot, slot === target ? list : EMPTY);
}

function distributeByName(component) {
  const slots = inOrder(component);
  const byName = new Map();
  const lists = new Map();
  for (const slot of slots) {
    lists.set(slot, []);
    if (!byName.has(slot.name)) byName.set(slot.name, slot);
  }
  const units = [];
  for (const content of component.content) collectUnits(content, units);
  for (const unit of units) {
    const slot = byName.get(nameOfUnit(unit));
    unit.place = slot === undefined ? null : slot;
    if (slot !== undefined) lists.get(slot).push(unit);
  }
  for (const slot of slots) showIn(slot, lists.get(slot));
}

function collectUnits(region, units) {
  for (const child of region.list) {
    if (child.block.isDivided) for (const inner of child.regions) collectUnits(inner, units);
    else units.push(child);
  }
}

function nameOfUnit(unit) {
  const { kind } = unit.region.spec;
  return kind === 'part' || kind === 'content' ? unit.region.name : '';
}

/** The slot regions of a component in document order. */
function inOrder(component) {
  if (component.slots.length < 2 || component.body === null) return component.slots;
  const open = new Set(component.slots);
  const out = [];
  collectSlots(component.body, open, out);
  return out;
}

function collectSlots(fragment, open, out) {
  for (const region of fragment.regions) {
    if (region.spec.kind === 'slot') {
      if (open.has(region)) out.push(region);
      continue;
    }
    for (const child of region.list) collectSlots(child, open, out);
    for (const copy of copiesOf(region)) for (const child of copy.list) collectSlots(child, open, out);
  }
}

/** The copies of a content region that slots have made. */
function copiesOf(region) {
  if (region.spec.kind !== 'content') return EMPTY;
  const component = region.fragment.hosts[region.spec.host];
  if (component === null || !isDynamic(component)) return EMPTY;
  return component.slots.flatMap((slot) => slot.copies.filter((copy) => copy.spec === region.spec));
}
