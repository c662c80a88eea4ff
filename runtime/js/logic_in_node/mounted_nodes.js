/**
 * What tests see of mounted components: the elements on the screen, the nodes that a selector finds, the tree of
 * `toJSON`. A place is `{fragment, node}`.
 */

import { textOf, textValue } from '../logic/base/texts.js';
import { handlersOf, moveWxs, templateAttributes } from '../logic/inspect/trees.js';
import { nodeClass, nodeField } from '../logic/tree/nodes.js';
import { componentAt } from '../logic/tree/places.js';
import { nodesThatFit, parseToolSelector } from '../logic/tree/selectors.js';

/** Where a component stands; null for one that is mounted. */
export function hostPlace(component) {
  return component.fragment === null ? null : { fragment: component.fragment, node: component.nodeIndex };
}

/** The places in a component's own template that fit a selector. */
export function find(component, selector) {
  const steps = parseToolSelector(String(selector));
  return steps === null ? [] : nodesThatFit(component, steps, true);
}

/** What is below a component on the screen: texts, and places with what `describe` makes of them. */
export function childrenOf(component, describe) {
  return component.body === null ? [] : ofFragment(component.body, describe);
}

function ofFragment(fragment, describe) {
  return ofTree(fragment, fragment.block.definition.tree || [], describe);
}

function ofTree(fragment, tree, describe) {
  const out = [];
  for (const child of tree) {
    if (typeof child === 'string') out.push(child);
    else if (child[0] === '$') out.push(textValue(fragment.values[child[1]]));
    else if (child[0] === '?') {
      for (const inner of fragment.regions[child[1]].list) out.push(...ofFragment(inner, describe));
    } else {
      const component = componentAt(fragment, child[0]);
      const children = component === null ? ofTree(fragment, child[1] || [], describe) : childrenOf(component, describe);
      // A virtual host gives way to what is in it.
      if (component !== null && component.definition.isVirtual) out.push(...children);
      else out.push(describe(fragment, child[0], component, children));
    }
  }
  return out;
}

/** The elements below a component: `{fragment, node, tag, is, classes, style, data, children}`. */
export const elementsOf = (component) => childrenOf(component, element);

/** One element, be it on the screen or not. */
export const shownElement = (fragment, node) => withChildren(fragment, node, element);

function element(fragment, node, component, children) {
  return {
    fragment,
    node,
    tag: fragment.block.nodes[node].tag,
    is: component === null ? undefined : component.path,
    classes: classesOf(fragment.owner, nodeClass(fragment, node)),
    style: textValue(nodeField(fragment, node, 'style')),
    data: dataOf(fragment, node),
    children,
  };
}

/**
 * Names of classes, each with the component in whose template it is written. For external ones those given from outside
 * stand there, if there are any.
 */
function classesOf(owner, text) {
  return wordsOf(text).flatMap((word) => {
    const given = givenFor(owner, word);
    return given === null || given.length === 0 ? [[word, owner]] : given;
  });
}

/** What is given from outside for an external class; null for any other. */
function givenFor(owner, word) {
  if (![...owner.definition.externals.values()].includes(word)) return null;
  const text = owner.externals === null || owner.owner === null ? undefined : owner.externals[word];
  return wordsOf(text || '').flatMap((outer) => givenFor(owner.owner, outer) || [[outer, owner.owner]]);
}

const wordsOf = (text) => text.split(/\s+/).filter((word) => word !== '');

function dataOf(fragment, node) {
  const attributes = templateAttributes(fragment, node);
  const names = Object.keys(attributes).filter((name) => name.startsWith('data-'));
  return names.map((name) => [name, attributes[name] === undefined ? '' : textOf(attributes[name])]);
}

/** A node for `toJSON`, with what is below it: `{tag, is, attrs, events, children}`. */
export const snapshotOf = (fragment, node) => withChildren(fragment, node, described);

function withChildren(fragment, node, describe) {
  const component = componentAt(fragment, node);
  if (component !== null) return describe(fragment, node, component, childrenOf(component, describe));
  const tree = treeAt(fragment.block.definition.tree || [], node) || [];
  return describe(fragment, node, null, ofTree(fragment, tree, describe));
}

/** The same for what is below a component that is mounted. */
export const snapshotBelow = (component) => childrenOf(component, described);

function treeAt(tree, node) {
  for (const child of tree) {
    if (typeof child === 'string' || child[0] === '$' || child[0] === '?') continue;
    if (child[0] === node) return child[1] || [];
    const inside = treeAt(child[1] || [], node);
    if (inside !== null) return inside;
  }
  return null;
}

function described(fragment, node, component, children) {
  const source = fragment.block.nodes[node];
  const attributes = templateAttributes(fragment, node);
  const events = handlersOf(fragment, node);
  moveWxs(source.change, attributes, events);
  const { properties } = component === null ? { properties: new Map() } : component.definition.traits;
  const attrs = [];
  for (const name of Object.keys(attributes)) {
    if (!properties.has(name)) attrs.push({ name, value: attributes[name] });
  }
  return { tag: source.tag, is: component === null ? undefined : component.path, attrs, events, children };
}
