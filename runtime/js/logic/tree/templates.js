/**
 * Template modules. Logic process. A module is evaluated at first use. The definition of a block goes to the view with
 * its first instance.
 */

import { launched } from '../base/launched.js';
import { isNewerAt } from '../modules/generation.js';
import { evaluateSource } from '../modules/sources.js';
import { definitionForView, wxsOf } from '../modules/wxs.js';
import { Block, markReach, prepareBlock } from './blocks.js';
import { newerPrimitives, primitives } from './primitives.js';
import { operation } from '../../shared/wire/operations.js';

const modules = new Map();
let lastDefinition = 0;

/** A template file: `{path, main, templates, imports, blocks}`; null if the program has no such template. */
export function templateModule(path) {
  const known = modules.get(path);
  if (known !== undefined) return known;
  const source = launched.program.templates[path];
  if (source === undefined) return null;
  const make = evaluateSource(path, source, '', '', true);
  const module = { path, main: null, templates: new Map(), imports: [], blocks: [], wxs: undefined };
  const wxs = {};
  const isNewer = isNewerAt(path.replace(/\.wxml$/, ''));
  const compiled = make(isNewer ? newerPrimitives : primitives, wxs);
  Object.defineProperties(wxs, Object.getOwnPropertyDescriptors(wxsOf(compiled.wxs || {})));
  modules.set(path, module);
  module.imports = compiled.imports || [];
  module.wxs = compiled.wxs;
  module.blocks = compiled.blocks.map((block) => new Block(module, block));
  compiled.blocks.forEach((block, i) => prepareBlock(module.blocks[i], block));
  module.blocks.forEach((block) => markReach(block, new Set()));
  module.main = module.blocks[compiled.main === undefined ? 0 : compiled.main] || null;
  for (const name of Object.keys(compiled.templates || {})) {
    module.templates.set(name, module.blocks[compiled.templates[name]]);
  }
  return module;
}

/** The block of `<template is>` as seen from a module: its own templates first, then the imports, last one first. */
export function findTemplate(module, name) {
  const own = module.templates.get(name);
  if (own !== undefined) return own;
  for (let i = module.imports.length - 1; i >= 0; i--) {
    const imported = templateModule(module.imports[i]);
    if (imported !== null && imported.templates.has(name)) return imported.templates.get(name);
  }
  return null;
}

/**
 * The number under which the view knows a block, given at first use. The definition goes out again if the page that
 * carried it was closed before it was painted: then nobody may have seen it.
 */
export function definitionId(block, ops, page) {
  if (block.serial === 0) {
    lastDefinition += 1;
    block.serial = lastDefinition;
  }
  if (!block.isKnown) {
    block.isKnown = true;
    page.introduced.push(block);
    ops.push(operation.define(block.serial, definitionForView(block, ops, page)));
  }
  return block.serial;
}

/** Forgets prepared templates after a patch; instances of the old blocks live on until they are replaced. */
export function forgetTemplates(paths) {
  for (const path of paths) modules.delete(path);
}

/** Forgets all prepared templates. */
export function forgetAllTemplates() {
  modules.clear();
}
