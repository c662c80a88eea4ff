/**
 * Instances of blocks: the one tree, as values. Logic process.
 *
 * A `Fragment` is one instance of a block: its values, the state of its regions, the components at its hosts. Nodes
 * are not objects here; `views.js` makes views of them when somebody asks. A `Region` is the state of one region.
 * What changed since the last flush is remembered in `Fragment.stale` (value indexes) and `Region.sent` (the children
 * that the view knows); `flush.js` turns it into operations.
 */
'use strict';

const EMPTY = Object.freeze([]);
const DEPTH_LIMIT = 400;
let depth = 0;

class Fragment {
  constructor(block, owner, data, loop, up, region, key) {
    this.block = block;
    this.owner = owner; // component node whose template this is
    this.data = data; // D of the compiled functions
    this.loop = loop; // L
    this.up = up; // enclosing fragment in the owner's template; null for a body
    this.region = region; // region of `up` that holds it; null for a body
    this.values = EMPTY;
    this.regions = EMPTY;
    this.hosts = EMPTY;
    this.id = 0; // number in the view; 0 = not there
    this.stale = null;
    this.place = null; // slot region that shows it (units of content only)
    this.isDropped = false;
    this.key = key; // of a wx:for row
  }
}

class Region {
  constructor(fragment, spec, index) {
    this.fragment = fragment;
    this.spec = spec;
    this.index = index;
    this.list = EMPTY;
    this.sent = null; // children as of the last flush, while they differ
    this.isAttached = false; // children that come are attached at once
  }
}

/** What only some regions have; making thousands of rows is faster without. */
Object.assign(Region.prototype, {
  picked: -1, // branch of an `if`
  name: '', // slot name, name of the slot that a part asks for, or template name
  data: null, // last data of a template, last values of a slot
  target: null, // slot for which this copy of a content region is made
  copies: EMPTY, // copies of content regions, made by a slot with `dynamicSlots`
});

__handset.Fragment = Fragment;
__handset.Region = Region;
__handset.EMPTY = EMPTY;

/**
 * Whether anything under these names was set; null stands for "anything". `changed` is the tree of what was set: true
 * for a whole value, an object of the same form for members; `#k` is the k-th loop variable.
 */
__handset.hits = function (names, changed) {
  if (names === null) return true;
  for (let i = 0; i < names.length; i++) if (changed[names[i]] !== undefined) return true;
  return false;
};

/** Calls a compiled function; a failure is reported and gives `fallback`. */
__handset.evaluateFor = function (fragment, fn, fallback) {
  try {
    return fn(fragment.data, fragment.loop);
  } catch (error) {
    __handset.reportUncaught(error, `${__handset.outerPath(fragment.block.definition.file)} (template)`, fragment.owner);
    return fallback;
  }
};

/** Whether a tree is being made right now. */
__handset.isCreating = () => depth > 0;

/** Calls a compiled function over the tree of what was set (`hits`); a failure is reported and gives `fallback`. */
__handset.touchedFor = function (fragment, fn, changed, fallback) {
  return __handset.evaluateFor(fragment, (data, loop) => fn(changed, data, loop), fallback);
};

/** Creates an instance of a block with everything below it, components included (their `created` runs here). */
__handset.createFragment = function (block, owner, data, loop, up, region, key = '') {
  const fragment = new Fragment(block, owner, data, loop, up, region, key);
  if (++depth > DEPTH_LIMIT) {
    depth = 0;
    throw new RangeError(`templates are nested more than ${DEPTH_LIMIT} levels deep in ${__handset.outerPath(block.definition.file)}`);
  }
  if (block.hasValues) fragment.values = __handset.evaluateFor(fragment, block.values, EMPTY);
  const plan = block.plan;
  if (plan.length > 0 || block.regions.length > 0) {
    const specs = block.regions;
    if (specs.length > 0) {
      const regions = [];
      for (let i = 0; i < specs.length; i++) regions.push(new Region(fragment, specs[i], i));
      fragment.regions = regions;
    }
    if (block.hostNodes.length > 0) fragment.hosts = new Array(block.hostNodes.length).fill(null);
    for (let i = 0; i < plan.length; i++) {
      if (plan[i] < 0) fillRegion(fragment.regions[-1 - plan[i]]);
      else __handset.createHost(fragment, plan[i]);
    }
  }
  depth--;
  return fragment;
};

