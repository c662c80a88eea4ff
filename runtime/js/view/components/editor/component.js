/**
 * `editor`: rich text over one editable element. The text is a list of cells (cells.js); what the user types and what
 * EditorContext orders changes the list, and the changed blocks are drawn from it. Only while a word is composed does
 * the browser write by itself, and is read afterwards.
 *
 * Runs in the shell page (Chromium); comes with the first page that has one (late.js).
 */

import { BuiltIn, inner } from "../built_in.js";
import { Caret } from "./caret.js";
import { cellsOfOps, cellsOfText, formatsAt, formatted, normal, opsOf, textOf } from "./cells.js";
import { drawn, groupsOf, htmlOf, linesOf, signatureOf } from "./drawing.js";
import { formatOf, valueOf } from "./formats.js";
import { History } from "./history.js";
import { ImageTools } from "./image_tools.js";
import { ORDERS } from "./orders.js";
import { Typing } from "./typing.js";

/** @typedef {import("./cells.js").Cell} Cell */
/** @typedef {{start: number, length: number}} TextRange */

/** Observed: how long the keyboard of a phone takes to come and go. */
const KEYBOARD_MS = 250;
/** Where an item of a checklist is ticked, px from the left of its text. */
const TICK_PX = 0;

export class EditorView extends BuiltIn {
  /** @type {HTMLElement} */
  root;
  /** @type {Cell[]} */
  cells;
  /** Where HTML is made and nothing runs. @type {Document} */
  inert;
  /** @type {Caret} */
  caret;
  /** @type {History} */
  history;
  /** @type {ImageTools} */
  tools;
  /** @type {Typing} */
  typing;
  /** @type {{signature: string, element: HTMLElement, lines: HTMLElement[]}[]} */
  blocks;
  /** The last selection. @type {TextRange} */
  saved;
  /** The formats that the program knows of, as JSON. @type {string} */
  told;
  /** The number in the key of the last block. @type {number} */
  lastBlock;
  /** @type {() => void} */
  selectionChanged;
  /** Formats for what is typed next at the caret. @type {Record<string, any>|null} */
  pending;

  begin() {
    this.root = inner(this.element, "div", "ql-editor");
    this.inert = this.document.implementation.createHTMLDocument("");
    this.caret = new Caret(this.root);
    this.history = new History();
    this.tools = new ImageTools(this);
    this.typing = new Typing(this);
    this.blocks = [];
    this.saved = { start: 0, length: 0 };
    this.pending = null;
    this.told = "{}";
    this.lastBlock = 0;
    this.#listen();
    this.show(normal(cellsOfText("")));
    super.begin();
  }

  draw() {
    this.root.contentEditable = String(!this.is("readOnly"));
    this.root.dataset.placeholder = this.text("placeholder");
    this.root.enterKeyHint = this.text("enterkeyhint", "enter");
    this.tools.draw();
  }

  connected() {
    this.placePortals();
    this.emit("ready");
  }

  removed() {
    super.removed();
    this.document.removeEventListener("selectionchange", this.selectionChanged);
    if (this.hasFocus) this.services.hideKeyboard();
  }

  keep() {
    return { ops: opsOf(this.cells), saved: this.saved };
  }

  restore({ ops, saved }) {
    this.show(cellsOfOps(ops, () => true));
    this.saved = this.#within(saved);
  }

  async invoke(method, args) {
    if (!Object.hasOwn(ORDERS, method)) throw new Error(`an editor has no ${method}`);
    return ORDERS[method](this, args[0] ?? {}, args[1]);
  }

  // What the text is.

  get hasFocus() {
    return this.document.activeElement === this.root;
  }

  /** The selection, or the last one. @returns {TextRange} */
  get range() {
    return this.caret.range ?? this.saved;
  }

  get contents() {
    return { html: htmlOf(this.cells, this.inert), text: textOf(this.cells), delta: { ops: opsOf(this.cells) } };
  }

