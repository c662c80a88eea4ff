/**
 * CanvasRenderingContext2D: keeps its state here, so that everything can be read at once, and records what is drawn.
 *
 * Runs in the logic process (QuickJS); made by canvas.js. What crosses: commands through canvas_link.js; the questions
 * measureText, isPointInPath, isPointInStroke and getImageData wait for the view's answer.
 * Source: reference, RenderingContext; the HTML standard for what it leaves open.
 */

import { CANVAS_STATE, REFUSED, startState } from './canvas_attributes.js';
import { NUMBERS_NEEDED, numbersMethod, writeCall, writeProperty } from './canvas_commands.js';
import { sourceOut } from './canvas_image.js';
import { CanvasMatrix } from './canvas_matrix.js';
import { CanvasGradient, CanvasPattern, ImageData, pixelsIn, pixelsOut } from './canvas_paints.js';
import { keepState, stateOf } from './private_state.js';
/** @import { Canvas } from './canvas.js' */

export class CanvasRenderingContext2D {
  /** @param {Canvas} canvas */
  constructor(canvas) {
    keepState(this, { canvas, link: stateOf(canvas).link, state: startState(), saved: [] });
  }

  get canvas() {
    return stateOf(this).canvas;
  }

  getContextAttributes() {
    return { alpha: true, colorSpace: 'srgb', desynchronized: false, willReadFrequently: false };
  }

  save() {
    const { state, saved } = stateOf(this);
    saved.push(state);
    // The former state is not changed while it is saved, so the new one can stand on it.
    stateOf(this).state = Object.create(state);
    write(this, 'save', []);
  }

  restore() {
    if (stateOf(this).saved.length === 0) return;
    stateOf(this).state = stateOf(this).saved.pop();
    write(this, 'restore', []);
  }

  reset() {
    stateOf(this).state = startState();
    stateOf(this).saved = [];
    write(this, 'reset', []);
  }

  beginPath() {
    write(this, 'beginPath', []);
  }

  closePath() {
    write(this, 'closePath', []);
  }

  fill(...args) {
    write(this, 'fill', args.filter(isGiven));
  }

  stroke(...args) {
    write(this, 'stroke', args.filter(isGiven));
  }

  clip(...args) {
    write(this, 'clip', args.filter(isGiven));
  }

  roundRect(x, y, width, height, radii = 0) {
    write(this, 'roundRect', [x, y, width, height, radii]);
  }

  fillText(...args) {
    text(this, 'fillText', args);
  }

  strokeText(...args) {
    text(this, 'strokeText', args);
  }

  drawImage(source, ...numbers) {
    const image = sourceOut(source);
    if (image === null) throw new TypeError('drawImage: the first argument must be an image or a canvas');
    const args = numbers.filter(isGiven).map(Number);
    if (args.every(Number.isFinite) && [2, 4, 8].includes(args.length)) write(this, 'drawImage', [image, ...args]);
  }

  setTransform(...args) {
    const [first] = args;
    const { a = 1, b = 0, c = 0, d = 1, e = 0, f = 0 } = first || {};
    const numbers = typeof first === 'number' ? args.slice(0, 6).map(Number) : [a, b, c, d, e, f];
    if (numbers.length < 6 || !numbers.every(Number.isFinite)) return;
    stateOf(this).state.matrix = new CanvasMatrix(numbers);
    write(this, 'setTransform', numbers);
  }

  resetTransform() {
    stateOf(this).state.matrix = new CanvasMatrix();
    write(this, 'resetTransform', []);
  }

  getTransform() {
    return stateOf(this).state.matrix;
  }

  setLineDash(segments) {
    const list = Array.from(segments, Number);
    if (!list.every((length) => length >= 0 && Number.isFinite(length))) return;
    stateOf(this).state.lineDash = list.length % 2 ? [...list, ...list] : list;
    write(this, 'setLineDash', [list]);
  }

  getLineDash() {
    return stateOf(this).state.lineDash.slice();
  }

  createLinearGradient(...place) {
    return new CanvasGradient('linear', finite('createLinearGradient', place, 4));
  }

