/**
 * What stands in drawing commands by value: gradients, patterns, paths, pixels, pictures.
 *
 * Runs in the shell page (Chromium); made by jobs.js, one for a page.
 */

import { MISSING, play } from "./commands.js";

const NOTHING = Object.freeze({});

export class CanvasValues {
  /**
   * @param {Window} window of the page
   * @param {(source: {image?: number, canvas?: any, file?: string}) => CanvasImageSource|null} sourceOf
   */
  constructor(window, sourceOf) {
    this.window = window;
    this.sourceOf = sourceOf;
  }

  /** @param {any} value @param {CanvasRenderingContext2D|null} context null in a path @returns {any} or MISSING */
  resolve(value, context) {
    if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
    if (value.gradient) return gradient(context, value);
    if (value.pattern) return this.#pattern(context, value);
    if (value.path) return this.path(value);
    if (value.pixels !== undefined) return this.pixels(value);
    if (value.matrix) return new this.window.DOMMatrix(value.matrix);
    return this.sourceOf(value) ?? MISSING;
  }

  /** @param {{path: any[], svg: string}} value @returns {Path2D} */
  path({ path, svg }) {
    const made = new this.window.Path2D(svg || undefined);
    play(made, path, (value) => this.resolve(value, null), NOTHING, () => {});
    return made;
  }

  /** @param {{pixels: string, width: number, height: number}} value base64 of RGBA @returns {ImageData} */
  pixels({ pixels, width, height }) {
    const bytes = Uint8ClampedArray.from(this.window.atob(pixels), (letter) => letter.charCodeAt(0));
    const whole = new Uint8ClampedArray(width * height * 4);
    whole.set(bytes.subarray(0, whole.length));
    return new this.window.ImageData(whole, width, height);
  }

  #pattern(context, { pattern, repetition, transform }) {
    const source = this.sourceOf(pattern);
    const made = source && context.createPattern(source, repetition);
    if (made && transform) made.setTransform(new this.window.DOMMatrix(transform));
    return made ?? MISSING;
  }
}

function gradient(context, { gradient: kind, place, stops }) {
  const made =
    kind === "linear" ? context.createLinearGradient(...place)
    : kind === "radial" ? context.createRadialGradient(...place)
    : context.createConicGradient(...place);
  for (let i = 0; i < stops.length; i += 2) addStop(made, stops[i], stops[i + 1]);
  return made;
}

function addStop(made, offset, color) {
  try {
    made.addColorStop(offset, color);
  } catch {
    // A colour that nobody knows counts as absent.
  }
}

/** @param {Uint8ClampedArray} bytes @returns {string} */
export function base64Of(bytes) {
  const parts = [];
  for (let i = 0; i < bytes.length; i += 0x8000) parts.push(String.fromCharCode(...bytes.subarray(i, i + 0x8000)));
  return btoa(parts.join(""));
}
