/**
 * Two-way binding of built-in controls (`model:value="{{field}}"`) and form fields that are components. Logic process.
 */

import { clone } from '../base/copy.js';
import { componentAt, treeParent } from '../tree/places.js';
import { walkTree } from '../tree/walk_nodes.js';
import { setData } from './data.js';
import { modelPath } from './model_paths.js';

const CHECKED_BY_VALUE = new Set(['switch']);

/** Writes what the user has entered to the bound fields of the node's owner, before handlers run. */
export function applyModel(fragment, node, event) {
  const source = fragment.block.nodes[node];
  if (source.model === undefined || typeof event.detail !== 'object' || event.detail === null) return;
  if (componentAt(fragment, node) !== null) return;
  for (const name of Object.keys(source.model)) {
    const from = name === 'checked' && CHECKED_BY_VALUE.has(source.tag) ? 'value' : name;
    const value = event.detail[from];
    if (value === undefined) continue;
    setData(fragment.owner, { [modelPath(fragment, node, name)]: value });
    remember(fragment, node, name, value);
  }
}

/** The view shows this value already: it need not travel back. */
function remember(fragment, node, name, value) {
  const { block } = fragment;
  const index = block.binds.findIndex((bind) => bind[0] === node && bind[1] === 'attr' && bind[2] === name);
  if (index < 0 || fragment.stale === null || fragment.values[index] !== value) return;
  fragment.stale = fragment.stale.filter((other) => other !== index);
}

/**
 * Adds the values of `wx://form-field` components in a form to the detail of its submit event, those in the templates
 * of `wx://form-field-group` components too.
 */
export function collectFormFields(fragment, node, detail) {
  if (typeof detail !== 'object' || detail === null) return;
  if (typeof detail.value !== 'object' || detail.value === null) detail.value = {};
  collect(fragment.owner, detail.value, (inner, index) => isBelow(inner, index, fragment, node));
}

function collect(owner, values, isInForm) {
  walkTree(owner, (fragment, node) => {
    const component = componentAt(fragment, node);
    if (component === null || !isInForm(fragment, node)) return false;
    const { definition, data } = component;
    if (definition.hasBehavior('wx://form-field') && data.name !== undefined && data.name !== '') {
      values[data.name] = clone(data.value);
    }
    if (definition.hasBehavior('wx://form-field-group')) collect(component, values, () => true);
    return false;
  });
}

function isBelow(fragment, node, formFragment, formNode) {
  /** @type {ReturnType<typeof treeParent>} */
  let at = { fragment, node };
  for (; at !== null; at = treeParent(at.fragment, at.node)) {
    if (at.fragment === formFragment && at.node === formNode) return true;
  }
  return false;
}
