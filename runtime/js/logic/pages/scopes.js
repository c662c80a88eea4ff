/**
 * Style scopes: which classes mean what inside a component (wire ops `P`, `S`, `X`). Logic process.
 * Components of one kind in one parent scope share a scope, unless they take external classes.
 */

import { operation } from '../../shared/wire/operations.js';

const FORM_PARTS = ['group', 'button'];

/** The number of the scope in which a component's own nodes stand; declares it in `ops` at first use. */
export function scopeOf(component, ops) {
  if (component.owner === null) return 0;
  if (component.scope >= 0) return component.scope;
  const { page, definition } = component;
  const parent = scopeOf(component.owner, ops);
  const isShared = definition.externals.size === 0;
  const key = `${parent} ${component.path}`;
  if (isShared && page.scopes.has(key)) {
    component.scope = page.scopes.get(key);
    return component.scope;
  }
  page.lastScope += 1;
  component.scope = page.lastScope;
  if (isShared) page.scopes.set(key, component.scope);
  const { path, isolation } = definition;
  const prefix = prefixOf(path);
  const ext = component.externals || {};
  const scope = { path, prefix, mode: isolation, parent, ext, virtual: definition.isVirtual };
  if (definition.ownsStyle) scope.ownsStyle = true;
  const form = FORM_PARTS.filter((part) => definition.hasBehavior(`wx://form-field-${part}`));
  if (form.length > 0) scope.form = form;
  ops.push(operation.defineScope(component.scope, scope));
  if (definition.config.style && !page.styles.has(path)) {
    page.styles.add(path);
    ops.push(operation.useStyle(path, prefix, isolation));
  }
  return component.scope;
}

function prefixOf(path) {
  return path.replace(/[^A-Za-z0-9_-]/g, '-');
}

/** What keeps the sheet of the app away from a page, and the page's own away from components, if the page says so. */
export function isolatePage(definition, ops) {
  const { path, isolation } = definition;
  if (!isolation.startsWith('page-')) return;
  const prefix = prefixOf(path);
  ops.push(operation.defineScope(0, { path, prefix, mode: isolation, parent: null, ext: {}, virtual: false }));
  ops.push(operation.useStyle(path, prefix, isolation));
}
