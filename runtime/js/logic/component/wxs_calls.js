/**
 * Events by which wxs in the view reaches components and pages. Logic process.
 */

import { warn } from '../base/console.js';
import { run } from '../base/failures.js';
import { componentAt } from '../tree/places.js';
import { triggerEvent } from './events.js';

function componentOf(page, event) {
  if (event.id === 0) return page.root;
  const fragment = page.shown.get(event.id);
  return fragment === undefined ? null : componentAt(fragment, event.node);
}

/** Events by which wxs in the view reaches components and pages. */
export const wxsCalls = {
  callMethod(page, event) {
    const component = componentOf(page, event);
    if (component === null || component.isDetached) return;
    const { name, args } = event.detail;
    const fn = component.instance[name];
    if (typeof fn !== 'function') {
      warn(`${component.path} has no method "${name}" for callMethod of a wxs module`);
      return;
    }
    run(fn, component.instance, [args], name, component);
  },
  triggerEvent(page, event) {
    const component = componentOf(page, event);
    const { name, detail, options } = event.detail;
    if (component !== null && !component.isDetached) triggerEvent(component, name, detail, options || {});
  },
};
