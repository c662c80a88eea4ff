/**
 * wx:for: what a list iterates, keys, and which row becomes which. Logic process.
 * With a key, rows keep their identity (and their components' state); without, rows are reused by position.
 */
'use strict';

const { EMPTY, hits } = __handset;

/**
 * Items and indexes of any value: array, object, string, number. `indexes` is null for 0…n-1. The older generation counts
 * up to a number with a fraction, for the newer one it has no items.
 */
function iterate(value, isNewer) {
  if (Array.isArray(value)) return { items: value, indexes: null };
  if (typeof value === 'string') return { items: value.split(''), indexes: null };
  if (typeof value === 'number') {
    const items = [];
    if (Number.isInteger(value) || (!isNewer && isFinite(value))) for (let i = 0; i < value; i++) items.push(i);
    return { items, indexes: null };
  }
  if (typeof value === 'object' && value !== null) {
    const indexes = [];
    for (const key in value) indexes.push(key);
    return { items: indexes.map((key) => value[key]), indexes };
  }
  return { items: EMPTY, indexes: null };
}

function keyOf(item, key) {
  const value = key === '*this' ? item : item === null || item === undefined ? undefined : item[key];
  return value === null || value === undefined ? '' : String(value);
}

/** The keys of all items, made unique: repeated ones get `--0`, `--1`…, and are warned about once per list. */
function keysOf(region, items) {
  const { spec } = region;
  const keys = new Array(items.length);
  const places = new Map();
  let repeats = null;
  for (let i = 0; i < items.length; i++) {
    let text = keyOf(items[i], spec.key);
    if (places.has(text)) {
      if (repeats === null) repeats = new Map();
      const repeated = text;
      let n = repeats.has(repeated) ? repeats.get(repeated) : 0;
      while (places.has(`${repeated}--${n}`)) n++;
      repeats.set(repeated, n + 1);
      text = `${repeated}--${n}`;
    }
    places.set(text, i);
    keys[i] = text;
  }
  if (repeats !== null) warnOfRepeats(region, repeats.keys().next().value);
  return { keys, places };
}

/** `wx:key="index"` is so common a slip that nobody wants to hear of it; rows are then reused by position. */
function warnOfRepeats(region, key) {
  const { spec } = region;
  if (spec.isWarned || spec.key === 'index') return;
  spec.isWarned = true;
  const file = __handset.outerPath(region.fragment.block.definition.file);
  __handset.warn(`wx:for in ${file}: the key "${key}" of wx:key="${spec.key}" is not unique`);
}

function createRow(region, item, index, key) {
  const fragment = region.fragment;
  const loop = fragment.loop.length === 0 ? [item, index] : fragment.loop.concat([item, index]);
  return __handset.createFragment(region.spec.blocks[0], fragment.owner, fragment.data, loop, fragment, region, key);
}

/** Creates the rows of a new list. */
__handset.fillList = function (region) {
  const { items, indexes } = iterate(__handset.evaluateFor(region.fragment, region.spec.list, null), region.fragment.owner.definition.isNewer);
  if (items.length === 0) return;
  const keys = region.spec.key === null ? null : keysOf(region, items).keys;
  const list = [];
  for (let i = 0; i < items.length; i++) {
    list.push(createRow(region, items[i], indexes === null ? i : indexes[i], keys === null ? '' : keys[i]));
  }
  region.list = list;
};

/** `set`: what of the item was set, if that matters to anything in the row (`touchedItem`). */
function updateRow(region, row, item, index, changed, force, set) {
  const loop = row.loop;
  const at = loop.length - 2;
  if (force) {
    const outer = region.fragment.loop;
    for (let i = 0; i < at; i++) loop[i] = outer[i];
  }
  const isMoved = loop[at + 1] !== index;
  let inside = changed;
  if (set !== undefined || (isMoved && region.spec.blocks[0].isTelling)) {
    inside = Object.create(changed);
    inside[`#${at}`] = set;
    if (isMoved) inside[`#${at + 1}`] = true;
  }
  if (force || loop[at] !== item || isMoved) {
    loop[at] = item;
    loop[at + 1] = index;
    __handset.updateFragment(row, inside, true);
  } else __handset.updateFragment(row, inside, false);
}

/**
 * What was set of the items of a list, as a function of the index. In the older generation components in rows are told
 * of changes only, so that it matters to templates alone.
 */
