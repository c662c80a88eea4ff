/**
 * `picker-view`: a row of wheels. Runs in the shell page (Chromium). Each wheel is a picker-view-column.
 */

import { convertRpx } from "../../page/rpx.js";
import { BuiltIn, inner } from "../built_in.js";

export class PickerView extends BuiltIn {
  static skeleton(element) {
    return inner(element, "div", "wx-picker-view-wrapper");
  }

  connected() {
    this.#place();
  }

  changed(name) {
    if (name === "value") this.#place();
    else for (const column of this.columns()) column.layout();
  }

  childrenChanged() {
    for (const column of this.columns()) column.layout();
  }

  /** Style and classes of the inner parts of a wheel. @param {"indicator"|"mask"} part */
  look(part) {
    const style = convertRpx(this.text(`${part}Style`), this.tree.rpx);
    return { style, classes: this.scoped(this.text(`${part}Class`)) };
  }

  /** A wheel is being turned, or has come to rest. @param {"pickstart"|"pickend"} type */
  turning(type) {
    this.emit(type);
  }

  /** A wheel shows another row. */
  report() {
    this.page.user.brought(this.element, this.formValue());
    this.emit("change", { value: this.formValue() });
  }

  /** As if the wheels had been turned there. @param {number[]} value */
  bring(value) {
    this.restore(value);
    this.emit("change", { value: this.formValue() });
  }

  formValue() {
    return this.columns().map((column) => column.current);
  }

  reset() {
    this.#place();
  }

  keep() {
    return this.formValue();
  }

  restore(value) {
    this.columns().forEach((column, index) => column.place(value[index] ?? 0));
  }

  columns() {
    return this.all("wx-picker-view-column");
  }

  #place() {
    const value = Array.isArray(this.attributes.value) ? this.attributes.value : [];
    this.columns().forEach((column, index) => column.place(Number(value[index]) || 0));
  }
}
