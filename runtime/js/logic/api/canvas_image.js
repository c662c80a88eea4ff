/**
 * Pictures of `Canvas.createImage`: the view loads and keeps them, the program has their size and events.
 *
 * Runs in the logic process (QuickJS); made by canvas.js. Sends the canvas job `image`; its answer is the event.
 */

import { CanvasSurface } from './canvas_surface.js';
import { keepState, stateOf } from './private_state.js';
/** @import { CanvasLink } from './canvas_link.js' */

export class CanvasImage {
  /** @param {CanvasLink} link @param {number} pageId */
  constructor(link, pageId) {
    keepState(this, { link, pageId, src: '', serial: 0, number: 0, isComplete: true });
    this.width = 0;
    this.height = 0;
    this.onload = null;
    this.onerror = null;
    this.referrerPolicy = '';
  }

  get src() {
    return stateOf(this).src;
  }

  set src(value) {
    const state = stateOf(this);
    state.src = String(value);
    state.isComplete = false;
    state.number = state.link.number(state);
    const { number, link } = state;
    link.send(state.pageId, ['image', number, state.src], (error, size) => {
      if (number !== state.number) return;
      state.isComplete = true;
      if (error) {
        this._fire('onerror', { errMsg: `createImage:fail ${error}`, type: 'error', target: this });
        return;
      }
      this.width = size.width;
      this.height = size.height;
      this._fire('onload', { type: 'load', target: this });
    });
  }

  get complete() {
    return stateOf(this).isComplete;
  }

  get naturalWidth() {
    return this.width;
  }

  get naturalHeight() {
    return this.height;
  }

  _fire(name, event) {
    const { guard } = stateOf(this).link.bridge;
    if (typeof this[name] === 'function') guard(`Image.${name}`, this[name], this, [event]);
  }
}

/** A picture or a canvas in the form in which it travels; null for anything else. @param {any} source */
export function sourceOut(source) {
  if (source instanceof CanvasImage) return { image: stateOf(source).number };
  if (source instanceof CanvasSurface) return { canvas: stateOf(source).surface };
  if (typeof source === 'string') return { file: source };
  return null;
}
