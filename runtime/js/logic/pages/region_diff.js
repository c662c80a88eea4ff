/**
 * Changed children of a region as operations (wire §3). Logic process; used by `flush.js`.
 */

import { longestIncreasing } from '../tree/increasing.js';
import { forget } from '../tree/lifetimes.js';
import { scopeOf } from './scopes.js';
import { Stream } from './stream.js';
import { operation } from '../../shared/wire/operations.js';

/** Removes, moves and creates children so that the view's list becomes the present one. */
export function diffRegion(page, region, ops) {
  const former = region.sent;
  const list = region.list;
  region.sent = null;
  const { id } = region.fragment;
  let start = 0;
  let formerEnd = former.length;
  let end = list.length;
  for (;;) {
    while (start < formerEnd && start < end && former[start] === list[start]) start++;
    while (formerEnd > start && end > start && former[formerEnd - 1] === list[end - 1]) {
      formerEnd--;
      end--;
    }
    if (!isSwap(former, formerEnd, list, start, end)) break;
    end -= 1;
    formerEnd -= 1;
    ops.push(operation.move(id, region.index, end, start));
    if (end > start + 1) ops.push(operation.move(id, region.index, start + 1, end));
    start += 1;
  }
  if (start === formerEnd && start === end) return;
  const diff = { page, region, ops, former, list, start, formerEnd, end };
  const kept = removeGone(diff);
  if (end === start) return;
  createNew(diff, new Set(kept.length > 1 ? placeKept(diff, kept) : kept));
}

/** Whether the first and the last of what differs have changed places, and the one behind the first has not. */
function isSwap(former, formerEnd, list, start, end) {
  if (formerEnd !== end || former[start] !== list[end - 1] || former[end - 1] !== list[start]) return false;
  return end - start === 2 || (end - start > 2 && former[start + 1] === list[start + 1]);
}

/**
 * Removes what is no longer there; returns what stays, in its former order.
 * `diff`: `{page, region, ops, former, list, start, formerEnd, end}`, where the lists differ from `start` on until
 * `formerEnd` in the former one and `end` in the present one.
 */
function removeGone({ region, ops, former, list, start, formerEnd, end }) {
  const { id } = region.fragment;
  const present = new Set();
  for (let i = start; i < end; i++) present.add(list[i]);
  const kept = [];
  const removals = [];
  for (let i = start; i < formerEnd; ) {
    if (present.has(former[i])) {
      kept.push(former[i]);
      i++;
      continue;
    }
    let next = i;
    while (next < formerEnd && !present.has(former[next])) {
      if (former[next].place === null && !former[next].isDropped) forget(former[next]);
      next++;
    }
    removals.push([i, next - i]);
    i = next;
  }
  for (let k = removals.length - 1; k >= 0; k--) {
    const [index, count] = removals[k];
    ops.push(operation.remove(id, region.index, index, count));
  }
  return kept;
}

/** Moves the kept children into their new order with as few moves as possible. */
function placeKept({ region, ops, list, start, end }, kept) {
  const { id } = region.fragment;
  const order = new Map();
  kept.forEach((child, i) => order.set(child, i));
  const wanted = [];
  for (let i = start; i < end; i++) if (order.has(list[i])) wanted.push(list[i]);
  const stays = longestIncreasing(wanted.map((child) => order.get(child)));
  const now = kept.slice();
  for (let i = 0; i < wanted.length; i++) {
    if (stays[i]) continue;
    const from = now.indexOf(wanted[i]);
    now.splice(from, 1);
    const to = i === 0 ? 0 : now.indexOf(wanted[i - 1]) + 1;
    now.splice(to, 0, wanted[i]);
    if (from !== to) ops.push(operation.move(id, region.index, start + from, start + to));
  }
  return wanted;
}

function createNew({ page, region, ops, list, start, end }, kept) {
  const { id } = region.fragment;
  for (let i = start; i < end; ) {
    if (kept.has(list[i])) {
      i++;
      continue;
    }
    const scope = scopeOf(list[i].owner, ops);
    let next = i;
    while (next < end && !kept.has(list[next]) && list[next].owner === list[i].owner) next++;
    const stream = new Stream(page, ops);
    stream.out.push(next - i);
    for (let k = i; k < next; k++) stream.fragment(list[k]);
    ops.push(operation.create(id, region.index, i, scope, stream.out));
    i = next;
  }
}