  createRadialGradient(...place) {
    return new CanvasGradient('radial', finite('createRadialGradient', place, 6));
  }

  createConicGradient(...place) {
    return new CanvasGradient('conic', finite('createConicGradient', place, 3));
  }

  createPattern(image, repetition) {
    const source = sourceOut(image);
    if (source === null) throw new TypeError('createPattern: the first argument must be an image or a canvas');
    return new CanvasPattern(source, repetition || 'repeat');
  }

  createImageData(first, second) {
    return typeof first === 'object' ? new ImageData(first.width, first.height) : new ImageData(first, second);
  }

  getImageData(x, y, width, height) {
    const box = finite('getImageData', [x, y, width, height], 4).map(Math.trunc);
    if (box[2] === 0 || box[3] === 0) throw new RangeError('getImageData: the width or height is 0');
    const pixels = ask(this, ['pixels', stateOf(stateOf(this).canvas).surface, ...box]);
    return pixels === null ? new ImageData(box[2], box[3]) : pixelsIn(pixels);
  }

  putImageData(image, ...numbers) {
    if (!image || !image.data) throw new TypeError('putImageData: the first argument must be an ImageData');
    write(this, 'putImageData', [pixelsOut(image), ...finite('putImageData', numbers, 2)]);
  }

  measureText(value) {
    const { texts, pageId } = stateOf(stateOf(this).canvas);
    return texts.of(pageId, stateOf(this).state, value);
  }

  isPointInPath(...args) {
    return ask(this, ['hit', stateOf(stateOf(this).canvas).surface, 'isPointInPath', args.filter(isGiven)]) === true;
  }

  isPointInStroke(...args) {
    return ask(this, ['hit', stateOf(stateOf(this).canvas).surface, 'isPointInStroke', args.filter(isGiven)]) === true;
  }
}

/** Steps that change the matrix, by method. */
const STEPS = {
  scale: (matrix, [x, y]) => matrix.scale(x, y),
  rotate: (matrix, [angle]) => matrix.turn(angle),
  translate: (matrix, [x, y]) => matrix.translate(x, y),
  transform: (matrix, numbers) => matrix.multiply(new CanvasMatrix(numbers)),
};

for (const name of Object.keys(NUMBERS_NEEDED)) {
  const step = STEPS[name];
  const record = step
    ? (context, args) => {
        const { state } = stateOf(context);
        state.matrix = step(state.matrix, args);
        write(context, name, args);
      }
    : (context, args) => write(context, name, args);
  CanvasRenderingContext2D.prototype[name] = numbersMethod(name, record);
}

for (const name of Object.keys(CANVAS_STATE)) {
  const [, accept] = CANVAS_STATE[name];
  Object.defineProperty(CanvasRenderingContext2D.prototype, name, {
    enumerable: true,
    configurable: true,
    get() {
      return stateOf(this).state[name];
    },
    set(given) {
      const { state } = stateOf(this);
      const value = accept(given);
      if (value === REFUSED || (value === state[name] && typeof value !== 'object')) return;
      state[name] = value;
      writeProperty(commandsOf(this), name, value);
    },
  });
}

function commandsOf(context) {
  const { link, pageId, surface } = stateOf(stateOf(context).canvas);
  return link.commands(pageId, surface);
}

function write(context, name, args) {
  writeCall(commandsOf(context), name, args);
}

function ask(context, job) {
  return stateOf(context).link.ask(stateOf(stateOf(context).canvas).pageId, job);
}

/** @param {any[]} args text, x, y, the greatest width */
function text(context, name, args) {
  const [value, x, y, maxWidth] = args;
  const numbers = maxWidth === undefined ? [Number(x), Number(y)] : [Number(x), Number(y), Number(maxWidth)];
  if (numbers.every(Number.isFinite)) write(context, name, [String(value), ...numbers]);
}

function isGiven(value) {
  return value !== undefined && value !== null;
}

function finite(name, values, count) {
  const numbers = values.map(Number);
  if (numbers.length < count || !numbers.every(Number.isFinite)) {
    throw new TypeError(`${name}: ${count} finite numbers are needed`);
  }
  return numbers;
}
