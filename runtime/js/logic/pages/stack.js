/**
 * The pages that exist, and their stack. Logic process.
 */

import { bareClass } from '../base/records.js';
import { Shown } from './shown.js';

/** A page, its tree and what its view has not heard of yet. */
export class Page {
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
    this.channel = null; // to the page that opened this one
    this.passiveEvents = null;
    this.nextId = 1;
    this.lastScope = 0;
    this.lastBatch = 0;
    this.shown = new Shown();
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
}
bareClass(Page);

/** By number. */
export const pages = new Map();
let stack = [];

globalThis.getCurrentPages = function getCurrentPages() {
  return stack.filter((id) => pages.has(id)).map((id) => pages.get(id).root.instance);
};

/** Sets the stack: page ids, bottom first. */
export function setStack(ids) {
  stack = ids.slice();
}

/** A page has gone. */
export function removePage(page) {
  pages.delete(page.id);
  stack = stack.filter((id) => id !== page.id);
}

/** The visible page; null if there is none. */
export function topPage() {
  for (let i = stack.length - 1; i >= 0; i--) {
    if (pages.has(stack[i])) return pages.get(stack[i]);
  }
  return null;
}
