/**
 * What wx.getPerformance tells of the program's run: scripts evaluated, packages fetched, the launch, routes,
 * first renders. Logic process.
 * Times are ms since the epoch. A first render counts until the view says that it is on the screen.
 *
 * Source: reference, PerformanceEntry.
 */

import { launched } from '../base/launched.js';
import { bare } from '../base/records.js';
import { Signal } from '../base/signal.js';
import { topPage } from './stack.js';

/** Sent with each entry. */
export const performanceEntries = new Signal();

const MAIN_PACKAGE = '__APP__';
const launch = { startTime: 0 };
/** The route that leads to a page, until it has ended. @type {Map<number, object>} */
const underWay = new Map();

function tell(name, entryType, startTime, duration, more) {
  performanceEntries.send({ name, entryType, startTime, duration, ...more });
}

/** Runs what evaluates the scripts of app.js. @param {() => void} start */
export function timedLaunch(start) {
  launch.startTime = Date.now();
  start();
  const duration = Date.now() - launch.startTime;
  const fileList = launched.program.app_script ? [launched.program.app_script] : [];
  tell('evaluateScript', 'script', launch.startTime, duration, { moduleName: MAIN_PACKAGE, fileList });
}

/** A route begins: message Route. */
export function routeBegan(message) {
  const top = message.stack[message.stack.length - 1];
  if (top === undefined || message.steps.length === 0) return;
  const former = topPage();
  const isLaunch = message.open_type === 'appLaunch';
  const referrer = former === null ? {} : { referrerPath: former.path, referrerPageId: former.id };
  underWay.set(top, bare({
    name: isLaunch ? 'appLaunch' : 'route',
    startTime: isLaunch ? launch.startTime : Date.now(),
    more: { navigationType: message.open_type, ...referrer },
  }));
}

/** A page has been loaded; `evaluatedAt`: when its scripts had run. */
export function pageLoaded(page, startTime, evaluatedAt) {
  page.loadBegan = startTime;
  const entry = launched.program.pages[page.path];
  const moduleName = (entry && entry.package) || MAIN_PACKAGE;
  tell('evaluateScript', 'script', startTime, evaluatedAt - startTime, { moduleName, fileList: [`${page.path}.js`] });
}

/** A package has been fetched before it was needed. */
export function packagePreloaded(packageName, startTime) {
  tell('downloadPackage', 'loadPackage', startTime, Date.now() - startTime, { packageName });
}

/** The first render of a page is on the screen. */
export function pageRendered(page) {
  const now = Date.now();
  const { id: pageId, path } = page;
  tell('firstRender', 'render', page.loadBegan, now - page.loadBegan, { path, pageId });
  tell('firstPaint', 'render', now, 0, { path, pageId });
  const route = underWay.get(pageId);
  if (route !== undefined && route.name === 'appLaunch') routeEnded(page);
}

/** The transition to a page has ended; that of a launch with the first render. */
export function routeEnded(page) {
  const route = underWay.get(page.id);
  if (route === undefined) return;
  underWay.delete(page.id);
  const { name, startTime, more } = route;
  tell(name, 'navigation', startTime, Date.now() - startTime, { path: page.path, pageId: page.id, ...more });
}
