/**
 * Makes a film anew of a picture and sounds that are played here (wx.compressVideo, wx.openVideoEditor, MediaContainer): what
 * is seen and heard is kept, in VP9 and Opus, which every player here knows. It takes as long as the film is.
 *
 * Runs in the shell page (Chromium); loaded with the first film, asked by shell/shell_methods.js.
 */

import { base64Of } from "../components/canvas/values.js";
import { resourceUrl } from "../shell/resource_url.js";
import { Playback } from "./playback.js";

/** @typedef {import("../../shared/wire/films.js").MakeFilm} MakeFilm */

const LONGEST_S = 600;
const LARGEST_BYTES = 64 * 2 ** 20;
/** A source that does not go on for so long is given up. */
const PATIENCE_MS = 15_000;
const SLICE_MS = 500;
const SOUND_KILOBITS = 96;

/** @param {MakeFilm} plan @param {Set<() => void>} endings @returns {Promise<import("../../shared/wire/films.js").MadeFilm>} */
export async function makeFilm(plan, endings) {
  const maker = new FilmMaker(plan);
  const stop = () => maker.end(new Error("the program has ended"));
  endings.add(stop);
  try {
    return await maker.make();
  } finally {
    endings.delete(stop);
    maker.end(null);
  }
}

class FilmMaker {
  /** @param {MakeFilm} plan */
  constructor(plan) {
    this.plan = plan;
    const canvas = document.createElement("canvas");
    // The coder wants even numbers.
    Object.assign(canvas, { width: even(plan.width), height: even(plan.height) });
    this.canvas = canvas;
    this.context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
    /** @type {Playback|null} */
    this.playback = null;
    /** @type {any} */
    this.sound = null;
    /** @type {any} */
    this.recorder = null;
    /** @type {Blob[]} */
    this.pieces = [];
    this.size = 0;
    this.seconds = 0;
    this.drawing = 0;
    this.patience = 0;
    /** @type {Map<string, () => void>} */
    this.waiting = new Map();
    this.broken = new Promise((_, reject) => (this.fail = reject));
    this.broken.catch(() => {});
  }

  /** @returns {Promise<import("../../shared/wire/films.js").MadeFilm>} */
  make() {
    return Promise.race([this.broken, this.#make()]);
  }

  /** @param {Error|null} reason */
  end(reason) {
    if (reason) this.fail?.(reason);
    window.clearInterval(this.drawing);
    clearTimeout(this.patience);
    this.playback?.close();
    if (this.recorder && this.recorder.state !== "inactive") this.recorder.stop();
    this.sound?.context.close().catch(() => {});
    this.sound = null;
  }

  async #make() {
    const { plan } = this;
    this.#wait();
    if (plan.picture) await this.#open();
    const length = await this.#listen();
    const whole = this.playback ? this.playback.duration : length;
    const end = plan.end > 0 ? Math.min(plan.end, whole || plan.end) : whole;
    this.seconds = end - plan.start;
    if (!(this.seconds > 0)) throw new Error("there is nothing to keep");
    if (this.seconds > LONGEST_S) throw new Error(`longer than ${LONGEST_S} s`);
    await this.#play(end);
    const bytes = new Uint8ClampedArray(await new /** @type {any} */ (window).Blob(this.pieces).arrayBuffer());
    return { data: base64Of(bytes), duration: this.seconds };
  }

  async #open() {
    const { plan } = this;
    this.playback = new Playback({
      window, document, url: resourceUrl(plan.picture, "app"), hear: (event, detail) => this.#heard(event, detail),
    });
    this.playback.tune({ isMuted: true });
    this.playback.fit(this.canvas.width, this.canvas.height);
    await this.#once("metadata");
    if (plan.start <= 0) return;
    this.playback.seek(plan.start);
    await this.#once("seeked");
  }

