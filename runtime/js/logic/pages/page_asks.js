/**
 * Message AskPage: what the phone asks a page when its user shares it, keeps it among the favourites or leaves, and a
 * listener of `wx` when its link is copied. Logic process. Answered by Inspected: whether the page has the callback, and what it gave.
 *
 * Source: reference, onShareAppMessage, onShareTimeline, onAddToFavorites, onSaveExitState.
 */

import { warn } from '../base/console.js';
import { post } from '../base/post.js';
import { onMessage } from '../base/tasks.js';
import { askWxListener } from '../base/wx_events.js';
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
function settle(result, done, patienceMs = PROMISE_MS) {
  const { promise } = result;
  if (!isPromise(promise)) return done(plain(result));
  let isOpen = true;
  const end = (value) => {
    if (isOpen) done(value);
    isOpen = false;
  };
  const { promise: _promise, ...given } = result;
  later(() => end(plain(given)), patienceMs);
  promise.then((value) => end(plain(value)), () => end(plain(given)));
  return undefined;
}

/** A listener of `wx` that is asked as a page's callback is. Source: reference, wx.onCopyUrl. */
const LISTENER = 'onCopyUrl';
const LISTENER_MS = 2000;

function askListener(message) {
  const given = askWxListener(message.name);
  const answer = (result) =>
    post(toHost.inspected({ request_id: message.request_id, value: { isDefined: given !== undefined, result } }));
  settle(typeof given === 'object' && given !== null ? given : {}, answer, LISTENER_MS);
}

onMessage('ask-page', (message) => {
  if (message.name === LISTENER) {
    askListener(message);
    return;
  }
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
