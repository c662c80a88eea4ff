/**
 * Nodes, when somebody asks for them: id, class, dataset, marks, attributes. Logic process. A node is a pair (fragment,
 * index in the block's nodes).
 */

import { clone } from '../base/copy.js';
import { asPlain, bare } from '../base/records.js';
import { textOf } from '../base/texts.js';
import { classText } from './class_text.js';

export const HANDLER_BINDS = new Set(['event', 'wxsevent', 'handler']);

export function nodeBinds(block, node) {
  if (block.bindsOfNode === null) {
    block.bindsOfNode = block.nodes.map(() => []);
    block.binds.forEach((bind, i) => {
      if (bind[0] >= 0) block.bindsOfNode[bind[0]].push({ kind: bind[1], name: bind[2], index: i });
    });
  }
  return block.bindsOfNode[node];
}

function field(fragment, node, kind) {
  for (const bind of nodeBinds(fragment.block, node)) if (bind.kind === kind) return fragment.values[bind.index];
  return fragment.block.nodes[node][kind];
}

/** The `id` of a node. */
export function nodeId(fragment, node) {
  const id = field(fragment, node, 'id');
  return id === undefined || id === null || id === false ? '' : textOf(id);
}

/** The `class` of a node as it stands in the template. */
export const nodeClass = (fragment, node) => classText(field(fragment, node, 'class'), fragment.owner.definition.isNewer);

/** The value of an attribute of a node, as the template has it now. `name` in camel case. */
export function nodeAttribute(fragment, node, name) {
  const bind = nodeBinds(fragment.block, node).find((one) => one.kind === 'attr' && one.name === name);
  return bind === undefined ? (fragment.block.nodes[node].attrs || {})[name] : fragment.values[bind.index];
}

const OWN_FIELDS = ['id', 'class', 'style', 'slot', 'hidden'];

/** What a node has by this name, be it a field of its own, an attribute or a property. `name` in camel case. */
export function nodeField(fragment, node, name) {
  if (OWN_FIELDS.includes(name)) return field(fragment, node, name);
  const bind = nodeBinds(fragment.block, node).find((one) => one.kind === 'prop' && one.name === name);
  return bind === undefined ? nodeAttribute(fragment, node, name) : fragment.values[bind.index];
}

function members(fragment, node, kind) {
  const out = bare({ ...fragment.block.nodes[node][kind] });
  for (const bind of nodeBinds(fragment.block, node)) {
    if (bind.kind === kind) out[bind.name] = clone(fragment.values[bind.index]);
  }
  return asPlain(out);
}

/** The dataset of a node; a fresh copy. */
export const nodeDataset = (fragment, node) => members(fragment, node, 'data');

/** The marks of a node itself. */
export const nodeMark = (fragment, node) => members(fragment, node, 'mark');
