'use strict';

/** The components that the tests of a file have loaded, by number. */

const path = require('path');

/** Number → { tag, part, definition, root }. */
const parts = new Map();
let last = 0;

function add(entry) {
  last += 1;
  parts.set(last, entry);
  return last;
}

function partOfPath(file, tag, root, uses) {
  return add({ tag, part: { path: path.resolve(file), uses: uses || {} }, definition: null, root: path.resolve(root) });
}

function partOfDefinition(definition) {
  const uses = definition.usingComponents || {};
  const part = { template: definition.template || '', uses };
  return add({ tag: definition.tagName || 'main', part, definition, root: '' });
}

/** The root of the first component with one, in what a component is made of. */
function rootOf(id) {
  const seen = new Set();
  const roots = [];
  const visit = (number) => {
    if (seen.has(number) || !parts.has(number)) return;
    seen.add(number);
    const { part, root } = parts.get(number);
    if (root !== '') roots.push(root);
    for (const use of Object.values(part.uses)) if (typeof use === 'number') visit(use);
  };
  visit(id);
  return roots.length === 0 ? process.cwd() : roots.reduce(common);
}

function common(one, other) {
  const names = one.split(path.sep);
  const others = other.split(path.sep);
  let same = 0;
  while (same < names.length && names[same] === others[same]) same += 1;
  return names.slice(0, same).join(path.sep) || path.sep;
}

/** What `id` is made of, numbered from 0 on as the compiler wants it: [parts, place of each number]. */
function partsOf(id) {
  const order = [];
  const visit = (number) => {
    if (order.includes(number)) return;
    order.push(number);
    for (const use of Object.values(parts.get(number).part.uses)) if (typeof use === 'number') visit(use);
  };
  visit(id);
  const place = new Map(order.map((number, index) => [number, index]));
  const placed = order.map((number) => {
    const { part } = parts.get(number);
    const uses = {};
    for (const [tag, use] of Object.entries(part.uses)) uses[tag] = typeof use === 'number' ? place.get(use) : use;
    return { ...part, uses };
  });
  return { order, placed };
}

module.exports = { partOfDefinition, partOfPath, parts, partsOf, rootOf };
