/**
 * `camera`: what a camera would see is a test card with the time. Pictures and films that are taken are files.
 *
 * Runs in the shell page (Chromium); loaded with the first page that has one. Whether the program may use it, and what
 * there is to scan, are world values.
 */

import { BuiltIn } from "../built_in.js";
import { base64Of } from "../canvas/values.js";
import { TestCard } from "../../media/test_card.js";
import { Film } from "../../media/film.js";

/** px. Assumed: as common phones have them. */
const SIZES = { low: [288, 352], medium: [720, 960], high: [1080, 1440] };
const FRAMES = { small: [288, 352], medium: [480, 640], large: [720, 960] };
const QUALITIES = { low: 0.5, normal: 0.8, high: 0.92, original: 0.98 };
const MAX_ZOOM = 10;
const LONGEST_S = 30;

export class Camera extends BuiltIn {
  /** @type {TestCard} */
  card;
  zoom = 1;
  /** @type {Film|null} */
  film = null;
  cover = "";
  isDenied = false;

  begin() {
    this.card = new TestCard(this.document, ...this.#size(), "");
    this.card.canvas.className = "wx-camera-picture";
    this.element.prepend(this.card.canvas);
    super.begin();
  }

  connected() {
    this.services.watchPage(this);
    this.deviceChanged();
    if (this.services.played?.isCameraDenied) return;
    this.emit("initdone", { maxZoom: MAX_ZOOM });
    this.#scan();
  }

  removed() {
    super.removed();
    this.services.forgetPage(this);
    this.card.stop();
    this.film?.drop();
  }

  changed(name) {
    if (name === "resolution") this.card.resize(...this.#size());
    this.draw();
    if (name === "mode") this.#scan();
  }

  draw() {
    const position = this.text("devicePosition", "back");
    const flash = this.text("flash", "auto");
    this.card.label = `camera ${position}${flash === "torch" ? " · torch" : ""}`;
    this.card.canvas.style.transform = `scale(${position === "front" ? -this.zoom : this.zoom}, ${this.zoom})`;
    this.card.draw();
  }

  /** The page is covered by another. @param {boolean} isShown */
  pageShown(isShown) {
    if (isShown) return this.deviceChanged();
    return this.card.stop();
  }

  /** A world value has changed. */
  deviceChanged() {
    if (!this.services.played?.isCameraDenied) return this.card.start();
    if (this.card.isRunning) this.emit("stop", {});
    if (!this.isDenied) this.emit("error", { errMsg: "insertCamera:fail auth deny" });
    this.isDenied = true;
    return this.card.blank();
  }

  /** Carries out what CameraContext orders. @param {string} method @param {any[]} args */
  invoke(method, [given] = []) {
    if (this.services.played?.isCameraDenied) throw new Error("auth deny");
    switch (method) {
      case "takePhoto": return { files: { tempImagePath: this.#still(QUALITIES[given?.quality] ?? QUALITIES.normal) } };
      case "setZoom": return this.#setZoom(Number(given?.zoom));
      case "startRecord": return this.#startRecord(Number(given?.timeout) || LONGEST_S);
      case "stopRecord": return this.#stopRecord();
      case "frame": return this.#frame();
      default: return undefined;
    }
  }

  #size() {
    return /** @type {[number, number]} */ (SIZES[this.text("resolution", "medium")] ?? SIZES.medium);
  }

  #setZoom(zoom) {
    this.zoom = Math.max(1, Math.min(MAX_ZOOM, zoom || 1));
    this.draw();
    return { zoom: this.zoom };
  }

  #still(quality) {
    this.card.draw();
    return { type: "jpg", data: this.card.canvas.toDataURL("image/jpeg", quality).split(",")[1] };
  }

  #startRecord(longest_s) {
    if (this.film) throw new Error("is recording");
    this.cover = this.#still(QUALITIES.normal).data;
    this.film = new Film(this.window, this.card.canvas, longest_s);
    return {};
  }

  async #stopRecord() {
    const { film } = this;
    if (!film) throw new Error("not recording");
    this.film = null;
    const data = await film.end();
    return { files: { tempVideoPath: { type: "mp4", data }, tempThumbPath: { type: "jpg", data: this.cover } } };
  }

  /** A picture as numbers, for a frame listener. */
  #frame() {
    const [width, height] = FRAMES[this.text("frameSize", "medium")] ?? FRAMES.medium;
    const canvas = Object.assign(this.document.createElement("canvas"), { width, height });
    const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
    context.drawImage(this.card.canvas, 0, 0, width, height);
    return { width, height, pixels: base64Of(context.getImageData(0, 0, width, height).data) };
  }

  /** Something to scan is before the camera at once. */
  #scan() {
    const { played } = this.services;
    if (this.text("mode", "normal") !== "scanCode" || !played) return;
    const { scanResult: result, scanType: type, scanCharSet: charSet } = played;
    const { TextEncoder } = /** @type {any} */ (this.window);
    const rawData = base64Of(new Uint8ClampedArray(new TextEncoder().encode(result)));
    this.emit("scancode", { type, result, charSet, rawData, scanArea: [0, 0, ...this.#size()] });
  }
}

export const component = Camera;
