/**
 * The refresher of a scroll-view: pulling at the upper end shows it, letting go beyond the threshold refreshes.
 *
 * Runs in the shell page (Chromium); used by component.js. A child with `slot="refresher"` takes the
 * place of the three dots: it stays where it is in the tree and hangs above the content, which the refresher pushes down.
 */

import { inner } from "../built_in.js";

const RESISTANCE = 0.5;

export class Refresher {
  /** @param {import("./component.js").ScrollView} view */
  constructor(view) {
    this.view = view;
    /** @type {HTMLElement|null} */
    this.box = null;
    this.height = 0;
    this.isRefreshing = false;
  }

  /** Shows what the attributes say. */
  draw() {
    const { view } = this;
    if (!view.is("refresherEnabled")) {
      this.removed();
      return;
    }
    const box = this.box ?? this.#build();
    this.#drawInside(box);
    box.style.background = view.text("refresherBackground");
    const isTriggered = view.is("refresherTriggered");
    if (isTriggered && !this.isRefreshing) this.#refresh();
    else if (!isTriggered && this.isRefreshing) this.#restore();
  }

  canDrag(axis, direction) {
    const { view } = this;
    return axis === "y" && direction > 0 && view.is("refresherEnabled") && view.area.scrollTop <= 0;
  }

  dragged({ totalY }) {
    if (this.isRefreshing) return;
    this.#setHeight(Math.max(0, totalY * RESISTANCE), false);
    this.view.emit("refresherpulling", { dy: this.height });
  }

  dropped() {
    if (this.isRefreshing || this.height === 0) return;
    if (this.height >= this.view.number("refresherThreshold", 45)) {
      this.#refresh();
    } else {
      this.#setHeight(0, true);
      this.view.emit("refresherabort");
    }
  }

  removed() {
    this.box?.remove();
    this.box = null;
  }

  #build() {
    const { view } = this;
    const box = view.document.createElement("div");
    box.className = "wx-scroll-view-refresher";
    view.area.prepend(box);
    const dots = inner(box, "div", "wx-scroll-view-refresher-dots");
    for (let i = 0; i < 3; i++) inner(dots, "span", "");
    this.box = box;
    return box;
  }

  /** Dots, unless the program draws the refresher itself. @param {HTMLElement} box */
  #drawInside(box) {
    const { view } = this;
    const own = [...view.content.children].filter((child) => view.tree.nodeOf(child)?.slot === "refresher");
    for (const child of own) child.setAttribute("refresher-slot", "");
    const style = view.text("refresherDefaultStyle", "black");
    const dots = /** @type {HTMLElement} */ (box.firstChild);
    dots.classList.toggle("white", style === "white");
    dots.hidden = style === "none" || own.length > 0;
  }

  #refresh() {
    this.isRefreshing = true;
    this.#setHeight(this.view.number("refresherThreshold", 45), true);
    this.view.emit("refresherrefresh");
  }

  #restore() {
    this.isRefreshing = false;
    this.#setHeight(0, true);
    this.view.emit("refresherrestore");
  }

  #setHeight(height, isAnimated) {
    this.height = height;
    if (!this.box) return;
    this.box.style.transition = isAnimated ? "height 0.2s" : "";
    this.box.style.height = `${height}px`;
  }
}
