/**
 * What a WebGL context makes, as the program holds it: the things themselves are in the view, by number.
 *
 * Runs in the logic process (QuickJS); used by webgl_context.js.
 */

import { keepState, stateOf } from './private_state.js';
/** @import { CanvasLink } from './canvas_link.js' */

export class WebGLObject {
  /** @param {CanvasLink} link the view forgets it when the program drops it */
  constructor(link) {
    const state = { number: 0 };
    state.number = link.number(state);
    keepState(this, state);
  }
}

class WebGLBuffer extends WebGLObject {}
class WebGLFramebuffer extends WebGLObject {}
class WebGLProgram extends WebGLObject {}
class WebGLQuery extends WebGLObject {}
class WebGLRenderbuffer extends WebGLObject {}
class WebGLSampler extends WebGLObject {}
class WebGLShader extends WebGLObject {}
class WebGLSync extends WebGLObject {}
class WebGLTexture extends WebGLObject {}
class WebGLTransformFeedback extends WebGLObject {}
class WebGLVertexArrayObject extends WebGLObject {}

/** By the method that makes one. */
export const MADE_BY = Object.freeze({
  createBuffer: WebGLBuffer, createFramebuffer: WebGLFramebuffer, createProgram: WebGLProgram, createQuery: WebGLQuery,
  createRenderbuffer: WebGLRenderbuffer, createSampler: WebGLSampler, createShader: WebGLShader, fenceSync: WebGLSync,
  createTexture: WebGLTexture, createTransformFeedback: WebGLTransformFeedback, createVertexArray: WebGLVertexArrayObject,
  createVertexArrayOES: WebGLVertexArrayObject, createQueryEXT: WebGLQuery,
});

/** A uniform of a program: the view looks it up by its name. */
export class WebGLUniformLocation {
  /** @param {WebGLObject} program @param {string} name */
  constructor(program, name) {
    keepState(this, { place: [stateOf(program).number, name] });
  }
}
