/**
 * Instances of blocks in the DOM: what one `inst` of the stream became, and where it stands.
 *
 * Runs in the shell page (Chromium); made by mount.js, changed by ops.js.
 */

/** The list of those that have none; nobody changes it. @type {any[]} */
export const NONE = /** @type {any} */ (Object.freeze([]));

/** The children of a wx:if, wx:for, slot, template or content; they stand before `anchor`. */
export class Region {
  /** @param {Text} anchor */
  constructor(anchor) {
    this.anchor = anchor;
    /** @type {Instance[]} */
    this.children = NONE;
  }

  /** The DOM node before which a child of this index stands or would stand. @param {number} index */
  nodeAt(index) {
    return index < this.children.length ? this.children[index].firstNode() : this.anchor;
  }
}

/** One instance of a block. */
export class Instance {
  /**
   * @param {number} id @param {import("./block.js").Block} block @param {import("./scopes.js").Scope} scope
   * @param {Element|null} owner host of the component in whose template it was written; null for the page
   * @param {any[]} values those that travelled, as they came
   */
  constructor(id, block, scope, owner, values) {
    this.id = id;
    this.owner = owner;
    this.block = block;
    this.scope = scope;
    this.values = values;
    /** By node index. @type {HTMLElement[]} */
    this.elements = new Array(block.def.nodes.length);
    /** @type {(Text|null)[]} text node by value index */
    this.texts = block.hasTexts ? [] : NONE;
    /** @type {Region[]} */
    this.regions = block.def.regions.length > 0 ? [] : NONE;
    /** Shadow blocks by index of the host node. @type {Map<number, Instance>|null} */
    this.shadows = null;
    /** @type {import("../components/built_in.js").BuiltIn[]|null} */
    this.builtIns = null;
    this.first = null;
    this.last = null;
  }

  /** The first DOM node of the instance, the children of its regions included. @returns {Node|null} */
  firstNode() {
    for (const region of this.regions) {
      if (region.anchor === this.first && region.children.length > 0) return region.children[0].firstNode();
    }
    return this.first;
  }

  /** Calls `visit` with this instance and everything under it. @param {(instance: Instance) => void} visit */
  walk(visit) {
    visit(this);
    for (const region of this.regions) for (const child of region.children) child.walk(visit);
    if (this.shadows) for (const shadow of this.shadows.values()) shadow.walk(visit);
  }
}

/**
 * Removes the DOM nodes of consecutive children.
 * @param {Region} region @param {number} index @param {number} count
 */
export function discard(region, index, count) {
  const parent = /** @type {ParentNode} */ (region.anchor.parentNode);
  let node = region.nodeAt(index);
  if (count === region.children.length && node === parent.firstChild && region.anchor === parent.lastChild) {
    parent.replaceChildren(region.anchor);
    return;
  }
  const end = region.nodeAt(index + count);
  while (node && node !== end) {
    const next = node.nextSibling;
    parent.removeChild(node);
    node = next;
  }
}

/**
 * Takes the DOM nodes of consecutive children out of the document, into a fragment.
 * @param {Region} region @param {number} index @param {number} count @param {Document} document
 */
export function extract(region, index, count, document) {
  const fragment = document.createDocumentFragment();
  const end = region.nodeAt(index + count);
  let node = region.nodeAt(index);
  while (node && node !== end) {
    const next = node.nextSibling;
    fragment.append(node);
    node = next;
  }
  return fragment;
}
