/**
 * Messages Route, PageReady, PageEvent, Painted, ViewEvents: what happens to pages. Logic process.
 * Sends RouteDone when all steps have run.
 */

import { complain } from '../base/console.js';
import { reportUncaught } from '../base/failures.js';
import { launched } from '../base/launched.js';
import { post } from '../base/post.js';
import { bare } from '../base/records.js';
import { onMessage, queueTask } from '../base/tasks.js';
import { fireWxEvent } from '../base/wx_events.js';
import { broadcastPageLifetime } from '../tree/lifetimes.js';
import { callApp, enterPackageOf } from './app.js';
import { callPage, hidePage, loadPage, paintedPage, readyPage, showPage, unloadPage } from './page_life.js';
import { routeEvents, tellRouteDone } from './route_events.js';
import { pages, setStack } from './stack.js';
import { routeBegan, routeEnded } from './timeline.js';
import { observed, viewEvent } from './view_events.js';
import { toHost } from '../../shared/wire/logic.js';

function appOptions(step) {
  return Object.keys(step.detail || {}).length > 0 ? step.detail : launched.launchOptions;
}

function carryOut(step, route) {
  const page = pages.get(step.page_id || 0);
  switch (step.step) {
    case 'app-launch':
      callApp('onLaunch', [appOptions(step)]);
      break;
    case 'app-show':
      callApp('onShow', [appOptions(step)]);
      fireWxEvent('onAppShow', appOptions(step));
      break;
    case 'app-hide':
      callApp('onHide', [step.detail || {}]);
      fireWxEvent('onAppHide', step.detail || {});
      break;
    case 'load':
      enterPackageOf(step.path);
      loadPage(step.page_id, step.path, step.query || {}, route);
      break;
    case 'show':
      if (page !== undefined) showPage(page);
      break;
    case 'hide':
      if (page !== undefined) hidePage(page);
      break;
    case 'unload':
      if (page !== undefined) unloadPage(page);
      break;
    case 'not-found': {
      const result = { path: step.path, query: step.query || {}, isEntryPage: route.open_type === 'appLaunch' };
      callApp('onPageNotFound', [result]);
      fireWxEvent('onPageNotFound', result);
      break;
    }
    case 'tab-tap':
      if (page !== undefined) callPage(page, 'onTabItemTap', [step.detail || {}]);
      break;
    default:
      complain(`unknown route step '${step.step}'`);
  }
}

onMessage('route', (message) => {
  message.steps.forEach(bare);
  routeBegan(message);
  const own = message.steps.some((step) => step.step === 'load') ? null : message.stack;
  if (own !== null && !message.steps.some((step) => step.step === 'unload')) setStack(own);
  const events = routeEvents(message);
  for (let index = 0; index < message.steps.length; index++) {
    const step = message.steps[index];
    try {
      events.before(step, pages.get(step.page_id || 0));
      if (events.leavesOut(step)) continue;
      carryOut(step, message);
      events.after(step, message.steps[index + 1]);
    } catch (error) {
      // The program's own code runs guarded: this is a defect of ours, and must not hold up the steps that follow.
      reportUncaught(error, `${step.path || 'App'} ${step.step}`, null);
    }
  }
  setStack(message.stack);
  events.end();
  post(toHost.routeDone({ stack: message.stack }));
});

onMessage('page-ready', (message) => {
  const page = pages.get(message.page_id);
  if (page !== undefined) readyPage(page);
});

onMessage('painted', (message) => {
  const page = pages.get(message.page_id);
  if (page !== undefined) paintedPage(page, message.batch_id);
});

onMessage('page-event', (message) => {
  const detail = message.detail === undefined || message.detail === null ? [] : [message.detail];
  if (!message.page_id) {
    callApp(message.name, detail);
    return;
  }
  const page = pages.get(message.page_id);
  if (page === undefined) return;
  callPage(page, message.name, detail);
  if (message.name === 'onResize') broadcastPageLifetime(page.root, 'resize', detail);
  if (message.name === 'onRouteDone') {
    broadcastPageLifetime(page.root, 'routeDone', detail);
    tellRouteDone(page);
    routeEnded(page);
  }
});

onMessage('view-events', (message) => {
  for (const event of message.events) {
    queueTask(() => {
      if (event.type === 'observer') {
        observed.send(event.detail);
        return;
      }
      const page = pages.get(message.page_id);
      if (page !== undefined) viewEvent(page, event);
    });
  }
});
