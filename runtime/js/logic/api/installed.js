/**
 * `wx` of the program that runs, and what comes for it: ApiResult, ApiEvent, events of the base library and of the view.
 * Logic process.
 */

import { launched } from '../base/launched.js';
import { onMessage } from '../base/tasks.js';
import { wxEvents, wxQuestions } from '../base/wx_events.js';
import { flushed } from '../pages/flush.js';
import { pageMade } from '../pages/page_life.js';
import { resumeTap } from '../pages/tap_context.js';
import { performanceEntries } from '../pages/timeline.js';
import { observed, workletsWanted } from '../pages/view_events.js';
import { bridge } from './bridge.js';
import { install } from './facade.js';

/** @type {any} what the façade offers to the base library when the program has none of it */
const nothing = {
  wx: {},
  flush() {},
  apiResult() {},
  intercept() {},
  apiEvent() {},
  fire() {},
  ask() {},
  observerEvent() {},
  performanceEntry() {},
  openerChannel: () => ({ emit() {}, on() {}, once() {}, off() {} }),
  router: () => ({}),
  createSelectorQuery: () => null,
  createIntersectionObserver: () => null,
  createMediaQueryObserver: () => null,
};
let current = nothing;

/** What `install` has returned for the program; functions without effect if it runs without `wx`. */
export const installed = () => current;

/** Builds `wx` for the program that has been launched. */
export function installApi() {
  const table = launched.settings.apis;
  if (table !== undefined) current = install(bridge(table, launched.launchOptions));
  globalThis.wx = current.wx;
}

wxQuestions.add((event, take) => current.ask(event, take));
wxEvents.add((event, ...args) => current.fire(event, ...args));
observed.add((detail) => current.observerEvent(detail));
pageMade.add((page, below) => current.customRoutes?.made(page.id, page.openerCallId, below));
workletsWanted.add((page, instance, node, handlers) => current.worklets?.handlers(page.id, instance, node, handlers));
performanceEntries.add((entry) => current.performanceEntry(entry));
flushed.add(() => current.flush());

onMessage('api-result', (message) => {
  resumeTap(message.call_id);
  current.apiResult(message.call_id, message.ok, message.result === undefined ? null : message.result, message.goes_on);
});

onMessage('intercept', (message) => current.intercept(message.names));

onMessage('api-event', (message) => {
  current.apiEvent(message.name, message.detail, message.target || '');
});
