/** Questions to the view are answered by elements of jsdom; a node has its number when it is asked about. */

import { onMessage } from '../../logic/base/tasks.js';
import { flush } from '../../logic/pages/flush.js';
import { around } from '../../logic_in_node/around.js';

const waiting = new Map();
let lastRequest = 0;

export function callView(pageId, call, done) {
  flush();
  postView(pageId, call, done);
}

export function postView(pageId, call, done) {
  if (done === null) return;
  lastRequest += 1;
  waiting.set(lastRequest, done);
  around.askLater(pageId, call, lastRequest);
}

/** @returns {[number, number]} */
export function referenceTo(fragment, node) {
  const { page } = fragment.owner;
  if (fragment.id === 0) {
    fragment.id = page.nextId;
    page.nextId += 1;
    page.shown.add(fragment);
  }
  return [fragment.id, node];
}

/** @returns {{error: string, result: any}} */
export const askView = (pageId, call) => ({ error: '', result: around.answerOf(pageId, call) });

onMessage('view-reply', (message) => {
  const done = waiting.get(message.request_id);
  waiting.delete(message.request_id);
  if (done !== undefined) done(message.error || '', message.result);
});
