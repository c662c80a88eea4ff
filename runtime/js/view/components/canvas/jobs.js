/**
 * Carries out what the logic layer wants of canvases (view call `canvas`; wire.md, "Canvas").
 *
 * Runs in the shell page (Chromium); called by page/calls.js, one for a page. Jobs run in the order in which they come;
 * on an old canvas that waits for pictures, later ones wait as well.
 */

import { CanvasStore, loadPicture } from "./store.js";
import { base64Of, CanvasValues } from "./values.js";

const FRAME_FALLBACK_MS = 100;
const JPEG_QUALITY = 0.92;
const METRICS = [
  "width", "actualBoundingBoxLeft", "actualBoundingBoxRight", "actualBoundingBoxAscent", "actualBoundingBoxDescent",
  "fontBoundingBoxAscent", "fontBoundingBoxDescent",
];

export class CanvasJobs {
  /** @param {import("../../page/page_view.js").PageView} page */
  constructor(page) {
    this.page = page;
    this.store = CanvasStore.of(page.services);
    /** Pictures that drawings of this page name by path. @type {Map<string, HTMLImageElement>} */
    this.files = new Map();
    this.values = new CanvasValues(page.window, (source) => this.#source(source));
    this.ruler = null;
    /** Surfaces that the program knows by a place they had before the template was swapped. */
    this.former = new Map();
  }

  /** Runs jobs; the answer is that of the last one. @param {any[][]} jobs */
  run(jobs) {
    let result;
    for (const [name, ...args] of jobs) result = this[name](...args);
    return result;
  }

  draw(at, commands) {
    const surface = this.#surface(at);
    if (surface) surface.draw(commands, this.values, (text) => this.page.services.warn(text));
  }

  /** A WebGL context for a surface; null if there is none. */
  async glBegin(at, type, attributes) {
    const surface = this.#required(at);
    // What is asked for after a frame (a picture of the canvas) must still be there.
    const gl = surface.canvas.getContext(type, { ...attributes, preserveDrawingBuffer: true });
    if (!gl) return null;
    if (!surface.gl) {
      // Joined with the shell or not, a module is asked for by its place on our scheme.
      const { WebGLSurface } = await import("/components/canvas/webgl.js");
      const { services } = this.page;
      surface.gl ??= new WebGLSurface(gl, (source) => this.#source(source), (text) => services.warn(text));
    }
    return surface.gl.start();
  }

  gl(at, commands) {
    this.#surface(at)?.gl?.play(commands);
  }

  glAsk(at, place, args) {
    return this.#required(at).gl.ask(place, args);
  }

  glProgram(at, number) {
    return this.#required(at).gl.program(number);
  }

  glShader(at, number) {
    return this.#required(at).gl.shader(number);
  }

  glExtension(at, name) {
    return this.#required(at).gl.extension(name);
  }

  size(at, width, height) {
    this.#surface(at)?.resize(width, height, (text) => this.page.services.warn(text));
  }

  /** An old canvas: everything at once, after its pictures. */
  drawOld(at, reserve, commands, files) {
    const surface = this.#surface(at);
    if (!surface) return null;
    const paint = () => {
      if (!reserve) surface.clear();
      this.draw(at, commands);
      return null;
    };
    const missing = files.filter((file) => !this.files.has(file));
    if (missing.length === 0) return surface.inOrder(paint);
    const loaded = Promise.all(missing.map((file) => this.#loadFile(file)));
    return surface.follow(Promise.all([loaded, surface.waiting]).then(paint));
  }

  async image(number, src) {
    const picture = await loadPicture(this.page.window, this.page.services.fileUrl(src));
    this.store.pictures.set(number, picture);
    return { width: picture.naturalWidth, height: picture.naturalHeight };
  }

  free(numbers) {
    this.store.free(numbers);
  }

  /** Before the next frame; a page that is not painted goes on slowly. */
  frame() {
    const { window } = this.page;
    return new Promise((resolve) => {
      const timer = setTimeout(() => done(), FRAME_FALLBACK_MS);
      const request = window.requestAnimationFrame(() => done());
      const done = () => {
        clearTimeout(timer);
        window.cancelAnimationFrame(request);
        resolve(null);
      };
    });
  }

  measure(looks, text) {
    const { document } = this.page;
    this.ruler ??= document.createElement("canvas").getContext("2d");
    Object.assign(this.ruler, looks);
    const metrics = this.ruler.measureText(text);
    return { values: METRICS.map((name) => metrics[name]), isFinal: document.fonts.status === "loaded" };
  }

  hit(at, method, args) {
    const { context } = this.#required(at);
    return context[method](...args.map((value) => this.values.resolve(value, context)));
  }

  pixels(at, x, y, width, height) {
    const surface = this.#required(at);
    return surface.inOrder(() => {
      const read = surface.read(x, y, width, height);
      return { pixels: base64Of(read.data), width: read.width, height: read.height };
    });
  }

  putPixels(at, pixels, x, y) {
    const surface = this.#required(at);
    return surface.inOrder(() => {
      surface.write(this.values.pixels(pixels), x, y);
      return null;
    });
  }

  url(at, type, quality) {
    return this.#required(at).canvas.toDataURL(type, quality ?? undefined);
  }

  /** A part as a picture file, counted in px of the element, in pixels of a canvas that nobody sees. @returns base64 */
  export(at, { x = 0, y = 0, width, height, destWidth, destHeight, isJpeg, quality }) {
    const surface = this.#required(at);
    const { pixelRatio } = this.page.services;
    return surface.inOrder(() => {
      const [across, down] = surface.density();
      const partWidth = width || surface.canvas.width / across - x;
      const partHeight = height || surface.canvas.height / down - y;
      const part = { x: x * across, y: y * down, width: partWidth * across, height: partHeight * down };
      const copy = surface.copy(part, destWidth || partWidth * pixelRatio, destHeight || partHeight * pixelRatio);
      return copy.toDataURL(isJpeg ? "image/jpeg" : "image/png", quality ?? JPEG_QUALITY).split(",")[1];
    });
  }

  /** What a film of a canvas is to do. @param {any} at @param {number} number of the film @param {string} what */
  record(at, number, what, looks) {
    const { recordings } = this.store;
    if (what === "start") return this.#record(number, looks);
    const film = recordings.get(number);
    if (what === "drop") return this.store.dropRecording(number);
    if (!film) throw new Error("there is no recording");
    if (what === "frame") return film.frame(this.#required(at).canvas);
    if (what === "pause" || what === "resume") return film.rule(what);
    recordings.delete(number);
    return film.stop();
  }

  async #record(number, looks) {
    // Joined with the shell or not, a module is asked for by its place on our scheme.
    const { CanvasRecording } = await import("/components/canvas/recording.js");
    this.store.dropRecording(number);
    this.store.recordings.set(number, new CanvasRecording(this.page.window, looks));
  }

  /** A surface is in another element now. @param {[number, number]} place the former one */
  moved(place, surface) {
    this.former.set(place.join(), surface);
  }

  #surface(at) {
    if (typeof at === "number") return this.store.surface(at);
    return this.page.dom.element(at[0], at[1])?.__builtIn?.surface ?? this.former.get(at.join()) ?? null;
  }

  #required(at) {
    const surface = at === null ? null : this.#surface(at);
    if (!surface) throw new Error("canvas is empty");
    return surface;
  }

  /** @param {{image?: number, canvas?: any, file?: string}} place @returns {CanvasImageSource|null} */
  #source({ image, canvas, file }) {
    if (image !== undefined) return this.store.pictures.get(image) ?? null;
    if (file !== undefined) return this.files.get(file) ?? null;
    const surface = this.#surface(canvas);
    return surface?.canvas.width && surface.canvas.height ? surface.canvas : null;
  }

  async #loadFile(file) {
    try {
      this.files.set(file, await loadPicture(this.page.window, this.page.services.fileUrl(file)));
    } catch (error) {
      this.page.services.warnOfSurroundings(`canvas: ${error.message}`);
    }
  }
}
