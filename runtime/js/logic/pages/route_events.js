/**
 * What the program hears of routes: wx.onBeforeAppRoute, onBeforePageUnload, onAfterPageUnload, onBeforePageLoad,
 * onAfterPageLoad, onAppRoute, onAppRouteDone. Logic process; called by routes.js around the steps of a route.
 *
 * Source: reference, route listeners (order of events; one `routeEventId` for all of a route).
 */

import { bare, bareClass } from '../base/records.js';
import { fireWxEvent } from '../base/wx_events.js';
import { isNewerAt } from '../modules/generation.js';
import { componentPath } from './page_life.js';
import { pages } from './stack.js';

const RENDERER = 'webview';
let lastRoute = 0;
/** The route whose listeners of onBeforeAppRoute run. @type {RouteEvents | null} */
let atItsBeginning = null;
/** The route that has given way to the one that comes next. @type {RouteEvents | null} */
let givenWay = null;

/** One route and what its events have in common. */
class RouteEvents {
  /** @param {object} message Route */
  constructor(message) {
    lastRoute += 1;
    const top = message.stack[message.stack.length - 1];
    this.openType = message.open_type;
    this.id = `${top === undefined ? 0 : top}_${Date.now()}_${lastRoute}`;
    this.target = bare(targetOf(message, top));
    this.hasBegun = false;
    this.isRewritten = false;
    this.loading = null;
  }

  /** The program has led it to another page: what it would do with its own does not happen. */
  giveWay() {
    this.isRewritten = true;
    givenWay = this;
  }

  /** It goes on where another one has given way, as the same for the program. @param {RouteEvents} former */
  follow(former) {
    this.id = former.id;
    this.hasBegun = true;
  }

  /** Whether a step is one of the page that the program has led it away from. */
  leavesOut(step) {
    return this.isRewritten && (step.step === 'not-found' || step.page_id === this.target.pageId);
  }

  /** Before a step. The App's own come before the route. */
  before(step, page) {
    if (step.step.startsWith('app-')) return;
    this.begin();
    if (this.leavesOut(step)) return;
    if (step.step === 'unload' && page !== undefined) {
      this.tell('onBeforePageUnload', { path: page.path, page: page.root.instance });
    } else if (step.step === 'load') this.tell('onBeforePageLoad', this.opened(step));
  }

  /** After a step; `next` is the one that follows. A page counts as loaded after its first onShow. */
  after(step, next) {
    if (step.step === 'unload') this.tell('onAfterPageUnload', { path: step.path });
    if (step.step === 'load') this.loading = step;
    const isShown = next === undefined || next.step !== 'show' || next.page_id !== step.page_id;
    if (this.loading === null || !isShown) return;
    const page = pages.get(this.loading.page_id);
    if (page !== undefined) {
      this.tell('onAfterPageLoad', { ...this.opened(this.loading), page: page.root.instance });
    }
    this.loading = null;
  }

  /** After all steps. */
  end() {
    if (!this.hasBegun || this.isRewritten) return;
    const page = pages.get(this.target.pageId);
    if (page !== undefined) page.route = { openType: this.openType, routeEventId: this.id };
    const extra = page === undefined ? {} : { page: page.root.instance };
    this.tell('onAppRoute', { ...this.facts(), ...extra });
  }

  begin() {
    if (this.hasBegun) return;
    this.hasBegun = true;
    atItsBeginning = this;
    this.tell('onBeforeAppRoute', { ...this.facts(), timeStamp: Date.now() });
    atItsBeginning = null;
  }

  facts() {
    const { path, query, pageId, notFound } = this.target;
    const facts = { path, query: { ...query }, openType: this.openType, webviewId: pageId, renderer: RENDERER };
    return notFound ? { ...facts, notFound } : facts;
  }

  opened(step) {
    const query = { ...(step.query || {}) };
    return { path: step.path, query, openType: this.openType, componentFramework: frameworkOf(step.path) };
  }

  tell(event, detail) {
    fireWxEvent(event, { ...detail, routeEventId: this.id });
  }
}
bareClass(RouteEvents);

/** The page that a route leads to. */
function targetOf(message, top) {
  const missing = message.steps.find((step) => step.step === 'not-found');
  if (missing !== undefined) return { pageId: 0, path: missing.path, query: missing.query || {}, notFound: true };
  const load = message.steps.find((step) => step.step === 'load' && step.page_id === top);
  if (load !== undefined) return { pageId: top, path: load.path, query: load.query || {} };
  const page = pages.get(top);
  return { pageId: top || 0, path: page ? page.path : '', query: page ? page.query : {} };
}

function frameworkOf(path) {
  return isNewerAt(componentPath(path)) ? 'glass-easel' : 'exparser';
}

const silent = { before() {}, after() {}, end() {}, leavesOut: () => false };

/** The route that can still be led elsewhere. */
export const routeAtItsBeginning = () => atItsBeginning;

/** The events of a route. Leaving the program and coming back are none, nor is a route that changes nothing. */
export function routeEvents(message) {
  const { steps } = message;
  const isRoute = message.open_type === 'appLaunch' ? steps.some(isEntering) : message.open_type !== 'hide';
  if (!isRoute || steps.length === 0) return silent;
  const events = new RouteEvents(message);
  if (givenWay !== null) events.follow(givenWay);
  givenWay = null;
  return events;
}

function isEntering(step) {
  return step.step === 'load' || step.step === 'not-found';
}

/** The transition to a page has ended: wx.onAppRouteDone. */
export function tellRouteDone(page) {
  const { route } = page;
  if (route === null) return;
  const query = { ...page.query };
  fireWxEvent('onAppRouteDone', { path: page.path, query, webviewId: page.id, renderer: RENDERER, timeStamp: Date.now(), ...route });
}
