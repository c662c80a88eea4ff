/**
 * One source that plays, whoever plays it: Chromium, or a decoder of the host for what Chromium does not know (H.264,
 * AAC). Who it is turns out late; what is wished before waits.
 *
 * Runs in the shell page (Chromium); used by the components that play, and by audios.js.
 *
 * @typedef {(event: "metadata"|"canplay"|"play"|"playing"|"pause"|"ended"|"time"|"waiting"|"seeking"|"seeked"|"buffered"|"drawn"|"shown"|"error", detail?: any) => void} Hear
 */

import { DecoderPlayer, openDecoder } from "./decoder_player.js";
import { ElementPlayer } from "./element_player.js";

/** Files that mostly hold what Chromium does not play: the host has a look at them first. */
const OF_THE_HOST = /\.(mp4|m4v|mov|3gp|3g2|m4a|aac|adts|avi|flv|mkv|ts|mpg|mpeg|wmv|wma|amr|m3u8)$/i;
const LOCAL = /^(data|blob):/i;

export class Playback {
  /**
   * @param {{window: Window, document: Document, url: string, isAudio?: boolean, hear: Hear}} options
   */
  constructor({ window, document, url, isAudio = false, hear }) {
    this.window = window;
    this.document = document;
    this.url = url;
    this.isAudio = isAudio;
    this.hear = hear;
    /** @type {ElementPlayer|DecoderPlayer|null} */
    this.player = null;
    this.isClosed = false;
    this.isKnown = false;
    this.isPaused = true;
    this.isEnded = false;
    /** What was wished before the player was there. @type {number|null} */
    this.position = null;
    this.wishes = { rate: 1, volume: 1, isMuted: false };
    this.box = [0, 0];
    /** Opens it, as soon as it is to be played. @type {(() => void)|null} */
    this.waits = null;
    this.#choose();
  }

  get duration() {
    return this.player?.duration ?? 0;
  }

  get currentTime() {
    return this.position ?? this.player?.currentTime ?? 0;
  }

  get buffered() {
    return this.player?.buffered ?? 0;
  }

  play() {
    this.isPaused = false;
    if (this.isEnded) this.position = 0;
    this.isEnded = false;
    this.#goOn();
    if (!this.isKnown) return;
    this.#goToWish();
    this.player?.play();
  }

  pause() {
    this.isPaused = true;
    if (this.isKnown) this.player?.pause();
  }

  /** @param {number} time s */
  seek(time) {
    this.isEnded = false;
    this.position = Math.max(0, Number(time) || 0);
    if (this.isKnown) this.#goToWish();
  }

  /** @param {Partial<{rate: number, volume: number, isMuted: boolean}>} wishes */
  tune(wishes) {
    Object.assign(this.wishes, wishes);
    this.player?.tune(this.wishes);
  }

  /** How large pictures are shown, in px of the screen. @param {number} width @param {number} height */
  fit(width, height) {
    this.box = [Math.ceil(width), Math.ceil(height)];
    if (width > 0 && height > 0) this.player?.fit(this.box[0], this.box[1]);
  }

  close() {
    this.isClosed = true;
    this.hear = () => {};
    this.player?.close();
    this.player = null;
  }

  /** The present picture. @returns {CanvasImageSource|null} */
  get picture() {
    return this.isAudio ? null : /** @type {any} */ (this.player?.element ?? null);
  }

  #goOn() {
    const { waits } = this;
    this.waits = null;
    waits?.();
  }

  #goToWish() {
    if (this.position === null) return;
    const wish = this.position;
    this.position = null;
    this.player?.seek(Math.min(wish, this.duration || wish));
  }

  #choose() {
    if (LOCAL.test(this.url) || !OF_THE_HOST.test(new URL(this.url).pathname)) this.#byElement(true);
    else this.#byHost(true);
  }

  #byElement(isFirst) {
    const { document, url, isAudio } = this;
    const failed = isFirst && !LOCAL.test(url) ? () => this.#byHost(false) : null;
    this.#take(new ElementPlayer({ document, url, isAudio, hear: (...news) => this.#heard(news, failed) }));
  }

  async #byHost(isFirst) {
    this.player?.close();
    this.player = null;
    const asked = openDecoder(this.window, this.url, !this.isPaused).catch(() => ({}));
    const { id = 0, plays = "", failed = "", later = false } = await asked;
    if (this.isClosed) return;
    // Of many films on a page a few are ready; another one is when it is played.
    this.waits = later ? () => this.#byHost(isFirst) : null;
    if (this.waits && !this.isPaused) return this.#goOn();
    if (this.waits) return;
    if (plays === "browser" && isFirst) return this.#byElement(false);
    if (!id) return this.hear("error", { code: failed || "MEDIA_ERR_SRC_NOT_SUPPORTED" });
    const { window, document, isAudio } = this;
    this.#take(new DecoderPlayer({ window, document, id, isAudio, hear: (...news) => this.#heard(news, null) }));
  }

  #take(player) {
    this.player = player;
    player.tune(this.wishes);
    if (this.box[0] > 0) player.fit(this.box[0], this.box[1]);
    if (!this.isAudio) this.hear("shown", player.element);
  }

  /** @param {[any, any?]} news @param {(() => void)|null} otherwise who tries next */
  #heard([event, detail], otherwise) {
    if (event === "error") {
      if (detail.isUnsupported && otherwise && !this.isKnown) return otherwise();
      this.isPaused = true;
    }
    if (event === "metadata") this.isKnown = true;
    if (event === "ended") {
      this.isEnded = true;
      this.isPaused = true;
    }
    this.hear(event, detail);
    if (event === "metadata" && this.player) {
      this.#goToWish();
      if (!this.isPaused) this.player.play();
    }
  }
}