  /** Formats at the selection. @returns {Record<string, any>} */
  get formats() {
    const { start, length } = this.range;
    const found = { ...formatsAt(this.cells, start, length), ...this.pending };
    return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined));
  }

  /** Whether the program allows a format. */
  isAllowed = (/** @type {string} */ name) => {
    const { enableFormats } = this.attributes;
    return !Array.isArray(enableFormats) || enableFormats.includes(name);
  };

  // How it changes.

  /**
   * @param {Cell[]} cells @param {TextRange} range of the selection afterwards
   * @param {{typedAt?: number|null, isFocused?: boolean}} [how] by typing at a time; whether the caret is to be seen
   */
  change(cells, range, { typedAt = null, isFocused = this.hasFocus } = {}) {
    this.history.left({ cells: this.cells, range: this.range }, typedAt);
    this.#go(cells, range, isFocused);
  }

  /** @param {"undo"|"redo"} step */
  step(step) {
    const moment = this.history[step]({ cells: this.cells, range: this.range });
    if (moment) this.#go(moment.cells, moment.range, this.hasFocus);
  }

  /** Puts the selection somewhere. @param {TextRange} range */
  select(range) {
    this.saved = this.#within(range);
    if (!this.is("readOnly")) this.root.focus({ preventScroll: true });
    this.caret.set(this.saved);
    this.tellFormats();
  }

  /** Sets a format at the selection, or takes it away. @param {string} name @param {any} given */
  format(name, given) {
    const { range } = this;
    const value = valueOf(name, given);
    if (formatOf(name)?.scope === "inline" && range.length === 0) {
      this.pending = { ...this.pending, [name]: value };
      if (!this.hasFocus) this.select(range);
      this.tellFormats();
      return;
    }
    this.change(formatted(this.cells, range.start, range.length, name, value), range, { isFocused: true });
  }

  /** Shows a text; only what differs is drawn anew. @param {Cell[]} cells */
  show(cells) {
    this.cells = cells;
    const lines = linesOf(cells);
    const groups = groupsOf(lines);
    const signatures = groups.map(signatureOf);
    const known = this.blocks;
    let first = 0;
    while (first < known.length && first < groups.length && known[first].signature === signatures[first]) first += 1;
    let last = 0;
    while (last < Math.min(known.length, groups.length) - first
      && known[known.length - 1 - last].signature === signatures[groups.length - 1 - last]) last += 1;
    const made = groups.slice(first, groups.length - last).map((group, index) => ({
      signature: signatures[first + index], ...drawn(group, this.#way()),
    }));
    for (const { element } of known.slice(first, known.length - last)) element.remove();
    const after = last > 0 ? known[known.length - last].element : null;
    for (const { element } of made) this.root.insertBefore(element, after);
    this.blocks = [...known.slice(0, first), ...made, ...known.slice(known.length - last)];
    const elements = this.blocks.flatMap((block) => block.lines);
    this.caret.lines = lines.map((line, index) => ({
      element: elements[index], start: line.start, length: line.isDivider ? 0 : line.cells.length,
    }));
    this.root.classList.toggle("ql-blank", cells.length === 1 && Object.keys(cells[0].attributes).length === 0);
    this.tools.drawnAnew();
    this.placePortals();
  }

  /** Draws everything from the text: the browser has written between. */
  showAnew(cells) {
    this.blocks = [];
    this.root.replaceChildren();
    this.show(cells);
  }

  /** What the program writes for its own blocks goes into them. */
  placePortals() {
    for (const element of this.element.querySelectorAll("wx-editor-portal")) /** @type {any} */ (element).__builtIn?.place(this.root);
  }

  /** A key for a block that the text has none of. */
  newBlockId() {
    const used = new Set(this.cells.map(({ insert }) => (typeof insert === "object" ? insert.customBlock : undefined)));
    do this.lastBlock += 1; while (used.has(`block-${this.lastBlock}`));
    return `block-${this.lastBlock}`;
  }

  tellFormats() {
    const { formats } = this;
    const told = JSON.stringify(formats);
    if (told === this.told) return;
    this.told = told;
    this.emit("statuschange", formats);
  }

  // The finger.

  tapped(target, at) {
    const item = target.closest?.("ul[data-checked] > li");
    if (item && at && !this.is("readOnly") && at.clientX < item.getBoundingClientRect().left + TICK_PX) {
      const { start } = /** @type {TextRange} */ (this.caret.lines.find(({ element }) => element === item));
      const value = item.parentNode.dataset.checked === "true" ? "unchecked" : "checked";
      this.change(formatted(this.cells, start, 0, "list", value), this.range);
      return true;
    }
    return this.tools.tapped(target);
  }

  grab(event) {
    return this.tools.grab(event);
  }

  dragged(way) {
    this.tools.dragged(way);
  }

  dropped() {
    this.tools.dropped();
  }

  #go(cells, range, isFocused) {
    this.pending = null;
    this.show(cells);
    this.saved = this.#within(range);
    if (isFocused) this.select(this.saved);
    this.emit("input", this.contents);
    this.tellFormats();
  }

  /** Whoever listens in the program hears of the keyboard. */
  #tellHeight(height) {
    if (this.services.keyboardHeight > 0) this.services.keyboardChanged({ height, duration: KEYBOARD_MS });
  }

  #within({ start, length }) {
    const last = this.cells.length - 1;
    const from = Math.max(0, Math.min(Number(start) || 0, last));
    return { start: from, length: Math.max(0, Math.min(Number(length) || 0, last - from)) };
  }

  #way() {
    return {
      document: this.document,
      link: false,
      image: (element, source) => {
        element.dataset.src = source;
        element.src = this.services.fileUrl(source, this.element);
      },
    };
  }

  #listen() {
    const { root } = this;
    root.addEventListener("focus", () => {
      this.services.showKeyboard(this.element.getBoundingClientRect().bottom);
      this.emit("focus", this.contents);
      this.#tellHeight(this.services.keyboardHeight);
    });
    root.addEventListener("blur", () => {
      this.services.hideKeyboard();
      this.emit("blur", this.contents);
      this.#tellHeight(0);
    });
    this.selectionChanged = () => {
      const { range } = this.caret;
      if (range === null || this.typing.isComposing) return;
      if (range.start !== this.saved.start || range.length !== this.saved.length) this.pending = null;
      this.saved = range;
      this.tellFormats();
    };
    this.document.addEventListener("selectionchange", this.selectionChanged);
  }
}

export const component = EditorView;
