/**
 * Something that is drawn on: a canvas of the page or a hidden one.
 *
 * Runs in the shell page (Chromium); made by component.js and store.js, used by jobs.js. An old canvas counts
 * in px of its element and has `ratio` pixels for each; the others have one.
 */

import { play } from "./commands.js";

/** Beyond 16,384 pixels a side Chromium draws nothing. */
const MAX_SIDE = 16000;
/** Pixels of one canvas or picture, and of all of a program. Source: what the browsers of phones draw at most. */
const MAX_AREA = 4096 * 4096;
const MAX_AREA_OF_ALL = 384 * 1024 * 1024 / 4;

/** @param {number} width @param {number} height */
export function checkArea(width, height) {
  if (!(width * height <= MAX_AREA)) throw new Error(`${width} x ${height} pixels are more than ${MAX_AREA}`);
}

/** Nothing is drawn by this one on a surface with WebGL, so there always is one. @param {HTMLCanvasElement} canvas */
function contextOf(canvas) {
  return /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
}

export class Surface {
  /**
   * @param {HTMLCanvasElement} canvas @param {Set<Surface>} others surfaces of the program that are in use
   * @param {number} ratio
   */
  constructor(canvas, others, ratio = 1) {
    this.canvas = canvas;
    this.others = others;
    others.add(this);
    this.ratio = ratio;
    this.fullRatio = ratio;
    this.waiting = null;
    this.complaints = new Set();
    /** What draws on it, if it has a WebGL context. @type {import("./webgl.js").WebGLSurface | null} */
    this.gl = null;
  }

  get context() {
    return contextOf(this.canvas);
  }

  /** px as the program counts them. */
  get width() {
    return this.canvas.width / this.ratio;
  }

  get height() {
    return this.canvas.height / this.ratio;
  }

  /** Pixels for each px of the element, across and down; as the program counts where no element shows them. */
  density() {
    const { canvas } = this;
    return [canvas.width / (canvas.clientWidth || this.width || 1), canvas.height / (canvas.clientHeight || this.height || 1)];
  }

  /** Sets the number of pixels, which clears it. One that is too large has none, and says so. */
  resize(width, height, complain = (/** @type {string} */ _) => {}) {
    const { canvas } = this;
    let area = width * height;
    for (const { canvas: other } of this.others) if (other !== canvas) area += other.width * other.height;
    const isTooLarge = area > MAX_AREA_OF_ALL || width * height > MAX_AREA;
    if (isTooLarge) {
      const limit = width * height > MAX_AREA ? `one may have ${MAX_AREA}` : `all together may have ${MAX_AREA_OF_ALL}`;
      complain(`canvas: ${width} x ${height} pixels: ${limit}; nothing is drawn on it`);
    }
    canvas.width = isTooLarge ? 0 : width;
    canvas.height = isTooLarge ? 0 : height;
  }

  /** Nobody uses it any more. */
  release() {
    this.others.delete(this);
    this.gl?.release();
  }

  /** Follows the element's size and keeps what is drawn. @param {number} width px @param {number} height px */
  fit(width, height) {
    const { canvas } = this;
    const ratio = Math.min(
      this.fullRatio, MAX_SIDE / Math.max(width, height, 1), Math.sqrt(MAX_AREA / Math.max(width * height, 1)),
    );
    const [columns, rows] = [Math.round(width * ratio), Math.round(height * ratio)];
    if (!columns || !rows || (canvas.width === columns && canvas.height === rows)) return;
    const copy = this.copy({ x: 0, y: 0, width: canvas.width, height: canvas.height }, canvas.width, canvas.height);
    this.resize(columns, rows);
    const { context } = this;
    context.scale(ratio / this.ratio, ratio / this.ratio);
    context.drawImage(copy, 0, 0);
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    this.ratio = ratio;
  }

  /** Empties it and forgets all settings. */
  clear() {
    this.context.reset();
    if (this.ratio !== 1) this.context.scale(this.ratio, this.ratio);
  }

  /** Does something when the pictures of earlier drawings have come; at once if there are none. */
  inOrder(action) {
    if (!this.waiting) return action();
    return this.follow(this.waiting.then(action));
  }

  /** Everything else waits for `promise`. */
  follow(promise) {
    const settled = promise.then(
      () => {},
      () => {},
    );
    this.waiting = settled;
    settled.then(() => {
      if (this.waiting === settled) this.waiting = null;
    });
    return promise;
  }

  /** @param {any[]} commands @param {import("./values.js").CanvasValues} values @param {(text: string) => void} complain */
  draw(commands, values, complain) {
    const { context } = this;
    play(context, commands, (value) => values.resolve(value, context), this.#own(context), (name, error) => {
      if (this.complaints.has(name)) return;
      this.complaints.add(name);
      complain(`canvas: ${name}: ${error.message}`);
    });
  }

  /** Transforms start from, and shadows count in, px of the element. */
  #own(context) {
    const { ratio } = this;
    if (ratio === 1) return {};
    const scaled = (length) => length * ratio;
    const resetTransform = () => context.setTransform(ratio, 0, 0, ratio, 0, 0);
    return {
      methods: {
        resetTransform,
        setTransform: (/** @type {Parameters<CanvasTransform["transform"]>} */ ...numbers) => {
          resetTransform();
          context.transform(...numbers);
        },
      },
      properties: { shadowBlur: scaled, shadowOffsetX: scaled, shadowOffsetY: scaled },
    };
  }

  /**
   * A part, in pixels of the canvas, as a canvas of another size; smoothed unless `isExact`.
   * @param {{x: number, y: number, width: number, height: number}} part
   */
  copy({ x, y, width, height }, columns, rows, isExact = false) {
    checkArea(columns, rows);
    const copy = this.canvas.ownerDocument.createElement("canvas");
    copy.width = Math.max(1, Math.round(columns));
    copy.height = Math.max(1, Math.round(rows));
    const context = contextOf(copy);
    context.imageSmoothingEnabled = !isExact;
    context.imageSmoothingQuality = "high";
    if (width && height && this.canvas.width && this.canvas.height) {
      context.drawImage(this.canvas, x, y, width, height, 0, 0, copy.width, copy.height);
    }
    return copy;
  }

  /** RGBA of a part, in px. @returns {ImageData} */
  read(x, y, width, height) {
    const { ratio } = this;
    checkArea(width, height);
    if (ratio === 1) return this.context.getImageData(x, y, width, height);
    // Each px is one of its pixels, so that what was written is read.
    const place = { x: x * ratio, y: y * ratio, width: width * ratio, height: height * ratio };
    const part = this.copy(place, width, height, true);
    return contextOf(part).getImageData(0, 0, part.width, part.height);
  }

  /** Replaces a part by pixels. @param {ImageData} pixels @param {number} x px @param {number} y px */
  write(pixels, x, y) {
    const { context, ratio } = this;
    if (ratio === 1) {
      context.putImageData(pixels, x, y);
      return;
    }
    const part = this.canvas.ownerDocument.createElement("canvas");
    part.width = pixels.width;
    part.height = pixels.height;
    contextOf(part).putImageData(pixels, 0, 0);
    context.save();
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    Object.assign(context, { imageSmoothingEnabled: false, globalAlpha: 1, shadowColor: "transparent", filter: "none" });
    context.globalCompositeOperation = "source-over";
    context.clearRect(x, y, pixels.width, pixels.height);
    context.drawImage(part, x, y);
    context.restore();
  }
}
