/**
 * From the tree to what shows it, at the end of each task: elements of jsdom are made after the whole tree, so nothing is
 * written of what has changed. Callbacks of setData, and `ready` of what came, follow among the microtasks.
 */

import { run } from '../../logic/base/failures.js';
import { Signal } from '../../logic/base/signal.js';
import { queueTask, taskEnded } from '../../logic/base/tasks.js';
import { tellReady } from '../../logic/tree/lifetimes.js';
import { around } from '../../logic_in_node/around.js';
import { takeChanged } from '../../logic_in_node/changed_pages.js';

export const flushed = new Signal();

taskEnded.add(flush);

function flushPage(page) {
  for (const region of page.staleRegions.splice(0)) region.sent = null;
  for (const fragment of page.staleFragments.splice(0)) fragment.stale = null;
  page.staleScopes.clear();
  page.extra.length = 0;
  around.changed(page.id);
  const arrived = page.arrived.splice(0);
  const callbacks = page.callbacks.splice(0);
  if (arrived.length === 0 && callbacks.length === 0) return;
  queueTask(() => {
    if (page.isReady) tellReady(arrived);
    for (const { component, callback } of callbacks) run(callback, component.instance, [], 'setData callback', component);
  });
}

export function flush() {
  for (const page of takeChanged()) flushPage(page);
  flushed.send();
}
