/**
 * wx.rewriteRoute: while the listeners of onBeforeAppRoute run, and not later, a route can be led to another page. The host
 * knows at once whether it can.
 *
 * Runs in the logic process (QuickJS), used by own_functions.js. Source: framework guide, route rewriting.
 */

import { routeAtItsBeginning } from '../pages/route_events.js';
import { answerCallbacks } from './call.js';
/** @import { Calls } from './call.js' */

/** @param {Calls} calls @param {any} option */
export function rewriteRoute(calls, option) {
  const given = option && typeof option === 'object' ? option : {};
  const route = routeAtItsBeginning();
  const end = (ok, errMsg) => calls.bridge.later(() => answerCallbacks(calls.bridge, 'rewriteRoute', given, ok, { errMsg }));
  if (route === null) return end(false, 'rewriteRoute:fail can only be called in the callback of wx.onBeforeAppRoute');
  const { url, preserveQuery } = given;
  try {
    calls.now('rewriteRoute', { url, preserveQuery: Boolean(preserveQuery), pageId: route.target.pageId });
  } catch (failure) {
    return end(false, failure.errMsg);
  }
  route.giveWay();
  return end(true, 'rewriteRoute:ok');
}
