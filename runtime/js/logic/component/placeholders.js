/**
 * Placeholders: what stands for a component that is not there yet (componentPlaceholder). Logic process.
 *
 * A component is not there if it lies in a package that no page has been opened from and that was not preloaded, or, with lazyCodeLoading, until
 * the page has rendered it once. `placeholder_swaps.js` puts the component in its place.
 * Source: framework guide, placeholders and injection on demand.
 */

import { launched } from '../base/launched.js';

const loadedPackages = new Set(['']);

function packageOf(path) {
  const found = (launched.program.app.subPackages || []).find(({ root }) => path.startsWith(`${root}/`));
  return found === undefined ? '' : found.root;
}

function isThere(page, path) {
  if (!loadedPackages.has(packageOf(path))) return false;
  return launched.program.app.lazyCodeLoading !== 'requiredComponents' || page.prepared.has(path);
}

/** Whether a package has come, by its root. */
export const isPackageThere = (root) => loadedPackages.has(root);

/** A package has come before a page of it was opened. */
export function packageArrived(root) {
  loadedPackages.add(root);
}

/** A page (or a component) has been opened: its package is there, with all its components. */
export function packageOpened(path) {
  loadedPackages.add(packageOf(path));
}

/** A component is made for the page all the same: from now on it is there, with its package. */
export function prepareFor(page, path) {
  page.prepared.add(path);
  packageOpened(path);
}

/** The tag that stands for another one at a host node now; null if the component itself can stand there. */
export function placeholderFor(fragment, host, tag, path) {
  const { owner } = fragment;
  const { placeholders } = owner.definition.config;
  if (path === null || !placeholders || !Object.hasOwn(placeholders, tag) || isThere(owner.page, path)) return null;
  owner.page.placeholders.push({ fragment, host, path });
  return placeholders[tag];
}
