/**
 * CanvasRenderingContext2D: keeps its state here, so that everything can be read at once, and records what is drawn.
 *
 * Runs in the logic process (QuickJS); made by canvas.js. What crosses: commands through canvas_link.js; the questions
 * measureText, isPointInPath, isPointInStroke and getImageData wait for the view's answer.
 * Source: reference, RenderingContext; the HTML standard for what it leaves open.
 */
'use strict';

const api = (__handset.api = __handset.api || {});

class CanvasRenderingContext2D {
  /** @param {Canvas} canvas */
  constructor(canvas) {
    api.keepState(this, { canvas, link: api.stateOf(canvas).link, state: api.startState(), saved: [] });
  }

  get canvas() {
    return api.stateOf(this).canvas;
  }

  getContextAttributes() {
    return { alpha: true, colorSpace: 'srgb', desynchronized: false, willReadFrequently: false };
  }

  save() {
    const { state, saved } = api.stateOf(this);
    saved.push(state);
    // The former state is not changed while it is saved, so the new one can stand on it.
    api.stateOf(this).state = Object.create(state);
    write(this, 'save', []);
  }

  restore() {
    if (api.stateOf(this).saved.length === 0) return;
    api.stateOf(this).state = api.stateOf(this).saved.pop();
    write(this, 'restore', []);
  }

  reset() {
    api.stateOf(this).state = api.startState();
    api.stateOf(this).saved = [];
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
    const image = api.sourceOut(source);
    if (image === null) throw new TypeError('drawImage: the first argument must be an image or a canvas');
    const args = numbers.filter(isGiven).map(Number);
    if (args.every(Number.isFinite) && [2, 4, 8].includes(args.length)) write(this, 'drawImage', [image, ...args]);
  }

  setTransform(...args) {
    const [first] = args;
    const { a = 1, b = 0, c = 0, d = 1, e = 0, f = 0 } = first || {};
    const numbers = typeof first === 'number' ? args.slice(0, 6).map(Number) : [a, b, c, d, e, f];
    if (numbers.length < 6 || !numbers.every(Number.isFinite)) return;
    api.stateOf(this).state.matrix = new api.CanvasMatrix(...numbers);
    write(this, 'setTransform', numbers);
  }

  resetTransform() {
    api.stateOf(this).state.matrix = new api.CanvasMatrix();
    write(this, 'resetTransform', []);
  }

  getTransform() {
    return api.stateOf(this).state.matrix;
  }

  setLineDash(segments) {
    const list = Array.from(segments, Number);
    if (!list.every((length) => length >= 0 && Number.isFinite(length))) return;
    api.stateOf(this).state.lineDash = list.length % 2 ? [...list, ...list] : list;
    write(this, 'setLineDash', [list]);
  }

  getLineDash() {
    return api.stateOf(this).state.lineDash.slice();
  }

  createLinearGradient(...place) {
    return new api.CanvasGradient('linear', finite('createLinearGradient', place, 4));
  }

  createRadialGradient(...place) {
    return new api.CanvasGradient('radial', finite('createRadialGradient', place, 6));
  }

  createConicGradient(...place) {
    return new api.CanvasGradient('conic', finite('createConicGradient', place, 3));
  }

  createPattern(image, repetition) {
    const source = api.sourceOut(image);
    if (source === null) throw new TypeError('createPattern: the first argument must be an image or a canvas');
    return new api.CanvasPattern(source, repetition || 'repeat');
  }

  createImageData(first, second) {
    return typeof first === 'object' ? new api.ImageData(first.width, first.height) : new api.ImageData(first, second);
  }

  getImageData(x, y, width, height) {
    const box = finite('getImageData', [x, y, width, height], 4).map(Math.trunc);
    if (box[2] === 0 || box[3] === 0) throw new RangeError('getImageData: the width or height is 0');
    const pixels = ask(this, ['pixels', api.stateOf(api.stateOf(this).canvas).surface, ...box]);
    return pixels === null ? new api.ImageData(box[2], box[3]) : api.pixelsIn(pixels);
  }

  putImageData(image, ...numbers) {
    if (!image || !image.data) throw new TypeError('putImageData: the first argument must be an ImageData');
    write(this, 'putImageData', [api.pixelsOut(image), ...finite('putImageData', numbers, 2)]);
  }

  measureText(value) {
    const { texts, pageId } = api.stateOf(api.stateOf(this).canvas);
    return texts.of(pageId, api.stateOf(this).state, value);
  }

  isPointInPath(...args) {
    return ask(this, ['hit', api.stateOf(api.stateOf(this).canvas).surface, 'isPointInPath', args.filter(isGiven)]) === true;
  }

  isPointInStroke(...args) {
    return ask(this, ['hit', api.stateOf(api.stateOf(this).canvas).surface, 'isPointInStroke', args.filter(isGiven)]) === true;
  }
}

/** Steps that change the matrix, by method. */
const STEPS = {
  scale: (matrix, [x, y]) => matrix.scale(x, y),
  rotate: (matrix, [angle]) => matrix.turn(angle),
  translate: (matrix, [x, y]) => matrix.translate(x, y),
  transform: (matrix, numbers) => matrix.multiply(new api.CanvasMatrix(...numbers)),
};

for (const name of Object.keys(api.NUMBERS_NEEDED)) {
  const step = STEPS[name];
  const record = step
    ? (context, args) => {
        const { state } = api.stateOf(context);
        state.matrix = step(state.matrix, args);
        write(context, name, args);
      }
    : (context, args) => write(context, name, args);
  CanvasRenderingContext2D.prototype[name] = api.numbersMethod(name, record);
}

for (const name of Object.keys(api.CANVAS_STATE)) {
  const [, accept] = api.CANVAS_STATE[name];
  Object.defineProperty(CanvasRenderingContext2D.prototype, name, {
    enumerable: true,
    configurable: true,
    get() {
      return api.stateOf(this).state[name];
    },
    set(given) {
      const { state } = api.stateOf(this);
      const value = accept(given);
      if (value === api.REFUSED || (value === state[name] && typeof value !== 'object')) return;
      state[name] = value;
      api.writeProperty(commandsOf(this), name, value);
    },
  });
}

function commandsOf(context) {
  const { link, pageId, surface } = api.stateOf(api.stateOf(context).canvas);
  return link.commands(pageId, surface);
}

function write(context, name, args) {
  api.writeCall(commandsOf(context), name, args);
}

function ask(context, job) {
  return api.stateOf(context).link.ask(api.stateOf(api.stateOf(context).canvas).pageId, job);
}

function text(context, name, [value, x, y, maxWidth]) {
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

Object.assign(api, { CanvasRenderingContext2D });
