/**
 * What instances of pages and components can do with their page: `this.animate`, `this.getTabBar` and their like. Logic
 * process.
 */

import { run } from '../base/failures.js';
import { launched } from '../base/launched.js';
import { nodeOfThis } from '../base/node_of.js';
import { addMethods } from '../component/instances.js';
import { selectNodes } from '../tree/selectors.js';
import { flush } from './flush.js';
import { callView } from './view_calls.js';
import { elementCall } from '../../shared/wire/element_calls.js';
import { viewCall } from '../../shared/wire/view_calls.js';

/** What `setPassiveEvent` and app.json say of the listeners of a page. They are not made passive here. */
function passiveOf(instance) {
  const { page } = nodeOfThis(instance);
  if (page.passiveEvents === null) {
    const { enablePassiveEvent: given = false } = launched.program.app;
    const all = { touchstart: given === true, touchmove: given === true, wheel: given === true };
    page.passiveEvents = Object.assign(all, given);
  }
  return page.passiveEvents;
}

/** Done by the view, on every node that the selector finds. */
function animate(instance, selector, call, callback) {
  const component = nodeOfThis(instance);
  flush();
  const nodes = selectNodes(component, selector, true);
  let waiting = nodes.length;
  for (const { fragment, node } of nodes) {
    const asked = viewCall.elementMethod({ id: fragment.id, node, call });
    callView(component.page.id, asked, () => {
      waiting -= 1;
      if (waiting === 0 && typeof callback === 'function') {
        run(callback, instance, [], `${call.name} callback`, component);
      }
    });
  }
}

addMethods({
  animate(selector, keyframes, duration, callback) {
    animate(this, String(selector), elementCall.animate({ frames: keyframes, duration }), callback);
  },
  clearAnimation(selector, options, callback) {
    const done = typeof options === 'function' ? options : callback;
    const which = typeof options === 'function' ? null : options;
    animate(this, String(selector), elementCall.clearAnimation({ properties: which }), done);
  },
  getPageId() {
    return `pageId:${nodeOfThis(this).page.id}`;
  },
  getTabBar(callback) {
    const { tabBar } = nodeOfThis(this).page;
    const instance = tabBar === null ? null : tabBar.instance;
    if (typeof callback === 'function') callback.call(this, instance);
    return instance;
  },
  getAppBar() {
    return null;
  },
  setUpdatePerformanceListener() {},
  setInitialRenderingCache() {},
  setPassiveEvent(config) {
    Object.assign(passiveOf(this), config);
  },
  getPassiveEvent(callback) {
    if (typeof callback === 'function') callback.call(this, { ...passiveOf(this) });
  },
});
