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
    __handset.setData(fragment.owner, { [modelPath(fragment, node, name)]: value });
    remember(fragment, node, name, value);
  }
};

/** The place in the owner's data that a property or attribute is bound to with `model:`; null if it is not. */
function modelPath(fragment, node, name) {
  const { model } = fragment.block.nodes[node];
  const field = model === undefined ? undefined : model[name];
  if (Array.isArray(field)) return __handset.pathText(fragment.values[field[1]]);
  return field === undefined ? null : field;
}

/** A component has set its own property: what the parent bound with `model:` takes the value. */
__handset.tellModel = function (component, name, value) {
  if (component.fragment === null) return;
  const path = modelPath(component.fragment, component.nodeIndex, name);
  if (path !== null) __handset.setData(component.owner, { [path]: __handset.clone(value) });
};

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
__handset.collectFormFields = function (fragment, node, detail) {
  if (typeof detail !== 'object' || detail === null) return;
  if (typeof detail.value !== 'object' || detail.value === null) detail.value = {};
  collect(fragment.owner, detail.value, (inner, index) => isBelow(inner, index, fragment, node));
};

function collect(owner, values, isInForm) {
  __handset.walkTree(owner, (fragment, node) => {
    const component = __handset.componentAt(fragment, node);
    if (component === null || !isInForm(fragment, node)) return false;
    const { definition, data } = component;
    if (definition.hasBehavior('wx://form-field') && data.name !== undefined && data.name !== '') {
      values[data.name] = __handset.clone(data.value);
    }
    if (definition.hasBehavior('wx://form-field-group')) collect(component, values, () => true);
    return false;
  });
}

function isBelow(fragment, node, formFragment, formNode) {
  for (let at = { fragment, node }; at !== null; at = __handset.treeParent(at.fragment, at.node)) {
    if (at.fragment === formFragment && at.node === formNode) return true;
  }
  return false;
}
