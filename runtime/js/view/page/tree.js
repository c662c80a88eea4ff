/**
 * The DOM tree of one page: instances, blocks, scopes, and the operations that change them.
 *
 * Runs in the shell page (Chromium); called by page_view.js with the operations of `DomBatch.ops` (wire.md, "DOM
 * operations"). What the values mean is in values.js, how a stream becomes nodes in mount.js.
 */

import { Animations } from "./animation.js";
import { Block } from "./block.js";
import { discard, extract } from "./instance.js";
import { animate, clearAnimation } from "./keyframes.js";
import { KeptState } from "./kept_state.js";
import { Mount } from "./mount.js";
import { Scopes } from "./scopes.js";
import { Values } from "./values.js";

/** @typedef {import("../../shared/wire/operations.js").Operation} Operation */

/** The instances of one page. */
export class Tree {
  /**
   * @param {{window: Window, document: Document, path: string, rpx: import("./rpx.js").RpxScale, definitions: Map<number, object>,
   *          page: import("./page_view.js").PageView}} options
   */
  constructor({ window, document, path, rpx, definitions, page }) {
    this.window = window;
    this.document = document;
    this.rpx = rpx;
    this.definitions = definitions;
    /** What built-in components reach their page through: events, port, URLs, device. */
    this.page = page;
    this.scopes = new Scopes(path);
    this.animations = new Animations(this);
    this.values = new Values(this);
    /** @type {Map<number, import("./instance.js").Instance>} */
    this.instances = new Map();
    /** @type {Map<number, Block>} */
    this.blocks = new Map();
    /** Types of events that a slot listens to; a slot is no element. @type {Set<string>} */
    this.slotTypes = new Set();
    this.body = null;
    /** Built-in components mounted in this batch. @type {import("../components/built_in.js").BuiltIn[]} */
    this.fresh = [];
  }

  /** Carries out one batch. @param {Operation[]} ops */
  apply(ops) {
    const kept = ops.length > 0 && ops[0][0] === "K" ? KeptState.of(this) : null;
    for (const op of ops) this.#one(op);
    const fresh = this.fresh;
    this.fresh = [];
    for (const builtIn of fresh) if (builtIn.element.isConnected) builtIn.connected();
    if (kept) kept.restore(this);
    this.page.wxs.flush();
  }

