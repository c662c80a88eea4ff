/**
 * The fingers on the glass. A pointer that touches is one. The mouse with its button is one, and with Alt held two: the
 * second is the mirror image of the first around the centre of the screen, and Shift with Alt moves both alike. Where
 * they are is shown as long as there are two, or would be. What fingers do is their listener's.
 *
 * Runs in the shell page (Chromium); used by gestures.js on the document of a page, and by the viewer of pictures.
 */

import { FingerMarks } from "./finger_marks.js";

/** A phone tells no more fingers apart. */
const MOST_FINGERS = 10;

/**
 * @typedef {{clientX: number, clientY: number, pressure: number, timeStamp: number}} FingerPoint
 * @typedef {{identifier: number, pointerId: number, isMirror: boolean, target: Element, start: FingerPoint, last: FingerPoint}} Finger
 * @typedef {object} FingerListener
 * @property {(changed: Finger[], event: PointerEvent) => void} down
 * @property {(changed: Finger[]) => void} move
 * @property {(changed: Finger[]) => void} up they are not among the fingers any more
 * @property {(changed: Finger[]) => void} cancel likewise
 * @property {(finger: Finger) => void} [pressed] another pressure at the same place
 */

export class Fingers {
  /**
   * @param {Window} window @param {Document | Element} root whose pointers they are
   * @param {FingerListener} listener
   */
  constructor(window, root, listener) {
    this.window = window;
    this.listener = listener;
    /** Those that are down, in the order of their coming. @type {Finger[]} */
    this.all = [];
    this.marks = new FingerMarks(window.document);
    /** What the two of the mouse lie around. @type {{x: number, y: number} | null} */
    this.centre = null;
    this.abort = new window.AbortController();
    const on = (type, handler, target = /** @type {EventTarget} */ (root)) =>
      target.addEventListener(type, handler, { capture: true, signal: this.abort.signal });
    on("pointerdown", (event) => this.#down(event));
    on("pointermove", (event) => this.#move(event));
    on("pointerup", (event) => this.#up(event));
    on("pointercancel", () => this.cancel());
    on("keyup", (event) => event.key === "Alt" && this.#unpair(), window.document);
    // A field that loses the focus is no window that does.
    on("blur", (event) => event.target === window && this.cancel(), window);
  }

  /** All go without having done anything. */
  cancel() {
    const gone = this.all;
    this.all = [];
    this.centre = null;
    this.marks.hide();
    if (gone.length > 0) this.listener.cancel(gone);
  }

  destroy() {
    this.cancel();
    this.abort.abort();
  }

  #down(event) {
    if (event.pointerType === "mouse" && (event.button !== 0 || this.all.length > 0)) return;
    if (this.all.length >= MOST_FINGERS || this.#of(event.pointerId)) return;
    const added = [this.#add(event.pointerId, false, elementOf(event.target), pointOf(event))];
    const mirror = this.#mirror(event);
    if (mirror) added.push(this.#add(event.pointerId, true, this.#under(mirror, added[0].target), mirror));
    this.#show(event);
    this.listener.down(added, event);
  }

  #move(event) {
    const finger = this.#of(event.pointerId);
    const mirror = this.#mirror(event);
    if (!finger) {
      if (event.pointerType === "mouse") this.#show(event, mirror);
      return;
    }
    const second = this.#of(event.pointerId, true);
    if (mirror && !second) this.#pair(event, finger, mirror);
    else if (second && !mirror) this.#unpair();
    const moved = [];
    if (this.#put(finger, pointOf(event))) moved.push(finger);
    if (mirror && second && this.#put(second, mirror)) moved.push(second);
    this.#show(event, mirror);
    if (moved.length > 0) this.listener.move(moved);
  }

  #up(event) {
    const gone = this.all.filter((finger) => finger.pointerId === event.pointerId);
    if (gone.length === 0) return;
    this.all = this.all.filter((finger) => !gone.includes(finger));
    for (const finger of gone) finger.last = { ...finger.last, timeStamp: event.timeStamp };
    gone[0].last = pointOf(event);
    this.#show(event, this.#mirror(event));
    this.listener.up(gone);
  }

  /** Alt is held now, with the button down before. */
  #pair(event, finger, mirror) {
    this.listener.down([this.#add(event.pointerId, true, this.#under(mirror, finger.target), mirror)], event);
  }

  /** Alt is held no more: the second finger leaves. */
  #unpair() {
    this.centre = null;
    this.marks.hide();
    const gone = this.all.filter((finger) => finger.isMirror);
    this.all = this.all.filter((finger) => !finger.isMirror);
    if (gone.length > 0) this.listener.up(gone);
  }

  #add(pointerId, isMirror, target, point) {
    let identifier = 0;
    while (this.all.some((finger) => finger.identifier === identifier)) identifier += 1;
    const finger = { identifier, pointerId, isMirror, target, start: point, last: point };
    this.all.push(finger);
    return finger;
  }

  #of(pointerId, isMirror = false) {
    return this.all.find((finger) => finger.pointerId === pointerId && finger.isMirror === isMirror);
  }

  /** Whether the finger is elsewhere than before. @param {Finger} finger @param {FingerPoint} point */
  #put(finger, point) {
    const { last } = finger;
    finger.last = point;
    if (last.clientX !== point.clientX || last.clientY !== point.clientY) return true;
    if (last.pressure !== point.pressure && !finger.isMirror) this.listener.pressed?.(finger);
    return false;
  }

  /** Where the second finger of the mouse is; null if it has none. @returns {FingerPoint | null} */
  #mirror(event) {
    if (event.pointerType !== "mouse" || !event.altKey) {
      this.centre = null;
      return null;
    }
    const { clientX, clientY } = event;
    const { innerWidth, innerHeight } = this.window;
    if (this.centre === null) {
      this.centre = { x: innerWidth / 2, y: innerHeight / 2 };
      this.span = null;
    }
    if (event.shiftKey && this.span) {
      this.centre = { x: clientX + this.span.x / 2, y: clientY + this.span.y / 2 };
    } else {
      this.span = { x: 2 * (this.centre.x - clientX), y: 2 * (this.centre.y - clientY) };
    }
    return { ...pointOf(event), clientX: clientX + this.span.x, clientY: clientY + this.span.y };
  }

  /** What lies under a finger that no event came for. @param {FingerPoint} point @param {Element} otherwise */
  #under({ clientX, clientY }, otherwise) {
    return this.window.document.elementFromPoint(clientX, clientY) ?? otherwise;
  }

  #show(event, mirror = this.#of(event.pointerId, true)?.last ?? null) {
    if (mirror) this.marks.show([event, mirror], this.all.length > 0);
    else if (this.all.length > 1) this.marks.show(this.all.map((finger) => finger.last), true);
    else this.marks.hide();
  }
}

/** @returns {FingerPoint} */
function pointOf({ clientX, clientY, pressure, timeStamp }) {
  return { clientX, clientY, pressure, timeStamp };
}

/** @param {any} target a text has its element */
function elementOf(target) {
  return target.nodeType === 1 ? target : target.parentElement;
}
