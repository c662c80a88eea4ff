/**
 * What a template gives to the component at a host node: attributes, bound or not, in the order of the template. Logic
 * process; used when the component is made. Worked out once for all instances of a block.
 */

import { bare } from '../base/records.js';

const LOOKS = ['class', 'style', 'hidden'];

/**
 * What a block gives to components of a definition at a host: `names`; for each the property that it means (undefined if
 * there is none), and the index of its value, or -1 and the value in `fixed`.
 */
export function giftsAt(block, host, definition) {
  const known = block.gifts[host];
  if (known !== undefined && known.traits === definition.traits) return known;
  const { traits } = definition;
  const all = inOrder(collected(block, host, definition), block.nodes[block.hostNodes[host]].order);
  const gifts = bare({
    traits,
    names: all.map(({ name }) => name),
    properties: all.map(({ name }) => traits.properties.get(name)),
    indexes: all.map(({ index }) => index),
    fixed: all.map(({ fixed }) => fixed),
  });
  block.gifts[host] = gifts;
  return gifts;
}

function collected(block, host, definition) {
  const node = block.nodes[block.hostNodes[host]];
  const all = Object.keys(node.attrs || {}).map((name) => ({ name, index: -1, fixed: node.attrs[name] }));
  for (const name of LOOKS) {
    if (node[name] !== undefined && definition.takesLook(name)) all.push({ name, index: -1, fixed: node[name] });
  }
  for (const { index, host: owner, name } of block.looks) {
    if (owner === host && definition.takesLook(name)) all.push({ name, index, fixed: undefined });
  }
  for (const { index, host: owner, name } of block.local) {
    if (owner === host) all.push({ name, index, fixed: undefined });
  }
  return all;
}

function inOrder(all, order) {
  return order === undefined ? all : all.sort((one, other) => order.indexOf(one.name) - order.indexOf(other.name));
}

/** One of them, of an instance of the block with these values. */
export const giftAt = (gifts, i, values) => (gifts.indexes[i] < 0 ? gifts.fixed[i] : values[gifts.indexes[i]]);

/** All of them: names and values in turn. */
export function givenBy(gifts, values) {
  const given = [];
  for (let i = 0; i < gifts.names.length; i++) given.push(gifts.names[i], giftAt(gifts, i, values));
  return given;
}
