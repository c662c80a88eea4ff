/**
 * Messages Route, PageReady, PageEvent, Painted, ViewEvents: what happens to pages. Logic process.
 * Sends RouteDone when all steps have run.
 */
'use strict';

const { receivers } = __handset;

function appOptions(step) {
  return Object.keys(step.detail || {}).length > 0 ? step.detail : __handset.launchOptions;
}

function carryOut(step, route) {
  const page = __handset.pages.get(step.page_id || 0);
  switch (step.step) {
    case 'app-launch':
      __handset.callApp('onLaunch', [appOptions(step)]);
      break;
    case 'app-show':
      __handset.callApp('onShow', [appOptions(step)]);
      __handset.fireApi('onAppShow', appOptions(step));
      break;
    case 'app-hide':
      __handset.callApp('onHide', [step.detail || {}]);
      __handset.fireApi('onAppHide', step.detail || {});
      break;
    case 'load':
      __handset.enterPackageOf(step.path);
      __handset.loadPage(step.page_id, step.path, step.query || {}, route);
      break;
    case 'show':
      if (page !== undefined) __handset.showPage(page);
      break;
    case 'hide':
      if (page !== undefined) __handset.hidePage(page);
      break;
    case 'unload':
      if (page !== undefined) __handset.unloadPage(page);
      break;
    case 'not-found': {
      const result = { path: step.path, query: step.query || {}, isEntryPage: route.open_type === 'appLaunch' };
      __handset.callApp('onPageNotFound', [result]);
      __handset.fireApi('onPageNotFound', result);
      break;
    }
    case 'tab-tap':
      if (page !== undefined) __handset.callPage(page, 'onTabItemTap', [step.detail || {}]);
      break;
    default:
      __handset.complain(`unknown route step '${step.step}'`);
  }
}

receivers.route = function (message) {
  const own = message.steps.some((step) => step.step === 'load') ? null : message.stack;
  if (own !== null && !message.steps.some((step) => step.step === 'unload')) __handset.setStack(own);
  const events = __handset.routeEvents(message);
  for (const [index, step] of message.steps.entries()) {
    try {
      events.before(step, __handset.pages.get(step.page_id || 0));
      carryOut(step, message);
      events.after(step, message.steps[index + 1]);
    } catch (error) {
      // The program's own code runs guarded: this is a defect of ours, and must not hold up the steps that follow.
      __handset.reportUncaught(error, `${step.path || 'App'} ${step.step}`, null);
    }
  }
  __handset.setStack(message.stack);
  events.end();
  __handset.post({ m: 'route-done', stack: message.stack });
};

receivers['page-ready'] = function (message) {
  const page = __handset.pages.get(message.page_id);
  if (page !== undefined) __handset.readyPage(page);
};

receivers.painted = function (message) {
  const page = __handset.pages.get(message.page_id);
  if (page !== undefined) __handset.paintedPage(page, message.batch_id);
};

receivers['page-event'] = function (message) {
  const detail = message.detail === undefined || message.detail === null ? [] : [message.detail];
  if (!message.page_id) {
    __handset.callApp(message.name, detail);
    return;
  }
  const page = __handset.pages.get(message.page_id);
  if (page === undefined) return;
  __handset.callPage(page, message.name, detail);
  if (message.name === 'onResize') __handset.broadcastPageLifetime(page.root, 'resize', detail);
  if (message.name === 'onRouteDone') {
    __handset.broadcastPageLifetime(page.root, 'routeDone', detail);
    __handset.tellRouteDone(page);
  }
};

receivers['view-events'] = function (message) {
  for (const event of message.events) {
    __handset.queueTask(() => {
      if (event.type === 'observer') {
        __handset.installed.observerEvent(event.detail);
        return;
      }
      const page = __handset.pages.get(message.page_id);
      if (page !== undefined) __handset.viewEvent(page, event);
    });
  }
};
