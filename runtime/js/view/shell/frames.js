/**
 * Tells when a batch has reached the screen. Runs in the shell page; called by `pages.js`.
 *
 * A frame is painted after the animation-frame callbacks; a message posted in one arrives right behind the paint.
 * A view that nobody paints (hidden, minimised) gives no frames: a timer then takes their place, so nothing waits on.
 */

const FALLBACK_MS = 50;

export class Frames {
  constructor() {
    this._waiting = [];
    this._isArmed = false;
    this._timer = 0;
    this._request = 0;
    this._painted = new MessageChannel();
    this._painted.port1.onmessage = () => this._flush();
  }

  /** @param {() => void} done called after the next frame */
  afterPaint(done) {
    this._waiting.push(done);
    if (this._isArmed) return;
    this._isArmed = true;
    this._timer = setTimeout(() => this._flush(), FALLBACK_MS);
    this._request = requestAnimationFrame(() => this._painted.port2.postMessage(0));
  }

  _flush() {
    if (!this._isArmed) return;
    this._isArmed = false;
    clearTimeout(this._timer);
    cancelAnimationFrame(this._request);
    const waiting = this._waiting;
    this._waiting = [];
    for (const done of waiting) done();
  }
}
