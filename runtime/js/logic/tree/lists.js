/**
 * wx:for: which row becomes which. Logic process.
 * With a key, rows keep their identity (and their components' state); without, rows are reused by position.
 */

import { settleRegion } from './distribution.js';
import { EMPTY, createFragment, evaluateFor, hits, markRegion, touchedFor } from './fragments.js';
import { longestIncreasing } from './increasing.js';
import { dropFragment, moveFragment } from './lifetimes.js';
import { itemsOf, rowKeyOf, rowKeysOf } from './list_items.js';
import { listens } from './listening.js';
import { handleRegions } from './region_kinds.js';
import { updateChildren, updateFragment } from './update.js';

handleRegions('for', { fill: fillList, update: updateList });

function createRow(region, item, index, key) {
  const fragment = region.fragment;
  const loop = fragment.loop.length === 0 ? [item, index] : fragment.loop.concat([item, index]);
  return createFragment(region.spec.blocks[0], region, fragment.data, loop, key);
}

/** Creates the rows of a new list. */
function fillList(region) {
  const { items, indexes } = itemsOf(evaluateFor(region.fragment, region.spec.list, null), region.fragment.owner.definition.isNewer);
  if (items.length === 0) return;
  const keys = region.spec.key === null ? null : rowKeysOf(region, items).keys;
  const list = [];
  for (let i = 0; i < items.length; i++) {
    list.push(createRow(region, items[i], indexes === null ? i : indexes[i], keys === null ? '' : keys[i]));
  }
  region.list = list;
}

/** An update of a list, as its rows see it. `set`: see `touchedItems`. */
function passOver(region, changed, force) {
  const isReached = force || hits(region.spec.blocks[0].all, changed); // each row, whatever has become of its item
  return { changed, force, isReached, set: touchedItems(region, changed) };
}

function updateRow(pass, row, item, index) {
  const loop = row.loop;
  const at = loop.length - 2;
  const set = pass.set === null ? undefined : pass.set(index);
  if (set === undefined && !pass.isReached && loop[at] === item && loop[at + 1] === index) return;
  const { force } = pass;
  if (force) {
    const outer = row.up.loop;
    for (let i = 0; i < at; i++) loop[i] = outer[i];
  }
  const isMoved = loop[at + 1] !== index;
  let inside = pass.changed;
  if (set !== undefined || (isMoved && row.block.isTelling)) {
    inside = Object.create(inside);
    inside[`#${at}`] = set;
    if (isMoved) inside[`#${at + 1}`] = true;
  }
  if (force || loop[at] !== item || isMoved) {
    loop[at] = item;
    loop[at + 1] = index;
    updateFragment(row, inside, true);
  } else updateFragment(row, inside, false);
}

/**
 * What was set of the items of a list, as a function of the index, if that matters to anything in the rows; null if not.
 * In the older generation components in rows are told of changes only, so that it matters to templates alone.
 */
function touchedItems(region, changed) {
  const { spec, fragment } = region;
  const { owner } = fragment;
  const block = spec.blocks[0];
  const isNeeded = block.isTelling && (owner.definition.isNewer ? listens(owner, block) : block.hasTemplate);
  const tree = isNeeded && spec.touch ? touchedFor(fragment, spec.touch, changed, undefined) : undefined;
  if (tree === undefined) return null;
  if (tree === true) return () => true;
  return (index) => {
    const set = tree[index];
    const isKeySet = set !== undefined && spec.key !== null && (spec.key === '*this' || set[spec.key] !== undefined);
    return isKeySet ? true : set;
  };
}

/** Brings a list up to date. */
function updateList(region, changed, force) {
  const spec = region.spec;
  if (!force && !hits(spec.deps, changed)) {
    if (hits(spec.blocks[0].all, changed)) updateChildren(region, changed, false);
    return;
  }
  const { items, indexes } = itemsOf(evaluateFor(region.fragment, spec.list, null), region.fragment.owner.definition.isNewer);
  if (spec.key === null) updateByPosition(region, items, indexes, changed, force);
  else updateByKey(region, items, indexes, changed, force);
}

