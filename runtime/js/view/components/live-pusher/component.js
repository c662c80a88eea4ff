/**
 * `live-pusher`: what it would send is shown, a test card with the time; nothing is sent. How its stream is doing, and
 * whether the camera may be used, are world values.
 *
 * Runs in the shell page (Chromium); loaded with the first page that has one.
 */

import { BuiltIn } from "../built_in.js";
import { LiveStream } from "../../media/live_stream.js";
import { PictureInPicture } from "../picture_in_picture.js";
import { Playback } from "../../media/playback.js";
import { TestCard } from "../../media/test_card.js";

/** Source: reference, live-pusher, statechange. */
const CODES = { began: [1001, 1002, 1003, 1007, 1008], buffering: 1101, goesOn: 1002, broken: [1102, -1307], ended: 3004 };
const NO_CAMERA = { errMsg: "open camera fail: auth deny", errCode: 10001 };
const MAX_ZOOM = 10;

export class LivePusher extends BuiltIn {
  /** @type {TestCard} */
  card;
  /** @type {LiveStream} */
  stream;
  /** @type {PictureInPicture} */
  small;
  /** @type {Playback|null} */
  music = null;
  zoom = 1;
  position = "front";
  hasTorch = false;

  begin() {
    this.card = new TestCard(this.document, ...this.#size(), "");
    this.card.canvas.className = "wx-live-pusher-picture";
    this.element.prepend(this.card.canvas);
    this.card.blank();
    this.position = this.text("devicePosition", "front");
    this.stream = new LiveStream({
      codes: CODES,
      services: this.services,
      tell: (code) => this.emit("statechange", { code, message: "" }),
      shows: (isMoving) => this.#show(isMoving),
      statistics: () => this.#tellStatistics(),
    });
    this.small = new PictureInPicture(this, {
      picture: () => this.card.canvas, isPlaying: () => this.card.isRunning, share: () => 0,
      pause: () => this.stream.hold(true),
    });
    super.begin();
  }

  connected() {
    this.services.watchPage(this);
    if (this.is("autopush")) this.#push();
  }

  removed() {
    super.removed();
    this.services.forgetPage(this);
    this.small.close();
    this.stream.end();
    this.music?.close();
  }

  changed(name) {
    if (name === "devicePosition") this.position = this.text("devicePosition", "front");
    if (name === "autopush" && this.is("autopush")) this.#push();
    if (["orientation", "videoWidth", "videoHeight"].includes(name)) this.card.resize(...this.#size());
    this.draw();
  }

  draw() {
    const mirrored = { auto: this.position === "front", enable: true, disable: false }[this.text("localMirror", "auto")];
    this.card.label = `${this.is("enableCamera", true) ? `camera ${this.position}` : "sound only"}${this.hasTorch ? " · torch" : ""}`;
    this.card.canvas.style.transform = `scale(${mirrored ? -this.zoom : this.zoom}, ${this.zoom})`;
    const waiting = this.text("waitingImage");
    this.element.style.backgroundImage = waiting && !this.stream.isOn ? `url("${this.services.fileUrl(waiting, this.element)}")` : "";
    if (this.card.isRunning) this.card.draw();
  }

  pageShown(isShown) {
    if (this.small.follows(isShown)) return;
    this.stream.hold(!isShown);
  }

  deviceChanged() {
    this.stream.follow();
  }

  /** Carries out what LivePusherContext orders. @param {string} method @param {any[]} args */
  invoke(method, [given] = []) {
    switch (method) {
      case "start": return this.#push();
      case "stop": return this.stream.end();
      case "pause": return this.stream.hold(true);
      case "resume": return this.stream.hold(false);
      case "startPreview": return this.#show(true);
      case "stopPreview": return this.#show(false);
      case "switchCamera":
        this.position = this.position === "front" ? "back" : "front";
        return this.draw();
      case "toggleTorch":
        this.hasTorch = !this.hasTorch;
        return this.draw();
      case "setZoom":
        this.zoom = Math.max(1, Math.min(MAX_ZOOM, Number(given?.zoom) || 1));
        return this.draw();
      case "getMaxZoom": return { maxZoom: MAX_ZOOM };
      case "exitPictureInPicture": return this.small.leave();
      case "snapshot": return this.#snapshot(given);
      case "playBGM": return this.#play(given);
      case "stopBGM": return this.#stopMusic();
      case "pauseBGM": return this.music?.pause();
      case "resumeBGM": return this.music?.play();
      case "setBGMVolume": return this.music?.tune({ volume: Number(given?.volume) || 0 });
      // There is no sound of a microphone to make louder, and nobody to send to.
      case "setMICVolume": case "sendMessage": return {};
      default: return undefined;
    }
  }

  #size() {
    const size = /** @type {[number, number]} */ ([this.number("videoWidth", 360), this.number("videoHeight", 640)]);
    return this.text("orientation", "vertical") === "horizontal" ? /** @type {[number, number]} */ (size.reverse()) : size;
  }

  #push() {
    if (this.text("url") === "" && this.text("mode", "RTC") !== "RTC") throw new Error("url is empty");
    if (this.is("enableCamera", true) && this.services.played?.isCameraDenied) return this.emit("error", NO_CAMERA);
    this.stream.begin();
    return this.draw();
  }

  #show(isMoving) {
    if (isMoving && this.is("enableCamera", true)) this.card.start();
    else this.card.stop();
  }

  #snapshot(given) {
    const { canvas } = this.card;
    const data = canvas.toDataURL("image/jpeg", given?.quality === "compressed" ? 0.5 : 0.92).split(",")[1];
    return { files: { tempImagePath: { type: "jpg", data } }, width: String(canvas.width), height: String(canvas.height) };
  }

  #play(given) {
    this.#stopMusic();
    const { window, document } = this;
    const url = this.services.fileUrl(String(given?.url ?? ""), this.element);
    this.music = new Playback({ window, document, url, isAudio: true, hear: (event) => this.#heard(event) });
    this.music.play();
  }

  #stopMusic() {
    this.music?.close();
    this.music = null;
  }

  #heard(event) {
    const { music } = this;
    if (event === "play") this.emit("bgmstart", {});
    if (event === "time" && music) this.emit("bgmprogress", { progress: music.currentTime * 1000, duration: music.duration * 1000 });
    if (event === "ended") this.emit("bgmcomplete", {});
  }

  #tellStatistics() {
    const { width, height } = this.card.canvas;
    const info = {
      videoBitrate: this.number("maxBitrate", 1000), audioBitrate: 48, videoFPS: this.number("fps", 15), videoGOP: 2,
      netSpeed: this.number("maxBitrate", 1000) + 48, netJitter: 0, netQualityLevel: 1, videoWidth: width, videoHeight: height,
    };
    this.emit("netstatus", { info });
    if (!this.is("muted") && this.is("enableMic", true)) this.emit("audiovolumenotify", {});
  }
}

export const component = LivePusher;
