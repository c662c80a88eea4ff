/**
 * The small window in which a video goes on while other pages are shown; a finger moves and closes it.
 * Runs in the shell page; asked by page views through `port.smallWindow`.
 */

import { h, icon } from "./element.js";

const CROSS = '<path d="M10 10 30 30M30 10 10 30" stroke="currentColor" stroke-width="3" stroke-linecap="round"/>';

export class PhoneSmallWindow {
  constructor() {
    this._content = null;
    this._picture = /** @type {HTMLVideoElement} */ (h("video.small-window-picture"));
    this._picture.muted = true;
    this._done = h("i");
    this._picture.addEventListener("timeupdate", () => (this._done.style.width = `${(this._content?.share() ?? 0) * 100}%`));
    const close = h("button.small-window-close", {}, icon(CROSS, 40));
    close.addEventListener("click", () => this._closedByUser());
    this.element = h("div.small-window", { hidden: true }, this._picture, h("div.small-window-progress", {}, this._done), close);
    this.element.addEventListener("pointerdown", (event) => this.element.setPointerCapture(event.pointerId));
    this.element.addEventListener("pointermove", (event) => this._move(event));
  }

  /**
   * @param {{stream: MediaStream, hasProgress: boolean, place: string, share: () => number, closed: () => void}|null} content
   * `place`: "(left, 100px)" as the attribute says it; `share` of the video that has been played; null = it goes.
   */
  show(content) {
    this._content = content;
    this.element.hidden = content === null;
    this._picture.srcObject = content?.stream ?? null;
    if (!content) return;
    this._picture.play().catch(() => {});
    this.element.classList.toggle("has-progress", content.hasProgress);
    const [, side = "right", top = "90"] = /\(?\s*(left|right)\s*,\s*(\d+)/.exec(content.place) ?? [];
    Object.assign(this.element.style, { top: `${top}px`, left: side === "left" ? "12px" : "auto", right: side === "left" ? "auto" : "12px" });
  }

  close() {
    this.show(null);
  }

  _closedByUser() {
    const content = this._content;
    this.show(null);
    content?.closed();
  }

  _move({ buttons, movementX, movementY }) {
    if (!buttons) return;
    const { offsetLeft, offsetTop, style } = this.element;
    Object.assign(style, { left: `${offsetLeft + movementX}px`, top: `${offsetTop + movementY}px`, right: "auto" });
  }
}
