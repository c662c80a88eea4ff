/**
 * Message Describe: the rendered tree as JSON, to be printed and compared. Logic process. Sends Inspected.
 * `template` is the tree of one template: a component is a tag with what is written inside it, a slot is a tag.
 * `composed` is what is on the screen: shadow trees under their hosts, content in the slots; `snapshot` is the same with
 * values that keep their types (`typed`).
 */

import { post } from '../base/post.js';
import { bare, bareClass } from '../base/records.js';
import { onMessage } from '../base/tasks.js';
import { textValue } from '../base/texts.js';
import { flush } from '../pages/flush.js';
import { pages } from '../pages/stack.js';
import { isDynamic } from '../tree/content_regions.js';
import { nodeBinds } from '../tree/nodes.js';
import { componentAt, componentByRef } from '../tree/places.js';
import { toHost } from '../../shared/wire/logic.js';

const HANDLERS = new Set(['event', 'wxsevent', 'handler']);
const OWN_FIELDS = ['id', 'class', 'style', 'slot', 'hidden'];

function dashed(name) {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** Attributes of a node by the names that a template has for them; the values keep their types. */
export function templateAttributes(fragment, node) {
  const source = fragment.block.nodes[node];
  const out = bare({});
  for (const name of OWN_FIELDS) if (source[name] !== undefined) out[name] = source[name];
  Object.assign(out, source.attrs);
  for (const name of Object.keys(source.data || {})) out[`data-${dashed(name)}`] = source.data[name];
  for (const name of Object.keys(source.mark || {})) out[`mark:${name}`] = source.mark[name];
  for (const bind of nodeBinds(fragment.block, node)) {
    const value = fragment.values[bind.index];
    if (bind.kind === 'data') out[`data-${dashed(bind.name)}`] = value;
    else if (bind.kind === 'mark') out[`mark:${bind.name}`] = value;
    else if (bind.kind === 'attr' || bind.kind === 'prop') out[bind.name] = value;
    else if (!HANDLERS.has(bind.kind)) out[bind.kind] = value;
  }
  return out;
}

/** Without functions, which JSON does not know. */
function asJson(attributes) {
  for (const name of Object.keys(attributes)) if (typeof attributes[name] === 'function') delete attributes[name];
  return attributes;
}

/** A value as JSON: objects are `{object: [[key, value]]}`, keys sorted; what JSON does not know is `{plain: text}`. */
function typed(value, around = []) {
  if (typeof value === 'function') return { plain: '[Function]' };
  if (Object.is(value, -0)) return { plain: '-0' };
  if (value === undefined || (typeof value === 'number' && !Number.isSafeInteger(value))) return { plain: String(value) };
  if (typeof value !== 'object' || value === null) return value;
  if (around.includes(value)) return { plain: '[Circular]' };
  const inside = [...around, value];
  if (Array.isArray(value)) return Array.from(value, (item) => typed(item, inside));
  return { object: Object.keys(value).sort().map((key) => [key, typed(value[key], inside)]) };
}

function typedValues(attributes) {
  return Object.fromEntries(Object.keys(attributes).map((name) => [name, typed(attributes[name])]));
}

/** Event handlers as `{"bind:tap": handler}`. */
export function handlersOf(fragment, node) {
  const out = {};
  for (const [type, form, handler, index] of fragment.block.nodes[node].events || []) {
    out[`${form}:${type}`] = index === undefined || index < 0 ? handler : fragment.values[index];
  }
  return out;
}

/** Names of handlers; those of wxs modules are functions of the view and left out. */
function eventsOf(fragment, node) {
  const handlers = handlersOf(fragment, node);
  for (const name of Object.keys(handlers)) if (typeof handlers[name] !== 'string') delete handlers[name];
  return handlers;
}

/** What library snapshots have of wxs handlers and observers: attributes of their own. */
export function moveWxs(change, attributes, handlers) {
  const functions = {};
  for (const name of Object.keys(change || {})) functions[`$wxs:change:${name}`] = asJson;
  for (const name of Object.keys(handlers)) {
    if (typeof handlers[name] !== 'function') continue;
    functions[`$wxs:${name}`] = handlers[name];
    delete handlers[name];
  }
  if (Object.keys(functions).length > 0) Object.assign(attributes, functions, { $gdc: asJson });
}

class Describer {
  constructor(form) {
    this.isComposed = form !== 'template';
    this.isTyped = form === 'snapshot';
  }

  /** Attributes and events of a node. */
  described(fragment, node) {
    const attributes = templateAttributes(fragment, node);
    if (!this.isTyped) return { attr: asJson(attributes), events: eventsOf(fragment, node) };
    const handlers = handlersOf(fragment, node);
    moveWxs(fragment.block.nodes[node].change, attributes, handlers);
    return { attr: typedValues(attributes), events: typedValues(handlers) };
  }

  component(component) {
    return component.body === null ? [] : this.fragment(component.body);
  }

  fragment(fragment) {
    return this.nodes(fragment, fragment.block.definition.tree || []);
  }

  nodes(fragment, tree) {
    const out = [];
    for (const child of tree) {
      if (typeof child === 'string') out.push(child);
      else if (child[0] === '$') out.push(textValue(fragment.values[child[1]]));
      else if (child[0] === '?') out.push(...this.region(fragment.regions[child[1]]));
      else out.push(this.node(fragment, child[0], child[1] || []));
    }
    return out;
  }

  region(region) {
    const { spec } = region;
    if (spec.kind === 'slot' && !this.isComposed) return [slotTag(region)];
    const out = [];
    for (const child of region.list) out.push(...this.fragment(child));
    return out;
  }

  node(fragment, node, children) {
    const source = fragment.block.nodes[node];
    const out = bare({ tag: source.tag, ...this.described(fragment, node), children: [] });
    if (source.generics !== undefined) out.generics = source.generics;
    out.ref = [fragment.id, node];
    const component = componentAt(fragment, node);
    if (component === null) {
      out.children = this.nodes(fragment, children);
      return out;
    }
    out.is = component.path;
    out.properties = [...component.definition.traits.properties.keys()];
    out.isVirtual = component.definition.isVirtual;
    out.children = this.isComposed ? this.component(component) : this.content(fragment, node, component);
    return out;
  }

  content(fragment, node, component) {
    const content = fragment.block.nodes[node].content || [];
    if (!isDynamic(component)) {
      return content.flatMap((index) => this.region(fragment.regions[index]));
    }
    return component.slots.flatMap((region) => region.list.flatMap((child) => this.fragment(child)));
  }
}
bareClass(Describer);

function slotTag(region) {
  const attr = bare({ ...region.data });
  if (region.name !== '') attr.name = region.name;
  if (region.spec.slot !== undefined) attr.slot = region.spec.slot;
  return { tag: 'slot', attr, events: {}, children: [] };
}

/** One node of the composed tree with all in it, as of `composed`. */
export function describedNode(fragment, node) {
  return new Describer('composed').node(fragment, node, childrenOf(fragment.block.definition.tree || [], node) || []);
}

function childrenOf(tree, node) {
  for (const child of tree) {
    if (typeof child === 'string' || child[0] === '$' || child[0] === '?') continue;
    if (child[0] === node) return child[1] || [];
    const inside = childrenOf(child[1] || [], node);
    if (inside !== null) return inside;
  }
  return null;
}

function componentOf(page, ref) {
  return componentByRef(page, ref) || page.root;
}

onMessage('describe', (message) => {
  const page = pages.get(message.page_id || 0);
  let value = null;
  if (page !== undefined) {
    flush();
    value = new Describer(message.form).component(componentOf(page, message.ref));
  }
  post(toHost.inspected({ request_id: message.request_id, value }));
});
