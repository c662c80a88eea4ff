/**
 * What a WebGL context refuses, so that a program's mistake fills neither the memory nor the time of the machine.
 *
 * Runs in the shell page (Chromium); used by webgl.js.
 */

/** Pixels of one texture or renderbuffer; bytes of all, with the buffers. As for other canvases. */
const MAX_AREA = 4096 * 4096;
const MAX_BYTES = 384 * 1024 * 1024;
const PIXEL_BYTES = 4;
/** Vertices of one drawing. */
const MAX_VERTICES = 20_000_000;

/** Where the counts of vertices and of instances stand among the arguments. @type {Record<string, number[]>} */
const DRAWS = {
  drawArrays: [2], drawElements: [1], drawRangeElements: [3], drawArraysInstanced: [2, 3], drawElementsInstanced: [1, 4],
  drawArraysInstancedANGLE: [2, 3], drawElementsInstancedANGLE: [1, 4],
};
/** Where width, height and depth stand, if so many arguments are given. @type {Record<string, {from: number, size: number, least: number}>} */
const STORES = {
  texImage2D: { from: 3, size: 2, least: 9 }, texImage3D: { from: 3, size: 3, least: 9 },
  texStorage2D: { from: 3, size: 2, least: 5 }, texStorage3D: { from: 3, size: 3, least: 6 },
  renderbufferStorage: { from: 2, size: 2, least: 4 }, renderbufferStorageMultisample: { from: 3, size: 2, least: 5 },
  copyTexImage2D: { from: 5, size: 2, least: 8 },
};

/** Why a drawing is refused; undefined if it is not. @param {string} name @param {any[]} args */
export function refusal(name, args) {
  const places = Object.hasOwn(DRAWS, name) ? DRAWS[name] : null;
  if (!places) return undefined;
  const count = places.reduce((product, place) => product * Number(args[place] ?? 0), 1);
  return count > MAX_VERTICES ? `${count} vertices are more than ${MAX_VERTICES}` : undefined;
}

/** How much the things of a context take. */
export class WebGLBudget {
  constructor(gl) {
    this.gl = gl;
    /** By the thing, and by its face and level. @type {WeakMap<object, Map<string, number>>} */
    this.parts = new WeakMap();
    this.total = 0;
  }

  /** Why a thing gets no room; undefined if it does. @param {string} name @param {any[]} args */
  refusal(name, args) {
    if (name.startsWith("delete")) this.#forget(args[0]);
    if (name === "bufferData") return this.#take(args[0], "", sizeOf(args[1]));
    const place = Object.hasOwn(STORES, name) ? STORES[name] : null;
    if (!place || args.length < place.least) return undefined;
    const area = args.slice(place.from, place.from + place.size).reduce((product, side) => product * Number(side), 1);
    if (area > MAX_AREA) return `${area} pixels are more than ${MAX_AREA}`;
    return this.#take(args[0], `${args[0]}/${name.startsWith("tex") ? args[1] : ""}`, area * PIXEL_BYTES);
  }

  #take(target, part, bytes) {
    const thing = this.#bound(target);
    const parts = (thing && this.parts.get(thing)) || new Map();
    const total = this.total - (parts.get(part) ?? 0) + bytes;
    if (total > MAX_BYTES) return `all together would take more than ${MAX_BYTES} bytes`;
    if (!thing) return undefined;
    this.parts.set(thing, parts.set(part, bytes));
    this.total = total;
    return undefined;
  }

  #forget(thing) {
    for (const bytes of (thing && this.parts.get(thing)?.values()) || []) this.total -= bytes;
    if (thing) this.parts.delete(thing);
  }

  /** What a target stands for now. */
  #bound(target) {
    const { gl } = this;
    const binding = {
      [gl.TEXTURE_2D]: gl.TEXTURE_BINDING_2D, [gl.TEXTURE_3D]: gl.TEXTURE_BINDING_3D,
      [gl.TEXTURE_2D_ARRAY]: gl.TEXTURE_BINDING_2D_ARRAY, [gl.RENDERBUFFER]: gl.RENDERBUFFER_BINDING,
      [gl.ARRAY_BUFFER]: gl.ARRAY_BUFFER_BINDING, [gl.ELEMENT_ARRAY_BUFFER]: gl.ELEMENT_ARRAY_BUFFER_BINDING,
      [gl.UNIFORM_BUFFER]: gl.UNIFORM_BUFFER_BINDING, [gl.PIXEL_UNPACK_BUFFER]: gl.PIXEL_UNPACK_BUFFER_BINDING,
      [gl.PIXEL_PACK_BUFFER]: gl.PIXEL_PACK_BUFFER_BINDING, [gl.COPY_READ_BUFFER]: gl.COPY_READ_BUFFER_BINDING,
      [gl.COPY_WRITE_BUFFER]: gl.COPY_WRITE_BUFFER_BINDING,
      [gl.TRANSFORM_FEEDBACK_BUFFER]: gl.TRANSFORM_FEEDBACK_BUFFER_BINDING,
    }[target];
    const isFace = target >= gl.TEXTURE_CUBE_MAP_POSITIVE_X && target <= gl.TEXTURE_CUBE_MAP_POSITIVE_X + 5;
    const name = binding ?? (isFace || target === gl.TEXTURE_CUBE_MAP ? gl.TEXTURE_BINDING_CUBE_MAP : undefined);
    return name === undefined ? null : gl.getParameter(name);
  }
}

function sizeOf(data) {
  return typeof data === "number" ? data : (data?.byteLength ?? 0);
}
