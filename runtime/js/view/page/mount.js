/**
 * Makes DOM from a stream of the logic layer (wire.md, "DOM operations": list, inst, group, host).
 *
 * Runs in the shell page (Chromium); called by ops.js with one stream each. One deep clone per instance; its dynamic
 * nodes are found by the block's plan.
 */

import { STEP } from "./block.js";
import { Instance, NONE, Region } from "./instance.js";

/**
 * Where nodes go: into `parent`, before a node of it, or at its end.
 * @typedef {{parent: Node, before: Node|null}} Place
 */

const HOST = Object.freeze({ PLAIN: 0, COMPONENT: 1, NO_TEMPLATE: 2 });

/** Reads one stream. */
export class Mount {
  /**
   * @param {import("./tree.js").Tree} tree @param {any[]} stream the number of the first instance in front
   */
  constructor(tree, stream) {
    this.tree = tree;
    this.stream = stream;
    this.position = 1;
    this.nextId = stream[0];
  }

  /**
   * `list`: returns the instances; their nodes are put where `place` says.
   * @returns {Instance[]}
   * @param {import("./scopes.js").Scope} scope @param {Place} place @param {Element|null} owner see Instance
   */
  list(scope, place, owner) {
    const count = this.stream[this.position++];
    if (count === 0) return NONE;
    const instances = new Array(count);
    for (let i = 0; i < count; i++) instances[i] = this.single(scope, place, owner);
    return instances;
  }

  /** `defId, inst`. @param {import("./scopes.js").Scope} scope @param {Place} place @param {Element|null} owner */
  single(scope, place, owner) {
    return this.#instance(this.tree.block(this.stream[this.position++]), scope, place, owner);
  }

  #instance(block, scope, place, owner) {
    const { def } = block;
    const values = def.wire === 0 ? NONE : this.stream.slice(this.position, this.position + def.wire);
    this.position += def.wire;
    const instance = new Instance(this.nextId++, block, scope, owner, values);
    this.tree.instances.set(instance.id, instance);
    const root = block.template(scope, this.tree.rpx).cloneNode(true);
    instance.first = root.nodeType === 1 ? root : root.firstChild;
    instance.last = root.nodeType === 1 ? root : root.lastChild;
    follow(block.plan, root, instance);
    this.tree.values.fill(instance);
    place.parent.insertBefore(root, place.before);
    for (let i = 0; i < def.regions.length; i++) this.#group(instance, i);
    for (const node of def.hosts) this.#host(instance, node);
    if (instance.builtIns) this.tree.fresh.push(...instance.builtIns);
    if (block.observed.length > 0) this.tree.page.wxs.mounted(instance);
    return instance;
  }

  #group(instance, index) {
    const region = instance.regions[index];
    const owner = this.tree.ownerIn(instance, index);
    if (instance.block.def.regions[index].kind !== "slot") {
      this.#into(region, instance.scope, owner);
      return;
    }
    const parts = this.stream[this.position++];
    for (let i = 0; i < parts; i++) {
      const slotScope = this.tree.scopes.get(this.stream[this.position++]);
      this.#into(region, slotScope, owner);
    }
  }

  #into(region, scope, owner) {
    const { anchor, children } = region;
    if (this.stream[this.position] === 0) {
      this.position++;
      return;
    }
    const added = this.list(scope, { parent: anchor.parentNode, before: anchor }, owner);
    region.children = children.length === 0 ? added : children.concat(added);
  }

  #host(instance, node) {
    const kind = this.stream[this.position++];
    if (kind === HOST.COMPONENT) {
      const scope = this.tree.scopes.get(this.stream[this.position++]);
      this.shadow(instance, node, scope);
    }
  }

  /** Mounts `defId, inst` as the shadow block of a host. */
  shadow(instance, node, scope) {
    const host = instance.elements[node];
    host.setAttribute("is", scope.path);
    host.toggleAttribute("virtual-host", scope.isVirtual);
    if (scope.isVirtual || scope.ownsStyle) this.tree.values.hideStyle(host);
    instance.shadows ??= new Map();
    instance.shadows.set(node, this.single(scope, { parent: host, before: null }, host));
  }
}

/** Walks over a fresh clone and notes its dynamic nodes in the instance. */
function follow(plan, root, instance) {
  const { id, elements, texts, regions } = instance;
  let node = root;
  for (let i = 0; i < plan.length; i++) {
    switch (plan[i]) {
      case STEP.DOWN:
        node = node.firstChild;
        break;
      case STEP.RIGHT:
        node = node.nextSibling;
        break;
      case STEP.UP:
        node = node.parentNode;
        break;
      case STEP.ELEMENT:
        elements[plan[++i]] = node;
        node.__id = id;
        node.__n = plan[i];
        break;
      case STEP.TEXT:
        texts[plan[++i]] = node;
        break;
      default:
        regions[plan[++i]] = new Region(node);
    }
  }
}
