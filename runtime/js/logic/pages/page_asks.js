/**
 * Message AskPage: what the phone asks a page when its user shares it, keeps it among the favourites or leaves. Logic
 * process. Answered by Inspected: whether the page has the callback, and what it gave.
 *
 * Source: reference, onShareAppMessage, onShareTimeline, onAddToFavorites, onSaveExitState.
 */

import { warn } from '../base/console.js';
import { post } from '../base/post.js';
import { onMessage } from '../base/tasks.js';
import { nodeAttribute } from '../tree/nodes.js';
import { walkTree } from '../tree/walk_nodes.js';
import { callPage } from './page_life.js';
import { pages } from './stack.js';
import { targetOf } from './view_events.js';
import { toHost } from '../../shared/wire/logic.js';

const later = globalThis.setTimeout;
/** Source: reference: a `promise` that takes longer counts for nothing. */
const PROMISE_MS = 3000;

/** The members of a result that can travel. */
function plain(result) {
  try {
    const value = JSON.parse(JSON.stringify(result));
    return typeof value === 'object' && value !== null ? value : {};
  } catch (_unprintable) {
    return {};
  }
}

function isPromise(value) {
  return value !== null && typeof value === 'object' && typeof value.then === 'function';
}

/** What the page shows of the web, if it does; '' else. */
function webViewUrl(page) {
  let url = '';
  walkTree(page.root, (fragment, node) => {
    if (fragment.block.nodes[node].tag !== 'web-view') return false;
    url = String(nodeAttribute(fragment, node, 'src') || '');
    return true;
  });
  return url;
}

/** Calls `done` once: with what `promise` gives, or with the result as it is if that fails or takes too long. */
function settle(result, done) {
  const { promise } = result;
  if (!isPromise(promise)) return done(plain(result));
  let isOpen = true;
  const end = (value) => {
    if (isOpen) done(value);
    isOpen = false;
  };
  const { promise: _promise, ...given } = result;
  later(() => end(plain(given)), PROMISE_MS);
  promise.then((value) => end(plain(value)), () => end(plain(given)));
  return undefined;
}

onMessage('ask-page', (message) => {
  const page = pages.get(message.page_id);
  const isDefined = page !== undefined && typeof page.root.instance[message.name] === 'function';
  const answer = (result) => {
    post(toHost.inspected({ request_id: message.request_id, value: { isDefined, result } }));
  };
  if (!isDefined) {
    answer({});
    return;
  }
  const detail = { ...message.detail };
  if (message.event) detail.target = targetOf(page, message.event);
  const url = webViewUrl(page);
  if (url !== '') detail.webViewUrl = url;
  const result = callPage(page, message.name, [detail]);
  if (isPromise(result)) {
    warn(`${page.path} ${message.name} gave a promise, which a phone does not wait for: return { promise }`);
    answer({});
  } else settle(typeof result === 'object' && result !== null ? result : {}, answer);
});
