/**
 * `live-player`: a stream that is played here is a test card with the time. How it is doing is a world value.
 *
 * Runs in the shell page (Chromium); loaded with the first page that has one.
 */

import { BuiltIn } from "../built_in.js";
import { LiveStream } from "../../media/live_stream.js";
import { PictureInPicture } from "../picture_in_picture.js";
import { TestCard } from "../../media/test_card.js";
import { FullScreen } from "../video/full_screen.js";
import { inner } from "../built_in.js";

const WIDTH = 640;
const HEIGHT = 360;
/** Source: reference, live-player, statechange. */
const CODES = { began: [2001, 2002, 2009, 2003, 2004], buffering: 2007, goesOn: 2004, broken: [2103, -2301], ended: 2006 };

export class LivePlayer extends BuiltIn {
  /** @type {TestCard} */
  card;
  /** @type {LiveStream} */
  stream;
  /** @type {FullScreen} */
  full;
  /** @type {PictureInPicture} */
  small;
  width = WIDTH;
  height = HEIGHT;
  isMuted = false;
  goesOnBehind = false;

  begin() {
    const content = /** @type {HTMLElement} */ (this.element.firstElementChild);
    const box = inner(this.element, "div", "wx-live-player-container");
    this.stage = { box };
    this.card = new TestCard(this.document, WIDTH, HEIGHT, "live");
    this.card.canvas.className = "wx-live-player-picture";
    this.card.blank();
    box.append(this.card.canvas, content);
    this.full = new FullScreen(/** @type {any} */ (this));
    this.stream = new LiveStream({
      codes: CODES,
      services: this.services,
      tell: (code) => this.emit("statechange", { code, message: "" }),
      shows: (isMoving) => (isMoving ? this.card.start() : this.card.stop()),
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
    this.window.addEventListener("resize", this.#turned);
    this.#autoplay();
  }

  removed() {
    super.removed();
    this.services.forgetPage(this);
    this.window.removeEventListener("resize", this.#turned);
    this.small.close();
    if (this.full.isOn) this.full.set(false);
    this.stream.end();
  }

  changed(name) {
    const isOther = name === "src" && this.stream.isOn;
    if (isOther) this.stream.end();
    if (isOther && this.text("src") !== "") this.#play();
    else if (name === "src" || name === "autoplay") this.#autoplay();
    this.draw();
  }

  draw() {
    const { canvas } = this.card;
    canvas.style.objectFit = this.text("objectFit", "contain") === "fillCrop" ? "cover" : "contain";
    const isTurned = this.text("orientation", "vertical") === "horizontal";
    canvas.style.transform = isTurned ? "rotate(90deg)" : "";
    this.card.label = this.text("src").slice(0, 60) || "live";
    this.isMuted = this.is("muted");
  }

  pageShown(isShown) {
    if (this.small.follows(isShown)) return;
    if (this.is("autoPauseIfNavigate", true) && !this.goesOnBehind) this.stream.hold(!isShown);
  }

  deviceChanged() {
    this.stream.follow();
  }

  setFull(isOn, direction) {
    this.full.set(isOn, direction);
  }

  /** Carries out what LivePlayerContext orders. @param {string} method @param {any[]} args */
  invoke(method, [given] = []) {
    switch (method) {
      case "play": return this.#play();
      case "stop": return this.stream.end();
      case "pause": return this.stream.hold(true);
      case "resume": return this.stream.hold(false);
      case "mute":
        this.isMuted = !this.isMuted;
        return {};
      case "requestFullScreen": return this.setFull(true, given?.direction);
      case "exitFullScreen": return this.setFull(false);
      case "exitPictureInPicture": return this.small.leave();
      case "requestBackgroundPlayback": case "exitBackgroundPlayback":
        this.goesOnBehind = method === "requestBackgroundPlayback";
        return {};
      case "snapshot": return this.#snapshot(given);
      default: return undefined;
    }
  }

  /** The phone lies, or stands again. */
  #turned = () => {
    if (!this.is("enableAutoRotation") || !this.stream.isOn) return;
    this.setFull(this.window.innerWidth > this.window.innerHeight);
  };

  #autoplay() {
    if (this.is("autoplay") && this.text("src") !== "") this.#play();
  }

  #play() {
    if (this.text("src") === "") throw new Error("src is empty");
    this.stream.begin();
  }

  #snapshot(given) {
    const quality = given?.quality === "compressed" ? 0.5 : 0.92;
    const data = this.card.canvas.toDataURL("image/jpeg", quality).split(",")[1];
    return { files: { tempImagePath: { type: "jpg", data } }, width: String(WIDTH), height: String(HEIGHT) };
  }

  #tellStatistics() {
    const info = {
      videoBitrate: 800, audioBitrate: 48, videoFPS: 20, videoGOP: 2, netSpeed: 848, netJitter: 0, netQualityLevel: 1,
      videoWidth: WIDTH, videoHeight: HEIGHT, videoCache: 1, audioCache: 1,
    };
    this.emit("netstatus", { info });
    if (!this.isMuted) this.emit("audiovolumenotify", {});
  }
}

export const component = LivePlayer;
