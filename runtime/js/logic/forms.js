/**
 * Two-way binding of built-in controls (`model:value="{{field}}"`) and form fields that are components. Logic process.
 */
'use strict';

const CHECKED_BY_VALUE = new Set(['switch']);

/** Writes what the user has entered to the bound fields of the node's owner, before handlers run. */
__handset.applyModel = function (fragment, node, event) {
  const source = fragment.block.nodes[node];
  if (source.model === undefined || typeof event.detail !== 'object' || event.detail === null) return;
  if (__handset.componentAt(fragment, node) !== null) return;
  for (const name of Object.keys(source.model)) {
    const from = name === 'checked' && CHECKED_BY_VALUE.has(source.tag) ? 'value' : name;
    const value = event.detail[from];
    if (value === undefined) continue;
    __handset.setData(fragment.owner, { [source.model[name]]: value });
    remember(fragment, node, name, value);
  }
};

/** The view shows this value already: it need not travel back. */
function remember(fragment, node, name, value) {
  const { block } = fragment;
  const index = block.binds.findIndex((bind) => bind[0] === node && bind[1] === 'attr' && bind[2] === name);
  if (index < 0 || fragment.stale === null || fragment.values[index] !== value) return;
  fragment.stale = fragment.stale.filter((other) => other !== index);
}

/** Adds the values of `wx://form-field` components in a form to the detail of its submit event. */
__handset.collectFormFields = function (fragment, node, detail) {
  if (typeof detail !== 'object' || detail === null) return;
  if (typeof detail.value !== 'object' || detail.value === null) detail.value = {};
  const { owner } = fragment;
  __handset.walkTree(owner, (inner, index) => {
    const component = __handset.componentAt(inner, index);
    if (component !== null && component.definition.hasBehavior('wx://form-field') && isBelow(inner, index, fragment, node)) {
      const name = component.data.name;
      if (name !== undefined && name !== '') detail.value[name] = __handset.clone(component.data.value);
    }
    return false;
  });
};

function isBelow(fragment, node, formFragment, formNode) {
  for (let at = { fragment, node }; at !== null; at = __handset.treeParent(at.fragment, at.node)) {
    if (at.fragment === formFragment && at.node === formNode) return true;
  }
  return false;
}
