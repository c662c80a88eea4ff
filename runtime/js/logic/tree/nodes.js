/**
 * Nodes, when somebody asks for them: id, class, dataset, marks, parents, walking, and the tree as JSON.
 * Logic process. A node is a pair (fragment, index in the block's nodes).
 */
'use strict';

const HANDLERS = new Set(['event', 'wxsevent', 'handler']);

function bindsOf(block, node) {
  if (block.bindsOfNode === null) {
    block.bindsOfNode = block.nodes.map(() => []);
    block.binds.forEach((bind, i) => {
      if (bind[0] >= 0) block.bindsOfNode[bind[0]].push({ kind: bind[1], name: bind[2], index: i });
    });
  }
  return block.bindsOfNode[node];
}

/** The values of a node: `[{kind, name, index}…]`. */
__handset.nodeBinds = bindsOf;

function field(fragment, node, kind) {
  for (const bind of bindsOf(fragment.block, node)) if (bind.kind === kind) return fragment.values[bind.index];
  return fragment.block.nodes[node][kind];
}

/** The `id` of a node. */
__handset.nodeId = function (fragment, node) {
  const id = field(fragment, node, 'id');
  return id === undefined || id === null || id === false ? '' : __handset.textOf(id);
};

/** The `class` of a node as it stands in the template. */
__handset.nodeClass = (fragment, node) => __handset.classText(field(fragment, node, 'class'), fragment.owner.definition.isNewer);

/** The value of an attribute of a node, as the template has it now. `name` in camel case. */
__handset.nodeAttribute = function (fragment, node, name) {
  const bind = bindsOf(fragment.block, node).find((one) => one.kind === 'attr' && one.name === name);
  return bind === undefined ? (fragment.block.nodes[node].attrs || {})[name] : fragment.values[bind.index];
};

function members(fragment, node, kind) {
  const out = Object.assign({}, fragment.block.nodes[node][kind]);
  for (const bind of bindsOf(fragment.block, node)) {
    if (bind.kind === kind) out[bind.name] = __handset.clone(fragment.values[bind.index]);
  }
  return out;
}

/** The dataset of a node; a fresh copy. */
__handset.nodeDataset = (fragment, node) => members(fragment, node, 'data');

/** The marks of a node itself. */
__handset.nodeMark = (fragment, node) => members(fragment, node, 'mark');

/** The component at a node, or null. */
__handset.componentAt = function (fragment, node) {
  const host = fragment.block.hostOf.get(node);
  return host === undefined ? null : fragment.hosts[host];
};

/** The component at a node of the page, by its reference; the page itself without one, null where there is none. */
__handset.componentByRef = function (page, ref) {
  if (!Array.isArray(ref) || ref.length !== 2) return page.root;
  const fragment = page.shown.get(ref[0]);
  return fragment === undefined ? null : __handset.componentAt(fragment, ref[1]);
};

/** The components that a page shows, in the order in which they came: `[{ref, is}]`. */
__handset.componentsOf = function (page) {
  const found = [];
  for (const fragment of page.shown.values()) {
    for (const [node, host] of fragment.block.hostOf) {
      const component = fragment.hosts[host];
      if (component) found.push({ ref: [fragment.id, node], is: component.path });
    }
  }
  return found;
};

/** The enclosing node in the template where the node is written; null at the root of that tree. */
__handset.treeParent = function (fragment, node) {
  const parent = fragment.block.nodes[node].parent;
  if (parent >= 0) return { fragment, node: parent };
  for (let at = fragment; at.region !== null; at = at.up) {
    if (at.region.spec.node >= 0) return { fragment: at.up, node: at.region.spec.node };
  }
  return null;
};

/** The enclosing node on the screen: through slots into shadow trees, out of them to the host; null at the page. */
__handset.composedParent = function (fragment, node) {
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
};

