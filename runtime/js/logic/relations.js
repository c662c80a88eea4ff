/**
 * Relations between components: `linked`, `linkChanged`, `unlinked`, `getRelationNodes`. Logic process.
 * Both sides must declare the relation with matching kinds; the search goes upward and the first match counts.
 */
'use strict';

const COUNTERPART = { child: 'parent', descendant: 'ancestor', parent: 'child', ancestor: 'descendant' };

function resolveKey(component, key) {
  const base = key.startsWith('/') ? '' : __handset.folderOf(component.path);
  return __handset.normalisePath(`${base}/${key}`);
}

function matches(component, key, relation, other) {
  if (relation.target !== undefined) return other.definition.hasBehavior(relation.target);
  const path = resolveKey(component, key);
  return other.path === path || other.path === `${path}/index`;
}

/** The key under which `upper` declares its side of a relation to `lower`, or null. */
function counterKey(upper, lower, type) {
  const { relations } = upper.definition.traits;
  for (const key of Object.keys(relations)) {
    if (relations[key].type === COUNTERPART[type] && matches(upper, key, relations[key], lower)) return key;
  }
  return null;
}

/** The component around a component: the next host upward in the same tree, else the host of the shadow tree. */
function enclosing(component) {
  for (let at = component.fragment, node = component.nodeIndex; at !== null; ) {
    for (let up = at.block.nodes[node].parent; up >= 0; up = at.block.nodes[up].parent) {
      const k = at.block.hostOf.get(up);
      if (k !== undefined && at.hosts[k] !== null) return at.hosts[k];
    }
    const next = outward(at);
    if (next === null) break;
    if (next.component !== null) return next.component;
    at = next.fragment;
    node = next.node;
    if (node < 0) {
      const climbed = climb(at);
      if (climbed === null) break;
      if (climbed.component !== null) return climbed.component;
      at = climbed.fragment;
      node = climbed.node;
    } else {
      const k = at.block.hostOf.get(node);
      if (k !== undefined && at.hosts[k] !== null) return at.hosts[k];
    }
  }
  return component.owner !== null && component.owner.fragment !== null ? component.owner : null;
}

/** One step out of a fragment: the component whose content it is, or the node around its region. */
function outward(fragment) {
  if (fragment.region === null) return null;
  const { spec } = fragment.region;
  if (spec.kind === 'content' && fragment.up.hosts[spec.host] !== null) {
    return { component: fragment.up.hosts[spec.host], fragment: null, node: -1 };
  }
  return { component: null, fragment: fragment.up, node: spec.node };
}

function climb(fragment) {
  let at = fragment;
  for (;;) {
    const next = outward(at);
    if (next === null || next.component !== null || next.node >= 0) return next;
    at = next.fragment;
  }
}

function call(component, key, callback, other) {
  const fn = component.definition.traits.relations[key][callback];
  if (typeof fn === 'function') {
    __handset.run(fn, component.instance, [other.instance], component.path, `relations.${callback}`, component);
  }
}

/** Looks for the relations of a component that has been attached. */
__handset.linkRelations = function (component) {
  const { relations } = component.definition.traits;
  for (const key of Object.keys(relations)) {
    const relation = relations[key];
    if (relation.type !== 'parent' && relation.type !== 'ancestor') continue;
    for (let upper = enclosing(component); upper !== null; upper = enclosing(upper)) {
      if (matches(component, key, relation, upper)) {
        const upperKey = counterKey(upper, component, relation.type);
        if (upperKey !== null) link(upper, upperKey, component, key);
        break;
      }
      if (relation.type === 'parent') break;
    }
  }
};

function link(upper, upperKey, lower, lowerKey) {
  upper.links.push({ key: upperKey, other: lower });
  lower.links.push({ key: lowerKey, other: upper });
  call(upper, upperKey, 'linked', lower);
  call(lower, lowerKey, 'linked', upper);
}

/** Tells both sides that a linked component has moved. */
__handset.relinkRelations = function (component) {
  for (const { key, other } of component.links.slice()) {
    const type = component.definition.traits.relations[key].type;
    if (type !== 'parent' && type !== 'ancestor') continue;
    const back = other.links.find((entry) => entry.other === component);
    if (back !== undefined) call(other, back.key, 'linkChanged', component);
    call(component, key, 'linkChanged', other);
  }
};

/** Ends all relations of a component that has been detached. */
__handset.unlinkRelations = function (component) {
  const links = component.links;
  component.links = [];
  for (const { key, other } of links) {
    const back = other.links.find((entry) => entry.other === component);
    other.links = other.links.filter((entry) => entry.other !== component);
    if (back !== undefined) call(other, back.key, 'unlinked', component);
    call(component, key, 'unlinked', other);
  }
};

/** The components linked under a key, in tree order; null for a key that is not declared. */
__handset.relationNodes = function (component, key) {
  if (!Object.hasOwn(component.definition.traits.relations, key)) return null;
  const linked = component.links.filter((entry) => entry.key === key).map((entry) => entry.other);
  if (linked.length < 2) return linked.map((other) => other.instance);
  const order = new Map();
  __handset.eachShadowComponent(component.page.root, function visit(other) {
    order.set(other, order.size);
    for (const region of other.content) {
      for (const child of region.list) __handset.eachFragmentComponent(child, visit);
    }
    __handset.eachShadowComponent(other, visit);
  });
  return linked.sort((a, b) => order.get(a) - order.get(b)).map((other) => other.instance);
};
