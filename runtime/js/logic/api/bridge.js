/**
 * What the façade of `wx` gets of the base library: the `Bridge` of facade.js. Logic process.
 */

import { complain, warn } from '../base/console.js';
import { run } from '../base/failures.js';
import { host } from '../base/host.js';
import { launched } from '../base/launched.js';
import { encoded, post } from '../base/post.js';
import { outerFrames } from '../base/source_places.js';
import { framesHere } from '../base/stacks.js';
import { queueTask } from '../base/tasks.js';
import { apiIsCalled } from '../debugging/triggers.js';
import { flush } from '../pages/flush.js';
import { whenReady } from '../pages/page_life.js';
import { pages, topPage } from '../pages/stack.js';
import { carryTap, isInTap } from '../pages/tap_context.js';
import { askView, callView, postView } from '../pages/view_calls.js';
import { componentInScope, pageIdInScope } from './scopes.js';
import { canvasOf, elementOf, hasTree, nodesInScope } from './tree_queries.js';
import { toHost } from '../../shared/wire/logic.js';

/** Calls that projects wrap in functions of their own: only the whole way tells who wanted them. */
const TRACED = new Set(['request', 'uploadFile', 'downloadFile', 'connectSocket']);

/** Frames of such a call; thousands of them are kept. */
const MOST_FRAMES = 15;

/** Where a call was made, as JSON. */
function callSite(name) {
  return encoded(outerFrames(framesHere(TRACED.has(name) ? MOST_FRAMES : 1)));
}

/** The bridge of a program. */
export function bridge(table, launchOptions) {
  return {
    table,
    launchOptions,
    callApi(name, args, callId, isSync) {
      apiIsCalled(name);
      const page = topPage();
      carryTap(name, callId);
      return host.callApi(name, args, callId, isSync, page === null ? 0 : page.id, isInTap(), callSite(name));
    },
    later: queueTask,
    guard: (where, fn, self, args) => run(fn, self, args, where),
    pageIdOf: pageIdInScope,
    select: nodesInScope,
    hasTree,
    isComponent: (scope) => componentInScope(scope) !== null,
    callView,
    postView,
    askView,
    order: (pageId, call) => post(toHost.viewCall({ page_id: pageId, request_id: 0, call })),
    canvasOf,
    elementOf,
    flush,
    warn,
    complain,
    whenReady,
    hasPage: (pageId) => pages.has(pageId),
    noticed: new Set(),
    intercepted: new Set(launched.settings.intercepted || []),
    post,
    shownPage() {
      const page = topPage();
      return page === null ? '' : page.path;
    },
  };
}
