/**
 * What a program gives to WebGL and gets from it, in the form in which it travels (wire.md, "WebGL").
 *
 * Runs in the logic process (QuickJS); used by webgl_context.js.
 */

import { base64Of, bytesOf } from '../base/base64.js';
import { sourceOut } from './canvas_image.js';
import { ImageData } from './canvas_paints.js';
import { stateOf } from './private_state.js';
import { WebGLObject, WebGLUniformLocation } from './webgl_objects.js';

/** @param {any} value an argument @returns {any} as JSON takes it */
export function argumentOut(value) {
  if (typeof value !== 'object' || value === null) return value === undefined ? null : value;
  if (value instanceof WebGLObject) return { h: stateOf(value).number };
  if (value instanceof WebGLUniformLocation) return { l: stateOf(value).place };
  if (Array.isArray(value)) return value.map(argumentOut);
  if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer) return { bytes: base64Of(value), type: kindOf(value) };
  if (value instanceof ImageData) return { pixels: base64Of(value.data), width: value.width, height: value.height };
  return sourceOut(value);
}

/** Numbers of a method that takes them one by one as well. @param {any} value @returns {any} */
export function numbersOut(value) {
  return ArrayBuffer.isView(value) ? Array.from(/** @type {any} */ (value)) : argumentOut(value);
}

/** What a question may fill travels as its kind and length. @param {any} value @returns {any} */
export function questionOut(value) {
  return ArrayBuffer.isView(value) ? { into: kindOf(value), length: value.byteLength } : argumentOut(value);
}

/** Fills what the program gave. @param {any[]} args @param {string} bytes base64 */
export function fill(args, bytes) {
  const view = args.find((value) => ArrayBuffer.isView(value));
  if (view) new Uint8Array(view.buffer, view.byteOffset, view.byteLength).set(new Uint8Array(bytesOf(bytes)));
}

/** The kinds of list that WebGL answers with. */
const VIEWS = { Float32Array, Int32Array, Uint32Array };

/** An answer of the view. @param {any} answer @param {(number: number) => any} objectOf @returns {any} */
export function answerIn(answer, objectOf) {
  if (typeof answer !== 'object' || answer === null) return answer;
  if (Array.isArray(answer)) return answer.map((one) => answerIn(one, objectOf));
  if (answer.h !== undefined) return objectOf(answer.h);
  if (answer.view !== undefined) return new VIEWS[answer.view](answer.list);
  return answer.plain;
}

/** The name of a buffer's or a view's class. */
function kindOf(value) {
  return Object.prototype.toString.call(value).slice(8, -1);
}
