/**
 * The refresher of a scroll-view: pulling at the upper end shows it, letting go beyond the threshold refreshes; beyond a
 * second one it opens the second level, which takes the whole room until it is closed.
 *
 * Runs in the shell page (Chromium); used by component.js. A child with `slot="refresher"` takes the
 * place of the three dots: it stays where it is in the tree and hangs above the content, which the refresher pushes down.
 */

import { inner } from "../built_in.js";

const RESISTANCE = 0.5;
/** Source: reference, refresherstatuschange. */
const Status = Object.freeze({
  IDLE: 0, CAN_REFRESH: 1, REFRESHING: 2, COMPLETED: 3, CAN_TWO_LEVEL: 5, TWO_LEVEL_OPENING: 6, TWO_LEVELING: 7,
  TWO_LEVEL_CLOSING: 8,
});
const TWO_LEVEL_MS = 500;
const REFRESH_MS = 200;

export class Refresher {
  /** @param {import("./component.js").ScrollView} view */
  constructor(view) {
    this.view = view;
    /** @type {HTMLElement|null} */
    this.box = null;
    this.height = 0;
    /** @type {number} */
    this.status = Status.IDLE;
    this.dragFrom = 0;
    this.timer = 0;
  }

  get isRefreshing() {
    return this.status === Status.REFRESHING;
  }

  /** Whether the second level is open, or on its way. */
  get isTwoLevel() {
    return this.status >= Status.TWO_LEVEL_OPENING;
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
    if (isTriggered && !this.isRefreshing && !this.isTwoLevel) this.refresh();
    else if (!isTriggered && this.isRefreshing) this.close();
    const { refresherTwoLevelTriggered: wanted } = view.attributes;
    if (wanted === undefined) return;
    if (wanted && !this.isTwoLevel) this.openTwoLevel();
    else if (!wanted && this.isTwoLevel && this.status !== Status.TWO_LEVEL_CLOSING) this.closeTwoLevel();
  }

  canDrag(axis, direction) {
    const { view } = this;
    if (axis !== "y" || !view.is("refresherEnabled")) return false;
    if (this.isTwoLevel) return direction < 0 && !view.is("refresherTwoLevelScrollEnabled");
    return direction > 0 && view.area.scrollTop <= 0;
  }

  dragged({ totalY }) {
    if (this.isRefreshing) return;
    if (this.isTwoLevel) {
      this.#setHeight(Math.max(0, Math.min(this.#room, this.#room + totalY)), 0);
      return;
    }
    this.#setHeight(Math.max(0, totalY * RESISTANCE), 0);
    this.view.emit("refresherpulling", { dy: this.height });
    const { view } = this;
    const isFar = view.is("refresherTwoLevelEnabled") && this.height >= view.number("refresherTwoLevelThreshold", 150);
    const isReady = this.height >= view.number("refresherThreshold", 45);
    if (isReady && this.status === Status.IDLE) view.emit("refresherwillrefresh");
    this.#become(isFar ? Status.CAN_TWO_LEVEL : isReady ? Status.CAN_REFRESH : Status.IDLE);
  }

  dropped() {
    if (this.isRefreshing) return;
    if (this.isTwoLevel) {
      const closes = this.#room - this.height >= this.view.number("refresherTwoLevelCloseThreshold", 80);
      if (closes) this.closeTwoLevel();
      else this.#setHeight(this.#room, REFRESH_MS);
    } else if (this.status === Status.CAN_TWO_LEVEL) this.openTwoLevel();
    else if (this.status === Status.CAN_REFRESH) this.refresh();
    else if (this.height > 0) {
      this.#setHeight(0, REFRESH_MS);
      this.view.emit("refresherabort");
    }
  }

  removed() {
    this.view.window.clearTimeout(this.timer);
    this.box?.remove();
    this.box = null;
  }

  /** @param {{duration?: number}} [options] ms */
  refresh({ duration = REFRESH_MS } = {}) {
    if (!this.box) return;
    this.#setHeight(this.view.number("refresherThreshold", 45), duration);
    this.#become(Status.REFRESHING);
    this.view.emit("refresherrefresh");
  }

  /** The refreshing is over. */
  close() {
    if (!this.isRefreshing) return;
    this.#become(Status.COMPLETED);
    this.#setHeight(0, REFRESH_MS);
    this.#become(Status.IDLE);
    this.view.emit("refresherrestore");
  }

  /** @param {{duration?: number}} [options] ms */
  openTwoLevel({ duration = TWO_LEVEL_MS } = {}) {
    if (!this.box || this.isTwoLevel) return;
    this.#become(Status.TWO_LEVEL_OPENING);
    this.#setHeight(this.#room, duration);
    this.#later(duration, () => this.#become(Status.TWO_LEVELING));
  }

  /** @param {{duration?: number}} [options] ms */
  closeTwoLevel({ duration = TWO_LEVEL_MS } = {}) {
    if (!this.isTwoLevel) return;
    this.#become(Status.TWO_LEVEL_CLOSING);
    this.#setHeight(0, duration);
    this.#later(duration, () => this.#become(Status.IDLE));
  }

  get #room() {
    return this.view.area.clientHeight;
  }

  #later(duration, done) {
    const { window } = this.view;
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(done, Number(duration) || 0);
  }

  #become(status) {
    if (status === this.status) return;
    this.status = status;
    this.view.emit("refresherstatuschange", { status, dy: this.height });
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

  /** @param {number} height px @param {number} duration ms */
  #setHeight(height, duration) {
    this.height = height;
    if (!this.box) return;
    this.box.style.transition = duration > 0 ? `height ${duration}ms` : "";
    this.box.style.height = `${height}px`;
  }
}
