/**
 * From the tree to the view: new subtrees as streams, changes as operations (wire §3). Logic process.
 * Runs at the end of each task, after its microtasks; sends one `DomBatch` per page that has something to say.
 */

import { post, postMeasured } from '../base/post.js';
import { Signal } from '../base/signal.js';
import { taskEnded, taskStart } from '../base/tasks.js';
import { watchesSetData } from '../component/watched_calls.js';
import { diffRegion } from './region_diff.js';
import { isolatePage, scopeOf } from './scopes.js';
import { pages } from './stack.js';
import { Stream, wireValue } from './stream.js';
import { shownBody } from './tab_bars.js';
import { operation } from '../../shared/wire/operations.js';
import { toHost } from '../../shared/wire/logic.js';

/** All pages have been told what has changed in their trees. */
export const flushed = new Signal();

taskEnded.add(flush);

function writeBody(page, ops) {
  isolatePage(page.root.definition, ops);
  const stream = new Stream(page, ops);
  stream.fragment(shownBody(page));
  ops.push(operation.body(0, stream.out));
  page.isShown = true;
}

function writeChanges(page, ops) {
  const regions = page.staleRegions;
  const fragments = page.staleFragments;
  page.staleRegions = [];
  page.staleFragments = [];
  for (const region of regions) {
    if (region.sent === null) continue;
    if (region.fragment.isDropped || region.fragment.id === 0) region.sent = null;
    else diffRegion(page, region, ops);
  }
  for (const fragment of fragments) {
    const { stale } = fragment;
    if (stale === null) continue;
    fragment.stale = null;
    if (fragment.isDropped || fragment.id === 0 || stale.length === 0) continue;
    const values = [];
    for (const index of stale) values.push(index, wireValue(fragment, index, fragment.values[index]));
    ops.push(operation.update(fragment.id, values));
  }
  for (const { component, shown } of page.staleHosts.splice(0)) writeHost(page, component, shown, ops);
  for (const component of page.staleScopes) {
    if (component.isDetached || component.scope <= 0) continue;
    ops.push(operation.externals(component.scope, component.externals || {}));
  }
  page.staleScopes.clear();
}

/** The shadow block of a component that stands where something else stood. */
function writeHost(page, component, shown, ops) {
  const { fragment } = component;
  if (component.isDetached || fragment.id === 0 || component.body === null) return;
  for (const [region, count] of shown) if (count > 0) ops.push(operation.remove(fragment.id, region, 0, count));
  const scope = scopeOf(component, ops);
  const stream = new Stream(page, ops);
  stream.fragment(component.body);
  ops.push(operation.host(fragment.id, component.nodeIndex, scope, stream.out));
}

function flushPage(page) {
  const started = performance.now();
  const ops = [];
  if (page.isSwapped) {
    page.isSwapped = false;
    page.isShown = false;
    ops.push(operation.keepState());
  }
  if (!page.isShown) writeBody(page, ops);
  writeChanges(page, ops);
  if (page.extra.length > 0) ops.push(...page.extra.splice(0));
  const awaited = page.callbacks.length > 0 || page.arrived.length > 0 || page.introduced.length > 0;
  if (ops.length === 0 && !awaited) return;
  page.lastBatch += 1;
  if (ops.length === 0) ops.push(operation.nothing());
  if (awaited) {
    const { callbacks, arrived, introduced } = page;
    page.painting.set(page.lastBatch, { callbacks, arrived, introduced });
    page.callbacks = [];
    page.arrived = [];
    page.introduced = [];
  }
  const since = Math.min(started, taskStart() || started);
  const batch = toHost.domBatch({ page_id: page.id, batch_id: page.lastBatch, ops });
  if (watchesSetData()) batch.is_measured = true;
  postMeasured(batch, 'logic_ms', () => Math.round((performance.now() - since) * 100) / 100);
}

/** Sends what has changed in all pages. */
export function flush() {
  for (const page of pages.values()) {
    if (page.root.body === null || !page.isLoaded) continue;
    flushPage(page);
    for (const call of page.deferred.splice(0)) post(call);
  }
  flushed.send();
}
