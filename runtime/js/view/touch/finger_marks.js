/**
 * Shows where two fingers are, or would be. The marks stand beside the body: no selector, tree or tap finds them.
 *
 * Runs in the shell page (Chromium); used by fingers.js.
 */

const LOOK = {
  position: "fixed", zIndex: "2147483647", width: "40px", height: "40px", margin: "-20px 0 0 -20px", boxSizing: "border-box",
  borderRadius: "50%", border: "1.5px solid rgba(255, 255, 255, .9)", boxShadow: "0 0 0 1px rgba(0, 0, 0, .4)",
  pointerEvents: "none",
};
const HOVERING = "rgba(128, 128, 128, .2)";
const PRESSED = "rgba(90, 90, 90, .5)";

export class FingerMarks {
  /** @param {Document} document */
  constructor(document) {
    this.document = document;
    /** @type {HTMLElement[]} */
    this.shown = [];
  }

  /** @param {{clientX: number, clientY: number}[]} points @param {boolean} isPressed */
  show(points, isPressed) {
    while (this.shown.length > points.length) this.shown.pop()?.remove();
    while (this.shown.length < points.length) this.shown.push(this.#mark());
    this.shown.forEach(({ style }, place) => {
      style.left = `${points[place].clientX}px`;
      style.top = `${points[place].clientY}px`;
      style.background = isPressed ? PRESSED : HOVERING;
    });
  }

  hide() {
    for (const mark of this.shown) mark.remove();
    this.shown = [];
  }

  #mark() {
    const mark = this.document.createElement("div");
    mark.className = "wx-finger-mark";
    Object.assign(mark.style, LOOK);
    this.document.documentElement.append(mark);
    return mark;
  }
}
