/**
 * What `input` and `textarea` share: text controlled by the program without jumps of the cursor, hint, focus,
 * keyboard, and the events input, focus, blur, confirm, keyboardheightchange.
 *
 * Runs in the shell page (Chromium). The keyboard itself is drawn by the shell (services.js).
 */

import { convertRpx, lengthPx } from "../page/rpx.js";
import { BuiltIn } from "./built_in.js";

/** Values that went out and have not come back yet; more than that are not waited for. */
const MAX_ECHOES = 50;
/** Observed: how long the keyboard of a phone takes to come and go. */
const KEYBOARD_MS = 250;
const DEFAULT_MAXLENGTH = 140;

/** @template {HTMLInputElement|HTMLTextAreaElement} Field */
export class TextField extends BuiltIn {
  static reflects = ["type"];
  static switches = ["disabled"];
  /** Class of the hint, for style sheets of the program. */
  static placeholderClass = "";

  /** @type {Field} */
  field;
  /** @type {HTMLElement} */
  placeholder;
  /** Values reported by `input`, oldest first. @type {string[]} */
  echoes;
  /** @type {number} */
  keyCode;
  /** @type {boolean} */
  isFocused;
  /** @type {boolean} */
  isSilent;

  begin() {
    this.field = /** @type {Field} */ (this.element.querySelector("input, textarea"));
    this.placeholder = /** @type {HTMLElement} */ (this.field.previousElementSibling);
    this.echoes = [];
    this.keyCode = 0;
    this.isFocused = false;
    this.isSilent = false;
    this.field.addEventListener("keydown", (/** @type {KeyboardEvent} */ event) => {
      this.keyCode = event.keyCode;
    });
    this.field.addEventListener("input", () => this.#typed());
    this.field.addEventListener("focus", () => this.#focused());
    this.field.addEventListener("blur", () => this.#blurred());
    this.field.addEventListener("selectionchange", () => this.#selected());
    for (const step of ["start", "update", "end"]) {
      this.field.addEventListener(`composition${step}`, () => this.emit(`keyboardcomposition${step}`));
    }
    this.value = this.text("value");
    super.begin();
  }

  draw() {
    const max = this.number("maxlength", DEFAULT_MAXLENGTH);
    if (max >= 0) this.field.maxLength = max;
    else this.field.removeAttribute("maxlength");
    this.field.disabled = this.is("disabled");
    this.field.style.caretColor = this.text("cursorColor");
    this.#drawPlaceholder();
  }

  connected() {
    if (!this.is("focus") && !this.is("autoFocus")) return;
    this.focus();
    if (!this.#hasFocus) this.#focusOnceSeen();
  }

  changed(name, value, before) {
    if (name === "value") this.#assigned(value);
    else if (name === "focus") this.#setFocus(Boolean(value), Boolean(before));
    else if (name === "cursor" && this.#hasFocus) this.#select();
    else this.draw();
  }

  /** Answer of the program to an `input` event. @param {unknown} value @param {number} [cursor] */
  setValue(value, cursor) {
    const text = value === null || value === undefined ? "" : String(value);
    this.echoes = [];
    if (text !== this.field.value) this.value = text;
    if (this.#hasFocus && typeof cursor === "number" && cursor >= 0) this.field.setSelectionRange(cursor, cursor);
  }

  focus() {
    if (this.is("disabled")) return;
    this.field.focus({ preventScroll: true });
    this.#select();
  }

  blur() {
    this.field.blur();
  }

  /** A label was tapped. */
  labelled() {
    this.focus();
  }

  /** The confirm key of the keyboard. */
  confirm() {
    this.page.user.confirmed(this.element, this.field.value);
    this.emit("confirm", { value: this.field.value });
  }

  /** The program has changed the text while the user was not in the field. @param {string} _text */
  assigned(_text) {}

  /** The text or the room for it changed. */
  resized() {}

  /** What stands over the keys of the keyboard. @returns {import("../shell/keyboard.js").KeyboardBar|undefined} */
  keyboardBar() {
    return undefined;
  }

  /** The bar of the program's own over the keyboard. @returns {import("./keyboard-accessory/component.js").KeyboardAccessory|undefined} */
  get accessory() {
    const child = [...this.element.children].find(({ localName }) => localName === "wx-keyboard-accessory");
    return /** @type {any} */ (child)?.__builtIn;
  }

  /** A text that the user has chosen instead of typing it. @param {string} text */
  fillIn(text) {
    this.value = text;
    const { length } = this.field.value;
    this.field.setSelectionRange(length, length);
    this.#typed();
  }

  get value() {
    return this.field.value;
  }

  set value(text) {
    const { field } = this;
    const { selectionStart, selectionEnd } = field;
    const wasAtEnd = selectionStart === field.value.length;
    const max = this.number("maxlength", DEFAULT_MAXLENGTH);
    field.value = max >= 0 ? text.slice(0, max) : text;
    if (this.#hasFocus && !wasAtEnd) field.setSelectionRange(selectionStart, selectionEnd);
    this.#drawPlaceholder();
    this.resized();
  }

  /** Value for a form. */
  formValue() {
    return this.field.value;
  }

  reset() {
    this.value = this.text("value");
  }

  keep() {
    return { value: this.field.value, hasFocus: this.#hasFocus, at: [this.field.selectionStart, this.field.selectionEnd] };
  }

  restore({ value, hasFocus, at }) {
    this.value = value;
    if (!hasFocus) return;
    // The program knows already that the field has the focus.
    this.isSilent = true;
    this.field.focus({ preventScroll: true });
    this.isSilent = false;
    this.field.setSelectionRange(at[0], at[1]);
  }

  removed() {
    this.isSilent = true;
    if (this.isFocused) this.services.hideKeyboard();
  }

  /** A field that is not on the screen cannot have the focus. */
  #focusOnceSeen() {
    const observer = new this.window.IntersectionObserver((entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      observer.disconnect();
      if (this.is("focus") || this.is("autoFocus")) this.focus();
    });
    observer.observe(this.element);
  }

  get #hasFocus() {
    return this.document.activeElement === this.field;
  }

  /** What the user typed meanwhile wins over an older value that only comes back. */
  #assigned(value) {
    const text = value === null || value === undefined ? "" : String(value);
    const echo = this.echoes.indexOf(text);
    if (echo >= 0 && this.#hasFocus) {
      this.echoes.splice(0, echo + 1);
      return;
    }
    this.echoes = [];
    if (text === this.field.value) return;
    this.value = text;
    if (!this.#hasFocus) this.assigned(text);
  }

  #typed() {
    const { value, selectionStart } = this.field;
    this.echoes.push(value);
    if (this.echoes.length > MAX_ECHOES) this.echoes.shift();
    this.#drawPlaceholder();
    this.resized();
    this.page.user.typed(this.element, value);
    this.emit("input", { value, cursor: selectionStart ?? value.length, keyCode: this.keyCode });
  }

  #focused() {
    const height = this.services.keyboardHeight;
    this.isFocused = true;
    const bottom = this.services.showKeyboard(this.#reach(), this.keyboardBar());
    this.accessory?.show(bottom);
    if (this.isSilent) return;
    this.emit("focus", { value: this.field.value, height });
    this.#tellHeight(height);
  }

  #blurred() {
    if (this.isSilent) return;
    this.isFocused = false;
    this.attributes.focus = false;
    const { value, selectionStart } = this.field;
    this.services.hideKeyboard();
    this.accessory?.hide();
    this.page.user.left(this.element);
    this.emit("blur", { value, cursor: selectionStart ?? value.length });
    this.#tellHeight(0);
  }

  #selected() {
    const { selectionStart, selectionEnd } = this.field;
    const told = `${selectionStart} ${selectionEnd}`;
    if (!this.#hasFocus || told === this.toldSelection) return;
    this.toldSelection = told;
    this.emit("selectionchange", { selectionStart, selectionEnd });
  }

  /** What the keyboard must leave visible, px from the page's upper edge; null if the program places the page itself. */
  #reach() {
    if (!this.is("adjustPosition", true)) return null;
    return this.element.getBoundingClientRect().bottom + lengthPx(this.attributes.cursorSpacing, this.tree.rpx, 0);
  }

  #tellHeight(height) {
    this.emit("keyboardheightchange", { height, duration: KEYBOARD_MS });
    if (this.services.keyboardHeight > 0) this.services.keyboardChanged({ height, duration: KEYBOARD_MS });
  }

  #setFocus(isFocused, wasFocused) {
    if (isFocused) {
      if (!this.#hasFocus) this.focus();
    } else if (wasFocused && this.#hasFocus) {
      this.field.blur();
    }
  }

  #select() {
    const length = this.field.value.length;
    const start = this.number("selectionStart", -1);
    const end = this.number("selectionEnd", -1);
    const cursor = this.number("cursor", -1);
    if (start >= 0 && end >= 0) this.field.setSelectionRange(start, end);
    else if (cursor >= 0) this.field.setSelectionRange(cursor, cursor);
    else this.field.setSelectionRange(length, length);
  }

  #drawPlaceholder() {
    const { placeholder } = this;
    placeholder.textContent = this.text("placeholder");
    placeholder.style.cssText = convertRpx(this.text("placeholderStyle"), this.tree.rpx);
    placeholder.style.display = this.field.value === "" ? "" : "none";
    const own = this.scoped(this.text("placeholderClass"));
    placeholder.className = `wx-${this.element.localName.slice(3)}-placeholder ${/** @type {typeof TextField} */ (this.constructor).placeholderClass} ${own}`.trim();
  }
}
