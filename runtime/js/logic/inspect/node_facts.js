/**
 * What one node carries and what its template sees there, for the Wxml panel. Logic process; asked by `evaluator.js`.
 * Runs nothing of the program.
 */

import { preview } from '../base/preview.js';
import { bare } from '../base/records.js';
import { relationsOf } from '../component/relations.js';
import { nodeDataset, nodeMark } from '../tree/nodes.js';
import { componentAt } from '../tree/places.js';

const DEPTH = 3;

/** `runtime/protocol/previews.py`, NodeFacts; null if the page has no such node. */
export function nodeFacts(page, ref) {
  const fragment = page.shown.get(ref[0]);
  const source = fragment === undefined ? undefined : fragment.block.nodes[ref[1]];
  if (source === undefined) return null;
  const { owner } = fragment;
  const out = bare({
    owner: owner.path,
    owner_ref: owner.fragment === null ? [] : [owner.fragment.id, owner.nodeIndex],
    file: source.file || fragment.block.definition.file,
    line: source.line,
    tag: source.tag,
    dataset: preview(nodeDataset(fragment, ref[1]), DEPTH),
    mark: preview(nodeMark(fragment, ref[1]), DEPTH),
    handlers: handlersOf(fragment, ref[1]),
    loop: fragment.loop.map((value) => preview(value, DEPTH)),
  });
  if (isInTemplate(fragment)) out.given = preview(fragment.data, DEPTH);
  const component = componentAt(fragment, ref[1]);
  if (component !== null) describeComponent(out, component);
  return out;
}

/** A `<template>` sees the data that it was given, all else sees that of its page or component. */
function isInTemplate(fragment) {
  for (let at = fragment; at.region !== null; at = at.up) if (at.region.spec.kind === 'template') return true;
  return false;
}

function describeComponent(out, component) {
  const { properties } = component.definition.traits;
  const data = bare({});
  for (const name of Object.keys(component.data)) if (!properties.has(name)) data[name] = component.data[name];
  out.is = component.path;
  out.data = preview(data, DEPTH);
  out.properties = [...properties].map(([name, property]) => [name, typeName(property), preview(component.data[name], DEPTH)]);
  out.relations = relationsOf(component);
}

function typeName({ type, optional }) {
  const names = [type, ...optional].map((one) => (typeof one === 'function' ? one.name : 'any'));
  return [...new Set(names)].join(' | ');
}

/** `bind:tap` and the name of the handler; those of wxs modules are functions and have none. */
function handlersOf(fragment, node) {
  const found = [];
  for (const [type, form, handler, index] of fragment.block.nodes[node].events || []) {
    const value = index === undefined || index < 0 ? handler : fragment.values[index];
    found.push([`${form}:${type}`, typeof value === 'string' ? value : 'wxs']);
  }
  return found;
}
