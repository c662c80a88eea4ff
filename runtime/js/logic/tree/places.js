/**
 * Where a node stands: what is around it, which component is at it. Logic process. A node is a pair (fragment, index in the
 * block's nodes).
 */

/** The component at a node, or null. */
export function componentAt(fragment, node) {
  const host = fragment.block.hostOf.get(node);
  return host === undefined ? null : fragment.hosts[host];
}

/** The component at a node of the page, by its reference; the page itself without one, null where there is none. */
export function componentByRef(page, ref) {
  if (!Array.isArray(ref) || ref.length !== 2) return page.root;
  const fragment = page.shown.get(ref[0]);
  return fragment === undefined ? null : componentAt(fragment, ref[1]);
}

/** The components that a page shows, in the order in which they came: `[{ref, is}]`. */
export function componentsOf(page) {
  const found = [];
  for (const fragment of page.shown.values()) {
    for (const [node, host] of fragment.block.hostOf) {
      const component = fragment.hosts[host];
      if (component) found.push({ ref: [fragment.id, node], is: component.path });
    }
  }
  return found;
}

/** The enclosing node in the template where the node is written; null at the root of that tree. */
export function treeParent(fragment, node) {
  const parent = fragment.block.nodes[node].parent;
  if (parent >= 0) return { fragment, node: parent };
  for (let at = fragment; at.region !== null; at = at.up) {
    if (at.region.spec.node >= 0) return { fragment: at.up, node: at.region.spec.node };
  }
  return null;
}

/** The enclosing node on the screen: through slots into shadow trees, out of them to the host; null at the page. */
export function composedParent(fragment, node) {
  const parent = fragment.block.nodes[node].parent;
  if (parent >= 0) return { fragment, node: parent };
  let at = fragment;
  for (;;) {
    if (at.place !== null) {
      const region = at.place;
      if (region.spec.at >= 0) return { fragment: region.fragment, node: region.spec.at };
      if (region.spec.node >= 0) return { fragment: region.fragment, node: region.spec.node };
      at = region.fragment;
    } else if (at.region === null) {
      const component = at.owner;
      return component.fragment === null ? null : { fragment: component.fragment, node: component.nodeIndex };
    } else if (isHidden(at)) {
      return null;
    } else if (at.region.spec.node >= 0) {
      return { fragment: at.up, node: at.region.spec.node };
    } else at = at.up;
  }
}

function isHidden(fragment) {
  const { spec } = fragment.region;
  return spec.kind === 'content' && fragment.up.hosts[spec.host] !== null;
}
