/**
 * What an object that is handed to wx.* as the scope of a call means: a component instance, or null for the page on top.
 * Logic process.
 */

import { nodeOf } from '../base/node_of.js';
import { pages, topPage } from '../pages/stack.js';
import { findComponent } from '../tree/component_walk.js';

/**
 * The component that a selector query or an observer is in: an instance, or an object to which a framework has copied
 * the two numbers by which the platform knows one. null if it is neither.
 */
export function componentInScope(scope) {
  if (scope === null || typeof scope !== 'object') return null;
  const node = nodeOf(scope);
  const page = node === null ? pages.get(scope.__wxWebviewId__) : undefined;
  if (page === undefined) return node;
  const isMeant = (component) => component.instance.__wxExparserNodeId__ === scope.__wxExparserNodeId__;
  return findComponent(page.root, isMeant);
}

/** The number of the page that a scope is in; 0 if there is none. */
export function pageIdInScope(scope) {
  const component = componentInScope(scope);
  const page = component === null ? topPage() : component.page;
  return page === null ? 0 : page.id;
}

/** The component whose template a scope means; null if there is none. */
export function rootInScope(scope) {
  const component = componentInScope(scope);
  const page = topPage();
  return component !== null ? component : page === null ? null : page.root;
}
