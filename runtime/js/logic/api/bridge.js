/**
 * Between the base library and the `wx` façade (`api/`). Logic process.
 * Gives the façade its bridge and hands it what comes for it: ApiResult, ApiEvent, ViewReply. Sends ViewCall, whose
 * answer comes later (`callView`, `postView`) or is waited for (`askView`).
 */
'use strict';

const { receivers } = __handset;
const waiting = new Map();
let lastRequest = 0;

function pageOf(scope) {
  const component = __handset.componentOf(scope);
  return component === null ? __handset.topPage() : component.page;
}

function rootOf(scope) {
  const component = __handset.componentOf(scope);
  const page = __handset.topPage();
  return component !== null ? component : page === null ? null : page.root;
}

/** Asks the view of a page; `done(error, result)` hears the answer. */
__handset.callView = function (pageId, method, params, done) {
  __handset.flush();
  postView(pageId, method, params, done);
};

/**
 * The same without sending first what has changed. `done` may be null: then nobody answers. A page that the view does
 * not have yet hears it after its first batch.
 */
function postView(pageId, method, params, done) {
  let request = 0;
  if (done !== null) {
    request = ++lastRequest;
    waiting.set(request, done);
  }
  const call = { m: 'view-call', page_id: pageId, request_id: request, method, params };
  const page = __handset.pages.get(pageId);
  if (page === undefined || page.isShown) __handset.post(call);
  else page.deferred.push(call);
}

/** The number of a node, as `[instance, node]`. Inside a call that is put off it is read when the call is sent. */
function referenceTo(fragment, node) {
  const ref = [fragment.id, node];
  if (fragment.id === 0) ref.toJSON = () => [fragment.id, node];
  return ref;
}

/** Asks and waits. @returns {{error: string, result: any}} */
function askView(pageId, method, params) {
  lastRequest += 1;
  const call = { m: 'view-call', page_id: pageId, request_id: lastRequest, method, params };
  return JSON.parse(__handset.host.askView(JSON.stringify(call), lastRequest));
}

/** Whether the template of a component (null: of the page on top) has been built. */
function hasTree(scope) {
  const root = rootOf(scope);
  return root === null || root.body !== null || root.isAttached;
}

function select(scope, selector) {
  const root = rootOf(scope);
  if (root === null) return [];
  __handset.flush();
  return __handset.select(root, selector, true).map(({ fragment, node }) => ({
    get ref() {
      return referenceTo(fragment, node);
    },
    tag: fragment.block.nodes[node].tag,
    id: __handset.nodeId(fragment, node),
    dataset: __handset.nodeDataset(fragment, node),
    mark: __handset.nodeMark(fragment, node),
  }));
}

/** The canvas with a canvas-id in the template of a component (null: of the page on top), or null. */
function canvasOf(scope, canvasId) {
  const root = rootOf(scope);
  if (root === null) return null;
  __handset.flush();
  const found = __handset.findCanvas(root, canvasId);
  return found === null ? null : referenceTo(found.fragment, found.node);
}

/** What the façade offers to the base library when the program has none of it. */
const nothing = {
  wx: {},
  flush() {},
  apiResult() {},
  apiEvent() {},
  fire() {},
  observerEvent() {},
  openerChannel: () => ({ emit() {}, on() {}, once() {}, off() {} }),
  router: () => ({}),
  createSelectorQuery: () => null,
  createIntersectionObserver: () => null,
  createMediaQueryObserver: () => null,
};
__handset.installed = nothing;

/** Builds `wx` for the program that has been launched. */
__handset.installApi = function () {
  const table = __handset.settings.apis;
  if (__handset.api !== undefined && table !== undefined) {
    __handset.installed = __handset.api.install({
      table,
      launchOptions: __handset.launchOptions,
      callApi(name, args, callId, isSync) {
        const page = __handset.topPage();
        __handset.carryTap(name, callId);
        return __handset.host.callApi(name, args, callId, isSync, page === null ? 0 : page.id, __handset.isInTap);
      },
      later: __handset.queueTask,
      guard: (where, fn, self, args) => __handset.run(fn, self, args, where, '', null),
      pageIdOf(scope) {
        const page = pageOf(scope);
        return page === null ? 0 : page.id;
      },
      select,
      hasTree,
      isComponent: (scope) => __handset.componentOf(scope) !== null,
      callView: __handset.callView,
      postView,
      askView,
      canvasOf,
      flush: __handset.flush,
      warn: __handset.warn,
      whenReady: __handset.whenReady,
      hasPage: (pageId) => __handset.pages.has(pageId),
      noticed: new Set(),
      shownPage() {
        const page = __handset.topPage();
        return page === null ? '' : page.path;
      },
    });
  }
  globalThis.wx = __handset.installed.wx;
};

/** Tells `wx.on…` listeners about something that the base library knows itself. */
__handset.fireApi = function (event, ...args) {
  __handset.installed.fire(event, ...args);
};

receivers['api-result'] = function (message) {
  __handset.resumeTap(message.call_id);
  __handset.installed.apiResult(message.call_id, message.ok, message.result === undefined ? null : message.result);
};

receivers['api-event'] = function (message) {
  __handset.installed.apiEvent(message.name, message.detail, message.target || '');
};

receivers['view-reply'] = function (message) {
  const done = waiting.get(message.request_id);
  waiting.delete(message.request_id);
  if (done !== undefined) done(message.error || '', message.result);
};
