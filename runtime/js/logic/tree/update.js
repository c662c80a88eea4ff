/**
 * Re-evaluation of templates after data changed. Logic process.
 *
 * `changed` is the tree of what was set (`hits`). View data is immutable and shares what is equal, so a row whose item is
 * the same object is skipped. `force` means that loop variables changed: everything below is evaluated.
 */

import { isSame } from '../base/copy.js';
import { EMPTY, evaluateFor, hits, touchedFor } from './fragments.js';
import { hostActions } from './region_kinds.js';

/** Brings one fragment and everything below it up to date. */
export function updateFragment(fragment, changed, force) {
  const block = fragment.block;
  if (fragment.isDropped || (!force && !hits(block.all, changed))) return;
  let given = null;
  if (block.hasValues && (force || hits(block.deps, changed))) given = revalue(fragment, changed, force);
  const plan = block.plan;
  for (let i = 0; i < plan.length; i++) {
    const step = plan[i];
    if (step < 0) updateRegion(fragment.regions[-1 - step], changed, force);
    else hostActions.update(fragment, step, given === null ? null : given[step], changed, force);
  }
}

/**
 * Evaluates the values again. Returns, per host, the names and values of the properties to be set on it, in turn; null if
 * there are none.
 */
function revalue(fragment, changed, force) {
  const block = fragment.block;
  const former = fragment.values;
  const next = evaluateFor(fragment, block.values, former);
  const wire = block.wire;
  for (let i = 0; i < wire; i++) {
    if (next[i] !== former[i] && !isSame(next[i], former[i])) markValue(fragment, i);
  }
  const touched = block.touched === null ? EMPTY : touchedFor(fragment, block.touched, changed, EMPTY);
  if (block.watched !== null) {
    for (const { index, told } of block.watched) if (force || touched[told]) markValue(fragment, index);
  }
  fragment.values = next;
  let given = null;
  for (const { index, host, name } of block.looks) {
    const component = fragment.hosts[host];
    if (component !== null && component.definition.takesLook(name) && next[index] !== former[index]) {
      given = give(fragment, given, host, name, next[index]);
    }
  }
  for (const local of block.local) {
    const i = local.index;
    if (touched[local.told] || (next[i] !== former[i] && !isSame(next[i], former[i]))) {
      given = give(fragment, given, local.host, local.name, next[i]);
    }
  }
  return given;
}

function give(fragment, given, host, name, value) {
  const all = given === null ? fragment.block.noHosts.slice() : given;
  if (all[host] === null) all[host] = [name, value];
  else all[host].push(name, value);
  return all;
}

function markValue(fragment, index) {
  if (fragment.id === 0) return;
  if (fragment.stale === null) {
    fragment.stale = [index];
    const page = fragment.owner.page;
    if (page !== null) page.staleFragments.push(fragment);
  } else if (!fragment.stale.includes(index)) fragment.stale.push(index);
}

/** Brings a region up to date. */
export function updateRegion(region, changed, force) {
  region.spec.actions.update(region, changed, force);
}

/** Brings the children of a region up to date. */
export function updateChildren(region, changed, force) {
  const list = region.list;
  for (let i = 0; i < list.length; i++) updateFragment(list[i], changed, force);
}
