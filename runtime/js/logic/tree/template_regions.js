/**
 * `<template is>`: which template stands in a region, and with which data. Logic process.
 */

import { warn } from '../base/console.js';
import { isSame } from '../base/copy.js';
import { outerPath } from '../base/source_places.js';
import { replaceChildren } from './children.js';
import { createFragment, evaluateFor, hits, touchedFor } from './fragments.js';
import { handleRegions } from './region_kinds.js';
import { findTemplate, templateModule } from './templates.js';
import { updateFragment } from './update.js';

handleRegions('template', { fill: fillTemplate, update: updateTemplate });

function templateName(region) {
  const spec = region.spec;
  return spec.isOf ? evaluateFor(region.fragment, spec.isOf, '') : spec.is;
}

function templateData(region) {
  const data = region.spec.dataOf ? evaluateFor(region.fragment, region.spec.dataOf, null) : null;
  return typeof data === 'object' && data !== null ? data : {};
}

function fillTemplate(region) {
  const fragment = region.fragment;
  region.name = templateName(region);
  if (region.name === undefined || region.name === null || region.name === '') return;
  const { from, line } = region.spec;
  const module = from === undefined ? fragment.block.module : templateModule(from);
  const block = module === null ? null : findTemplate(module, String(region.name));
  if (block === null) {
    const where = `${outerPath(from || fragment.block.definition.file)}${line ? `:${line}` : ''}`;
    warn(`<template is="${region.name}"> in ${where}: no such template in the file or its imports`);
    return;
  }
  if (!fragment.owner.definition.isNewer && isInside(fragment, block)) {
    warnOfRecursion(region);
    return;
  }
  region.data = templateData(region);
  region.list = [createFragment(block, region, region.data, [])];
}

function isInside(fragment, block) {
  for (let at = fragment; at !== null; at = at.up) if (at.block === block) return true;
  return false;
}

/** Observed: the official compiler of 2020 leaves out a template inside itself, directly or through others. */
function warnOfRecursion({ fragment, spec, name }) {
  if (spec.isWarned) return;
  spec.isWarned = true;
  const where = `${spec.from || fragment.block.definition.file}${spec.line ? `:${spec.line}` : ''}`;
  warn(
    `<template is="${name}"> in ${where}: a template inside itself is left out; "componentFramework": "glass-easel" shows it`,
  );
}

/** Re-evaluates a `template` region. */
function updateTemplate(region, changed, force) {
  if (!force && !hits(region.spec.deps, changed)) return;
  const name = templateName(region);
  if (name !== region.name || region.list.length === 0) {
    replaceChildren(region, () => fillTemplate(region));
    return;
  }
  const former = region.data;
  const next = templateData(region);
  const inside = changedInside(region, former, next, changed);
  region.data = next;
  setData(region.list[0], next);
  updateFragment(region.list[0], inside, false);
}

/** The tree of what was set for the body of a template: members that differ, where known with what was set in them. */
function changedInside(region, former, next, changed) {
  const inside = Object.create(null);
  const { block, owner } = region.list[0];
  const set = block.isTelling && region.spec.touch ? touchedFor(region.fragment, region.spec.touch, changed, {}) : {};
  for (const key of Object.keys(next)) {
    if (next[key] === former[key]) continue;
    if (set[key] !== undefined || !block.isTelling || !isSameArray(next[key], former[key])) inside[key] = set[key] || true;
  }
  for (const key of Object.keys(former)) if (!(key in next)) inside[key] = true;
  // What was set to an equal value is told as well, except where telling would walk through a whole recursive structure.
  if (owner.definition.isNewer && !block.hasTemplate) {
    for (const key of Object.keys(set)) if (set[key] !== undefined) inside[key] = set[key];
  }
  return inside;
}

/** An array that is written in the markup is another one each time; nobody is told of it. Of an object all are told. */
function isSameArray(next, former) {
  return Array.isArray(next) && isSame(next, former);
}

function setData(fragment, data) {
  fragment.data = data;
  for (const region of fragment.regions) {
    if (region.spec.kind === 'template' || region.spec.kind === 'slot') continue;
    for (const child of region.list) setData(child, data);
  }
}
