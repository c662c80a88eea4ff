/**
 * What instances of pages and components have of `wx`: queries, observers, routers, the channel to the opener. Logic
 * process.
 */

import { nodeOfThis } from '../base/node_of.js';
import { addDerived, addMethods } from '../component/instances.js';
import { installed } from './installed.js';

addMethods({
  createSelectorQuery() {
    return installed().createSelectorQuery(this);
  },
  createIntersectionObserver(options) {
    return installed().createIntersectionObserver(this, options);
  },
  createMediaQueryObserver() {
    return installed().createMediaQueryObserver(this);
  },
  applyAnimatedStyle(selector, updater, options, callback) {
    nodeOfThis(this);
    installed().worklets?.applyStyle(this, String(selector), updater, options, callback);
  },
  clearAnimatedStyle(selector, ids, callback) {
    nodeOfThis(this);
    installed().worklets?.clearStyle(this, String(selector), ids, callback);
  },
  getOpenerEventChannel() {
    return openerChannel(nodeOfThis(this).page);
  },
});

addDerived({
  router: (component) => installed().router(component.path),
  /** Source: reference, Component, `renderer`. */
  renderer: () => 'webview',
  pageRouter: (component) => installed().router(component.page.path),
});

/** The channel to the page that opened a page; an object without members if none did so by navigateTo. */
function openerChannel(page) {
  if (page.channel === null) {
    page.channel = page.hasOpener ? installed().openerChannel(page.openerCallId) : {};
  }
  return page.channel;
}
