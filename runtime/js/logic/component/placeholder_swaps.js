/**
 * Placeholders: what stands for a component that is not there yet (componentPlaceholder). Logic process.
 *
 * A component is not there if it lies in a package that no page has been opened from, or, with lazyCodeLoading, until
 * the page has rendered it once. When the page has been painted with the placeholder, the component is made and takes
 * its place: a new instance with the properties and the content of the host node.
 * Source: framework guide, placeholders and injection on demand.
 */
'use strict';

const loadedPackages = new Set(['']);

function packageOf(path) {
  const found = (__handset.program.app.subPackages || []).find(({ root }) => path.startsWith(`${root}/`));
  return found === undefined ? '' : found.root;
}

function isThere(page, path) {
  if (!loadedPackages.has(packageOf(path))) return false;
  return __handset.program.app.lazyCodeLoading !== 'requiredComponents' || page.prepared.has(path);
}

/** A page has been opened: its package is there, with all its components. */
__handset.packageOpened = function (pagePath) {
  loadedPackages.add(packageOf(pagePath));
};

/** The tag that stands for another one at a host node now; null if the component itself can stand there. */
__handset.placeholderFor = function (fragment, host, tag, path) {
  const { owner } = fragment;
  const { placeholders } = owner.definition.config;
  if (path === null || !placeholders || !Object.hasOwn(placeholders, tag) || isThere(owner.page, path)) return null;
  owner.page.placeholders.push({ fragment, host, path });
  return placeholders[tag];
};

/** The page shows its placeholders: what they stand for is prepared. */
__handset.replacePlaceholders = function (page) {
  if (!page.isReady) return;
  for (const { fragment, host, path } of page.placeholders.splice(0)) {
    page.prepared.add(path);
    loadedPackages.add(packageOf(path));
    __handset.definition(path);
    if (!fragment.isDropped) replaceHost(fragment, host);
  }
};

function replaceHost(fragment, host) {
  const { owner, block } = fragment;
  const node = block.hostNodes[host];
  const content = (block.nodes[node].content || []).map((index) => fragment.regions[index]);
  const former = fragment.hosts[host];
  // The content of a plain element is known to the view by its own regions.
  const shown = former === null ? content.map((region) => [region.index, region.list.length]) : [];
  if (former === null) for (const region of content) for (const child of region.list) __handset.dropFragment(child);
  else __handset.dropComponent(former);
  for (const region of content) region.list = __handset.EMPTY;
  fragment.hosts[host] = null;
  __handset.createHost(fragment, host);
  const component = fragment.hosts[host];
  if (component === null) return;
  owner.page.staleHosts.push({ component, shown });
  if (owner.isAttached) __handset.attachComponent(component);
}
