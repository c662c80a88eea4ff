/**
 * Plays what Chromium plays, by an element of its own kind.
 *
 * Runs in the shell page (Chromium); made by playback.js. `hear` is told as its typedef there says.
 */

/** Chromium's numbers of errors, as the platform names them. */
const ERRORS = ["", "MEDIA_ERR_ABORTED", "MEDIA_ERR_NETWORK", "MEDIA_ERR_DECODE", "MEDIA_ERR_SRC_NOT_SUPPORTED"];

export class ElementPlayer {
  /** @param {{document: Document, url: string, isAudio: boolean, hear: import("./playback.js").Hear}} options */
  constructor({ document, url, isAudio, hear }) {
    const element = document.createElement(isAudio ? "audio" : "video");
    this.element = element;
    this.hear = hear;
    element.preload = "auto";
    if (element instanceof (document.defaultView ?? window).HTMLVideoElement) element.playsInline = true;
    this.#listen();
    element.src = url;
  }

  get duration() {
    return Number.isFinite(this.element.duration) ? this.element.duration : 0;
  }

  get currentTime() {
    return this.element.currentTime;
  }

  /** s of what is there, from the start. */
  get buffered() {
    const { buffered } = this.element;
    return buffered.length > 0 ? buffered.end(buffered.length - 1) : 0;
  }

  play() {
    // What keeps it from playing is told by the event `error`.
    this.element.play().catch(() => {});
  }

  pause() {
    this.element.pause();
  }

  /** @param {number} time s */
  seek(time) {
    this.element.currentTime = time;
  }

  /** @param {{rate: number, volume: number, isMuted: boolean}} wishes */
  tune({ rate, volume, isMuted }) {
    const { element } = this;
    element.defaultPlaybackRate = rate;
    element.playbackRate = rate;
    element.volume = volume;
    element.muted = isMuted;
  }

  /** The element has another size: of no matter here. */
  fit() {}

  close() {
    this.hear = () => {};
    this.element.removeAttribute("src");
    this.element.load();
    this.element.remove();
  }

  #listen() {
    const { element } = this;
    const pass = (type, event, detail = () => undefined) =>
      element.addEventListener(type, () => this.hear(event, detail()));
    element.addEventListener("loadedmetadata", () => this.#known());
    pass("canplay", "canplay");
    pass("play", "play");
    pass("playing", "playing");
    // At the end of the media Chromium pauses it, too.
    element.addEventListener("pause", () => {
      if (!element.ended && !element.error) this.hear("pause");
    });
    pass("ended", "ended");
    pass("timeupdate", "time");
    pass("waiting", "waiting");
    pass("seeking", "seeking");
    pass("seeked", "seeked");
    pass("progress", "buffered");
    element.addEventListener("error", () => this.#failed());
  }

  #known() {
    const { videoWidth: width = 0, videoHeight: height = 0 } = /** @type {HTMLVideoElement} */ (this.element);
    // The picture of such a file is left out without a word if its codec is not known.
    const isSound = this.element.localName === "audio";
    if (!isSound && width === 0) this.hear("error", { code: ERRORS[4], isUnsupported: true });
    else this.hear("metadata", { width, height, duration: this.duration });
  }

  #failed() {
    const code = this.element.error?.code ?? 0;
    const isUnsupported = code === 4 && this.element.networkState === this.element.NETWORK_NO_SOURCE;
    this.hear("error", { code: ERRORS[code] || "MEDIA_ERR", isUnsupported });
  }
}
