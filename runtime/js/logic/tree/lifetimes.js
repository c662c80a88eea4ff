/**
 * Walks over the tree that call lifetimes: attach, ready, moved, detach, and the page's lifetimes. Logic process.
 * Attach: a component, its shadow tree, its content. Detach and move: content, shadow tree, the component.
 * Page lifetimes: in the order of attaching; in the older generation content comes before the shadow tree.
 */

import { eachComponent, eachContentComponent, eachShadowComponent } from './component_walk.js';
import { eachContentRegion } from './content_regions.js';

/** Attaches a component and everything below it. What its handlers bring into places further on waits for its turn. */
export function attachComponent(component) {
  if (component.isDetached) return;
  if (component.isAttached) {
    eachContentRegion(component, attachRegion); // it lives on in a new template, with new content
    return;
  }
  component.isAttached = true;
  if (component.page !== null) component.page.arrived.push(component);
  component.tellAttached();
  if (component.body !== null) attachFragment(component.body);
  eachContentRegion(component, attachRegion);
}

/** Attaches the components in a fragment. */
export function attachFragment(fragment) {
  const { block } = fragment;
  if (!block.mayHost || fragment.isDropped) return;
  for (const step of block.plan) {
    if (step < 0) attachRegion(fragment.regions[-1 - step]);
    else if (fragment.hosts[step] !== null) attachComponent(fragment.hosts[step]);
    else for (const index of block.nodes[block.hostNodes[step]].content || []) attachRegion(fragment.regions[index]);
  }
}

function attachRegion(region) {
  region.isAttached = true;
  if (region.spec.kind !== 'slot') for (const child of region.list.slice()) attachFragment(child);
}

/** Attaches new children of a region if it has been reached. */
export function attachFragments(fragments, region) {
  if (region.isAttached) for (const fragment of fragments) attachFragment(fragment);
}

/** `ready` of components whose first render is on the screen. */
export function tellReady(components) {
  for (const component of components) {
    if (component.isReady) continue;
    component.isReady = true;
    component.callLifetime('ready', []);
  }
}

/** `moved` of the attached components in a fragment that changed places. */
export function moveFragment(fragment) {
  eachComponent(fragment, function visit(component) {
    eachContentComponent(component, visit);
    eachShadowComponent(component, visit);
    if (component.isAttached) component.tellMoved();
  });
}

/** Takes a fragment out of the tree for good. */
export function dropFragment(fragment) {
  if (fragment.isDropped) return;
  fragment.isDropped = true;
  const { block } = fragment;
  for (const step of block.plan) {
    if (step < 0) dropRegion(fragment.regions[-1 - step]);
    else if (fragment.hosts[step] !== null) dropComponent(fragment.hosts[step]);
    else {
      for (const index of block.nodes[block.hostNodes[step]].content || []) dropRegion(fragment.regions[index]);
    }
  }
  if (fragment.id !== 0) fragment.owner.page.shown.delete(fragment.id);
}

function dropRegion(region) {
  const { drop } = region.spec.actions;
  if (drop === undefined) dropChildren(region);
  else drop(region);
}

function dropChildren(region) {
  for (const child of region.list) dropFragment(child);
}

/** Takes a component out of the tree for good. */
export function dropComponent(component) {
  if (component.isDetached) return;
  component.isDetached = true;
  eachContentRegion(component, dropChildren);
  if (component.body !== null) dropFragment(component.body);
  if (!component.isAttached) return;
  component.isAttached = false;
  component.tellDetached();
}

/** The view no longer has this fragment (it may come back with new numbers). */
export function forget(fragment) {
  if (fragment.id !== 0) fragment.owner.page.shown.delete(fragment.id);
  fragment.id = 0;
  fragment.stale = null;
  for (const region of fragment.regions) {
    region.sent = null;
    for (const child of region.list) forget(child);
  }
  for (const component of fragment.hosts) if (component !== null && component.body !== null) forget(component.body);
}

/** Broadcasts a lifetime of the page to all attached components of it, itself first if it is one. */
export function broadcastPageLifetime(root, name, args) {
  root.callPageLifetime(name, args);
  eachShadowComponent(root, function visit(component) {
    if (component.isAttached) component.callPageLifetime(name, args);
    if (!component.definition.isNewer) eachContentComponent(component, visit);
    eachShadowComponent(component, visit);
    if (component.definition.isNewer) eachContentComponent(component, visit);
  });
}
