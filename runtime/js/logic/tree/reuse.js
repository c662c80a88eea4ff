/**
 * A new body for a live component, with the components of the old one kept where they match. Logic process.
 * Used for template swaps. Two components match when they have the same path, the same keys of the rows around them,
 * and the same place among those.
 */

import { eachContentComponent, eachShadowComponent } from './component_walk.js';
import { distribute } from './distribution.js';
import { emptyBody } from './empty_body.js';
import { EMPTY, createBody } from './fragments.js';
import { attachFragment, dropFragment, forget } from './lifetimes.js';
import { templateModule } from './templates.js';

let pool = null;

function signature(fragment, path) {
  let text = path;
  for (let at = fragment; at !== null && at.region !== null; at = at.up) {
    if (at.region.spec.kind === 'for') text += ` ${at.key === '' ? at.loop[at.loop.length - 1] : at.key}`;
  }
  return text;
}

function collect(component, into) {
  eachShadowComponent(component, function visit(inner) {
    const key = signature(inner.fragment, inner.path);
    if (!into.has(key)) into.set(key, []);
    into.get(key).push(inner);
    eachContentComponent(inner, visit);
  });
}

/** A component of the old body that may live on at a host node of the new one; null if there is none. */
export function adopt(definition, owner, fragment, host) {
  if (pool === null || pool.owner !== owner) return null;
  const candidates = pool.components.get(signature(fragment, definition.path));
  if (candidates === undefined || candidates.length === 0) return null;
  const component = candidates.shift();
  component.fragment.hosts[component.host] = null;
  component.fragment = fragment;
  component.host = host;
  component.scope = -1;
  return component;
}

/** Renders a component's template anew with the same data. The page's view gets the whole tree again. */
export function rebuildBody(component) {
  const former = component.body;
  const { template } = component.definition.config;
  const components = new Map();
  collect(component, components);
  const outer = pool;
  pool = { owner: component, components };
  const formerSlots = component.slots;
  component.slots = EMPTY;
  try {
    const module = template ? templateModule(template) : null;
    component.body =
      module === null || module.main === null
        ? emptyBody(component)
        : createBody(module.main, component);
  } catch (error) {
    component.slots = formerSlots;
    component.body = former;
    throw error;
  } finally {
    pool = outer;
  }
  if (former !== null) {
    forget(former);
    dropFragment(former);
  }
  component.page.isSwapped = true;
  distribute(component);
  if (component.isAttached) attachFragment(component.body);
}
