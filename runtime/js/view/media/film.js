/**
 * A film of what a canvas shows, in MP4: VP9, which every player here knows. Runs in the shell page (Chromium).
 */

import { base64Of } from "../components/canvas/values.js";

const TYPE = "video/mp4;codecs=vp9";
const PICTURES_PER_S = 15;

export class Film {
  /** @param {Window} window @param {HTMLCanvasElement} canvas @param {number} longest_s it ends by itself then */
  constructor(window, canvas, longest_s) {
    const { MediaRecorder } = /** @type {any} */ (window);
    this.window = window;
    /** @type {Blob[]} */
    this.pieces = [];
    this.recorder = new MediaRecorder(canvas.captureStream(PICTURES_PER_S), { mimeType: TYPE });
    this.recorder.ondataavailable = ({ data }) => this.pieces.push(data);
    this.ended = new Promise((resolve) => (this.recorder.onstop = resolve));
    this.recorder.start();
    this.timer = setTimeout(() => this.#stop(), longest_s * 1000);
  }

  /** @returns {Promise<string>} base64 */
  async end() {
    this.#stop();
    await this.ended;
    const { Blob } = /** @type {any} */ (this.window);
    return base64Of(new Uint8ClampedArray(await new Blob(this.pieces).arrayBuffer()));
  }

  /** Nobody wants it. */
  drop() {
    this.#stop();
    this.pieces = [];
  }

  #stop() {
    clearTimeout(this.timer);
    if (this.recorder.state !== "inactive") this.recorder.stop();
  }
}
