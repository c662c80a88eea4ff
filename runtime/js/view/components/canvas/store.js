/**
 * Pictures and hidden canvases of a program run, by number: all pages of the run share them.
 *
 * Runs in the shell page (Chromium); used by jobs.js. Freed when the logic layer says so, or with the run.
 */

import { Surface } from "./surface.js";

const STORE = Symbol("canvas store");

export class CanvasStore {
  /** The store of a program run. @param {import("../services.js").Services} services */
  static of(services) {
    return services.shared(STORE, () => new CanvasStore());
  }

  constructor() {
    /** @type {Map<number, HTMLImageElement>} */
    this.pictures = new Map();
    /** @type {Map<number, Surface>} */
    this.hidden = new Map();
    /** Films that are being made. @type {Map<number, import("./recording.js").CanvasRecording>} */
    this.recordings = new Map();
    /** All that are in use, hidden and in pages. @type {Set<Surface>} */
    this.surfaces = new Set();
  }

  /** The hidden canvas of a number, made when it is first named. @param {number} number */
  surface(number) {
    let surface = this.hidden.get(number);
    if (!surface) this.hidden.set(number, (surface = new Surface(document.createElement("canvas"), this.surfaces)));
    return surface;
  }

  /** Nobody wants it. @param {number} number */
  dropRecording(number) {
    this.recordings.get(number)?.drop();
    this.recordings.delete(number);
  }

  /** @param {number[]} numbers */
  free(numbers) {
    for (const surface of this.surfaces) surface.gl?.free(numbers);
    for (const number of numbers) {
      this.pictures.delete(number);
      this.dropRecording(number);
      this.hidden.get(number)?.release();
      this.hidden.delete(number);
    }
  }
}

/**
 * Loads a picture so that what it is drawn on can still be read; if its server forbids that, without.
 * @param {Window} window @param {string} url
 * @returns {Promise<HTMLImageElement>}
 */
export async function loadPicture(window, url) {
  try {
    return await load(window, url, "anonymous");
  } catch (error) {
    if (!/^https?:/i.test(url)) throw error;
    return load(window, url, null);
  }
}

function load(window, url, crossOrigin) {
  return new Promise((resolve, reject) => {
    const picture = new window.Image();
    picture.crossOrigin = crossOrigin;
    picture.onload = () => resolve(picture);
    picture.onerror = () => reject(new Error(`cannot load ${url.length > 200 ? url.slice(0, 200) + "…" : url}`));
    picture.src = url;
  });
}
