/**
 * Slots: where content stands. Logic process.
 *
 * Content belongs to the outer component; a slot region only shows it. Content is divided into units, each with the name
 * of the slot that it asks for: children of `part` regions and of content regions that are not divided. `distribute`
 * decides which slot shows which units: of slots with the same name the first one; without `multipleSlots` the unnamed
 * one takes everything, in the newer generation the first one. With `dynamicSlots` (newer generation) each slot makes
 * copies of its own of what asks for it.
 */
'use strict';

const { EMPTY, hits, Region } = __handset;

function isDynamic(component) {
  return component.definition.isNewer && Boolean(component.definition.options.dynamicSlots);
}
__handset.isDynamic = isDynamic;

function nameText(value) {
  return value === undefined || value === null ? '' : String(value);
}

function slotName(region) {
  const { name, nameOf } = region.spec;
  return nameText(nameOf ? __handset.evaluateFor(region.fragment, nameOf, '') : name);
}

/** The slot that a piece of content asks for. */
function wantedName(region) {
  const { slot, slotOf } = region.spec;
  return nameText(slotOf ? __handset.evaluateFor(region.fragment, slotOf, '') : slot);
}

// ---------------------------------------------------------------- slots

/** A slot region has come into being. Who shows what is decided when it stands in its place (`settleRegion`). */
__handset.openSlot = function (region) {
  const component = region.fragment.owner;
  const name = slotName(region);
  if (name !== '') region.name = name;
  if (region.spec.valuesOf) region.data = __handset.evaluateFor(region.fragment, region.spec.valuesOf, {});
  component.slots.push(region);
  component.isUnsettled = true;
};

/** A slot region goes away: its content is shown elsewhere, or not at all. */
__handset.closeSlot = function (region) {
  const component = region.fragment.owner;
  const shown = region.list;
  region.list = EMPTY;
  if (isDynamic(component)) for (const fragment of shown) __handset.dropFragment(fragment);
  // What goes as a whole has dropped its content before.
  if (component.isDetached) return;
  component.slots = component.slots.filter((other) => other !== region);
  component.isUnsettled = true;
  if (isDynamic(component)) return;
  for (const fragment of shown) {
    fragment.place = null;
    __handset.forget(fragment);
  }
};

/** The name or the values of a slot may have changed. */
__handset.updateSlot = function (region, changed, force) {
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
  if (region.spec.valuesOf) region.data = __handset.evaluateFor(region.fragment, region.spec.valuesOf, {});
  if (isRenamed) __handset.replaceChildren(region, () => fillDynamic(component, region));
  else if (!__handset.isSame(former, region.data)) updateDynamic(component, region, Object.create(null), true);
};

// -------------------------------------------------------------- content

/** Creates the content written inside a component's tag and shows it. */
__handset.fillContent = function (component) {
  if (component.content.length === 0) return;
  if (!isDynamic(component)) for (const region of component.content) __handset.fillRegion(region);
  distribute(component);
};

/** Updates the content of a component with the outer template. */
__handset.updateContent = function (component, changed, force) {
  if (!isDynamic(component)) {
    for (const region of component.content) __handset.updateRegion(region, changed, force);
    return;
  }
  for (const region of component.slots) updateDynamic(component, region, changed, force);
};

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
__handset.fillPart = function (region) {
  const name = wantedName(region);
  if (name !== '') region.name = name;
  if (!isElsewhere(region)) region.list = [createPart(region)];
};

function createPart(region) {
  const { fragment, spec } = region;
  const block = spec.blocks[0];
  if (block.slotVars.length === 0) return __handset.createChild(region, block);
  const data = region.target === null || region.target.data === null ? {} : region.target.data;
  const loop = fragment.loop.concat(block.slotVars.map((name) => data[name]));
  return __handset.createFragment(block, fragment.owner, fragment.data, loop, fragment, region);
}

