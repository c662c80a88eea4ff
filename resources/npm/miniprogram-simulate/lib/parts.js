'use strict';

/** The components that the tests of a file have loaded, and where their scripts are. */

const path = require('path');
const { trimmed } = require('./markup');

/** Where the compiler puts what a test defines. */
const OWN = /^handset-simulate\/part(\w+)\.js$/;
/** Number → { tag, part, definition, root }. */
const parts = new Map();
/** Tag that any template may use → number: components that a test has defined with an `id`. */
const everywhere = new Map();
/** Path of a component in the compiled program → folder that it is relative to. */
const roots = new Map();
/** Path of a component in the compiled program → the tag that it has wherever it is used. */
const tags = new Map();
// Numbers count on in the compiler, which keeps what it has compiled for the tests of another file.
const session = Date.now().toString(36);
let last = 0;

function add(entry, name) {
  last += 1;
  const id = `${session}_${last}`;
  if (name !== undefined) everywhere.set(String(name), id);
  parts.set(id, entry);
  return id;
}

/** A component by its path without ending; `uses` are put over its own usingComponents. */
function partOfPath(file, tag, root, uses) {
  return add({ tag, part: { path: path.resolve(file), uses }, definition: null, root: path.resolve(root) });
}

/** A component that a test defines. */
function partOfDefinition(definition) {
  const uses = definition.usingComponents || {};
  const part = { template: trimmed(definition.template || ''), uses };
  return add({ tag: definition.tagName || 'main', part, definition, root: '' }, definition.id);
}

/** What `id` is made of, itself first, as the compiler wants it. */
function partsOf(id) {
  const order = [];
  const visit = (number) => {
    if (order.includes(number) || !parts.has(number)) return;
    order.push(number);
    for (const use of Object.values(parts.get(number).part.uses)) visit(use);
  };
  visit(id);
  for (const number of everywhere.values()) visit(number);
  return order.map((number) => ({ id: number, ...parts.get(number).part }));
}

/** What the compiler is asked for. */
function requestFor(id) {
  return { root: rootOf(id), parts: partsOf(id), everywhere: Object.fromEntries(everywhere) };
}

/** The folder that holds the roots of all that a component is made of. */
function rootOf(id) {
  const found = partsOf(id).map((part) => parts.get(part.id).root).filter((root) => root !== '');
  return found.length === 0 ? process.cwd() : found.reduce(common);
}

function common(one, other) {
  const names = one.split(path.sep);
  const others = other.split(path.sep);
  let same = 0;
  while (same < names.length && names[same] === others[same]) same += 1;
  return names.slice(0, same).join(path.sep) || path.sep;
}

/** The paths of a compiled program are relative to this folder. */
function place(program, root) {
  for (const name of Object.keys(program.components)) {
    const known = roots.get(name);
    if (known !== undefined && known !== root && !name.startsWith('handset-simulate/')) {
      throw new Error(`"${name}" is a component below ${known} and below ${root}: load both with the same rootPath`);
    }
    roots.set(name, root);
  }
}

/**
 * A component that is a file has the tag by which it has been loaded, or by which it was used first in what has been; so do
 * its classes. `components`: path → `{using}`.
 */
function noteTags(id, components) {
  const seen = new Set();
  const visit = (component, tag) => {
    if (seen.has(component) || components[component] === undefined) return;
    seen.add(component);
    if (isFile(component)) tags.set(component, tag);
    for (const [key, used] of Object.entries(components[component].using || {})) visit(used, key);
  };
  const { entry, tag } = parts.get(id);
  visit(entry, tag);
  for (const part of partsOf(id).slice(1)) {
    const loaded = parts.get(part.id);
    if (loaded.definition === null || loaded.definition.tagName) tags.set(loaded.entry, loaded.tag);
  }
}

/** The tag of a component that stands behind `tag` in a template. */
const tagOf = (component, tag) => tags.get(component) || tag;

/** What the test has defined, if this is the script of it. */
function definitionOf(script) {
  const own = OWN.exec(script);
  return own === null || !parts.has(own[1]) ? undefined : parts.get(own[1]).definition;
}

/** The module that a component's script is, without ending. */
function scriptOf(script) {
  const name = script.replace(/\.\w+$/, '');
  return path.join(roots.get(name) || process.cwd(), name);
}

/** Whether a component is a file of a library: its classes have its tag before them. */
function isFile(component) {
  return !component.startsWith('handset-simulate/');
}

module.exports = {
  definitionOf, isFile, noteTags, partOfDefinition, partOfPath, parts, place, requestFor, scriptOf, tagOf,
};
