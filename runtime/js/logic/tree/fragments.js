/**
 * Instances of blocks: the one tree, as values. Logic process.
 *
 * A `Fragment` is one instance of a block: its values, the state of its regions, the components at its hosts. Nodes
 * are not objects here; `nodes.js` reads them when somebody asks. A `Region` is the state of one region.
 * What changed since the last flush is remembered in `Fragment.stale` (value indexes) and `Region.sent` (the children
 * that the view knows); `flush.js` turns it into operations.
 */

import { reportUncaught } from '../base/failures.js';
import { bareClass } from '../base/records.js';
import { outerPath } from '../base/source_places.js';
import { hostActions } from './region_kinds.js';

/** The list of those that have none. */
export const EMPTY = Object.freeze(/** @type {any} */ ([]));
const DEPTH_LIMIT = 400;
/** Those that are being made right now, from the outermost to the innermost. */
const making = [];

export class Fragment {
  /** @param {Region | null} region null for a body */
  constructor(block, owner, data, loop, region) {
    this.block = block;
    this.owner = owner; // component node whose template this is
    this.data = data; // D of the compiled functions
    this.loop = loop; // L
    this.region = region; // region of `up` that holds it
    this.id = 0; // number in the view; 0 = not there
  }

  /** The enclosing fragment in the owner's template; null for a body. */
  get up() {
    return this.region === null ? null : this.region.fragment;
  }
}
bareClass(Fragment);

/** Where every fragment begins; making thousands of rows is faster without. */
Object.assign(Fragment.prototype, {
  values: EMPTY,
  regions: EMPTY,
  hosts: EMPTY,
  stale: null, // indexes of the values that the view has not heard of
  place: null, // slot region that shows it (units of content only)
  isDropped: false,
  key: '', // of a wx:for row
});

export class Region {
  constructor(fragment, spec) {
    this.fragment = fragment;
    this.spec = spec;
    this.list = EMPTY;
  }

  /** Its number among the regions of the block. */
  get index() {
    return this.spec.index;
  }
}
bareClass(Region);

/** What only some regions have. */
Object.assign(Region.prototype, {
  sent: null, // children as of the last flush, while they differ
  isAttached: false, // children that come are attached at once
  picked: -1, // branch of an `if`
  name: '', // slot name, name of the slot that a part asks for, or template name
  data: null, // last data of a template, last values of a slot
  target: null, // slot for which this copy of a content region is made
  copies: EMPTY, // copies of content regions, made by a slot with `dynamicSlots`
});

/**
 * Whether anything under these names was set; null stands for "anything". `changed` is the tree of what was set: true
 * for a whole value, an object of the same form for members; `#k` is the k-th loop variable.
 */
export function hits(names, changed) {
  if (names === null) return true;
  for (let i = 0; i < names.length; i++) if (changed[names[i]] !== undefined) return true;
  return false;
}

/** Calls a compiled function; a failure is reported and gives `fallback`. */
export function evaluateFor(fragment, fn, fallback) {
  try {
    return fn(fragment.data, fragment.loop);
  } catch (error) {
    reportUncaught(error, `${outerPath(fragment.block.definition.file)} (template)`, fragment.owner);
    return fallback;
  }
}

/** Whether an instance is being made right now: nothing in it is put into what is around it yet. */
export const isBeingMade = (fragment) => making.includes(fragment);

/** Calls a compiled function over the tree of what was set (`hits`); a failure is reported and gives `fallback`. */
export function touchedFor(fragment, fn, changed, fallback) {
  return evaluateFor(fragment, (data, loop) => fn(changed, data, loop), fallback);
}

/** Creates the body of a component: an instance of a block with everything below it, as `createFragment` does. */
export function createBody(block, component) {
  return filled(new Fragment(block, component, component.view, EMPTY, null));
}

/**
 * Creates an instance of a block in a region with everything below it, components included (their `created` runs here).
 * `key`: of a wx:for row.
 */
export function createFragment(block, region, data, loop, key = '') {
  const fragment = /** @type {any} */ (new Fragment(block, region.fragment.owner, data, loop, region));
  if (key !== '') fragment.key = key;
  return filled(fragment);
}

function filled(fragment) {
  const { block } = fragment;
  // Nothing of the program runs while one without components is made.
  if (block.mayHost && making.push(fragment) > DEPTH_LIMIT) {
    making.length = 0;
    throw new RangeError(`templates are nested more than ${DEPTH_LIMIT} levels deep in ${outerPath(block.definition.file)}`);
  }
  if (block.hasValues) fragment.values = evaluateFor(fragment, block.values, EMPTY);
  const plan = block.plan;
  if (plan.length > 0 || block.regions.length > 0) {
    const specs = block.regions;
    if (specs.length > 0) {
      const regions = [];
      for (let i = 0; i < specs.length; i++) regions.push(new Region(fragment, specs[i]));
      fragment.regions = regions;
    }
    if (block.hostNodes.length > 0) fragment.hosts = block.noHosts.slice();
    for (let i = 0; i < plan.length; i++) {
      if (plan[i] < 0) fillRegion(fragment.regions[-1 - plan[i]]);
      else hostActions.create(fragment, plan[i]);
    }
  }
  if (block.mayHost) making.pop();
  return fragment;
}

/** Makes the first children of a region. */
export function fillRegion(region) {
  region.spec.actions.fill(region);
}

/** Creates a child that sees what is around it. */
export function createChild(region, block) {
  const { data, loop } = region.fragment;
  return createFragment(block, region, data, loop);
}

/**
 * Marks that the children of a region differ from what the view knows. Call before changing `region.list`. What the view
 * does not have comes to it as a whole.
 */
export function markRegion(region) {
  if (region.sent !== null || region.fragment.id === 0) return;
  region.sent = region.list;
  const page = region.fragment.owner.page;
  if (page !== null) page.staleRegions.push(region);
}

/** Lets a region show these children, which are kept elsewhere. */
export function showIn(region, list) {
  if (list.length === 0 && region.list.length === 0) return;
  if (list.length === region.list.length && list.every((fragment, i) => fragment === region.list[i])) return;
  markRegion(region);
  region.list = list;
}
