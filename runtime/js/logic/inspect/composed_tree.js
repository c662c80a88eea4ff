/**
 * What is on the screen, as JSON, for the WXML panel. Logic process.
 */

import { bare } from '../base/records.js';
import { outerPath } from '../base/source_places.js';
import { textValue } from '../base/texts.js';
import { HANDLER_BINDS, nodeBinds } from '../tree/nodes.js';
import { componentAt } from '../tree/places.js';

/**
 * What is on the screen, as JSON: `{tag, attr, children, ref, in?, is?, file, line}`; text is a string. `in`: the host of
 * the component whose template has the node; none for the page's own. Slots stand around what they show, without a ref.
 */
export function composedTree(component) {
  return component.body === null ? [] : describeFragment(component.body);
}

function describeFragment(fragment) {
  return describeNodes(fragment, fragment.block.definition.tree || []);
}

function describeNodes(fragment, tree) {
  const out = [];
  for (const child of tree) {
    if (typeof child === 'string') out.push(child);
    else if (child[0] === '$') out.push(textValue(fragment.values[child[1]]));
    else if (child[0] === '?') {
      const region = fragment.regions[child[1]];
      const inside = region.spec.kind === 'slot' ? slotNode(fragment, region, out) : out;
      for (const inner of region.list) for (const node of describeFragment(inner)) inside.push(node);
    } else out.push(describeNode(fragment, child[0], child[1] || []));
  }
  return out;
}

/** Adds a slot; where its content goes. */
function slotNode(fragment, region, out) {
  const slot = bare({ tag: 'slot', attr: bare(region.name === '' ? {} : { name: region.name }), children: [] });
  slot.file = outerPath(fragment.block.definition.file);
  markOwner(slot, fragment);
  out.push(slot);
  return slot.children;
}

function markOwner(out, { owner }) {
  if (owner.fragment !== null) out.in = [owner.fragment.id, owner.nodeIndex];
}

function describeNode(fragment, node, children) {
  const { nodes, definition } = fragment.block;
  const source = nodes[node];
  const out = bare({ tag: source.tag, attr: attributesOf(fragment, node), children: [], ref: [fragment.id, node] });
  out.file = outerPath(source.file || definition.file);
  out.line = source.line;
  markOwner(out, fragment);
  const component = componentAt(fragment, node);
  if (component !== null) {
    out.is = component.path;
    out.children = composedTree(component);
    return out;
  }
  out.children = describeNodes(fragment, children);
  return out;
}

/** What is written at a node, by name. */
export function attributesOf(fragment, node) {
  const source = fragment.block.nodes[node];
  const out = bare({});
  for (const name of ['id', 'class', 'style', 'slot', 'hidden']) if (source[name] !== undefined) out[name] = source[name];
  Object.assign(out, source.attrs);
  for (const name of Object.keys(source.data || {})) out[`data-${name}`] = source.data[name];
  for (const name of Object.keys(source.mark || {})) out[`mark:${name}`] = source.mark[name];
  for (const [type, form, handler] of source.events || []) out[`${form}:${type}`] = handler;
  for (const bind of nodeBinds(fragment.block, node)) {
    const value = fragment.values[bind.index];
    if (bind.kind === 'data') out[`data-${bind.name}`] = value;
    else if (bind.kind === 'mark') out[`mark:${bind.name}`] = value;
    else if (bind.kind === 'attr' || bind.kind === 'prop') out[bind.name] = value;
    else if (!HANDLER_BINDS.has(bind.kind)) out[bind.kind] = value;
  }
  return out;
}
