/**
 * Slots: where content stands. Logic process.
 * Content belongs to the outer component; a slot region only shows it. Each content region is one fragment, and
 * `distribute` decides which slot region shows which fragments. With `dynamicSlots` each slot makes its own copies.
 */
'use strict';

const { EMPTY, hits } = __handset;

function isDynamic(component) {
  return Boolean(component.definition.options.dynamicSlots);
}

function slotName(region) {
  const name = region.spec.nameOf ? __handset.evaluateFor(region.fragment, region.spec.nameOf, '') : region.spec.name;
  return name === undefined || name === null ? '' : String(name);
}

/** A slot region has come into being. */
__handset.openSlot = function (region) {
  const component = region.fragment.owner;
  region.name = slotName(region);
  if (region.spec.valuesOf) region.data = __handset.evaluateFor(region.fragment, region.spec.valuesOf, {});
  component.slots.push(region);
  if (component.content.length === 0) return;
  if (isDynamic(component)) fillDynamic(component, region);
  else distribute(component);
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
  if (isDynamic(component)) return;
  for (const fragment of shown) {
    fragment.place = null;
    __handset.forget(fragment);
  }
  distribute(component);
};

/** Creates the content written inside a component's tag and shows it. */
__handset.fillContent = function (component) {
  if (component.content.length === 0) return;
  if (isDynamic(component)) {
    for (const region of component.slots) fillDynamic(component, region);
    return;
  }
  for (const region of component.content) __handset.fillRegion(region);
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

/** The name or the values of a slot may have changed. */
__handset.updateSlot = function (region, changed, force) {
  if (!force && !hits(region.spec.deps, changed)) return;
  const component = region.fragment.owner;
  const name = slotName(region);
  const hasMoved = name !== region.name;
  region.name = name;
  if (isDynamic(component)) {
    const former = region.data;
    if (region.spec.valuesOf) region.data = __handset.evaluateFor(region.fragment, region.spec.valuesOf, {});
    if (hasMoved) __handset.replaceChildren(region, () => fillDynamic(component, region));
    else if (!__handset.isSame(former, region.data)) updateDynamic(component, region, Object.create(null), true);
  } else if (hasMoved) distribute(component);
};

/** The `slot` attribute of something inside `fragment` changed. */
__handset.slotNameChanged = function (fragment) {
  let at = fragment;
  while (at.region !== null && at.region.spec.kind !== 'content') {
    at = at.up;
    if (at === null) return;
  }
  if (at.region === null || at.region.spec.host < 0) return;
  const component = at.up.hosts[at.region.spec.host];
  if (component instanceof __handset.ComponentNode && !isDynamic(component)) distribute(component);
};

function distribute(component) {
  const isMultiple = Boolean(component.definition.options.multipleSlots);
  if (!isMultiple && component.slots.length === 1) showAll(component, component.slots[0]);
  else distributeByName(component, isMultiple);
}

/** The usual case: all content stands in the one slot. */
function showAll(component, region) {
  const list = [];
  for (const content of component.content) {
    for (const fragment of content.list) {
      fragment.place = region;
      list.push(fragment);
    }
  }
  show(region, list);
}

function show(region, list) {
  if (list.length === region.list.length && list.every((fragment, i) => fragment === region.list[i])) return;
  __handset.markRegion(region);
  region.list = list;
}

function distributeByName(component, isMultiple) {
  const slots = inOrder(component);
  const byName = new Map();
  const lists = new Map();
  for (const region of slots) {
    lists.set(region, []);
    if (!byName.has(region.name)) byName.set(region.name, region);
  }
  const single = slots.length > 0 ? slots[0] : undefined;
  const placed = [];
  for (const content of component.content) {
    for (const fragment of content.list) {
      const region = isMultiple ? byName.get(slotNameOf(fragment)) : single;
      if (region !== undefined) lists.get(region).push(fragment);
      placed.push([fragment, region === undefined ? null : region]);
    }
  }
  for (const [fragment, region] of placed) fragment.place = region;
  for (const region of slots) show(region, lists.get(region));
}

/** The slot regions of a component in document order. */
function inOrder(component) {
  if (component.slots.length < 2 || component.body === null) return component.slots;
  const open = new Set(component.slots);
  const out = [];
  collect(component.body, open, out);
  for (const region of open) if (!out.includes(region)) out.push(region);
  return out;
}

function collect(fragment, open, out) {
  for (const region of fragment.regions) {
    if (region.spec.kind !== 'slot') for (const child of region.list) collect(child, open, out);
    else if (open.has(region)) out.push(region);
  }
}

/** The slot that a content fragment asks for: the `slot` of its first element. */
function slotNameOf(fragment) {
  if (fragment.region.spec.slot !== undefined) return fragment.region.spec.slot;
  const name = firstSlotName(fragment, fragment.block.definition.tree || []);
  return name === null ? '' : name;
}

function firstSlotName(fragment, tree) {
  for (const child of tree) {
    if (typeof child === 'string' || child[0] === '$') continue;
    if (child[0] === '?') {
      const { spec } = fragment.regions[child[1]];
      if (spec.kind === 'slot') return spec.slot === undefined ? '' : spec.slot;
      for (const inner of fragment.regions[child[1]].list) {
        const name = firstSlotName(inner, inner.block.definition.tree || []);
        if (name !== null) return name;
      }
    } else {
      const bound = fragment.block.local.find(
        (local) => local.kind === __handset.SLOT && fragment.block.binds[local.index][0] === child[0],
      );
      const value = bound ? fragment.values[bound.index] : fragment.block.nodes[child[0]].slot;
      return value === undefined || value === null ? '' : String(value);
    }
  }
  return null;
}

function dynamicLoop(component, block, region) {
  const data = region.data || {};
  return component.fragment.loop.concat(block.slotVars.map((name) => data[name]));
}

function fillDynamic(component, region) {
  const isMultiple = Boolean(component.definition.options.multipleSlots) || component.slots.length > 1;
  const outer = component.fragment;
  const list = [];
  for (const content of component.content) {
    const block = content.spec.blocks[0];
    const loop = dynamicLoop(component, block, region);
    const fragment = __handset.createFragment(block, component.owner, outer.data, loop, outer, content);
    if (isMultiple && slotNameOf(fragment) !== region.name) {
      __handset.dropFragment(fragment);
      continue;
    }
    fragment.place = region;
    list.push(fragment);
  }
  __handset.markRegion(region);
  region.list = list;
  __handset.attachFragments(list, component);
}

function updateDynamic(component, region, changed, force) {
  for (const fragment of region.list) {
    fragment.data = component.fragment.data;
    if (force) {
      const loop = dynamicLoop(component, fragment.block, region);
      for (let i = 0; i < loop.length; i++) fragment.loop[i] = loop[i];
    }
    __handset.updateFragment(fragment, changed, force);
  }
}
