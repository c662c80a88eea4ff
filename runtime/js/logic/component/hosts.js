/**
 * Components in the tree: what stands behind a host node. Logic process.
 * Creation order: the shadow tree with the component's own data, `created`, the properties that the parent gives,
 * then the content written inside the tag. Attaching is a separate walk (`lifetimes.js`).
 */

import { warn } from '../base/console.js';
import { classText } from '../tree/class_text.js';
import { fillContent, updateContent } from '../tree/content.js';
import { EMPTY, createBody, fillRegion } from '../tree/fragments.js';
import { handleHosts } from '../tree/region_kinds.js';
import { adopt } from '../tree/reuse.js';
import { templateModule } from '../tree/templates.js';
import { updateRegion } from '../tree/update.js';
import { runInits } from './chained_init.js';
import { ComponentNode } from './component_node.js';
import { initialiseData, initialiseWith, render, setProperties } from './data.js';
import { definitionAt } from './definitions.js';
import { giftsAt, givenBy } from './gifts.js';
import { placeholderFor } from './placeholders.js';

const unknown = new Set();

handleHosts({ create: createHost, update: updateHost });

/** Builds data, instance and shadow tree, then runs `created`. */
export function buildComponent(component) {
  const block = bodyBlock(component);
  beginComponent(component);
  if (block !== null) buildBody(component, block);
  tellCreated(component);
}

function beginComponent(component) {
  initialiseData(component);
  if (component.definition.traits.isChained) runInits(component);
}

/** The block of a component's own template; null if it has none. */
function bodyBlock(component) {
  const { template } = component.definition.config;
  const module = template ? templateModule(template) : null;
  return module === null ? null : module.main;
}

function buildBody(component, block) {
  component.changed = null; // the new tree has all that was set until now, not what is set while it is made
  component.body = createBody(block, component);
  if (component.changed !== null) render(component);
}

/**
 * Builds a component and gives it its properties. A shadow tree in which no component can stand is made afterwards:
 * nobody can tell, and it need not be made with the defaults first. The same holds for the data if nothing of the
 * component runs until then.
 */
function buildWith(component, gifts, values) {
  const block = bodyBlock(component);
  if (block === null || block.mayHost) {
    buildComponent(component);
    setProperties(component, givenBy(gifts, values));
    return;
  }
  if (component.definition.runsEarly) {
    beginComponent(component);
    tellCreated(component);
    setProperties(component, givenBy(gifts, values));
  } else {
    initialiseWith(component, gifts, values);
    component.isCreated = true;
  }
  buildBody(component, block);
}

function tellCreated(component) {
  component.callLifetime('created', EMPTY);
  component.isCreated = true;
}

function definitionOf(fragment, host, tag) {
  const { owner } = fragment;
  const { file } = fragment.block.definition;
  let path = owner.resolveTag(tag);
  const placeholder = placeholderFor(fragment, host, tag, path);
  if (placeholder !== null) path = owner.resolveTag(placeholder);
  if (path === null) return null;
  const definition = definitionAt(path);
  if (definition === null && !unknown.has(path)) {
    unknown.add(path);
    warn(`<${tag}> in ${file}: the component '${path}' is not found`);
  }
  return definition;
}

function externalsOf(definition, gifts, values) {
  if (definition.externals.size === 0) return null;
  const given = givenBy(gifts, values);
  const externals = {};
  for (let i = 0; i < given.length; i += 2) {
    const external = definition.externals.get(given[i]);
    if (external !== undefined) externals[external] = classText(given[i + 1], definition.isNewer);
  }
  return externals;
}

/** Creates what stands at a host node: a component, or a plain node with its content. */
export function createHost(fragment, host) {
  const { owner, block } = fragment;
  const node = block.nodes[block.hostNodes[host]];
  const content = contentAt(fragment, node);
  const definition = definitionOf(fragment, host, node.tag);
  if (definition === null) {
    for (const region of content) fillRegion(region);
    return;
  }
  const kept = adopt(definition, owner, fragment, host);
  const component = kept === null ? new ComponentNode(definition, owner.page, owner, fragment, host) : kept;
  component.generics = genericsOf(owner, node);
  const gifts = giftsAt(block, host, definition);
  component.externals = externalsOf(definition, gifts, fragment.values);
  fragment.hosts[host] = component;
  if (kept === null) buildWith(component, gifts, fragment.values);
  else setProperties(component, givenBy(gifts, fragment.values));
  component.content = content;
  fillContent(component);
}

/** The regions of what is written inside a host's tag. */
function contentAt(fragment, node) {
  if (node.content === undefined) return EMPTY;
  const content = [];
  for (let i = 0; i < node.content.length; i++) content.push(fragment.regions[node.content[i]]);
  return content;
}

function genericsOf(owner, node) {
  if (node.generics === undefined) return null;
  const generics = new Map();
  for (const name of Object.keys(node.generics)) {
    const path = owner.resolveTag(node.generics[name]);
    if (path !== null) generics.set(name, path);
  }
  return generics;
}

/** Carries an update of the outer template to a host: properties, external classes, content. */
function updateHost(fragment, host, given, changed, force) {
  const component = fragment.hosts[host];
  if (component === null) {
    const node = fragment.block.nodes[fragment.block.hostNodes[host]];
    for (const index of node.content || EMPTY) updateRegion(fragment.regions[index], changed, force);
    return;
  }
  if (given !== null) {
    updateExternals(component, given);
    setProperties(component, given);
  }
  updateContent(component, changed, force);
}

function updateExternals(component, given) {
  const { externals, isNewer } = component.definition;
  if (externals.size === 0) return;
  for (let i = 0; i < given.length; i += 2) {
    const external = externals.get(given[i]);
    if (external === undefined) continue;
    component.externals = { ...component.externals, [external]: classText(given[i + 1], isNewer) };
    if (component.scope > 0) component.page.staleScopes.add(component);
  }
}
