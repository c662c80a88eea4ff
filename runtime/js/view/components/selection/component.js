/**
 * `selection`: text inside can be selected, by the user and by the program (SelectionContext). Places are an id of an
 * element and letters from its beginning, or letters from the beginning of the whole.
 *
 * Runs in the shell page (Chromium). No menu stands over a selection here, so `disable-context-menu` has nothing to hide.
 */

import { BuiltIn } from "../built_in.js";

export class SelectionArea extends BuiltIn {
  /** @type {() => void} */
  heard;

  begin() {
    this.told = "";
    this.heard = () => this.#tell();
    this.document.addEventListener("selectionchange", this.heard);
    super.begin();
  }

  removed() {
    super.removed();
    this.document.removeEventListener("selectionchange", this.heard);
  }

  async invoke(method, [first, ...others]) {
    switch (method) {
      case "selectRange":
        return this.#select(placeIn(this.element, first), placeIn(this.element, others[0]));
      case "removeSelection":
        if (this.#range) this.#selection.removeAllRanges();
        return undefined;
      case "setBaseAndExtent":
        return this.#select(this.#place(first, others[0]), this.#place(others[1], others[2]));
      default:
        throw new Error(`a selection has no ${method}`);
    }
  }

  get #selection() {
    return /** @type {Selection} */ (this.document.getSelection());
  }

  /** What is selected in here, if it begins and ends here. @returns {Range|null} */
  get #range() {
    const selection = this.#selection;
    const range = selection.rangeCount > 0 ? selection.getRangeAt(0) : null;
    return range && this.element.contains(range.commonAncestorContainer) ? range : null;
  }

  #place(id, offset) {
    const element = this.element.querySelector(`[id="${this.window.CSS.escape(String(id))}"]`);
    if (!element) throw new Error(`no element inside has the id ${id}`);
    return placeIn(element, offset);
  }

  #select(from, to) {
    this.#selection.setBaseAndExtent(from.node, from.offset, to.node, to.offset);
  }

  #tell() {
    const range = this.#range;
    const selected = range === null ? EMPTY : this.#described(range);
    const told = JSON.stringify(selected);
    if (told === this.told || (range === null && this.told === "")) return;
    this.told = range === null ? "" : told;
    this.emit("selectionchange", selected);
  }

  #described(range) {
    const first = this.#counted(range.startContainer, range.startOffset);
    const last = this.#counted(range.endContainer, range.endOffset);
    const { left, top, right, bottom, width, height } = range.getClientRects()[0] ?? range.getBoundingClientRect();
    return {
      isCollapsed: range.collapsed, selectedString: range.toString(), firstNodeId: first.id, firstOffset: first.offset,
      lastNodeId: last.id, lastOffset: last.offset, firstRangeRect: { left, top, right, bottom, width, height },
    };
  }

  /** The nearest element around with an id, and the letters before a place in it. */
  #counted(node, offset) {
    const near = node.nodeType === 1 ? node : node.parentElement;
    const owner = near.closest("[id]");
    const element = owner && this.element.contains(owner) ? owner : this.element;
    const before = this.document.createRange();
    before.setStart(element, 0);
    before.setEnd(node, offset);
    return { id: element.id, offset: before.toString().length };
  }
}

const EMPTY = Object.freeze({
  isCollapsed: true, selectedString: "", firstNodeId: "", firstOffset: 0, lastNodeId: "", lastOffset: 0,
  firstRangeRect: { left: 0, top: 0, right: 0, bottom: 0, width: 0, height: 0 },
});

/** @param {Element} element @param {any} given letters from its beginning @returns {{node: Node, offset: number}} */
function placeIn(element, given) {
  let left = Math.max(0, Math.floor(Number(given)) || 0);
  const walker = element.ownerDocument.createTreeWalker(element, 4);
  let last = { node: /** @type {Node} */ (element), offset: 0 };
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const { length } = /** @type {Text} */ (node);
    if (left <= length) return { node, offset: left };
    left -= length;
    last = { node, offset: length };
  }
  return last;
}
