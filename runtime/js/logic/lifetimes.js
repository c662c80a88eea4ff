/**
 * Walks over the tree that call lifetimes: attach, ready, moved, detach, and the page's lifetimes. Logic process.
 * Attach: a component, its shadow tree, its content. Detach: content, shadow tree, the component.
 * Page lifetimes: the component, its content, its shadow tree.
 */
'use strict';

/** Visits the hosts of a fragment in document order: `visit(component)`. Content inside plain hosts is included. */
function eachComponent(fragment, visit) {
  const { block } = fragment;
  if (!block.mayHost) return;
  for (const step of block.plan) {
    if (step < 0) eachInRegion(fragment.regions[-1 - step], visit);
    else if (fragment.hosts[step] !== null) visit(fragment.hosts[step]);
    else {
      for (const index of block.nodes[block.hostNodes[step]].content || []) {
        eachInRegion(fragment.regions[index], visit);
      }
    }
  }
}

function eachInRegion(region, visit) {
  if (region.spec.kind === 'slot') return;
  for (const child of region.list.slice()) eachComponent(child, visit);
}

function eachContent(component, visit) {
  for (const region of component.content) eachInRegion(region, visit);
  if (component.definition.options.dynamicSlots) {
    for (const region of component.slots) for (const child of region.list) eachComponent(child, visit);
  }
}

__handset.eachFragmentComponent = eachComponent;

/** Visits the components of a component's own shadow tree. */
__handset.eachShadowComponent = function (component, visit) {
  if (component.body !== null) eachComponent(component.body, visit);
};

/** Attaches a component and everything below it. */
__handset.attachComponent = function attach(component) {
  if (component.isAttached || component.isDetached) return;
  component.isAttached = true;
  if (component.page !== null) component.page.arrived.push(component);
  component.callLifetime('attached', []);
  __handset.linkRelations(component);
  __handset.eachShadowComponent(component, attach);
  eachContent(component, attach);
};

/** Attaches new fragments if their owner is attached. */
__handset.attachFragments = function (fragments, owner) {
  if (!owner.isAttached) return;
  for (const fragment of fragments) eachComponent(fragment, __handset.attachComponent);
};

/** `ready` of components whose first render is on the screen. */
__handset.tellReady = function (components) {
  for (const component of components) {
    if (component.isReady) continue;
    component.isReady = true;
    component.callLifetime('ready', []);
  }
};

/** `moved` of the components in a fragment that changed places. */
__handset.moveFragment = function (fragment) {
  eachComponent(fragment, function visit(component) {
    component.callLifetime('moved', []);
    __handset.relinkRelations(component);
    __handset.eachShadowComponent(component, visit);
    eachContent(component, visit);
  });
};

/** Takes a fragment out of the tree for good. */
__handset.dropFragment = function dropFragment(fragment) {
  if (fragment.isDropped) return;
  fragment.isDropped = true;
  const { block } = fragment;
  for (const step of block.plan) {
    if (step < 0) dropRegion(fragment.regions[-1 - step]);
    else if (fragment.hosts[step] !== null) __handset.dropComponent(fragment.hosts[step]);
    else {
      for (const index of block.nodes[block.hostNodes[step]].content || []) dropRegion(fragment.regions[index]);
    }
  }
  if (fragment.id !== 0) fragment.owner.page.shown.delete(fragment.id);
};

function dropRegion(region) {
  if (region.spec.kind === 'slot') __handset.closeSlot(region);
  else for (const child of region.list) __handset.dropFragment(child);
}

/** Takes a component out of the tree for good. */
__handset.dropComponent = function (component) {
  if (component.isDetached) return;
  component.isDetached = true;
  for (const region of component.content) for (const child of region.list) __handset.dropFragment(child);
  if (component.body !== null) __handset.dropFragment(component.body);
  if (!component.isAttached) return;
  component.isAttached = false;
  component.callLifetime('detached', []);
  __handset.unlinkRelations(component);
};

/** The view no longer has this fragment (it may come back with new numbers). */
__handset.forget = function forget(fragment) {
  if (fragment.id !== 0) fragment.owner.page.shown.delete(fragment.id);
  fragment.id = 0;
  fragment.stale = null;
  for (const region of fragment.regions) {
    region.sent = null;
    for (const child of region.list) forget(child);
  }
  for (const component of fragment.hosts) if (component !== null && component.body !== null) forget(component.body);
};

/** Broadcasts a lifetime of the page to all attached components of it. */
__handset.broadcastPageLifetime = function (root, name, args) {
  __handset.eachShadowComponent(root, function visit(component) {
    if (component.isAttached) component.callPageLifetime(name, args);
    eachContent(component, visit);
    __handset.eachShadowComponent(component, visit);
  });
};

/** The first component of a page, the page itself included, that a test accepts; null if there is none. */
__handset.findComponent = function (root, isMeant) {
  let found = isMeant(root) ? root : null;
  __handset.eachShadowComponent(root, function visit(component) {
    if (found !== null) return;
    if (isMeant(component)) found = component;
    eachContent(component, visit);
    __handset.eachShadowComponent(component, visit);
  });
  return found;
};
