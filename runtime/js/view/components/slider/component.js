/**
 * `slider`. Runs in the shell page (Chromium). Pressing anywhere on the rail puts the thumb there.
 */

import { BuiltIn, inner } from "../built_in.js";

export class Slider extends BuiltIn {
  static switches = ["disabled"];

  /** @type {number} */
  value;

  static skeleton(element) {
    const wrapper = inner(element, "div", "wx-slider-wrapper");
    const rail = inner(inner(wrapper, "div", "wx-slider-tap-area"), "div", "wx-slider-handle-wrapper");
    inner(rail, "div", "wx-slider-track");
    inner(rail, "div", "wx-slider-handle");
    inner(rail, "div", "wx-slider-thumb");
    inner(rail, "div", "wx-slider-step");
    inner(wrapper, "span", "wx-slider-value").hidden = true;
  }

  begin() {
    this.value = this.#clamped(this.number("value", 0));
    super.begin();
  }

  changed(name) {
    if (name === "value") this.value = this.#clamped(this.number("value", 0));
    this.draw();
  }

  draw() {
    const share = `${this.#share() * 100}%`;
    const size = Math.max(12, Math.min(28, this.number("blockSize", 28)));
    const rail = this.inside("wx-slider-handle-wrapper");
    const track = this.inside("wx-slider-track");
    const thumb = this.inside("wx-slider-thumb");
    rail.style.backgroundColor = this.text("backgroundColor", this.text("color", "var(--handset-slider-rail)"));
    track.style.width = share;
    track.style.backgroundColor = this.text("activeColor", this.text("selectedColor", "var(--handset-slider-accent)"));
    Object.assign(thumb.style, {
      left: share, width: `${size}px`, height: `${size}px`, margin: `${-size / 2}px 0 0 ${-size / 2}px`,
      backgroundColor: this.text("blockColor", "var(--handset-white)"),
    });
    const shown = this.inside("wx-slider-value");
    shown.hidden = !this.is("showValue");
    shown.textContent = String(this.value);
  }

  /** A finger went down on the rail. @param {PointerEvent} event */
  grab(event) {
    if (this.is("disabled") || !this.inside("wx-slider-tap-area").contains(/** @type {Node} */ (event.target))) return false;
    this.#follow(event.clientX);
    return true;
  }

  dragged({ clientX }) {
    this.#follow(clientX);
  }

  /** As a finger would bring the thumb there. @param {number} value */
  slideTo(value) {
    if (this.is("disabled")) return;
    this.#take(this.#clamped(value));
    this.emit("change", { value: this.value });
  }

  dropped() {
    this.page.user.brought(this.element, this.value);
    this.emit("change", { value: this.value });
  }

  formValue() {
    return this.value;
  }

  reset() {
    this.value = this.#clamped(this.number("value", 0));
    this.draw();
  }

  keep() {
    return this.value;
  }

  restore(value) {
    this.value = value;
    this.draw();
  }

  #follow(clientX) {
    const box = this.inside("wx-slider-handle-wrapper").getBoundingClientRect();
    const min = this.number("min", 0);
    const max = this.number("max", 100);
    this.#take(this.#clamped(min + ((clientX - box.left) / (box.width || 1)) * (max - min)));
  }

  #take(value) {
    if (value === this.value) return;
    this.value = value;
    this.draw();
    this.emit("changing", { value });
  }

  #clamped(value) {
    const min = this.number("min", 0);
    const max = this.number("max", 100);
    const step = this.number("step", 1) > 0 ? this.number("step", 1) : 1;
    const stepped = min + Math.round((value - min) / step) * step;
    const decimals = (String(step).split(".")[1] ?? "").length;
    return Number(Math.max(min, Math.min(max, stepped)).toFixed(decimals));
  }

  #share() {
    const min = this.number("min", 0);
    const max = this.number("max", 100);
    return max > min ? (this.value - min) / (max - min) : 0;
  }
}
