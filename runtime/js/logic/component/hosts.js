/**
 * Components in the tree: what stands behind a host node. Logic process.
 * Creation order: the shadow tree with the component's own data, `created`, the properties that the parent gives,
 * then the content written inside the tag. Attaching is a separate walk (`lifetimes.js`).
 */
'use strict';

const { EMPTY } = __handset;
const LOOKS = ['class', 'style', 'hidden'];
const unknown = new Set();

class ComponentNode {
  constructor(definition, page, owner, fragment, host) {
    this.definition = definition;
    this.path = definition.path;
    this.page = page;
    this.owner = owner; // component in whose template the host node stands; null for a page
    this.fragment = fragment; // fragment of the host node
    this.host = host; // index in the block's hosts
    this.data = {};
    this.view = {};
    this.instance = null;
    this.body = null;
    this.content = EMPTY; // content regions inside the tag
    this.slots = []; // slot regions of the shadow tree
    this.generics = null;
    this.externals = null;
    this.scope = -1; // style scope, numbered when first shown
    this.isAttached = false;
    this.changed = null; // tree of what was set since the template was brought up to date
    this.propertyChanges = [];
    this.links = []; // relations in force
  }

  /** Whether the host node binds a property with `model:`. */
  get isModelled() {
    return this.fragment !== null && this.fragment.block.nodes[this.nodeIndex].model !== undefined;
  }

  /** Index of the host node in its block; -1 for a page. */
  get nodeIndex() {
    return this.fragment === null ? -1 : this.fragment.block.hostNodes[this.host];
  }

  /** Calls a lifetime of the component and its behaviors. */
  callLifetime(name, args) {
    this.callAll('lifetimes', name, args, name);
  }

  /** Calls a lifetime of the page for this component. */
  callPageLifetime(name, args) {
    this.callAll('pageLifetimes', name, args, `pageLifetimes.${name}`);
  }

  /** Whether the component uses a behavior, directly or not, or implements a trait. */
  hasBehavior(handle) {
    return this.definition.hasBehavior(handle) || (this.extra !== null && this.extra.implementations.has(handle));
  }

  callAll(table, name, args, what) {
    const fns = this.definition.traits[table][name];
    for (let i = 0; i < fns.length; i++) __handset.run(fns[i], this.instance, args, this.path, what, this);
    if (this.extra === null) return;
    for (const fn of this.extra[table][name] || EMPTY) __handset.run(fn, this.instance, args, this.path, what, this);
  }

  /** Observers of the definition, then those of the instance. */
  get observers() {
    const { observers } = this.definition.traits;
    return this.extra === null ? observers : observers.concat(this.extra.observers);
  }

  /** Relations of the definition and of the instance, by key. */
  get relations() {
    const { relations } = this.definition.traits;
    return this.extra === null ? relations : Object.assign({}, relations, this.extra.relations);
  }
}
__handset.ComponentNode = ComponentNode;

/** Where every component begins; making thousands of rows is faster without. */
Object.assign(ComponentNode.prototype, {
  isCreated: false, // `created` has run
  isReady: false,
  isDetached: false,
  isObserving: false,
  isRendering: false,
  extra: null, // what an instance has beside its definition (`chained_init.js`)
  awaited: null, // places of the observers that have to be called
  nesting: 0, // how deep property observers have called themselves by setting data
  isUnsettled: false, // slots have come or gone, and content has not been placed anew
});

/** Builds data, instance and shadow tree, then runs `created`. */
__handset.buildComponent = function (component) {
  const block = bodyBlock(component);
  beginComponent(component);
  if (block !== null) buildBody(component, block);
  tellCreated(component);
};

function beginComponent(component) {
  __handset.initialiseData(component);
  component.instance = __handset.createInstance(component);
  if (component.definition.traits.isChained) __handset.runInits(component);
}

/** The block of a component's own template; null if it has none. */
function bodyBlock(component) {
  const { template } = component.definition.config;
  const module = template ? __handset.templateModule(template) : null;
  return module === null ? null : module.main;
}

function buildBody(component, block) {
  component.changed = null; // the new tree has all that was set until now, not what is set while it is made
  component.body = __handset.createFragment(block, component, component.view, [], null, null);
  if (component.changed !== null) __handset.render(component);
}

/**
 * Builds a component and gives it its properties. A shadow tree in which no component can stand is made afterwards:
 * nobody can tell, and it need not be made with the defaults first.
 */
function buildWith(component, given) {
  const block = bodyBlock(component);
  if (block === null || block.mayHost) {
    __handset.buildComponent(component);
    __handset.setProperties(component, given);
    return;
  }
  beginComponent(component);
  tellCreated(component);
  __handset.setProperties(component, given);
  buildBody(component, block);
}

