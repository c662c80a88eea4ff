/**
 * Message Describe: the rendered tree as JSON, to be printed and compared. Logic process. Sends Inspected.
 * `template` is the tree of one template: a component is a tag with what is written inside it, a slot is a tag.
 * `composed` is what is on the screen: shadow trees under their hosts, content in the slots.
 */
'use strict';

const { receivers } = __handset;
const HANDLERS = new Set(['event', 'wxsevent', 'handler']);
const OWN_FIELDS = ['id', 'class', 'style', 'slot', 'hidden'];

function dashed(name) {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** Attributes of a node by the names that a template has for them; the values keep their types. */
function attributesOf(fragment, node) {
  const source = fragment.block.nodes[node];
  const out = {};
  for (const name of OWN_FIELDS) if (source[name] !== undefined) out[name] = source[name];
  Object.assign(out, source.attrs);
  for (const name of Object.keys(source.data || {})) out[`data-${dashed(name)}`] = source.data[name];
  for (const name of Object.keys(source.mark || {})) out[`mark:${name}`] = source.mark[name];
  for (const bind of __handset.nodeBinds(fragment.block, node)) {
    const value = fragment.values[bind.index];
    if (bind.kind === 'data') out[`data-${dashed(bind.name)}`] = value;
    else if (bind.kind === 'mark') out[`mark:${bind.name}`] = value;
    else if (bind.kind === 'attr' || bind.kind === 'prop') out[bind.name] = value;
    else if (!HANDLERS.has(bind.kind)) out[bind.kind] = value;
  }
  for (const name of Object.keys(out)) if (typeof out[name] === 'function') delete out[name];
  return out;
}

/** Event handlers as `{"bind:tap": name}`; those of wxs modules are functions of the view and left out. */
function eventsOf(fragment, node) {
  const source = fragment.block.nodes[node];
  const out = {};
  for (const [type, form, handler, index] of source.events || []) {
    const name = index === undefined || index < 0 ? handler : fragment.values[index];
    if (typeof name === 'string') out[`${form}:${type}`] = name;
  }
  return out;
}

class Describer {
  constructor(isComposed) {
    this.isComposed = isComposed;
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
      else if (child[0] === '$') out.push(__handset.textValue(fragment.values[child[1]]));
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
    const out = { tag: source.tag, attr: attributesOf(fragment, node), events: eventsOf(fragment, node), children: [] };
    if (source.generics !== undefined) out.generics = source.generics;
    out.ref = [fragment.id, node];
    const component = __handset.componentAt(fragment, node);
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
    if (!__handset.isDynamic(component)) {
      return content.flatMap((index) => this.region(fragment.regions[index]));
    }
    return component.slots.flatMap((region) => region.list.flatMap((child) => this.fragment(child)));
  }
}

function slotTag(region) {
  const attr = Object.assign({}, region.data);
  if (region.name !== '') attr.name = region.name;
  if (region.spec.slot !== undefined) attr.slot = region.spec.slot;
  return { tag: 'slot', attr, events: {}, children: [] };
}

function componentOf(page, ref) {
  return __handset.componentByRef(page, ref) || page.root;
}

receivers.describe = function (message) {
  const page = __handset.pages.get(message.page_id || 0);
  let value = null;
  if (page !== undefined) {
    __handset.flush();
    value = new Describer(message.form === 'composed').component(componentOf(page, message.ref));
  }
  __handset.post({ m: 'inspected', request_id: message.request_id, value });
};
