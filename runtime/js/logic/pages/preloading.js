/**
 * preloadRule: when a page is on the screen, the packages that app.json names for it are fetched, so that their components
 * are there. Logic process. All packages lie on the disk; the host says whether the phone's network would do it, and tells
 * the timeline. Source: framework guide, preloading of subpackages.
 */

import { complain } from '../base/console.js';
import { askDesk } from '../base/desk_calls.js';
import { launched } from '../base/launched.js';
import { isPackageThere, packageArrived } from '../component/placeholders.js';
import { packagePreloaded } from './timeline.js';

const USUAL_NETWORK = 'wifi';

/** @param {{path: string}} page */
export function preloadFor(page) {
  const { preloadRule, subPackages = [] } = launched.program.app;
  const rule = preloadRule && typeof preloadRule === 'object' ? preloadRule[page.path] : undefined;
  if (rule === undefined || rule === null || !Array.isArray(rule.packages)) return;
  const meant = subPackages.filter(({ root, name }) => rule.packages.includes(root) || rule.packages.includes(name || root));
  const roots = meant.map(({ root }) => root).filter((root) => !isPackageThere(root));
  if (roots.length === 0) return;
  const began = Date.now();
  try {
    if (askDesk('handset.preloads', { page: page.path, network: rule.network || USUAL_NETWORK, packages: roots }) !== true) return;
  } catch (error) {
    complain(error.message);
    return;
  }
  for (const root of roots) {
    packageArrived(root);
    packagePreloaded(root, began);
  }
}
