/**
 * Walks over the tree that call lifetimes: attach, ready, moved, detach, and the page's lifetimes. Logic process.
 * Attach: a component, its shadow tree, its content. Detach and move: content, shadow tree, the component.
 * Page lifetimes: in the order of attaching.
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

/** Visits the components in what is written inside a component's tag. */
function eachContent(component, visit) {
  __handset.eachContentRegion(component, (region) => eachInRegion(region, visit));
}
__handset.eachContentComponent = eachContent;

/** Visits the components of a component's own shadow tree. */
__handset.eachShadowComponent = function (component, visit) {
  if (component.body !== null) eachComponent(component.body, visit);
};

/** Attaches a component and everything below it. What its handlers bring into places further on waits for its turn. */
function attachComponent(component) {
  if (component.isDetached) return;
  if (component.isAttached) {
    __handset.eachContentRegion(component, attachRegion); // it lives on in a new template, with new content
    return;
  }
  component.isAttached = true;
  if (component.page !== null) component.page.arrived.push(component);
  component.callLifetime('attached', []);
  __handset.linkRelations(component);
  if (component.body !== null) attachFragment(component.body);
  __handset.eachContentRegion(component, attachRegion);
}
__handset.attachComponent = attachComponent;

function attachFragment(fragment) {
  const { block } = fragment;
  if (!block.mayHost || fragment.isDropped) return;
  for (const step of block.plan) {
    if (step < 0) attachRegion(fragment.regions[-1 - step]);
    else if (fragment.hosts[step] !== null) attachComponent(fragment.hosts[step]);
    else for (const index of block.nodes[block.hostNodes[step]].content || []) attachRegion(fragment.regions[index]);
  }
}
__handset.attachFragment = attachFragment;

function attachRegion(region) {
  region.isAttached = true;
  if (region.spec.kind !== 'slot') for (const child of region.list.slice()) attachFragment(child);
}

/** Attaches new children of a region if it has been reached. */
__handset.attachFragments = function (fragments, region) {
  if (region.isAttached) for (const fragment of fragments) attachFragment(fragment);
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
    eachContent(component, visit);
    __handset.eachShadowComponent(component, visit);
    component.callLifetime('moved', []);
    __handset.relinkRelations(component);
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
  else dropChildren(region);
}

function dropChildren(region) {
  for (const child of region.list) __handset.dropFragment(child);
}

/** Takes a component out of the tree for good. */
__handset.dropComponent = function (component) {
  if (component.isDetached) return;
  component.isDetached = true;
  __handset.eachContentRegion(component, dropChildren);
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

/** Broadcasts a lifetime of the page to all attached components of it, itself first if it is one. */
__handset.broadcastPageLifetime = function (root, name, args) {
  root.callPageLifetime(name, args);
  __handset.eachShadowComponent(root, function visit(component) {
    if (component.isAttached) component.callPageLifetime(name, args);
    __handset.eachShadowComponent(component, visit);
    eachContent(component, visit);
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