/** Updates a piece of content; its `slot` may have changed. */
__handset.updatePart = function (region, changed, force) {
  const { spec } = region;
  if (spec.slotOf && (force || hits(spec.deps, changed))) {
    const name = wantedName(region);
    if (name !== region.name) rename(region, name);
  }
  __handset.updateChildren(region, changed, force);
};

function rename(region, name) {
  region.name = name;
  const isAway = isElsewhere(region);
  if (targetOf(region) === null) distributeFor(region);
  else if (isAway !== (region.list.length === 0)) {
    __handset.replaceChildren(region, () => {
      if (!isAway) region.list = [createPart(region)];
    });
  }
}

/** Decides again about the component whose content a region belongs to. */
function distributeFor(region) {
  let at = region;
  while (at !== null && at.spec.kind !== 'content') at = at.fragment.region;
  const component = at === null ? null : at.fragment.hosts[at.spec.host];
  if (component !== null) distribute(component);
}

/** The children of a region have changed: whatever that means for slots, then the new ones are attached. */
__handset.settleRegion = function (region, added) {
  const { owner, block } = region.fragment;
  if (owner.isUnsettled) distribute(owner);
  if (block.isDivided && region.target === null) distributeFor(region);
  __handset.attachFragments(added, region);
};

// --------------------------------------------------- who shows what

function distribute(component) {
  component.isUnsettled = false;
  if (component.content.length === 0) return;
  if (isDynamic(component)) {
    for (const slot of component.slots) if (slot.copies === EMPTY) fillDynamic(component, slot);
  } else if (component.definition.options.multipleSlots) distributeByName(component);
  else showWhole(component, inOrder(component));
}
__handset.distribute = distribute;

/** The slot that takes all content; null if there is none. */
function onlySlot(component, slots) {
  const { isNewer } = component.definition;
  for (const slot of slots) if (isNewer || slot.name === '') return slot;
  return null;
}

/** All content stands in one slot. */
function showWhole(component, slots) {
  const target = onlySlot(component, slots);
  const list = [];
  for (const content of component.content) {
    for (const fragment of content.list) {
      fragment.place = target;
      list.push(fragment);
    }
  }
  for (const slot of slots) show(slot, slot === target ? list : EMPTY);
}

function show(region, list) {
  if (list.length === 0 && region.list.length === 0) return;
  if (list.length === region.list.length && list.every((fragment, i) => fragment === region.list[i])) return;
  __handset.markRegion(region);
  region.list = list;
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
  for (const slot of slots) show(slot, lists.get(slot));
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

// --------------------------------------------------------- dynamic slots

function fillDynamic(component, slot) {
  slot.copies = component.content.map((content) => {
    const copy = new Region(component.fragment, content.spec, content.index);
    copy.target = slot;
    __handset.fillPart(copy);
    return copy;
  });
  showCopies(slot);
  for (const copy of slot.copies) {
    copy.isAttached = component.isAttached;
    __handset.attachFragments(copy.list, copy);
  }
}

function showCopies(slot) {
  const list = slot.copies.flatMap((copy) => copy.list);
  for (const fragment of list) fragment.place = slot;
  show(slot, list);
}

function updateDynamic(component, slot, changed, force) {
  for (const copy of slot.copies) {
    for (const fragment of copy.list) {
      fragment.data = component.fragment.data;
      if (force) takeValues(fragment, component.fragment.loop, slot.data === null ? {} : slot.data);
    }
    __handset.updateRegion(copy, changed, force);
  }
  showCopies(slot);
}

/** Loop variables of the place where the content is written, then the values of the slot; the array is shared. */
function takeValues(fragment, outer, data) {
  const values = fragment.block.slotVars.map((name) => data[name]);
  const all = outer.concat(values);
  for (let i = 0; i < all.length; i++) fragment.loop[i] = all[i];
}

/** Visits the regions that hold a component's content as it was made. */
__handset.eachContentRegion = function (component, visit) {
  if (isDynamic(component)) for (const slot of component.slots) slot.copies.forEach(visit);
  else component.content.forEach(visit);
};
