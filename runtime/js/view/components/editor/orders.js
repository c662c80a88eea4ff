/**
 * What EditorContext orders. Each returns the result, or throws with the reason of the failure.
 *
 * Runs in the shell page (Chromium); called by component.js.
 */

import { cellsOfOps, cellsOfText, embedCell, normal, replaced, textOf, unformatted } from "./cells.js";
import { formatOf, MAX_INDENT, valueOf } from "./formats.js";
import { cellsOfHtml } from "./html_reader.js";

/** @typedef {import("./component.js").EditorView} EditorView */

/** @type {Record<string, (editor: EditorView, option: any, more?: any) => any>} */
export const ORDERS = {
  format(editor, name, value) {
    if (typeof name !== "string" || formatOf(name) === undefined) {
      editor.services.warn(`EditorContext.format: there is no format "${typeof name === "string" ? name : ""}"`);
      return;
    }
    if (!editor.isAllowed(name)) return;
    const now = editor.formats[name];
    if (name === "indent") {
      const step = /^[+-]/.test(String(value)) ? (now ?? 0) + Number(value) : Number(value);
      editor.format(name, Math.max(0, Math.min(MAX_INDENT, step || 0)) || undefined);
      return;
    }
    const given = valueOf(name, value === undefined ? true : value);
    const isOn = given === now || (given === "unchecked" && now === "checked");
    editor.format(name, isOn ? undefined : given);
  },

  insertText(editor, { text = "" }) {
    editor.typing.write(String(text));
  },

  insertImage(editor, { src, alt, width, height, data, extClass, nowrap = false }) {
    if (typeof src !== "string" || src === "") throw new Error("src is missing");
    const custom = data && typeof data === "object"
      ? Object.entries(data).map(([name, value]) => `${name}=${value}`).join("&") : undefined;
    insert(editor, embedCell({ image: src }, { alt, width, height, class: extClass, "data-custom": custom }), nowrap);
  },

  insertDivider(editor) {
    insert(editor, embedCell({ divider: true }), true);
  },

  insertCustomBlock(editor, { nowrap = false }) {
    const blockId = editor.newBlockId();
    insert(editor, embedCell({ customBlock: blockId }), nowrap);
    return { blockId };
  },

  getContents: (editor) => editor.contents,

  setContents(editor, { delta, html }) {
    const ops = Array.isArray(delta) ? delta : delta?.ops;
    if (!Array.isArray(ops) && typeof html !== "string") throw new Error("neither delta nor html");
    const cells = Array.isArray(ops) ? cellsOfOps(ops, editor.isAllowed) : cellsOfHtml(html, editor.window, editor.isAllowed);
    editor.change(cells, { start: cells.length, length: 0 });
  },

  clear(editor) {
    editor.change(normal(cellsOfText("")), { start: 0, length: 0 });
  },

  removeFormat(editor) {
    const { range } = editor;
    editor.change(unformatted(editor.cells, range.start, range.length), range, { isFocused: true });
  },

  undo: (editor) => editor.step("undo"),
  redo: (editor) => editor.step("redo"),
  // Assumed: the reference does not say what the members are called.
  getHistoryState: (editor) => editor.history.state,

  deleteText(editor, { index, length = 1 }) {
    const { start, length: count } = rangeOf(index, length);
    if (start >= editor.cells.length - 1) return;
    editor.change(replaced(editor.cells, start, count, []), { start, length: 0 });
  },

  getSelection(editor) {
    const { start, length } = editor.range;
    return { range: { index: start, length }, bounds: boundsOf(editor, editor.range) };
  },

  setSelection(editor, { index, length = 0 }) {
    editor.select(rangeOf(index, length));
  },

  getSelectionText(editor) {
    const { start, length } = editor.range;
    return { text: textOf(editor.cells.slice(start, start + length)) };
  },

  getBounds: (editor, { index, length = 0 }) => ({ bounds: boundsOf(editor, rangeOf(index, length)) }),

  scrollIntoView(editor) {
    const { node } = editor.caret.place(editor.range.start) ?? {};
    const element = node?.nodeType === 3 ? node.parentElement : /** @type {Element|undefined} */ (node);
    element?.scrollIntoView({ block: "nearest" });
  },

  blur: (editor) => editor.root.blur(),
};

/** @param {EditorView} editor @param {import("./cells.js").Cell} cell @param {boolean} isAlone no new line after it */
function insert(editor, cell, isAlone) {
  const { start, length } = editor.range;
  const given = isAlone ? [cell] : [cell, ...cellsOfText("\n")];
  const cells = replaced(editor.cells, start, length, given);
  const end = start + cells.length - (editor.cells.length - length);
  editor.change(cells, { start: end, length: 0 }, { isFocused: true });
}

function rangeOf(index, length) {
  const whole = (value) => Math.max(0, Math.floor(Number(value)) || 0);
  return { start: whole(index), length: whole(length) };
}

/** px, from the corner of the editor. */
function boundsOf(editor, range) {
  const box = editor.caret.box(range);
  const { left, top } = editor.element.getBoundingClientRect();
  return {
    left: box.left - left, top: box.top - top, right: box.right - left, bottom: box.bottom - top, width: box.width,
    height: box.height,
  };
}
