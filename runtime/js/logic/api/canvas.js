/**
 * Canvases that a program draws on itself: the node of `<canvas type="2d">` (`NodesRef.node`) and the hidden one of
 * wx.createOffscreenCanvas. Old canvases are in canvas_context_old.js.
 *
 * Runs in the logic process (QuickJS); called by node_objects.js and canvas_functions.js. What crosses is in
 * canvas_link.js. Source: reference, Canvas and OffscreenCanvas.
 */

import { bareClass } from '../base/records.js';
import { startState } from './canvas_attributes.js';
import { CanvasRenderingContext2D } from './canvas_context_2d.js';
import { CanvasImage } from './canvas_image.js';
import { CanvasLink } from './canvas_link.js';
import { ImageData, Path2D } from './canvas_paints.js';
import { CanvasSurface } from './canvas_surface.js';
import { TextMeasures } from './canvas_text.js';
import { handedOut } from './interception.js';
import { keepState, stateOf } from './private_state.js';
import { WebGLContext } from './webgl_context.js';
/** @import { Surface } from './canvas_link.js' */
/** @import { Bridge } from './facade.js' */

const DEFAULT_WIDTH = 300;
const DEFAULT_HEIGHT = 150;
/** Source: the community's answers on both kinds: beyond it a phone refuses the size, and makes no hidden canvas. */
const MAX_SIDE = 4096;

export class Canvas extends CanvasSurface {
  /**
   * @param {Canvases} canvases @param {number} pageId @param {Surface | null} surface null = a hidden one
   * @param {{width: number, height: number}} size
   */
  constructor(canvases, pageId, surface, size) {
    super();
    const { link, texts } = canvases;
    const state = { canvases, link, texts, pageId, surface, width: size.width, height: size.height, context: null, contextType: '' };
    keepState(this, state);
    if (surface === null) state.surface = link.number(this);
  }

  get width() {
    return stateOf(this).width;
  }

  set width(value) {
    resize(this, 'width', value, DEFAULT_WIDTH);
  }

  get height() {
    return stateOf(this).height;
  }

  set height(value) {
    resize(this, 'height', value, DEFAULT_HEIGHT);
  }

  /** @param {string} type `2d`, `webgl` or `webgl2` @param {object} [attributes] of WebGL; null if it has one of another type */
  getContext(type, attributes) {
    const state = stateOf(this);
    if (state.context === null) {
      const made = this._context(String(type), attributes);
      if (made === null) return null;
      state.context = handedOut(state.canvases.bridge, 'CanvasRenderingContext', made);
      state.contextType = type;
    }
    return state.contextType === type ? state.context : null;
  }

  _context(type, attributes) {
    if (type === '2d') return new CanvasRenderingContext2D(this);
    const { canvases, link, pageId, surface } = stateOf(this);
    const isWebGL = type === 'webgl' || type === 'webgl2';
    const start = isWebGL ? link.ask(pageId, ['glBegin', surface, type, { ...attributes }]) : null;
    if (start !== null) return new WebGLContext(this, start);
    canvases.noticeContext(type, isWebGL);
    return null;
  }

  createImage() {
    return new CanvasImage(stateOf(this).link, stateOf(this).pageId);
  }

  createImageData(first = stateOf(this).width, second = stateOf(this).height, third) {
    return new ImageData(first, second, third);
  }

  /** @param {Path2D | string} [path] */
  createPath2D(path) {
    return handedOut(stateOf(this).canvases.bridge, 'Path2D', new Path2D(path));
  }

  requestAnimationFrame(callback) {
    return stateOf(this).link.requestFrame(stateOf(this).pageId, callback);
  }

  cancelAnimationFrame(id) {
    stateOf(this).link.cancelFrame(stateOf(this).pageId, id);
  }

  /** @param {string} [type] @param {number} [quality] 0 to 1 */
  toDataURL(type = 'image/png', quality) {
    return stateOf(this).link.ask(stateOf(this).pageId, ['url', stateOf(this).surface, type, quality]) || 'data:,';
  }
}

function resize(canvas, name, value, otherwise) {
  const state = stateOf(canvas);
  const found = Math.trunc(Number(value));
  if (found > MAX_SIDE) {
    state.canvases.noticeSide(`Canvas.${name} = ${found}`, `it stays ${state[name]}`);
    return;
  }
  state[name] = found >= 0 ? found : otherwise;
  if (state.context instanceof CanvasRenderingContext2D) Object.assign(stateOf(state.context), { state: startState(), saved: [] });
  state.link.add(state.pageId, ['size', state.surface, state.width, state.height]);
}

/** All canvases of a program. */
export class Canvases {
  /** @param {Bridge} bridge */
  constructor(bridge) {
    this.bridge = bridge;
    this.link = new CanvasLink(bridge);
    this.texts = new TextMeasures(this.link);
    /** Canvas nodes by page and place: asked for twice, a node is the same object. @type {Map<string, Canvas>} */
    this.nodes = new Map();
    this.warned = new Set();
  }

  /** The object for a canvas element. @param {number} pageId @param {[number, number]} ref @param {object} size its own */
  node(pageId, ref, size) {
    const key = `${pageId}:${ref[0]}.${ref[1]}`;
    let canvas = this.nodes.get(key);
    if (canvas === undefined) {
      for (const [other, known] of this.nodes) if (!this.bridge.hasPage(stateOf(known).pageId)) this.nodes.delete(other);
      canvas = handedOut(this.bridge, 'Canvas', new Canvas(this, pageId, ref, size));
      this.nodes.set(key, canvas);
    }
    return canvas;
  }

  /** An old canvas was drawn on that is not there. @param {string} canvasId */
  noticeMissing(canvasId) {
    this._warnOnce(`There is no <canvas canvas-id="${canvasId}"> in the template of this page or component.`);
  }

  /** @param {string} type of a context that there is none of @param {boolean} isKnown whether there might be one */
  noticeContext(type, isKnown) {
    const reason = isKnown ? 'the browser view of this machine has no WebGL' : 'it is not supported by Handset';
    this._warnOnce(`Canvas.getContext("${type}"): ${reason}.`);
  }

  /** A size that phones refuse. @param {string} what @param {string} outcome */
  noticeSide(what, outcome) {
    this._warnOnce(`${what}: a side has at most ${MAX_SIDE} pixels on a phone; ${outcome}.`);
  }

  _warnOnce(text) {
    if (this.warned.has(text)) return;
    this.warned.add(text);
    this.bridge.warn(text);
  }

  /** wx.createOffscreenCanvas: an option object, or width and height. */
  offscreen(first, second, scope) {
    const option = first && typeof first === 'object' ? first : { width: first, height: second, compInst: scope };
    const width = Math.trunc(Number(option.width)) || DEFAULT_WIDTH;
    const height = Math.trunc(Number(option.height)) || DEFAULT_HEIGHT;
    if (Math.max(width, height) > MAX_SIDE) {
      this.noticeSide(`wx.createOffscreenCanvas: ${width} x ${height}`, 'there is no canvas');
      return null;
    }
    const pageId = this.bridge.pageIdOf(option.compInst || null);
    const canvas = new Canvas(this, pageId, null, { width, height });
    this.link.add(pageId, ['size', stateOf(canvas).surface, width, height]);
    return handedOut(this.bridge, 'OffscreenCanvas', canvas);
  }
}
bareClass(Canvases);
