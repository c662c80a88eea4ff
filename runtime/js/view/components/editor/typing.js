/**
 * What the user does with keys in an editor: each step that the browser would make is made in the text instead, but
 * for the letters of a word that is being composed, which only the browser can write.
 *
 * Runs in the shell page (Chromium); made by component.js.
 */

import { cellsOfText, formatted, lineAt, replaced } from "./cells.js";
import { formatOf } from "./formats.js";
import { cellsOfElement, cellsOfHtml } from "./html_reader.js";

/** @typedef {import("./component.js").EditorView} EditorView */

const SWITCHES = { formatBold: "bold", formatItalic: "italic", formatUnderline: "underline", formatStrikeThrough: "strike" };
/** What one step back at the beginning of a line takes from it first. */
const OF_A_LINE_START = ["list", "indent", "header"];

export class Typing {
  /** @param {EditorView} editor */
  constructor(editor) {
    this.editor = editor;
    this.isComposing = false;
    const { root } = editor;
    root.addEventListener("beforeinput", (event) => this.#meant(event));
    root.addEventListener("compositionstart", () => (this.isComposing = true));
    root.addEventListener("compositionend", (event) => this.#composed(event.timeStamp));
    root.addEventListener("paste", (event) => {
      event.preventDefault();
      if (event.clipboardData) this.#paste(event.clipboardData);
    });
    root.addEventListener("keydown", (event) => this.#key(event));
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (event.isComposing || !(event.ctrlKey || event.metaKey)) return;
    const key = event.key.toLowerCase();
    const step = key === "y" || (key === "z" && event.shiftKey) ? "redo" : key === "z" ? "undo" : null;
    if (!step) return;
    event.preventDefault();
    this.editor.step(step);
  }

  /** @param {InputEvent} event */
  #meant(event) {
    const { inputType } = event;
    if (this.isComposing || inputType === "insertCompositionText") return;
    event.preventDefault();
    const { editor } = this;
    const [target] = event.getTargetRanges();
    const range = target ? editor.caret.rangeOf(target) : editor.range;
    if (inputType === "historyUndo" || inputType === "historyRedo") editor.step(inputType === "historyUndo" ? "undo" : "redo");
    else if (inputType in SWITCHES) this.#switch(SWITCHES[inputType]);
    else if (inputType === "insertParagraph" || inputType === "insertLineBreak") this.#enter(range);
    else if (inputType.startsWith("delete")) this.#remove(range, inputType, event.timeStamp);
    else if (inputType === "insertFromDrop" && event.dataTransfer) this.#paste(event.dataTransfer, range);
    else this.write(event.data ?? event.dataTransfer?.getData("text/plain") ?? "", range, event.timeStamp);
  }

  /** Puts letters into the text as if they were typed. @param {string} text @param {number|null} [typedAt] */
  write(text, range = this.editor.range, typedAt = null) {
    const { editor } = this;
    const given = this.#formatsAt(range);
    const cells = cellsOfText(text, { ...given.line, ...given.letter });
    editor.change(replaced(editor.cells, range.start, range.length, cells), after(range, cells), { typedAt, isFocused: true });
  }

  #formatsAt({ start }) {
    const { cells, pending } = this.editor;
    const line = lineAt(cells, start);
    const near = cells[start > line.start ? start - 1 : start];
    const letter = near && typeof near.insert === "string" && near.insert !== "\n" ? near.attributes : {};
    return { line: cells[line.end].attributes, letter: { ...letter, ...pending } };
  }

  #switch(name) {
    const { editor } = this;
    if (editor.isAllowed(name)) editor.format(name, !editor.formats[name]);
  }

  #enter(range) {
    const { editor } = this;
    if (!editor.is("confirmHold", true)) {
      editor.root.blur();
      return;
    }
    const { cells } = editor;
    const { start, end } = lineAt(cells, range.start);
    const { attributes } = cells[end];
    // A list ends with an item that is left empty.
    if (range.length === 0 && start === end && attributes.list) {
      editor.change(formatted(cells, start, 0, "list", undefined), range, { isFocused: true });
      return;
    }
    const changed = replaced(cells, range.start, range.length, cellsOfText("\n", attributes));
    const isAtEnd = changed[range.start + 1]?.insert === "\n";
    // What follows a heading is none.
    const shown = isAtEnd && attributes.header ? formatted(changed, range.start + 1, 0, "header", undefined) : changed;
    editor.change(shown, { start: range.start + 1, length: 0 }, { isFocused: true });
  }

  #remove(range, inputType, typedAt) {
    const { editor } = this;
    const { cells } = editor;
    const isBackward = inputType.endsWith("Backward");
    const { start, length } = editor.range;
    if (isBackward && length === 0 && lineAt(cells, start).start === start) {
      const { attributes } = cells[lineAt(cells, start).end];
      const name = OF_A_LINE_START.find((one) => attributes[one] !== undefined);
      if (name) return editor.change(formatted(cells, start, 0, name, undefined), editor.range, { isFocused: true });
    }
    const meant = range.length > 0 || length > 0 ? range
      : { start: isBackward ? start - 1 : start, length: 1 };
    if (meant.start < 0 || meant.start >= cells.length - 1) return undefined;
    return this.erase(meant, typedAt);
  }

  /** Takes a range away; the line that is left looks like the first of it. */
  erase({ start, length }, typedAt = null) {
    const { editor } = this;
    const { cells } = editor;
    const { attributes } = cells[lineAt(cells, start).end];
    const gone = cells.slice(start, start + length);
    let left = replaced(cells, start, length, []);
    if (gone.some(({ insert }) => insert === "\n") && lineAt(cells, start).start < start) {
      const { end } = lineAt(left, start);
      left = left.map((cell, index) => (index === end && cell.insert === "\n" ? Object.freeze({ ...cell, attributes }) : cell));
    }
    editor.change(left, { start, length: 0 }, { typedAt, isFocused: true });
  }

  /** @param {DataTransfer} data */
  #paste(data, range = this.editor.range) {
    const { editor } = this;
    const html = data.getData("text/html");
    if (html === "") return this.write(data.getData("text/plain"), range);
    const read = cellsOfHtml(html, editor.window, editor.isAllowed);
    // The end of the last line is that of the line it comes into.
    const cells = read.length > 1 ? read.slice(0, -1) : [];
    return editor.change(replaced(editor.cells, range.start, range.length, cells), after(range, cells), { isFocused: true });
  }

  /** The browser has written a word: the text is what stands there now. */
  #composed(typedAt) {
    const { editor } = this;
    this.isComposing = false;
    const range = editor.caret.range ?? editor.saved;
    const cells = cellsOfElement(editor.root, (name) => formatOf(name) !== undefined);
    const before = { cells: editor.cells, range: editor.saved };
    editor.showAnew(cells);
    editor.cells = before.cells;
    editor.change(cells, range, { typedAt, isFocused: true });
  }
}

function after(range, cells) {
  return { start: range.start + cells.length, length: 0 };
}
