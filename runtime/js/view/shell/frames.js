/**
 * Tells when a batch has reached the screen. Runs in the shell page; called by `pages.js`.
 *
 * A frame is painted after the animation-frame callbacks; a message posted in one arrives right behind the paint.
 * A view that nobody paints (hidden, minimised) gives no frames: a timer then takes their place, so nothing waits on.
 */

import { renderingOf } from "./rendering_time.js";

const FALLBACK_MS = 50;

export class Frames {
  constructor() {
    this._waiting = [];
    this._isArmed = false;
    this._timer = 0;
    this._request = 0;
    /** @type {Set<Document>} */
    this._measured = new Set();
    /** @type {import("./rendering_time.js").Rendering|null} */
    this._rendering = null;
    this._painted = new MessageChannel();
    this._painted.port1.onmessage = () => this._flush();
  }

  /**
   * @param {(rendering: import("./rendering_time.js").Rendering|null) => void} done called after the next frame
   * @param {Document} [measured] its styles and layout in that frame are to be measured
   */
  afterPaint(done, measured) {
    this._waiting.push(done);
    if (measured) this._measured.add(measured);
    if (this._isArmed) return;
    this._isArmed = true;
    this._timer = setTimeout(() => this._flush(), FALLBACK_MS);
    this._request = requestAnimationFrame(() => {
      if (this._measured.size > 0) this._rendering = renderingOf(this._measured);
      this._painted.port2.postMessage(0);
    });
  }

  _flush() {
    if (!this._isArmed) return;
    this._isArmed = false;
    clearTimeout(this._timer);
    cancelAnimationFrame(this._request);
    const waiting = this._waiting;
    const rendering = this._rendering;
    this._waiting = [];
    this._measured.clear();
    this._rendering = null;
    for (const done of waiting) done(rendering);
  }
}
