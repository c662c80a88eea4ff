/**
 * Blocks of templates, prepared for running. Logic process. Each gets what creation and update need precomputed: the order
 * of hosts and regions in the document, which values stay here, whether a component can stand below.
 */

import { bare, bareClass } from '../base/records.js';
import { actionsOf } from './region_kinds.js';

const LOOKS = new Set(['class', 'style', 'hidden', 'animation']);
const MAY_BE_ABSENT = new Set(['attr', 'animation', 'data']);
const NONE = Object.freeze(/** @type {any} */ ([]));

/** A prepared region: the static part of the definition and the functions beside it. */
class RegionSpec {
  constructor(index, definition, functions, host) {
    this.index = index; // among the regions of the block
    this.kind = definition.kind;
    this.actions = actionsOf(definition.kind);
    this.key = definition.key === undefined ? null : definition.key;
    this.node = definition.node;
    this.at = definition.at === undefined ? -1 : definition.at; // node of a slot itself
    this.name = definition.name;
    this.is = definition.is;
    this.slot = definition.slot; // what a piece of content asks for
    this.from = definition.from;
    this.line = definition.line;
    this.host = host; // whose content it is; -1 = not content
    this.isWarned = false;
    this.blocks = [];
    this.deps = functions && functions.deps !== undefined ? functions.deps : functions ? null : [];
    this.pick = functions && functions.pick;
    this.list = functions && functions.list;
    this.touch = functions && functions.touch;
    this.slotOf = functions && functions.slot;
    this.nameOf = functions && functions.name;
    this.valuesOf = functions && functions.values;
    this.isOf = functions && functions.is;
    this.dataOf = functions && functions.data;
  }
}
bareClass(RegionSpec);

/** A block, shared by all its instances. `plan`: hosts (k) and regions (-1 - i) in document order. */
export class Block {
  constructor(module, source) {
    const definition = bareDefinition(bare(source).def);
    this.module = module;
    this.definition = definition;
    this.nodes = definition.nodes || [];
    this.values = source.values;
    this.wire = definition.wire || 0;
    this.deps = source.deps === undefined ? null : source.deps;
    this.all = source.all === undefined ? null : source.all;
    this.told = source.told || NONE; // values that are given on whenever they were set, changed or not
    this.touched = source.touched || null; // whether each of them was
    this.isTelling = this.told.length > 0; // or something inside is
    this.binds = definition.binds || [];
    this.hostNodes = definition.hosts || [];
    this.noHosts = this.hostNodes.map(() => null);
    this.slotVars = definition.slotVars || [];
    this.isDivided = Boolean(definition.divided); // top level of content: its parts go to slots by themselves
    this.hasValues = this.binds.length > 0;
    this.serial = 0;
    this.isKnown = false; // the view has the definition
    this.hasAttr = this.binds.some((bind) => MAY_BE_ABSENT.has(bind[1]));
    this.hasHandler = this.binds.some((bind) => bind[1] === 'handler');
    this.watched = watchedValues(this); // attributes with a `change:` observer
    this.isText = this.binds.slice(0, this.wire).map((bind) => bind[1] === 'text');
    this.bindsOfNode = null;
    this.regions = [];
    this.plan = [];
    this.hostOf = new Map();
    this.local = []; // properties of hosts: values that stay here; `told`: place among the told values
    this.gifts = []; // by host: what is given to a new component there (`gifts.js`)
    this.looks = []; // values that belong to the host node, but may be properties as well (`Definition.takesLook`)
    this.mayHost = this.hostNodes.length > 0;
    this.hasSlot = false;
    this.hasTemplate = false;
  }
}
bareClass(Block);

/** A definition and its nodes lack many of their members. */
function bareDefinition(definition) {
  for (const parts of [definition.nodes, definition.regions]) if (parts) parts.forEach(bare);
  return bare(definition);
}

/** Told values that go to the view, with their places among the told ones; null if there are none. */
function watchedValues(block) {
  const found = [];
  block.told.forEach((index, told) => {
    if (index < block.wire) found.push({ index, told });
  });
  return found.length === 0 ? null : found;
}

/** Fills what a block has beside its definition: regions, hosts, plan. */
export function prepareBlock(block, source) {
  const definition = block.definition;
  const contentHost = new Map();
  block.hostNodes.forEach((node, k) => {
    block.hostOf.set(node, k);
    for (const region of block.nodes[node].content || []) contentHost.set(region, k);
  });
  (definition.regions || []).forEach((region, i) => {
    const functions = source.regions ? source.regions[i] : null;
    const spec = new RegionSpec(i, region, functions, contentHost.has(i) ? contentHost.get(i) : -1);
    spec.blocks = (region.blocks || []).map((index) => block.module.blocks[index]);
    block.regions.push(spec);
  });
  block.binds.forEach((bind, i) => {
    if (LOOKS.has(bind[1]) && block.hostOf.has(bind[0])) {
      block.looks.push({ index: i, host: block.hostOf.get(bind[0]), name: bind[1] });
    }
    if (i < block.wire) return;
    if (bind[1] !== 'prop' || !block.hostOf.has(bind[0])) return;
    block.local.push({ index: i, host: block.hostOf.get(bind[0]), name: bind[2], told: block.told.indexOf(i) });
  });
  walkTree(block, definition.tree || []);
}

function walkTree(block, children) {
  for (const child of children) {
    if (typeof child === 'string' || child[0] === '$') continue;
    if (child[0] === '?') block.plan.push(-1 - child[1]);
    else if (block.hostOf.has(child[0])) block.plan.push(block.hostOf.get(child[0]));
    else walkTree(block, child[1] || []);
  }
}

/** Tells a block and all inside it what can stand below. */
export function markReach(block, seen) {
  if (seen.has(block)) return;
  seen.add(block);
  for (const spec of block.regions) {
    if (spec.kind === 'template') block.mayHost = block.isTelling = block.hasTemplate = true;
    if (spec.kind === 'slot') block.hasSlot = true;
    for (const inner of spec.blocks) {
      markReach(inner, seen);
      if (inner.mayHost) block.mayHost = true;
      if (inner.isTelling) block.isTelling = true;
      if (inner.hasSlot) block.hasSlot = true;
      if (inner.hasTemplate) block.hasTemplate = true;
    }
  }
}

/** One block that no template file stands behind. */
export function makeBlock(module, source) {
  const block = new Block(module, source);
  prepareBlock(block, source);
  return block;
}
