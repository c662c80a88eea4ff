/**
 * Where the caret and the selection of an editor are: indexes of its cells, and places in the page.
 *
 * Runs in the shell page (Chromium); used by component.js, which says what lines are drawn.
 */

/** @typedef {{element: HTMLElement, start: number, length: number}} DrawnLine `length` without the end of the line */

export class Caret {
  /** @param {HTMLElement} root */
  constructor(root) {
    this.root = root;
    /** @type {DrawnLine[]} */
    this.lines = [];
  }

  get #selection() {
    return /** @type {Selection} */ (this.root.ownerDocument.getSelection());
  }

  /** The selection, if it is in the editor. @returns {{start: number, length: number}|null} */
  get range() {
    const selection = this.#selection;
    if (!selection || selection.rangeCount === 0) return null;
    const range = selection.getRangeAt(0);
    return this.root.contains(range.startContainer) && this.root.contains(range.endContainer) ? this.rangeOf(range) : null;
  }

  /** @param {AbstractRange} range */
  rangeOf({ startContainer, startOffset, endContainer, endOffset }) {
    const start = this.indexOf(startContainer, startOffset);
    const end = this.indexOf(endContainer, endOffset);
    return { start: Math.min(start, end), length: Math.abs(end - start) };
  }

  /** @param {{start: number, length: number}} range */
  set(range) {
    const from = this.place(range.start);
    const to = range.length > 0 ? this.place(range.start + range.length) : from;
    if (from && to) this.#selection.setBaseAndExtent(from.node, from.offset, to.node, to.offset);
  }

  /** @param {{start: number, length: number}} range @returns {DOMRect} of the page */
  box({ start, length }) {
    const range = this.root.ownerDocument.createRange();
    const from = this.place(start);
    const to = this.place(start + length);
    if (from && to) {
      range.setStart(from.node, from.offset);
      range.setEnd(to.node, to.offset);
    }
    const box = range.getBoundingClientRect();
    // An empty line has no box of its own in a range.
    return box.height > 0 || !from ? box : this.lineAt(start).element.getBoundingClientRect();
  }

  /** @param {number} index @returns {DrawnLine} */
  lineAt(index) {
    return this.lines.findLast(({ start }) => start <= index) ?? this.lines[0];
  }

  /** @param {Node} node @param {number} offset */
  indexOf(node, offset) {
    const line = this.lines.find(({ element }) => element.contains(node));
    if (!line) return this.#between(node, offset);
    const range = this.root.ownerDocument.createRange();
    range.setStart(line.element, 0);
    range.setEnd(node, line.element.localName === "hr" ? 0 : offset);
    let index = line.start;
    for (const leaf of leavesOf(line.element)) {
      if (leaf === node) return index + Math.min(offset, lengthOf(leaf));
      if (range.comparePoint(/** @type {Node} */ (leaf.parentNode), positionOf(leaf) + 1) > 0) break;
      index += lengthOf(leaf);
    }
    return index;
  }

  /** @param {number} index @returns {{node: Node, offset: number}|null} */
  place(index) {
    const line = this.lineAt(index);
    if (!line) return null;
    let left = Math.max(0, Math.min(index - line.start, line.length));
    let last = null;
    for (const leaf of leavesOf(line.element)) {
      const length = lengthOf(leaf);
      last = leaf;
      if (left < length || (left === length && leaf.nodeType === 3)) {
        if (leaf.nodeType === 3) return { node: leaf, offset: left };
        return { node: /** @type {Node} */ (leaf.parentNode), offset: positionOf(leaf) + left };
      }
      left -= length;
    }
    return last && last.nodeType !== 3
      ? { node: /** @type {Node} */ (last.parentNode), offset: positionOf(last) + 1 }
      : { node: line.element, offset: 0 };
  }

  /** A place between lines: in the editor itself, or in a list. */
  #between(node, offset) {
    const next = node.childNodes[offset];
    const line = next && this.lines.find(({ element }) => next === element || next.contains(element));
    if (line) return line.start;
    const inside = this.lines.filter(({ element }) => node.contains(element)).at(-1) ?? this.lines.at(-1);
    return inside ? inside.start + inside.length : 0;
  }
}

/** Letters and embeds of a line, in their order. @param {Node} node @returns {Generator<Node>} */
function* leavesOf(node) {
  for (const child of node.childNodes) {
    if (child.nodeType === 3 || isEmbed(child)) yield child;
    else if (child.nodeType === 1 && /** @type {Element} */ (child).localName !== "br") yield* leavesOf(child);
  }
}

function isEmbed(node) {
  return node.nodeType === 1 && (node.localName === "img" || node.hasAttribute("data-block-id"));
}

function lengthOf(leaf) {
  return leaf.nodeType === 3 ? leaf.data.length : 1;
}

function positionOf(node) {
  return Array.prototype.indexOf.call(node.parentNode.childNodes, node);
}
