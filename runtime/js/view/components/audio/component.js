/**
 * `audio`: a sound with a cover, a title and a button, or without any of it. The platform no longer keeps it up; old
 * programs have it.
 *
 * Runs in the shell page (Chromium); loaded with the first page that has one.
 */

import { BuiltIn, inner } from "../built_in.js";
import { cssUrl } from "../css_url.js";
import { Playback } from "../../media/playback.js";

const UNKNOWN_NAME = "未知音频";
const UNKNOWN_AUTHOR = "未知作者";
/** Source: reference, audio, binderror: the numbers of media elements. */
const ERRORS = ["MEDIA_ERR_ABORTED", "MEDIA_ERR_NETWORK", "MEDIA_ERR_DECODE", "MEDIA_ERR_SRC_NOT_SUPPORTED"];

export class AudioTag extends BuiltIn {
  static reflects = ["controls"];

  /** @type {HTMLElement} */
  box;
  /** @type {HTMLElement} */
  cover;
  /** @type {HTMLElement} */
  button;
  /** @type {HTMLElement} */
  time;
  /** @type {HTMLElement} */
  name;
  /** @type {HTMLElement} */
  author;
  /** @type {Playback|null} */
  playback = null;

  begin() {
    const box = inner(this.element, "div", "wx-audio-default");
    this.box = box;
    const left = inner(box, "div", "wx-audio-left");
    this.cover = left;
    this.button = inner(left, "div", "wx-audio-button");
    const right = inner(box, "div", "wx-audio-right");
    this.time = inner(right, "div", "wx-audio-time");
    const words = inner(right, "div", "wx-audio-info");
    this.name = inner(words, "div", "wx-audio-name");
    this.author = inner(words, "div", "wx-audio-author");
    this.#open(this.text("src"));
    super.begin();
  }

  changed(name) {
    if (name === "src") this.#open(this.text("src"));
    this.draw();
  }

  draw() {
    this.box.hidden = !this.is("controls");
    const poster = this.text("poster");
    this.cover.style.backgroundImage = poster ? cssUrl(this.services.fileUrl(poster, this.element)) : "";
    this.name.textContent = this.text("name", UNKNOWN_NAME);
    this.author.textContent = this.text("author", UNKNOWN_AUTHOR);
    const isPaused = this.playback?.isPaused ?? true;
    this.button.classList.toggle("play", isPaused);
    this.button.classList.toggle("pause", !isPaused);
    this.#drawTime();
  }

  tapped(target) {
    if (!this.button.contains(target)) return false;
    if (this.playback?.isPaused ?? true) this.playback?.play();
    else this.playback?.pause();
    return true;
  }

  /** Carries out what AudioContext orders. @param {string} method @param {any[]} args */
  invoke(method, [given] = []) {
    switch (method) {
      case "play": return this.playback?.play();
      case "pause": return this.playback?.pause();
      case "seek": return this.playback?.seek(Number(given));
      case "setSrc": return this.#open(String(given ?? ""));
      default: return undefined;
    }
  }

  removed() {
    super.removed();
    this.playback?.close();
  }

  #open(source) {
    this.playback?.close();
    this.playback = null;
    if (source.trim() === "") return;
    const { window, document } = this;
    const url = this.services.fileUrl(source, this.element);
    this.playback = new Playback({ window, document, url, isAudio: true, hear: (event, detail) => this.#heard(event, detail) });
  }

  #heard(event, detail) {
    const { playback } = this;
    switch (event) {
      case "play": case "pause":
        this.emit(event);
        break;
      case "time":
        this.#drawTime();
        if (playback?.isPaused === false) this.emit("timeupdate", { currentTime: playback.currentTime, duration: playback.duration });
        return;
      case "ended":
        if (this.is("loop")) return playback?.play();
        this.emit("ended");
        break;
      case "error":
        this.emit("error", { errMsg: String(ERRORS.indexOf(detail.code) + 1) });
        break;
    }
    this.draw();
  }

  #drawTime() {
    const whole = Math.floor(this.playback?.currentTime ?? 0);
    this.time.textContent = [Math.floor(whole / 60), whole % 60].map((part) => String(part).padStart(2, "0")).join(":");
  }
}

export const component = AudioTag;
