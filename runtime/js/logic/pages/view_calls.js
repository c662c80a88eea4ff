/**
 * Asks the view of a page. Logic process. Sends ViewCall, whose answer comes later (`callView`, `postView`) or is waited
 * for (`askView`).
 */

import { host } from '../base/host.js';
import { encoded, post } from '../base/post.js';
import { bare } from '../base/records.js';
import { onMessage } from '../base/tasks.js';
import { flush } from './flush.js';
import { pages } from './stack.js';
import { toHost } from '../../shared/wire/logic.js';

const waiting = new Map();
let lastRequest = 0;

/** Asks the view of a page; `done(error, result)` hears the answer. */
export function callView(pageId, call, done) {
  flush();
  postView(pageId, call, done);
}

/**
 * The same without sending first what has changed. `done` may be null: then nobody answers. A page that the view does
 * not have yet hears it after its first batch.
 */
export function postView(pageId, call, done) {
  let request = 0;
  if (done !== null) {
    request = ++lastRequest;
    waiting.set(request, done);
  }
  const message = toHost.viewCall({ page_id: pageId, request_id: request, call });
  const page = pages.get(pageId);
  if (page === undefined || page.isShown) post(message);
  else page.deferred.push(message);
}

/**
 * The number of a node, as `[instance, node]`. Inside a call that is put off it is read when the call is sent.
 * @returns {[number, number]}
 */
export function referenceTo(fragment, node) {
  const ref = /** @type {any} */ ([fragment.id, node]);
  if (fragment.id === 0) Object.defineProperty(ref, 'toJSON', { value: () => [fragment.id, node] });
  return ref;
}

/** Asks and waits. @returns {{error: string, result: any}} */
export function askView(pageId, call) {
  lastRequest += 1;
  const message = toHost.viewCall({ page_id: pageId, request_id: lastRequest, call });
  return bare(JSON.parse(host.askView(encoded(message), lastRequest)));
}

onMessage('view-reply', (message) => {
  const done = waiting.get(message.request_id);
  waiting.delete(message.request_id);
  if (done !== undefined) done(message.error || '', message.result);
});
