/**
 * `video`: attributes, events, and what VideoContext orders. The playing is playback.js's, the looks are those of the
 * files beside this one.
 *
 * Runs in the shell page (Chromium); loaded with the first page that has a video.
 */

import { BuiltIn } from "../built_in.js";
import { cssUrl } from "../css_url.js";
import { PictureInPicture } from "../picture_in_picture.js";
import { Playback } from "../../media/playback.js";
import { Controls } from "./controls.js";
import { Danmu } from "./danmu.js";
import { FullScreen } from "./full_screen.js";
import { VideoGestures } from "./gestures.js";
import { Stage } from "./stage.js";

const FITS = ["contain", "fill", "cover"];
const SLOWEST = 0.5;
const FASTEST = 2;

export class Video extends BuiltIn {
  /** @type {Stage} */
  stage;
  /** @type {Danmu} */
  danmu;
  /** @type {FullScreen} */
  full;
  /** @type {PictureInPicture} */
  small;
  /** @type {Controls} */
  controls;
  /** @type {VideoGestures} */
  gestures;
  /** @type {Playback|null} */
  playback = null;
  /** Attributes that count as they were at the start. */
  fixed = { danmuBtn: false, enableDanmu: false };
  rate = 1;
  /** 0 to 1 */
  volume = 1;
  /** 0 to 1; of this picture alone: the desk's screen stays as it is. */
  light = 1;
  isMuted = false;
  width = 0;
  height = 0;
  goesOnBehind = false;
  hasPlayed = false;

  begin() {
    this.stage = new Stage(this.element);
    this.fixed = { danmuBtn: this.is("danmuBtn"), enableDanmu: this.is("enableDanmu") };
    this.danmu = new Danmu(this);
    this.full = new FullScreen(this);
    this.small = new PictureInPicture(this, {
      picture: () => this.playback?.picture, isPlaying: () => this.hasPlayed && this.playback?.isPaused === false,
      share: () => (this.duration > 0 ? (this.playback?.currentTime ?? 0) / this.duration : 0), pause: () => this.pause(),
    });
    this.controls = new Controls(this);
    this.gestures = new VideoGestures(this);
    this.isMuted = this.is("muted");
    this.danmu.begin();
    this.#open();
    super.begin();
  }

  get isFull() {
    return this.full.isOn;
  }

  /** s */
  get duration() {
    return this.number("duration", 0) || (this.playback?.duration ?? 0);
  }

  /** An attribute that counts as it was at the start. @param {"danmuBtn"|"enableDanmu"} name */
  isFixed(name) {
    return this.fixed[name];
  }

