/**
 * CanvasContext of wx.createCanvasContext: records until `draw`, then sends everything at once. Lengths are px of the
 * element. `wx.createContext` of the first year is the same, drawn by wx.drawCanvas.
 *
 * Runs in the logic process (QuickJS); made by canvas_functions.js. Sends the canvas job `drawOld`; measureText waits
 * for the view's answer. Source: reference, CanvasContext.
 */

import { CANVAS_STATE, REFUSED } from './canvas_attributes.js';
import { NUMBERS_NEEDED, numbersMethod, writeCall, writeProperty } from './canvas_commands.js';
import { sourceOut } from './canvas_image.js';
import { CanvasGradient, CanvasPattern } from './canvas_paints.js';
import { handedOut } from './interception.js';
import { keepState, stateOf } from './private_state.js';
/** @import { Canvases } from './canvas.js' */

class CanvasContext {
  /** @param {Canvases} canvases @param {string} canvasId @param {object | null} scope a component instance */
  constructor(canvases, canvasId, scope) {
    const state = { canvases, canvasId, scope, commands: [], files: new Set(), values: { font: '10px sans-serif' } };
    keepState(this, state);
  }

  get canvasId() {
    return stateOf(this).canvasId;
  }

  /** @param {boolean} [reserve] keeps what is on the canvas @param {Function} [callback] */
  draw(reserve, callback) {
    drawOld(stateOf(this), this.getActions(), reserve === true, callback);
  }

  /** What has been recorded, for wx.drawCanvas; forgotten here. */
  getActions() {
    const { commands, files } = stateOf(this);
    this.clearActions();
    return [{ commands, files: [...files] }];
  }

  clearActions() {
    stateOf(this).commands = [];
    stateOf(this).files = new Set();
  }

  measureText(value) {
    const { canvases, scope, values } = stateOf(this);
    const { width } = canvases.texts.of(canvases.bridge.pageIdOf(scope), { font: values.font }, value);
    return { width };
  }

  setShadow(offsetX, offsetY, blur, color) {
    stateOf(this);
    Object.assign(this, { shadowOffsetX: offsetX, shadowOffsetY: offsetY, shadowBlur: blur, shadowColor: color });
  }

  setLineDash(pattern, offset) {
    write(this, 'setLineDash', [Array.from(pattern || [], Number)]);
    if (offset !== undefined) this.lineDashOffset = offset;
  }

  setFontSize(size) {
    const { font } = stateOf(this).values;
    const sized = `${Number(size)}px`;
    this.font = /[\d.]+px/.test(font) ? font.replace(/[\d.]+px/, sized) : `${sized} sans-serif`;
  }

  fillText(...args) {
    text(this, 'fillText', args);
  }

  strokeText(...args) {
    text(this, 'strokeText', args);
  }

  /** @param {string | object} image path, URL or data URL; the picture is loaded before it is drawn */
  drawImage(image, ...numbers) {
    const source = fileOut(this, image);
    const args = numbers.filter((value) => value !== undefined && value !== null).map(Number);
    if (source !== null && args.every(Number.isFinite)) write(this, 'drawImage', [source, ...args]);
  }

  createPattern(image, repetition) {
    return new CanvasPattern(fileOut(this, image), repetition || 'repeat');
  }

  createLinearGradient(...place) {
    return new CanvasGradient('linear', place.map(Number));
  }

  /** From the middle outwards. */
  createCircularGradient(x, y, radius) {
    return new CanvasGradient('radial', [x, y, 0, x, y, radius].map(Number));
  }

  /** Observed: libraries for both kinds of context call it here as well. */
  createRadialGradient(...place) {
    return new CanvasGradient('radial', place.map(Number));
  }

  setTransform(...args) {
    const numbers = args.map(Number);
    if (numbers.length >= 6 && numbers.every(Number.isFinite)) write(this, 'setTransform', numbers.slice(0, 6));
  }
}

for (const name of [
  'FillStyle', 'StrokeStyle', 'GlobalAlpha', 'LineWidth', 'LineCap', 'LineJoin', 'MiterLimit', 'TextAlign', 'TextBaseline',
]) {
  const property = name[0].toLowerCase() + name.slice(1);
  CanvasContext.prototype[`set${name}`] = function (value) {
    stateOf(this);
    this[property] = value;
  };
}

for (const name of ['beginPath', 'closePath', 'fill', 'stroke', 'clip', 'save', 'restore']) {
  CanvasContext.prototype[name] = function () {
    write(this, name, []);
  };
}

for (const name of Object.keys(NUMBERS_NEEDED)) {
  CanvasContext.prototype[name] = numbersMethod(name, (context, args) => write(context, name, args));
}

for (const name of Object.keys(CANVAS_STATE)) {
  const [start, accept] = CANVAS_STATE[name];
  Object.defineProperty(CanvasContext.prototype, name, {
    enumerable: true,
    configurable: true,
    get() {
      return name in stateOf(this).values ? stateOf(this).values[name] : start;
    },
    set(given) {
      const value = name === 'textBaseline' && given === 'normal' ? 'alphabetic' : accept(given);
      if (value === REFUSED) return;
      stateOf(this).values[name] = value;
      writeProperty(stateOf(this).commands, name, value);
    },
  });
}

function write(context, name, args) {
  writeCall(stateOf(context).commands, name, args);
}

/** @param {any[]} args text, x, y, the greatest width */
function text(context, name, args) {
  const [value, x, y, maxWidth] = args;
  const numbers = [Number(x), Number(y)];
  if (Number.isFinite(maxWidth)) numbers.push(maxWidth);
  if (numbers.every(Number.isFinite)) write(context, name, [String(value), ...numbers]);
}

function fileOut(context, image) {
  const source = sourceOut(image);
  if (source !== null && source.file !== undefined) stateOf(context).files.add(source.file);
  return source;
}

/** The context of an old canvas. @param {Canvases} canvases @param {string} canvasId @param {object | null} scope */
export function oldContext(canvases, canvasId, scope) {
  return handedOut(canvases.bridge, 'CanvasContext', new CanvasContext(canvases, canvasId, scope));
}

/**
 * Draws recorded actions on an old canvas.
 * @param {{canvases: Canvases, canvasId: string, scope: object | null}} target
 * @param {{commands: any[], files: string[]}[]} actions @param {boolean} reserve @param {Function} [callback]
 */
export function drawOld({ canvases, canvasId, scope }, actions, reserve, callback) {
  const { bridge, link } = canvases;
  const surface = bridge.canvasOf(scope, canvasId);
  const done = (errMsg) => {
    if (typeof callback === 'function') bridge.guard('CanvasContext.draw callback', callback, undefined, [{ errMsg }]);
  };
  if (surface === null) {
    canvases.noticeMissing(canvasId);
    bridge.later(() => done('drawCanvas:fail canvas is empty'));
    return;
  }
  const commands = actions.flatMap((action) => action.commands);
  const files = actions.flatMap((action) => action.files);
  const answered = (error) => done(error ? `drawCanvas:fail ${error}` : 'drawCanvas:ok');
  // Without a callback or pictures that must load there is nothing to wait for.
  const isAwaited = typeof callback === 'function' || files.length > 0;
  link.send(bridge.pageIdOf(scope), ['drawOld', surface, reserve, commands, files], isAwaited ? answered : null);
}
