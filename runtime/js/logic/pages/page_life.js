/**
 * Pages and their stack. Logic process. What happens in which order is decided by the host (message Route); this file
 * keeps the pages that exist and carries out single steps.
 */
'use strict';

class Page {
  constructor(id, path, query) {
    this.id = id;
    this.path = path;
    this.query = query;
    this.root = null;
    this.tabBar = null; // custom tab bar
    this.frame = null; // fragment that holds body and tab bar
    this.isLoaded = false;
    this.isShown = false; // the view has the body
    this.isSwapped = false; // templates changed: the body is sent again
    this.isReady = false;
    this.untilReady = []; // tasks that wait for that
    this.openedAt = performance.now();
    this.hasOpener = false;
    this.openerCallId = 0;
    this.route = null; // the last one that led here: {openType, routeEventId}
    this.channel = null;
    this.passiveEvents = null;
    this.nextId = 1;
    this.lastScope = 0;
    this.lastBatch = 0;
    this.shown = new Map(); // number in the view -> fragment
    this.scopes = new Map();
    this.styles = new Set();
    this.staleRegions = [];
    this.staleFragments = [];
    this.staleScopes = new Set();
    this.staleHosts = []; // components that took the place of a placeholder
    this.placeholders = []; // host nodes where one stands: {fragment, host, path}
    this.prepared = new Set(); // components that the page has rendered once
    this.extra = [];
    this.deferred = []; // calls to the view that wait for the page's first batch
    this.callbacks = [];
    this.arrived = []; // components attached since the last batch
    this.waiting = []; // components whose `ready` comes with the page's
    this.introduced = []; // blocks whose definition goes with the next batch
    this.painting = new Map(); // batch -> what waits for it to be on the screen
  }

  /** The channel to the page that opened this one; an object without members if none did so by navigateTo. */
  openerChannel() {
    if (this.channel === null) {
      this.channel = this.hasOpener ? __handset.installed.openerChannel(this.openerCallId) : {};
    }
    return this.channel;
  }
}

__handset.pages = new Map();
let stack = [];

globalThis.getCurrentPages = function getCurrentPages() {
  return stack.filter((id) => __handset.pages.has(id)).map((id) => __handset.pages.get(id).root.instance);
};

/** Sets the stack: page ids, bottom first. */
__handset.setStack = function (ids) {
  stack = ids.slice();
};

/** The visible page; null if there is none. */
__handset.topPage = function () {
  for (let i = stack.length - 1; i >= 0; i--) {
    if (__handset.pages.has(stack[i])) return __handset.pages.get(stack[i]);
  }
  return null;
};

/** Calls a life-cycle function or another page-level callback of a page. */
__handset.callPage = function (page, name, args) {
  const { instance } = page.root;
  if (typeof instance[name] !== 'function') return undefined;
  return __handset.run(instance[name], instance, args, page.path, name, page.root);
};

/** The component that a page is. */
__handset.componentPath = function (path) {
  const entry = __handset.program.pages[path];
  return entry === undefined ? path : entry.component;
};

/** Creates a page: component tree, attach, onLoad. */
__handset.loadPage = function (id, path, query, route) {
  __handset.runComponentScripts(__handset.componentPath(path));
  const definition = __handset.definition(__handset.componentPath(path));
  if (definition === null) {
    __handset.complain(`page '${path}' is not found`);
    return;
  }
  const page = new Page(id, path, query);
  __handset.packageOpened(path);
  page.openerCallId = route.opener_call_id || 0;
  // A stack that is opened again after a restart was made by navigateTo, but for its bottom.
  page.hasOpener = route.open_type === 'navigateTo' || (route.open_type === 'appLaunch' && route.stack.indexOf(id) > 0);
  page.root = new __handset.ComponentNode(definition, page, null, null, -1);
  __handset.pages.set(id, page);
  stack = route.stack.slice();
  try {
    __handset.buildComponent(page.root);
  } catch (error) {
    __handset.reportUncaught(error, `${path} (template)`, page.root);
  }
  const left = __handset.settings.exit_state;
  if (left && left.path === path && stack.length === 1) {
    page.root.instance.exitState = left.data;
    delete __handset.settings.exit_state;
  }
  if (page.root.body === null) page.root.body = __handset.emptyBody(page.root);
  if (definition.kind === 'component') __handset.setProperties(page.root, Object.entries(query));
  __handset.buildTabBar(page);
  __handset.attachComponent(page.root);
  if (page.tabBar !== null) __handset.attachComponent(page.tabBar);
  __handset.callPage(page, 'onLoad', [Object.assign({}, query)]);
  page.isLoaded = true;
};

/** onShow, then the components' `show`. */
__handset.showPage = function (page) {
  __handset.callPage(page, 'onShow', []);
  __handset.broadcastPageLifetime(page.root, 'show', []);
};

/** onHide, then the components' `hide`. */
__handset.hidePage = function (page) {
  __handset.callPage(page, 'onHide', []);
  __handset.broadcastPageLifetime(page.root, 'hide', []);
};

/** onUnload, then the tree is taken apart. */
__handset.unloadPage = function (page) {
  __handset.callPage(page, 'onUnload', []);
  __handset.dropComponent(page.root);
  if (page.tabBar !== null) __handset.dropComponent(page.tabBar);
  __handset.pages.delete(page.id);
  for (const { introduced } of page.painting.values()) for (const block of introduced) block.isKnown = false;
  stack = stack.filter((id) => id !== page.id);
};

/** The first render is on the screen: `ready` of the components, then onReady. */
__handset.readyPage = function (page) {
  if (page.isReady) return;
  page.isReady = true;
  __handset.tellReady(page.waiting.splice(0));
  __handset.callPage(page, 'onReady', []);
  for (const task of page.untilReady.splice(0)) __handset.queueTask(task);
  __handset.replacePlaceholders(page);
};

/** Runs a task once a page is ready; at once if it is so already or gone. */
__handset.whenReady = function (pageId, task) {
  const page = __handset.pages.get(pageId);
  if (page === undefined || page.isReady) task();
  else page.untilReady.push(task);
};

/** A batch is on the screen: `ready` of what it brought, then the callbacks of setData. */
__handset.paintedPage = function (page, batch) {
  __handset.replacePlaceholders(page);
  const painted = page.painting.get(batch);
  if (painted === undefined) return;
  page.painting.delete(batch);
  if (page.isReady) __handset.tellReady(painted.arrived);
  else page.waiting.push(...painted.arrived);
  for (const { component, callback } of painted.callbacks) {
    __handset.run(callback, component.instance, [], component.path, 'setData callback', component);
  }
};
