/**
 * Films that are decoded picture by picture (wx.createVideoDecoder), by number: all of a program's run. A film that is not
 * paced shows every picture, by going from place to place; a paced one plays, and what is not asked for in time is missed.
 *
 * Runs in the shell page (Chromium); loaded with the first order, asked by page/media_orders.js.
 */

import { base64Of } from "../components/canvas/values.js";
import { Playback } from "./playback.js";

const MAX_DECODERS = 4;
const MAX_PIXELS = 1920 * 1088;
/** Pictures a second, where nobody knows. */
const USUAL_RATE = 25;
const PATIENCE_MS = 10_000;
/** So long a place may wait for its picture: behind the last one there is none. */
const PICTURE_MS = 1000;

export class VideoDecoders {
  /** @param {any} port of the run @param {(path: string) => string} fileUrl */
  constructor(port, fileUrl) {
    this.fileUrl = fileUrl;
    /** @type {Map<number, Decoding>} */
    this.all = new Map();
    port.atEnd(() => {
      for (const decoding of this.all.values()) decoding.close();
      this.all.clear();
    });
  }

  /** @param {import("../../shared/wire/view_calls.js").DecodeVideo} order */
  order({ decoder, what, value }) {
    if (what === "start") return this.#start(decoder, value);
    const decoding = this.all.get(decoder);
    if (what === "remove") return this.#remove(decoder);
    if (!decoding) throw new Error("it has not been started");
    return what === "seek" ? decoding.seek(Number(value) / 1000 || 0) : decoding.next();
  }

  #start(number, { source, isPaced }) {
    this.#remove(number);
    if (this.all.size >= MAX_DECODERS) throw new Error(`more than ${MAX_DECODERS} decoders`);
    const decoding = new Decoding(this.fileUrl(String(source)), Boolean(isPaced));
    this.all.set(number, decoding);
    return decoding.opened.catch((error) => {
      this.#remove(number);
      throw error;
    });
  }

  #remove(number) {
    this.all.get(number)?.close();
    this.all.delete(number);
  }
}

class Decoding {
  /** @param {string} url @param {boolean} isPaced */
  constructor(url, isPaced) {
    this.isPaced = isPaced;
    this.canvas = document.createElement("canvas");
    this.context = /** @type {CanvasRenderingContext2D} */ (this.canvas.getContext("2d", { willReadFrequently: true }));
    this.rate = USUAL_RATE;
    this.place = 0;
    this.isFirst = true;
    this.isOver = false;
    /** Who waits for something to happen. @type {Map<string, (detail: any) => void>} */
    this.waiting = new Map();
    this.broken = new Promise((_, reject) => (this.fail = reject));
    this.broken.catch(() => {});
    this.playback = new Playback({ window, document, url, hear: (event, detail) => this.#heard(event, detail) });
    this.playback.tune({ isMuted: true });
    this.opened = this.#soon("metadata", PATIENCE_MS).then((facts) => this.#open(facts));
  }

  #open({ width, height, rate = 0, duration }) {
    if (!width || !height) throw new Error("it has no picture");
    if (width * height > MAX_PIXELS) throw new Error(`more than ${MAX_PIXELS} pixels`);
    if (rate > 0) this.rate = rate;
    Object.assign(this.canvas, { width, height });
    this.playback.fit(width, height);
    if (this.isPaced) this.playback.play();
    return { width, height, duration: Math.round(duration * 1000), fps: this.rate };
  }

  /** @returns {Promise<object|null>} */
  async next() {
    await this.opened;
    if (this.isOver) return null;
    if (this.isPaced) await this.#shown();
    else await this.#step();
    return this.isOver ? null : this.#picture();
  }

  /** @param {number} place s */
  async seek(place) {
    await this.opened;
    this.place = Math.max(0, Math.min(this.playback.duration, place));
    this.isOver = false;
    this.isFirst = false;
    await this.#go();
    // The next step shows this very place.
    this.isFirst = true;
    if (this.isPaced) this.playback.play();
  }

  close() {
    this.fail?.(new Error("it has been removed"));
    this.playback.close();
  }

  /** A paced film has another picture, or has ended. */
  async #shown() {
    const element = /** @type {any} */ (this.playback.picture);
    if (this.isFirst && element?.readyState === undefined) this.isFirst = false;
    const picture = element?.requestVideoFrameCallback
      ? new Promise((resolve) => element.requestVideoFrameCallback(resolve)) : this.#soon("drawn", PATIENCE_MS);
    await Promise.race([this.broken, picture, this.#soon("ended", PATIENCE_MS).then(() => (this.isOver = true))]);
  }

  async #step() {
    if (this.isFirst) {
      this.isFirst = false;
      if (this.place === 0) await this.#go();
      return;
    }
    this.place += 1 / this.rate;
    if (this.place >= this.playback.duration - 0.5 / this.rate) this.isOver = true;
    else await this.#go();
  }

  async #go() {
    const isElement = "videoWidth" in /** @type {any} */ (this.playback.picture ?? {});
    const there = this.#soon(isElement ? "seeked" : "drawn", PICTURE_MS).catch(() => null);
    this.playback.seek(this.place);
    await Promise.race([this.broken, there]);
  }

  #picture() {
    const { width, height } = this.canvas;
    const picture = /** @type {any} */ (this.playback.picture);
    if (picture && (picture.videoWidth ?? picture.width) > 0) this.context.drawImage(picture, 0, 0, width, height);
    const position = Math.round((this.isPaced ? this.playback.currentTime : this.place) * 1000);
    return { width, height, position, pixels: base64Of(this.context.getImageData(0, 0, width, height).data) };
  }

  #heard(event, detail) {
    if (event === "error") this.fail?.(new Error(detail.code));
    const heard = this.waiting.get(event);
    this.waiting.delete(event);
    heard?.(detail);
  }

  #soon(event, patience) {
    const come = new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error("the film does not go on")), patience);
      this.waiting.set(event, (detail) => {
        clearTimeout(timer);
        resolve(detail);
      });
    });
    return Promise.race([this.broken, come]);
  }
}