function tellCreated(component) {
  component.callLifetime('created', []);
  component.isCreated = true;
}

/** The component that a tag means in the templates of `owner`: its path, or null. */
function resolveTag(owner, tag) {
  if (owner.generics !== null && owner.generics.has(tag)) return owner.generics.get(tag);
  const { config } = owner.definition;
  if (config.using && Object.hasOwn(config.using, tag)) return config.using[tag];
  const generic = config.generics ? config.generics[tag] : undefined;
  return typeof generic === 'string' ? generic : null;
}

__handset.resolveTag = resolveTag;

function definitionOf(fragment, host, tag) {
  const { owner } = fragment;
  const { file } = fragment.block.definition;
  let path = resolveTag(owner, tag);
  const placeholder = __handset.placeholderFor(fragment, host, tag, path);
  if (placeholder !== null) path = resolveTag(owner, placeholder);
  if (path === null) return null;
  const definition = __handset.definition(path);
  if (definition === null && !unknown.has(path)) {
    unknown.add(path);
    __handset.warn(`<${tag}> in ${file}: the component '${path}' is not found`);
  }
  return definition;
}

function externalsOf(definition, given) {
  if (definition.externals.size === 0) return null;
  const externals = {};
  for (const [name, value] of given) {
    if (definition.externals.has(name)) externals[definition.externals.get(name)] = classText(value, definition.isNewer);
  }
  return externals;
}

/** Class text of a bound value; lists are joined, in any depth. In the newer generation false and 0 are names too. */
function classText(value, isNewer) {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map((item) => classText(item, true)).filter(Boolean).join(' ');
  const isNone = value === undefined || value === null || (!isNewer && !value);
  return isNone ? '' : __handset.textOf(value);
}
__handset.classText = classText;

/** What the template gives to a component at a host: `[[name, value]…]`. */
function givenTo(fragment, host, definition) {
  const { block } = fragment;
  const node = block.nodes[block.hostNodes[host]];
  const given = Object.keys(node.attrs || {}).map((name) => [name, node.attrs[name]]);
  for (const name of LOOKS) if (node[name] !== undefined && definition.takesLook(name)) given.push([name, node[name]]);
  for (const { index, host: owner, name } of block.looks) {
    if (owner === host && definition.takesLook(name)) given.push([name, fragment.values[index]]);
  }
  for (const local of fragment.block.local) {
    if (local.host === host) given.push([local.name, fragment.values[local.index]]);
  }
  return given;
}

/** Creates what stands at a host node: a component, or a plain node with its content. */
__handset.createHost = function (fragment, host) {
  const { owner, block } = fragment;
  const node = block.nodes[block.hostNodes[host]];
  const content = (node.content || []).map((index) => fragment.regions[index]);
  const definition = definitionOf(fragment, host, node.tag);
  if (definition === null) {
    for (const region of content) __handset.fillRegion(region);
    return;
  }
  const kept = __handset.adopt(definition, owner, fragment, host);
  const component = kept === null ? new ComponentNode(definition, owner.page, owner, fragment, host) : kept;
  component.generics = genericsOf(owner, node);
  const given = givenTo(fragment, host, definition);
  component.externals = externalsOf(definition, given);
  fragment.hosts[host] = component;
  if (kept === null) buildWith(component, given);
  else __handset.setProperties(component, given);
  component.content = content;
  __handset.fillContent(component);
};

function genericsOf(owner, node) {
  if (node.generics === undefined) return null;
  const generics = new Map();
  for (const name of Object.keys(node.generics)) {
    const path = resolveTag(owner, node.generics[name]);
    if (path !== null) generics.set(name, path);
  }
  return generics;
}

/** Carries an update of the outer template to a host: properties, external classes, content. */
__handset.updateHost = function (fragment, host, given, changed, force) {
  const component = fragment.hosts[host];
  if (component === null) {
    const node = fragment.block.nodes[fragment.block.hostNodes[host]];
    for (const index of node.content || EMPTY) __handset.updateRegion(fragment.regions[index], changed, force);
    return;
  }
  if (given !== undefined) {
    updateExternals(component, given);
    __handset.setProperties(component, given);
  }
  __handset.updateContent(component, changed, force);
};

function updateExternals(component, given) {
  const { externals, isNewer } = component.definition;
  if (externals.size === 0) return;
  for (const [name, value] of given) {
    if (!externals.has(name)) continue;
    component.externals = Object.assign({}, component.externals, { [externals.get(name)]: classText(value, isNewer) });
    if (component.scope > 0) component.page.staleScopes.add(component);
  }
}
