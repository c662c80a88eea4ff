/**
 * What a drawing refers to: gradients, patterns, paths, pixels. They travel by value inside the commands, so nothing of
 * them is kept in the view (wire.md, "Canvas").
 *
 * Runs in the logic process (QuickJS); made by the drawing contexts and canvas nodes.
 */

import { base64Of, bytesOf } from '../base/base64.js';
import { numbersMethod, writeCall } from './canvas_commands.js';
import { keepState, stateOf } from './private_state.js';

/** Travels with the stops that it has when the drawing is sent. */
export class CanvasGradient {
  /** @param {"linear" | "radial" | "conic"} kind @param {number[]} place */
  constructor(kind, place) {
    keepState(this, { kind, place, stops: [] });
  }

  /** @param {number} offset 0 to 1 @param {string} color */
  addColorStop(offset, color) {
    const at = Number(offset);
    if (!(at >= 0 && at <= 1)) throw new RangeError(`addColorStop: the offset ${offset} is not between 0 and 1`);
    stateOf(this).stops.push(at, String(color));
  }

  toJSON() {
    const { kind, place, stops } = stateOf(this);
    return { gradient: kind, place, stops };
  }
}

export class CanvasPattern {
  /** @param {object} image in the form in which it travels @param {string} repetition */
  constructor(image, repetition) {
    keepState(this, { image, repetition, transform: null });
  }

  /** @param {object} matrix */
  setTransform(matrix) {
    stateOf(this).transform = matrix ? [matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f] : null;
  }

  toJSON() {
    const { image, repetition, transform } = stateOf(this);
    return { pattern: image, repetition, transform };
  }
}

/** A path that is kept. */
export class Path2D {
  /** @param {Path2D | string} [from] */
  constructor(from) {
    const commands = [];
    keepState(this, { commands, svg: typeof from === 'string' ? from : '' });
    if (from instanceof Path2D) this.addPath(from);
  }

  /** @param {Path2D} path @param {object} [matrix] */
  addPath(path, matrix) {
    if (!(path instanceof Path2D)) throw new TypeError('addPath: the first argument must be a Path2D');
    const transform = matrix ? [{ matrix: [matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f] }] : [];
    writeCall(stateOf(this).commands, 'addPath', [path.toJSON(), ...transform]);
  }

  closePath() {
    writeCall(stateOf(this).commands, 'closePath', []);
  }

  roundRect(...args) {
    writeCall(stateOf(this).commands, 'roundRect', args);
  }

  toJSON() {
    return { path: stateOf(this).commands.slice(), svg: stateOf(this).svg };
  }
}

for (const name of ['moveTo', 'lineTo', 'bezierCurveTo', 'quadraticCurveTo', 'arc', 'arcTo', 'ellipse', 'rect']) {
  Path2D.prototype[name] = numbersMethod(name, (path, args) => writeCall(stateOf(path).commands, name, args));
}

/** Pixels: RGBA, row by row. */
export class ImageData {
  /** @param {number | Uint8ClampedArray} first width, or the pixels @param {number} second height, or the width @param {number} [third] the height */
  constructor(first, second, third) {
    const pixels = typeof first === 'object' ? first : null;
    this.width = Math.abs(Math.trunc(Number(pixels === null ? first : second))) || 0;
    this.height =
      pixels === null
        ? Math.abs(Math.trunc(Number(second))) || 0
        : Math.trunc(Number(third)) || Math.trunc(pixels.length / 4 / (this.width || 1));
    this.data = pixels === null ? new Uint8ClampedArray(this.width * this.height * 4) : clamped(pixels);
  }
}

function clamped(pixels) {
  return pixels instanceof Uint8ClampedArray ? pixels : new Uint8ClampedArray(pixels);
}

/** Pixels in the form in which they travel. @param {{data: any, width: number, height: number}} image */
export function pixelsOut(image) {
  return { pixels: base64Of(image.data), width: image.width, height: image.height };
}

/** Pixels that the view has read. @param {{pixels: string, width: number, height: number}} read */
export function pixelsIn(read) {
  return new ImageData(new Uint8ClampedArray(bytesOf(read.pixels)), read.width, read.height);
}