function updateByPosition(region, items, indexes, changed, force) {
  const former = region.list;
  const pass = passOver(region, changed, force);
  const kept = Math.min(former.length, items.length);
  for (let i = 0; i < kept; i++) updateRow(pass, former[i], items[i], indexes === null ? i : indexes[i]);
  if (former.length === items.length) return;
  const added = [];
  for (let i = kept; i < items.length; i++) added.push(createRow(region, items[i], indexes === null ? i : indexes[i], ''));
  markRegion(region);
  region.list = former.slice(0, kept).concat(added);
  for (let i = kept; i < former.length; i++) dropFragment(former[i]);
  settleRegion(region, added);
}

/**
 * Whether the rows are still those of the same keys; former keys are unique, so the items' are too. An item that is the
 * same has the same key.
 */
function isKept(former, items, key) {
  if (former.length !== items.length) return false;
  for (let i = 0; i < items.length; i++) {
    const { loop } = former[i];
    if (loop[loop.length - 2] !== items[i] && former[i].key !== rowKeyOf(items[i], key)) return false;
  }
  return true;
}

function updateByKey(region, items, indexes, changed, force) {
  const former = region.list;
  const pass = passOver(region, changed, force);
  if (isKept(former, items, region.spec.key)) {
    for (let i = 0; i < items.length; i++) updateRow(pass, former[i], items[i], indexes === null ? i : indexes[i]);
    return;
  }
  const { keys, places } = rowKeysOf(region, items);
  markRegion(region);
  let start = 0; // so many rows keep their places
  while (start < former.length && start < keys.length && former[start].key === keys[start]) start++;
  const known = new Map();
  for (let i = start; i < former.length; i++) known.set(former[i].key, i);
  const list = former.slice(0, start);
  const origin = list.map((_row, i) => i); // place in the former list, -1 = new
  for (let i = start; i < keys.length; i++) {
    const at = known.get(keys[i]);
    origin.push(at === undefined ? -1 : at);
    list.push(at === undefined ? createRow(region, items[i], indexes === null ? i : indexes[i], keys[i]) : former[at]);
  }
  region.list = list;
  const update = (i) => updateRow(pass, list[i], items[i], indexes === null ? i : indexes[i]);
  if (!region.spec.blocks[0].mayHost) {
    for (let i = start; i < former.length; i++) if (!places.has(former[i].key)) dropFragment(former[i]);
  }
  for (let i = 0; i < start; i++) update(i);
  if (region.spec.blocks[0].mayHost) replaceInOrder({ region, former, places, origin, start }, update);
  else for (let i = start; i < list.length; i++) if (origin[i] >= 0) update(i);
  settleRegion(region, EMPTY);
}

/**
 * Carries out what happens to rows with components, from the place `start` on, in the order of the platform: from one row
 * that stays to the next, first those that go, then those that come or move; the row itself last.
 */
function replaceInOrder({ region, former, places, origin, start }, update) {
  const { list } = region;
  const stays = staying(origin, start);
  let at = start;
  for (let i = start; i <= list.length; i++) {
    let next = i;
    while (next < list.length && !stays[next - start]) next++;
    const until = next < list.length ? origin[next] : former.length;
    for (; at < until; at++) if (!places.has(former[at].key)) dropFragment(former[at]);
    for (; i < next; i++) {
      if (origin[i] < 0) settleRegion(region, [list[i]]);
      else {
        moveFragment(list[i]);
        update(i);
      }
    }
    if (next < list.length) update(next);
    at = until + 1;
  }
}

/** Which rows from the place `start` on need not move: of those that were there, the most that are still in order. */
function staying(origin, start) {
  const late = origin.slice(start);
  const marks = longestIncreasing(late.filter((at) => at >= 0));
  let k = 0;
  return late.map((at) => at >= 0 && marks[k++]);
}
