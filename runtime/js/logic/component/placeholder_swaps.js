/**
 * When the page has been painted with a placeholder, the component is made and takes its place: a new instance with the
 * properties and the content of the host node. Logic process.
 */

import { EMPTY } from '../tree/fragments.js';
import { attachComponent, dropComponent, dropFragment } from '../tree/lifetimes.js';
import { definitionAt } from './definitions.js';
import { createHost } from './hosts.js';
import { prepareFor } from './placeholders.js';

/** The page shows its placeholders: what they stand for is prepared. */
export function replacePlaceholders(page) {
  if (!page.isReady) return;
  for (const { fragment, host, path } of page.placeholders.splice(0)) {
    prepareFor(page, path);
    definitionAt(path);
    if (!fragment.isDropped) replaceHost(fragment, host);
  }
}

function replaceHost(fragment, host) {
  const { owner, block } = fragment;
  const node = block.hostNodes[host];
  const content = (block.nodes[node].content || []).map((index) => fragment.regions[index]);
  const former = fragment.hosts[host];
  // The content of a plain element is known to the view by its own regions.
  const shown = former === null ? content.map((region) => [region.index, region.list.length]) : [];
  if (former === null) for (const region of content) for (const child of region.list) dropFragment(child);
  else dropComponent(former);
  for (const region of content) region.list = EMPTY;
  fragment.hosts[host] = null;
  createHost(fragment, host);
  const component = fragment.hosts[host];
  if (component === null) return;
  owner.page.staleHosts.push({ component, shown });
  if (owner.isAttached) attachComponent(component);
}
