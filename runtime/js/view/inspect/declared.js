/**
 * What declarations come to: the longhands that each one sets, or why the engine drops it.
 *
 * Runs in the shell page (Chromium); called by `matching.js` and `inspector.js`.
 */

import { isInherited } from "./inherited.js";
import { readDeclarations } from "./sheet_text.js";

/** @typedef {import("../../shared/wire/inspection.js").Declared} Declared */

export class DeclarationReader {
  /** @param {import("../page/page_view.js").PageView} page */
  constructor(page) {
    this.css = page.window.CSS;
    this.scratch = page.document.createElement("div").style;
    /** @type {Map<string, {longhands: string[], inherited: string[], problem: "" | "property" | "value"}>} */
    this.known = new Map();
  }

  /** @param {string} body @param {number} [line] of its beginning in its rule @returns {Declared[]} */
  read(body, line = 0) {
    return readDeclarations(body, line).map((one) => ({ ...one, ...this.#effect(one.property, one.value) }));
  }

  #effect(property, value) {
    const key = `${property}:${value}`;
    let effect = this.known.get(key);
    if (effect === undefined) this.known.set(key, (effect = this.#tryOut(property, value)));
    return effect;
  }

  /** @returns {{longhands: string[], inherited: string[], problem: "" | "property" | "value"}} */
  #tryOut(property, value) {
    this.scratch.cssText = "";
    this.scratch.setProperty(property, value);
    const longhands = property.startsWith("--") ? [property] : [...this.scratch];
    if (longhands.length > 0) return { longhands, inherited: longhands.filter(isInherited), problem: "" };
    return { longhands, inherited: [], problem: this.css.supports(property, "inherit") ? "value" : "property" };
  }
}
