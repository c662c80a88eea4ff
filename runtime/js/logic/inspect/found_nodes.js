/**
 * Message FindNodes: the elements that a tool's selector finds, with what a test wants to know of each. Logic process.
 * Selectors are those of the base library (tree/selectors.js). Sends Inspected.
 */

import { post } from '../base/post.js';
import { bare } from '../base/records.js';
import { onMessage } from '../base/tasks.js';
import { textOf } from '../base/texts.js';
import { flush } from '../pages/flush.js';
import { pages } from '../pages/stack.js';
import { nodeField } from '../tree/nodes.js';
import { componentAt, composedParent } from '../tree/places.js';
import { nodesThatFit, parseToolSelector } from '../tree/selectors.js';
import { walkTree } from '../tree/walk_nodes.js';
import { describedNode } from './trees.js';
import { toHost } from '../../shared/wire/logic.js';

/** Their text goes on in the line; that of all others stands for itself. */
const INLINE = new Set(['text', 'span', 'label']);

/** Calls `visit` with a component and all in its tree, and in theirs. */
function eachComponent(component, visit) {
  visit(component);
  walkTree(component, (fragment, node) => {
    const inner = componentAt(fragment, node);
    if (inner !== null) eachComponent(inner, visit);
    return false;
  });
}

function nodeAt(page, ref) {
  const fragment = page.shown.get(ref[0]);
  return fragment === undefined || fragment.block.nodes[ref[1]] === undefined ? null : { fragment, node: ref[1] };
}

function isInside(at, root) {
  for (let up = composedParent(at.fragment, at.node); up !== null; up = composedParent(up.fragment, up.node)) {
    if (up.fragment === root.fragment && up.node === root.node) return true;
  }
  return false;
}

/** What a selector finds from one component on. */
function foundFrom(component, selector, isDeep) {
  if (!isDeep) return nodesThatFit(component, selector, true);
  const found = [];
  eachComponent(component, (inner) => found.push(...nodesThatFit(inner, selector, true)));
  return found;
}

function foundWithin(root, selector, isDeep) {
  const inner = componentAt(root.fragment, root.node);
  const own = inner === null ? [] : foundFrom(inner, selector, isDeep);
  const beside = foundFrom(root.fragment.owner, selector, isDeep).filter((at) => isInside(at, root));
  return [...own, ...beside];
}

/** In the order of the screen, each once. */
function ordered(page, found) {
  const wanted = new Map(found.map((at) => [`${at.fragment.id}.${at.node}`, at]));
  if (wanted.size < 2) return [...wanted.values()];
  const out = [];
  visitComposed(page.root, ([id, node]) => {
    const key = `${id}.${node}`;
    if (wanted.has(key)) out.push(wanted.get(key));
    wanted.delete(key);
  });
  return [...out, ...wanted.values()];
}

/** What is written in a component's tag comes where its slot is. */
function visitComposed(component, visit) {
  if (component.body !== null) visitFragment(component.body, visit);
}

function visitFragment(fragment, visit) {
  visitNodes(fragment, fragment.block.definition.tree || [], visit);
}

function visitNodes(fragment, tree, visit) {
  for (const child of tree) {
    if (typeof child === 'string' || child[0] === '$') continue;
    if (child[0] === '?') {
      for (const inner of fragment.regions[child[1]].list) visitFragment(inner, visit);
      continue;
    }
    visit([fragment.id, child[0]]);
    const component = componentAt(fragment, child[0]);
    if (component === null) visitNodes(fragment, child[1] || [], visit);
    else visitComposed(component, visit);
  }
}

function shownText(children) {
  let text = '';
  for (const child of children) {
    if (typeof child === 'string') text += child;
    else text += INLINE.has(child.tag) ? shownText(child.children) : ` ${shownText(child.children)} `;
  }
  return text;
}

function isHidden(fragment, node) {
  if (nodeField(fragment, node, 'hidden')) return true;
  const style = nodeField(fragment, node, 'style');
  return style !== undefined && style !== null && /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/.test(textOf(style));
}

function factsOf({ fragment, node }) {
  const described = describedNode(fragment, node);
  const around = [];
  let hidden = isHidden(fragment, node);
  for (let up = composedParent(fragment, node); up !== null; up = composedParent(up.fragment, up.node)) {
    around.push({ ref: [up.fragment.id, up.node], tag: up.fragment.block.nodes[up.node].tag });
    hidden = hidden || isHidden(up.fragment, up.node);
  }
  const out = bare({
    ref: described.ref,
    tag: described.tag,
    attr: described.attr,
    text: shownText(described.children),
    own_text: described.children.filter((child) => typeof child === 'string').join(' '),
    around,
  });
  if (hidden) out.is_hidden = true;
  if (described.is !== undefined) out.is = described.is;
  return out;
}

/** @param {any} page @param {import('../../shared/wire/program_questions.js').FindNodes} message */
function answerTo(page, { selector, within = [], is_deep: isDeep = false }) {
  flush();
  const roots = within.map((ref) => nodeAt(page, ref)).filter((at) => at !== null);
  if (selector === '') return roots.map(factsOf);
  const steps = parseToolSelector(selector);
  if (steps === null) return `"${selector}" is no selector`;
  const found = within.length === 0
    ? foundFrom(page.root, steps, isDeep)
    : roots.flatMap((root) => foundWithin(root, steps, isDeep));
  return ordered(page, found).map(factsOf);
}

onMessage('find-nodes', (message) => {
  const page = pages.get(message.page_id || 0);
  const value = page === undefined ? null : answerTo(page, message);
  post(toHost.inspected({ request_id: message.request_id, value }));
});