function isHidden(fragment) {
  const { spec } = fragment.region;
  return spec.kind === 'content' && fragment.up.hosts[spec.host] !== null;
}

/**
 * Visits the elements of one template tree in document order (content of components included, shadow trees not).
 * `visit(fragment, node)` returns true to stop; so does the walk.
 */
__handset.walkTree = function (component, visit) {
  return component.body !== null && walkFragment(component.body, visit);
};

function walkFragment(fragment, visit) {
  return !fragment.isDropped && walkNodes(fragment, fragment.block.definition.tree || [], visit);
}

function walkNodes(fragment, tree, visit) {
  for (const child of tree) {
    if (typeof child === 'string' || child[0] === '$') continue;
    if (child[0] === '?') {
      if (walkRegion(fragment.regions[child[1]], visit)) return true;
      continue;
    }
    if (visit(fragment, child[0])) return true;
    const isHost = fragment.block.hostOf.has(child[0]);
    if (isHost ? walkContent(fragment, child[0], visit) : walkNodes(fragment, child[1] || [], visit)) return true;
  }
  return false;
}

function walkContent(fragment, node, visit) {
  const component = __handset.componentAt(fragment, node);
  if (component !== null && __handset.isDynamic(component)) {
    return component.slots.some((region) => region.list.some((child) => walkFragment(child, visit)));
  }
  const content = fragment.block.nodes[node].content || [];
  return content.some((index) => walkRegion(fragment.regions[index], visit));
}

function walkRegion(region, visit) {
  if (region.spec.kind === 'slot') return false;
  for (const child of region.list) if (walkFragment(child, visit)) return true;
  return false;
}

/** What is on the screen, as JSON: `{tag, attr, children, ref, is?, file, line}`; text is a string. */
__handset.composedTree = function (component) {
  return component.body === null ? [] : describeFragment(component.body);
};

function describeFragment(fragment) {
  return describeNodes(fragment, fragment.block.definition.tree || []);
}

function describeNodes(fragment, tree) {
  const out = [];
  for (const child of tree) {
    if (typeof child === 'string') out.push(child);
    else if (child[0] === '$') out.push(__handset.textValue(fragment.values[child[1]]));
    else if (child[0] === '?') {
      for (const inner of fragment.regions[child[1]].list) out.push(...describeFragment(inner));
    } else out.push(describeNode(fragment, child[0], child[1] || []));
  }
  return out;
}

function describeNode(fragment, node, children) {
  const { nodes, definition } = fragment.block;
  const source = nodes[node];
  const out = { tag: source.tag, attr: attributesOf(fragment, node), children: [], ref: [fragment.id, node] };
  out.file = __handset.outerPath(source.file || definition.file);
  out.line = source.line;
  const component = __handset.componentAt(fragment, node);
  if (component !== null) {
    out.is = component.path;
    out.children = __handset.composedTree(component);
    return out;
  }
  out.children = describeNodes(fragment, children);
  return out;
}

function attributesOf(fragment, node) {
  const source = fragment.block.nodes[node];
  const out = {};
  for (const name of ['id', 'class', 'style', 'slot', 'hidden']) if (source[name] !== undefined) out[name] = source[name];
  Object.assign(out, source.attrs);
  for (const name of Object.keys(source.data || {})) out[`data-${name}`] = source.data[name];
  for (const name of Object.keys(source.mark || {})) out[`mark:${name}`] = source.mark[name];
  for (const [type, form, handler] of source.events || []) out[`${form}:${type}`] = handler;
  for (const bind of bindsOf(fragment.block, node)) {
    const value = fragment.values[bind.index];
    if (bind.kind === 'data') out[`data-${bind.name}`] = value;
    else if (bind.kind === 'mark') out[`mark:${bind.name}`] = value;
    else if (bind.kind === 'attr' || bind.kind === 'prop') out[bind.name] = value;
    else if (!HANDLERS.has(bind.kind)) out[bind.kind] = value;
  }
  return out;
}
