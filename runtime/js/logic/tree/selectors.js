/**
 * Selectors: `#id`, `.a.b`, descendant, `>`, `>>>` (into shadow trees), `,`. Logic process.
 * Used by selectComponent and, through the API bridge, by selector queries and observers. Tools of the desk
 * (`inspect/found_nodes.js`) may write tags, `*`, `[name]` and `[name=value]` besides.
 */

import { warn } from '../base/console.js';
import { nodeClass, nodeDataset, nodeField, nodeId } from './nodes.js';
import { componentAt, treeParent } from './places.js';
import { walkTree } from './walk_nodes.js';

const cache = new Map();
const STEP = /^(#[^\s>.#,]+)?((?:\.[^\s>.#,]+)*)$/;
const TOOL_STEP = /^(\*|[A-Za-z][\w-]*)?(#[^\s>.#,\u0002]+)?((?:\.[^\s>.#,\u0002]+)*)((?:\u0002\d+\u0002)*)$/;
const BRACKETS = /\[\s*([\w:-]+)\s*(?:=\s*(?:"([^"]*)"|'([^']*)'|([^\]"'\s]+))\s*)?\]/g;

/** A selector as a list of alternatives; each is a list of steps `{join, id, classes}`, first to last. */
function parse(text) {
  const known = cache.get(text);
  if (known !== undefined) return known;
  const alternatives = [];
  for (const part of text.split(',')) {
    const steps = parseSteps(part.trim(), programStep);
    if (steps !== null) alternatives.push(steps);
    else warn(`selector "${text}": only #id, .class, descendant, > and >>> are supported`);
  }
  cache.set(text, alternatives);
  return alternatives;
}

/** The same for tools; steps have `{tag, attributes}` besides. Null if it is none. @param {string} text */
export function parseToolSelector(text) {
  if (text.includes('\u0002')) return null;
  const attributes = [];
  const plain = text.replace(BRACKETS, (_all, name, a, b, c) => {
    attributes.push({ name, value: [a, b, c].find((one) => one !== undefined) });
    return `\u0002${attributes.length - 1}\u0002`;
  });
  const alternatives = plain.split(',').map((part) => parseSteps(part.trim(), (word) => toolStep(word, attributes)));
  return alternatives.includes(null) ? null : alternatives;
}

function programStep(word) {
  const match = STEP.exec(word);
  return match === null ? null : { id: idOf(match[1]), classes: classesOf(match[2]) };
}

function toolStep(word, attributes) {
  const match = TOOL_STEP.exec(word);
  if (match === null) return null;
  const numbers = match[4].split('\u0002').filter(Boolean);
  return {
    id: idOf(match[2]),
    classes: classesOf(match[3]),
    tag: match[1] === '*' ? undefined : match[1],
    attributes: numbers.map((number) => attributes[Number(number)]),
  };
}

const idOf = (text) => (text === undefined ? null : text.slice(1));
const classesOf = (text) => (text === '' ? [] : text.slice(1).split('.'));

function parseSteps(text, stepOf) {
  const words = text.replace(/>>>/g, ' \u0001 ').replace(/>/g, ' > ').split(/\s+/).filter(Boolean);
  const steps = [];
  let join = ' ';
  for (const word of words) {
    if (word === '>') join = '>';
    else if (word === '\u0001') join = '>>>';
    else {
      const step = stepOf(word);
      if (step === null) return null;
      steps.push({ join, ...step });
      join = ' ';
    }
  }
  return steps.length === 0 || join !== ' ' ? null : steps;
}

function fits(step, at) {
  if (step.id !== null && nodeId(at.fragment, at.node) !== step.id) return false;
  if (step.tag !== undefined && at.fragment.block.nodes[at.node].tag !== step.tag) return false;
  if (step.attributes !== undefined && !step.attributes.every((wanted) => hasAttribute(at, wanted))) return false;
  if (step.classes.length === 0) return true;
  const classes = nodeClass(at.fragment, at.node).split(/\s+/);
  return step.classes.every((name) => classes.includes(name));
}

function hasAttribute({ fragment, node }, { name, value }) {
  const camel = (text) => text.replace(/-(\w)/g, (_all, letter) => letter.toUpperCase());
  const given = name.startsWith('data-')
    ? nodeDataset(fragment, node)[camel(name.slice(5))]
    : nodeField(fragment, node, camel(name));
  if (given === undefined || given === null || given === false) return false;
  return value === undefined || String(given) === value;
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
  return nodesThatFit(component, parse(selector), isAll);
}

/** The same for a selector that has been taken apart (`parseToolSelector`). */
export function nodesThatFit(component, alternatives, isAll) {
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
