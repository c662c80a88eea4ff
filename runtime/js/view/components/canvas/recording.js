/**
 * A film of single pictures of a canvas (wx.createMediaRecorder): each is copied when it is asked for, and what changes is
 * kept by Chromium, in VP9.
 *
 * Runs in the shell page (Chromium); loaded with the first film, made by jobs.js.
 */

import { base64Of } from "./values.js";

const TYPE = "video/mp4;codecs=vp9";
const SLICE_MS = 500;
/** It ends by itself then; what is there is the film. */
const LARGEST_BYTES = 32 * 2 ** 20;
const LONGEST_SIDE = 4096;

export class CanvasRecording {
  /** @param {any} window of the page @param {{rate: number, kilobits: number, width: number, height: number}} looks */
  constructor(window, { rate, kilobits, width, height }) {
    this.window = window;
    const copy = window.document.createElement("canvas");
    // The coder wants even numbers.
    Object.assign(copy, { width: even(width), height: even(height) });
    this.copy = copy;
    this.context = copy.getContext("2d");
    this.size = 0;
    /** @type {Blob[]} */
    this.pieces = [];
    this.recorder = new window.MediaRecorder(copy.captureStream(rate), { mimeType: TYPE, videoBitsPerSecond: kilobits * 1000 });
    this.recorder.ondataavailable = ({ data }) => this.#keep(data);
    this.ended = new Promise((resolve) => (this.recorder.onstop = resolve));
    this.recorder.start(SLICE_MS);
  }

  /** @param {HTMLCanvasElement} canvas */
  frame(canvas) {
    if (canvas.width > 0 && canvas.height > 0) this.context.drawImage(canvas, 0, 0, this.copy.width, this.copy.height);
  }

  /** @param {"pause"|"resume"} what */
  rule(what) {
    if (this.recorder.state !== "inactive") this.recorder[what]();
  }

  async stop() {
    this.drop();
    await this.ended;
    const bytes = new Uint8ClampedArray(await new this.window.Blob(this.pieces).arrayBuffer());
    return { fileSize: bytes.length, files: { tempFilePath: { type: "mp4", data: base64Of(bytes) } } };
  }

  drop() {
    if (this.recorder.state !== "inactive") this.recorder.stop();
  }

  #keep(data) {
    this.size += data.size;
    this.pieces.push(data);
    if (this.size > LARGEST_BYTES) this.drop();
  }
}

function even(length) {
  return Math.max(2, Math.min(LONGEST_SIDE, Math.round(length / 2) * 2));
}