  /** @param {Operation} op */
  #one(op) {
    switch (op[0]) {
      case "U":
        this.#update(op);
        break;
      case "C":
        this.#create(op);
        break;
      case "R":
        this.#remove(this.#region(op), op[3], op[4]);
        break;
      case "M":
        this.#move(this.#region(op), op[3], op[4]);
        break;
      case "D":
        this.definitions.set(op[1], op[2]);
        break;
      case "V":
        this.page.wxs.define(op[1], op[2]);
        break;
      case "P":
        this.scopes.define(op[1], op[2]);
        break;
      case "S":
        this.page.styles.activate(op[1], op[2], op[3]);
        break;
      case "B":
        this.#replaceBody(op);
        break;
      case "H":
        this.#host(op);
        break;
      case "X":
        this.#extend(op[1], op[2]);
        break;
      case "E":
        this.element(op[1], op[2])?.__builtIn?.setValue?.(op[3], op[4]);
        break;
    }
  }

  /** @param {number} defId */
  block(defId) {
    const def = this.definitions.get(defId);
    let block = this.blocks.get(defId);
    if (!block || block.def !== def) {
      if (!def) throw new Error(`block ${defId} was never defined`);
      this.blocks.set(defId, (block = new Block(def, this.document)));
      for (const type of block.slotTypes) this.slotTypes.add(type);
    }
    return block;
  }

  /** The element of a node. @param {number} id @param {number} node @returns {HTMLElement|null} */
  element(id, node) {
    return this.instances.get(id)?.elements[node] ?? null;
  }

  /** The definition of the node that an element stands for. @param {Element} element */
  nodeOf(element) {
    const instance = this.instances.get(element.__id);
    return instance ? instance.block.def.nodes[element.__n] : null;
  }

  /** The style scope in which an element was written. @param {Element} element */
  scopeOf(element) {
    return this.instances.get(element.__id)?.scope ?? this.scopes.pageScope;
  }

  /** The host of the component in whose template an element stands; null for the page. @param {Element} element */
  ownerOf(element) {
    return this.instances.get(element.__id)?.owner ?? null;
  }

  /** The same for the children of a region: what stands in a slot was written around the component. */
  ownerIn(instance, regionIndex) {
    const isSlot = instance.block.def.regions[regionIndex].kind === "slot";
    return isSlot && instance.owner ? this.ownerOf(instance.owner) : instance.owner;
  }

  /** The shadow block of a component's host; null for any other element. @param {Element} element */
  shadowOf(element) {
    return this.instances.get(element.__id)?.shadows?.get(element.__n) ?? null;
  }

  /** What the view knows of an element's dataset. @param {Element} element */
  dataset(element) {
    const instance = this.instances.get(element.__id);
    if (!instance) return {};
    const { def } = instance.block;
    const data = { ...def.nodes[element.__n].data };
    for (let i = 0; i < def.wire; i++) {
      const [node, kind, name] = def.binds[i];
      if (kind === "data" && node === element.__n && instance.values[i]?.$u !== 1) data[name] = instance.values[i];
    }
    return data;
  }

  /** An attribute of a built-in element, static or bound. @param {Element} element @param {string} name camelCase */
  attribute(element, name) {
    if (element.__builtIn) return element.__builtIn.attributes[name];
    const bound = element.__attrs;
    if (bound && name in bound) return bound[name];
    return this.nodeOf(element)?.attrs?.[name];
  }

  /** The classes that the markup, and wxs over it, give an element now. @param {Element} element */
  writtenClasses(element) {
    const instance = this.instances.get(element.__id);
    return instance ? this.values.classes(instance, element, this.written(element, "class")) : element.className;
  }

  /** `class` or `style` of an element as the markup has it now. @param {Element} element @param {string} kind */
  written(element, kind) {
    const instance = this.instances.get(element.__id);
    if (!instance) return undefined;
    const { block: { def }, values } = instance;
    let value = def.nodes[element.__n][kind];
    for (let i = 0; i < def.wire; i++) {
      if (def.binds[i][0] === element.__n && def.binds[i][1] === kind) value = values[i];
    }
    return value;
  }

  /**
   * Calls a method of an element, if it has that, and returns what it returns.
   * @param {number} id @param {number} node @param {import("../../shared/wire/element_calls.js").ElementCall} call
   */
  callElement(id, node, call) {
    const element = this.element(id, node);
    if (!element) return undefined;
    const builtIn = element.__builtIn;
    switch (call.name) {
      case "animate":
        return animate(this, element, call.frames, call.duration);
      case "clearAnimation":
        return clearAnimation(element, call.properties);
      case "scrollTo":
        return builtIn?.scrollTo?.(call.options ?? {});
      case "scrollIntoView":
        return builtIn?.scrollIntoView?.(call.selector, call.options ?? {});
      case "setSwitch":
        return builtIn?.setSwitch?.(call.switch, call.value);
      case "invoke":
        return builtIn?.invoke?.(call.method, call.args);
    }
  }

  #region(op) {
    return this.instances.get(op[1])?.regions[op[2]] ?? null;
  }

  /** @param {import("../../shared/wire/operations.js").Update} operation */
  #update([, id, values]) {
    const instance = this.instances.get(id);
    if (!instance) return;
    for (let i = 0; i < values.length; i += 2) {
      const former = instance.values[values[i]];
      instance.values[values[i]] = values[i + 1];
      this.values.set(instance, values[i], values[i + 1]);
      if (instance.block.observed.length > 0) this.page.wxs.updated(instance, values[i], former);
    }
  }

  /** @param {import("../../shared/wire/operations.js").Create} operation */
  #create([, id, regionIndex, index, scopeId, stream]) {
    const instance = this.instances.get(id);
    const region = instance?.regions[regionIndex];
    if (!region) return;
    const fragment = this.document.createDocumentFragment();
    const owner = this.ownerIn(instance, regionIndex);
    const added = new Mount(this, stream).list(this.scopes.get(scopeId), { parent: fragment, before: null }, owner);
    const before = region.nodeAt(index);
    if (region.children.length === 0) region.children = added;
    else if (index === region.children.length) for (const child of added) region.children.push(child);
    else region.children = [...region.children.slice(0, index), ...added, ...region.children.slice(index)];
    before?.parentNode?.insertBefore(fragment, before);
    this.#childrenChanged(region);
  }

  #remove(region, index, count) {
    if (!region) return;
    discard(region, index, count);
    for (const child of region.children.splice(index, count)) this.#forget(child);
    this.#childrenChanged(region);
  }

  #move(region, from, to) {
    if (!region || from === to) return;
    const nodes = extract(region, from, 1, this.document);
    const [child] = region.children.splice(from, 1);
    const before = region.nodeAt(to);
    before.parentNode.insertBefore(nodes, before);
    region.children.splice(to, 0, child);
    this.#childrenChanged(region);
  }

  /** Containers such as swiper lay out their children themselves. */
  #childrenChanged(region) {
    for (let element = region.anchor.parentElement; element; element = element.parentElement) {
      if (element.__builtIn?.childrenChanged) {
        element.__builtIn.childrenChanged();
        return;
      }
      if (element.__id !== undefined && element.__builtIn) return;
    }
  }

  /** @param {import("../../shared/wire/operations.js").Body} operation */
  #replaceBody([, scopeId, stream]) {
    if (this.body) {
      this.#forget(this.body);
      this.document.body.replaceChildren();
    }
    const fragment = this.document.createDocumentFragment();
    this.body = new Mount(this, stream).single(this.scopes.get(scopeId), { parent: fragment, before: null }, null);
    this.document.body.append(fragment);
  }

  /** @param {import("../../shared/wire/operations.js").Host} operation */
  #host([, id, node, scopeId, stream]) {
    const instance = this.instances.get(id);
    if (!instance) return;
    const old = instance.shadows?.get(node);
    if (old) {
      const host = instance.elements[node];
      const end = old.last.nextSibling;
      for (let next, at = old.firstNode(); at && at !== end; at = next) {
        next = at.nextSibling;
        host.removeChild(at);
      }
      this.#forget(old);
      instance.shadows?.delete(node);
    }
    new Mount(this, stream).shadow(instance, node, this.scopes.get(scopeId));
  }

  #extend(scopeId, ext) {
    const successors = new Map(this.scopes.extend(scopeId, ext));
    for (const instance of this.instances.values()) {
      const after = successors.get(instance.scope);
      if (!after) continue;
      instance.scope = after;
      this.values.reclass(instance);
    }
  }

  #forget(instance) {
    instance.walk((gone) => {
      this.instances.delete(gone.id);
      if (gone.builtIns) for (const builtIn of gone.builtIns) builtIn.removed();
    });
  }

  /** Lengths in rpx are other ones now. @param {import("./rpx.js").RpxScale} rpx */
  setRpx(rpx) {
    if (rpx.key === this.rpx.key) return;
    this.rpx = rpx;
    for (const instance of this.instances.values()) this.values.restyle(instance);
  }

  /** Ends timers and observers of the built-in components. */
  destroy() {
    if (this.body) this.#forget(this.body);
    this.body = null;
  }
}
