/**
 * Selectors: `#id`, `.a.b`, descendant, `>`, `>>>` (into shadow trees), `,`. Logic process.
 * Used by selectComponent and, through the API bridge, by selector queries and observers.
 */

import { warn } from '../base/console.js';
import { nodeClass, nodeId } from './nodes.js';
import { componentAt, treeParent } from './places.js';
import { walkTree } from './walk_nodes.js';

const cache = new Map();
const STEP = /^(#[^\s>.#,]+)?((?:\.[^\s>.#,]+)*)$/;

/** A selector as a list of alternatives; each is a list of steps `{join, id, classes}`, first to last. */
function parse(text) {
  const known = cache.get(text);
  if (known !== undefined) return known;
  const alternatives = [];
  for (const part of text.split(',')) {
    const steps = parseSteps(part.trim());
    if (steps !== null) alternatives.push(steps);
    else warn(`selector "${text}": only #id, .class, descendant, > and >>> are supported`);
  }
  cache.set(text, alternatives);
  return alternatives;
}

function parseSteps(text) {
  const words = text.replace(/>>>/g, ' \u0001 ').replace(/>/g, ' > ').split(/\s+/).filter(Boolean);
  const steps = [];
  let join = ' ';
  for (const word of words) {
    if (word === '>') join = '>';
    else if (word === '\u0001') join = '>>>';
    else {
      const match = STEP.exec(word);
      if (match === null || word === '') return null;
      steps.push({
        join,
        id: match[1] === undefined ? null : match[1].slice(1),
        classes: match[2] === '' ? [] : match[2].slice(1).split('.'),
      });
      join = ' ';
    }
  }
  return steps.length === 0 || join !== ' ' ? null : steps;
}

function fits(step, at) {
  if (step.id !== null && nodeId(at.fragment, at.node) !== step.id) return false;
  if (step.classes.length === 0) return true;
  const classes = nodeClass(at.fragment, at.node).split(/\s+/);
  return step.classes.every((name) => classes.includes(name));
}

function hostOf(at) {
  const component = at.fragment.owner;
  return component.fragment === null ? null : { fragment: component.fragment, node: component.nodeIndex };
}

function matches(steps, last, at, root) {
  if (!fits(steps[last], at)) return false;
  if (last === 0) return steps[0].join === '>>>' || at.fragment.owner === root;
  const { join } = steps[last];
  if (join === '>>>') {
    for (let up = above(at, root); up !== null; up = above(up, root)) if (matches(steps, last - 1, up, root)) return true;
    return false;
  }
  for (let up = treeParent(at.fragment, at.node); up !== null; ) {
    if (matches(steps, last - 1, up, root)) return true;
    if (join === '>') return false;
    up = treeParent(up.fragment, up.node);
  }
  return false;
}

function above(at, root) {
  const up = treeParent(at.fragment, at.node);
  if (up !== null) return up;
  return at.fragment.owner === root ? null : hostOf(at);
}

/**
 * Nodes that a selector finds in the tree of a component (or page), in document order.
 * @returns {{fragment: object, node: number}[]}
 */
export function selectNodes(component, selector, isAll) {
  const alternatives = parse(selector);
  const isDeep = alternatives.some((steps) => steps.some((step) => step.join === '>>>'));
  const found = [];
  function visit(fragment, node) {
    const at = { fragment, node };
    if (alternatives.some((steps) => matches(steps, steps.length - 1, at, component))) {
      found.push(at);
      if (!isAll) return true;
    }
    if (isDeep) {
      const inner = componentAt(fragment, node);
      if (inner !== null && walkTree(inner, visit)) return true;
    }
    return false;
  }
  if (alternatives.length > 0) walkTree(component, visit);
  return found;
}

/** Components that a selector finds. Without `isAll` it is the first node, and nothing if that is none. */
export function selectComponents(component, selector, isAll) {
  const found = selectNodes(component, selector, isAll).map(({ fragment, node }) => componentAt(fragment, node));
  return found.filter((inner) => inner !== null);
}
