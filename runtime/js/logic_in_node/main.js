/**
 * The base library beside tests of components in Node.js (resources/npm/miniprogram-simulate). Files of `base` and
 * `modules` here stand for those of the same name in `logic/` (simulator/worker/library.py).
 *
 * A component that is mounted is the root of a page of its own, which has no path.
 */

import '../logic/tree/conditions.js';
import '../logic/tree/lists.js';
import '../logic/tree/template_regions.js';
import '../logic/tree/slots.js';
import '../logic/tree/content.js';
import '../logic/component/behaviors.js';
import '../logic/component/definitions.js';
import '../logic/component/hosts.js';
import '../logic/component/instance_methods.js';
import '../logic/pages/flush.js';
import '../logic/pages/instance_methods.js';
import '../logic/api/device_events.js';
import '../logic/api/installed.js';
import '../logic/api/instance_methods.js';
import { installApi } from '../logic/api/installed.js';
import { launched, takeProgram } from '../logic/base/launched.js';
import { nodeOfThis } from '../logic/base/node_of.js';
import { bareThroughout } from '../logic/base/records.js';
import { receive } from '../logic/base/tasks.js';
import { ComponentNode } from '../logic/component/component_node.js';
import { setData, setProperties } from '../logic/component/data.js';
import { definitionAt } from '../logic/component/definitions.js';
import { triggerEvent } from '../logic/component/events.js';
import { buildComponent } from '../logic/component/hosts.js';
import { addDerived, addMethods } from '../logic/component/instances.js';
import { callPage } from '../logic/pages/page_life.js';
import { Page, pages, removePage, setStack } from '../logic/pages/stack.js';
import { emptyBody } from '../logic/tree/empty_body.js';
import { attachComponent, broadcastPageLifetime, dropComponent, tellReady } from '../logic/tree/lifetimes.js';
import { nodeDataset, nodeId } from '../logic/tree/nodes.js';
import { componentAt } from '../logic/tree/places.js';
import { act } from './acting.js';
import { around } from './around.js';
import { noteChange } from './changed_pages.js';
import { dispatch, heardBy, listenersTo } from './mounted_events.js';
import { elementsOf, find, hostPlace, shownElement, snapshotBelow, snapshotOf } from './mounted_nodes.js';

const PARTS = ['components', 'pages', 'scripts', 'templates', 'wxs'];
let lastPage = 0;

/** Does something that may change the tree of a page. */
function changing(page, work) {
  return act(() => {
    noteChange(page);
    return work();
  });
}

addMethods({
  setData(values, callback) {
    const component = nodeOfThis(this);
    changing(component.page, () => setData(component, values, callback));
  },
  triggerEvent(name, detail, options) {
    const component = nodeOfThis(this);
    act(() => {
      const tell = listenersTo(component, String(name), detail, options || {});
      tell(true);
      triggerEvent(component, String(name), detail, options || {});
      tell(false);
    });
  },
});

// Not documented, but there in miniprogram-simulate, and tests read it.
addDerived({ $$: (component) => around.elementOf(component) });

/** Before anything is mounted: settings and device as of the message Launch. */
export function launch(settings, device) {
  const program = { app: {}, ...Object.fromEntries(PARTS.map((part) => [part, {}])) };
  takeProgram({ program, settings, device, launch_options: { path: '', query: {}, scene: 1001 } });
  installApi();
}

/** Compiled components come to those that are there. */
export function addProgram(program) {
  bareThroughout(program);
  launched.program.app = program.app;
  for (const part of PARTS) Object.assign(launched.program[part], program[part]);
}

/** Evaluates the scripts of a component and of all that it uses, those first. */
export function define(path, seen = new Set()) {
  const config = launched.program.components[path];
  if (config === undefined || seen.has(path)) return;
  seen.add(path);
  for (const used of Object.values(config.using || {})) define(used, seen);
  definitionAt(path);
}

/** Makes a component with these properties. It is not attached yet. */
export function mount(path, properties) {
  return act(() => {
    const definition = definitionAt(path);
    if (definition === null) throw new Error(`the component '${path}' is not found`);
    lastPage += 1;
    const page = new Page(lastPage, '', {});
    page.root = new ComponentNode(definition, page, null, null, -1);
    pages.set(page.id, page);
    setStack([...pages.keys()]);
    buildComponent(page.root);
    if (page.root.body === null) page.root.body = emptyBody(page.root);
    page.isLoaded = true;
    noteChange(page);
    setProperties(page.root, Object.entries(properties).flat());
    return page;
  });
}

/** `attached` and `ready` of the whole tree; of what registers as a page, its own life besides. */
export function attach(page) {
  changing(page, () => {
    attachComponent(page.root);
    if (page.root.definition.kind === 'page') for (const name of ['onLoad', 'onShow']) callPage(page, name, [{}]);
    page.isReady = true;
    tellReady(page.arrived.splice(0));
    if (page.root.definition.kind === 'page') callPage(page, 'onReady', []);
  });
}

export function detach(page) {
  act(() => {
    dropComponent(page.root);
    forgetPage(page.id);
  });
}

/** Nobody has hold of it any more. */
export function forgetPage(id) {
  const page = pages.get(id);
  if (page !== undefined) removePage(page);
}

/** What a built-in component has of an instance. */
export const plainInstance = (fragment, node) => ({
  is: fragment.block.nodes[node].tag, id: nodeId(fragment, node), dataset: nodeDataset(fragment, node),
});

/** A lifetime of one component, whatever has become of it. */
export function lifetime(component, name, args) {
  changing(component.page, () => {
    if (component.definition.traits.lifetimes[name] !== undefined) component.callLifetime(name, args);
  });
}

/** A lifetime of the page around a component. */
export function pageLifetime(component, name, args) {
  changing(component.page, () => broadcastPageLifetime(component, name, args));
}

export {
  act, componentAt, dispatch, elementsOf, find, heardBy, hostPlace, receive, shownElement, snapshotBelow, snapshotOf,
};
