/**
 * Plays what Chromium does not, by a decoder of the host (`simulator/media`): pictures are fetched one by one and drawn
 * into a canvas, sound is played by the decoder. The next thing is asked for when the last one is drawn, so that a page
 * that cannot keep up misses pictures and nothing piles up.
 *
 * Runs in the shell page (Chromium); made by playback.js. What crosses: `MediaOrder`s in addresses of `handset://media`;
 * pictures and `MediaNews` as their answers (runtime/protocol/media.py).
 */

import { mediaOrder } from "../../shared/wire/media.js";

const HOME = "handset://media";
const POSITION = "x-position";

/**
 * Asks the host to open a file or address. What is not to be played yet may have to wait (`later`).
 * @param {Window} window @param {string} url @param {boolean} isWanted whether it is to be played now
 */
export async function openDecoder(window, url, isWanted) {
  const answer = await window.fetch(`${HOME}/open?source=${encodeURIComponent(url)}&wanted=${isWanted ? 1 : 0}`);
  return answer.ok ? answer.json() : { failed: "MEDIA_ERR_SRC_NOT_SUPPORTED" };
}

export class DecoderPlayer {
  /**
   * @param {{window: Window, document: Document, id: number, isAudio: boolean, hear: import("./playback.js").Hear}} options
   */
  constructor({ window, document, id, isAudio, hear }) {
    this.window = window;
    this.hear = hear;
    this.id = id;
    this.isClosed = false;
    this.duration = 0;
    this.currentTime = 0;
    this.buffered = 0;
    this.size = [0, 0];
    this.element = document.createElement(isAudio ? "span" : "canvas");
    this.context = isAudio ? null : /** @type {HTMLCanvasElement} */ (this.element).getContext("2d");
    this.#pull();
  }

  play() {
    this.#order(mediaOrder.play());
  }

  pause() {
    this.#order(mediaOrder.pause());
  }

  /** @param {number} time s */
  seek(time) {
    this.hear("seeking");
    this.#order(mediaOrder.seek({ position_ms: Math.max(0, Math.round(time * 1000)) }));
  }

  /** @param {{rate: number, volume: number, isMuted: boolean}} wishes */
  tune({ rate, volume, isMuted }) {
    this.#order(mediaOrder.tune({ rate, volume: isMuted ? 0 : volume }));
  }

  /** Pictures no larger than this are enough. @param {number} width px of the screen @param {number} height */
  fit(width, height) {
    if (width === this.size[0] && height === this.size[1]) return;
    this.size = [width, height];
    this.#order(mediaOrder.fit({ width, height }));
  }

  close() {
    this.isClosed = true;
    this.hear = () => {};
    this.#order(mediaOrder.close());
    this.element.remove();
  }

  #order(order) {
    const text = encodeURIComponent(JSON.stringify(order));
    this.window.fetch(`${HOME}/${this.id}/do?order=${text}`).catch(() => {});
  }

  async #pull() {
    try {
      while (!this.isClosed) {
        const answer = await this.window.fetch(`${HOME}/${this.id}/next`);
        if (!answer.ok) throw new Error("the decoder is gone");
        const isPicture = (answer.headers.get("content-type") ?? "").startsWith("image/");
        if (isPicture) await this.#draw(await answer.blob(), Number(answer.headers.get(POSITION)) / 1000);
        else for (const news of await answer.json()) this.#take(news);
      }
    } catch {
      if (!this.isClosed) this.hear("error", { code: "MEDIA_ERR_DECODE", isUnsupported: false });
    }
  }

  async #draw(blob, time) {
    const bitmap = await this.window.createImageBitmap(blob);
    const canvas = /** @type {HTMLCanvasElement} */ (this.element);
    if (this.context && !this.isClosed) {
      if (canvas.width !== bitmap.width || canvas.height !== bitmap.height) {
        Object.assign(canvas, { width: bitmap.width, height: bitmap.height });
      }
      this.context.drawImage(bitmap, 0, 0);
      this.currentTime = time;
      this.hear("drawn");
    }
    bitmap.close();
  }

  #load(buffered) {
    if (buffered === this.buffered) return;
    this.buffered = buffered;
    this.hear("buffered");
  }

  /** @param {import("../../shared/wire/media.js").MediaNews} news */
  #take(news) {
    if (this.isClosed) return;
    switch (news.name) {
      case "opened":
        this.duration = news.duration_ms / 1000;
        this.hear("metadata", { width: news.width, height: news.height, duration: this.duration, rate: news.rate });
        this.hear("canplay");
        break;
      case "time":
        this.currentTime = news.position_ms / 1000;
        this.hear("time");
        this.#load(news.buffered_share * this.duration);
        break;
      case "said":
        this.hear(news.what);
        break;
      case "failed":
        this.hear("error", { code: news.code, isUnsupported: news.code === "MEDIA_ERR_SRC_NOT_SUPPORTED" });
        break;
    }
  }
}
