/**
 * Relations between components: `linked`, `linkChanged`, `unlinked`, `getRelationNodes`. Logic process.
 * Both sides must declare the relation with matching kinds; the search goes upward in the template where the component is
 * written, never out of it, and the first match counts.
 */

import { run } from '../base/failures.js';
import { folderOf, normalisePath } from '../modules/script_paths.js';
import { eachContentComponent, eachShadowComponent } from '../tree/component_walk.js';
import { EMPTY } from '../tree/fragments.js';
import { componentAt, treeParent } from '../tree/places.js';

const COUNTERPART = { child: 'parent', descendant: 'ancestor', parent: 'child', ancestor: 'descendant' };

function resolveKey(component, key) {
  const base = key.startsWith('/') ? '' : folderOf(component.path);
  return normalisePath(`${base}/${key}`);
}

function matches(component, key, relation, other) {
  const { target } = relation;
  if (target !== undefined) return other.hasBehavior(target) || (typeof target === 'object' && target.is === other.path);
  const path = resolveKey(component, key);
  return other.path === path || other.path === `${path}/index`;
}

/** What a component declares: the path of the other one, and what that is to it. */
export function relationsOf(component) {
  const { relations } = component;
  const named = Object.keys(relations).filter((key) => relations[key].target === undefined);
  return named.map((key) => [resolveKey(component, key), String(relations[key].type)]);
}

/** The key under which `upper` declares its side of a relation to `lower`, or null. */
function counterKey(upper, lower, type) {
  const { relations } = upper;
  for (const key of Object.keys(relations)) {
    if (relations[key].type === COUNTERPART[type] && matches(upper, key, relations[key], lower)) return key;
  }
  return null;
}

/** The component around a component in the template where it is written; null if there is none. */
function enclosing(component) {
  if (component.fragment === null) return null;
  let at = treeParent(component.fragment, component.nodeIndex);
  for (; at !== null; at = treeParent(at.fragment, at.node)) {
    const host = componentAt(at.fragment, at.node);
    if (host !== null) return host;
  }
  return null;
}

function call(component, key, callback, other) {
  const fn = component.relations[key][callback];
  if (typeof fn === 'function') {
    run(fn, component.instance, [other.instance], `relations.${callback}`, component);
  }
}

/** Looks for the relations of a component that has been attached. */
export function linkRelations(component) {
  const { relations } = component;
  for (const key of Object.keys(relations)) {
    const relation = relations[key];
    if (relation.type !== 'parent' && relation.type !== 'ancestor') continue;
    for (let upper = enclosing(component); upper !== null; upper = enclosing(upper)) {
      if (matches(component, key, relation, upper)) {
        const upperKey = counterKey(upper, component, relation.type);
        if (upperKey !== null) link(upper, upperKey, component, key);
        break;
      }
      if (relation.type === 'parent') break;
    }
  }
}

function link(upper, upperKey, lower, lowerKey) {
  noteLink(upper, { key: upperKey, other: lower });
  noteLink(lower, { key: lowerKey, other: upper });
  call(upper, upperKey, 'linked', lower);
  call(lower, lowerKey, 'linked', upper);
}

function noteLink(component, entry) {
  if (component.links === EMPTY) component.links = [entry];
  else component.links.push(entry);
}

/** Tells both sides that a linked component has moved. */
export function relinkRelations(component) {
  for (const { key, other } of component.links.slice()) {
    const type = component.relations[key].type;
    if (type !== 'parent' && type !== 'ancestor') continue;
    const back = other.links.find((entry) => entry.other === component);
    if (back !== undefined) call(other, back.key, 'linkChanged', component);
    call(component, key, 'linkChanged', other);
  }
}

/** Ends all relations of a component that has been detached. */
export function unlinkRelations(component) {
  const links = component.links;
  if (links === EMPTY) return;
  component.links = EMPTY;
  for (const { key, other } of links) {
    const back = other.links.find((entry) => entry.other === component);
    other.links = other.links.filter((entry) => entry.other !== component);
    if (back !== undefined) call(other, back.key, 'unlinked', component);
    call(component, key, 'unlinked', other);
  }
}

/** The components linked under a key, in tree order; null for a key that is not declared. */
export function relationNodes(component, key) {
  if (!Object.hasOwn(component.relations, key)) return null;
  const linked = component.links.filter((entry) => entry.key === key).map((entry) => entry.other);
  if (linked.length < 2) return linked.map((other) => other.instance);
  const order = new Map();
  eachShadowComponent(component.page.root, function visit(other) {
    order.set(other, order.size);
    eachContentComponent(other, visit);
    eachShadowComponent(other, visit);
  });
  return linked.sort((a, b) => order.get(a) - order.get(b)).map((other) => other.instance);
}