function fillRegion(region) {
  const fragment = region.fragment;
  const spec = region.spec;
  if (spec.kind === 'if') {
    region.picked = __handset.evaluateFor(fragment, spec.pick, -1);
    if (region.picked >= 0) region.list = [createChild(region, spec.blocks[region.picked])];
  } else if (spec.kind === 'for') __handset.fillList(region);
  else if (spec.kind === 'slot') __handset.openSlot(region);
  else if (spec.kind === 'template') fillTemplate(region);
  else __handset.fillPart(region);
}
__handset.fillRegion = fillRegion;

function createChild(region, block) {
  const fragment = region.fragment;
  return __handset.createFragment(block, fragment.owner, fragment.data, fragment.loop, fragment, region);
}
__handset.createChild = createChild;

function templateName(region) {
  const spec = region.spec;
  return spec.isOf ? __handset.evaluateFor(region.fragment, spec.isOf, '') : spec.is;
}

function templateData(region) {
  const data = region.spec.dataOf ? __handset.evaluateFor(region.fragment, region.spec.dataOf, null) : null;
  return typeof data === 'object' && data !== null ? data : {};
}

function fillTemplate(region) {
  const fragment = region.fragment;
  region.name = templateName(region);
  if (region.name === undefined || region.name === null || region.name === '') return;
  const { from, line } = region.spec;
  const module = from === undefined ? fragment.block.module : __handset.templateModule(from);
  const block = module === null ? null : __handset.findTemplate(module, String(region.name));
  if (block === null) {
    const where = `${__handset.outerPath(from || fragment.block.definition.file)}${line ? `:${line}` : ''}`;
    __handset.warn(`<template is="${region.name}"> in ${where}: no such template in the file or its imports`);
    return;
  }
  if (!fragment.owner.definition.isNewer && isInside(fragment, block)) {
    warnOfRecursion(region);
    return;
  }
  region.data = templateData(region);
  region.list = [__handset.createFragment(block, fragment.owner, region.data, [], fragment, region)];
}

function isInside(fragment, block) {
  for (let at = fragment; at !== null; at = at.up) if (at.block === block) return true;
  return false;
}

/** Observed: the official compiler of 2020 leaves out a template inside itself, directly or through others. */
function warnOfRecursion({ fragment, spec, name }) {
  if (spec.isWarned) return;
  spec.isWarned = true;
  const where = `${spec.from || fragment.block.definition.file}${spec.line ? `:${spec.line}` : ''}`;
  __handset.warn(
    `<template is="${name}"> in ${where}: a template inside itself is left out; "componentFramework": "glass-easel" shows it`,
  );
}

/** Re-evaluates a `template` region. */
__handset.updateTemplate = function (region, changed, force) {
  if (!force && !__handset.hits(region.spec.deps, changed)) return;
  const name = templateName(region);
  if (name !== region.name || region.list.length === 0) {
    __handset.replaceChildren(region, () => fillTemplate(region));
    return;
  }
  const former = region.data;
  const next = templateData(region);
  const inside = changedInside(region, former, next, changed);
  region.data = next;
  setData(region.list[0], next);
  __handset.updateFragment(region.list[0], inside, false);
};

/** The tree of what was set for the body of a template: members that differ, where known with what was set in them. */
function changedInside(region, former, next, changed) {
  const inside = Object.create(null);
  const { block, owner } = region.list[0];
  const set = block.isTelling && region.spec.touch ? __handset.touchedFor(region.fragment, region.spec.touch, changed, {}) : {};
  for (const key of Object.keys(next)) if (next[key] !== former[key]) inside[key] = set[key] || true;
  for (const key of Object.keys(former)) if (!(key in next)) inside[key] = true;
  // What was set to an equal value is told as well, except where telling would walk through a whole recursive structure.
  if (owner.definition.isNewer && !block.hasTemplate) {
    for (const key of Object.keys(set)) if (set[key] !== undefined) inside[key] = set[key];
  }
  return inside;
}


function setData(fragment, data) {
  fragment.data = data;
  for (const region of fragment.regions) {
    if (region.spec.kind === 'template' || region.spec.kind === 'slot') continue;
    for (const child of region.list) setData(child, data);
  }
}

/** Marks that the children of a region differ from what the view knows. Call before changing `region.list`. */
__handset.markRegion = function (region) {
  if (region.sent !== null) return;
  region.sent = region.list;
  const page = region.fragment.owner.page;
  if (page !== null) page.staleRegions.push(region);
};

/** Lets `fill` make new children of a region and drops the former ones; what is new is attached last. */
__handset.replaceChildren = function (region, fill) {
  __handset.markRegion(region);
  const former = region.list;
  region.list = EMPTY;
  fill();
  for (const child of former) __handset.dropFragment(child);
  __handset.settleRegion(region, region.list);
};
