/**
 * The life of a page. Logic process. What happens in which order is decided by the host (message Route); this file carries
 * out single steps.
 */

import { complain } from '../base/console.js';
import { reportUncaught, run } from '../base/failures.js';
import { launched } from '../base/launched.js';
import { Signal } from '../base/signal.js';
import { queueTask } from '../base/tasks.js';
import { eventIsHandled, eventIsOver } from '../debugging/triggers.js';
import { ComponentNode } from '../component/component_node.js';
import { setProperties } from '../component/data.js';
import { definitionAt } from '../component/definitions.js';
import { buildComponent } from '../component/hosts.js';
import { replacePlaceholders } from '../component/placeholder_swaps.js';
import { packageOpened } from '../component/placeholders.js';
import { emptyBody } from '../tree/empty_body.js';
import { attachComponent, broadcastPageLifetime, dropComponent, tellReady } from '../tree/lifetimes.js';
import { pageLeft } from './left_pages.js';
import { preloadFor } from './preloading.js';
import { runComponentScripts } from './script_order.js';
import { Page, pages, removePage, setStack } from './stack.js';
import { buildTabBar } from './tab_bars.js';
import { pageLoaded, pageRendered } from './timeline.js';

/** Calls a life-cycle function or another page-level callback of a page. */
export function callPage(page, name, args) {
  const { instance } = page.root;
  if (typeof instance[name] !== 'function') return undefined;
  eventIsHandled(name);
  const result = run(instance[name], instance, args, name, page.root);
  eventIsOver();
  return result;
}

/** The component that a page is. */
export function componentPath(path) {
  const entry = launched.program.pages[path];
  return entry === undefined ? path : entry.component;
}

/** Creates a page: component tree, attach, onLoad. */
/** A page is there, and nothing of its program has run yet. Sent with it and the number of the page below. */
export const pageMade = new Signal();

export function loadPage(id, path, query, route) {
  const began = Date.now();
  runComponentScripts(componentPath(path));
  const definition = definitionAt(componentPath(path));
  if (definition === null) {
    complain(`page '${path}' is not found`);
    return;
  }
  const evaluated = Date.now();
  const page = new Page(id, path, query);
  packageOpened(path);
  page.openerCallId = route.opener_call_id || 0;
  // A stack that is opened again after a restart was made by navigateTo, but for its bottom.
  page.hasOpener = route.open_type === 'navigateTo' || (route.open_type === 'appLaunch' && route.stack.indexOf(id) > 0);
  page.root = new ComponentNode(definition, page, null, null, -1);
  pages.set(id, page);
  setStack(route.stack);
  pageMade.send(page, route.stack[route.stack.indexOf(id) - 1] || 0);
  try {
    buildComponent(page.root);
  } catch (error) {
    reportUncaught(error, `${path} (template)`, page.root);
  }
  const left = launched.settings.exit_state;
  if (left && left.path === path && route.stack.length === 1) {
    page.root.instance.exitState = left.data;
    delete launched.settings.exit_state;
  }
  if (page.root.body === null) page.root.body = emptyBody(page.root);
  if (definition.kind === 'component') setProperties(page.root, Object.entries(query).flat());
  buildTabBar(page);
  attachComponent(page.root);
  if (page.tabBar !== null) attachComponent(page.tabBar);
  callPage(page, 'onLoad', [{ ...query }]);
  page.isLoaded = true;
  pageLoaded(page, began, evaluated);
}

/** onShow, then the components' `show`. */
export function showPage(page) {
  callPage(page, 'onShow', []);
  broadcastPageLifetime(page.root, 'show', []);
}

/** onHide, then the components' `hide`. */
export function hidePage(page) {
  callPage(page, 'onHide', []);
  broadcastPageLifetime(page.root, 'hide', []);
}

/** onUnload, then the tree is taken apart. */
export function unloadPage(page) {
  callPage(page, 'onUnload', []);
  dropComponent(page.root);
  if (page.tabBar !== null) dropComponent(page.tabBar);
  removePage(page);
  pageLeft(page);
  for (const { introduced } of page.painting.values()) for (const block of introduced) block.isKnown = false;
}

/** The first render is on the screen: `ready` of the components, then onReady. */
export function readyPage(page) {
  if (page.isReady) return;
  page.isReady = true;
  pageRendered(page);
  tellReady(page.waiting.splice(0));
  callPage(page, 'onReady', []);
  preloadFor(page);
  for (const task of page.untilReady.splice(0)) queueTask(task);
  replacePlaceholders(page);
}

/** Runs a task once a page is ready; at once if it is so already or gone. */
export function whenReady(pageId, task) {
  const page = pages.get(pageId);
  if (page === undefined || page.isReady) task();
  else page.untilReady.push(task);
}

/** A batch is on the screen: `ready` of what it brought, then the callbacks of setData. */
export function paintedPage(page, batch) {
  replacePlaceholders(page);
  const painted = page.painting.get(batch);
  if (painted === undefined) return;
  page.painting.delete(batch);
  if (page.isReady) tellReady(painted.arrived);
  else page.waiting.push(...painted.arrived);
  for (const { component, callback } of painted.callbacks) {
    run(callback, component.instance, [], 'setData callback', component);
  }
}
