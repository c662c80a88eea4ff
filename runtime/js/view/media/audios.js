/**
 * What plays sound without an element (InnerAudioContext, BackgroundAudioManager), by number: all of a program's run.
 *
 * Runs in the shell page (Chromium); loaded with the first order, asked by components/services.js. Belongs to the run
 * and not to a page: sound goes on when pages go. Tells by `port.news` what happens.
 */

import { Playback } from "./playback.js";

/** What the program hears for what a playback says. */
const EVENTS = {
  canplay: "onCanplay", play: "onPlay", pause: "onPause", ended: "onEnded", time: "onTimeUpdate", waiting: "onWaiting",
  seeking: "onSeeking", seeked: "onSeeked",
};
/** Source: reference, InnerAudioContext.onError. */
const ERRORS = { MEDIA_ERR_NETWORK: 10002, MEDIA_ERR_DECODE: 10003, MEDIA_ERR_SRC_NOT_SUPPORTED: 10004 };
const SYSTEM_ERROR = 10001;
const SLOWEST = 0.5;
const FASTEST = 2;
const BACKGROUND = "BackgroundAudioManager";

export class Audios {
  /** @param {any} port of the run @param {(path: string) => string} fileUrl */
  constructor(port, fileUrl) {
    this.port = port;
    this.fileUrl = fileUrl;
    /** @type {Map<number, Audio>} */
    this.all = new Map();
    port.atEnd(() => {
      for (const audio of this.all.values()) audio.destroy();
      this.all.clear();
    });
  }

  /** @param {import("../../shared/wire/view_calls.js").Audio} order */
  order({ audio: number, kind, what, value }) {
    let audio = this.all.get(number);
    if (!audio) this.all.set(number, (audio = new Audio(this, number, kind === BACKGROUND)));
    audio[what](value);
    if (what === "destroy") this.all.delete(number);
  }
}

class Audio {
  /** @param {Audios} audios @param {number} number @param {boolean} isBackground */
  constructor(audios, number, isBackground) {
    this.audios = audios;
    this.number = number;
    this.isBackground = isBackground;
    /** @type {Record<string, any>} */
    this.values = { volume: 1, playbackRate: 1 };
    /** @type {Playback|null} */
    this.playback = null;
    this.isPaused = true;
  }

  /** @param {Record<string, any>} values */
  set(values) {
    Object.assign(this.values, values);
    if (values.src !== undefined) this.#open();
    else this.#tune();
    this.#showBar();
  }

  play() {
    if (!this.values.src) return this.#fail("MEDIA_ERR_SRC_NOT_SUPPORTED", "src is empty");
    // One that was stopped, or broke, begins anew.
    if (!this.playback) this.#open(true);
    this.isPaused = false;
    return this.playback?.play();
  }

  pause() {
    this.isPaused = true;
    this.playback?.pause();
  }

  stop() {
    if (!this.playback) return;
    this.#close();
    this.#tell("onStop");
    this.#showBar();
  }

  /** @param {unknown} time s */
  seek(time) {
    this.playback?.seek(Number(time) || 0);
  }

  destroy() {
    this.#close();
    this.#showBar();
  }

  #open(isOrdered = false) {
    this.#close();
    const source = String(this.values.src ?? "").trim();
    if (source === "") return;
    // No template says it: a path without a slash in front begins at the package's root, too.
    const url = this.audios.fileUrl(/^(\/|[a-z][a-z0-9+.-]*:)/i.test(source) ? source : `/${source}`);
    this.playback = new Playback({
      window, document, url, isAudio: true, hear: (event, detail) => this.#heard(event, detail),
    });
    this.#tune();
    const start = Number(this.values.startTime) || 0;
    if (start > 0) this.playback.seek(start);
    if (!isOrdered && (this.values.autoplay || this.isBackground)) this.play();
  }

  #close() {
    this.playback?.close();
    this.playback = null;
    this.isPaused = true;
  }

  #tune() {
    const { volume, playbackRate } = this.values;
    this.playback?.tune({
      volume: Math.max(0, Math.min(1, Number(volume ?? 1))),
      rate: Math.max(SLOWEST, Math.min(FASTEST, Number(playbackRate) || 1)),
    });
  }

  #heard(event, detail) {
    if (event === "error") {
      this.#close();
      return this.#fail(detail.code, detail.code);
    }
    if (event === "play") this.isPaused = false;
    if (event === "pause" || event === "ended") this.isPaused = true;
    if (event === "ended" && this.values.loop) return this.play();
    this.#tell(EVENTS[event] ?? "");
    return this.#showBar();
  }

  #fail(code, reason) {
    const errCode = ERRORS[code] ?? SYSTEM_ERROR;
    this.#tell("onError", { errCode, errMsg: `errCode:${errCode}, err:${reason}` });
    this.#showBar();
  }

  #tell(event, result) {
    const { playback } = this;
    const state = {
      currentTime: playback?.currentTime ?? 0, duration: playback?.duration ?? 0, paused: this.isPaused,
      buffered: playback?.buffered ?? 0,
    };
    this.audios.port.news({ audio: this.number, event, state, ...(result ? { result } : {}) });
  }

  /** The phone shows what plays behind pages, and can rule it. */
  #showBar() {
    if (!this.isBackground) return;
    const { playback, values } = this;
    this.audios.port.playingBar(playback && {
      title: String(values.title ?? ""), singer: String(values.singer ?? ""),
      cover: values.coverImgUrl ? this.audios.fileUrl(String(values.coverImgUrl)) : "",
      isPaused: this.isPaused, share: playback.duration > 0 ? playback.currentTime / playback.duration : 0,
      toggle: () => (this.isPaused ? this.play() : this.pause()),
      next: () => this.#tell("onNext"), previous: () => this.#tell("onPrev"), stop: () => this.stop(),
    });
  }
}