function touchedItems(region, changed) {
  const { spec, fragment } = region;
  const { owner } = fragment;
  const block = spec.blocks[0];
  const isNeeded = block.isTelling && (owner.definition.isNewer ? __handset.listens(owner, block) : block.hasTemplate);
  const tree = isNeeded && spec.touch ? __handset.touchedFor(fragment, spec.touch, changed, undefined) : undefined;
  if (tree === undefined || tree === true) return () => tree;
  return (index) => {
    const set = tree[index];
    const isKeySet = set !== undefined && spec.key !== null && (spec.key === '*this' || set[spec.key] !== undefined);
    return isKeySet ? true : set;
  };
}

/** Brings a list up to date. */
__handset.updateList = function (region, changed, force) {
  const spec = region.spec;
  if (!force && !hits(spec.deps, changed)) {
    if (hits(spec.blocks[0].all, changed)) __handset.updateChildren(region, changed, false);
    return;
  }
  const { items, indexes } = iterate(__handset.evaluateFor(region.fragment, spec.list, null), region.fragment.owner.definition.isNewer);
  if (spec.key === null) updateByPosition(region, items, indexes, changed, force);
  else updateByKey(region, items, indexes, changed, force);
};

function updateByPosition(region, items, indexes, changed, force) {
  const former = region.list;
  const set = touchedItems(region, changed);
  const kept = Math.min(former.length, items.length);
  for (let i = 0; i < kept; i++) {
    const index = indexes === null ? i : indexes[i];
    updateRow(region, former[i], items[i], index, changed, force, set(index));
  }
  if (former.length === items.length) return;
  const added = [];
  for (let i = kept; i < items.length; i++) added.push(createRow(region, items[i], indexes === null ? i : indexes[i], ''));
  __handset.markRegion(region);
  region.list = former.slice(0, kept).concat(added);
  for (let i = kept; i < former.length; i++) __handset.dropFragment(former[i]);
  __handset.settleRegion(region, added);
}

/** Whether the rows are still those of the same keys; former keys are unique, so the items' are too. */
function isKept(former, items, key) {
  if (former.length !== items.length) return false;
  for (let i = 0; i < items.length; i++) if (former[i].key !== keyOf(items[i], key)) return false;
  return true;
}

function updateByKey(region, items, indexes, changed, force) {
  const former = region.list;
  const set = touchedItems(region, changed);
  if (isKept(former, items, region.spec.key)) {
    for (let i = 0; i < items.length; i++) {
      const index = indexes === null ? i : indexes[i];
      updateRow(region, former[i], items[i], index, changed, force, set(index));
    }
    return;
  }
  const { keys, places } = keysOf(region, items);
  __handset.markRegion(region);
  const known = new Map();
  for (let i = 0; i < former.length; i++) known.set(former[i].key, i);
  const list = new Array(items.length);
  const origin = new Array(items.length); // place in the former list, -1 = new
  for (let i = 0; i < keys.length; i++) {
    const at = known.get(keys[i]);
    origin[i] = at === undefined ? -1 : at;
    list[i] = at === undefined ? createRow(region, items[i], indexes === null ? i : indexes[i], keys[i]) : former[at];
  }
  region.list = list;
  const update = (i) => {
    const index = indexes === null ? i : indexes[i];
    updateRow(region, list[i], items[i], index, changed, force, set(index));
  };
  if (region.spec.blocks[0].mayHost) replaceInOrder(region, former, places, origin, update);
  else {
    for (const row of former) if (!places.has(row.key)) __handset.dropFragment(row);
    for (let i = 0; i < list.length; i++) if (origin[i] >= 0) update(i);
  }
  __handset.settleRegion(region, EMPTY);
}

/**
 * Carries out what happens to rows with components in the order of the platform: from one row that stays to the next,
 * first those that go, then those that come or move; the row itself last.
 */
function replaceInOrder(region, former, places, origin, update) {
  const { list } = region;
  const stays = staying(origin);
  let at = 0;
  for (let i = 0; i <= list.length; i++) {
    let next = i;
    while (next < list.length && !stays[next]) next++;
    const until = next < list.length ? origin[next] : former.length;
    for (; at < until; at++) if (!places.has(former[at].key)) __handset.dropFragment(former[at]);
    for (; i < next; i++) {
      if (origin[i] < 0) __handset.settleRegion(region, [list[i]]);
      else {
        __handset.moveFragment(list[i]);
        update(i);
      }
    }
    if (next < list.length) update(next);
    at = until + 1;
  }
}

/** Which rows need not move: of those that were there, the most that are still in order. */
function staying(origin) {
  const kept = origin.filter((at) => at >= 0);
  const marks = __handset.longestIncreasing(kept);
  let k = 0;
  return origin.map((at) => at >= 0 && marks[k++]);
}