  connected() {
    this.observeSizes(this.stage.box);
    this.services.watchPage(this);
    this.window.addEventListener("resize", this.#turned);
  }

  sized() {
    this.#fit();
    this.controls.draw();
  }

  removed() {
    super.removed();
    this.services.forgetPage(this);
    this.window.removeEventListener("resize", this.#turned);
    if (this.isFull) this.full.set(false);
    this.small.close();
    this.controls.end();
    this.playback?.close();
  }

  changed(name) {
    if (name === "src") this.#open();
    if (name === "muted") this.setMuted(this.is("muted"));
    if (name === "autoplay" && this.is("autoplay") && !this.hasPlayed) this.play();
    this.draw();
  }

  draw() {
    const fit = this.text("objectFit", "contain");
    this.stage.box.dataset.fit = FITS.includes(fit) ? fit : "contain";
    const poster = this.text("poster");
    const isCovered = poster !== "" && !this.hasPlayed && this.is("controls", true);
    this.stage.poster.style.backgroundImage = isCovered ? cssUrl(this.services.fileUrl(poster, this.element)) : "";
    this.stage.poster.hidden = !isCovered;
    this.stage.danmu.hidden = !this.danmu.isOn;
    this.controls.draw();
  }

  /** Carries out what VideoContext orders. @param {string} method @param {any[]} args */
  invoke(method, [given] = []) {
    switch (method) {
      case "play": return this.play();
      case "pause": return this.pause();
      case "stop": return this.stop();
      case "seek": return this.seek(Number(given));
      case "playbackRate": return this.setRate(Number(given));
      case "sendDanmu": return this.danmu.fly(given);
      case "requestFullScreen": return this.setFull(true, given?.direction);
      case "exitFullScreen": return this.setFull(false);
      case "requestBackgroundPlayback": return this.setBackground(true);
      case "exitBackgroundPlayback": return this.setBackground(false);
      case "exitPictureInPicture": return this.small.leave();
      // The status bar is under the video in full screen, as on iOS; there is nothing else to show or hide.
      case "showStatusBar": case "hideStatusBar": return undefined;
      case "startCasting": case "switchCasting": case "reconnectCasting": return this.cast();
      default: return undefined;
    }
  }

  play() {
    if (!this.playback) return;
    this.hasPlayed = true;
    this.playback.play();
    this.draw();
  }

  pause() {
    this.playback?.pause();
  }

  stop() {
    if (!this.playback) return;
    this.playback.pause();
    this.playback.seek(0);
    this.hasPlayed = false;
    this.draw();
  }

  toggle() {
    if (this.playback && !this.playback.isPaused) this.pause();
    else this.play();
  }

  /** @param {number} time s */
  seek(time) {
    if (!Number.isFinite(time)) return;
    this.playback?.seek(time);
    this.danmu.reached = time;
    this.controls.time();
  }

  setRate(rate) {
    if (!Number.isFinite(rate)) return;
    this.rate = Math.max(SLOWEST, Math.min(FASTEST, rate));
    this.#tune();
  }

  setVolume(volume) {
    this.volume = volume;
    this.#tune();
  }

  setMuted(isMuted) {
    this.isMuted = isMuted;
    this.#tune();
    this.controls.draw();
  }

  setLight(light) {
    this.light = light;
    this.stage.picture.style.filter = light < 1 ? `brightness(${0.2 + light * 0.8})` : "";
  }

  setFull(isFull, direction) {
    this.full.set(isFull, direction);
    this.#fit();
    this.controls.draw();
  }

  setBackground(goesOn) {
    this.goesOnBehind = goesOn;
  }

  /** No receiver is ever near the desk. */
  cast() {
    this.emit("castinguserselect", { state: "fail" });
  }

  /** The page is covered by another one of the program, or is seen again. @param {boolean} isShown */
  pageShown(isShown) {
    if (this.small.follows(isShown) || this.goesOnBehind) return;
    if (!isShown && this.is("autoPauseIfNavigate", true)) this.pause();
  }

  grab(event) {
    return !this.stage.content.contains(event.target) && this.gestures.grab(event);
  }

  canDrag(axis) {
    return this.gestures.canDrag(axis);
  }

  dragged(movement) {
    this.gestures.dragged(movement);
  }

  dropped() {
    this.gestures.dropped();
  }

  tapped(target) {
    if (!this.stage.box.contains(target) || this.stage.content.contains(target)) return false;
    if (!this.controls.tapped(target)) this.gestures.tapped();
    return true;
  }

  keep() {
    const { playback, hasPlayed, attributes } = this;
    return { source: attributes.src, hasPlayed, time: playback?.currentTime ?? 0, isPaused: playback?.isPaused ?? true };
  }

  restore({ source, hasPlayed, time, isPaused }) {
    if (source !== this.attributes.src || !hasPlayed || !this.playback) return;
    this.playback.seek(time);
    if (isPaused) this.hasPlayed = true;
    else this.play();
    this.draw();
  }

  /** The phone lies, or stands again. */
  #turned = () => {
    if (!this.is("enableAutoRotation") || !this.hasPlayed) return;
    this.setFull(this.window.innerWidth > this.window.innerHeight);
  };

  #open() {
    this.playback?.close();
    this.playback = null;
    this.hasPlayed = false;
    this.width = this.height = 0;
    const source = this.text("src").trim();
    this.stage.picture.replaceChildren();
    this.stage.spinner.hidden = true;
    if (source === "") return;
    const url = this.services.fileUrl(source, this.element);
    const { window, document } = this;
    this.playback = new Playback({ window, document, url, hear: (event, detail) => this.#heard(event, detail) });
    this.#tune();
    const start = this.number("initialTime", 0);
    if (start > 0) this.playback.seek(start);
    if (this.is("autoplay")) this.play();
  }

  #tune() {
    this.playback?.tune({ rate: this.rate, volume: this.volume, isMuted: this.isMuted });
  }

  #fit() {
    const { offsetWidth: width, offsetHeight: height } = this.stage.box;
    const ratio = this.window.devicePixelRatio || 1;
    const isTurned = this.full?.direction !== 0;
    this.playback?.fit((isTurned ? height : width) * ratio, (isTurned ? width : height) * ratio);
  }

  #heard(event, detail) {
    switch (event) {
      case "shown":
        this.stage.picture.replaceChildren(detail);
        this.#fit();
        break;
      case "metadata":
        Object.assign(this, { width: detail.width, height: detail.height });
        this.emit("loadedmetadata", { width: detail.width, height: detail.height, duration: detail.duration });
        this.controls.draw();
        break;
      case "play": case "pause":
        this.emit(event);
        this.controls.draw();
        break;
      case "waiting":
        this.stage.spinner.hidden = false;
        this.emit("waiting");
        break;
      case "playing": case "drawn":
        this.stage.spinner.hidden = true;
        break;
      case "seeked":
        this.stage.spinner.hidden = true;
        this.emit("seekcomplete", { position: this.playback?.currentTime ?? 0 });
        this.controls.time();
        break;
      case "time":
        this.#time();
        break;
      case "buffered":
        this.#buffered();
        break;
      case "ended":
        this.#ended();
        break;
      case "error":
        this.stage.spinner.hidden = true;
        this.emit("error", { errMsg: detail.code });
        this.controls.draw();
        break;
    }
  }

  #time() {
    const now = this.playback?.currentTime ?? 0;
    this.danmu.time(now);
    this.controls.time();
    if (this.hasPlayed && this.playback?.isPaused === false) {
      this.emit("timeupdate", { currentTime: now, duration: this.duration });
    }
  }

  #buffered() {
    const { playback, duration } = this;
    if (!playback || duration <= 0) return;
    this.emit("progress", { buffered: Math.min(100, (playback.buffered / duration) * 100) });
    this.controls.time();
  }

  #ended() {
    this.danmu.reached = 0;
    if (this.is("loop")) return this.play();
    this.emit("ended");
    this.controls.draw();
    return undefined;
  }
}

export const component = Video;
