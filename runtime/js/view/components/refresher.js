/**
 * The refresher of a scroll-view: pulling at the upper end shows it, letting go beyond the threshold refreshes.
 *
 * Runs in the shell page (Chromium); used by scroll_view.js. A child with `slot="refresher"` replaces the three dots;
 * as children of a built-in keep their place in the tree, it is moved into the refresher when it shows up.
 */

import { inner } from "./built_in.js";

const RESISTANCE = 0.5;

export class Refresher {
  /** @param {import("./scroll_view.js").ScrollView} view */
  constructor(view) {
    this.view = view;
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
    if (!this.box) this.#build();
    this.box.style.background = view.text("refresherBackground");
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
    this.box = view.document.createElement("div");
    this.box.className = "wx-scroll-view-refresher";
    view.area.prepend(this.box);
    const own = [...view.content.children].find((child) => view.tree.nodeOf(child)?.slot === "refresher");
    if (own) {
      this.box.append(own);
    } else if (view.text("refresherDefaultStyle", "black") !== "none") {
      const dots = inner(this.box, "div", "wx-scroll-view-refresher-dots");
      dots.classList.toggle("white", view.text("refresherDefaultStyle") === "white");
      for (let i = 0; i < 3; i++) inner(dots, "span", "");
    }
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
    this.box.style.transition = isAnimated ? "height 0.2s" : "";
    this.box.style.height = `${height}px`;
  }
}