  /** The sounds that are to be heard, ready. @returns {Promise<number>} length of the longest, s */
  async #listen() {
    const { AudioContext } = /** @type {any} */ (window);
    let length = 0;
    for (const { src, volume, mayBeSilent } of this.plan.sounds) {
      const buffer = await this.#decoded(src, mayBeSilent);
      if (!buffer) continue;
      const context = (this.sound ??= begin(new AudioContext())).context;
      const [node, gain] = [context.createBufferSource(), context.createGain()];
      node.buffer = buffer;
      gain.gain.value = volume;
      node.connect(gain).connect(this.sound.target);
      this.sound.nodes.push(node);
      length = Math.max(length, buffer.duration);
    }
    return length;
  }

  async #decoded(src, mayBeSilent) {
    const answer = await fetch(`handset://media/sound?source=${encodeURIComponent(resourceUrl(src, "app"))}`).catch(() => null);
    this.#wait();
    if (answer?.ok) {
      const { OfflineAudioContext } = /** @type {any} */ (window);
      return new OfflineAudioContext(1, 1, 44100).decodeAudioData(await answer.arrayBuffer());
    }
    if (mayBeSilent) return null;
    throw new Error(`no sound "${src}"`);
  }

  #play(end) {
    const { plan } = this;
    const tracks = this.playback ? /** @type {any} */ (this.canvas).captureStream(plan.rate).getTracks() : [];
    if (this.sound) tracks.push(...this.sound.target.stream.getTracks());
    if (!tracks.length) throw new Error("there is nothing to keep");
    const { MediaRecorder, MediaStream } = /** @type {any} */ (window);
    const codecs = [this.playback ? "vp9" : "", this.sound ? "opus" : ""].filter(Boolean).join(",");
    this.recorder = new MediaRecorder(new MediaStream(tracks), {
      mimeType: `${this.playback ? "video" : "audio"}/mp4;codecs="${codecs}"`,
      videoBitsPerSecond: plan.kilobits * 1000, audioBitsPerSecond: SOUND_KILOBITS * 1000,
    });
    this.recorder.ondataavailable = ({ data }) => this.#keep(data);
    const stopped = new Promise((resolve) => (this.recorder.onstop = resolve));
    this.#draw();
    this.recorder.start(SLICE_MS);
    this.drawing = window.setInterval(() => this.#draw(), 1000 / plan.rate);
    for (const node of this.sound?.nodes ?? []) node.start(0, plan.start);
    const until = this.playback ? this.#reach(end) : new Promise((resolve) => setTimeout(resolve, this.seconds * 1000));
    this.playback?.play();
    return until.then(() => {
      this.#draw();
      this.recorder.stop();
      return stopped;
    });
  }

  #reach(end) {
    return new Promise((resolve) => {
      this.waiting.set("ended", () => resolve(null));
      this.waiting.set("time", () => this.playback && this.playback.currentTime >= end && resolve(null));
    });
  }

  #draw() {
    const picture = /** @type {any} */ (this.playback?.picture);
    // What has not been drawn yet has no size.
    if (picture && (picture.videoWidth ?? picture.width) > 0) {
      this.context.drawImage(picture, 0, 0, this.canvas.width, this.canvas.height);
    }
    if (this.playback) this.waiting.get("time")?.();
    else this.#wait();
  }

  #keep(data) {
    this.size += data.size;
    if (this.size > LARGEST_BYTES) return this.end(new Error(`more than ${LARGEST_BYTES} bytes`));
    return this.pieces.push(data);
  }

  #heard(event, detail) {
    this.#wait();
    if (event === "error") this.end(new Error(detail.code));
    this.waiting.get(event)?.();
  }

  #once(event) {
    return new Promise((resolve) => this.waiting.set(event, () => resolve(null)));
  }

  #wait() {
    clearTimeout(this.patience);
    this.patience = setTimeout(() => this.end(new Error("the source does not go on")), PATIENCE_MS);
  }
}

function begin(context) {
  return { context, target: context.createMediaStreamDestination(), nodes: [] };
}

function even(length) {
  return Math.max(2, Math.round(length / 2) * 2);
}
