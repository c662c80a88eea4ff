/**
 * What the base library puts on the instances of pages and components: `this.setData` and its like. Logic process.
 */

import { run } from '../base/failures.js';
import { nodeOfThis } from '../base/node_of.js';
import { nodeDataset, nodeId } from '../tree/nodes.js';
import { selectComponents } from '../tree/selectors.js';
import { setData } from './data.js';
import { triggerEvent } from './events.js';
import { addDerived, addMethods } from './instances.js';
import { relationNodes } from './relations.js';

function hostNode(component) {
  return component.fragment === null ? null : { fragment: component.fragment, node: component.nodeIndex };
}

function exported(component) {
  const { exported: fn } = component.definition.traits;
  const isOffered = component.definition.hasBehavior('wx://component-export');
  if (fn === null || !isOffered) return component.instance;
  return run(fn, component.instance, [], 'export', component);
}

addMethods({
  setData(values, callback) {
    setData(nodeOfThis(this), values, callback);
  },
  groupSetData(callback) {
    if (typeof callback === 'function') callback.call(this);
  },
  hasBehavior(behavior) {
    return nodeOfThis(this).hasBehavior(behavior);
  },
  traitBehavior(trait) {
    const { extra } = nodeOfThis(this);
    return extra === null ? undefined : extra.implementations.get(trait);
  },
  triggerEvent(name, detail, options) {
    triggerEvent(nodeOfThis(this), String(name), detail, options || {});
  },
  selectComponent(selector) {
    const found = selectComponents(nodeOfThis(this), String(selector), false);
    return found.length === 0 ? null : exported(found[0]);
  },
  selectAllComponents(selector) {
    return selectComponents(nodeOfThis(this), String(selector), true).map(exported);
  },
  selectOwnerComponent() {
    const { owner } = nodeOfThis(this);
    return owner === null ? null : exported(owner);
  },
  getRelationNodes(key) {
    return relationNodes(nodeOfThis(this), String(key));
  },
});

addDerived({
  is: (component) => component.path,
  renderer: () => 'webview',
  id(component) {
    const at = hostNode(component);
    return at === null ? '' : nodeId(at.fragment, at.node);
  },
  // Not documented, but there on phones, and libraries read it.
  __data__(component) {
    return component.data;
  },
  dataset(component) {
    const at = hostNode(component);
    return at === null ? {} : nodeDataset(at.fragment, at.node);
  },
});
